"""Tables: rows of cells with bars between them, set in columns, or cell by cell where these are too wide.

A row is one block, as every format has it: "Ort | Stimmen | Anteil". Its bars tell that a block is a row, so that
articles that were read long ago have their tables as well.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.articles.article import Article, Block, BlockKind
from core.text.spans import Span
from tui.text import cells, drawable, shorten
from tui.widgets.article.setting import MARKER
from tui.widgets.article.wrap import Points, Stretch

INDENT = 2
"""Columns before a row."""
_BAR = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
_LAST_BARS = re.compile(r"(?:(?:^|\s+)\|)+\s*$")
_NOTHING = re.compile(r"[-–—.…*]{0,3}")
"""What stands in a cell for which there is nothing."""
_NUMBER = re.compile(r"[<>≈~±+−–-]?\s?\d.{0,11}")
_MOST = 12
"""Columns of a table; what has more is none that could be looked at."""
_FEWEST = 2
"""Rows of a table, and columns."""
_BETWEEN = 3
"""Columns of the screen between two of the table: a bar and two blanks."""
_LEAST = 4
"""Columns of the screen that a line needs."""
_NARROWEST = 12
"""Columns of the screen that a first column has at least if it is broken into lines."""
HANGING = 2
"""Columns before the further lines of a cell there."""


class Place(NamedTuple):
    """Where a line of a row begins, and what is drawn before it and within it that is not in the article."""

    start: int
    indent: int = INDENT
    lead: str = ""
    pads: tuple[tuple[int, int], ...] = ()
    """Blank columns before some offsets of the line, in order."""


class Cells(NamedTuple):
    """A block divided at its bars."""

    block: Block
    spans: tuple[Span, ...]
    """The words of each cell; a cell may have none."""
    bars: tuple[int, ...]


def bars_in(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where bars between cells stand in a stretch that begins with a row or with a cell."""
    return tuple(match.start() + start for match in _BAR.finditer(text[start:end]))


def without_last_bars(words: str) -> str:
    """Words of a line without the bars behind its last cell, which belong to cells on lines further down."""
    return _LAST_BARS.sub("", words)


def divided(text: str, block: Block) -> Cells:
    """A block with its cells; one that has no bars is one cell."""
    bars = bars_in(text, block.start, block.end)
    edges = (block.start - 1, *bars, block.end)
    return Cells(block, tuple(_stripped(text, a + 1, b) for a, b in pairwise(edges)), bars)


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


class Table:
    """Rows that follow each other."""

    def __init__(self, text: str, rows: Sequence[Cells], number: int) -> None:
        """`number` is how many columns it has; a row with other cells than that is set by itself."""
        self._text = text
        self._rows = rows
        self._full = [row for row in rows if len(row.spans) == number]
        self._set = [*self._full, *(row for row in rows if _is_cut(row, number))]
        self._widths = [
            max(self._size(row.spans[at]) for row in self._set if at < len(row.spans)) for at in range(number)
        ]
        below = [[row.spans[at] for row in self._full[1:]] for at in range(number)]
        self._right = [self._is_numeric(column) for column in below]
        self._labels = self._header()

    def places(self, row: int, columns: int, points: Points | None) -> list[Place]:
        """The lines of a row, if there are so many columns."""
        divided = self._rows[row]
        whole = divided.block.start, divided.block.end
        first = self._first_column(columns - INDENT)
        if first and divided in self._set:
            return list(self._aligned(divided, first, points))
        is_line = not self._labels and self._size(whole) <= columns - INDENT
        if first or is_line or len(divided.spans) == 1 or (self._labels and divided is self._full[0]):
            return list(self._broken(whole, INDENT, "", columns, points))
        return list(self._stacked(divided, columns, points))

    def _first_column(self, room: int) -> int:
        """How wide the first column is where the others have as much room as they want; 0 where that is too little.

        It alone may be broken into lines, since what stands in these is one stretch of the text.
        """
        left = room - sum(self._widths[1:]) - _BETWEEN * (len(self._widths) - 1)
        if left >= self._widths[0]:
            return self._widths[0]
        words = (word for row in self._full for word in self._text[slice(*row.spans[0])].split())
        return left if left >= max(_NARROWEST, HANGING + max(map(cells, words), default=0)) else 0

    def _size(self, span: Span) -> int:
        return cells(self._text[slice(*span)])

    def _is_numeric(self, column: Sequence[Span]) -> bool:
        words = [self._text[slice(*span)] for span in column]
        words = [each for each in words if not _NOTHING.fullmatch(each)]
        return bool(words) and all(_NUMBER.fullmatch(each) for each in words)

    def _header(self) -> tuple[str, ...]:
        """What the columns are called, if that is sure: numbers stand below words, or the corner is empty."""
        first = [self._text[slice(*span)] for span in self._full[0].spans]
        over_numbers = any(
            right and words and not any(map(str.isdigit, words))
            for words, right in zip(first, self._right, strict=True)
        )
        return tuple(first) if over_numbers or not first[0] else ()

    def _aligned(self, row: Cells, first: int, points: Points | None) -> Iterator[Place]:
        """A row in columns, of which the first is so wide."""
        stretch = Stretch(self._text, row.block.start, max(row.block.start + 1, row.spans[0][1]))
        *above, last = (
            stretch.breaks(first, first - HANGING, points)
            if row.spans[0][1] > row.spans[0][0]
            else [row.block.start]
        )
        for nth, start in enumerate(above):
            yield Place(start, INDENT + (HANGING if nth else 0))
        hanging = HANGING if above else 0
        yield Place(last, INDENT + hanging, pads=tuple(self._pads(row, last, hanging, first)))

    def _pads(self, row: Cells, offset: int, column: int, first: int) -> Iterator[tuple[int, int]]:
        """What puts each cell and each bar into its column, in the line that begins at an offset and a column."""
        left = 0
        for at, (span, width) in enumerate(zip(row.spans, (first, *self._widths[1:]), strict=False)):
            wanted: list[tuple[int, int]] = []
            if offset <= span[0] < span[1]:
                wanted.append((span[0], left + (width - self._size(span) if self._right[at] else 0)))
            if at < len(row.bars):
                wanted.append((row.bars[at], left + width + 1))
            for place, target in wanted:
                column += cells(self._text[offset:place])
                offset = place
                if column < target:
                    yield place, target - column
                    column = target
            left += width + _BETWEEN

    def _stacked(self, row: Cells, columns: int, points: Points | None) -> Iterator[Place]:
        """Each cell in lines of its own, those after the first under what their columns are called."""
        filled = [(at, span) for at, span in enumerate(row.spans) if span[0] < span[1]]
        labels = self._labels if len(row.spans) == len(self._labels) else ()
        room = max(0, min(max(map(cells, labels[1:]), default=0), columns // 3))
        for nth, (at, (start, end)) in enumerate(filled):
            if nth == 0 and at == 0:
                yield from self._broken((row.block.start, end), INDENT, "", columns, points)
                continue
            lead = f"{drawable(shorten(labels[at], room))}: " if labels and labels[at] else ""
            lead = f"{lead}{' ' * (room + 2 - cells(lead))}" if labels else ""
            begin = row.block.start if nth == 0 else start
            yield from self._broken((begin, end), 2 * INDENT + cells(lead), lead, columns, points)

    def _broken(
        self, span: Span, indent: int, lead: str, columns: int, points: Points | None
    ) -> Iterator[Place]:
        indent = max(0, min(indent, columns - _LEAST))
        room = columns - indent
        for nth, start in enumerate(Stretch(self._text, *span).breaks(room, room, points)):
            yield Place(start, indent, lead[:indent] if nth == 0 else "")


def _is_cut(row: Cells, number: int) -> bool:
    """Whether nothing but empty cells is missing at the end of a row: it has others, so each is in its place."""
    return 1 < len(row.spans) < number and any(start == end for start, end in row.spans)


def tables(article: Article) -> dict[int, tuple[Table, int]]:
    """The tables of an article: of each block that is a row, by its index, the table and the number of the row."""
    found: dict[int, tuple[Table, int]] = {}
    run: list[Cells] = []
    for index, block in enumerate((*article.blocks, None)):
        if block is not None and _may_be_row(article.text, block):
            run.append(divided(article.text, block))
            continue
        for start, end in _stretches(run):
            found.update(_table(article.text, run[start:end], index - len(run) + start))
        run = []
    return found


def _stretches(run: Sequence[Cells]) -> Iterator[Span]:
    """Rows that follow each other; a single block without bars may be among them, as a heading within a table is."""
    start, last = -1, -1
    for at, row in enumerate(run):
        if not row.bars:
            continue
        if start >= 0 and (at - last > 2 or (at - last == 2 and len(row.bars) != len(run[last].bars))):
            yield start, last + 1
            start = -1
        start, last = (at if start < 0 else start), at
    if start >= 0:
        yield start, last + 1


def _may_be_row(text: str, block: Block) -> bool:
    is_item = block.kind is BlockKind.LIST_ITEM and block.repeats is None
    return is_item and MARKER.match(text, block.start, block.end) is None


def _table(text: str, run: Sequence[Cells], first: int) -> Iterator[tuple[int, tuple[Table, int]]]:
    """The table that rows are, if most of them have as many cells."""
    counted = Counter(len(row.spans) for row in run if row.bars)
    number, times = max(counted.items(), key=lambda each: (each[1], each[0]))
    if times >= _FEWEST and number <= _MOST:
        table = Table(text, run, number)
        for at in range(len(run)):
            yield first + at, (table, at)
