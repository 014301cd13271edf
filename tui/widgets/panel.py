"""A panel of the side column: a quiet heading, a list of two-line entries, or a kind sentence when it is empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.keymap import bindings
from tui.widgets.lines import Lines, Piece, line
from tui.widgets.picks import PickList


class Entry(Lines):
    """What it is, and on a second line a little more in a fainter hand, where there is more."""

    def __init__(
        self, id: str, first: tuple[list[Piece], list[Piece]], second: tuple[list[Piece], list[Piece]]
    ) -> None:
        self.id = id
        self._first = first
        self._second = second

    @property
    def height(self) -> int:
        """Two, or one when there is no more to say."""
        return 2 if any(text for piece in self._second for text, _ in piece) else 1

    def lines(self, width: int) -> list[Content]:
        """The lines, with the right-hand words flush."""
        return [line(*self._first, width), line(*self._second, width, indent=2)][: self.height]


class Heading(Lines):
    """The panel's name at the left, what it holds at the right."""

    def __init__(self, name: str, note: str) -> None:
        self.name = name
        self.note = note

    @property
    def height(self) -> int:
        """Always one."""
        return 1

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        return [line([(self.name.upper(), "bold $faint")], [(self.note, "$faint")], width)]


class PanelList(PickList, inherit_bindings=False):
    """The entries, walked with the same keys as everything else."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("panel")

    @dataclass
    class Asked(Message):
        """A key was pressed that the panel answers, not the list."""

        list: "PanelList"
        what: str

    def action_show(self) -> None:
        """Show the place of the entry and stay."""
        self.post_message(self.Asked(self, "show"))

    def action_order(self) -> None:
        """Change the order, where there is more than one."""
        self.post_message(self.Asked(self, "order"))


class Panel(Vertical):
    """One list of the side column."""

    DEFAULT_CSS = """
    Panel {
        padding: 0 1 0 2;
        .panel--heading { height: 1; margin-bottom: 1; padding-right: 1; }
        .panel--empty { color: $faint; display: none; padding: 0 1 0 0; }
        PanelList {
            height: 1fr; max-height: 100%; border: none; padding: 0; background: transparent;
            background-tint: transparent; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
            & > .option-list--option-highlighted {
                color: $foreground; background: $block-cursor-blurred-background; text-style: none;
            }
            &:focus { border: none; background-tint: transparent; }
            &:focus > .option-list--option-highlighted {
                color: $block-cursor-foreground; background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
        &.-empty { PanelList { height: 1; max-height: 1; } .panel--empty { display: block; } }
        &:focus-within .panel--heading { text-style: bold; }
    }
    """

    NAME: ClassVar[str] = ""
    """Its heading."""
    EMPTY: ClassVar[str] = ""
    """What it says while there is nothing in it."""

    @dataclass
    class Chosen(Message):
        """An entry was chosen: go to its place, or only show it."""

        panel: "Panel"
        id: str
        stay: bool

    heading = query_one(".panel--heading", Static)
    empty = query_one(".panel--empty", Static)
    entries = query_one(PanelList)

    def compose(self) -> ComposeResult:
        """Heading, sentence and list."""
        yield Static(Heading(self.NAME, ""), classes="panel--heading")
        yield Static(Content(self.EMPTY), classes="panel--empty")
        yield PanelList(markup=False)

    def show_entries(self, entries: Sequence[Entry], note: str, empty: str = "") -> None:
        """Replace the entries. The one chosen stays chosen, or gives way to the next; the list stays where it was."""
        listing = self.entries
        chosen, place = self.current, listing.highlighted
        top = listing.scroll_offset.y
        with self.prevent(OptionList.OptionHighlighted):
            listing.set_options([Option(entry, id=entry.id) for entry in entries])
            if any(entry.id == chosen for entry in entries):
                self.follow(chosen)
            elif place is not None and entries:
                listing.highlighted = min(place, len(entries) - 1)
        listing.scroll_to(y=top, animate=False, force=True)
        self.heading.update(Heading(self.NAME, note))
        self.empty.update(Content(empty or self.EMPTY))
        self.set_class(not entries, "-empty")

    def follow(self, id: str | None) -> None:
        """Put the list's cursor on an entry, or leave it where it is when there is none of that id."""
        listing = self.entries
        if id is not None and any(option.id == id for option in listing.options):
            listing.highlighted = listing.get_option_index(id)

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        option = self.entries.highlighted_option
        return option.id if option else None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Chosen(self, event.option_id, stay=False))

    @on(PanelList.Asked)
    def _asked(self, event: PanelList.Asked) -> None:
        event.stop()
        if event.what == "show" and self.current is not None:
            self.post_message(self.Chosen(self, self.current, stay=True))
        elif event.what == "order":
            self.change_order()

    def change_order(self) -> None:
        """Show the entries in another order; a panel with one order only does nothing."""
