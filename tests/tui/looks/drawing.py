"""Pictures drawn as SVG: every character in the cell where a terminal puts it, in colours that one may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

from rich.color import Color

from tests.tui.looks.picture import ANSI, Look, Picture, Row

COLUMN, LINE, BASE = 8.0, 17.0, 13.0
"""Size of a cell, and how far below its top the letters stand."""
FONT = "13.29px 'DejaVu Sans Mono', 'Noto Sans Mono', Menlo, Consolas, monospace"
"""A letter of DejaVu Sans Mono is 0.602 of its size wide: just a cell."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that a terminal has of its own."""

    ink: str
    ground: str
    colours: Mapping[str, str]


def _palette(ink: str, ground: str, plain: str, bright: str) -> Palette:
    return Palette(ink, ground, dict(zip(ANSI, (*plain.split(), *bright.split()), strict=True)))


DARK = _palette(
    "#cccccc",
    "#0c0c0c",
    "#0c0c0c #c50f1f #13a10e #c19c00 #3b78ff #b4009e #3a96dd #cccccc",
    "#767676 #e74856 #16c60c #f9f1a5 #6a9bff #d670d6 #61d6d6 #f2f2f2",
)
"""A dark terminal with colours as many have them."""
LIGHT = _palette(
    "#2e3436",
    "#ffffff",
    "#2e3436 #cc0000 #4e9a06 #c4a000 #3465a4 #75507b #06989a #d3d7cf",
    "#555753 #ef2929 #8ae234 #fce94f #729fcf #ad7fa8 #34e2e2 #eeeeec",
)
"""A light one."""


def svg(picture: Picture, palette: Palette = DARK) -> str:
    """The picture as an SVG document."""
    width, height = picture.width * COLUMN, len(picture.rows) * LINE
    drawn = "".join(_row(row, number * LINE, palette) for number, row in enumerate(picture.rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" style="font: {FONT}; white-space: pre">'
        f'<rect width="{width:g}" height="{height:g}" fill="{palette.ground}"/>{drawn}</svg>\n'
    )


def _row(row: Row, top: float, palette: Palette) -> str:
    grounds, letters = [], []
    column = 0
    for look, run in groupby(row, key=lambda cell: cell.look):
        cells = tuple(run)
        ink, ground = _colours(look, palette)
        left, columns = column * COLUMN, sum(cell.columns for cell in cells)
        if ground != palette.ground:
            grounds.append(
                f'<rect x="{left:g}" y="{top:g}" width="{columns * COLUMN:g}" height="{LINE:g}" fill="{ground}"/>'
            )
        letters.extend(_lines(look, left, top, columns * COLUMN, ink))
        for wide, same in groupby(cells, key=lambda cell: cell.columns != 1):
            for part in [(each,) for each in same] if wide else [tuple(same)]:
                words = "".join(cell.text for cell in part)
                length = sum(cell.columns for cell in part)
                if words.strip():
                    letters.append(_words(words, look, column * COLUMN, top, ink, length, part))
                column += length
    return "".join((*grounds, *letters))


def _words(words: str, look: Look, left: float, top: float, ink: str, columns: int, part: Row) -> str:
    weight = ' font-weight="bold"' if "bold" in look.attributes else ""
    slope = ' font-style="italic"' if "italic" in look.attributes else ""
    letters = escape(words).replace(" ", "\xa0")  # blanks would run into one
    if columns == len(words) == len(part):
        places = " ".join(f"{left + at * COLUMN:g}" for at in range(columns))
        fit = f'x="{places}"' if not words.isascii() else f'x="{left:g}"'
    else:
        fit = f'x="{left:g}" textLength="{columns * COLUMN:g}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {fit} y="{top + BASE:g}" fill="{ink}"{weight}{slope}>{letters}</text>'


def _lines(look: Look, left: float, top: float, width: float, ink: str) -> list[str]:
    heights = []
    if "underline" in look.attributes or "underline2" in look.attributes:
        heights.append(top + BASE + 1.5)
    if "underline2" in look.attributes:
        heights.append(top + BASE + 3.5)
    if "strike" in look.attributes:
        heights.append(top + BASE - 4.5)
    return [
        f'<rect x="{left:g}" y="{height:g}" width="{width:g}" height="1" fill="{ink}"/>' for height in heights
    ]


def _colours(look: Look, palette: Palette) -> tuple[str, str]:
    ink = _colour(look.ink, palette, palette.ink)
    ground = _colour(look.ground, palette, palette.ground)
    if "reverse" in look.attributes:
        ink, ground = ground, ink
    if "dim" in look.attributes:
        one, other = Color.parse(ink).get_truecolor(), Color.parse(ground).get_truecolor()
        mixed = (round((a + b) / 2) for a, b in zip(one, other, strict=True))
        ink = "#" + "".join(f"{part:02x}" for part in mixed)
    return ink, ground


def _colour(name: str, palette: Palette, own: str) -> str:
    if name == "default":
        return own
    return palette.colours.get(name) or Color.parse(name).get_truecolor().hex
