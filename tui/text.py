"""Text made fit for a terminal: nothing in it moves a column, rings a bell or turns a line around."""

import re
import sys
from unicodedata import category

from rich.cells import cell_len, get_character_cell_size

_ODD = re.compile(
    "[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u25b6]"
)
"""Anything that is not surely drawn as itself in exactly one cell by every terminal."""

_UNKNOWN = "\u2426"
"""Stands for what has no picture of its own. One cell wide everywhere, which U+FFFD is not."""

_UNSEEN = "\u200b"

_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")


def _picture(code: int) -> str:
    """How one code point is drawn: as itself, as another that every terminal agrees on, or not at all."""
    char = chr(code)
    kind = category(char)
    if char in "\xa0\u3000":
        return char
    if char.isspace() or kind == "Zs":
        # File, group, record and unit separators count as white space too, and as nothing else.
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if kind in ("Cc", "Cs", "Co", "Cn"):
        return _UNKNOWN
    # Format characters (soft hyphen, zero width, bidi), enclosing marks and variation selectors: on their
    # width terminals differ, and what they change is not worth a shifted line.
    if kind in ("Cf", "Me") or char in _FILLERS or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return ""
    if 0x1F3FB <= code <= 0x1F3FF:  # skin tones
        return ""
    if 0x1F1E6 <= code <= 0x1F1FF:  # the letters that flags are made of
        return chr(code - 0x1F1E6 + ord("A"))
    return char


class _Pictures(dict[int, str]):
    """Pictures by code point, worked out as they are asked for."""

    def __missing__(self, code: int) -> str:
        picture = self[code] = _picture(code)
        return picture


_PICTURES = _Pictures()


def is_plain(text: str) -> bool:
    """Whether every character is drawn as itself in one cell, so that offsets are columns."""
    return _ODD.search(text) is None


def next_odd(text: str, start: int, end: int = sys.maxsize) -> int:
    """Where, from `start` on, the first character is that may not take exactly one column.

    Far past the end where none does before `end`.
    """
    match = _ODD.search(text, start, end)
    return match.start() if match else sys.maxsize


def drawable(text: str) -> str:
    """`text` as it may reach a terminal, in one line.

    Each code point is drawn independently of its neighbours, so a text may be drawn in pieces. White space
    becomes spaces, control characters show as control pictures, invisible characters vanish, emoji fall apart into
    those they are joined from.
    """
    return text if is_plain(text) else text.translate(_PICTURES)


def drawable_in_place(text: str) -> str:
    """The same with one code point for each of `text`: what vanishes elsewhere is an unseen one without width here."""
    return text if is_plain(text) else "".join(_PICTURES[ord(char)] or _UNSEEN for char in text)


def cells(text: str) -> int:
    """Columns that `text` takes when drawn."""
    return len(text) if is_plain(text) else cell_len(drawable(text))


def widths(text: str) -> list[int]:
    """Columns that each code point of `text` takes when drawn: 0, 1 or 2."""
    return [
        get_character_cell_size(picture) if picture else 0
        for picture in map(_PICTURES.__getitem__, map(ord, text))
    ]


def shorten(text: str, columns: int) -> str:
    """`text` as drawn in at most `columns` columns, ending in an ellipsis when something had to go."""
    text = drawable(text)
    if cell_len(text) <= columns:
        return text
    if columns < 1:
        return ""
    taken, end = 0, 0
    for char in text:
        taken += get_character_cell_size(char)
        if taken > columns - 1:
            break
        end += 1
    return text[:end].rstrip() + "…"
