"""The feeds the reader follows: one small file."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from tinydb import where
from tinydb.table import Document

from core.annotations.anchor import text_in, texts_in
from core.library.storage import Files, Kind

SEEN = 1000
"""Entries of a feed that are remembered as taken in."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An entry of a feed whose page could not be read, and is to be tried again."""

    id: str
    title: str
    trouble: str
    """Why, in one sentence."""
    language: str
    """The code of the language that the sentence is in."""
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and what is known of it."""

    address: str
    name: str
    """As the reader called it, or as it calls itself."""
    etag: str = ""
    modified: str = ""
    """What the server said last, to be told that nothing has changed."""
    checked: str = ""
    """When it was fetched last, as ISO 8601 in UTC."""
    trouble: str = ""
    """One sentence if that did not go well; empty if it did."""
    seen: tuple[str, ...] = ()
    """Ids of the entries that were taken in, or given up, the latest last."""
    language: str = ""
    """The code of the language that the trouble is told in."""
    failed: tuple[Failure, ...] = ()
    """The entries of which the last fetch got no more than the feed itself has, if that."""
    taken: tuple[str, ...] = ()
    """Keys of the articles that came from it, or that it has too, the latest last."""
    changed: tuple[tuple[str, str], ...] = ()
    """Ids of its entries, each with the moment at which the feed says that it was changed last."""
    delivered: tuple[tuple[str, str], ...] = ()
    """Ids of its entries, each with a mark of the words that the feed has of it."""
    folders: tuple[str, ...] = ()
    """The folders that the reader has it in, as paths: "Politik/Inland"."""


def feed_from_document(data: dict[str, Any]) -> Feed:
    """A feed from the file. Raises KeyError or TypeError when it is not one."""
    address, name, etag, modified, checked, trouble = (text_in(data[field]) for field in _FIELDS)
    failed = tuple(_failure(each) for each in data.get("failed", ()))
    language = text_in(data.get("language", ""))
    seen, taken = texts_in(data["seen"]), texts_in(data.get("taken", []))
    changed, delivered = (
        tuple((text_in(id), text_in(each)) for id, each in data.get(field, ()))
        for field in ("changed", "delivered")
    )
    folders = tuple(text_in(each) for each in data.get("folders", ()))
    known = address, name, etag, modified, checked, trouble, seen, language, failed, taken, changed, delivered
    return Feed(*known, folders)


def _failure(data: dict[str, Any]) -> Failure:
    id, title, trouble, language = (text_in(data[field]) for field in ("id", "title", "trouble", "language"))
    return Failure(id, title, trouble, language, int(data["tries"]))


_FIELDS = ("address", "name", "etag", "modified", "checked", "trouble")


FEEDS = Kind("feeds", {"feeds": feed_from_document}, single=True)


class FeedStore:
    """The feeds of a library by address. Methods raise LibraryError."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def all(self) -> tuple[Feed, ...]:
        """All feeds, in the order in which they were added."""
        with self._files.reading(FEEDS) as database:
            table = sorted(database.table(FEEDS.name), key=lambda each: each.doc_id)
            return tuple(feed_from_document(dict(each)) for each in table)

    def add(self, feed: Feed, place: int = 0) -> bool:
        """Follow a feed, at the place that it had before where that is free; False if it is followed already."""
        with self._files.changing(FEEDS) as database:
            table = database.table(FEEDS.name)
            if table.contains(where("address") == feed.address):
                return False
            document = _document(feed)
            is_free = place > 0 and not table.contains(doc_id=place)
            table.insert(Document(document, place) if is_free else document)
            return True

    def change(self, address: str, change: Callable[[Feed], Feed]) -> Feed | None:
        """Keep what `change` makes of a feed; None if it is no longer followed."""
        with self._files.changing(FEEDS) as database:
            table = database.table(FEEDS.name)
            found = table.get(where("address") == address)
            if not isinstance(found, dict):
                return None
            after = change(feed_from_document(dict(found)))
            table.update(_document(after), where("address") == address)
            return after

    def remove(self, address: str) -> int:
        """Follow a feed no longer. Returns the place it had; 0 if it was not followed. Its articles stay."""
        with self._files.changing(FEEDS) as database:
            return max(database.table(FEEDS.name).remove(where("address") == address), default=0)


def feeds_called(feeds: Iterable[Feed], words: str) -> list[Feed]:
    """The feeds meant: by address or name, else by words of the name."""
    known = tuple(feeds)
    sought = words.casefold()
    exact = [each for each in known if sought in (each.address.casefold(), each.name.casefold())]
    return exact or [each for each in known if sought in each.name.casefold()]


def articles_of(feeds: Iterable[Feed]) -> list[str]:
    """The keys of the articles of feeds, each once."""
    return list(dict.fromkeys(key for each in feeds for key in each.taken))


def _document(feed: Feed) -> dict[str, Any]:
    lists = {
        "seen": list(feed.seen[-SEEN:]),
        "taken": list(feed.taken),
        "changed": list(map(list, feed.changed)),
        "delivered": list(map(list, feed.delivered)),
        "folders": list(feed.folders),
    }
    return {**asdict(feed), **lists, "failed": list(map(asdict, feed.failed))}
