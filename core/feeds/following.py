"""Follow feeds: find the one that is meant at an address, and fetch what is there."""

from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError, is_feed
from core.articles.obtaining import obtain
from core.articles.source_names import is_address, spoken
from core.articles.web.fetching import Fetched, RefusedError, fetch
from core.articles.web.named_feeds import named_feed
from core.feeds.naming import is_taken, taken
from core.feeds.parsing import NoFeedError, parse
from core.library import Library
from core.library.feed_store import Feed
from core.translation import _, language


def follow(library: Library, address: str, name: str = "") -> tuple[Feed, bool]:
    """Follow the feed at an address, or the one that the page there names; False if it is followed already.

    Nothing is fetched but what was named: of a feed saved as a file, the address that it says it comes from is told,
    not asked. Raises SourceError for that, and where there is no feed, and LibraryError.
    """
    if not is_address(address):
        raise _saved(address)
    fetched = fetch_feed(address)
    try:
        parsed = parse(fetched.data, fetched.address)
        found = address
    except NoFeedError:
        found = named_feed(fetched.data, fetched.address)
        if not found:
            raise SourceError(
                _("There is no feed at {address}; give the address of one.").format(address=spoken(address))
            ) from None
        other = fetch(found)
        try:
            parsed = parse(other.data, other.address)
        except NoFeedError as error:
            raise SourceError(unreadable(found, error)) from None
    if name and (holder := taken(library.feeds(), name, found)) is not None:
        raise SourceError(is_taken(holder))
    trouble = cut_off() if parsed.is_cut else ""
    feed = Feed(found, name or parsed.title or found, trouble=trouble, language=language())
    is_new = library.follow(feed)
    return next((each for each in library.feeds() if each.address == found), feed), is_new


def fetch_feed(address: str, etag: str = "", modified: str = "") -> Fetched:
    """What is at the address of a feed, which nobody can save in a browser and open. Raises SourceError."""
    try:
        return fetch(address, etag=etag, modified=modified)
    except RefusedError as error:
        if not error.is_barred:
            raise
        words = _("The server does not show {address} to Lesart; look whether the site names another feed.")
        raise SourceError(words.format(address=spoken(address))) from None


def _saved(file: str) -> SourceError:
    """What is to be said of a file instead of the address of a feed. Raises SourceError for one that cannot be read."""
    found = obtain(file)
    if is_feed(found.data):
        return FeedError(found.data, file)
    message = _("{file} does not say which feed to follow; give the address of one.")
    return SourceError(message.format(file=spoken(file)))


def cut_off() -> str:
    """That not all of a feed arrived."""
    return _("The feed is cut off, its end is missing; fetch it again later.")


def unreadable(address: str, error: NoFeedError) -> str:
    """Why what is at the address of a feed is none."""
    return _("Cannot read the feed at {found}: {error}.").format(found=spoken(address), error=error)
