"""An article laid out at a width, and where in it one reads: rows and offsets, without a widget."""

from typing import NamedTuple

from core.articles.article import Article
from core.articles.language import UNKNOWN
from core.text.spans import Span
from tui.widgets.article.layout import Layout
from tui.widgets.article.wrap import Points

CONTEXT = 3
"""Lines kept visible around what is scrolled to."""

SHORT = 60_000
"""Characters up to which an article is laid out completely at once: the time that takes goes unnoticed."""

TOP = 0, 99
"""The reading position of an article just opened: its first character, with all the blank lines above it."""

NOTHING = Layout(Article("", "", (), UNKNOWN, ""), 0)
"""What is laid out before there is an article or a width."""


class Options(NamedTuple):
    """How an article is laid out, at whatever width."""

    measure: int = 72
    """The most columns a line of text may take."""
    hyphenated: bool = False
    unfolded: bool = False
    """Whether captions that repeat an earlier one are shown in full."""


class Page:
    """The lines of an article at the current width, and the place among them where one reads.

    Rows count from the top of the article; offsets are code points into its text. The reading position is an offset
    and not a row, so it survives every change of width and options.
    """

    def __init__(self) -> None:
        self.layout = NOTHING
        """The lines of the article, as far as they are laid out."""
        self._latest = NOTHING
        self._options = Options()
        self._position = TOP
        self._airs: dict[int, int] = {}

    @property
    def is_laid_out(self) -> bool:
        """Whether there is anything to show."""
        return self.layout is not NOTHING

    @property
    def height(self) -> int:
        """Rows in all, as far as they are known; 0 before there is a layout."""
        return self.layout.height if self.is_laid_out else 0

    # Layout

    def lay_out(self, article: Article | None, width: int, options: Options) -> bool:
        """Lay the article out, unless it is laid out like this already; returns whether the layout is a new one.

        A long article is counted only where `open` was called for, until the layout is settled.
        """
        before = self.layout
        if article is None or width < 1:
            self.layout = NOTHING
        elif (before.article, before.width, self._options) != (article, width, options):
            self._options = options
            self.layout = self._latest = Layout(
                article,
                width,
                measure=options.measure,
                unfolded=options.unfolded,
                points=_points(article) if options.hyphenated else None,
                known=self._latest,
                settled=len(article.text) <= SHORT,
            )
        return self.layout is not before

    def open(self, height: int) -> bool:
        """Lay out all that can be visible, `height` lines at a time, at the reading position.

        Returns whether rows have changed by it.
        """
        return self.layout.open(self._position[0], 2 * height + CONTEXT)

    # The reading position

    @property
    def offset(self) -> int:
        """The reading position: where the topmost visible line begins, 0 at the very top."""
        return 0 if self._position == TOP else self._position[0]

    @property
    def row(self) -> int:
        """The topmost visible row at the reading position."""
        offset, air = self._position
        row = self.layout.row_of(offset)
        return row - min(air, self.layout.air_above(row))

    def begin(self) -> None:
        """Go to the top of another article."""
        self._position = TOP
        self._airs.clear()

    def read_at(self, offset: int) -> None:
        """Make `offset` the reading position, with as many blank lines above it as when one last read there."""
        self._position = (offset, self._airs.get(offset, 0)) if offset > 0 else TOP

    def read_at_row(self, row: int) -> None:
        """Take the reading position from the topmost visible row."""
        layout, air = self.layout, 0
        while row + air < layout.height - 1 and not layout.line(row + air).holds_text:
            air += 1
        offset = layout.line(row + air).start
        self._position = (offset, air) if row else TOP
        self._airs[offset] = air

    # What is visible, with the row `top` at the top of `height` lines

    def visible_span(self, top: int, height: int) -> Span:
        """The stretch of text that is visible."""
        return self.layout.span_of(top, min(top + height, self.layout.height) - 1)

    def progress(self, top: int, height: int) -> float:
        """How much of the article lies above the lower edge, from 0 to 1."""
        if not self.is_laid_out or self.layout.height <= height:
            return 1.0
        return min(1.0, (top + height) / self.layout.height)

    def rows_of(self, span: Span) -> Span:
        """The first and the last row that show some of the passage."""
        start, end = span
        return self.layout.row_of(start), self.layout.row_of(max(start, end - 1))

    def row_to_reveal(self, span: Span, top: int, height: int) -> int | None:
        """The row to scroll to, so that the passage is visible with some lines around it; None if it is already."""
        first, last = self.rows_of(span)
        context = max(0, min(CONTEXT, (height - (last - first + 1)) // 2))
        edge = min(1, context)
        if (top <= first - edge or (first <= edge and not top)) and last + edge < top + height:
            return None
        if last - first >= height:
            return first - 1
        if first < top:
            return first - (context if top - first < height else height // 3)
        return max(top, last + context - height + 1) if last - top < 2 * height else first - height // 3


def _points(article: Article) -> Points | None:
    # Only here: most readers never hyphenate, and the import takes time.
    from tui.widgets.article.hyphenation import hyphenation, language_by_words

    is_known = article.language != UNKNOWN
    patterns = hyphenation(article.language if is_known else language_by_words(article.text))
    return patterns.points if patterns else None
