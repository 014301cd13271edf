"""Choosing tags: type to find or make one, digits for those used most."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from core.annotations.tags import normalise, same
from core.text.search import LONGEST, find
from core.translation import _
from tui.keymap import Keys, bindings
from tui.model.undo import tag_words
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine
from tui.widgets.picks import Choices

DIGITS = 9
"""How many of the most used tags a digit chooses."""


def as_tag(words: str) -> str:
    """The tag for what was typed; empty if it is not a valid tag."""
    try:
        return normalise(words)
    except ValueError:
        return ""


def offered(
    words: str, tags: Sequence[tuple[str, int]], chosen: Sequence[str]
) -> list[tuple[str, int | None]]:
    """The tags to offer for what was typed, with their counts; None as count marks a tag that is new.

    Tags that begin with the words come first, then those that contain them; with nothing typed, all in their order.
    """
    known = [*tags, *((tag, 0) for tag in chosen if tag not in dict(tags))]
    typed = as_tag(words)
    if not typed:
        return list(known)
    places = {tag: found[0][0] for tag, _ in known if (found := find(tag, typed[:LONGEST]))}
    matching = sorted(
        (entry for entry in known if entry[0] in places), key=lambda entry: places[entry[0]] > 0
    )
    new = [] if any(same(tag) == same(typed) for tag, _ in known) else [(typed, None)]
    return [*matching, *new]


def tag_line(tag: str, count: int | None, chosen: bool, digit: int | None) -> OneLine:
    """One tag that can be chosen: the digit that does so, a sign if it is, the tag, and its count."""
    sign = "✓ " if chosen else "  "
    words = _("new") if count is None else str(count or "")
    key = f"{digit} " if digit else "  "
    return OneLine([(key, "$faint"), (sign, ""), (f"#{tag}", "")], [(words, "$faint")])


class TagInput(Input):
    """What is typed. While that is nothing, digits choose tags and Backspace takes the last one off."""

    @dataclass
    class Short(Message):
        """The key of a choice was pressed: a digit, or 0 for Backspace."""

        digit: int

    def on_key(self, event: events.Key) -> None:
        """Keep such keys from being typed."""
        digit = event.character if event.character and event.character in "123456789" else None
        if not self.value and (digit or event.key == "backspace"):
            event.prevent_default()
            event.stop()
            self.post_message(self.Short(int(digit or 0)))


class TagDialog(Dialog[tuple[str, ...] | None]):
    """Choose any number of tags. None means that nothing is to change."""

    DEFAULT_CSS = """
    TagDialog #chosen { height: 1; color: $annotation-sign; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("tags")
    MOST = DIGITS

    typed = query_one(TagInput)
    listing = query_one(Choices)
    shown = query_one("#chosen", Static)

    def __init__(
        self, passage: str, chosen: Sequence[str], tags: Awaitable[Sequence[tuple[str, int]]], own: Keys
    ) -> None:
        """`tags` are those in use, the most used first; they may come after the sheet has opened."""
        super().__init__(own)
        self._passage = passage
        self._chosen = list(chosen)
        self._coming = tags
        self._tags: tuple[tuple[str, int], ...] = ()
        self._offers: list[tuple[str, int | None]] = []
        self._offered = ""

    def compose(self) -> ComposeResult:
        """What is tagged, the tags chosen, the words typed, the tags on offer."""
        with Vertical(id="sheet"):
            yield from self.head(_("Tags"), self._passage)
            yield Static(id="chosen")
            yield TagInput(placeholder=_("type a tag, or press a digit"), select_on_focus=False, compact=True)
            yield Choices(markup=False)
            yield KeyLine(("tags-keep", "tags-toggle", "tags-down", "tags-leave"), self.own)

    def on_mount(self) -> None:
        """Offer everything."""
        self.typed.focus()
        self._offer()
        self._fill()

    @work(exit_on_error=False)
    async def _fill(self) -> None:
        self._tags = tuple(await self._coming)
        self._offer()

    @on(Input.Changed)
    def _typing(self) -> None:
        if self.typed.value.endswith(","):
            self._add(as_tag(self.typed.value[:-1]))
        else:
            self._offer()

    @on(TagInput.Short)
    def _short(self, event: TagInput.Short) -> None:
        if event.digit == 0 and self._chosen:
            self._toggle(self._chosen[-1])
        elif 0 < event.digit <= len(self._offers):
            self._toggle(self._offers[event.digit - 1][0])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        """Add the tag clicked, or take it off."""
        event.stop()
        self._toggle(self._offers[event.option_index][0])

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.listing.step(by)

    def action_choose(self) -> None:
        """Add the tag under the cursor, or take it off, and go on."""
        self.after_typing(self.typed, self._choose)

    def _choose(self) -> None:
        if (tag := self._under_cursor()) is not None:
            self._toggle(tag)

    def action_keep(self) -> None:
        """Add the tag under the cursor, if there is one, and keep."""
        self.after_typing(self.typed, self._keep)

    def _keep(self) -> None:
        if (tag := self._under_cursor()) is not None and tag not in self._chosen:
            self._chosen.append(tag)
        self.dismiss(tuple(self._chosen))

    def _under_cursor(self) -> str | None:
        if self._offered != self.typed.value:
            self._typing()
        at = self.listing.highlighted
        return self._offers[at][0] if at is not None and at < len(self._offers) else None

    def _add(self, tag: str) -> None:
        if tag and tag not in self._chosen:
            self._chosen.append(tag)
        self.typed.value = ""
        self._offer()

    def _toggle(self, tag: str) -> None:
        if tag in self._chosen:
            self._chosen.remove(tag)
        else:
            self._chosen.append(tag)
        self.typed.value = ""
        self._offer()

    def _offer(self) -> None:
        typed = bool(as_tag(self.typed.value))
        at = self.listing.highlighted
        self._offered = self.typed.value
        self._offers = offered(self.typed.value, self._tags, self._chosen)
        self.listing.set_options(
            Option(
                tag_line(tag, count, tag in self._chosen, index + 1 if not typed and index < DIGITS else None)
            )
            for index, (tag, count) in enumerate(self._offers)
        )
        self.listing.display = bool(self._offers)
        self.listing.highlighted = (
            0 if typed and self._offers else at if at is not None and not typed else None
        )
        words = tag_words(tuple(self._chosen))
        self.shown.update(OneLine([(words, "")] if words else [(_("no tags yet"), "$faint")]))
