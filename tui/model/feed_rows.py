"""The rows of the list of feeds: those in no folder, then the folders, each before the feeds in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.library.feed_folders import feeds_in, folders_of, in_query
from core.library.feed_store import Feed

_APART = "\n"
"""What parts folder and address in the id of a row; neither can have it."""


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A folder, or a feed in one; a feed that is in several has a row in each."""

    folder: str
    """Its path; empty for feeds in no folder."""
    feeds: tuple[Feed, ...]
    """All in the folder; of the row of a feed that one."""
    level: int = 0
    """How many folders it is in."""
    is_folder: bool = False

    @property
    def id(self) -> str:
        """What tells it from the others: for a feed in no folder its address."""
        return row_id(self.folder, "" if self.is_folder else self.feed.address)

    @property
    def feed(self) -> Feed:
        """The feed of a row that is no folder."""
        return self.feeds[0]

    @property
    def name(self) -> str:
        """The name of the folder within the one that it is in, or of the feed."""
        return self.folder.rpartition("/")[2] if self.is_folder else self.feed.name

    def query(self, all_feeds: Sequence[Feed]) -> str:
        """What finds its articles: by the name of a feed, where that is clear, else by its address."""
        if self.is_folder:
            return in_query(self.folder)
        name = self.feed.name
        is_clear = '"' not in name and sum(each.name == name for each in all_feeds) == 1
        return f'feed:"{name if is_clear else self.feed.address}"'


def row_id(folder: str, address: str) -> str:
    """What tells a row from the others: that of a folder has no address, that of a feed may be in no folder."""
    return f"{folder}{_APART}{address}" if folder else address


def feed_rows(feeds: Sequence[Feed]) -> list[FeedRow]:
    """The rows, folders by alphabet and feeds in their order."""
    rows = [FeedRow("", (feed,)) for feed in feeds if not feed.folders]
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
