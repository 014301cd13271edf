"""The page in each look and at each size: a quote is the target, in text, panel, strip and status line alike."""

import pytest

from tests.tui.looks.conftest import SIZES, picture_of, press, see_the_same, settle
from tui.themes import THEMES


def of(size):
    return "x".join(map(str, size))


@pytest.mark.parametrize("size", SIZES, ids=of)
async def test_the_page_with_a_quote_as_target(reading, looked_at, size):
    """Headline, caption, names of three scripts, all kinds of quotes, marks; the second quote chosen."""
    app = reading()
    pictures = {}
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "c", "c")
        for theme in THEMES:
            app.theme = theme.name
            await settle(pilot)
            pictures[theme.name] = picture_of(app)
    see_the_same(pictures, looked_at)


@pytest.mark.parametrize("size", SIZES, ids=of)
@pytest.mark.parametrize("theme", ["ink", "terminal"])
async def test_without_colour_signs_and_attributes_tell_all(reading, looked_at, monkeypatch, theme, size):
    """NO_COLOR: quote, target, names and marks are told apart by bar, reverse, underline, italic, bold and sign."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = reading()
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "c", "c")
        picture = picture_of(app)
    assert picture == looked_at
