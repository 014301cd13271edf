"""Everything else there is to see, in the look one begins with: on the smallest terminal, a plain and a large one."""

import pytest

from tests.tui.looks.conftest import picture_of, press, see_the_same, settle

SMALL, PLAIN, LARGE = (60, 20), (80, 24), (200, 60)
SIZES = (SMALL, PLAIN, LARGE)
TOO_SMALL = (40, 10), (24, 6)

READER = {
    "nothing chosen yet": (),
    "a name chosen": ("e", "e", "e", "e"),
    "a mark chosen": ("a", "a"),
    "a selection": ("v", "s"),
    "read for quotes, with the ruler": ("7", "R"),
    "only the text": ("F",),
    "actors": ("1", "j"),
    "quotes": ("2", "j", "j"),
    "quotes by speaker": ("2", "o", "j"),
    "notes": ("3", "j"),
    "a panel narrowed": ("2", "slash", *"fähr"),
    "the strip": ("4", "j", "j"),
    "card": ("e", "enter"),
    "reason": ("c", "c", "r"),
    "tags": ("c", "t"),
    "tags typed": ("c", "t", *"fa"),
    "a new note": ("c", "m"),
    "note": ("a", "i"),
    "corrections on a quote": ("c", "I"),
    "corrections on a name": ("e", "I"),
    "another speaker": ("c", "I", "w"),
    "another name": ("e", "I", "n"),
    "search": ("slash", *"fähr"),
    "search that finds nothing": ("slash", *"xyz"),
    "hits": ("slash", *"angstrom", "enter", "n"),
    "help": ("question_mark",),
    "help in a panel": ("2", "question_mark"),
    "export": ("X",),
    "links": ("ctrl+l", "down"),
    "links narrowed": ("ctrl+l", *"ost"),
    "versions": ("V",),
    "changes": ("V", "c"),
    "commands": ("colon",),
    "commands typed": ("colon", *"note"),
    "dossier": ("e", "e", "enter", "d"),
    "who to see beside": ("e", "e", "enter", "d", "w"),
    "dossier of two": ("e", "e", "enter", "d", "w", "j", "enter", "l"),
    "months of two": ("e", "e", "enter", "d", "w", "j", "enter", "z"),
}
"""Scenes of the reader, and the keys that lead there."""

LIBRARY = {
    "library": ("j",),
    "library searched": ("slash", *"fähr"),
    "narrowing the library": ("L",),
    "library with a tag": ("T", "enter"),
    "tag list": ("T", "j"),
    "renaming a tag": ("T", "j", "r"),
    "taking a tag off": ("T", "j", "x"),
    "nothing deleted": ("U",),
    "help of the library": ("question_mark",),
}
"""Scenes of the library."""


SMALLER = {
    "the text": (),
    "a quote chosen": ("c", "c"),
    "quotes": ("2", "j"),
    "tags": ("c", "t"),
    "a new note": ("c", "m"),
    "corrections on a name": ("e", "I"),
    "card": ("e", "enter"),
    "help": ("question_mark",),
    "export": ("X",),
}
"""Scenes on terminals smaller than is promised: what there is no room for can still be left."""


async def pictures(app, keys, *sizes):
    """The scene at those sizes, reached at the first of them."""
    taken = {}
    async with app.run_test(size=sizes[0], notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        for size in sizes:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            taken["x".join(map(str, size))] = picture_of(app)
    return taken


@pytest.mark.parametrize("scene", READER)
async def test_the_reader(reading, looked_at, scene):
    """Nothing cut off that cannot be reached, nothing over something else, columns in line."""
    sizes = SIZES[1:] if scene == "the strip" else SIZES
    see_the_same(await pictures(reading(), READER[scene], *sizes), looked_at)


@pytest.mark.parametrize("scene", LIBRARY)
async def test_the_library(shelves, looked_at, scene):
    """As in the reader."""
    see_the_same(await pictures(shelves(), LIBRARY[scene], *SIZES), looked_at)


@pytest.mark.parametrize("scene", SMALLER)
async def test_a_terminal_too_small(reading, looked_at, scene):
    """At 40x10 the way out of each sheet is in sight; at 24x6 the text can be read and nothing breaks."""
    see_the_same(await pictures(reading(), SMALLER[scene], *TOO_SMALL), looked_at)


async def test_the_tour(reading, looked_at):
    """The step one is at stands above the line at the foot, in full."""
    taken = {}
    app = reading()
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        await settle(pilot)
        app.screen.do.tour.begin()
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            taken["x".join(map(str, size))] = picture_of(app)
    see_the_same(taken, looked_at)
