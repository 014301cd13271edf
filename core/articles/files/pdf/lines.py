"""The lines on a page: signs on the same baseline, close to each other."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdfium2 import raw

from core.articles.files.pdf.areas import Area, address_at, areas_on
from core.articles.links.link import Link
from core.articles.links.linked import Linked, joined, linked

_SPACE = 0.17
"""Width of the narrowest gap between words, in font sizes."""
_APART = 0.9
"""Width of a gap from which on two pieces on the same height are no longer one line; justified gaps may be joined."""
_FORCED_BOLD = 1 << 18
"""The flag of a font that is drawn bold."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHENS = ("\x02", "\ufffe", "\x1f")
"""What pdfium gives for a hyphen at the end of a line."""
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|\bbd\b", re.IGNORECASE)
_BULLET = re.compile(r"[-•‣▪◦·*–➤►■]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\)")
"""A piece that is set apart from the line it belongs to."""
_FROM_BULLET = 4
"""Width of the widest gap behind such a piece."""
_RAISED = 0.82
"""Largest size of a raised sign, as a share of the size of the signs beside it."""
_LEAST_RAISED = 0.45
"""Likewise the smallest; a larger difference is that of a first letter that reaches down over several lines."""
_SIGNS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[cdkm]?m)|\d)$")
"""What a raised number belongs to; behind anything else it is the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other. Lengths are in points, from the upper left corner of the page."""

    words: str
    left: float
    right: float
    base: float
    """The height of the baseline, growing downwards."""
    size: float
    """Of the font."""
    bold: bool
    page: int
    note: str = ""
    """The mark of a footnote with which it begins."""
    links: tuple[Link, ...] = ()
    """The links in its words."""

    @property
    def told(self) -> Linked:
        """Its words with their links."""
        return Linked(self.words, self.links)

    @property
    def top(self) -> float:
        """The height of its capitals, about."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """The depth of its descenders, about."""
        return self.base + 0.25 * self.size


@dataclass(frozen=True, slots=True)
class _Sign:
    letter: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    address: str = ""
    """Where it leads."""


def lines_on(page: Any, number: int) -> tuple[list[Line], float]:
    """The lines on a page of pdfium, and the height of the page, turned so that most is written from left to right."""
    text = page.get_textpage()
    try:
        count = raw.FPDFText_CountChars(text.raw)
        turns = _quarter_turns(text.raw, count)
        width, height = _unturned_size(page)
        areas = areas_on(page)
        signs = list(_signs(text.raw, count, turns, (width, height), areas))
    finally:
        text.close()
    lines: list[Line] = []
    run: list[_Sign] = []
    for sign in signs:
        if run and not _goes_on(run[-1], sign):
            lines += _line(run, number)
            run = []
        run.append(sign)
    lines += _line(run, number)
    return joined_pieces(lines, _APART), width if turns % 2 else height


def _unturned_size(page: Any) -> tuple[float, float]:
    width, height = page.get_size()
    return (height, width) if page.get_rotation() in (90, 270) else (width, height)


def _signs(
    text: Any, count: int, turns: int, page: tuple[float, float], areas: Sequence[Area]
) -> Iterator[_Sign]:
    """All signs that are written in one direction, as if it were from left to right."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    font = at = (0.0, 0.0)
    size, bold, other = 0.0, False, False
    for index in range(count):
        letter = _letter(text, index)
        if not letter:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        here = (x.value, y.value)
        if here[turns % 2 == 0] != at[turns % 2 == 0]:
            other = _quarter(raw.FPDFText_GetCharAngle(text, index)) != turns
        at = here
        if other:
            continue
        look = raw.FPDFText_GetFontSize(text, index), round(abs(box.top - box.bottom), 2)
        if look != font:
            font = look
            raw.FPDFText_GetMatrix(text, index, matrix)
            size = font[0] * math.hypot(matrix.c, matrix.d) or font[0]
            bold = _is_bold(text, index)
        address = address_at(areas, (box.left + box.right) / 2, (box.bottom + box.top) / 2)
        yield _Sign(letter, *_placed(box, here, turns, *page), size, bold, address)


def _letter(text: Any, index: int) -> str:
    """The sign at an index, or "" for what pdfium put in between; a hyphen at the end of a line is a hyphen."""
    code = raw.FPDFText_GetUnicode(text, index)
    if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text, index) == 1:
        return ""
    letter = chr(code) if code < 0x110000 else "\ufffd"
    return "-" if letter in _HYPHENS else _LIGATURES.get(letter, letter)


def _is_bold(text: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    return bool(_BOLD.search(name.value.decode("utf-8", "ignore")) or flags.value & _FORCED_BOLD)


def _quarter_turns(text: Any, count: int) -> int:
    """In which direction most is written: 0 to the right, 1 upwards, 2 to the left, 3 downwards."""
    turns = Counter(
        _quarter(raw.FPDFText_GetCharAngle(text, index)) for index in range(0, count, 1 + count // 200)
    )
    return turns.most_common(1)[0][0] if turns else 0


def _quarter(angle: float) -> int:
    return -round(angle / (math.pi / 2)) % 4  # pdfium counts clockwise


def _placed(
    box: Any, origin: tuple[float, float], turns: int, width: float, height: float
) -> tuple[float, float, float]:
    """Left, right and baseline of a sign, on the page turned so that it is written from left to right."""
    match turns:
        case 0:
            return box.left, box.right, height - origin[1]
        case 1:
            return box.bottom, box.top, origin[0]
        case 2:
            return width - box.right, width - box.left, origin[1]
        case _:
            return height - box.top, height - box.bottom, width - origin[0]


def _goes_on(before: _Sign, sign: _Sign) -> bool:
    """Whether a sign continues the line that ends with another one."""
    size = max(before.size, sign.size)
    if (sign.left, sign.base) == (before.left, before.base):
        return True  # The next letter of a ligature, which has the place of the whole.
    if not -0.5 * size < sign.left - before.right < _APART * size:
        return False
    smaller = _LEAST_RAISED * size < min(before.size, sign.size) <= _RAISED * size
    return abs(sign.base - before.base) <= (0.6 if smaller else 0.25) * size


def _line(run: list[_Sign], page: int) -> list[Line]:
    seen = [sign for sign in run if not sign.letter.isspace()]
    if not seen:
        return []
    size = max(sign.size for sign in seen)
    full = [sign for sign in seen if sign.size > _RAISED * size]
    base = full[len(full) // 2].base
    words = ""
    note = ""
    before: _Sign | None = None
    addresses: list[str] = []
    for sign in run:
        addresses += [before.address if before else ""] * (len(words) - len(addresses))
        space = before is not None and sign.left - before.right > _SPACE * size
        if sign.letter.isspace() or (space and not words.endswith(" ")):
            words += " "
            addresses.append(sign.address)
        if sign.letter.isspace():
            continue
        raised = sign.size <= _RAISED * size and base - sign.base > 0.15 * size
        if raised and not words.strip():
            note += sign.letter
        elif raised and sign.letter.isdigit() and _UNIT.search(words.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")):
            words += sign.letter.translate(_SIGNS)
        elif not (raised and (sign.letter.isdigit() or sign.letter in "*†‡,)(")):
            words += sign.letter
        before = sign
    addresses += [before.address if before else ""] * (len(words) - len(addresses))
    told = linked((letter, address, address) for letter, address in zip(words, addresses, strict=True))
    words = " ".join(words.split())
    bold = sum(sign.bold for sign in seen) > 0.9 * len(seen)
    if not words:
        return []
    links = told.rewritten(words).links
    return [Line(words, seen[0].left, seen[-1].right, base, size, bold, page, note, links)]


def joined_pieces(lines: Sequence[Line], widest: float) -> list[Line]:
    """The lines, with those made one that are side by side, with gaps of at most `widest` font sizes between them."""
    done: list[Line] = []
    for line in sorted(lines, key=lambda line: (round(line.base), line.left)):
        before = done[-1] if done else None
        if before is None or not _is_beside(before, line, widest):
            done.append(line)
            continue
        space = " " if line.left - before.right > _SPACE * line.size else ""
        told = joined((before.told, line.told), space)
        done[-1] = replace(
            before,
            words=told.words,
            links=told.links,
            right=line.right,
            bold=before.bold and line.bold,
        )
    return done


def _is_beside(before: Line, line: Line, widest: float) -> bool:
    gap = (line.left - before.right) / line.size
    same = abs(before.base - line.base) < 0.2 * line.size and abs(before.size - line.size) < 0.1 * line.size
    return same and -0.3 < gap < (_FROM_BULLET if _BULLET.fullmatch(before.words) else widest)
