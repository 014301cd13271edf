"""The base of those lists that a line at the foot narrows while one types."""

from asyncio import gather
from typing import Any

from textual import on, work
from textual.getters import query_one
from textual.worker import Worker

from tui.screens.lists.listing import ListingScreen
from tui.widgets.long_list import LongList
from tui.widgets.search import SearchLine

LISTING = "listing"
"""The group of the workers that fill the list."""
CHOOSING = "choosing"
"""The group of those that wait for it."""


class SearchedListing(ListingScreen):
    """A list and a search line, whose arrows move the cursor of the list."""

    search_line = query_one(SearchLine)

    _line = ""
    """How it is narrowed, as typed."""
    _by_month = False
    """Whether a table of months stands in place of the list."""

    def action_tables(self) -> None:
        """Show the table, or the list again."""

    def action_leave(self) -> None:
        """Go back to the list from the table in its place, to all of it where it is narrowed, else to where one was."""
        if self._by_month:
            self.action_tables()
        elif self._line:
            self.give_up_search()
        else:
            super().action_leave()

    def open_search(self, words: str) -> None:
        """Replace the status line by the search line, with these words already in it."""
        self.choose_nothing()
        self.status.display = False
        self.search_line.open(words)

    def choose(self) -> None:
        """Do what choosing the entry under the cursor does."""

    def choose_nothing(self) -> None:
        """Forget that something was chosen of which the list does not know yet."""
        self.workers.cancel_group(self, CHOOSING)

    def give_up_search(self) -> None:
        """List again what was listed before. Called when the line is left without accepting its result."""

    @on(SearchLine.Stepped)
    def _stepped(self, event: SearchLine.Stepped) -> None:
        (self.listing.action_cursor_down if event.by > 0 else self.listing.action_cursor_up)()

    @on(SearchLine.Left)
    def _search_left(self, event: SearchLine.Left) -> None:
        if event.accepted and self.search_line.is_troubled:
            return  # What is listed was not asked for: the line stays, and what it says.
        self.search_line.close()
        self.status.display = True
        self.listing.focus()
        if not event.accepted:
            self.give_up_search()

    @on(LongList.Selected)
    def _selected(self) -> None:
        if self._unlisted:
            self._choose_when_listed()
        else:
            self.choose()

    @property
    def _unlisted(self) -> list[Worker[Any]]:
        """What is still to fill the list."""
        return [each for each in self.workers if each.group == LISTING and not each.is_finished]

    @work(exclusive=True, group=CHOOSING, exit_on_error=False)
    async def _choose_when_listed(self) -> None:
        """Choose from what was typed last, not from what the list shows until that is found."""
        while unlisted := self._unlisted:
            await gather(*(each.wait() for each in unlisted), return_exceptions=True)
        self.choose()
