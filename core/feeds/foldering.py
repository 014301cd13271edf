"""Put feeds into folders, and take lists of feeds in with theirs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.feeds.opml import read_opml
from core.library import Library
from core.library.feed_folders import as_known, as_path, folders_of, is_within
from core.library.feed_store import Feed

Before = dict[str, tuple[str, ...]]
"""The folders that feeds had, by their addresses."""


@dataclass(frozen=True, slots=True)
class Import:
    """What came of taking a list of feeds in."""

    all: int
    new: tuple[str, ...]
    """The addresses of those that were not followed before."""
    sorted: Before
    """What the others had whose folders the list says and nobody had said before."""


def put_into(library: Library, feed: Feed, folders: Iterable[str]) -> Before:
    """Have a feed in these folders and no others. Returns what it was in. Raises LibraryError."""
    known, paths = folders_of(library.feeds()), list[str]()
    for each in folders:
        path = as_known(as_path(each), (*paths, *known))
        paths += [path] if path and path not in paths else []
    library.change_feed(feed.address, lambda now: replace(now, folders=tuple(paths)))
    return {feed.address: feed.folders}


def move(library: Library, feed: Feed, folder: str, to: str) -> Before:
    """Take a feed out of one of its folders, "" for none, and put it into another, "" for none."""
    same = as_path(folder).casefold()
    others = [each for each in feed.folders if each.casefold() != same]
    return put_into(library, feed, [*others, to])


def rename_folder(library: Library, folder: str, name: str) -> Before:
    """Call a folder by another path, with all in it; "" dissolves it. Returns what its feeds were in."""
    before: Before = {}
    path = as_path(name)
    for feed in library.feeds():
        if any(is_within(each, folder) for each in feed.folders):
            now = [
                as_path(path + each[len(folder) :]) if is_within(each, folder) else each
                for each in feed.folders
            ]
            before |= put_into(library, feed, now)
    return before


def put_back(library: Library, before: Before) -> None:
    """Have feeds in the folders that they were in before. Raises LibraryError."""
    for address, folders in before.items():
        library.change_feed(address, lambda now, folders=folders: replace(now, folders=folders))  # type: ignore[misc]


def take_in(library: Library, data: bytes) -> Import:
    """Follow all feeds in an OPML file, in their folders. Raises NoListError and LibraryError.

    A feed that is followed already keeps its name, and the folders that it is in, if any.
    """
    found = read_opml(data)
    known = {feed.address: feed for feed in library.feeds()}
    folders = folders_of(known.values())
    new, before = list[str](), Before()
    for feed in found:
        spelt = tuple(as_known(path, folders) for path in feed.folders)
        if feed.address not in known:
            library.follow(replace(feed, folders=spelt))
            new.append(feed.address)
        elif spelt and not known[feed.address].folders:
            before |= put_into(library, known[feed.address], spelt)
    return Import(len(found), tuple(new), before)
