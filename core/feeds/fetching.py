"""Fetch what is new in feeds, in parallel, and take it into the library in one thread."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from core.annotations.annotation import now
from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.sources import read_article
from core.articles.web.fetching import Fetched
from core.articles.web.turns import host_of
from core.feeds.errands import Errand, Errands
from core.feeds.following import cut_off, fetch_feed, unreadable
from core.feeds.parsing import NoFeedError, ParsedFeed, parse
from core.feeds.taking_in import TRIES, Steps, TakingIn
from core.feeds.troubles import in_one_sentence, trouble_of
from core.library import Library, LibraryError
from core.library.feed_store import Failure, Feed
from core.translation import language, ngettext

AT_ONCE = 6
"""Hosts that are asked at once, if nobody says how many."""

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


@dataclass(slots=True, eq=False)
class _Begun:
    """A feed of which something is taken in."""

    feed: Feed
    fetched: Fetched
    parsed: ParsedFeed
    taking: TakingIn
    steps: Steps
    coming: Iterator[str]
    """The pages that will be needed and are not asked for yet."""
    ahead: deque[str] = field(default_factory=deque)
    """Those asked for that are not needed yet, in their order."""
    got: dict[str, Future[Article]] = field(default_factory=dict)
    """What came of them."""
    awaits: str = ""
    """The page that is needed now."""

    def so_far(self, known: Feed) -> Feed:
        """The feed as it is known, with what was taken in."""
        taking = self.taking
        return replace(known, seen=tuple(taking.seen), failed=taking.failed_so_far, taken=tuple(taking.taken))

    def needs(self, address: str, most: int) -> Sequence[str]:
        """Await a page. Returns it with those to be asked for already, so many at most."""
        self.awaits = address
        while address in self.ahead:
            self.got.pop(self.ahead.popleft(), None)
        while len(self.ahead) < most - 1 and (page := next(self.coming, "")):
            self.ahead += [page] if page not in (address, *self.ahead) else []
        return (address, *self.ahead)


class Round:
    """Fetches feeds and the pages of what is new in them, and adds that: iterate over it for what came of each.

    Hosts are asked side by side, each for one thing at a time; the library is written by whoever iterates, feed by feed
    as their pages come, each feed's earliest entry first. A feed in trouble stops no other. What is broken off is as if
    the feeds had no more than was taken in until then. Iterating raises LibraryError.
    """

    def __init__(
        self, library: Library, feeds: Sequence[Feed], read: Read = read_article, at_once: int = AT_ONCE
    ) -> None:
        self._library, self._read, self._at_once = library, read, at_once
        self._errands = Errands[Fetching](at_once)
        self._begun: dict[str, _Begun] = {}
        self._awaited: dict[str, list[_Begun]] = {}
        """By the address of a page those that wait for it: it is fetched once, even if several feeds have it."""
        for feed in feeds:
            ask = partial(fetch_feed, feed.address, etag=feed.etag, modified=feed.modified)
            self._errands.add(host_of(feed.address), Errand(ask, partial(self._open, feed)))

    def __iter__(self) -> Iterator[Fetching]:
        """What came of each feed, in the order in which they are done."""
        try:
            yield from self._errands
        finally:
            self.stop()
            self._keep_what_is_begun()

    def stop(self) -> None:
        """Ask nobody any more and come to an end; may be called in any thread."""
        self._errands.stop()

    def _open(self, feed: Feed, answer: Future[Fetched]) -> Iterator[Fetching]:
        try:
            fetched = answer.result()
            parsed = None if fetched.unchanged else parse(fetched.data, fetched.address)
        except (SourceError, NoFeedError) as error:
            sentence = unreadable(feed.address, error) if isinstance(error, NoFeedError) else str(error)
            yield Fetching(self._keep(feed, trouble=sentence), 0, sentence)
            return
        if parsed is None:
            yield Fetching(self._keep(feed), 0)
            return
        # Something may have been taken in of it since it was asked for: of a round that was left off, say.
        feed = next((each for each in self._library.feeds() if each.address == feed.address), feed)
        taking = TakingIn(self._library, feed, parsed)
        begun = self._begun[feed.address] = _Begun(
            feed, fetched, parsed, taking, taking.all(), taking.pages()
        )
        yield from self._go_on(begun, None)

    def _go_on(self, begun: _Begun, page: Future[Article] | None) -> Iterator[Fetching]:
        """Take in what a page has, and all up to the next page that is not there yet."""
        try:
            address = _stepped(begun.steps, page)
            while (page := begun.got.pop(address, None)) is not None:
                begun.needs(address, self._at_once)
                address = _stepped(begun.steps, page)
        except StopIteration:
            yield self._finish(begun)
            return
        for each in begun.needs(address, self._at_once):
            self._ask(begun, each)

    def _ask(self, begun: _Begun, address: str) -> None:
        """Have a page read, unless that is asked for already."""
        if address in begun.got or begun in (awaited := self._awaited.setdefault(address, [])):
            return
        awaited.append(begun)
        if len(awaited) == 1:
            read, arrived = partial(self._read, address), partial(self._arrived, address)
            errand = Errand(read, arrived, lambda: bool(self._awaited.get(address)), is_urgent=True)
            self._errands.add(host_of(address), errand)

    def _arrived(self, address: str, page: Future[Article]) -> Iterator[Fetching]:
        for begun in self._awaited.pop(address, ()):
            if begun.awaits == address:
                yield from self._go_on(begun, page)
            else:
                begun.got[address] = page

    def _finish(self, begun: _Begun) -> Fetching:
        fetched, taking = begun.fetched, begun.taking
        trouble = cut_off() if begun.parsed.is_cut else ""
        # What could not be read is tried again the next time, so the feed must not be taken for unchanged then.
        version = (fetched.etag, fetched.modified) if not (taking.failed or trouble) else ("", "")
        after = self._keep(begun.feed, version, trouble=trouble, taking=taking)
        del self._begun[begun.feed.address]
        for awaited in self._awaited.values():
            if begun in awaited:
                awaited.remove(begun)
        told = (trouble_of(after), _given_up(taking.given_up))
        return Fetching(
            after,
            taking.new,
            " ".join(filter(None, told)),
            taking.parts,
            (*taking.failed, *taking.given_up),
            taking.corrected,
        )

    def _keep(
        self,
        feed: Feed,
        version: tuple[str, str] | None = None,
        *,
        trouble: str = "",
        taking: TakingIn | None = None,
    ) -> Feed:
        """Keep what came of fetching a feed, which may have got another name meanwhile."""
        return (
            self._library.change_feed(
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
                    delivered=known.delivered if taking is None else tuple(taking.delivered.items()),
                ),
            )
            or feed
        )

    def _keep_what_is_begun(self) -> None:
        """Keep with each feed what was taken in of it so far; the rest is fetched the next time."""
        for address, begun in self._begun.items():
            with suppress(LibraryError):
                self._library.change_feed(address, begun.so_far)
        self._begun.clear()


def _stepped(steps: Steps, page: Future[Article] | None) -> str:
    """The address of the page that is needed next, after a page or at the beginning. Raises StopIteration."""
    if page is None:
        return next(steps)
    error = page.exception()
    return steps.send(page.result()) if error is None else steps.throw(error)


def fetch_feeds(
    library: Library, feeds: Sequence[Feed], read: Read = read_article, at_once: int = AT_ONCE
) -> Iterator[Fetching]:
    """Fetch feeds and add what is new; what came of each in the order in which they are done. Raises LibraryError."""
    return iter(Round(library, feeds, read, at_once))


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
