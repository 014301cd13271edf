"""A library that stands open: what other programs bring in, and what is told while something is taken in."""

import asyncio
from pathlib import Path

import pytest

from core.articles.errors import SourceError
from core.articles.texts import plain_article
from core.library import Library
from tests.tui.gate import Gate
from tests.tui.screens.shelf import Shelf, opened
from tui.notify import say


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(plain_article("Der Deich hält\n\nImke Brodersen prüfte ihn.\n", "deich.txt"))
    return library


async def test_what_another_program_adds_is_listed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.library.screen.LOOKS_AGAIN", 0.05)
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article")
        other = Library(tmp_path / "library", tmp_path / "cache-of-another")
        other.add(plain_article("Das Watt ruht\n\nDort sprach niemand davon.\n", "watt.txt"))
        await shelf.shows("2 articles")
        assert "Das Watt ruht" in shelf.page


async def test_what_is_added_is_said_at_once_and_in_place_of_what_was_said_before(library: Library) -> None:
    gate = Gate()

    async def read(source: str) -> object:
        if "zwei" not in source:
            raise SourceError("There is nothing to read there.")
        await gate.wait()
        return plain_article("Das Watt ruht\n\nDort sprach niemand davon.\n", source)

    app, run = opened(library, read=read)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article")
        await shelf.press("a", *"https://eins.example/x", "enter")
        await shelf.shows("There is nothing to read there.")
        app.screen.told = "1 added"
        await shelf.press("a", *"https://zwei.example/x")
        assert "There is nothing to read there." not in shelf.page
        await shelf.press("enter")
        await shelf.shows("adding …")
        gate.open()
        await shelf.shows("2 articles")


async def test_what_is_said_over_a_sheet_leaves_its_keys_in_sight(library: Library) -> None:
    app, run = opened(library, size=(80, 24))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article")
        say(app, "Nothing could be read at that address, and this is a long sentence about it.", "error")
        await shelf.press("R", "a")
        await shelf.shows("Esc leave")
        lines = shelf.page.splitlines()
        assert "Nothing could be read" in "".join(lines[:6])
        assert "Nothing could be read" not in "".join(lines[-8:])
        assert "https://…" in shelf.page


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_message_too_long_for_the_line_is_said_in_full(
    library: Library, size: tuple[int, int]
) -> None:
    app, run = opened(library, size=size)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article")
        app.screen.told = fits = "x" * (size[0] - 5)
        await shelf.shows(fits)
        app.screen.told = (
            "written to /a/path/longer/than/any/line/at/the/foot/of/a/screen/and-ends-with-this.md"
        )
        await shelf.until(lambda: "ends-with-this.md" in "".join(shelf.page.split()))


async def test_what_is_under_way_is_done_before_it_is_taken_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, set_states, steps = Gate(), library.set_states, []

    def slow(keys, state):
        gate.hold()
        steps.append("set")
        return set_states(keys, state)

    monkeypatch.setattr(library, "set_states", slow)
    put_back = library.set_readings
    monkeypatch.setattr(library, "set_readings", lambda each: (steps.append("back"), put_back(each)))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article · 1 new")
        await shelf.press("r")
        await asyncio.to_thread(gate.reached.wait, 60)
        await shelf.press("u")
        gate.open()
        await shelf.shows("taken back")
        await shelf.shows("1 article · 1 new")
        assert steps[0] == "set"
        assert steps[-1] == "back"
