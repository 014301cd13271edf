"""Keys that come before the list shows what was typed."""

from pathlib import Path

import pytest

from core.articles.texts import plain_article
from core.library import Library
from tests.tui.gate import Gate
from tests.tui.sample import ANALYSIS, TEXT
from tests.tui.screens.shelf import Shelf, opened
from tui.screens.library import LibraryScreen
from tui.screens.library.finder import Finder
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.people import PeopleScreen
from tui.screens.reader import ReaderScreen

TITLES = "Der Hafen schweigt", "Der Deich hält"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two articles."""
    library = Library(tmp_path / "library", tmp_path / "cache")
    for title in TITLES:
        library.open_article(plain_article(f"{title}\n\nAm Morgen war es still.\n", f"{title}.txt"))
    return library


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Holds back what the library finds."""
    gate, find = Gate(), Library.find

    def slow(self, *query):
        gate.hold()
        return find(self, *query)

    monkeypatch.setattr(Library, "find", slow)
    return gate


async def test_enter_opens_what_was_typed_though_it_is_not_found_yet(library: Library, gate: Gate) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        other = next(title for title in TITLES if title != app.screen.record.title)
        await shelf.press("slash", *other.split()[1].lower(), "enter", "enter")
        assert isinstance(app.screen, LibraryScreen)
        gate.open()
        await shelf.at(ReaderScreen)
        assert app.screen.article.title == other


async def test_escape_after_enter_opens_nothing_when_the_answer_comes(library: Library, gate: Gate) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("slash", *"deich", "enter", "enter", "escape")
        gate.open()
        for _ in range(10):
            await pilot.pause(0.01)
        assert isinstance(app.screen, LibraryScreen)


async def test_enter_does_not_wait_for_the_contexts_of_what_was_found(library: Library, monkeypatch) -> None:
    gate, look_up = Gate(), Finder._with_places

    async def slow(self, search, keys):
        await gate.wait()
        await look_up(self, search, keys)

    monkeypatch.setattr(Finder, "_with_places", slow)
    monkeypatch.setattr("tui.screens.library.finder.SNIPPETS", 0)
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("slash", *"deich")
        await shelf.shows("1 found")
        await shelf.press("enter", "enter")
        await shelf.at(ReaderScreen)
        assert gate.reached.is_set()
        gate.open()


@pytest.mark.parametrize("name", ["Kapstadt", "Ada Lind"])
async def test_enter_takes_who_was_typed_though_the_list_has_all_yet(
    library: Library, monkeypatch, name
) -> None:
    article = plain_article(TEXT, "kap.txt")
    library.open_article(article)
    library.keep_analysis(article, ANALYSIS)
    app, run = opened(library)
    gate, people = Gate(), Library.people

    def slow(self, words, ranking):
        if words:
            gate.hold()
        return people(self, words, ranking)

    monkeypatch.setattr(Library, "people", slow)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("3 articles")
        await shelf.press("p")
        await shelf.shows("people, bodies and places")
        await shelf.press("slash", *name.split()[-1].lower(), "enter", "enter")
        assert isinstance(app.screen, PeopleScreen)
        gate.open()
        await shelf.at(DossierScreen)
        await shelf.shows(f"DOSSIER  {name}")
