"""The reader's view of one article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView

from core.articles.article import Article
from core.spans import Span
from tui.widgets.article.marks import Mark, Target


class ArticleView(ScrollView, can_focus=True):
    """Shows an article, its marks and its current target, and lets the reader select from it by keyboard or mouse.

    All offsets are code points into `article.text`, ends exclusive.
    """

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "down", "Down", show=False, id="article.down", tooltip="One line down"),
        Binding("up,k", "up", "Up", show=False, id="article.up", tooltip="One line up"),
        Binding("v", "select", "Select", id="article.select", tooltip="Select words by keyboard"),
    ]

    article: reactive[Article | None] = reactive(None)
    """What is shown. Another article starts at its top, without marks, target or selection."""
    measure: reactive[int] = reactive(72)
    """The most columns a line of text may take."""
    unfolded: reactive[bool] = reactive(False)
    """Whether captions that repeat an earlier one are shown in full."""
    target: reactive[Target | None] = reactive(None)
    """What the reader has stepped to, drawn distinctly."""
    selecting: reactive[bool] = reactive(False)
    """Whether the keys move a caret and select (True) or scroll (False)."""
    selection: var[Span | None] = var(None)
    """The passage selected, by keyboard or mouse."""

    @dataclass
    class SelectionChanged(Message):
        """The selected passage is another one now, or none."""

        view: "ArticleView"
        selection: Span | None

    @dataclass
    class MarkClicked(Message):
        """A mark was clicked: the one on top, and everything else that lies there."""

        view: "ArticleView"
        mark: Mark
        others: tuple[Mark, ...] = ()

    @dataclass
    class Moved(Message):
        """The text was scrolled: another line stands at the top."""

        view: "ArticleView"
        top: int

    def __init__(
        self,
        article: Article | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(ArticleView.article, article)
        self._marks: tuple[Mark, ...] = ()
        self._top = 0

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark there is, in text order."""
        return self._marks

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks. The text stays where it is."""
        self._marks = tuple(marks)

    def set_target(
        self, spans: Sequence[Span] | None, cue: Sequence[Span] = (), speaker: Sequence[Span] = ()
    ) -> None:
        """Make these passages the current target, or none with None. Scrolls nothing: see `reveal`."""
        self.target = Target(tuple(spans), tuple(cue), tuple(speaker)) if spans else None

    def reveal(self, start: int, end: int) -> None:
        """Scroll just as far as it takes to show the passage with some lines around it, or not at all."""

    @property
    def top_offset(self) -> int:
        """The reading position: where in the text the topmost visible line begins. Can be set, mounted or not."""
        return self._top

    @top_offset.setter
    def top_offset(self, offset: int) -> None:
        self._top = offset

    @property
    def visible_span(self) -> Span:
        """The stretch of the text that can be seen now."""
        return 0, 0

    @property
    def progress(self) -> float:
        """How much of the article lies above the lower edge, from 0 to 1."""
        return 0.0

    @property
    def selected_text(self) -> str:
        """The words selected, as the article has them; empty without a selection."""
        return ""

    def select(self, start: int, end: int) -> None:
        """Select a passage as if by keyboard; moving its end or its start goes on from there."""

    def clear_selection(self) -> None:
        """Drop the selection and leave select mode."""
