"""Follow feeds: find the one that is meant, fetch what is new, and take it into the library."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.annotations.annotation import now
from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError, is_feed
from core.articles.obtaining import obtain
from core.articles.source_names import is_address, spoken
from core.articles.sources import read_article
from core.articles.web.fetching import Fetched, RefusedError, fetch
from core.articles.web.named_feeds import named_feed
from core.feeds.naming import is_taken, taken
from core.feeds.parsing import NoFeedError, parse
from core.feeds.taking_in import TRIES, TakingIn
from core.feeds.troubles import in_one_sentence, trouble_of
from core.library import Library
from core.library.feed_store import Failure, Feed
from core.translation import _, language, ngettext

Read = Callable[[str], Article]
"""Reads the article at an address. Raises SourceError."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """What came of fetching one feed."""

    feed: Feed
    new: int
    """Articles that were added."""
    trouble: str = ""
    """One sentence if something could not be fetched or read."""
    parts: int = 0
    """How many of the new articles are known to be parts only."""
    failed: tuple[Failure, ...] = ()
    """The entries that could not be read."""
    corrected: int = 0
    """How many of the new articles are new versions of earlier ones."""


def follow(library: Library, address: str, name: str = "") -> tuple[Feed, bool]:
    """Follow the feed at an address, or the one that the page there names; False if it is followed already.

    Nothing is fetched but what was named: of a feed saved as a file, the address that it says it comes from is told,
    not asked. Raises SourceError for that, and where there is no feed, and LibraryError.
    """
    if not is_address(address):
        raise _saved(address)
    fetched = _fetched(address)
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
            raise SourceError(_unreadable(found, error)) from None
    if name and (holder := taken(library.feeds(), name, found)) is not None:
        raise SourceError(is_taken(holder))
    feed = Feed(found, name or parsed.title or found)
    is_new = library.follow(feed)
    return next((each for each in library.feeds() if each.address == found), feed), is_new


def _fetched(address: str, etag: str = "", modified: str = "") -> Fetched:
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


def fetch_feeds(library: Library, feeds: tuple[Feed, ...], read: Read = read_article) -> Iterator[Fetching]:
    """Fetch feeds one after the other and add what is new; a feed in trouble stops no other. Raises LibraryError."""
    for feed in feeds:
        yield _fetch(library, feed, read)


def _fetch(library: Library, feed: Feed, read: Read) -> Fetching:
    try:
        fetched = _fetched(feed.address, etag=feed.etag, modified=feed.modified)
        parsed = parse(fetched.data, fetched.address) if not fetched.unchanged else None
    except (SourceError, NoFeedError) as error:
        sentence = _unreadable(feed.address, error) if isinstance(error, NoFeedError) else str(error)
        return Fetching(_checked(library, feed, trouble=sentence) or feed, 0, sentence)
    if parsed is None:
        return Fetching(_checked(library, feed) or feed, 0)
    taking = TakingIn(library, feed, parsed, read)
    taking.all()
    trouble = _("The feed is cut off, its end is missing; fetch it again later.") if parsed.is_cut else ""
    # What could not be read is tried again the next time, so the feed must not be taken for unchanged then.
    version = (fetched.etag, fetched.modified) if not (taking.failed or trouble) else ("", "")
    after = _checked(library, feed, version, trouble=trouble, taking=taking) or feed
    told = (trouble_of(after), _given_up(taking.given_up))
    return Fetching(
        after,
        taking.new,
        " ".join(filter(None, told)),
        taking.parts,
        (*taking.failed, *taking.given_up),
        taking.corrected,
    )


def _unreadable(address: str, error: NoFeedError) -> str:
    return _("Cannot read the feed at {found}: {error}.").format(found=spoken(address), error=error)


def _given_up(failures: Sequence[Failure]) -> str:
    """That some entries are tried no more; empty for none of them."""
    if not failures:
        return ""
    words = ngettext(
        "{why} It has failed {tries} times and is tried no more.",
        "{why} They have failed {tries} times and are tried no more.",
        len(failures),
    )
    return words.format(why=in_one_sentence(failures), tries=TRIES)


def _checked(
    library: Library,
    feed: Feed,
    version: tuple[str, str] | None = None,
    *,
    trouble: str = "",
    taking: TakingIn | None = None,
) -> Feed | None:
    """Keep what came of fetching a feed, which may have got another name meanwhile."""
    return library.change_feed(
        feed.address,
        lambda known: replace(
            known,
            etag=known.etag if version is None else version[0],
            modified=known.modified if version is None else version[1],
            checked=now(),
            trouble=trouble,
            seen=known.seen if taking is None else tuple(taking.seen),
            language=language(),
            failed=known.failed if taking is None else tuple(taking.failed),
            taken=known.taken if taking is None else tuple(taking.taken),
            changed=known.changed if taking is None else tuple(taking.changed.items()),
        ),
    )
