"""Addresses and saved pages on the command line."""

import io
import json
from types import SimpleNamespace

import pytest

from core.feeds.fetching import fetch_feeds
from core.feeds.following import follow
from core.library import Library
from core.locations import locations
from tests.core.articles.web.conftest import site
from tests.core.articles.web.pages import PAGES, saved
from tests.core.articles.web.serving import Site
from tui.cli import main

__all__ = ["site"]


def test_an_address_that_cannot_be_read_is_named_and_the_rest_goes_on(site: Site, capsys) -> None:
    good = site.put("/a", saved("chronicle"))
    assert main(["analyze", "--format", "jsonl", f"{site.address}/weg", good]) == 1
    output, complaints = capsys.readouterr()
    assert complaints == f"lesart: There is no page at {site.address}/weg (404); check the address.\n"
    (found,) = map(json.loads, output.splitlines())
    assert found["title"] == "Harbour fees row deepens"
    assert found["source"] == good
    assert found["publication"]["authors"] == ["Nell Ashworth"]
    assert {block["kind"] for block in found["blocks"]} >= {"headline", "subheading", "list item", "credit"}
    for mention in found["mentions"]:
        assert 0 <= mention["start"] < mention["end"] <= len(found["text"])


def test_a_note_on_an_address_is_kept_and_found_again(site: Site, capsys) -> None:
    address = site.put("/a", saved("zeitung"))
    assert main(["annotate", address, "--exact", "Mara Ehlers", "--tag", "grüne"]) == 0
    where = locations()
    (record,) = Library(where.library, where.cache).articles()
    assert (record.source, record.annotations, record.published) == (address, 1, "2026-03-14")


@pytest.fixture
def opened(site: Site) -> str:
    """The address of an article that is in the library, as its feed names and dates it."""
    words = "".join(
        f"<p>{number}. Der Kran am Kai ruht seit Tagen, sagte Ada Lind.</p>" for number in range(30)
    )
    address = site.put(
        "/kran", f"<html><body><article><h1>Der Kran</h1>{words}</article></body></html>".encode()
    )
    entry = (
        f"<item><title>Der Kran</title><link>{address}</link><description>Kurz …</description>"
        "<pubDate>Sat, 14 Mar 2026 08:00:00 GMT</pubDate></item>"
    )
    channel = f"<rss version='2.0'><channel><title>Kaiblatt</title>{entry}</channel></rss>"
    where = locations()
    library = Library(where.library, where.cache)
    feed, _is_new = follow(library, site.put("/feed.xml", channel.encode(), "application/rss+xml"))
    assert [done.new for done in fetch_feeds(library, (feed,))] == [1]
    return address


@pytest.mark.parametrize(
    "command",
    [
        ["export", "--format", "ris"],
        ["read", "--plain"],
        ["analyze"],
        ["analyze", "--format", "jsonl"],
        ["annotate", "--tag", "kran"],
    ],
)
def test_what_was_read_is_there_without_the_network(
    command: list[str], opened: str, site: Site, capsys
) -> None:
    site.refuse("/kran", 503)
    assert main([*command, opened]) == 0
    out, err = capsys.readouterr()
    assert "This is the text that is in the library, of 20" in err
    assert out
    assert main([*command, f"{opened}-fehlt"]) == 1


def test_what_the_library_knows_of_a_page_is_cited_too(opened: str, capsys) -> None:
    assert main(["export", "--format", "ris", opened]) == 0
    cited = capsys.readouterr().out
    assert "T2  - Kaiblatt" in cited
    assert "DA  - 2026/03/14" in cited
    assert main(["annotate", opened, "--tag", "kran"]) == 0
    where = locations()
    (record,) = Library(where.library, where.cache).articles()
    assert (record.outlet, record.published) == ("Kaiblatt", "2026-03-14")


def test_a_page_with_another_article_is_not_cited_as_the_earlier_one(opened: str, site: Site, capsys) -> None:
    site.put("/kran", saved("chronicle"))
    assert main(["export", "--format", "ris", opened]) == 0
    assert "Kaiblatt" not in capsys.readouterr().out


def test_a_page_is_cited_with_what_it_tells_of_itself(capsys) -> None:
    assert main(["export", "--format", "bibtex", str(PAGES / "zeitung.html")]) == 0
    entry = capsys.readouterr().out
    assert "author = {Jette Claasen and Tom Brandt}" in entry
    assert "url = {https://www.kuestenbote.example/politik/" in entry


@pytest.mark.parametrize("name", ["zeitung", "boulevard"])
def test_a_page_on_standard_input_is_told_from_a_text(name: str, capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(saved(name)), isatty=lambda: False))
    assert main(["export", "--format", "ris", "-"]) == 0
    assert "\r\nT2  - " in capsys.readouterr().out.replace("\n", "\r\n").replace("\r\r", "\r")


def test_a_text_that_only_speaks_of_html_stays_a_text(capsys, tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("<!doctype html> steht am Anfang jeder Seite.\n\nDas lernt man früh.", "utf-8")
    assert main(["export", "--format", "ris", str(path)]) == 0
    assert "<!doctype html>" in capsys.readouterr().out


def test_nothing_on_a_page_steers_the_terminal_it_is_printed_on(site: Site, capsys) -> None:
    html = saved("chronicle").replace(b"Jon Varga", b"Jon\x1b[2J\x07 Var&#27;]0;x&#7;ga")
    assert main(["read", "--plain", site.put("/a", html)]) == 0
    printed = capsys.readouterr().out
    assert "Harbour fees row deepens" in printed
    assert not set(printed) & {"\x1b", "\x07", "\x9b"}
