"""Typing a name: what an actor is to be called, or is called besides."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from core.translation import _
from tui.keymap import Keys, bindings
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine


class NameDialog(Dialog[str | None]):
    """One line to type in. None, or nothing typed, changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("naming")

    typed = query_one(Input)

    def __init__(self, title: str, passage: str, begin: str, own: Keys) -> None:
        super().__init__(own)
        self._title = title
        self._passage = passage
        self._begin = begin

    def compose(self) -> ComposeResult:
        """What it is about, and the line."""
        with Vertical(id="sheet"):
            yield from self.head(self._title, self._passage)
            yield Input(self._begin, placeholder=_("a name"), select_on_focus=True, compact=True)
            yield KeyLine(("naming-keep", "naming-leave"), self.own)

    def on_mount(self) -> None:
        """Begin with all of it selected: typing replaces it."""
        self.typed.focus()

    def action_keep(self) -> None:
        """Keep the name."""
        self.after_typing(self.typed, self._keep)

    def _keep(self) -> None:
        self.dismiss(" ".join(self.typed.value.split()) or None)
