"""The articles: the text of every version, kept for good, and the index that lists them."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinydb import where

from core.articles import Article
from core.library.errors import LibraryError
from core.library.files import Files, Kind
from core.library.index import Index
from core.library.recent import Recent
from core.library.records import KEY, ArticleRecord, article_from_document, article_to_document
from core.library.versions import is_version, latest, same_place


class ArticleStore:
    """Articles by key. Methods raise LibraryError when something could not be read or kept."""

    def __init__(self, files: Files, recent: Path | None = None) -> None:
        """`recent` is where the articles opened last are remembered, None for not at all."""
        self._files = files
        self._index = Index(files)
        self._recent = Recent(recent, self._index)
        self._listed: tuple[dict[str, ArticleRecord], list[ArticleRecord]] = {}, []

    def file(self, article: Article, moment: str) -> tuple[ArticleRecord, str]:
        """Keep an article's text, if it is not kept as it is, and list it as opened at that moment.

        Returns its line, and the key of a later version of it, empty where there is none.
        """
        document = self._keep(article, moment)
        record = ArticleRecord(
            document["key"],
            article.title,
            article.source,
            article.language,
            document["first_opened"],
            moment,
            previous=document["previous"],
            published=_published(document),
        )
        self._index.put(record)
        return record, document["following"]

    def kept(self, key: str) -> bool:
        """Whether the text of an article is kept."""
        return self._files.path(Kind.ARTICLES, key).exists()

    def load(self, key: str) -> Article | None:
        """The article filed under a key, or None where there is none."""
        if not KEY.fullmatch(key):
            return None
        with self._files.reading(Kind.ARTICLES, key) as database:
            documents = database.table(Kind.ARTICLES)
            return next((article_from_document(dict(document)) for document in documents), None)

    def records(self) -> dict[str, ArticleRecord]:
        """The lines of all articles by key, earlier versions too."""
        return self._index.records()

    def listed(self) -> list[ArticleRecord]:
        """The latest versions of all articles, the last opened first."""
        records = self._index.records()
        if self._listed[0] is not records:
            order = sorted(latest(records), key=lambda record: record.last_opened, reverse=True)
            self._listed = records, order
        return self._listed[1]

    def first(self) -> tuple[ArticleRecord, ...]:
        """The articles opened last as they were remembered, at once; none where that would not be so."""
        return self._recent.load()

    def remember(self, records: Sequence[ArticleRecord]) -> None:
        """Remember the first of what is listed, with their numbers of annotations, for the next start."""
        self._recent.keep(records)

    def relist(self) -> None:
        """List articles that are kept but not listed: the index was lost, or a writer killed."""
        unlisted = self._files.keys(Kind.ARTICLES) - self._index.records().keys()
        if unlisted:
            self._relist(unlisted)

    def fold(self) -> None:
        """Bring the index file up to date with all that was opened."""
        self._index.fold()

    def _keep(self, article: Article, moment: str) -> dict[str, Any]:
        """Keep an article's text with all sources it was read from; the document as it then stands in its file."""
        previous = "" if self.kept(article.key) else self.previous(article)
        with self._files.changing(Kind.ARTICLES, article.key) as database:
            table = database.table(Kind.ARTICLES)
            known = next((dict(document) for document in table), None)
            sources = [source for source in known["sources"] if source != article.source] if known else []
            document = article_to_document(
                article,
                [*sources, article.source],
                known["first_opened"] if known else moment,
                known["previous"] if known else previous,
                known["following"] if known else "",
            )
            if known and "publication" in known:
                # A copy of the text, read from a file, does not know where and when it was published.
                document.setdefault("publication", known["publication"])
            if known is None:
                table.insert(document)
            elif known != document:
                table.update(document, where("key") == article.key)
        if known is None and previous:
            with self._files.changing(Kind.ARTICLES, previous) as database:
                database.table(Kind.ARTICLES).update({"following": article.key})
        return document

    def previous(self, article: Article) -> str:
        """The key of the article that this one, not kept yet, is a new version of; empty where it is of none."""
        candidates = [
            record
            for record in self.listed()
            if same_place(record.source, article.source) and record.key != article.key
        ]
        # The same source first; of several, the one that was read last.
        candidates.sort(
            key=lambda record: (record.source == article.source, record.last_opened), reverse=True
        )
        for record in candidates[:_CANDIDATES]:
            with contextlib.suppress(LibraryError):
                known = self.load(record.key)
                if known is not None and is_version(known.text, article.text):
                    return record.key
        return ""

    def _relist(self, keys: set[str]) -> None:
        records: dict[str, ArticleRecord] = {}
        for key in keys:
            with contextlib.suppress(LibraryError), self._files.reading(Kind.ARTICLES, key) as database:
                for document in database.table(Kind.ARTICLES):
                    opened = document["first_opened"]
                    line = ArticleRecord(
                        key, document["title"], document["source"], document["language"], opened, opened
                    )
                    records[key] = replace(
                        line, previous=document["previous"], published=_published(document)
                    )
        if records:
            self._index.put(*records.values())


def _published(document: Mapping[str, Any]) -> str:
    """The day of publication in an article's document; empty where it has none."""
    publication = document.get("publication")
    day = publication.get("published", "") if isinstance(publication, dict) else ""
    return day if isinstance(day, str) else ""


_CANDIDATES = 8
"""Articles of the same place whose texts are compared with a new one."""
