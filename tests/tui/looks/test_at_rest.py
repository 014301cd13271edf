"""On the smallest terminals, too, every sheet is laid out once, and not again and again."""

from dataclasses import replace

import pytest

from tests.tui.looks.conftest import press, settle
from tests.tui.looks.test_scenes import READER
from tests.tui.sample import annotation
from tui.screens.sheets.mark import MarkDialog

SIZES = ((1, 1), (3, 3), (5, 2), (9, 2))
SHEETS = (
    "help",
    "help in a panel",
    "tags",
    "a new note",
    "card",
    "reason",
    "note",
    "export",
    "commands",
    "versions",
)
SECONDS = 0.3
MOST = 6
"""Layouts within that time; one that comes and goes for ever takes some twenty."""


@pytest.mark.parametrize("sheet", SHEETS)
async def test_a_sheet_comes_to_rest(reading, sheet):
    app = reading()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *READER[sheet])
        assert await laid_out_too_often(app, pilot) == {}


@pytest.mark.parametrize("note", ["A b c d e f g h", "W" * 200], ids=("words", "one word"))
async def test_a_note_comes_to_rest(reading, note):
    app = reading()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(MarkDialog(replace(annotation("a", "Rücktritt"), note=note), "Rücktritt", {}))
        assert await laid_out_too_often(app, pilot) == {}


async def laid_out_too_often(app, pilot):
    """How often the screen on top is laid out on each of the terminals where that does not end."""
    layouts = {}
    for size in SIZES:
        await pilot.resize_terminal(*size)
        await settle(pilot)
        screen, counted = app.screen, [0]
        lay_out = screen._refresh_layout

        def count(*arguments, lay_out=lay_out, counted=counted, **named):
            counted[0] += 1
            return lay_out(*arguments, **named)

        screen._refresh_layout = count
        await pilot.pause(SECONDS)
        screen._refresh_layout = lay_out
        layouts[size] = counted[0]
    return {size: number for size, number in layouts.items() if number > MOST}
