"""An article laid out on the screen and scrolled: which line stands where, and where one reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.timer import Timer
from textual.widget import Widget

from core.articles.article import Article
from core.articles.language import UNKNOWN
from core.text.spans import Span
from tui.widgets.article.drawn import DrawnLines
from tui.widgets.article.layout import Layout
from tui.widgets.article.wrap import Points

CONTEXT = 3
"""Lines kept in sight around what is scrolled to."""

SHORT = 60_000
"""Characters of an article that is laid out as a whole at once: nobody would notice what that takes."""

STILL = 0.1
"""Seconds after which the rest of a long text is laid out, if nothing asked for it before and no new width came."""

SLICE = 0.008
"""Seconds that a long text is laid out further at a time, between what else there is to do."""

TOP = 0, 99
"""The reading position of an article just opened: its first character with all the air there is above it."""


class LaidOutView(ScrollView, inherit_bindings=False):
    """Lays an article out and scrolls it. What its lines look like is in the views built on it.

    All offsets are code points into `article.text`, ends exclusive. The reading position holds through every change of
    size, measure, marks, folding and theme.
    """

    article: reactive[Article | None] = reactive(None)
    """What is shown. Another article starts at its top, without marks, target or selection."""
    measure: reactive[int] = reactive(72)
    """The most columns a line of text may take."""
    hyphenated: reactive[bool] = reactive(False)
    """Whether long words are parted at the end of a line, where the article's language has patterns for it."""
    unfolded: reactive[bool] = reactive(False)
    """Whether captions that repeat an earlier one are shown in full."""

    @dataclass
    class Moved(Message, namespace="article_view"):
        """The text was scrolled; `top` is the new reading position."""

        view: "LaidOutView"
        top: int

        @property
        def control(self) -> "LaidOutView":
            """The view it comes from."""
            return self.view

    def __init__(
        self,
        article: Article | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._lines: Layout | None = None
        self._known: Layout | None = None
        self._drawn = DrawnLines()
        self._position = TOP
        self._airs: dict[int, int] = {}
        self._wanted: Span | None = None
        self._is_placing = False
        self._settling: Timer | None = None
        self.set_reactive(LaidOutView.article, article)

    # Where one reads

    @property
    def top_offset(self) -> int:
        """The reading position: where in the text the topmost visible line begins, 0 at the very top.

        Can be set before the view is mounted too: the first frame then shows that place.
        """
        return 0 if self._position == TOP else self._position[0]

    @top_offset.setter
    def top_offset(self, offset: int) -> None:
        self._wanted = None
        self._settled()
        self._position = (offset, self._airs.get(offset, 0)) if offset > 0 else TOP
        self._place()

    @property
    def indent(self) -> int:
        """Columns of the screen left of the text; none before the first layout."""
        return self.region.x + self._lines.left if self._lines is not None else 0

    @property
    def visible_span(self) -> Span:
        """The stretch of the text that can be seen now; nothing before the first layout."""
        lines = self._lines
        if lines is None:
            return 0, 0
        top = self.scroll_offset.y
        return lines.span_of(top, min(top + self.page_height, lines.height) - 1)

    @property
    def progress(self) -> float:
        """How much of the article lies above the lower edge of the view, from 0 to 1."""
        lines = self._settled()
        if lines is None or lines.height <= self.page_height:
            return 1.0
        return min(1.0, (self.scroll_offset.y + self.page_height) / lines.height)

    @property
    def page_height(self) -> int:
        """Lines that can be seen at once."""
        return self.scrollable_content_region.height

    @property
    def text_width(self) -> int:
        """Columns that a line of text takes at most as things stand; 0 before the first layout."""
        return self._lines.text_width if self._lines else 0

    def reveal(self, start: int, end: int) -> None:
        """Scroll just as far as it takes to show the passage with some lines around it; not at all if it shows."""
        lines, height = self._settled(), self.page_height
        if lines is None or not height:
            self._wanted = start, end
            return
        top = self.scroll_offset.y
        first, last = lines.row_of(start), lines.row_of(max(start, end - 1))
        context = max(0, min(CONTEXT, (height - (last - first + 1)) // 2))
        edge = min(1, context)
        if (top <= first - edge or (first <= edge and not top)) and last + edge < top + height:
            return
        if last - first >= height:
            row = first - 1
        elif first < top:
            row = first - (context if top - first < height else height // 3)
        else:
            row = max(top, last + context - height + 1) if last - top < 2 * height else first - height // 3
        self.go_to_row(row)

    def go_to_row(self, row: int) -> None:
        """Scroll so that a row of the layout stands at the top, or as near to it as the text allows."""
        self.scroll_to(y=max(0, row), animate=False, force=True)

    def scroll_by(self, rows: int) -> None:
        """Scroll down or, by less than nothing, up."""
        self._settled()
        self.go_to_row(self.scroll_offset.y + rows)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the new reading position, if it was the reader who scrolled."""
        if self.styles.scrollbar_size_vertical:
            super().watch_scroll_y(old_value, new_value)
        elif round(old_value) != round(new_value):
            # A scroll bar without width, when told of the place, makes Textual arrange the whole screen anew.
            self.refresh(self.size.region)
        if self._is_placing or self._lines is None or round(old_value) == round(new_value):
            return
        if not self._lines.is_settled:
            # Where that is was a guess; from where it is seen the way there is not.
            self.go_to_row(round(new_value) + self._settle(round(old_value)))
            return
        self._take_position(round(new_value))
        self.post_message(self.Moved(self, self.top_offset))

    def _take_position(self, row: int) -> None:
        assert self._lines is not None
        air = 0
        while row + air < self._lines.height - 1 and not self._lines.line(row + air).holds_text:
            air += 1
        offset = self._lines.line(row + air).start
        self._position = (offset, air) if row else TOP
        self._airs[offset] = air

    @contextmanager
    def _placing(self) -> Iterator[None]:
        """Scrolling in here is not the reader's: the reading position stays what it was."""
        self._is_placing = True
        try:
            yield
        finally:
            self._is_placing = False

    def _place(self) -> None:
        """Scroll to the reading position."""
        lines = self._lines
        if lines is None:
            return
        offset, air = self._position
        row = lines.row_of(offset)
        with self._placing():
            self.go_to_row(row - min(air, lines.air_above(row)))
        if self._wanted is not None and self.page_height:
            wanted, self._wanted = self._wanted, None
            self.reveal(*wanted)

    # A long text is laid out where one reads, and everywhere else behind the paint

    def _open(self, height: int) -> None:
        """Lay out what can come to stand on a page of that height at the reading position."""
        lines = self._lines
        if lines is None or lines.is_settled:
            return
        if lines.open(self._position[0], 2 * height + CONTEXT):
            self._drawn.forget_lines()
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(STILL, self._settle_on)

    def _settle_on(self) -> None:
        """Count lines for a moment, and after whatever else there is to do for another."""
        lines = self._lines
        if lines is not None and not lines.is_settled and not lines.count_on(SLICE):
            self._settling = self.set_timer(SLICE, self._settle_on)
            return
        self._settled()

    def _settled(self) -> Layout | None:
        """The layout with every row where it is to stay; None before the first one."""
        self._settle(self.scroll_offset.y)
        return self._lines

    def _settle(self, top: int) -> int:
        """Count all lines, what is seen from the row `top` on staying as it is; by how many rows it is further down."""
        lines = self._lines
        if lines is None or lines.is_settled:
            return 0
        further = lines.settle(top)
        self._drawn.move(further)
        with self._placing():
            self.virtual_size = Size(lines.width, lines.height)
            self.go_to_row(top + further)
        return further

    # Layout

    def watch_article(self) -> None:
        """Begin anew with another article."""
        self._position, self._wanted = TOP, None
        self._airs.clear()
        self._lay_out_anew()

    def watch_measure(self) -> None:
        """Lay the text out at the new measure."""
        self._lay_out_anew()

    def watch_hyphenated(self) -> None:
        """Lay the text out with or without words parted."""
        self._lay_out_anew()

    def watch_unfolded(self) -> None:
        """Lay the text out with or without repeated captions."""
        self._lay_out_anew()

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Textual tells a widget its size here, right before it paints; Resize comes only after the first frame, which
        # would be empty.
        width = (size - self.styles.gutter.totals).width - self.styles.scrollbar_size_vertical
        self._lay_out(width)
        self._open(size.height)
        height = self._lines.height if self._lines else 0
        self.set_reactive(Widget.virtual_size, Size(width, height))
        with self._placing():
            changed = super()._size_updated(size, virtual_size, container_size, layout)
            if self.show_vertical_scrollbar and self.styles.scrollbar_size_vertical:
                self.vertical_scrollbar.position = self.scroll_y
        self._place()
        return changed

    def _lay_out(self, width: int) -> None:
        lines = self._lines
        if self.article is None or width < 1:
            self._lines = None
        elif lines is None or (lines.article, lines.width) != (self.article, width):
            self._lines = Layout(
                self.article,
                width,
                measure=self.measure,
                unfolded=self.unfolded,
                points=self._points(self.article),
                known=self._known,
                settled=len(self.article.text) <= SHORT,
            )
            self._known = self._lines
        if self._lines is not lines:
            self._drawn.forget()

    def _points(self, article: Article) -> Points | None:
        if not self.hyphenated:
            return None
        # Only here: most readers never need it.
        from tui.widgets.article.hyphenation import hyphenation, language_by_words

        is_known = article.language != UNKNOWN
        patterns = hyphenation(article.language if is_known else language_by_words(article.text))
        return patterns.points if patterns else None

    def _lay_out_anew(self) -> None:
        """Lay out for another reason than a new width."""
        width = self._lines.width if self._lines else self.scrollable_content_region.width
        self._lines = None
        if not self.size:
            return
        self._lay_out(width)
        self._open(self.size.height)
        with self._placing():
            self.virtual_size = Size(width, self._lines.height if self._lines else 0)
        self._place()
        self._repaint()

    def _repaint(self) -> None:
        """Draw everything anew."""
        self._drawn.forget()
        self.refresh()
