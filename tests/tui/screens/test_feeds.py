"""Feeds on the screen: what is followed is fetched, and nothing that was begun is dropped by what is done next."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.articles.sources import read_article
from core.feeds.fetching import Fetching
from core.library import Library
from core.library.feed_store import Failure, Feed
from core.library.index.query import Choice
from core.locations import ASSETS
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site
from tests.tui.cli.test_feeds import item, rss
from tests.tui.gate import Gate
from tests.tui.rest import until
from tests.tui.screens.test_library import analyze, app_for, page, settle
from tui.app import LesartApp
from tui.screens.library import LibraryScreen
from tui.screens.lists.feeds import FeedsScreen
from tui.services.filing import Filing

__all__ = ["site"]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


def story(name: str) -> str:
    """A text that shares few words with that of another name."""
    return " ".join(f"{name}{number} kam mit {name[::-1]}{number}." for number in range(60))


def feed(site: Site, name: str) -> str:
    entry = item(f"Neues von {name}", f"{site.address}/{name}/1", f"<p>{story(name)}</p>")
    return site.put(f"/{name}.xml", rss(entry), "application/rss+xml")


async def test_a_feed_that_is_followed_is_fetched_at_once(library: Library, site: Site) -> None:
    app = app_for(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("R", "a")
        await until(pilot, lambda: "Enter follow" in page(app))
        await pilot.press(*feed(site, "deich"), "enter")
        await until(pilot, lambda: "1 new" in page(app) and "not fetched yet" not in page(app))
        await until(pilot, lambda: "1 article, 1 new" in page(app))
        assert [each.name for each in library.feeds()] == ["Küstenblick"]
        assert len(library.article_numbers(Choice(feed="küstenblick"))) == 1
        assert library.article_numbers(Choice(feed="deichbote")) == []


async def test_leaving_the_feeds_goes_on_fetching_the_others(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("deich", "watt", "hallig"):
        library.follow(Feed(feed(site, name), name))
    gate = Gate()
    following = Filing._next

    def slow(filing: Filing, coming: Iterator[Fetching]) -> Fetching | None:
        gate.hold()
        return following(filing, coming)

    monkeypatch.setattr(Filing, "_next", slow)
    app = app_for(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("R")
        await until(pilot, lambda: isinstance(app.screen, FeedsScreen) and "3 feeds" in page(app))
        await pilot.press("F")
        await asyncio.to_thread(gate.reached.wait, 60)
        await pilot.press("escape")
        gate.open()
        await until(pilot, lambda: "3 articles" in page(app))
    assert all(each.checked for each in library.feeds())


async def test_another_list_is_replaced_only_if_one_says_so(library: Library, tmp_path: Path) -> None:
    library.follow(Feed("https://zeitung.example/f", "Blatt"))
    exports = tmp_path / "exports"
    exports.mkdir()
    app = LesartApp(None, library, analyze=analyze, pipeline=lambda language: "hand-made-1", exports=exports)
    written = exports / "feeds.opml"
    written.write_bytes(b"von Hand")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("R")
        await until(pilot, lambda: "1 feed" in page(app))
        await pilot.press("X")
        await until(pilot, lambda: "Replace feeds.opml?" in page(app))
        await pilot.press("n")
        await until(pilot, lambda: "Replace feeds.opml?" not in page(app))
        assert written.read_bytes() == b"von Hand"
        await pilot.press("X")
        await until(pilot, lambda: "Replace feeds.opml?" in page(app))
        await pilot.press("y")
        await until(pilot, lambda: "written to" in page(app))
        assert b"Blatt" in written.read_bytes()


async def test_what_went_wrong_is_there_to_the_last_word(library: Library) -> None:
    failed = tuple(
        Failure(str(n), f"Titel {n}", f"There is no page at https://zeitung.example/{n}.", "en")
        for n in (1, 2)
    )
    library.follow(Feed("https://zeitung.example/f", "Blatt", failed=failed))
    app = app_for(library)
    async with app.run_test(size=(60, 24)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("R")
        await until(pilot, lambda: "Titel 2" in page(app))
        for number in (1, 2):
            assert f"“Titel {number}”" in page(app)
            assert f"https://zeitung.example/{number}" in page(app)


async def test_what_is_added_meanwhile_waits_its_turn(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("eins", "zwei"):
        (tmp_path / name).mkdir()
        for number in range(3):
            title = f"{name}{number}"
            (tmp_path / name / f"{title}.txt").write_text(f"{title}\n\n{story(title)}\n", "utf-8")
    gate = Gate()
    add = library.add

    def slow(*article: object, **how: object) -> object:
        gate.hold()
        return add(*article, **how)

    monkeypatch.setattr(library, "add", slow)
    app = app_for(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("a", *str(tmp_path / "eins"), "enter")
        await asyncio.to_thread(gate.reached.wait, 60)
        await pilot.press("a", *str(tmp_path / "zwei"), "enter")
        gate.open()
        await until(pilot, lambda: "6 articles" in page(app))


async def test_an_empty_library_shows_the_keys_that_fill_it(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        last = page(app).rstrip().rpartition("\n")[2]
        assert "R feeds" in last
        assert "a add" in last
        assert "archive" not in last
        library.add(read_article(str(ASSETS / "samples" / "bruecke.txt")))
        app.screen.lister.look()
        await until(pilot, lambda: "1 article" in page(app))
        assert "e archive" in page(app)
