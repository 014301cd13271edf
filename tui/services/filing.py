"""Adding articles, giving them states and removing them, with all of that taken back one by one."""

from __future__ import annotations

import asyncio
import shlex
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from core.feeds.fetching import Fetching, Round


TOGETHER = 1000
"""Articles that are changed at a time: another Lesart that saves something waits for no more than these."""


class Filing:
    """Changes the library's articles; all but `add` may take a while and belong in a thread."""

    def __init__(self, archive: Library, read: Read) -> None:
        self._archive = archive
        self._read = read
        self._done: list[list[dict[str, Reading]]] = []
        """What held before each change, the last one last, in the parts in which it was made."""
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
        self._change(keys, lambda some: self._archive.set_states(some, state))

    def remove(self, keys: Iterable[str]) -> None:
        """Remove articles. Raises LibraryError."""
        self._change(keys, self._archive.remove_all)

    def undo(self) -> None:
        """Take the last change back. Raises LibraryError."""
        while self._done[-1]:
            self._archive.set_readings(self._done[-1][-1])
            self._done[-1].pop()
        self._done.pop()

    def _change(self, keys: Iterable[str], make: Callable[[list[str]], dict[str, Reading]]) -> None:
        before: list[dict[str, Reading]] = []
        self._done.append(before)
        wanted = list(keys)
        for at in range(0, len(wanted), TOGETHER):
            before.append(make(wanted[at : at + TOGETHER]))  # noqa: PERF401 - what is done must be known when one fails

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

    async def fetch(
        self, feeds: Sequence[Feed] | None = None, at_once: Callable[[], int] | None = None
    ) -> AsyncIterator[str]:
        """Fetch what is new in the feeds, all of them if none are given; says how far that is. Raises LibraryError.

        `at_once` says of how many hosts at a time. Whoever leaves off stops what is under way; what was added stays.
        """
        self.troubles, new = [], 0
        wanted = await asyncio.to_thread(self._archive.feeds) if feeds is None else tuple(feeds)
        self.feeds_left = wanted
        fetching = await asyncio.to_thread(self._fetching, wanted, at_once)
        coming = iter(fetching)
        try:
            while self.feeds_left:
                yield _("fetching {number} of {total}: {name} …").format(
                    number=len(wanted) - len(self.feeds_left) + 1,
                    total=len(wanted),
                    name=self.feeds_left[0].name,
                )
                if (done := await asyncio.to_thread(self._next, coming)) is None:
                    break
                self.feeds_left = [each for each in self.feeds_left if each.address != done.feed.address]
                new += done.new
                self.troubles += [f"{done.feed.name}: {done.trouble}"] if done.trouble else []
        finally:
            fetching.stop()
        self.feeds_left = ()
        self.result = (
            _("{number} new").format(number=new) if wanted else _("no feeds yet: “a” adds the address of one")
        )

    def _fetching(self, feeds: Sequence[Feed], at_once: Callable[[], int] | None) -> Round:
        make = late("core.feeds.fetching:Round")
        found: Round = make(self._archive, feeds, **({"at_once": at_once()} if at_once else {}))
        return found

    def _next(self, coming: Iterator[Fetching]) -> Fetching | None:
        """What came of the feed that is done next; None after the last."""
        return next(coming, None)

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
