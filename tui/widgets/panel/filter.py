"""The filter line under a panel's heading: the words typed and the kind selected to narrow the list."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from core.translation import _
from tui.keymap import bindings
from tui.removal import Removable

LONGEST = 60
"""Characters that may be typed."""


class FilterLine(Removable, Horizontal):
    """Blank for as long as the list is not narrowed, so that nothing moves when it is."""

    DEFAULT_CSS = """
    FilterLine {
        height: 1;
        Input, Input:focus {
            border: none; padding: 0; height: 1; width: 1fr; background: transparent; background-tint: transparent;
        }
        .filter--sign { width: 2; color: $faint; }
        .filter--kind { width: auto; color: $faint; padding-right: 2; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")

    @dataclass
    class Typed(Message):
        """The words have changed."""

        words: str

    @dataclass
    class Left(Message):
        """Typing has ended: keep the filter, or show everything again."""

        kept: bool

    @dataclass
    class Moved(Message):
        """Another entry is wanted while typing."""

        by: int

    _told = ""
    """The words that were posted last."""

    sign = query_one(".filter--sign", Static)
    input = query_one(Input)
    kind_words = query_one(".filter--kind", Static)

    def compose(self) -> ComposeResult:
        """A sign, the words, the kind; unseen until something is typed."""
        sign, words = (
            Static("/", classes="filter--sign", markup=False),
            Input(compact=True, max_length=LONGEST),
        )
        # Not on mount: a reader that is left while it is being mounted has no children then.
        sign.visible = words.visible = False
        yield sign
        yield words
        yield Static("", classes="filter--kind", markup=False)

    def _show(self, shown: bool) -> None:
        # What cannot be seen takes no focus: the way from panel to panel leads past it.
        self.input.visible = self.sign.visible = shown

    def open(self) -> None:
        """Let words be typed."""
        self._show(True)
        self.input.focus()

    def show_kind(self, kind: str) -> None:
        """Say which kind the list is narrowed to; nothing where it is not."""
        self.kind_words.update(Content(_("only {kind}").format(kind=kind) if kind else ""))

    def clear(self) -> None:
        """Forget the words."""
        with self.input.prevent(Input.Changed):
            self.input.value = ""
        self._told = ""
        self._show(self.input.has_focus)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell(event.value)

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self.post_message(self.Typed(words))

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        event.stop()
        self._show(bool(self.input.value))

    def action_move(self, by: int) -> None:
        """Put the list's cursor on another entry."""
        self.post_message(self.Moved(by))

    def action_keep(self) -> None:
        """Go on in the narrowed list."""
        # What was typed quickly still waits its turn with the input; so must this.
        self.input.call_later(self._keep)

    def _keep(self) -> None:
        self._tell(self.input.value)
        self.post_message(self.Left(kept=True))

    def action_cancel(self) -> None:
        """Show everything again."""
        self.input.call_later(lambda: self.post_message(self.Left(kept=False)))
