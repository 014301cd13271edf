"""Folders in the list of feeds: shown with what is new in them, opened, fetched, given and renamed by key."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.library import Library
from core.library.feed_store import Feed
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site
from tests.core.library.conftest import make_article
from tests.tui.rest import until
from tests.tui.screens.test_feeds import feed
from tests.tui.screens.test_library import app_for, page, settle
from tui.screens.library import LibraryScreen
from tui.screens.lists.feeds import FeedsScreen

__all__ = ["site"]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library", tmp_path / "cache")
    for number, path in enumerate(("", "Politik/Inland", "Politik", "Sport")):
        article = make_article(f"Artikel Nummer {number} von heute\n")
        library.add(article)
        address = f"https://blatt{number}.example/f"
        folders = (path,) if path else ()
        library.follow(Feed(address, f"Blatt {number}", taken=(article.key,), folders=folders))
    return library


def rows(app) -> list[str]:
    """The first line of each entry, as far as it is indented and named."""
    lines = [line for line in page(app).splitlines() if "Blatt" in line or "▾" in line]
    return [line[2:20].rstrip() for line in lines]


async def listed(pilot) -> FeedsScreen:
    await settle(pilot, LibraryScreen)
    await pilot.press("R")
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, FeedsScreen) and "4 feeds" in pilot.app.screen.status.words,
    )
    return pilot.app.screen


async def test_feeds_stand_below_their_folders(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(80, 30)) as pilot:
        await listed(pilot)
        assert rows(app) == [
            "Blatt 0",
            "▾ Politik",
            "  Blatt 2",
            "  ▾ Inland",
            "    Blatt 1",
            "▾ Sport",
            "  Blatt 3",
        ]
        counted = next(line for line in page(app).splitlines() if "2 feeds" in line)
        assert counted.rstrip().endswith("2 articles, 2 new")


async def test_what_went_wrong_in_a_folder_is_there_to_the_last_word(library: Library) -> None:
    trouble = "Es antwortet niemand bei blatt; Adresse prüfen."
    address = library.feeds()[1].address
    library.change_feed(address, lambda known: replace(known, trouble=trouble))
    app = app_for(library)
    async with app.run_test(size=(60, 30)) as pilot:
        await listed(pilot)
        assert trouble not in page(app), "it would fit by itself, but not within folders and beside the count"
        await pilot.press("j", "j", "j", "j")
        await until(pilot, lambda: trouble in page(app))


async def test_a_folder_opens_the_articles_of_its_feeds(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(80, 30)) as pilot:
        await listed(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and "2 articles" in page(app))
        assert 'folder:"Politik"' in page(app)
        assert {number for number in range(4) if f"Nummer {number}" in page(app)} == {1, 2}


async def test_a_folder_is_fetched_and_nothing_else(library: Library, site: Site) -> None:
    for each in library.feeds():
        library.unfollow(each.address)
    for name, path in (("deich", ("Küste/Nord",)), ("watt", ("Küste",)), ("hallig", ()), ("siel", ("Land",))):
        library.follow(Feed(feed(site, name), name, folders=path))
    app = app_for(library)
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await listed(pilot)
        await pilot.press("j", "f")
        await until(pilot, lambda: screen.status.told == "2 new")
    assert sorted(path for path, _ in site.requests) == ["/deich.xml", "/watt.xml"]


async def test_a_feed_is_put_into_a_folder_by_typing_and_back(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await listed(pilot)
        await pilot.press("t")
        await until(pilot, lambda: "Put into folder" in page(app))
        await pilot.press(*"inl", "enter")
        await until(pilot, lambda: "    Blatt 0" in rows(app))
        assert library.feeds()[0].folders == ("Politik/Inland",)
        assert screen.feed == library.feeds()[0], "the cursor goes with it"
        await pilot.press("t")
        await until(pilot, lambda: "no folder" in page(app))
        await pilot.press(*"sport/Rad", "enter")
        await until(pilot, lambda: "  ▾ Rad" in rows(app))
        assert library.feeds()[0].folders == ("Sport/Rad",)
        await pilot.press("t")
        await until(pilot, lambda: "no folder" in page(app))
        await pilot.press("enter")
        await until(pilot, lambda: "now in no folder" in page(app))
        await pilot.press("u", "u")
        await until(pilot, lambda: library.feeds()[0].folders == ("Politik/Inland",))


async def test_a_folder_is_renamed_and_removed_and_brought_back(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(80, 30)) as pilot:
        await listed(pilot)
        await pilot.press("j", "r")
        await until(pilot, lambda: "Rename folder" in page(app))
        await pilot.press(*"Land", "enter")
        await until(pilot, lambda: "▾ Land" in rows(app))
        await pilot.press("x")
        await until(pilot, lambda: "Land removed; its feeds stay" in page(app))
        await until(pilot, lambda: "▾ Inland" in rows(app))
        await pilot.press("u", "u")
        await until(pilot, lambda: "▾ Politik" in rows(app))
    assert [each.folders for each in library.feeds()] == [(), ("Politik/Inland",), ("Politik",), ("Sport",)]
