"""The order of reading: bands of a page, the columns in each, and tables."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from core.articles.files.pdf.lines import Line, joined_pieces

_GUTTER = 0.7
"""Width of the narrowest gutter between columns, in font sizes."""
_FEWEST = 3
"""Lines that have to be beside each other across a gutter."""
_WIDEST = 6
"""Width of the widest gap within a line, in font sizes; justified lines of few words have wide ones."""
_CELL = 30
"""Characters of a cell of a table, at most, in the middle of them; lines of columns are longer."""
_FULL = 0.6
"""Share of its width that lines of text fill."""
_DEEPEST = 3
"""Columns within columns."""

Stretch = tuple[float, float]
"""Part of the width of a page, from left to right."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, from top to bottom."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, cell by cell."""

    cells: tuple[str, ...]


def in_order(lines: Sequence[Line], depth: int = 0) -> list[Column | Row]:
    """The columns and the rows of tables on one page, in the order in which they are read.

    The page is cut into bands between which nothing is written. As many bands as possible that share a gutter, with
    lines beside each other on both sides of it, are a zone of columns; a band in no such zone is read across.
    """
    bands = _bands(lines)
    across: list[Line] = []
    parts: list[Column | Row] = []
    start = 0
    while start < len(bands):
        end, gutters = _zone(bands, start) if depth < _DEEPEST else (start + 1, [])
        if not gutters:
            across += joined_pieces(bands[start], _WIDEST)
            start += 1
            continue
        if across:
            parts.append(Column(tuple(across)))
            across = []
        parts += _divided(bands[start:end], gutters, depth)
        start = end
    return [*parts, Column(tuple(across))] if across else parts


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups that do not overlap in height, from top to bottom."""
    bands: list[list[Line]] = []
    bottom = float("-inf")
    for line in sorted(lines, key=lambda line: line.top):
        if bands and line.top < bottom - 0.15 * line.size:
            bands[-1].append(line)
            bottom = max(bottom, line.bottom)
        else:
            bands.append([line])
            bottom = line.bottom
    return bands


def _zone(bands: Sequence[Sequence[Line]], start: int) -> tuple[int, list[Stretch]]:
    """The end of the zone of columns that begins with the band `start`, and its gutters; none if there is no zone."""
    left = min(line.left for band in bands for line in band)
    right = max(line.right for band in bands for line in band)
    width = _GUTTER * median(line.size for band in bands for line in band)
    free: list[tuple[Stretch, int]] = [((left, right), 0)]
    end, gutters = start + 1, list[Stretch]()
    for index in range(start, len(bands)):
        # A gutter parts the lines of all bands so far, so those beside each other are only counted in the new one.
        common = [
            (both, number)
            for stretch, number in free
            for other in _free(bands[index], left, right)
            if (both := (max(stretch[0], other[0]), min(stretch[1], other[1])))[1] - both[0] >= width
        ]
        free = [(stretch, number + _beside(bands[index], stretch)) for stretch, number in common]
        if not free:
            break
        zone = [line for band in bands[start : index + 1] for line in band]
        proper = [stretch for stretch, number in free if number >= _FEWEST and _is_aligned(zone, stretch)]
        if proper:
            end, gutters = index + 1, proper
    return end, gutters


def _free(band: Sequence[Line], left: float, right: float) -> list[Stretch]:
    """Where nothing is written in a band, between two margins."""
    free: list[Stretch] = []
    at = left
    for line in sorted(band, key=lambda line: line.left):
        free.append((at, line.left))
        at = max(at, line.right)
    free.append((at, right))
    return [(start, end) for start, end in free if start < end]


def _beside(band: Sequence[Line], gutter: Stretch) -> int:
    """How many lines of a band are beside each other, left and right of a gutter."""
    before = sum(line.right <= gutter[0] + 0.1 for line in band)
    return min(before, len(band) - before)


def _is_aligned(zone: Sequence[Line], gutter: Stretch) -> bool:
    """Whether most lines right of a gutter begin or end at the same place, unlike at a river through justified text."""
    beside = [line for line in zone if gutter[1] - 0.1 <= line.left < gutter[1] + 3 * line.size]
    for ends in (
        Counter(round(line.left / 2) for line in beside),
        Counter(round(line.right / 2) for line in beside),
    ):
        if ends and ends.most_common(1)[0][1] >= max(_FEWEST, len(beside) / 2):
            return True
    return False


def _divided(zone: Sequence[Sequence[Line]], gutters: Sequence[Stretch], depth: int) -> list[Column | Row]:
    """The columns of a zone from left to right, or the rows of the table that it is."""
    cuts = [end for _, end in sorted(gutters)]
    lines = [line for band in zone for line in band]
    columns = [
        [line for line in lines if sum(line.left >= cut - 0.1 for cut in cuts) == number]
        for number in range(len(cuts) + 1)
    ]
    columns = [joined_pieces(column, _WIDEST) for column in columns if column]
    if sum(len(band) > 1 for band in zone) >= _FEWEST and _is_table(columns):
        return [Row(tuple(_cells(band, cuts))) for band in zone]
    return [part for column in columns for part in in_order(column, depth + 1)]


def _is_table(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether columns hold short cells, of which one column or more leaves most of its width empty."""
    if median(len(line.words) for column in columns for line in column) > _CELL:
        return False
    lefts = [min(line.left for line in column) for column in columns]
    return any(
        median(line.right - line.left for line in column) < _FULL * (following - left)
        for column, left, following in zip(columns, lefts, lefts[1:], strict=False)
    )


def _cells(band: Sequence[Line], cuts: Sequence[float]) -> list[str]:
    cells = [""] * (len(cuts) + 1)
    for line in sorted(band, key=lambda line: (line.base, line.left)):
        number = sum(line.left >= cut - 0.1 for cut in cuts)
        cells[number] = f"{cells[number]} {line.words}".strip()
    return list(filter(None, cells))
