"""The one writer that carries changes to an article's annotations to the library, in the order they were asked for."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from core.library import Library, LibraryError

if TYPE_CHECKING:
    from core.annotations import Annotation
    from core.annotations.corrections.aliases import Alias
    from core.articles import Article
    from tui.model.undo import Change


class Keeper:
    """Makes changes to one article's annotations, one after another, each in a thread of its own."""

    def __init__(self, library: Library, article: Article) -> None:
        self._library = library
        self._article = article
        self._turn = asyncio.Lock()

    async def carry_out(self, change: Change) -> Change:
        """Make a change and those that go with it on disk, and return it as the library keeps it.

        Raises LibraryError, with nothing changed, when one of them could not be kept.
        """
        async with self._turn:
            return await asyncio.to_thread(self._write, change)

    def _write(self, change: Change) -> Change:
        done: list[Change] = []
        try:
            for each in change.all:
                done.append(self._write_one(each))  # noqa: PERF401 - what is done must be known when one fails
        except LibraryError:
            for each in reversed(done):
                with suppress(LibraryError):
                    self._write_one(each.inverse)
            raise
        return replace(done[0], also=tuple(done[1:]))

    def _write_one(self, change: Change) -> Change:
        """Make one change. An alias that it confirms holds for all articles until the change is taken back."""
        alias = alias_in(change.after or change.before)
        if change.after is None:
            if alias is not None:
                self._library.drop_alias(alias.alias, alias.name)
            self._library.delete(self._article, change.id)
            return change
        new = alias is not None and self._library.keep_alias(alias)
        try:
            return replace(
                change, after=self._library.save(self._article, change.after, change.before), also=()
            )
        except LibraryError:
            if new and alias is not None:
                self._library.drop_alias(alias.alias, alias.name)
            raise


def alias_in(annotation: Annotation | None) -> Alias | None:
    """The alias that an annotation confirms for all articles, or None if it confirms none beyond its own article."""
    correction = annotation.correction if annotation is not None else None
    if correction is None:
        return None
    from core.annotations.corrections import AddAlias
    from core.annotations.corrections.aliases import Alias, holds_elsewhere

    if not isinstance(correction, AddAlias):
        return None
    alias = Alias(correction.alias, correction.name, correction.kind)
    return alias if holds_elsewhere(alias) else None
