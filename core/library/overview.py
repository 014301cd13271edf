"""The library as a whole: lists of articles, counts of annotations, tags, and searches.

All of it can be rebuilt from the files of articles and annotations, except for the moments of opening, which are kept
in the index. It is notified of each change to a file and each article that is opened, and answers every question that
concerns more than one article. So a database with a full-text index could take the place of `Index` and `Catalogue`
without the rest noticing.
"""

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from core.annotations.annotation import Annotation
from core.annotations.tags import TagNode, hierarchy, is_within
from core.library.catalogue import Catalogue, totals
from core.library.errors import LibraryError
from core.library.index import Index
from core.library.records import ANNOTATIONS, ARTICLES, ArticleRecord, record_of_document
from core.library.searching import Found, search
from core.library.storage import Files, Kind
from core.library.versions import latest, superseded, versions_of


class Overview:
    """What is in a library. Methods raise LibraryError unless they say otherwise."""

    def __init__(
        self, files: Files, read: Callable[[str], tuple[Iterable[Annotation], int]], cache: Path | None
    ) -> None:
        """`read` gives the annotations of an article by its key, and the number of those deleted.

        `cache` is the folder in which counts and first articles are remembered, None for not at all.
        """
        self._files = files
        self._index = Index(files, cache / "recent.json" if cache else None)
        remembered = cache / "catalogue.lines" if cache else None
        self._catalogue = Catalogue(files.folder / ANNOTATIONS.name, remembered, read)
        self._listed: tuple[dict[str, ArticleRecord], list[ArticleRecord]] = {}, []
        files.watchers.append(self._file_changed)

    # Notifications

    def article_filed(self, record: ArticleRecord) -> None:
        """List an article, or list it anew, as opened last."""
        self._index.put(record)

    def _file_changed(self, kind: Kind, key: str) -> None:  # noqa: ARG002 - the catalogue looks at all files
        """Take a change of annotations into the next answer."""
        if kind is ANNOTATIONS:
            self._catalogue.changed()

    # Lists of articles

    def first(self) -> tuple[ArticleRecord, ...]:
        """The first hundred of `articles` or so, at once, as they were remembered; none if that may be wrong."""
        return self._index.first()

    def listed(self) -> list[ArticleRecord]:
        """The latest versions of all articles, the last opened first, without numbers of annotations."""
        records = self._index.records()
        if self._listed[0] is not records:
            order = sorted(latest(records), key=lambda record: record.last_opened, reverse=True)
            self._listed = records, order
        return self._listed[1]

    def articles(self) -> tuple[ArticleRecord, ...]:
        """The same with numbers of annotations, and with articles that are kept but not listed."""
        self._list_lost()
        entries = self._catalogue.entries()
        records = tuple(
            record if not (entry := entries.get(record.key)) else record.counted(entry.marks)
            for record in self.listed()
        )
        self._index.remember(records)
        return records

    def versions(self, key: str) -> tuple[ArticleRecord, ...]:
        """All versions of the article that one of them is filed under, the first one first."""
        entries = self._catalogue.entries()
        return tuple(
            record.counted(entry.marks if (entry := entries.get(record.key)) else 0)
            for record in versions_of(key, self._index.records())
        )

    def superseded(self) -> set[str]:
        """Keys of the versions that a later one has replaced; none if the index cannot be read. Never fails."""
        try:
            return superseded(self._index.records())
        except LibraryError:
            return set()

    # Annotations of all articles

    def search(self, query: str) -> tuple[Found, ...]:
        """The annotations that hold every word of `query`, as `core.library.searching.search` finds them."""
        return search(self._catalogue.recent_entries(), self.listed(), query)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags with the number of annotations that bear them, the most used first. Never fails."""
        return totals(self._tags())

    def tag_tree(self) -> tuple[TagNode, ...]:
        """All tags and the levels above them, by alphabet. Never fails."""
        return hierarchy(tags for annotations in self._tags() for tags in annotations)

    def bearing(self, tags: Iterable[str]) -> list[str]:
        """Keys of the articles with annotations that bear one of some tags, or a tag below one. Never fails."""
        wanted = tuple(tags)
        return [
            key
            for key, entry in self._catalogue.entries().items()
            if any(is_within(tag, each) for own in entry.tags for tag in own for each in wanted)
        ]

    def with_deletions(self) -> list[str]:
        """Keys of the articles from which annotations were deleted. Never fails."""
        return [key for key, entry in self._catalogue.entries().items() if entry.deleted]

    def _tags(self) -> list[list[list[str]]]:
        """The tags of each annotation by article, without earlier versions."""
        earlier = self.superseded()
        return [entry.tags for key, entry in self._catalogue.entries().items() if key not in earlier]

    def _list_lost(self) -> None:
        """List articles that are kept but not listed: the index was lost, or a writer killed."""
        records: dict[str, ArticleRecord] = {}
        for key in self._files.keys(ARTICLES) - self._index.records().keys():
            with contextlib.suppress(LibraryError), self._files.reading(ARTICLES, key) as database:
                for document in database.table(ARTICLES.name):
                    records[key] = record_of_document(dict(document), document["first_opened"])
        if records:
            self._index.put(*records.values())
