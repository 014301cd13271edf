"""Reading in a process of its own: the same article, the same complaints, and an end when one leaves off."""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from core.articles import in_child_process
from core.articles.errors import SourceError
from core.articles.in_child_process import read_apart, read_obtained_apart
from core.articles.obtaining import Obtained
from core.articles.source_names import as_typed, takes_time
from core.articles.sources import read_article
from tests.core.articles.web.pages import PAGES
from tests.core.articles.web.serving import serving


async def test_the_article_comes_over_whole() -> None:
    source = str(PAGES / "zeitung.html")
    assert await read_apart(source) == read_article(source)


async def test_complaints_come_over_as_they_are() -> None:
    with pytest.raises(SourceError, match=r"Cannot find nirgends\.html: check the path\."):
        await read_apart("nirgends.html")


async def test_leaving_off_does_not_wait_for_the_server() -> None:
    may_answer = threading.Event()

    def silent(handler: BaseHTTPRequestHandler) -> None:
        may_answer.wait(60)

    with serving() as site:
        site.answers["/slow"] = silent
        task = asyncio.create_task(read_apart(f"{site.address}/slow"))
        while not site.requests:
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, 30)
        may_answer.set()


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("  https://a.example/x \n", "https://a.example/x"),
        ('"/tmp/mein artikel.txt"', "/tmp/mein artikel.txt"),
        ("'a.txt'", "a.txt"),
        ("www.a.example/x", "https://www.a.example/x"),
        ("notes.d/a.txt", "notes.d/a.txt"),
        ("file:///tmp/mein%20artikel.html", "/tmp/mein artikel.html"),
        ('"', '"'),
        ("", ""),
    ],
)
def test_what_is_typed_or_pasted_is_taken_as_it_was_meant(typed: str, source: str) -> None:
    assert as_typed(typed) == source


def test_pages_take_time_and_texts_do_not() -> None:
    sources = ("https://a.example/a.txt", "page.HTML", "a.htm", "a.txt", "a.md", "-", "")
    assert [takes_time(source) for source in sources] == [True, True, True, False, False, False, False]


def test_what_takes_too_long_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_child_process, "SECONDS", 0.01)
    with pytest.raises(SourceError, match=r"gross\.txt: it would take longer than 20 seconds"):
        read_obtained_apart(Obtained("gross.txt", b"x"))


def test_an_article_read_within_limits_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "gross.txt"
    path.write_text(
        "Am Kai\n\n" + "Die Fähre legte ab, und niemand am Kai sah ihr an diesem Tag noch nach.\n\n" * 20_000,
        encoding="utf-8",
    )
    article = read_article(str(path))
    assert article.title == "Am Kai"
    assert len(article.blocks) == 20_001
