"""The line one types into to find words in the article."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from core.translation import _
from tui.keymap import bindings
from tui.removal import Removable

PLAIN, PATTERN = "/", "/ regex"
"""The sign before the words, which shows how they are interpreted."""


class SearchLine(Removable, Vertical):
    """Takes the status line's place while words are typed."""

    DEFAULT_CSS = """
    SearchLine {
        height: auto; width: 100%; padding: 0 2; display: none; background: $panel;
        Horizontal { height: 1; }
        .search--trouble { width: 100%; height: auto; max-height: 3; display: none; color: $foreground; }
        &.-troubled .search--trouble { display: block; }
        Input, Input:focus {
            border: none; padding: 0; height: 1; width: 1fr; background: $panel; background-tint: transparent;
        }
        .search--sign { width: 2; color: $faint; }
        &.-regex .search--sign { width: 9; color: $foreground; }
        .search--count { width: auto; min-width: 12; color: $faint; text-align: right; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("search")

    @dataclass
    class Typed(Message):
        """The words to find are others now."""

        words: str

    @dataclass
    class Stepped(Message):
        """The next hit was asked for, or the one before."""

        by: int

    @dataclass
    class Left(Message):
        """The search is done: step through what was found, or forget it."""

        accepted: bool

    _told = ""
    """The words that were posted last."""

    input = query_one(Input)
    count = query_one(".search--count", Static)
    trouble = query_one(".search--trouble", Static)

    regex: reactive[bool] = reactive(False)
    """Whether what is typed is read as a regular expression."""

    @property
    def words(self) -> str:
        """What is typed."""
        return self.input.value

    def watch_regex(self) -> None:
        """Say how the words are read, and look for them anew."""
        if self.is_mounted:
            self.query_one(".search--sign", Static).update(PATTERN if self.regex else PLAIN)
            self.set_class(self.regex, "-regex")
            self._tell(self.words)

    def action_regex(self) -> None:
        """Read the words as a regular expression, or as they stand."""
        self.regex = not self.regex

    def compose(self) -> ComposeResult:
        """A sign, the words, and how often they were found; above them, why they cannot be looked for."""
        yield Static("", classes="search--trouble", markup=False)
        with Horizontal():
            yield Static(PLAIN, classes="search--sign", markup=False)
            yield Input(placeholder=_("words to find"), compact=True)
            yield Static("", classes="search--count", markup=False)

    def open(self, words: str) -> None:
        """Show the line and begin with `words`, all of them selected."""
        self.display = True
        if not words:
            self.tell("")
        self._told = words
        with self.input.prevent(Input.Changed):
            self.input.value = words
        self.input.focus()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def tell(self, words: str) -> None:
        """Say how often the words were found."""
        self._say(words, "")

    @property
    def is_troubled(self) -> bool:
        """Whether the words cannot be looked for."""
        return self.has_class("-troubled")

    def explain(self, sentence: str) -> None:
        """Say why the words cannot be looked for, in a line of its own that leaves the words in sight."""
        self._say("", sentence)

    def _say(self, count: str, trouble: str) -> None:
        self.count.update(count)
        self.trouble.update(trouble)
        self.set_class(bool(trouble), "-troubled")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._told:
            self._tell(event.value)

    def _tell(self, words: str) -> None:
        self._told = words
        self.post_message(self.Typed(words))

    def action_hit(self, by: int) -> None:
        """Go to the next hit or the one before."""
        self.post_message(self.Stepped(by))

    def action_accept(self) -> None:
        """Step through what was found."""
        # What was typed quickly still waits its turn with the input; so must this.
        self.input.call_later(self._accept)

    def _accept(self) -> None:
        if self.input.value != self._told:
            self._tell(self.input.value)
        self.post_message(self.Left(accepted=True))

    def action_cancel(self) -> None:
        """Forget the search."""
        self.post_message(self.Left(accepted=False))
