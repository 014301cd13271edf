"""The window on a page: what of it is visible, where it is scrolled to, and what has to be painted anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.timer import Timer

from core.articles.article import Article
from core.text.spans import Span
from tui.widgets.article.page import Options, Page
from tui.widgets.article.painter import Painter

STILL = 0.1
"""Seconds without a new layout, after which the rest of a long text is counted unless it was needed before."""

SLICE = 0.008
"""Seconds for which a long text is counted at a time, between other work."""


class Viewport:
    """Scrolls `view` over the rows of `page`, which `painter` paints.

    The view stays at the reading position while the text is laid out anew. A long text is laid out where one reads
    first, and the rest of it in the background: until then its rows are a guess, which `settle` makes exact.
    """

    def __init__(self, view: ScrollView, page: Page, painter: Painter) -> None:
        self._view = view
        self._page = page
        self._painter = painter
        self._wanted: Span | None = None
        self._is_placing = False
        self._counting: Timer | None = None

    @property
    def top(self) -> int:
        """The topmost visible row."""
        return self._view.scroll_offset.y

    @property
    def height(self) -> int:
        """Rows that are visible at once."""
        return self._view.scrollable_content_region.height

    # Scrolling for the reader

    def go_to_row(self, row: int) -> None:
        """Scroll so that `row` is at the top, or as near to it as the text allows."""
        self._view.scroll_to(y=max(0, row), animate=False, force=True)

    def scroll_by(self, rows: int) -> None:
        """Scroll down or, by less than 0, up."""
        self.settle()
        self.go_to_row(self.top + rows)

    def reveal(self, span: Span) -> None:
        """Scroll as far as needed to show the passage; before there is a layout, as soon as there is one."""
        self.settle()
        if not self._page.is_laid_out or not self.height:
            self._wanted = span
            return
        row = self._page.row_to_reveal(span, self.top, self.height)
        if row is not None:
            self.go_to_row(row)

    def follow(self, old: int, new: int) -> bool:
        """Make the row `new` the reading position after the view was scrolled there from the row `old`.

        Returns whether it is: not if the view was scrolled to the reading position, nor if it must be scrolled on.
        """
        if self._is_placing or not self._page.is_laid_out or old == new:
            return False
        if not self._page.layout.is_settled:
            # The row was a guess, but how far it is from the visible lines is exact.
            self.go_to_row(new + self.settle(old))
            return False
        self._page.read_at_row(new)
        return True

    # Staying at the reading position

    def begin(self) -> None:
        """Go to the top of another article."""
        self._wanted = None
        self._page.begin()

    def read_at(self, offset: int) -> None:
        """Make `offset` the reading position and scroll there."""
        self._wanted = None
        self.settle()
        self._page.read_at(offset)
        self.place()

    def place(self) -> None:
        """Scroll to the reading position, and reveal what was to be revealed before there was a layout."""
        if not self._page.is_laid_out:
            return
        with self.placing():
            self.go_to_row(self._page.row)
        if self._wanted is not None and self.height:
            wanted, self._wanted = self._wanted, None
            self.reveal(wanted)

    @contextmanager
    def placing(self) -> Iterator[None]:
        """In here it is not the reader who scrolls: the reading position stays as it is."""
        self._is_placing = True
        try:
            yield
        finally:
            self._is_placing = False

    # Layout

    def lay_out(self, article: Article | None, width: int, height: int, options: Options) -> None:
        """Lay the article out, a long one as far as a view of that height can show it."""
        page = self._page
        page.lay_out(article, width, options)
        if page.layout.is_settled:
            return
        if page.open(height):
            self._painter.forget()
        if self._counting is not None:
            self._counting.stop()
        self._counting = self._view.set_timer(STILL, self.count_on)

    def lay_out_anew(self, article: Article | None, options: Options) -> None:
        """Lay out for another reason than a new size; while the view is hidden, nothing is laid out."""
        view, size = self._view, self._view.size
        width = self._page.layout.width or view.scrollable_content_region.width
        self.lay_out(article, width if size else 0, size.height, options)
        if size:
            with self.placing():
                view.virtual_size = Size(width, self._page.height)
            self.place()
            self.repaint()

    def count_on(self) -> None:
        """Count lines for a moment, and for another one after whatever else there is to do."""
        if self._page.layout.count_on(SLICE):
            self.settle()
        else:
            self._counting = self._view.set_timer(SLICE, self.count_on)

    def settle(self, top: int | None = None) -> int:
        """Make all rows exact; the lines from row `top` on, or the visible ones, stay where they are on the screen.

        Returns how many rows further down they are.
        """
        layout = self._page.layout
        if layout.is_settled:
            return 0
        top = self.top if top is None else top
        further = layout.settle(top)
        self._painter.move(further)
        with self.placing():
            self._view.virtual_size = Size(layout.width, layout.height)
            self.go_to_row(top + further)
        return further

    # Painting

    def repaint(self) -> None:
        """Paint everything anew."""
        self._painter.forget()
        self._view.refresh()

    def redraw(self, *spans: Span) -> None:
        """Paint the lines of these passages anew."""
        top, width = self.top, self._view.outer_size.width
        bottom = top + self.height
        for first, last in {self._page.rows_of(span) for span in spans}:
            self._painter.forget_rows(first, last)
            seen, below = max(first, top), min(last + 1, bottom)
            if seen < below:
                self._view.refresh(Region(0, seen - top, width, below - seen))
