"""Colours that can be read, in every theme of ours."""

from itertools import combinations
from math import dist

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
    "ground", ["annotation", "search-hit", "block-cursor-background", "screen-selection-background", "ruler"]
)
def test_names_can_be_read_on_every_marked_ground(theme, ground):
    for name in TEXT_COLOURS[:4]:
        assert contrast(theme.variables[name], theme.variables[ground]) >= 4.5
    assert contrast(theme.foreground, theme.variables[ground]) >= 4.5


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=lambda theme: theme.name)
def test_faint_words_can_be_read_on_the_page_the_panel_and_below_the_ruler(theme):
    for ground in (theme.background, theme.panel, theme.variables["ruler"]):
        assert contrast(theme.variables["faint"], ground) >= 4.5


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=lambda theme: theme.name)
def test_what_is_not_read_for_now_can_still_be_read_and_is_clearly_fainter(theme):
    faded = contrast(theme.variables["faded"], theme.background)
    assert 4.5 <= faded <= contrast(theme.foreground, theme.background) / 1.8


def test_there_is_a_look_for_every_eye():
    names = {theme.name for theme in THEMES}
    assert names == {"ink", "paper", "sepia", "contrast", "colour-blind", "terminal"}


# How people see who lack one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHTS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def lab(colour: str, sight: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as it is seen."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in Color.parse(colour).normalized
    ]
    red, green, blue = (max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))) for row in sight)
    places = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in places)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SIGHTS)
def test_kinds_of_names_stay_apart_for_the_colour_blind(sight):
    theme = next(theme for theme in THEMES if theme.name == "colour-blind")
    seen = [lab(theme.variables[name], SIGHTS[sight]) for name in TEXT_COLOURS[:4]]
    assert min(dist(one, other) for one, other in combinations(seen, 2)) > 25


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
