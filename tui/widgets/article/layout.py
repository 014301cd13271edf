"""How an article falls into lines at a width: pure, without colours and without a widget."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from core.articles.article import Article, Block, BlockKind
from core.spans import Span
from tui.text import cells, widths
from tui.widgets.article.wrap import SOFT_HYPHEN, wrap

GUTTER = 2
"""Columns left of the text, for the bar of a quotation and a space; as many right of it for signs."""

NARROWEST = 20
"""Columns below which nothing is laid out any narrower; what stands over is cut."""

AIR = 60
"""Columns from which the text keeps two more columns off either edge."""

_MARKER = re.compile(r"(?:[-*•‣▪◦·]|\d{1,3}[.)])\s+")
"""What a list item begins with, if its source gives it a sign of its own."""


class _Setting(NamedTuple):
    """How the lines of a block stand: a lead that the article does not have, and the columns before its lines."""

    lead: str = ""
    first: int = 0
    rest: int = 0


_PLAIN = _Setting()
_SET_IN = _Setting("", 2, 2)
_SETTINGS = {
    BlockKind.HEADLINE: _PLAIN,
    BlockKind.SUBHEADING: _PLAIN,
    BlockKind.PARAGRAPH: _PLAIN,
    BlockKind.LIST_ITEM: _Setting("• ", 2, 2),
    BlockKind.CAPTION: _SET_IN,
    BlockKind.CREDIT: _SET_IN,
    BlockKind.TEASER: _Setting("→ ", 2, 2),
}


class Row(Enum):
    """What a line of the screen holds."""

    TEXT = auto()
    BLANK = auto()
    RULE = auto()
    """The thin rule below the headline."""
    FOLD = auto()
    """The sign for a caption that is not shown again."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen. `start` and `end` are offsets into the article's text; lines without text are empty.

    A line of text holds the white space that it ends with, and the sign of a fold holds its whole block: so every
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

    @property
    def holds_text(self) -> bool:
        """Whether the line stands for characters of the article."""
        return self.row in (Row.TEXT, Row.FOLD)


class Layout:
    """The lines of an article at a width.

    `width` is all there is, `measure` the most columns of text; both sides keep a gutter of two columns. Lines are made
    as they are asked for; only the offsets at which they begin are worked out beforehand.
    """

    def __init__(self, article: Article, width: int, *, measure: int = 72, unfolded: bool = False) -> None:
        self.article = article
        self.width = width
        usable = max(width, NARROWEST) - 2 * GUTTER
        self.text_width = max(2, min(measure, usable - 4 if width >= AIR else usable))
        """Columns that a line of text may take."""
        self.left = GUTTER + max(0, (usable - self.text_width) // 2)
        """Column at which the text begins; the gutter stands left of it."""
        self._unfolded = unfolded
        self._starts = [block.start for block in article.blocks]
        self._tops: list[int] = []
        self._above: list[int] = []
        self._breaks: list[list[int]] = []
        self._settings: list[_Setting] = []
        row = 0
        before: Block | None = None
        for block in article.blocks:
            above = self._air(before, block)
            setting = self._setting(block)
            self._tops.append(row)
            self._above.append(above)
            self._settings.append(setting)
            if self._is_folded(block):
                breaks = [block.start]
            else:
                first, rest = self.text_width - setting.first, self.text_width - setting.rest
                breaks = wrap(article.text, block.start, block.end, first, rest)
            self._breaks.append(breaks)
            row += above + len(breaks) + (block.kind is BlockKind.HEADLINE)
            before = block
        self.height = row + 1 if article.blocks else 1
        """Lines in all, the last one blank."""

    @property
    def right(self) -> int:
        """Column at which signs stand, right of the text."""
        return self.left + self.text_width + 1

    def line(self, row: int) -> Line:
        """The line at `row`, counted from 0; rows below the last are blank."""
        if row < 0 or not self._tops:
            return Line(Row.BLANK, 0, 0)
        index = bisect_right(self._tops, row) - 1
        block, breaks = self.article.blocks[index], self._breaks[index]
        nth = row - self._tops[index] - self._above[index]
        if nth < 0:
            return Line(Row.BLANK, block.start, block.start, index)
        if nth >= len(breaks):
            is_rule = block.kind is BlockKind.HEADLINE and nth == len(breaks)
            return Line(Row.RULE if is_rule else Row.BLANK, block.end, block.end, index)
        if self._is_folded(block):
            return Line(Row.FOLD, block.start, block.end, index, 2)
        end = breaks[nth + 1] if nth + 1 < len(breaks) else block.end
        setting = self._settings[index]
        if nth == 0:
            return Line(Row.TEXT, breaks[nth], end, index, setting.first, setting.lead)
        return Line(Row.TEXT, breaks[nth], end, index, setting.rest)

    def row_of(self, offset: int) -> int:
        """The row that holds the character at `offset`; between blocks, the first row of the next."""
        if not self._tops:
            return 0
        index = max(0, bisect_right(self._starts, offset) - 1)
        if offset >= self.article.blocks[index].end and index + 1 < len(self._tops):
            index += 1
        nth = max(0, bisect_right(self._breaks[index], offset) - 1)
        return self._tops[index] + self._above[index] + nth

    def air_above(self, row: int) -> int:
        """How many lines without text stand right above `row`."""
        count = 0
        while row - count > 0 and not self.line(row - count - 1).holds_text:
            count += 1
        return count

    def text_of(self, line: Line) -> str:
        """The characters of a line of text that are drawn: without the white space it ends with."""
        return self.article.text[line.start : line.end].rstrip()

    def is_hyphenated(self, line: Line) -> bool:
        """Whether the line ends within a word, at a soft hyphen that is to be drawn."""
        block = self.article.blocks[line.block or 0]
        return line.end < block.end and self.article.text[line.end - 1] == SOFT_HYPHEN

    def rule_width(self, index: int) -> int:
        """Columns of the rule below a headline: those of its longest line."""
        lines = (self.line(self.row_of(start)) for start in self._breaks[index])
        return max((line.indent + cells(self.text_of(line)) for line in lines), default=0)

    def column_of(self, line: Line, offset: int) -> int:
        """The column at which the character at `offset` of a line of text is drawn, or the one behind its last."""
        text = self.text_of(line)
        return self.left + line.indent + cells(text[: max(0, offset - line.start)])

    def offset_at(self, row: int, column: int) -> int | None:
        """The offset of the character drawn there, or else of the nearest on that row; None where there is no text."""
        line = self.line(row)
        if line.row is not Row.TEXT:
            return None
        text = self.text_of(line)
        column -= self.left + line.indent
        for at, size in enumerate(widths(text)):
            column -= size
            if column < 0:
                return line.start + at
        return line.start + max(0, len(text) - 1)

    def span_of(self, first: int, last: int) -> Span:
        """The stretch of text from the first row to the last, both included."""
        return self.line(first).start, max(self.line(first).start, self.line(last).end)

    def _is_folded(self, block: Block) -> bool:
        return block.repeats is not None and not self._unfolded

    def _setting(self, block: Block) -> _Setting:
        if block.kind is BlockKind.LIST_ITEM and (
            match := _MARKER.match(self.article.text, block.start, block.end)
        ):
            return _Setting("", 0, min(len(match[0]), 6))
        return _SETTINGS[block.kind]

    def _air(self, before: Block | None, block: Block) -> int:
        """Blank lines above a block."""
        if before is None:
            return 1
        pair = before.kind, block.kind
        if pair == (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM) or pair == (BlockKind.TEASER, BlockKind.TEASER):
            return 0
        if block.kind is BlockKind.CREDIT and before.kind is BlockKind.CAPTION:
            return 0
        if self._is_folded(block) and before.kind is BlockKind.CAPTION:
            return 0
        return 2 if block.kind in (BlockKind.SUBHEADING, BlockKind.HEADLINE) else 1
