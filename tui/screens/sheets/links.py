"""The links of an article: where each leads, to be opened, copied or read here."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from core.translation import _
from tui.keymap import Keys, bindings
from tui.model.links import Row, fitting
from tui.screens.sheets.dialog import Dialog
from tui.text import cells, shorten
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Lines, line
from tui.widgets.picks import Choices

_WORDS = 0.45
"""Share of a line that the words of a link take at most; the rest is its address."""


class Way(StrEnum):
    """What is to be done with a link."""

    BROWSE = "browse"
    COPY = "copy"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Taken:
    """The link that was chosen, and what for."""

    way: Way
    row: Row


class LinksDialog(Dialog[Taken | None]):
    """The links in the order of the text, narrowed while one types; None leaves them alone."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("links")

    typed = query_one(Input)
    listing = query_one(Choices)

    def __init__(self, title: str, rows: Sequence[Row], at: int, own: Keys) -> None:
        """`title` is that of the article; the cursor begins at the place `at`."""
        super().__init__(own)
        self._title = title
        self._rows = tuple(rows)
        self._at = at
        self._offered: list[Row] = []
        self._offered_for: str | None = None

    def compose(self) -> ComposeResult:
        """What is listed, the words typed, the links they fit, the keys."""
        with Vertical(id="sheet"):
            yield from self.head(_("Links"), self._title)
            yield Input(
                placeholder=_("type to find, or the number of a link"), select_on_focus=False, compact=True
            )
            yield Choices(markup=False)
            yield KeyLine(("links-browse", "links-read", "links-copy", "links-leave"), self.own)

    def on_mount(self) -> None:
        """List everything."""
        self.typed.focus()
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        words = self.typed.value
        if words == self._offered_for:
            return
        self._offered_for = words
        self._offered = fitting(words, self._rows)
        digits = len(str(len(self._rows)))
        widest = max((cells(row.words) for row in self._offered), default=0)
        self.listing.set_options(Option(_LinkLine(row, digits, widest)) for row in self._offered)
        first = self._at if not words.strip() else 0
        self.listing.highlighted = first if self._offered else None

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(Taken(Way.BROWSE, self._offered[event.option_index]))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.listing.step(by)

    def action_page(self, way: str) -> None:
        """Move the cursor by a page."""
        getattr(self.listing, f"action_page_{way}")()

    def action_take(self, way: str) -> None:
        """Take the link under the cursor once all that was typed has been looked for."""
        self.after_typing(self.typed, lambda: self._take(Way(way)))

    def _take(self, way: Way) -> None:
        self._offer()
        at = self.listing.highlighted
        if at is not None and at < len(self._offered):
            self.dismiss(Taken(way, self._offered[at]))


class _LinkLine(Lines):
    """The number of a link, its words, and its address: the host first, the rest cut off where there is no room."""

    def __init__(self, row: Row, digits: int, widest: int) -> None:
        """`digits` are those of the highest number, `widest` are the columns of the longest words."""
        self._row, self._digits, self._widest = row, digits, widest

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        row = self._row
        pieces = [(f"{row.number:>{self._digits}}  ", "$faint")]
        if row.words:
            columns = min(self._widest, int((width - self._digits - 4) * _WORDS))
            words = shorten(row.words, columns)
            pieces.append((words + " " * (columns - cells(words) + 2), ""))
        return [line([*pieces, (row.host, "bold"), (row.rest, "$faint")], [], width)]
