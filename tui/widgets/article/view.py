"""The article as one reads and selects from it."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.timer import Timer

from core.articles.article import Article
from tui.model.marks import Mark, MarkKind
from tui.widgets.article.layout import Line, Row
from tui.widgets.article.selecting import SelectingView
from tui.widgets.article.units import Unit

DRAG_INTERVAL = 0.05
"""Seconds between two lines while a drag scrolls the text."""


class ArticleView(SelectingView):
    """Shows an article, its marks and its current target, and lets the reader select from it by keyboard or mouse."""

    @dataclass
    class MarkClicked(Message, namespace="article_view"):
        """A mark was clicked; `others` are further ones at that place, the shorter before the longer."""

        view: "ArticleView"
        mark: Mark
        others: tuple[Mark, ...] = ()

        @property
        def control(self) -> "ArticleView":
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
        super().__init__(article, name=name, id=id, classes=classes)
        self._drag_start: int | None = None
        self._drag_place = 0, 0
        self._has_dragged = False
        self._drag_timer: Timer | None = None

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        """The character under the pointer, or the nearest on its line; None where no text stands."""
        place = event.get_content_offset_capture(self)
        return self._lines.offset_at(self.scroll_offset.y + place.y, place.x) if self._lines else None

    def _line_under(self, event: events.MouseEvent) -> Line:
        assert self._lines is not None
        return self._lines.line(self.scroll_offset.y + event.get_content_offset_capture(self).y)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin what may become a drag."""
        self._has_dragged = False
        if event.button == 1:
            self._drag_start = self._offset_under(event)
            self._drag_place = event.x, event.y
            if self._drag_start is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down to here."""
        if self._drag_start is None or (event.x, event.y) == self._drag_place:
            return
        self._drag_place = event.x, event.y
        self._has_dragged = True
        self._drag()
        outside = event.y < 0 or event.y >= self.page_height
        if outside and self._drag_timer is None:
            self._drag_timer = self.set_interval(DRAG_INTERVAL, self._drag_on)
        elif not outside:
            self._stop_drag_timer()

    def on_mouse_up(self) -> None:
        """End the drag."""
        self._drag_start = None
        self._stop_drag_timer()
        self.release_mouse()

    def _drag_on(self) -> None:
        """Scroll a line and select on, as long as the pointer is held above or below the text."""
        self.scroll_by(-1 if self._drag_place[1] < 0 else 1)
        self._drag()

    def _stop_drag_timer(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def _drag(self) -> None:
        lines = self._settled()
        if lines is None or self._drag_start is None:
            return
        x, y = self._drag_place
        row = self.scroll_offset.y + min(max(y, 0), self.page_height - 1)
        offset = next(
            (
                found
                for near in (*range(row, -1, -1), *range(row, lines.height))
                if (found := lines.offset_at(near, x)) is not None
            ),
            self._drag_start,
        )
        words = [self.units.at(Unit.WORD, place) for place in sorted((self._drag_start, offset))]
        first, last = words
        if first is not None and last is not None:
            self._caret = None
            self.selecting = False
            self.selection = min(first[0], last[0]), max(first[1], last[1])

    def on_click(self, event: events.Click) -> None:
        """One click goes to what is marked there; two select the word, three the sentence, four the paragraph."""
        if self._has_dragged or event.button != 1 or self.article is None:
            return
        offset = self._offset_under(event)
        if offset is None:
            self.clear_selection()
            if self._line_under(event).row is Row.FOLD:
                self.unfolded = True
        elif event.chain > 1:
            unit = (Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH)[min(event.chain, 4) - 2]
            self._caret, self.selecting = None, False
            self.selection = self.units.at(unit, offset)
        else:
            self.clear_selection()
            marks = self._marks_under(event, offset)
            if marks:
                self.post_message(self.MarkClicked(self, marks[0], tuple(marks[1:])))

    def _marks_under(self, event: events.Click, offset: int) -> list[Mark]:
        """The marks of the character clicked, of the bar of a quotation or of the sign of an annotation."""
        assert self._lines is not None
        place = event.get_content_offset_capture(self)
        line = self._line_under(event)
        if line.row is Row.TEXT and place.x < self._lines.left:
            return [mark for mark in self._marks.between(line.start, line.end) if mark.kind is MarkKind.QUOTE]
        if place.x >= self._lines.right:
            return [
                mark for mark in self._marks.between(line.start, line.end) if mark.kind is MarkKind.ANNOTATION
            ]
        return self._marks.at(offset)
