"""The base of the library's screens: a heading, one long list, a status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from core.translation import _
from tui.keymap import Keys
from tui.removal import ClosedOnce
from tui.screens.palette_commands import palette_commands
from tui.widgets.lines import Lines
from tui.widgets.long_list import LongList
from tui.widgets.panel import Heading
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual.command import Provider


class ListingScreen(ClosedOnce, Screen[Any]):
    """A screen that is one list. Subclasses say what it lists and what its keys do."""

    DEFAULT_CSS = """
    ListingScreen {
        background: $background; color: $foreground;
        #shelf { padding: 1 2 0 2; height: 1fr; max-width: 110; }
        #title { height: 1; margin-bottom: 1; }
        #none { color: $faint; display: none; }
        &.-empty #none { display: block; }
    }
    """

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {palette_commands}

    NAME: ClassVar[str] = ""
    """The heading."""
    PLACE: ClassVar[str] = ""
    """What the key table calls it."""
    LIST: ClassVar[type[LongList]] = LongList
    """The kind of its list, which has the keys of its place."""
    KEYS: ClassVar[tuple[str, ...]] = ()
    """Commands whose keys the line at the foot shows, the most needed last."""
    EMPTY: ClassVar[str] = ""
    """What it says while there is nothing to list."""

    listing = query_one(LongList)
    title_line = query_one("#title", Static)
    none_line = query_one("#none", Static)
    status = query_one(StatusLine)

    def __init__(self, own: Keys) -> None:
        super().__init__()
        self.own = own

    def compose(self) -> ComposeResult:
        """Heading, list, status."""
        with Vertical(id="shelf"):
            yield Static(Heading(_(self.NAME).upper(), ""), id="title")
            yield Static(Content(_(self.EMPTY)), id="none")
            yield self.LIST()
            yield from self.below()
        yield StatusLine()

    def below(self) -> ComposeResult:
        """What stands below the list: nothing."""
        yield from ()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.status.own = self.own
        self.status.keys = self.KEYS
        self.listing.focus()

    def forget_message(self) -> None:
        """Say no longer what was just done."""
        if self.is_mounted:
            self.status.told = ""

    def fill(self, ids: Sequence[str], make: Callable[[int], Lines], note: str = "", empty: str = "") -> None:
        """Show entries, with a word on them beside the heading, or a sentence where there are none."""
        self.set_class(not ids, "-empty")
        self.none_line.update(Content(empty or _(self.EMPTY)))
        self.title_line.update(Heading(_(self.NAME).upper(), note))
        self.listing.show(ids, make)

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
