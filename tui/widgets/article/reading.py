"""An article on the screen, with its marks and what one stands on."""

from collections.abc import Iterable, Sequence

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from core.articles.article import Article
from core.text.spans import Span
from tui.model.marks import Mark, Marks, Target
from tui.widgets.article.drawing import Drawing, Shown
from tui.widgets.article.laid_out import LaidOutView
from tui.widgets.article.layout import Layout
from tui.widgets.article.looks import STYLES, Looks


class ReadingView(LaidOutView, inherit_bindings=False):
    """Shows an article with its marks and its current target."""

    ALLOW_SELECT = False
    """Passages are selected from the source, by words; Textual's own selection goes by cells."""

    DEFAULT_CSS = STYLES

    target: reactive[Target | None] = reactive(None, repaint=False)
    """What the reader has stepped to, drawn distinctly. Set it directly or by `set_target`; nothing scrolls."""

    bright: reactive[tuple[Span, ...] | None] = reactive(None, repaint=False)
    """The passages to read, in order and apart; all others are faint. None where nothing is."""

    def __init__(
        self,
        article: Article | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(article, name=name, id=id, classes=classes)
        self._marks = Marks()
        self._looks = Looks(self)

    def watch_article(self) -> None:
        """Begin anew with another article."""
        self._marks = Marks()
        self.target = self.bright = None
        super().watch_article()

    # Marks and target

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark there is, in text order."""
        return self._marks.all

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks. The text stays where it is."""
        self._marks = Marks(marks)
        self._repaint()

    def set_target(
        self, spans: Sequence[Span] | None, cue: Sequence[Span] = (), speaker: Sequence[Span] = ()
    ) -> None:
        """Make these passages the current target, or none with None. Nothing scrolls: see `reveal`."""
        self.target = Target(tuple(spans), tuple(cue), tuple(speaker)) if spans else None

    def watch_bright(self) -> None:
        """Draw everything as bright as it is now."""
        self._repaint()

    def watch_target(self, old: Target | None, new: Target | None) -> None:
        """Draw anew what the target was and is."""
        self._redraw(*(old.passages if old else ()), *(new.passages if new else ()))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        return self._line(self._lines, self.scroll_offset.y + y, self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view as they are kept: there is no border or padding to draw them anew for."""
        width = self.outer_size.width
        if self.gutter or self.opacity < 1 or crop.column_span != (0, width):
            return super().render_lines(crop)
        # Textual asks for all lines in sight, whichever of them changed: what each one costs is paid with every key.
        lines, top = self._lines, self.scroll_offset.y
        strips = [self._line(lines, row, width) for row in range(top + crop.y, top + crop.bottom)]
        background = self.background_colors[1]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, background) for strip in strips]
        return strips

    def _line(self, lines: Layout | None, row: int, width: int) -> Strip:
        """A row of the layout, and below the last one nothing."""
        if lines is None or row >= lines.height:
            return Strip.blank(width, self._looks.style())
        return self._drawn.line(row, width, lambda: Drawing(lines, self._looks, self._shown()))

    def _shown(self) -> Shown:
        return Shown(self._marks, self.target, self.bright)

    def notify_style_update(self) -> None:
        """Take the colours of the new theme or style sheet."""
        super().notify_style_update()
        is_other_theme = self._looks.clear()
        self._drawn.forget()
        if is_other_theme:
            self.refresh()

    def _redraw(self, *spans: Span) -> None:
        """Draw the lines of these passages anew."""
        self._drawn.forget_way()
        if self._lines is None:
            return
        row_of = self._lines.row_of
        top, width = self.scroll_offset.y, self.outer_size.width
        bottom = top + self.page_height
        for first, last in {(row_of(start), row_of(max(start, end - 1))) for start, end in spans}:
            self._drawn.forget_rows(first, last)
            seen, below = max(first, top), min(last + 1, bottom)
            if seen < below:
                self.refresh(Region(0, seen - top, width, below - seen))
