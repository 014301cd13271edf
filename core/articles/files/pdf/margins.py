"""What is printed in the margins of pages and is not part of the text: running heads and feet, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from core.articles.blocks import CREDIT, ends_sentence
from core.articles.files.pdf.lines import Line

_MARGIN = 0.12
"""Share of a page's height at its top and at its foot where running heads and feet are."""
_NEAR = 5.0
"""Points by which the height of a running head may differ from page to page."""
_NUMBER = re.compile(
    r"[–—|·\s-]*(?:(?:Seite|S\.|page|p\.)\s*)?\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?[–—|·\s-]*", re.IGNORECASE
)
_NUMBERED = re.compile(r"\b(?:Seite|page)\s+\d{1,4}\b", re.IGNORECASE)
_SMALLER = 0.94
"""Size of small print, as a share of the size of the text."""
_FAR = 2.5
"""Distance of a lone line to the text, in font sizes."""
_SHORT = 120
"""Characters of a line that may be a running head."""


def without_margins(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without running heads, running feet and page numbers.

    A line in a margin that is there on another page too, but for its numbers, is one of them, and so is what is beside
    it; a lone number at the very top or foot of a page is its number.
    """
    seen: defaultdict[str, list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            if _in_margin(line, height):
                seen[_form(line)].append(line)
    small = _SMALLER * usual_size([line for lines in pages for line in lines])
    return [_kept(lines, height, seen, small) for lines, height in zip(pages, heights, strict=True)]


def usual_size(lines: Sequence[Line]) -> float:
    """The size of the letters in which most is written."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0


def _kept(lines: Sequence[Line], height: float, seen: dict[str, list[Line]], small: float) -> list[Line]:
    if not lines:
        return []
    top, foot = min(line.base for line in lines), max(line.base for line in lines)
    gone: list[Line] = []
    for line in lines:
        if not _in_margin(line, height) or len(line.words) > _SHORT:
            continue
        outermost = line.base - top < 2 or foot - line.base < 2
        again = any(
            other.page != line.page and abs(other.base - line.base) < _NEAR for other in seen[_form(line)]
        )
        numbered = _NUMBER.fullmatch(line.words) or _NUMBERED.search(line.words)
        if again or (outermost and (numbered or _is_apart(line, lines, small))):
            gone.append(line)
    heads = [line.base for line in gone]
    return [
        line
        for line in lines
        if line not in gone
        and not (
            _in_margin(line, height)
            and len(line.words) <= _SHORT
            and any(abs(line.base - base) < 2 for base in heads)
        )
    ]


def _is_apart(line: Line, lines: Sequence[Line], small: float) -> bool:
    """Whether a line is in smaller letters than the text and far from it."""
    others = [abs(other.base - line.base) for other in lines if abs(other.base - line.base) > 2]
    is_name = line.size < small and not ends_sentence(line.words) and not CREDIT.match(line.words)
    return is_name and min(others, default=0) > _FAR * line.size


def _in_margin(line: Line, height: float) -> bool:
    return line.base < _MARGIN * height or line.base > (1 - _MARGIN) * height


def _form(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words).casefold()
