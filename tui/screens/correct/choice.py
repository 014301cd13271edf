"""Choosing one of many by typing: an actor, a speaker, a kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from core.text.search import LONGEST, find
from core.translation import _
from tui.keymap import Keys, bindings
from tui.model.speech import quoted
from tui.screens.sheets.dialog import Dialog
from tui.screens.sheets.tags import DIGITS
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine
from tui.widgets.picks import Choices

NEW = "new:"
"""What an answer begins with that is none of the choices but what was typed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    id: str
    words: str
    aside: str = ""
    """A few fainter words behind it, which typing finds too."""


def fitting(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices that hold what was typed, those that begin with it first."""
    if not typed.strip():
        return list(choices)
    places = {
        choice.id: found[0][0]
        for choice in choices
        if (found := find(f"{choice.words} {choice.aside}", typed[:LONGEST]))
    }
    return sorted((each for each in choices if each.id in places), key=lambda each: places[each.id] > 0)


class ChoiceInput(Input):
    """What is typed. While that is nothing, digits choose."""

    @dataclass
    class Short(Message):
        """The digit of a choice was pressed."""

        digit: int

    def on_key(self, event: events.Key) -> None:
        """Keep such keys from being typed."""
        if not self.value and event.character and event.character in "123456789":
            event.prevent_default()
            event.stop()
            self.post_message(self.Short(int(event.character)))


class ChoiceDialog(Dialog[str | None]):
    """Choose one: its id, or NEW and the words typed where `new` allows that. None chooses nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("choice")

    typed = query_one(ChoiceInput)
    listing = query_one(Choices)

    def __init__(
        self, title: str, passage: str, choices: Sequence[Choice], own: Keys, *, new: str = ""
    ) -> None:
        """`new` precedes typed words that match no choice ("somebody else: “Ida Morgen”"); empty to refuse them."""
        super().__init__(own)
        self._title = title
        self._passage = passage
        self._choices = tuple(choices)
        self._new = new
        self._offered: list[Choice] = []
        self._offered_for: str | None = None

    def compose(self) -> ComposeResult:
        """The question, what it is about, the words typed, what they fit."""
        with Vertical(id="sheet"):
            yield from self.head(self._title, self._passage)
            yield ChoiceInput(
                placeholder=_("type to find, or press a digit"), select_on_focus=False, compact=True
            )
            yield Choices(markup=False)
            yield KeyLine(("choice-take", "choice-down", "choice-leave"), self.own)

    def on_mount(self) -> None:
        """Offer everything."""
        self.typed.focus()
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        words = self.typed.value
        self._offered_for = words
        self._offered = fitting(words, self._choices)
        name = " ".join(words.split())
        if self._new and name and all(each.words.casefold() != name.casefold() for each in self._choices):
            self._offered.append(Choice(f"{NEW}{name}", f"{self._new} {quoted(name)}"))
        self.listing.set_options(
            Option(
                OneLine(
                    [
                        (f"{index + 1} " if index < DIGITS and not words else "  ", "$faint"),
                        (choice.words, ""),
                        (f"  {choice.aside}", "$faint"),
                    ]
                )
            )
            for index, choice in enumerate(self._offered)
        )
        if not self._offered:
            self.listing.add_option(Option(OneLine([(_("nothing found"), "$faint")]), disabled=True))
        self.listing.highlighted = 0 if self._offered else None

    @on(ChoiceInput.Short)
    def _short(self, event: ChoiceInput.Short) -> None:
        if 0 < event.digit <= len(self._offered):
            self.dismiss(self._offered[event.digit - 1].id)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._offered[event.option_index].id)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.listing.step(by)

    def action_take(self) -> None:
        """Take what is under the cursor once all that was typed has been looked for."""
        self.after_typing(self.typed, self._take)

    def _take(self) -> None:
        if self._offered_for != self.typed.value:
            self._offer()
        at = self.listing.highlighted
        if at is not None and at < len(self._offered):
            self.dismiss(self._offered[at].id)
