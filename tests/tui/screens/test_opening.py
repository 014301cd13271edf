"""Addresses and saved pages on the screen: waiting, leaving off, trouble, and the article as it was kept."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from core.annotations import Annotation
from core.articles import Article, Publication
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError
from core.library import Library
from tests.tui.sample import ANALYSIS, ARTICLE
from tui.app import LesartApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sheets.open import OpenDialog

ADDRESS = "https://kap.example/[/hafen\x1b[31m"
PAGE = replace(ARTICLE, source=ADDRESS, publication=Publication(published="2026-03-14"))


async def analyze(article: object) -> object:
    return ANALYSIS


class Web:
    """What stands at addresses, and what was asked for."""

    def __init__(self) -> None:
        self.answer: Article | SourceError | None = PAGE
        """None: the server never answers."""
        self.asked: list[str] = []
        self.left_off = False

    async def read(self, source: str) -> Article:
        self.asked.append(source)
        if self.answer is None:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                self.left_off = True
                raise
        if isinstance(self.answer, SourceError):
            raise self.answer
        assert self.answer is not None
        return self.answer


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


def app_for(
    library: Library, web: Web, source: str | None = ADDRESS, article: Article | None = None
) -> LesartApp:
    return LesartApp(
        article,
        library,
        source=source,
        read=web.read,
        analyze=analyze,
        pipeline=lambda language: "hand-made-1",
    )


def page(app: LesartApp) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size))


def said(app: LesartApp) -> str:
    return " ".join(each.message for each in app._notifications)


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    for _ in range(300):
        await pilot.pause(0.01)
        if done():
            return
    raise AssertionError(page(pilot.app))


def reads(app: LesartApp, article: Article = PAGE) -> Callable[[], bool]:
    return lambda: (
        isinstance(app.screen, ReaderScreen) and app.screen.article == article and app.screen.furnished
    )


async def test_while_a_page_is_fetched_the_screen_says_so_and_then_shows_the_article(library, web) -> None:
    web.answer = None
    app = app_for(library, web)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(web.asked))
        shown = page(app)
        assert "Fetching the article" in shown
        assert "https://kap.example/[/hafen" in shown
        assert "\x1b" not in shown
        assert "Esc leave" in shown
        web.answer = PAGE
        await pilot.press("r")
        await until(pilot, reads(app))
        await until(pilot, lambda: bool(library.articles()))
        await pilot.press("q")
    assert app.return_code == 0
    assert [record.published for record in library.articles()] == ["2026-03-14"]


async def test_a_feed_saved_as_a_file_is_offered_as_the_feed_that_it_is(library, web, tmp_path) -> None:
    link = b'<link xmlns="http://www.w3.org/2005/Atom" rel="self" href="https://watt.example/feed"/>'
    data = b"<rss><channel>" + link + b"</channel></rss>"
    web.answer = FeedError(data, "feed.xml")
    app = app_for(library, web, "feed.xml")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "f follow" in page(app))
        assert "feed.xml is a feed saved as a file" in page(app)
        web.asked.clear()
        await pilot.press("f")
        await until(pilot, lambda: web.asked == ["https://watt.example/feed"])


async def test_esc_leaves_off(library, web) -> None:
    web.answer = None
    app = app_for(library, web)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(web.asked))
        await pilot.press("escape")
    assert app.return_code == 1
    assert web.left_off


async def test_trouble_is_told_and_tried_again(library, web) -> None:
    web.answer = SourceError(f"There is no page at {ADDRESS} (404); check the address.")
    app = app_for(library, web)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "There is no page at" in page(app))
        assert "cannot be opened" in page(app)
        assert "\x1b" not in page(app)
        web.answer = PAGE
        await pilot.press("r")
        await until(pilot, reads(app))
        assert web.asked == [ADDRESS, ADDRESS]


async def test_leaving_after_trouble_fails_for_scripts(library, web, capsys) -> None:
    web.answer = SourceError("Nothing [answers].")
    app = app_for(library, web)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Nothing [answers]." in page(app))
        await pilot.press("q")
    assert app.return_code == 1
    assert capsys.readouterr().err == "lesart: Nothing [answers].\n"


async def test_a_fault_of_the_program_is_told_as_well(library, web, monkeypatch) -> None:
    async def broken(source: str) -> Article:
        raise RuntimeError("[/x")

    monkeypatch.setattr(web, "read", broken)
    app = app_for(library, web)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Something went wrong: RuntimeError('[/x')" in page(app))


async def test_where_an_address_cannot_be_reached_the_article_is_shown_as_it_was_kept(library, web) -> None:
    library.open_article(PAGE)
    library.save(PAGE, Annotation.new(None, ("hafen",)))
    web.answer = SourceError("Cannot find kap.example: check the address and your connection.")
    app = app_for(library, web)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, reads(app))
        await until(pilot, lambda: "Cannot find kap.example" in said(app))
        assert "as you opened it last" in said(app)
        await until(pilot, lambda: len(app.screen.annotations) == 1)


async def test_an_article_that_was_never_opened_is_not_said_to_have_been(library, web) -> None:
    library.add(PAGE)
    web.answer = SourceError("Cannot find kap.example: check the address and your connection.")
    app = app_for(library, web)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, reads(app))
        await until(pilot, lambda: "as it came into the library: today" in said(app))
        assert "opened" not in said(app)


async def test_an_article_from_the_library_is_opened_without_asking_the_web(library, web) -> None:
    library.open_article(PAGE)
    app = app_for(library, web, source=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and not app.screen.status.doing)
        assert "14 Mar" in page(app)
        await pilot.press("enter")
        await until(pilot, reads(app))
    assert web.asked == []


async def test_a_part_of_an_article_is_said_to_be_one(library, web) -> None:
    part = web.answer = replace(PAGE, publication=Publication(partial=True))
    app = app_for(library, web)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, reads(app, part))
        await until(pilot, lambda: "only a part of this article can be read for free" in said(app))


async def test_the_library_opens_what_is_typed_and_comes_back(library, web) -> None:
    app = app_for(library, web, source=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and not app.screen.status.doing)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, OpenDialog))
        await pilot.press(*"www.kap.example", "slash", "a", "enter")
        await until(pilot, reads(app))
        assert web.asked == ["https://www.kap.example/a"]
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, OpenDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
    assert len(web.asked) == 1, "nothing is fetched for an empty line"


async def test_an_article_read_anew_and_unchanged_stays(library, web) -> None:
    app = app_for(library, web, source=None, article=PAGE)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, reads(app))
        await pilot.press("U")
        await until(pilot, lambda: app.screen.status.told == "unchanged")
        assert web.asked == [ADDRESS]


async def test_an_article_that_has_changed_is_opened_as_a_new_version_with_its_marks(library, web) -> None:
    library.open_article(PAGE)
    library.save(PAGE, Annotation.new(None, ("hafen",)))
    changed = web.answer = replace(PAGE, text=f"{PAGE.text.rstrip()} Und so blieb es.\n")
    app = app_for(library, web, source=None, article=PAGE)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, reads(app))
        await pilot.press("U")
        await until(pilot, reads(app, changed))
        await until(pilot, lambda: len(app.screen.annotations) == 1)
        await until(pilot, lambda: "The text has changed since you read it" in said(app))
        await pilot.press("U")
        await until(pilot, lambda: app.screen.status.told == "unchanged")
        await pilot.press("q")
    assert app.return_code == 0
    assert len(library.versions(changed.key)) == 2


async def test_trouble_while_reading_anew_loses_nothing(library, web) -> None:
    web.answer = SourceError("The server is in trouble.")
    app = app_for(library, web, source=None, article=PAGE)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, reads(app))
        await pilot.press("U")
        await until(pilot, lambda: "The server is in trouble." in said(app))
        assert reads(app)()


async def test_standard_input_cannot_be_read_a_second_time(library, web) -> None:
    app = app_for(library, web, source=None, article=replace(PAGE, source="-"))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.furnished)
        await pilot.press("U")
        await until(pilot, lambda: "cannot be read a second time" in app.screen.status.told)
    assert web.asked == []
