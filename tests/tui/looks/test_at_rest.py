"""On the smallest terminals, too, every sheet is laid out once, and not again and again."""

import pytest

from tests.tui.looks.conftest import press, settle
from tests.tui.looks.test_scenes import READER

SIZES = ((3, 3), (5, 2), (5, 3), (9, 2))
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
    app, layouts = reading(), {}
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *READER[sheet])
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
    assert {size: number for size, number in layouts.items() if number > MOST} == {}
