"""The screens in German, on the smallest terminal that is promised and on a usual one: longer words must fit, too."""

import pytest

from core.translation import use_language
from tests.tui.looks.conftest import picture_of, press, see_the_same, settle

SIZES = (60, 20), (120, 40)

READER = {
    "nothing chosen yet": ((), ()),
    "a name chosen": (("e", "e"), ()),
    "card": (("enter",), ("escape",)),
    "corrections on a name": (("I",), ("escape",)),
    "a quote chosen": (("c", "c"), ()),
    "reason": (("r",), ("escape",)),
    "corrections on a quote": (("I",), ()),
    "another type": (("t",), ("escape",)),
    "tags": (("t",), ("escape",)),
    "a new note": (("m",), ("escape",)),
    "a mark chosen": (("a",), ()),
    "a mark read": (("enter",), ("escape", "escape")),
    "a selection": (("v", "s"), ("escape", "escape")),
    "nothing to tag": (("t",), ()),
    "actors": (("1", "j"), ()),
    "help in a panel": (("question_mark",), ("escape",)),
    "quotes": (("2", "j"), ()),
    "a panel narrowed": (("f",), ("escape",)),
    "notes": (("3", "j"), ("escape", "escape")),
    "search": (("slash", *"fähr"), ("escape",)),
    "help": (("question_mark",), ("escape",)),
    "export": (("X",), ("escape",)),
    "versions": (("V",), ()),
    "changes": (("c",), ("escape", "escape")),
    "commands": (("colon", *"notiz"), ("escape",)),
    "read for quotes, with the ruler": (("7", "R"), ("R", "5")),
    "only the text": (("F",), ("F",)),
    "tags typed": (("c", "t", *"fa"), ("escape", "escape")),
    "another speaker": (("c", "I", "w"), ("escape", "escape", "escape")),
    "another name": (("E", "I", "n"), ("escape", "escape", "escape")),
    "search that finds nothing": (("slash", *"xyz"), ("escape",)),
    "hits": (("slash", *"angstrom", "enter", "n"), ("escape",)),
    "quotes by speaker": (("2", "o", "j"), ("escape",)),
    "the strip": (("4", "j", "j"), ("escape",)),
    "dossier": (("1", "g", "enter", "d"), ()),
    "who to see beside": (("w",), ()),
    "dossier of two": (("j", "enter", "l"), ()),
    "months of two": (("z",), ("escape", "escape", "escape")),
}
"""Scenes of the reader, each with the keys that lead there from the one before, and those that lead back."""

LIBRARY = {
    "library": (("j",), ()),
    "library searched": (("slash", *"fähr", "enter"), ("escape",)),
    "opening": (("o",), ("escape",)),
    "adding": (("a",), ("escape",)),
    "tag list": (("T", "j"), ()),
    "renaming a tag": (("r",), ("escape",)),
    "taking a tag off": (("x",), ("escape", "escape")),
    "nothing deleted": (("U",), ("escape",)),
    "help of the library": (("question_mark",), ("escape",)),
    "people": (("p",), ("escape",)),
    "feeds": (("R",), ("escape",)),
}
"""Scenes of the library."""


@pytest.fixture(autouse=True)
def _german():
    use_language("de")


async def pictures(app, scenes, size):
    """The scenes at that size; one app is led through all of them."""
    taken = {}
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for scene, (there, back) in scenes.items():
            await press(pilot, *there)
            taken[f"{scene} {'x'.join(map(str, size))}"] = picture_of(app)
            await press(pilot, *back)
    return taken


@pytest.mark.parametrize("size", SIZES)
async def test_the_reader(reading, looked_at, size):
    """Every word German but the article's, the tags' and the notes' own; nothing cut off that matters."""
    see_the_same(await pictures(reading(), READER, size), looked_at)


@pytest.mark.parametrize("size", SIZES)
async def test_the_library(shelves, looked_at, size):
    """As in the reader."""
    see_the_same(await pictures(shelves(), LIBRARY, size), looked_at)


async def test_the_tour(reading, looked_at):
    """The step one is at is shown in full."""
    app = reading()
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        await settle(pilot)
        app.screen.do.tour.begin()
        await settle(pilot)
        see_the_same({"60x20": picture_of(app)}, looked_at)
