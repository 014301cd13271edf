"""Add articles to the library as unread, each once however many addresses lead to it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from core.articles import Article
from core.library.article_store import ArticleStore
from core.library.durable_files import Locks
from core.library.errors import LibraryError
from core.library.overview import Overview
from core.library.states import Reading, State, StateStore
from core.translation import N_

_LOCK = "adding"


class Outcome(StrEnum):
    """What became of an article that was to be added."""

    ADDED = N_("added")
    VERSION = N_("added as a new version")
    """It is a later text of an article that was there."""
    KNOWN = N_("already there")
    BACK = N_("brought back")
    """It had been removed."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the library now."""

    key: str
    title: str
    outcome: Outcome
    partial: bool = False
    """Whether its text is known to be only a part of the article."""

    @property
    def is_new(self) -> bool:
        """Whether its text was not there before."""
        return self.outcome in (Outcome.ADDED, Outcome.VERSION)


class Adding:
    """Takes articles in. Methods raise LibraryError."""

    def __init__(
        self,
        overview: Overview,
        file: Callable[[Article, str], str],
        articles: ArticleStore,
        states: StateStore,
        locks: Locks,
    ) -> None:
        """`file` keeps an article that is new, with what it has from an earlier version, whose key it returns.

        It is also told since when the article is kept.
        """
        self._overview = overview
        self._file = file
        self._articles = articles
        self._states = states
        self._locks = locks

    def add(self, article: Article, back: bool = True) -> Added:
        """Add an article unless one with the same words is there; `back` brings back one that was removed."""
        # Another program may be adding the same words from elsewhere, and each would miss the other's.
        with self._locks.hold(_LOCK):
            like = self._overview.like(article.text)
            if like is None:
                outcome = Outcome.VERSION if self._file(article, "") else Outcome.ADDED
                partial = article.publication is not None and article.publication.partial
                return Added(article.key, article.title, outcome, partial)
        if like.source != article.source:
            self._articles.also_from(like.key, article.source)
        if like.removed and back:
            self._states.change(like.key, lambda reading: replace(reading, removed="", state=State.NEW))
            return Added(like.key, like.title, Outcome.BACK)
        return Added(like.key, like.title, Outcome.KNOWN)

    def take_in(self, article: Article, reading: Reading, filed: str) -> None:
        """File an article with its state in another library, and the moment at which it was filed there."""
        self._file(article, filed)
        self._states.change(article.key, lambda _: reading)

    def finish(self, key: str) -> None:
        """Keep that an article that was begun is read, if that can be done."""
        with suppress(LibraryError):
            record = self._overview.record(key)
            if record is not None and record.state is State.BEGUN:
                self._states.change(key, lambda reading: replace(reading, state=State.READ))

    def known(self, source: str) -> Added | None:
        """What is there already from an address, so that it need not be fetched; None for an address that is new."""
        record = self._overview.from_source(source)
        if record is None or record.removed:
            return None
        return Added(record.key, record.title, Outcome.KNOWN)
