"""How an article falls into lines at a width: pure, without colours and without a widget."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from core.articles.article import Article
from core.spans import Span
from tui.text import cells, widths
from tui.widgets.article.setting import Setting, settings
from tui.widgets.article.wrap import SOFT_HYPHEN, Points

GUTTER = 2
"""Columns left of the text, for the bar of a quotation and a space; as many right of it for signs."""

NARROWEST = 20
"""Columns below which nothing is laid out any narrower; what stands over is cut."""

AIR = 60
"""Columns from which the text keeps two more columns off either edge."""


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

    def __init__(
        self,
        article: Article,
        width: int,
        *,
        measure: int = 72,
        unfolded: bool = False,
        points: Points | None = None,
        known: "Layout | None" = None,
    ) -> None:
        """`points` says where long words may be parted; without it only soft hyphens part a word.

        `known` is a layout of the same article at another width, whose preparations are taken over.
        """
        self.article = article
        self.width = width
        usable = max(width, NARROWEST) - 2 * GUTTER
        self.text_width = max(8, min(measure, usable - 4 if width >= AIR else usable))
        """Columns that a line of text may take."""
        self.left = GUTTER + max(0, (usable - self.text_width) // 2)
        """Column at which the text begins; the gutter stands left of it."""
        self._points = points
        self.unfolded = unfolded
        """Whether captions that repeat an earlier one are shown in full."""
        is_known = known is not None and known.article is article and known.unfolded == unfolded
        self._settings: tuple[Setting, ...] = (
            known._settings if known and is_known else settings(article, unfolded)
        )
        self._starts = [block.start for block in article.blocks]
        self._tops: list[int] = []
        self._breaks: list[list[int]] = []
        row = 0
        columns = self.text_width
        add_top, add_breaks = self._tops.append, self._breaks.append  # a long text has thousands of blocks
        for setting in self._settings:
            if setting.is_folded:
                breaks = [setting.stretch.start]
            else:
                breaks = setting.stretch.breaks(columns - setting.first, columns - setting.rest, points)
            add_top(row)
            add_breaks(breaks)
            row += setting.above + len(breaks) + setting.is_ruled
        self.height = row + 1
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
        setting = self._settings[index]
        nth = row - self._tops[index] - setting.above
        if nth < 0:
            return Line(Row.BLANK, block.start, block.start, index)
        if nth >= len(breaks):
            is_rule = setting.is_ruled and nth == len(breaks)
            return Line(Row.RULE if is_rule else Row.BLANK, block.end, block.end, index)
        if setting.is_folded:
            return Line(Row.FOLD, block.start, block.end, index, setting.first)
        end = breaks[nth + 1] if nth + 1 < len(breaks) else block.end
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
        return self._tops[index] + self._settings[index].above + nth

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
        """Whether the line ends within a word, where a hyphen is to be drawn that is not in the text."""
        block = self.article.blocks[line.block or 0]
        if line.row is not Row.TEXT or line.end >= block.end:
            return False
        if self.article.text[line.end - 1] == SOFT_HYPHEN:
            return True
        if self._points is None:
            return False
        has_room = line.indent + cells(self.text_of(line)) < self.text_width
        return has_room and self._settings[line.block or 0].stretch.parts_word(line.end, self._points)

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
