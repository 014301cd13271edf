"""All corrections of an article: what they are, which no longer fit, and undoing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from core.annotations import Annotation
from core.translation import _, ngettext
from tui.keymap import Keys, bindings
from tui.model.days import day_words, today
from tui.model.describe_corrections import correction_words
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.panel import Entry
from tui.widgets.picks import Choices


@dataclass(frozen=True, slots=True)
class Chosen:
    """A correction, and whether it is to be taken back; else its place is to be shown."""

    annotation: Annotation
    take_back: bool


class HistoryDialog(Dialog[Chosen | None]):
    """One line per correction, the latest first; a second one with the reason if it does not fit."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("history")

    listing = query_one(Choices)

    def __init__(self, corrections: Sequence[Annotation], reasons: dict[str, str], own: Keys) -> None:
        """`reasons` says of those that do not fit why, by id."""
        super().__init__(own)
        self._corrections = sorted(corrections, key=lambda each: each.created, reverse=True)
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """Heading, list, keys."""
        about = self._about()
        with Vertical(id="sheet"):
            yield from self.head(_("Your corrections of this article"), about)
            yield Choices(*(Option(self._entry(each)) for each in self._corrections), markup=False)
            yield KeyLine(("history-drop", "history-show", "history-leave"), self.own)

    def _about(self) -> str:
        """How many there are, and how many of them do not fit."""
        count, lost = len(self._corrections), len(self._reasons)
        words = [ngettext("{n} correction", "{n} corrections", count).format(n=count)]
        if lost:
            sentence = ngettext(
                "{n} of them not applicable to the article as it is now",
                "{n} of them not applicable to the article as it is now",
                lost,
            )
            words.append(sentence.format(n=lost))
        return " · ".join(words)

    def _entry(self, annotation: Annotation) -> Entry:
        reason = self._reasons.get(annotation.id)
        sign = "? " if reason else "✓ "
        date = day_words(annotation.created, today())
        return Entry(
            annotation.id,
            ([(sign, "$annotation-sign"), (correction_words(annotation), "")], [(date, "$faint")]),
            ([(_("not applicable: {reason}").format(reason=_(reason)), "$faint")] if reason else [], []),
        )

    def on_mount(self) -> None:
        """Begin with the last one made."""
        self.listing.highlighted = 0 if self._corrections else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show the place of what was clicked."""
        event.stop()
        self.dismiss(Chosen(self._corrections[event.option_index], take_back=False))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.listing.step(by)

    def action_choose(self, take_back: bool) -> None:
        """Take the one under the cursor back, or show its place."""
        at = self.listing.highlighted
        if at is not None:
            self.dismiss(Chosen(self._corrections[at], take_back))
