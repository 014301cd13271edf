"""How the colours of tags are drawn."""

from collections.abc import Mapping

from core.annotations.tags import same
from core.translation import N_

DRAWN = {
    "red": "#e5736a",
    "orange": "#e09a50",
    "yellow": "#d9c46a",
    "green": "#8fbf7f",
    "teal": "#6fbfb3",
    "blue": "#7fb0e6",
    "violet": "#bd9be0",
    "grey": "#9a958b",
}
"""Each colour of `core.library.COLOURS` as the colour of a sign, on light and on dark ground."""

COLOUR_NAMES = {
    "red": N_("red"),
    "orange": N_("orange"),
    "yellow": N_("yellow"),
    "green": N_("green"),
    "teal": N_("teal"),
    "blue": N_("blue"),
    "violet": N_("violet"),
    "grey": N_("grey"),
}
"""What the colours are called on the screen."""


def colour_of(tag: str, colours: Mapping[str, str]) -> str:
    """The name of a tag's colour: its own, or that of the nearest level above that has one; empty where none has.

    `colours` are those the library keeps, by what `core.annotations.tags.same` makes of the tag.
    """
    levels = same(tag).split("/")
    above = ("/".join(levels[:end]) for end in range(len(levels), 0, -1))
    colour = next((colours[each] for each in above if each in colours), "")
    return colour if colour in DRAWN else ""
