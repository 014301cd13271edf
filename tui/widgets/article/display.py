"""An article on the screen as it is laid out, painted and scrolled; `view` lets the reader select from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.signal import Signal
from textual.strip import Strip
from textual.widget import Widget

from core.articles.article import Article
from core.text.spans import Span
from tui.model.marks import Mark, Marks, Target
from tui.widgets.article.looks import Looks
from tui.widgets.article.page import Options, Page
from tui.widgets.article.painter import Painter
from tui.widgets.article.ruler import lay_ruler
from tui.widgets.article.strip import Shown
from tui.widgets.article.viewport import Viewport


class ArticleDisplay(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article, its marks and the current target.

    All offsets are code points into `article.text`, ends exclusive. The reading position stays the same through every
    change of size, measure, marks, folding and theme.
    """

    ALLOW_SELECT = False
    """Textual's own selection works by cells; passages are selected by words, from the source."""

    article: reactive[Article | None] = reactive(None)
    """What is shown. Another article starts at its top, without marks, target or selection."""
    measure: reactive[int] = reactive(72)
    """The most columns a line of text may take."""
    hyphenated: reactive[bool] = reactive(False)
    """Whether long words are hyphenated at line ends, where there are patterns for the article's language."""
    unfolded: reactive[bool] = reactive(False)
    """Whether captions that repeat an earlier one are shown in full."""
    target: reactive[Target | None] = reactive(None, repaint=False)
    """What the reader has stepped to, drawn distinctly. Setting it does not scroll: see `reveal`."""
    bright: reactive[tuple[Span, ...] | None] = reactive(None, repaint=False)
    """The passages that are not faded, in order and without overlap; None where nothing is faded."""
    ruler: reactive[int | None] = reactive(None, repaint=False)
    """An offset in the line that the reading ruler marks; None without a ruler."""

    @dataclass
    class Moved(Message):
        """The reader scrolled; `top` is the new reading position."""

        top: int

    def __init__(self, article: Article | None = None) -> None:
        super().__init__()
        self._page = Page()
        self._looks = Looks(self)
        self._painter = Painter(self._looks.style)
        self._viewport = Viewport(self, self._page, self._painter)
        self._marks = Marks()
        self.laid_out: Signal[int] = Signal(self, "laid-out")
        """Tells who lies over the view how far its text is indented now, after each layout."""
        self.set_reactive(ArticleDisplay.article, article)

    def watch_article(self) -> None:
        """Start anew with another article."""
        self.target = self.bright = self.ruler = None
        self._marks = Marks()
        self._viewport.begin()
        self._lay_out_anew()

    # Marks, target and ruler

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, in text order."""
        return self._marks.all

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks. The text does not move."""
        self._marks = Marks(marks)
        self._viewport.repaint()

    def set_target(
        self, spans: Sequence[Span] | None, cue: Sequence[Span] = (), speaker: Sequence[Span] = ()
    ) -> None:
        """Make these passages the current target, or with None, nothing. This does not scroll: see `reveal`."""
        self.target = Target(tuple(spans), tuple(cue), tuple(speaker)) if spans else None

    def watch_target(self, old: Target | None, new: Target | None) -> None:
        """Paint what the target was and is."""
        self._viewport.redraw(*(old.passages if old else ()), *(new.passages if new else ()))

    def watch_bright(self) -> None:
        """Paint everything as bright as it is now."""
        self._viewport.repaint()

    def lay_ruler(self) -> None:
        """Lay the ruler on the target, or else on the first visible line."""
        self.ruler = lay_ruler(self.target, self.visible_span)

    def watch_ruler(self, old: int | None, new: int | None) -> None:
        """Paint the line where the ruler was and the one where it is."""
        self._viewport.redraw(*((offset, offset + 1) for offset in (old, new) if offset is not None))

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        row = self._viewport.top + y
        return self._painter.strips(self._page.layout, self._shown, (row,), self.size.width)[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view, as they are kept.

        Textual asks for every visible line with every key, whichever of them changed, and would put border and padding
        around each; there are none.
        """
        width = self.outer_size.width
        if self.gutter or self.opacity < 1 or crop.column_span != (0, width):
            return super().render_lines(crop)
        top = self._viewport.top
        rows = range(top + crop.y, top + crop.bottom)
        strips = self._painter.strips(self._page.layout, self._shown, rows, width)
        background = self.background_colors[1]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, background) for strip in strips]
        return strips

    @property
    def _shown(self) -> Shown:
        return Shown(self._marks, self.target, self.bright, *self._selected, self.ruler)

    @property
    def _selected(self) -> tuple[Span | None, Span | None]:
        """The selected passage and the word that a caret is on: nothing here."""
        return None, None

    def notify_style_update(self) -> None:
        """Take the colours of the new theme or style sheet."""
        super().notify_style_update()
        is_other_theme = self._looks.clear()
        self._painter.forget()
        if is_other_theme:
            self.refresh()

    # Where one reads

    @property
    def top_offset(self) -> int:
        """The reading position: where in the text the topmost visible line begins, 0 at the very top.

        Can be set before the view is mounted too: the first frame then shows that place.
        """
        return self._page.offset

    @top_offset.setter
    def top_offset(self, offset: int) -> None:
        self._viewport.read_at(offset)

    @property
    def indent(self) -> int:
        """Columns of the screen left of the text; 0 before the first layout."""
        return self.region.x + self._page.layout.left if self._page.is_laid_out else 0

    @property
    def visible_span(self) -> Span:
        """The stretch of text that is visible; empty before the first layout."""
        return self._page.visible_span(self._viewport.top, self._viewport.height)

    @property
    def progress(self) -> float:
        """How much of the article lies above the lower edge of the view, from 0 to 1."""
        self._viewport.settle()
        return self._page.progress(self._viewport.top, self._viewport.height)

    @property
    def text_width(self) -> int:
        """The most columns a line of text takes at the current width; 0 before the first layout."""
        return self._page.layout.text_width if self._page.is_laid_out else 0

    @property
    def is_at_end(self) -> bool:
        """Whether the last line is in sight."""
        self._viewport.settle()
        return self.article is not None and self.scroll_offset.y >= self.max_scroll_y

    def reveal(self, start: int, end: int) -> None:
        """Scroll as far as needed to show the passage with some lines around it; not at all if it is visible."""
        self._viewport.reveal((start, end))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take over the new reading position, if it was the reader who scrolled."""
        old, new = round(old_value), round(new_value)
        if self.styles.scrollbar_size_vertical:
            super().watch_scroll_y(old_value, new_value)
        elif old != new:
            # Given a new position, a scroll bar without width makes Textual arrange the whole screen anew.
            self.refresh(self.size.region)
        if self._viewport.follow(old, new):
            self.post_message(self.Moved(self.top_offset))

    # Layout

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Textual calls this right before it paints. Resize comes only after the first frame, which would be empty.
        width = (size - self.styles.gutter.totals).width - self.styles.scrollbar_size_vertical
        self._viewport.lay_out(self.article, width, size.height, self._options)
        self.set_reactive(Widget.virtual_size, Size(width, self._page.height))
        with self._viewport.placing():
            changed = super()._size_updated(size, virtual_size, container_size, layout)
            if self.show_vertical_scrollbar and self.styles.scrollbar_size_vertical:
                self.vertical_scrollbar.position = self.scroll_y
        self._viewport.place()
        self.laid_out.publish(self.indent)
        return changed

    def _lay_out_anew(self) -> None:
        self._viewport.lay_out_anew(self.article, self._options)
        self.laid_out.publish(self.indent)

    watch_measure = watch_hyphenated = watch_unfolded = _lay_out_anew

    @property
    def _options(self) -> Options:
        return Options(self.measure, self.hyphenated, self.unfolded)
