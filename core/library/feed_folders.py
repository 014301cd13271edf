"""Folders of feeds: paths like "Politik/Inland", as other readers of feeds have them."""

from collections.abc import Iterable, Iterator, Sequence

from core.library.feed_store import Feed

_MARKS = str.maketrans(dict.fromkeys('„“”«»"', None))
"""Quotation marks, which a query cannot have within others."""


def as_path(words: str) -> str:
    """The folder that is meant by what somebody typed or another reader wrote; empty for none."""
    parts = ("".join(char if char.isprintable() else " " for char in part) for part in words.split("/"))
    return "/".join(filter(None, (" ".join(part.split()) for part in parts)))


def as_known(path: str, known: Iterable[str]) -> str:
    """A folder spelt as those are that are known, where it is one of them or below one."""
    spelt = {_same(each): each for each in known}
    found = ""
    for part in path.split("/"):
        longer = f"{found}/{part}" if found else part
        found = spelt.get(_same(longer), longer)
    return found


def folders_of(feeds: Iterable[Feed]) -> list[str]:
    """All folders in which there is a feed or another folder, by alphabet, each before those in it."""
    found: dict[str, str] = {}
    for feed in feeds:
        for path in feed.folders:
            for folder in _with_those_above(path):
                found.setdefault(_same(folder), folder)
    return sorted(found.values(), key=lambda each: _same(each).split("/"))


def is_within(path: str, folder: str) -> bool:
    """Whether a folder is another one, or in it."""
    return f"{_same(path)}/".startswith(f"{_same(folder)}/")


def feeds_in(feeds: Iterable[Feed], folder: str) -> list[Feed]:
    """The feeds in a folder, and in those that are in it."""
    return [feed for feed in feeds if any(is_within(path, folder) for path in feed.folders)]


def feeds_meant(feeds: Sequence[Feed], words: str) -> list[Feed]:
    """The feeds in the folders meant: the one of that path, else all that have the words in their name."""
    sought = as_path(words)
    if exact := feeds_in(feeds, sought):
        return exact
    return [feed for feed in feeds if sought and any(_same(sought) in _same(path) for path in feed.folders)]


def in_query(folder: str) -> str:
    """What finds the articles of the feeds in a folder."""
    return f'folder:"{folder.translate(_MARKS)}"'


def _same(path: str) -> str:
    """A folder as it is compared with others."""
    return path.translate(_MARKS).casefold()


def _with_those_above(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
