"""How an article is broken into lines at a width, without colours and without a widget."""

from array import array
from bisect import bisect_right
from enum import Enum, auto
from itertools import accumulate, repeat
from math import inf
from operator import add, attrgetter, floordiv
from time import perf_counter
from typing import NamedTuple

from core.articles.article import Article
from core.text.spans import Span
from tui.text import cells, widths
from tui.widgets.article.setting import Setting, settings
from tui.widgets.article.tables import Place, tables, without_last_bars
from tui.widgets.article.wrap import SOFT_HYPHEN, Points, Stretch, breaks_at_spaces, is_even

GUTTER = 2
"""Columns left of the text, for the bar of a quotation and a space; as many right of it for signs."""

NARROWEST = 20
"""Columns below which nothing is laid out any narrower; what does not fit is cut off."""

AIR = 60
"""Columns from which on the text keeps two more columns away from either edge."""

REMEMBERED = 256
"""Blocks whose line breaks are kept; those of others are computed again."""

WASTED = 3
"""Columns that a line leaves empty on average, for estimating the lines of blocks not laid out yet."""

AT_ONCE = 200
"""Blocks that are laid out between two looks at the clock."""

_start_of = attrgetter("start")


class Row(Enum):
    """What a line of the screen shows."""

    TEXT = auto()
    BLANK = auto()
    HEAD = auto()
    """Source, authors, day and length, above the first block."""
    RULE = auto()
    """The thin rule below the headline."""
    FOLD = auto()
    """The sign for a repeated caption."""


class Line(NamedTuple):
    """One line of the screen. `start` and `end` are offsets into the article's text; lines without text are empty.

    A line of text includes the white space at its end, and the sign of a fold covers its whole block, so every
    character of a block belongs to exactly one line.
    """

    row: Row
    start: int
    end: int
    block: int | None = None
    """Index of the article's block."""
    indent: int = 0
    """Columns kept free before the text."""
    lead: str = ""
    """What is drawn before the text, at the end of the indent, and is not in the article."""
    pads: tuple[tuple[int, int], ...] = ()
    """Blank columns that are drawn before some offsets: those of cells in a row of a table."""
    is_row: bool = False
    """Whether it is a line of such a row; the bar behind the last of its cells is not drawn."""

    @property
    def holds_text(self) -> bool:
        """Whether characters of the article belong to the line."""
        return self.row in (Row.TEXT, Row.FOLD)


class Blocks:
    """The blocks of an article, prepared for being laid out at one width after another."""

    def __init__(self, article: Article, unfolded: bool) -> None:
        self.article = article
        self.unfolded = unfolded
        self.rows = tables(article)
        """The table that a block is a row of, and which row, by the index of the block."""
        self.settings: tuple[Setting, ...] = settings(
            article, unfolded, {index: table for index, (table, _row) in self.rows.items()}
        )
        pairs = list(zip(article.blocks, self.settings, strict=True))
        self.lengths = array("I", (0 if each.is_folded else block.end - block.start for block, each in pairs))
        """How many characters of each block are shown."""
        self.beside = array("I", (each.beside + 1 for each in self.settings))
        """The fewest lines that each block takes."""
        self._even = bytearray(len(self.settings))

    def breaks(self, index: int, columns: int, points: Points | None) -> list[int]:
        """The offsets at which the lines of a block begin, if there are so many columns."""
        block, setting = self.article.blocks[index], self.settings[index]
        if setting.is_folded:
            return [block.start]
        if index in self.rows:
            return [place.start for place in self.places(index, columns, points)]
        text, start, end = self.article.text, block.start, block.end
        if points is None:
            even = self._even[index]
            if not even:
                even = self._even[index] = 1 if is_even(text, start, end) else 2
            if even == 1:
                return breaks_at_spaces(text, start, end, columns - setting.first, columns - setting.rest)
        return Stretch(text, start, end).breaks(columns - setting.first, columns - setting.rest, points)

    def places(self, index: int, columns: int, points: Points | None) -> list[Place]:
        """The lines of a row of a table."""
        table, row = self.rows[index]
        return table.places(row, columns, points)


class Layout:
    """The lines of an article at a width.

    `width` is the whole width in columns, `measure` the most columns of text; both sides keep a gutter of two columns.

    A long article is laid out in two steps, so that a new width is visible at once. `open` lays out the surroundings
    of a place and estimates the lines of all other blocks: rows are then in the right order, but their distances are
    not exact. `settle` counts all lines, and from then on everything is exact. Lines are computed when they are asked
    for; all that is kept for each block is how many it has.
    """

    def __init__(
        self,
        article: Article,
        width: int,
        *,
        measure: int = 72,
        unfolded: bool = False,
        points: Points | None = None,
        known: "Layout | None" = None,
        settled: bool = True,
    ) -> None:
        """`points` says where long words may be hyphenated; without it they are at soft hyphens only.

        `known` may be a layout of the same article at another width, whose preparations are used again. With `settled`
        all lines are counted at once.
        """
        self.article = article
        self.width = width
        usable = max(width, NARROWEST) - 2 * GUTTER
        self.text_width = max(8, min(measure, usable - 4 if width >= AIR else usable))
        """The most columns a line of text may take."""
        self.left = GUTTER + max(0, (usable - self.text_width) // 2)
        """The column at which the text begins; the gutter is left of it."""
        self._points = points
        self.unfolded = unfolded
        """Whether captions that repeat an earlier one are shown in full."""
        is_known = known is not None and known.article is article and known.unfolded == unfolded
        self._blocks: Blocks = known._blocks if known and is_known else Blocks(article, unfolded)
        self._count = len(article.blocks)
        self._breaks: dict[int, array[int]] = {}
        guessed = map(floordiv, self._blocks.lengths, repeat(self.text_width - WASTED))
        self._heights: array[int] = array("I", map(add, self._blocks.beside, guessed))
        self._counted = bytearray(self._count)
        self._next = 0
        """Index of the first block that counting has not reached."""
        self.is_settled = False
        """Whether rows are exact everywhere."""
        self._tops = array("I")
        self.height = 0
        """The number of lines, the last of which is blank."""
        self._stack()
        if settled:
            self.settle()

    def _stack(self) -> None:
        """Put the blocks below each other, as high as each is known or estimated to be."""
        self._tops = array("I", accumulate(self._heights, initial=0))
        self.height = self._tops.pop() + 1

    def _count_lines(self, index: int) -> None:
        breaks = self._blocks.breaks(index, self.text_width, self._points)
        self._heights[index] = self._blocks.beside[index] - 1 + len(breaks)
        self._counted[index] = 1

    def open(self, offset: int, lines: int) -> bool:
        """Lay out so many lines above and below `offset`; returns whether any row has changed."""
        if self.is_settled or not self._count:
            return False
        here = self._block_at(offset)
        has_changed = self._open_one(here)
        for way in (range(here - 1, -1, -1), range(here + 1, self._count)):
            opened = 0
            for index in way:
                if opened >= lines:
                    break
                has_changed |= self._open_one(index)
                opened += self._heights[index]
        if has_changed:
            self._stack()
        return has_changed

    def _open_one(self, index: int) -> bool:
        before = self._heights[index]
        if not self._counted[index]:
            self._count_lines(index)
        return self._heights[index] != before

    def count_on(self, seconds: float) -> bool:
        """Count lines for so long, without changing any row; returns whether all are counted."""
        end = perf_counter() + seconds
        counted, count_lines = self._counted, self._count_lines
        while self._next < self._count:
            upto = min(self._next + AT_ONCE, self._count)
            for index in range(self._next, upto):
                if not counted[index]:
                    count_lines(index)
            self._next = upto
            if perf_counter() >= end:
                break
        return self._next >= self._count

    def settle(self, top: int = 0) -> int:
        """Count all lines; returns by how many rows that moves down what `open` laid out at row `top`."""
        if self.is_settled:
            return 0
        self.count_on(inf)
        self.is_settled = True
        index = max(0, bisect_right(self._tops, top) - 1)
        before = self._tops[index] if self._tops else 0
        self._stack()
        return self._tops[index] - before if self._tops else 0

    def _block_at(self, offset: int) -> int:
        """Index of the block at `offset`, or else of the one before it."""
        return max(0, bisect_right(self.article.blocks, offset, key=_start_of) - 1)

    def _breaks_of(self, index: int) -> "array[int]":
        breaks = self._breaks.get(index)
        if breaks is None:
            if len(self._breaks) >= REMEMBERED:
                self._breaks.clear()
            found = self._blocks.breaks(index, self.text_width, self._points)
            breaks = self._breaks[index] = array("I", found)
        return breaks

    @property
    def right(self) -> int:
        """The column of the signs right of the text."""
        return self.left + self.text_width + 1

    def line(self, row: int) -> Line:
        """The line at `row`, counted from 0; rows below the last are blank."""
        if row < 0 or not self._tops:
            return Line(Row.BLANK, 0, 0)
        index = bisect_right(self._tops, row) - 1
        block, breaks = self.article.blocks[index], self._breaks_of(index)
        setting = self._blocks.settings[index]
        nth = row - self._tops[index] - setting.above
        if nth < 0:
            kind = Row.HEAD if index == 0 and nth == -1 else Row.BLANK
            return Line(kind, block.start, block.start, index)
        if nth >= len(breaks):
            is_rule = setting.is_ruled and nth == len(breaks)
            return Line(Row.RULE if is_rule else Row.BLANK, block.end, block.end, index)
        if setting.is_folded:
            return Line(Row.FOLD, block.start, block.end, index, setting.first)
        end = breaks[nth + 1] if nth + 1 < len(breaks) else block.end
        if index in self._blocks.rows:
            _start, indent, lead, pads = self._blocks.places(index, self.text_width, self._points)[nth]
            return Line(Row.TEXT, breaks[nth], end, index, indent, lead, pads, is_row=True)
        if nth == 0:
            return Line(Row.TEXT, breaks[nth], end, index, setting.first, setting.lead)
        return Line(Row.TEXT, breaks[nth], end, index, setting.rest)

    def row_of(self, offset: int) -> int:
        """The row of the character at `offset`; between blocks, the first row of the next one."""
        if not self._tops:
            return 0
        index = self._block_at(offset)
        if offset >= self.article.blocks[index].end and index + 1 < len(self._tops):
            index += 1
        nth = max(0, bisect_right(self._breaks_of(index), offset) - 1)
        return self._tops[index] + self._blocks.settings[index].above + nth

    def air_above(self, row: int) -> int:
        """How many lines right above `row` have no text."""
        count = 0
        while row - count > 0 and not self.line(row - count - 1).holds_text:
            count += 1
        return count

    def text_of(self, line: Line) -> str:
        """The characters of a line of text that are drawn, which excludes white space at its end."""
        words = self.article.text[line.start : line.end].rstrip()
        return without_last_bars(words) if line.is_row else words

    def is_hyphenated(self, line: Line) -> bool:
        """Whether the line ends within a word, so that a hyphen is drawn that is not in the text."""
        block = self.article.blocks[line.block or 0]
        if line.row is not Row.TEXT or line.end >= block.end:
            return False
        if self.article.text[line.end - 1] == SOFT_HYPHEN:
            return True
        if self._points is None:
            return False
        has_room = line.indent + cells(self.text_of(line)) < self.text_width
        stretch = Stretch(self.article.text, block.start, block.end)
        return has_room and stretch.parts_word(line.end, self._points)

    def rule_width(self, index: int) -> int:
        """How many columns the rule below a headline takes: as many as its longest line."""
        lines = (self.line(self.row_of(start)) for start in self._breaks_of(index))
        return max((line.indent + cells(self.text_of(line)) for line in lines), default=0)

    def column_of(self, line: Line, offset: int) -> int:
        """The column of the character at `offset`, or the one after the last character of the line."""
        text = self.text_of(line)
        blank = sum(columns for at, columns in line.pads if at <= offset)
        return self.left + line.indent + blank + cells(text[: max(0, offset - line.start)])

    def offset_at(self, row: int, column: int) -> int | None:
        """The offset of the character drawn there, or of the nearest on that row; None if the row has no text."""
        line = self.line(row)
        if line.row is not Row.TEXT:
            return None
        text = self.text_of(line)
        column -= self.left + line.indent
        blank = dict(line.pads)
        for at, size in enumerate(widths(text)):
            column -= size + blank.get(line.start + at, 0)
            if column < 0:
                return line.start + at
        return line.start + max(0, len(text) - 1)

    def nearest_offset(self, row: int, column: int) -> int | None:
        """The offset drawn there or, on a row without text, on the nearest row above that has some, else below."""
        rows = (*range(row, -1, -1), *range(row, self.height))
        found = (self.offset_at(near, column) for near in rows)
        return next((offset for offset in found if offset is not None), None)

    def span_of(self, first: int, last: int) -> Span:
        """The stretch of text from the first row to the last, both included."""
        return self.line(first).start, max(self.line(first).start, self.line(last).end)
