"""Names of feeds: which one is meant by a name, and that no two get the same."""

from collections.abc import Sequence
from dataclasses import replace

from core.library import Library, LibraryError
from core.library.feed_store import Feed
from core.translation import _


class FeedNameError(ValueError):
    """A name means no feed, or several. The message is one sentence that says which."""


def meant(feeds: Sequence[Feed], name: str) -> Feed:
    """The feed of a name, of a part of it that no other has, or of an address. Raises FeedNameError."""
    found = [each for each in feeds if name in (each.address, each.name)]
    found = found or [each for each in feeds if name.casefold() in each.name.casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise FeedNameError(_("There is no feed called “{name}”; lesart feed lists them.").format(name=name))
    listed = ", ".join(f"{each.name} ({each.address})" for each in found)
    raise FeedNameError(
        _("“{name}” means {number} feeds: {listed}; give the address of one.").format(
            name=name, number=len(found), listed=listed
        )
    )


def rename(library: Library, feed: Feed, name: str) -> None:
    """Call a feed by another name, unless a different feed has it: neither could be named then. Raises LibraryError."""
    name = " ".join(name.split()) or feed.name
    if (other := taken(library.feeds(), name, feed.address)) is not None:
        raise LibraryError(is_taken(other))
    library.change_feed(feed.address, lambda now: replace(now, name=name))


def taken(feeds: Sequence[Feed], name: str, address: str) -> Feed | None:
    """The feed that has a name which the one of an address is to get; None if no other has it."""
    same = (each for each in feeds if each.name.casefold() == name.casefold() and each.address != address)
    return next(same, None)


def is_taken(other: Feed) -> str:
    """That a name belongs to a feed already."""
    words = _("The feed at {address} is called “{name}” already; choose another name.")
    return words.format(address=other.address, name=other.name)
