"""The library: what a reader has opened, and what was added to it.

Imported before the first paint, which asks for the reading position and no more: the rest is imported by who needs it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from core.library import durable_files
from core.library.errors import LibraryError, explain
from core.library.positions import Positions

if TYPE_CHECKING:
    from core.analysis import Actor, ActorKind, Analysis
    from core.annotations import Annotation
    from core.annotations.corrections.aliases import Alias
    from core.annotations.tags import TagNode
    from core.articles import Article
    from core.library.alias_store import AliasStore
    from core.library.checking import Check
    from core.library.damage import Damage
    from core.library.dossiers import Dossier
    from core.library.parts import Parts
    from core.library.records import ArticleRecord, Deletion, Shelf, TagChange
    from core.library.searching import Found


class Library:
    """Articles, annotations and cached analyses of one reader, in one folder.

    Opening it reads nothing. What a method says it keeps is on disk when it returns, whatever then happens to the
    program; it may be called from any thread and by several running Lesarts at once. Methods that write raise
    LibraryError, with everything as it was, when that cannot be done.
    """

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """A library in `folder`; `cache` is where analyses and counts are remembered, None for not at all."""
        self._folder = folder
        self._cache = cache
        self._opening = Lock()
        self._opened: Parts | None = None
        self._positions = Positions(folder / "positions")

    @property
    def _parts(self) -> Parts:
        with self._opening:
            if self._opened is None:
                from core.library.parts import Parts

                self._opened = Parts(self._folder, self._cache, self._bearing)
            return self._opened

    @cached_property
    def _aliases(self) -> AliasStore:
        from core.library.alias_store import AliasStore

        return AliasStore(self._parts.files)

    @property
    def damage(self) -> tuple[Damage, ...]:
        """All files that were found damaged or missing, and replaced, since this object was made."""
        return tuple(self._parts.files.damage)

    def open_article(self, article: Article) -> Shelf:
        """File an article, so that it is listed from now on, and say all that is known of it.

        Never fails: when the library cannot be read or written the shelf has a warning, and is as full as it can be.
        """
        from core.annotations.annotation import now
        from core.library.notices import EARLIER, carried_words
        from core.library.records import ArticleRecord, Shelf

        key = article.key
        seen = len(self._parts.files.damage)
        warning: str | None = None
        notice: str | None = None
        annotations: tuple[Annotation, ...] = ()
        moment = now()
        record = ArticleRecord(key, article.title, article.source, article.language, moment, moment)
        try:
            # What is there is read first, for a library that can be read but not written.
            annotations = self.annotations(article)
            record, later = self._parts.shelves.file(article, moment)
            notice = EARLIER if later else None
            if record.previous:
                carried = self._parts.notebook.carry_over(record.previous, key, article.text)
                notice = carried_words(carried) or notice
                annotations = self.annotations(article)
            marks = sum(each.correction is None for each in annotations)
            record = replace(record, annotations=marks)
        except LibraryError as error:
            warning = str(error)
            annotations = annotations or self._of_earlier(article)
        position = self.position(article)
        return Shelf(record, annotations, position, tuple(self._parts.files.damage[seen:]), warning, notice)

    def annotations(self, article: Article) -> tuple[Annotation, ...]:
        """The annotations of an article: those on the whole, then in text order, then those whose words are gone.

        Anchors are those of this text wherever the passage was found for certain; `core.annotations.anchoring.locate`
        tells about the rest. Raises LibraryError.
        """
        from core.annotations.anchoring import place

        return tuple(
            placed.annotation for placed in place(self._parts.notebook.stored(article.key), article.text)
        )

    def save(self, article: Article, annotation: Annotation) -> Annotation:
        """Keep an annotation, new or in place of the one with its id, and with it the article's text.

        Returns it as kept, with its tags normalised. Raises LibraryError when nothing was kept, and ValueError for an
        annotation without tag and note, or with a tag that is none.
        """
        if annotation.blank:
            raise ValueError("An annotation needs a tag or a note.")
        from core.annotations.annotation import now
        from core.annotations.tags import normalise_tags

        kept = replace(
            annotation,
            tags=normalise_tags(annotation.tags),
            created=annotation.created or now(),
            modified=annotation.modified or now(),
        )
        if not self._parts.shelves.kept(article.key):
            self._parts.shelves.file(article, now())
        self._parts.notebook.put(article.key, kept)
        return kept

    def delete(self, article: Article, id: str) -> Annotation | None:
        """Delete an annotation. Returns what it was; None where there was none.

        `save` or `undelete` bring it back, also after years. Raises LibraryError when it could not be deleted.
        """
        return self._parts.notebook.delete(article.key, id)

    def deletions(self) -> tuple[Deletion, ...]:
        """All annotations that were deleted and not brought back, the latest first. Raises LibraryError."""
        found = [
            each
            for key in self._parts.catalogue.with_deletions()
            for each in self._parts.notebook.deleted(key)
        ]
        # What was deleted from several versions of an article is told once, of the latest.
        earlier = self._superseded()
        latest = {each.annotation.id for each in found if each.key not in earlier}
        told = [each for each in found if each.key not in earlier or each.annotation.id not in latest]
        return tuple(sorted(told, key=lambda each: each.deleted, reverse=True))

    def undelete(self, key: str, id: str) -> Annotation | None:
        """Bring back an annotation that was deleted from the article filed under `key`.

        Returns what it is; None where none of that id was deleted there. Raises LibraryError when it stays deleted.
        """
        return self._parts.notebook.undelete(key, id)

    def first_articles(self) -> tuple[ArticleRecord, ...]:
        """The first hundred of `articles` or so, at once, as they were remembered; none where that may be wrong.

        Never fails.
        """
        return self._parts.shelves.first()

    def listed_articles(self) -> tuple[ArticleRecord, ...]:
        """The same as `articles` without numbers of annotations, which may have to be counted. Raises LibraryError."""
        return tuple(self._parts.shelves.listed())

    def articles(self) -> tuple[ArticleRecord, ...]:
        """All articles in their latest versions, the last opened first. Raises LibraryError."""
        self._parts.shelves.relist()
        counts = self._parts.catalogue.marks()
        records = tuple(
            record if not (marks := counts.get(record.key)) else _counted(record, marks)
            for record in self._parts.shelves.listed()
        )
        self._parts.shelves.remember(records)
        return records

    def versions(self, key: str) -> tuple[ArticleRecord, ...]:
        """All versions of the article that one of them is filed under, the first one first. Raises LibraryError."""
        from core.library.versions import versions_of

        counts = self._parts.catalogue.marks()
        versions = versions_of(key, self._parts.shelves.records())
        return tuple(_counted(record, counts.get(record.key, 0)) for record in versions)

    def search(self, query: str) -> tuple[Found, ...]:
        """Annotations with every word of `query` in passage, note or tags; "#tag" is that tag or one below it.

        Those on the article opened last come first; at most 500. Raises LibraryError.
        """
        from core.library.searching import search

        return search(self._parts.catalogue, self._parts.shelves.listed(), query)

    def load_article(self, key: str) -> Article | None:
        """The article filed under a key, or None where there is none. Raises LibraryError."""
        return self._parts.shelves.load(key)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags in the library with the number of annotations that bear them, the most used first."""
        from core.library.catalogue import totals

        return totals(self._tags().values())

    def tag_tree(self) -> tuple[TagNode, ...]:
        """All tags and the levels above them, by alphabet, with their numbers of annotations."""
        from core.annotations.tags import hierarchy

        return hierarchy(tags for annotations in self._tags().values() for tags in annotations)

    def change_tags(self, old: Iterable[str], new: str) -> TagChange:
        """Give all annotations that bear one of the `old` tags, or one below it, the `new` one instead.

        That renames a tag, merges several, or takes them off where `new` is empty; an annotation left with neither tag
        nor note counts as deleted. A change cut short is finished with the next look at the tags. Raises ValueError for
        a tag that is none, and LibraryError when it could not be done.
        """
        return self._parts.tagging.change(old, new)

    def tag_changes(self) -> tuple[TagChange, ...]:
        """The changes of tags that can be taken back, the latest last. Raises LibraryError."""
        return self._parts.tagging.changes()

    def take_back_tag_change(self, id: str) -> TagChange | None:
        """Take a change of tags back, except on annotations whose tags were changed since; None for no such change.

        Raises LibraryError.
        """
        return self._parts.tagging.take_back(id)

    def tag_colours(self) -> dict[str, str]:
        """The colours of tags, by what `core.annotations.tags.same` makes of the tag. Raises LibraryError."""
        return self._parts.tagging.colours()

    def set_tag_colour(self, tag: str, colour: str) -> None:
        """Colour a tag with one of `core.library.tag_store.COLOURS`; an empty colour takes it off.

        Raises ValueError for a colour that is none, or no tag, and LibraryError.
        """
        self._parts.tagging.set_colour(tag, colour)

    def position(self, article: Article) -> int:
        """Where the reader left off in an article, a code point offset; 0 when that is not known."""
        return self._positions.load(article)

    def save_position(self, article: Article, offset: int) -> None:
        """Remember where the reader is, if that can be done; does not wait for the disk."""
        self._positions.keep(article, offset)

    def cached_analysis(self, article: Article, pipeline: Callable[[str], str]) -> Analysis | None:
        """The analysis kept of this very article, if what `pipeline` names for its language has made it."""
        return self._parts.analyses.load(article, pipeline) if self._parts.analyses else None

    def keep_analysis(self, article: Article, analysis: Analysis) -> None:
        """Keep an analysis for the next time, if that can be done."""
        if self._parts.analyses:
            self._parts.analyses.keep(article, analysis)

    def is_analysed(self, key: str) -> bool:
        """Whether an analysis is kept of the article filed under a key, by whichever pipeline."""
        return self._parts.analyses is not None and self._parts.analyses.cast(key) is not None

    def aliases(self) -> tuple[Alias, ...]:
        """The aliases that the reader confirmed, in the order in which that was. Raises LibraryError."""
        return self._aliases.all()

    def keep_alias(self, alias: Alias) -> bool:
        """Keep an alias for all articles; False where it was kept already. Raises LibraryError."""
        return self._aliases.add(alias)

    def drop_alias(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        """Forget an alias of somebody, or of all who have it; what was forgotten. Raises LibraryError."""
        return self._aliases.remove(alias, name)

    def dossier(self, name: str, kind: ActorKind | None = None) -> Dossier:
        """All that the articles tell of who is called `name` in full or by a confirmed alias. Raises LibraryError."""
        from core.library.dossiers import gather

        aliases = self.aliases()
        return gather(name, kind, self.articles(), aliases, self._cast, lambda key: self._read(key, aliases))

    def check(self) -> Check:
        """Look at every file of the library, changing nothing."""
        from core.library.checking import check

        return check(self._parts.files)

    def obstacle(self) -> str | None:
        """One sentence when nothing can be saved here now, because of the disk or its permissions; else None."""
        probe = self._folder / ".probe"
        try:
            durable_files.make_folder(self._folder)
            durable_files.write(probe, b"x" * 4096, durable=False)
            probe.unlink()
        except OSError as error:
            return str(explain(error, probe))
        return None

    def _of_earlier(self, article: Article) -> tuple[Annotation, ...]:
        """What a version that cannot be filed now would get from the one before it; nothing where that is unknown."""
        from core.annotations.anchoring import place

        with contextlib.suppress(LibraryError):
            if not self._parts.shelves.kept(article.key) and (
                earlier := self._parts.shelves.previous(article)
            ):
                placed = place(self._parts.notebook.stored(earlier), article.text)
                return tuple(each.annotation for each in placed)
        return ()

    def _tags(self) -> dict[str, list[list[str]]]:
        """The tags of each annotation by article, those of earlier versions left out."""
        with contextlib.suppress(LibraryError):
            self._parts.tagging.resume()
        return self._parts.catalogue.tags(self._superseded())

    def _bearing(self, tags: Iterable[str]) -> list[str]:
        """Keys of the articles with annotations that bear one of some tags, or a tag below one."""
        from core.annotations.tags import is_within

        wanted = tuple(tags)
        return [
            key
            for key, annotations in self._parts.catalogue.tags().items()
            if any(is_within(tag, each) for own in annotations for tag in own for each in wanted)
        ]

    def _superseded(self) -> set[str]:
        """Keys of the versions that a later one has taken the place of; none where the index cannot be read."""
        from core.library.versions import superseded

        try:
            return superseded(self._parts.shelves.records())
        except LibraryError:
            return set()

    def _cast(self, key: str) -> tuple[Actor, ...] | None:
        """The actors of an article as its reader corrected them; None where it is not analysed."""
        cast = self._parts.analyses.cast(key) if self._parts.analyses else None
        if cast is None or not self._parts.notebook.holds(key, b'"correction"'):
            return cast
        read = self._read(key, ())
        return read[1].actors if read is not None else cast

    def _read(self, key: str, aliases: tuple[Alias, ...]) -> tuple[Article, Analysis] | None:
        """An article and its analysis, with aliases recognised and corrections made; None where it has none."""
        article = self.load_article(key)
        analysis = (
            self._parts.analyses.load(article) if self._parts.analyses and article is not None else None
        )
        if article is None or analysis is None:
            return None
        from core.annotations.corrections import apply
        from core.annotations.corrections.aliases import recognise

        recognised = recognise(aliases, analysis, article.text)
        return article, apply(self._parts.notebook.stored(key), recognised, article.text)


def _counted(record: ArticleRecord, annotations: int) -> ArticleRecord:
    """The record with that number of annotations; a third of the cost of `replace`."""
    return type(record)(
        record.key,
        record.title,
        record.source,
        record.language,
        record.first_opened,
        record.last_opened,
        annotations,
        record.previous,
        record.versions,
        record.published,
    )
