"""The list of what a search found: all of it, and what the keys do there."""

from pathlib import Path

import pytest

from core.articles.texts import plain_article
from core.library import Library
from core.library.states import State
from tests.tui.screens.shelf import Shelf, opened
from tui.screens.library import finder

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
