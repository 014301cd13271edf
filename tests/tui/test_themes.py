"""Colours that can be read, in every theme of ours."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui.themes import INK_COLOURS, PAPER_COLOURS, THEMES, colours_for

TRUE_COLOUR = [theme for theme in THEMES if not theme.ansi]
TEXT_COLOURS = [
    "entity-person",
    "entity-organisation",
    "entity-place",
    "entity-misc",
    "annotation-sign",
    "faint",
]
NAMES = list(INK_COLOURS)


def luminance(colour: Color) -> float:
    channels = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.normalized
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.1."""
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", TEXT_COLOURS)
def test_every_colour_of_words_reaches_aa_on_the_page(theme, name):
    assert contrast(theme.variables[name], theme.background) >= 4.5


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    "ground", ["annotation", "search-hit", "block-cursor-background", "screen-selection-background"]
)
def test_names_can_be_read_on_every_marked_ground(theme, ground):
    for name in TEXT_COLOURS[:4]:
        assert contrast(theme.variables[name], theme.variables[ground]) >= 4.5
    assert contrast(theme.foreground, theme.variables[ground]) >= 4.5


def test_high_contrast_reaches_aaa():
    theme = next(theme for theme in THEMES if theme.name == "contrast")
    for name in TEXT_COLOURS:
        assert contrast(theme.variables[name], theme.background) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_brings_every_colour(theme):
    assert set(NAMES) <= set(theme.variables)


def test_the_terminal_theme_uses_the_terminals_own_colours_only():
    theme = next(theme for theme in THEMES if theme.ansi)
    assert all(theme.variables[name].startswith("ansi_") for name in NAMES)


def test_other_themes_are_given_colours_that_suit_their_ground():
    assert colours_for(BUILTIN_THEMES["nord"]) is INK_COLOURS
    assert colours_for(BUILTIN_THEMES["textual-light"]) is PAPER_COLOURS
    assert colours_for(BUILTIN_THEMES["ansi-dark"])["entity-person"].startswith("ansi_")
