"""The rows of the list of feeds: saved searches, feeds in no folder, then folders, each before the feeds in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.library.feed_folders import feeds_in, folders_of, in_query
from core.library.feed_store import Feed
from core.library.index.query import in_words
from tui.model.saved_search import SavedSearch

_APART = "\n"
"""What parts folder and address in the id of a row; neither can have it."""


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A saved search, a folder, or a feed in one; a feed that is in several has a row in each."""

    folder: str
    """Its path; empty for feeds in no folder."""
    feeds: tuple[Feed, ...]
    """All in the folder; of the row of a feed that one."""
    level: int = 0
    """How many folders it is in."""
    is_folder: bool = False
    search: SavedSearch | None = None

    @property
    def id(self) -> str:
        """What tells it from the others: for a feed in no folder its address."""
        if self.search is not None:
            return search_id(self.search.name)
        return row_id(self.folder, "" if self.is_folder else self.feed.address)

    @property
    def feed(self) -> Feed:
        """The feed of a row that is no folder and no search."""
        return self.feeds[0]

    @property
    def name(self) -> str:
        """The name of the folder within the one that it is in, or of the feed or the search."""
        if self.search is not None:
            return self.search.name
        return self.folder.rpartition("/")[2] if self.is_folder else self.feed.name

    def query(self, all_feeds: Sequence[Feed]) -> str:
        """What finds its articles: by the name of a feed, where that is clear, else by its address."""
        if self.search is not None:
            return in_words(self.search.line)
        if self.is_folder:
            return in_query(self.folder)
        name = self.feed.name
        is_clear = '"' not in name and sum(each.name == name for each in all_feeds) == 1
        return f'feed:"{name if is_clear else self.feed.address}"'


def row_id(folder: str, address: str) -> str:
    """What tells a row from the others: that of a folder has no address, that of a feed may be in no folder."""
    return f"{folder}{_APART}{address}" if folder else address


def search_id(name: str) -> str:
    """What tells the row of a saved search from the others: no feed is without an address."""
    return f"{_APART}{name}"


def feed_rows(feeds: Sequence[Feed], searches: Sequence[SavedSearch] = ()) -> list[FeedRow]:
    """The rows, folders by alphabet, searches and feeds in their order."""
    rows = [FeedRow("", (), search=search) for search in searches]
    rows += [FeedRow("", (feed,)) for feed in feeds if not feed.folders]
    for folder in folders_of(feeds):
        level = folder.count("/")
        rows.append(FeedRow(folder, tuple(feeds_in(feeds, folder)), level, is_folder=True))
        same = folder.casefold()
        rows += [
            FeedRow(folder, (feed,), level + 1)
            for feed in feeds
            if same in (path.casefold() for path in feed.folders)
        ]
    return rows
