"""What the reader asks of the library, and the one writer that carries changes to it in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from core.library import LibraryError

if TYPE_CHECKING:
    from core.analysis import ActorKind, Analysis
    from core.annotations import Annotation
    from core.annotations.corrections.aliases import Alias
    from core.annotations.tags import TagNode
    from core.articles import Article
    from core.library import ArticleRecord, Deletion, Shelf, TagChange
    from core.library.dossiers import Dossier
    from core.library.searching import Found
    from tui.model.undo import Change


class Archive(Protocol):
    """What the reader needs of a library. Methods that write raise LibraryError; all may touch the disk."""

    def open_article(self, article: Article, /) -> Shelf:
        """File the article, and say all that is known of it."""

    def save(self, article: Article, annotation: Annotation, /) -> Annotation:
        """Keep an annotation, new or changed; safely on disk when this returns."""

    def delete(self, article: Article, id: str, /) -> Annotation | None:
        """Forget an annotation; what it was."""

    def articles(self) -> tuple[ArticleRecord, ...]:
        """Everything that was opened, the last one first."""

    def first_articles(self) -> tuple[ArticleRecord, ...]:
        """The first of them as they were remembered, at once; none where that may be wrong."""

    def listed_articles(self) -> tuple[ArticleRecord, ...]:
        """Everything, without the number of annotations, which may take long to count."""

    def versions(self, key: str, /) -> tuple[ArticleRecord, ...]:
        """All versions of an article, the first one first."""

    def search(self, query: str, /) -> tuple[Found, ...]:
        """The annotations that hold every word."""

    def obstacle(self) -> str | None:
        """A sentence when nothing can be saved now."""

    def deletions(self) -> tuple[Deletion, ...]:
        """What was deleted, the latest first."""

    def undelete(self, key: str, id: str, /) -> Annotation | None:
        """Bring a deleted annotation back."""

    def tag_tree(self) -> tuple[TagNode, ...]:
        """All tags by level, with their numbers of annotations."""

    def change_tags(self, old: Iterable[str], new: str, /) -> TagChange:
        """Give what bears one of the old tags the new one, or none, throughout."""

    def tag_changes(self) -> tuple[TagChange, ...]:
        """The changes of tags that can be taken back, the latest last."""

    def take_back_tag_change(self, id: str, /) -> TagChange | None:
        """Take a change of tags back."""

    def tag_colours(self) -> dict[str, str]:
        """The colours of tags, by `core.annotations.tags.same` of the tag."""

    def set_tag_colour(self, tag: str, colour: str, /) -> None:
        """Colour a tag, or take its colour off."""

    def load_article(self, key: str, /) -> Article | None:
        """An article as it was kept."""

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use, the most used first, and how often it is used."""

    def aliases(self) -> tuple[Alias, ...]:
        """The other names that were confirmed, in whichever article."""

    def keep_alias(self, alias: Alias, /) -> bool:
        """Keep an alias for all articles; whether it is new."""

    def drop_alias(self, alias: str, name: str, /) -> tuple[Alias, ...]:
        """Forget an alias; what was forgotten."""

    def dossier(self, name: str, kind: ActorKind | None = None, /) -> Dossier:
        """All that the articles tell of somebody."""

    def position(self, article: Article, /) -> int:
        """Where reading stopped; quick, and never fails."""

    def save_position(self, article: Article, offset: int, /) -> None:
        """Remember where reading stopped."""

    def cached_analysis(self, article: Article, pipeline: Callable[[str], str], /) -> Analysis | None:
        """The analysis kept of this text, if what `pipeline` names for its language has made it."""

    def keep_analysis(self, article: Article, analysis: Analysis, /) -> None:
        """Keep an analysis for the next time."""


class Keeper:
    """Carries out changes to one article's annotations, one after another in the order they were asked for."""

    def __init__(self, archive: Archive, article: Article) -> None:
        self._archive = archive
        self._article = article
        self._turn = asyncio.Lock()

    async def carry_out(self, change: Change) -> Change:
        """Make the change on disk; the change as the library keeps it. Raises LibraryError with nothing changed."""
        async with self._turn:
            done: list[Change] = []
            try:
                for each in change.all:
                    done = [*done, await self._make(each)]
            except LibraryError:
                for each in reversed(done):
                    with suppress(LibraryError):
                        await self._make(each.inverse)
                raise
            return replace(done[0], also=tuple(done[1:]))

    async def _make(self, change: Change) -> Change:
        return await asyncio.to_thread(self._write, change)

    def _write(self, change: Change) -> Change:
        """One change; an alias that it confirms holds for all articles, until it is taken back."""
        alias = alias_in(change.after or change.before)
        if change.after is None:
            if alias is not None:
                self._archive.drop_alias(alias.alias, alias.name)
            self._archive.delete(self._article, change.id)
            return change
        new = alias is not None and self._archive.keep_alias(alias)
        try:
            return replace(change, after=self._archive.save(self._article, change.after), also=())
        except LibraryError:
            if new and alias is not None:
                self._archive.drop_alias(alias.alias, alias.name)
            raise


def alias_in(annotation: Annotation | None) -> Alias | None:
    """The alias that an annotation confirms for all articles; None where it is none, or holds in its own only."""
    correction = annotation.correction if annotation is not None else None
    if correction is None:
        return None
    from core.annotations.corrections import AddAlias
    from core.annotations.corrections.aliases import Alias, holds_elsewhere

    if not isinstance(correction, AddAlias):
        return None
    alias = Alias(correction.alias, correction.name, correction.kind)
    return alias if holds_elsewhere(alias) else None
