"""The sheet that lists what can be corrected here, with one letter for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from core.translation import _
from tui.keymap import Keys, bindings, key
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Hanging
from tui.widgets.picks import Choices


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be corrected here."""

    what: str
    """The command's id without "correct-"."""
    words: str
    """What it would do, in a sentence without a full stop."""


class CorrectDialog(Dialog[str | None]):
    """Choose what to correct, by letter or by cursor. None leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("correct")

    listing = query_one(Choices)

    def __init__(self, passage: str, offers: Sequence[Offer], own: Keys) -> None:
        super().__init__(own)
        self._passage = passage
        self._offers = list(offers)

    def compose(self) -> ComposeResult:
        """What is corrected, and how it can be."""
        with Vertical(id="sheet"):
            yield from self.head(_("Correct"), self._passage)
            yield Choices(
                *(
                    Option(Hanging(f"{key(f'correct-{each.what}', self.own):<3}", each.words, "bold"))
                    for each in self._offers
                ),
                markup=False,
            )
            yield KeyLine(("correct-take", "correct-down", "correct-leave"), self.own)

    def on_mount(self) -> None:
        """Begin with the first."""
        self.listing.highlighted = 0 if self._offers else None

    def action_take(self, what: str) -> None:
        """Choose the offer with a given letter, if there is one."""
        if any(each.what == what for each in self._offers):
            self.dismiss(what)

    def action_take_here(self) -> None:
        """Take what is under the cursor."""
        at = self.listing.highlighted
        if at is not None:
            self.dismiss(self._offers[at].what)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        event.stop()
        self.dismiss(self._offers[event.option_index].what)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.listing.step(by)
