"""Reading a mark: its passage, its tags and the whole of its note."""

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import Static

from core.annotations import Annotation
from core.translation import N_, _
from tui.keymap import Keys, bindings
from tui.model.undo import tag_words
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Lines, OneLine, Paragraphs

TITLE, NO_NOTE, NO_TAGS = N_("Your mark"), N_("no note"), N_("no tags")


class Wish(Enum):
    """What the sheet is left for."""

    EDIT = auto()
    TAG = auto()
    DELETE = auto()
    CONFIRM = auto()
    """Its words changed, and the place is the right one."""


class MarkDialog(Dialog[Wish | None]):
    """Shows a mark without changing it."""

    DEFAULT_CSS = """
    MarkDialog VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    MarkDialog VerticalScroll Static { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("mark")
    MOST = 30

    whole = query_one(VerticalScroll)

    def __init__(self, annotation: Annotation, passage: str, own: Keys, *, doubtful: bool = False) -> None:
        """`doubtful`: whether the words of the mark have changed since it was made."""
        super().__init__(own)
        self._doubtful = doubtful
        self._annotation = annotation
        self._passage = passage

    def compose(self) -> ComposeResult:
        """Tags and date, what it is on, the note, the keys."""
        each = self._annotation
        with Vertical(id="sheet"):
            title = [(f"{_(TITLE)}  ", ""), (tag_words(each.tags) or _(NO_TAGS), "$annotation-sign")]
            yield Static(OneLine(title), classes="dialog--title")
            scroll = VerticalScroll(Static(self._lines()), can_focus=False)
            yield scroll
            confirm = ("mark-confirm",) if self._doubtful else ()
            yield KeyLine(("mark-delete", "mark-tag", "mark-edit", *confirm, "mark-leave"), self.own)

    def _lines(self) -> Lines:
        note = [(paragraph, "") for paragraph in self._annotation.note.split("\n")]
        return Paragraphs(
            [
                (self._passage, "$faint"),
                ("", ""),
                *(note if self._annotation.note else [(_(NO_NOTE), "$faint")]),
            ]
        )

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.whole.scroll_relative(y=by, animate=False)

    def action_take(self, wish: str) -> None:
        """Leave the sheet to change the mark."""
        self.dismiss(Wish[wish])
