"""The list of what a search found: all of it, and what the keys do there."""

from pathlib import Path

import pytest

from core.annotations import Annotation
from core.articles.texts import plain_article
from core.library import Library
from core.library.feed_store import Feed
from core.library.states import State
from tests.tui.screens.shelf import Shelf, opened
from tui.screens.library import LibraryScreen, finder
from tui.screens.lists.feeds import FeedsScreen
from tui.screens.lists.tag_list import TagListScreen

BOATS = [plain_article(f"Boot {number}\n\nEs liegt am Kai.\n", f"{number}.txt") for number in range(9)]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library", tmp_path / "cache")
    for boat in BOATS:
        library.add(boat)
    return library


async def test_all_that_there_is_is_found_in_the_end(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "FIRST", 4)
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("9 articles")
        await shelf.press("slash", *"kai")
        await shelf.shows("9 found")
        await shelf.press("enter", "G")
        await shelf.shows("9 articles · best first")
        assert app.screen.listing.highlighted == 8


async def test_what_is_chosen_among_what_was_found_can_be_seen(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"kai", "enter")
        await shelf.shows("best first")
        await shelf.press("v")
        await shelf.shows("1 chosen")
        assert shelf.page.count("✓") == 1
        await shelf.press("A")
        await shelf.shows("9 chosen")
        assert shelf.page.count("✓") == 9


async def test_keys_that_arrange_a_list_say_that_they_do_not_arrange_what_was_found(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"kai", "enter")
        await shelf.shows("best first")
        before = app.screen.state.choice, app.screen.state.grouped
        for key in ("s", "z"):
            await shelf.press("j", key)
            await shelf.shows("keeps its order")
        assert (app.screen.state.choice, app.screen.state.grouped) == before


async def test_narrowing_to_a_state_narrows_what_was_found_and_says_so(library: Library) -> None:
    library.set_state(BOATS[0].key, State.READ)
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"kai", "enter")
        await shelf.shows("9 articles · best first")
        await shelf.press("f")
        await shelf.shows("8 articles · new · best first")
        await shelf.press("escape")
        await shelf.shows("8 articles")
        await shelf.shows("new · by day")


async def test_a_line_that_makes_no_sense_stays_and_says_why(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"state:halb", "enter")
        await shelf.shows("none that there is")
        assert app.screen.search_line.display
        await shelf.press(*["backspace"] * 10, *"ort:kai", "enter")
        await shelf.shows("is no filter")
        assert app.screen.search_line.display
        await shelf.press("escape")
        await shelf.shows("9 articles")


async def test_q_leads_back_step_by_step_before_it_leaves(library: Library) -> None:
    library.save(BOATS[3], Annotation.new(None, ("fracht",)))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("T")
        await shelf.at(TagListScreen)
        await shelf.shows("#fracht")
        await shelf.press("enter")
        await shelf.shows("1 article ")
        await shelf.shows("q back")
        await shelf.press("q")
        await shelf.at(TagListScreen)
        await shelf.press("q")
        await shelf.shows("9 articles")
        await shelf.press("slash", *"kai", "enter")
        await shelf.shows("best first")
        await shelf.press("q")
        await shelf.shows("by day")
        await shelf.at(LibraryScreen)


async def test_a_feed_leads_to_its_articles(library: Library) -> None:
    library.follow(Feed("https://zeitung.example/feed", "Hafenblatt", taken=(BOATS[2].key, BOATS[4].key)))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("R")
        await shelf.shows("2 articles, 2 new")
        await shelf.press("enter")
        await shelf.shows('feed:"Hafenblatt"')
        await shelf.until(lambda: app.screen.listing.count == 2)
        await shelf.press("q")
        await shelf.at(FeedsScreen)
