"""A question that is answered with yes or no."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keymap import Keys, bindings
from tui.screens.sheets.dialog import Dialog
from tui.text import drawable
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine


class ConfirmDialog(Dialog[bool]):
    """Asks before something is done to many things at once."""

    DEFAULT_CSS = """
    ConfirmDialog .dialog--passage { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("confirm")

    def __init__(self, question: str, about: str, own: Keys) -> None:
        super().__init__(own)
        self._question = question
        self._about = about

    def compose(self) -> ComposeResult:
        """The question, what is to be known, the keys."""
        with Vertical(id="sheet"):
            yield Static(OneLine([(self._question, "")]), classes="dialog--title")
            yield Static(Content(drawable(self._about)), classes="dialog--passage")
            yield KeyLine(("confirm-yes", "confirm-no"), self.own)

    def action_answer(self, yes: bool) -> None:
        """Hand the answer back."""
        self.dismiss(yes)
