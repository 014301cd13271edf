"""The colours of tags."""

from core.library.tag_store import COLOURS
from tui.tag_colours import DRAWN, colour_of


def test_every_colour_can_be_drawn():
    assert tuple(DRAWN) == COLOURS


def test_a_tag_has_its_own_colour_or_that_of_the_nearest_above():
    colours = {"hafen": "blue", "hafen/kran": "red", "x": "ultraviolet"}
    tags = ("Hafen/Kran/rot", "hafen/kai", "HAFEN", "kap", "x", "hafenamt")
    assert [colour_of(tag, colours) for tag in tags] == ["red", "blue", "blue", "", "", ""]
