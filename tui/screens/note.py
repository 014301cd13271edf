"""Writing a note."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Static, TextArea

from tui.keymap import Keys, bindings
from tui.screens.dialog import Dialog
from tui.widgets.lines import OneLine
from tui.widgets.status import key_pieces


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: the words, and whether they are to be kept or to wait as a draft."""

    text: str
    keep: bool


class NoteDialog(Dialog[Written]):
    """An editor for one note. Leaving without keeping hands the words back as a draft."""

    DEFAULT_CSS = """
    NoteDialog TextArea { height: auto; min-height: 4; max-height: 12; scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    editor = query_one(TextArea)

    def __init__(self, title: str, passage: str, text: str, own: Keys) -> None:
        super().__init__()
        self._title = title
        self._passage = passage
        self._text = text
        self._own = own

    def compose(self) -> ComposeResult:
        """What it is about, the editor, the keys."""
        with Vertical(id="sheet"):
            yield Static(OneLine([(self._title, "")]), classes="dialog--title")
            yield Static(OneLine([(self._passage, "")]), classes="dialog--passage")
            yield TextArea(
                self._text, soft_wrap=True, tab_behavior="focus", placeholder="Your note …", compact=True
            )
            yield Static(OneLine(key_pieces(("note-save", "note-leave"), self._own)), classes="dialog--keys")

    def on_mount(self) -> None:
        """Begin after what is there."""
        self.editor.move_cursor(self.editor.document.end)
        self.editor.focus()

    @property
    def unkept(self) -> bool:
        """Whether the note is another one than it was."""
        return self.editor.text != self._text

    def action_keep(self) -> None:
        """Keep the note."""
        self.after_typing(self.editor, lambda: self._leave(keep=True))

    def action_cancel(self) -> None:
        """Leave; the words go back as a draft."""
        self.after_typing(self.editor, lambda: self._leave(keep=False))

    def _leave(self, keep: bool) -> None:
        self.dismiss(Written(self.editor.text, keep))
