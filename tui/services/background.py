"""Analyses made ahead: of the articles that are in the library and were not opened yet, one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from core.library import Library, LibraryError
from core.translation import _

if TYPE_CHECKING:
    from core.analysis import Analysis
    from core.articles import Article
    from core.library import ArticleRecord
    from tui.services.apart import Analyze

MOST = 1000
"""Articles that are counted as waiting at most."""


class Analyzer(Protocol):
    """Analyses articles in a process of its own, at low priority."""

    async def analyze(self, article: Article) -> Analysis | None:
        """The analysis of an article; None if it failed."""

    async def end(self) -> None:
        """End the process."""


class Background:
    """Works through what waits for an analysis, except while the reader waits for one, or has stopped it."""

    def __init__(
        self,
        archive: Library,
        analyzer: Callable[[], Analyzer],
        begin: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        """`begin` has work done behind the screens."""
        self._archive = archive
        self._make = analyzer
        self._begin = begin
        self._analyzer: Analyzer | None = None
        self._is_running = False
        self._tried: set[str] = set()
        """Keys of the articles it has come to, so that none is taken up again."""
        self._now: tuple[str, asyncio.Future[Analysis | None]] | None = None
        """The article that is being analysed, with its analysis to come."""
        self._free = asyncio.Event()
        self._free.set()
        self._waiting = 0
        """How many analyses the reader waits for."""
        self.is_stopped = False
        self.done, self.left = 0, 0
        """Articles analysed since the work began, and those that wait."""
        self.watchers: list[Callable[[], None]] = []
        """Called whenever something is done."""

    @property
    def words(self) -> str:
        """How far it is: "7 of 30 analysed"; empty while there is nothing to do."""
        if not self.left:
            return ""
        words = _("{done} of {all} analysed").format(done=self.done, all=self.done + self.left)
        stopped = _("stopped")
        return f"{words} · {stopped}" if self.is_stopped else words

    def wake(self) -> None:
        """Look whether there is something to do, and do it."""
        if not self._is_running and not self.is_stopped:
            self._is_running = True
            self._begin(self._work())

    def toggle(self) -> bool:
        """Stop, or go on. Returns whether it goes on."""
        self.is_stopped = not self.is_stopped
        self.wake()
        self._tell()
        return not self.is_stopped

    def ahead_of_all(self, analyze: Analyze) -> Analyze:
        """`analyze`, for which all this waits; what is being analysed already is not begun a second time."""

        async def at_once(article: Article) -> Analysis:
            if self._now is not None and self._now[0] == article.key:
                found = await asyncio.shield(self._now[1])
                if found is not None:
                    return found
            self._waiting += 1
            self._free.clear()
            try:
                return await analyze(article)
            finally:
                self._waiting -= 1
                if not self._waiting:
                    self._free.set()
                self.wake()

        return at_once

    async def _work(self) -> None:
        self.done = 0
        try:
            while not self.is_stopped:
                await self._free.wait()
                waiting = await asyncio.to_thread(self._list)
                self.left = len(waiting)
                if not waiting:
                    break
                self._tell()
                await self._analyze(waiting[0].key)
        except LibraryError:
            self.left = 0  # The screens say it.
        finally:
            self._is_running = False
            if self._analyzer is not None:
                await self._analyzer.end()
            self._tell()

    def _list(self) -> list[ArticleRecord]:
        return [each for each in self._archive.not_analysed(MOST) if each.key not in self._tried]

    async def _analyze(self, key: str) -> None:
        article = await asyncio.to_thread(self._archive.load_article, key)
        self._tried.add(key)
        if article is None:
            return
        if self._analyzer is None:
            self._analyzer = self._make()
        coming: asyncio.Future[Analysis | None] = asyncio.get_running_loop().create_future()
        self._now, found = (key, coming), None
        try:
            found = await self._analyzer.analyze(article)
            if found is not None:
                await asyncio.to_thread(self._archive.keep_analysis, article, found)
                self.done += 1
        finally:
            self._now = None
            coming.set_result(found)

    def _tell(self) -> None:
        for watcher in self.watchers:
            watcher()
