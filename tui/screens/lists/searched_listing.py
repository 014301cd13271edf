"""The base of those lists that a line at the foot narrows while one types."""

from textual import on
from textual.getters import query_one

from tui.screens.lists.listing import ListingScreen
from tui.widgets.search import SearchLine


class SearchedListing(ListingScreen):
    """A list and a search line, whose arrows move the cursor of the list."""

    search_line = query_one(SearchLine)

    def open_search(self, words: str) -> None:
        """Replace the status line by the search line, with these words already in it."""
        self.status.display = False
        self.search_line.open(words)

    def give_up_search(self) -> None:
        """List again what was listed before. Called when the line is left without accepting its result."""

    @on(SearchLine.Stepped)
    def _stepped(self, event: SearchLine.Stepped) -> None:
        (self.listing.action_cursor_down if event.by > 0 else self.listing.action_cursor_up)()

    @on(SearchLine.Left)
    def _search_left(self, event: SearchLine.Left) -> None:
        self.search_line.close()
        self.status.display = True
        self.listing.focus()
        if not event.accepted:
            self.give_up_search()
