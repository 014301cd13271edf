"""Adding articles, giving them states and removing them, with all of that taken back one by one."""

import asyncio
import shlex
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence

from core.articles.errors import SourceError
from core.articles.feed_signs import feed_to_follow
from core.articles.gathering import gathered
from core.articles.late import late
from core.articles.source_names import is_address
from core.articles.sources import read_articles
from core.library import Library, LibraryError
from core.library.adding import Added, Outcome
from core.library.feed_store import Feed
from core.library.states import Reading, State
from core.translation import _
from tui.services.apart import Read


class Filing:
    """Changes the library's articles; all but `add` may take a while and belong in a thread."""

    def __init__(self, archive: Library, read: Read) -> None:
        self._archive = archive
        self._read = read
        self._done: list[list[tuple[str, Reading]]] = []
        """What held before each change, the last one last."""
        self.result = ""
        """What came of the last `add`, in words."""
        self.troubles: list[str] = []
        """Why sources could not be added."""
        self.feeds_left: Sequence[Feed] = ()
        """Which feeds are being fetched, or wait for it."""

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._done)

    def set_state(self, keys: Iterable[str], state: State) -> None:
        """Give articles a state. Raises LibraryError."""
        self._change(keys, lambda key: self._archive.set_state(key, state))

    def remove(self, keys: Iterable[str]) -> None:
        """Remove articles. Raises LibraryError."""
        self._change(keys, self._archive.remove)

    def undo(self) -> None:
        """Take the last change back. Raises LibraryError."""
        for key, before in self._done[-1]:
            self._archive.set_reading(key, before)
        self._done.pop()

    def _change(self, keys: Iterable[str], make: Callable[[str], Reading]) -> None:
        before: list[tuple[str, Reading]] = []
        self._done.append(before)
        for key in keys:
            before.append((key, make(key)))  # noqa: PERF401 - what is done must be known when one fails

    async def add(self, named: str) -> AsyncIterator[str]:
        """Add what is named, in quotation marks where names have blanks; says how far that is."""
        self.result, self.troubles, outcomes = "", [], Counter[Outcome]()
        sources = await asyncio.to_thread(lambda: list(gathered(_names(named))))
        for number, source in enumerate(sources, 1):
            several = _("adding {number} of {total} …").format(number=number, total=len(sources))
            yield several if len(sources) > 1 else _("adding …")
            try:
                outcomes.update(added.outcome for added in await self._added(source))
            except SourceError as error:
                await self._follow(source, error)
            except LibraryError as error:
                self.troubles.append(str(error))
                break
        counted = ", ".join(f"{number} {_(outcome.value)}" for outcome, number in outcomes.items())
        self.result = counted or self.result

    async def _follow(self, source: str, error: SourceError) -> None:
        """Follow a source that turned out to be a feed, and fetch it; any other stays what it is, a trouble."""
        if not (is_address(source) and feed_to_follow(error)):
            self.troubles.append(str(error))
            return
        try:
            feed, _is_new = await asyncio.to_thread(
                late("core.feeds.following:follow"), self._archive, source
            )
        except SourceError as other:
            self.troubles.append(str(other))
            return
        async for _step in self.fetch((feed,)):
            pass

    async def fetch(self, feeds: Sequence[Feed] | None = None) -> AsyncIterator[str]:
        """Fetch what is new in the feeds, all of them if none are given; says how far that is. Raises LibraryError."""
        self.troubles, new = [], 0
        wanted = await asyncio.to_thread(self._archive.feeds) if feeds is None else tuple(feeds)
        for number, feed in enumerate(wanted, 1):
            self.feeds_left = wanted[number - 1 :]
            yield _("fetching {number} of {total}: {name} …").format(
                number=number, total=len(wanted), name=feed.name
            )
            added, trouble = await asyncio.to_thread(self._fetched, feed)
            new += added
            self.troubles += [f"{feed.name}: {trouble}"] if trouble else []
        self.feeds_left = ()
        self.result = (
            _("{number} new").format(number=new) if wanted else _("no feeds yet: “a” adds the address of one")
        )

    def _fetched(self, feed: Feed) -> tuple[int, str]:
        """How many articles of a feed were new, and what went wrong."""
        (done,) = late("core.feeds.following:fetch_feeds")(self._archive, (feed,))
        return done.new, done.trouble

    async def _added(self, source: str) -> list[Added]:
        known = await asyncio.to_thread(self._archive.known, source) if is_address(source) else None
        if known is not None:
            return [known]
        if is_address(source):
            articles = [await self._read(source)]
        else:
            articles = await asyncio.to_thread(read_articles, source)
        return [await asyncio.to_thread(self._archive.add, article) for article in articles]


def _names(line: str) -> list[str]:
    """The names in a line: several where each is an address or quoted, else the line as it is."""
    try:
        parts = shlex.split(line)
    except ValueError:
        return [line]
    several = len(parts) > 1 and (all(is_address(part) for part in parts) or line.lstrip()[:1] in "\"'")
    return parts if several else [line.strip()]
