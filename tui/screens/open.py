"""The sheet one types an address or the path of a file into."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, Static

from tui.keymap import Keys, bindings
from tui.screens.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine


class OpenDialog(Dialog[str | None]):
    """What to read next; None for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("open")
    TITLE: ClassVar[str] = "Open"
    ABOUT: ClassVar[str] = "the address of an article, or a file: text, Markdown, web page, PDF, EPUB, mail"
    KEYS: ClassVar[tuple[str, ...]] = ("open-read", "open-leave")
    typed = query_one(Input)

    def __init__(self, own: Keys) -> None:
        super().__init__()
        self._own = own

    def compose(self) -> ComposeResult:
        """What is asked for, the line, the keys."""
        with Vertical(id="sheet"):
            yield Static(OneLine([(self.TITLE, "")]), classes="dialog--title")
            yield Static(OneLine([(self.ABOUT, "")]), classes="dialog--passage")
            yield Input(placeholder="https://…", compact=True, select_on_focus=False)
            yield KeyLine(self.KEYS, self._own)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.typed.focus()

    def action_read(self) -> None:
        """Hand back what was typed, if anything was."""
        self.after_typing(self.typed, self._read)

    def _read(self) -> None:
        from core.articles.source_names import as_typed

        self.dismiss(as_typed(self.typed.value) or None)

    def action_cancel(self) -> None:
        """Open nothing."""
        self.dismiss(None)


class AddDialog(OpenDialog):
    """What to add to the library; None for nothing."""

    TITLE = "Add"
    ABOUT = "addresses, a file, a folder, or a pattern like archiv/*.txt"

    def _read(self) -> None:
        self.dismiss(self.typed.value.strip() or None)
