"""Choosing tags: type to find or make one, or the number of one used most."""

from collections.abc import Awaitable, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from core.annotations.tags import normalise, parse, same, unfinished
from core.text.search import LONGEST, find
from core.translation import _
from tui.keymap import Keys, bindings
from tui.model.undo import tag_words
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine
from tui.widgets.picks import Choices

DIGITS = 9
"""How many of the most used tags have a number."""


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

    Tags that begin with the words come first, then those that contain them; with nothing typed, or the number of a
    tag, all in their order: what begins as a number may go on to be a tag.
    """
    known: list[tuple[str, int | None]] = [*tags, *((tag, 0) for tag in chosen if tag not in dict(tags))]
    typed = as_tag(words)
    if not typed:
        return list(known)
    if numbered(words, len(known)) is not None:
        return known if any(same(tag) == same(typed) for tag, _ in known) else [*known, (typed, None)]
    places = {tag: found[0][0] for tag, _ in known if (found := find(tag, typed[:LONGEST]))}
    matching = sorted(
        (entry for entry in known if entry[0] in places), key=lambda entry: places[entry[0]] > 0
    )
    new = [] if any(same(tag) == same(typed) for tag, _ in known) else [(typed, None)]
    return [*matching, *new]


def numbered(words: str, count: int) -> int | None:
    """The place among `count` tags of the one whose number was typed, and nothing else."""
    return int(words) - 1 if words in tuple("123456789") and int(words) <= count else None


def tag_line(tag: str, count: int | None, chosen: bool, digit: int | None) -> OneLine:
    """One tag that can be chosen: its number, a sign if it is, the tag, and its count."""
    sign = "✓ " if chosen else "  "
    words = _("new") if count is None else str(count or "")
    key = f"{digit} " if digit else "  "
    return OneLine([(key, "$faint"), (sign, ""), (f"#{tag}", "")], [(words, "$faint")])


class TagInput(Input):
    """What is typed. While that is nothing, Backspace takes the last tag off."""

    class Emptied(Message):
        """Backspace was pressed where nothing was left to delete."""

    def on_key(self, event: events.Key) -> None:
        """Pass that key on."""
        if not self.value and event.key == "backspace":
            event.prevent_default()
            event.stop()
            self.post_message(self.Emptied())


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
        self._settled = ""
        """The tag under the cursor, if it was just added or taken off: keeping does not add it once more."""

    def compose(self) -> ComposeResult:
        """What is tagged, the tags chosen, the words typed, the tags on offer."""
        with Vertical(id="sheet"):
            yield from self.head(_("Tags"), self._passage)
            yield Static(id="chosen")
            yield TagInput(
                placeholder=_("type a tag, or the number of one"), select_on_focus=False, compact=True
            )
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
        """Add the tags that a separator ends, and make offers for the rest."""
        typed = self.typed.value
        if (rest := unfinished(typed)) != typed:
            self._chosen += [tag for tag in parse(typed.removesuffix(rest)) if tag not in self._chosen]
            self.typed.value = rest.lstrip()
            self.typed.cursor_position = len(self.typed.value)
        self._offer()

    @on(TagInput.Emptied)
    def _emptied(self) -> None:
        if self._chosen:
            self._toggle(self._chosen[-1])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        """Add the tag clicked, or take it off."""
        event.stop()
        self._toggle(self._offers[event.option_index][0])

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._settled = ""
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
        tag = self._under_cursor()
        if tag is None and (trouble := _trouble(self.typed.value)):
            self.shown.update(OneLine([(trouble, "$text-error")]))
            return
        if tag is not None and tag not in (*self._chosen, self._settled):
            self._chosen.append(tag)
        self.dismiss(tuple(self._chosen))

    def _under_cursor(self) -> str | None:
        if self._offered != self.typed.value:
            self._typing()
        at = self.listing.highlighted
        return self._offers[at][0] if at is not None and at < len(self._offers) else None

    def _toggle(self, tag: str) -> None:
        if tag in self._chosen:
            self._chosen.remove(tag)
        else:
            self._chosen.append(tag)
        self._settled = tag
        self.typed.value = ""
        self._offer()

    def _offer(self) -> None:
        self._offered = self.typed.value
        self._offers = offered(self._offered, self._tags, self._chosen)
        typed = bool(as_tag(self._offered))
        number = numbered(self._offered, sum(count is not None for _, count in self._offers))
        at = self.listing.highlighted
        digits = DIGITS if not typed or number is not None else 0
        self.listing.set_options(
            Option(tag_line(tag, count, tag in self._chosen, index + 1 if index < digits else None))
            for index, (tag, count) in enumerate(self._offers)
        )
        self.listing.display = bool(self._offers)
        self.listing.highlighted = (number or 0) if typed and self._offers else None if typed else at
        words = tag_words(tuple(self._chosen))
        self.shown.update(OneLine([(words, "")] if words else [(_("no tags yet"), "$faint")]))


def _trouble(words: str) -> str:
    """Why what was typed is no tag, in a sentence; empty if nothing was."""
    if not words.strip():
        return ""
    try:
        normalise(words)
    except ValueError as error:
        return str(error)
    return ""
