"""Saved searches in the library: saved by key, listed with the feeds, opened, renamed, removed, brought back."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.articles.texts import plain_article
from core.library import Library
from core.library.feed_store import Feed
from core.library.index.query import Choice, parse
from core.library.states import State
from tests.tui.screens.shelf import Shelf, opened
from tui.model.saved_search import SavedSearch, line_for
from tui.screens.library import LibraryScreen
from tui.screens.lists.feeds import FeedsScreen
from tui.services.searches import own_searches


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library", tmp_path / "cache")
    for number, place in enumerate(("Kai", "Kai", "Deich")):
        library.add(plain_article(f"Boot {number}\n\nEs liegt am {place}.\n", f"{number}.txt"))
    library.set_state(library.articles()[0].key, State.READ)
    library.follow(Feed("https://blatt.example/f", "Blatt"))
    return library


async def test_a_search_is_saved_and_opened_again(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"am kai", "enter")
        await shelf.shows("2 articles · best first")
        await shelf.press("S")
        await shelf.shows("Save search")
        await shelf.press(*"Am Kai", "enter")
        await shelf.shows("saved as Am Kai")
        assert own_searches().all()[0] == (SavedSearch("Am Kai", "am kai"),)
        await shelf.press("escape", "R")
        await shelf.at(FeedsScreen)
        await shelf.shows("1 feed · 1 saved search")
        assert "/ Am Kai" in shelf.page
        assert "2 articles" in shelf.page
        await shelf.press("enter")
        await shelf.at(LibraryScreen)
        await shelf.shows("2 articles · best first")
        await shelf.press("escape")
        await shelf.at(FeedsScreen)


async def test_what_the_list_is_narrowed_to_is_saved_with_it(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("S")
        await shelf.shows("nothing to save")
        await shelf.press("f")
        await shelf.shows("new · by day")
        await shelf.press("S")
        await shelf.shows("Save search")
        await shelf.press(*"Neues", "enter")
        await shelf.shows("saved as Neues")
        assert own_searches().all()[0] == (SavedSearch("Neues", "state:new"),)


def test_each_way_of_narrowing_has_its_filter() -> None:
    choice = Choice(site="Der Bote", tag="hafen", speaker="Lind", author="Svenja Harms", states=(State.NEW,))
    line = line_for("kai", choice)
    assert line == 'kai source:"Der Bote" #hafen speaker:Lind author:"Svenja Harms" state:new'
    assert parse(line).choice == replace(choice, site="", outlet="Der Bote")


async def test_another_search_of_that_name_is_replaced_only_if_one_says_so(library: Library) -> None:
    own_searches().save(SavedSearch("Meine", "deich"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"kai", "enter")
        await shelf.shows("best first")
        for answer, line in (("n", "deich"), ("y", "kai")):
            await shelf.press("S")
            await shelf.shows("Save search")
            await shelf.press(*"Meine", "enter")
            await shelf.shows("Replace the search “Meine”?")
            await shelf.press(answer)
            await shelf.until(lambda line=line: own_searches().all()[0][0].line == line)


async def test_one_is_renamed_removed_and_brought_back(library: Library) -> None:
    for name in ("Eins", "Zwei"):
        own_searches().save(SavedSearch(name, "boot"))
    app, run = opened(library)

    def names() -> list[str]:
        return [each.name for each in own_searches().all()[0]]

    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("R")
        await shelf.shows("2 saved searches")
        await shelf.press("r")
        await shelf.shows("Rename search")
        await shelf.press(*"Drei", "enter")
        await shelf.shows("/ Drei")
        await shelf.press("x")
        await shelf.shows("Drei removed")
        assert names() == ["Zwei"]
        for before in (["Drei", "Zwei"], ["Eins", "Zwei"]):
            await shelf.press("u")
            await shelf.until(lambda before=before: names() == before)
        await shelf.press("f")
        await shelf.shows("nothing is fetched for a search")


async def test_coming_back_from_its_articles_one_is_where_one_was(library: Library) -> None:
    for name in ("Eins", "Zwei", "Drei"):
        own_searches().save(SavedSearch(name, "boot"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("R")
        await shelf.shows("3 saved searches")
        await shelf.press("j", "enter")
        await shelf.shows("3 articles · best first")
        await shelf.press("escape")
        await shelf.at(FeedsScreen)
        await shelf.shows("3 saved searches")
        assert app.screen.row.name == "Zwei"


async def test_one_that_makes_no_sense_says_why(library: Library) -> None:
    own_searches().save(SavedSearch("Krumm", "since:nie"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("R")
        await shelf.shows("/ Krumm")
        await shelf.shows("! “since:nie” is no day")
