"""The articles: the text of every version, kept for good, each in a file of its own."""

import contextlib
from dataclasses import replace
from typing import Any

from tinydb import where

from core.annotations.annotation import now
from core.articles import Article
from core.library.errors import LibraryError
from core.library.overview import Overview
from core.library.records import (
    ARTICLES,
    article_from_document,
    article_to_document,
)
from core.library.storage import KEY, Files
from core.library.versions import is_other, is_version, same_place

_CANDIDATES = 8
"""Articles of the same place whose texts are compared with a new one."""


class ArticleStore:
    """Articles by key. Methods raise LibraryError when something could not be read or kept."""

    def __init__(self, files: Files, overview: Overview) -> None:
        self._files = files
        self._overview = overview

    def file(self, article: Article, filed: str = "") -> dict[str, Any]:
        """Keep an article's text, if it is not kept as it is. Returns the document as it then is in its file.

        `filed` is the moment from which it counts as kept, now if that is empty.
        """
        previous = "" if self.kept(article.key) else self.previous(article)
        with self._files.changing(ARTICLES, article.key) as database:
            table = database.table(ARTICLES.name)
            known = next((dict(document) for document in table), None)
            sources = [source for source in known["sources"] if source != article.source] if known else []
            document = article_to_document(
                _with_known(article, known),
                [*sources, article.source],
                known["first_opened"] if known else filed or now(),
                known["previous"] if known else previous,
                known["following"] if known else "",
            )
            if known is None:
                table.insert(document)
            elif known != document:
                table.update(document, where("key") == article.key)
        if known is None and previous:
            with self._files.changing(ARTICLES, previous) as database:
                database.table(ARTICLES.name).update({"following": article.key})
        return document

    def link(self, earlier: str, later: str) -> None:
        """Keep that one article is the version before another, unless that is known to have come after some article."""
        with self._files.changing(ARTICLES, later) as database:
            table = database.table(ARTICLES.name)
            if not any(document["previous"] == "" for document in table):
                return
            table.update({"previous": earlier})
        with self._files.changing(ARTICLES, earlier) as database:
            database.table(ARTICLES.name).update({"following": later})

    def also_from(self, key: str, source: str) -> None:
        """Keep that an article is to be had from another source too."""
        with self._files.changing(ARTICLES, key) as database:
            table = database.table(ARTICLES.name)
            for document in table:
                if source not in document["sources"]:
                    table.update({"sources": [source, *document["sources"]]}, doc_ids=[document.doc_id])

    def kept(self, key: str) -> bool:
        """Whether the text of an article is kept."""
        return self._files.path(ARTICLES, key).exists()

    def load(self, key: str) -> Article | None:
        """The article filed under a key, or None if there is none."""
        if not KEY.fullmatch(key):
            return None
        with self._files.reading(ARTICLES, key) as database:
            documents = database.table(ARTICLES.name)
            return next((article_from_document(dict(document)) for document in documents), None)

    def previous(self, article: Article) -> str:
        """The key of the article that this one, not kept yet, is a new version of; empty if there is none."""
        try:
            named = self._overview.of_name(article.source)
        except LibraryError:
            return ""  # The index cannot be asked now; that must not keep a note from being saved.
        candidates = [
            record
            for record in named
            if same_place(record.source, article.source) and record.key != article.key and not record.removed
        ]
        # The same source first; of several, the one that was read last.
        candidates.sort(
            key=lambda record: (record.source == article.source, record.last_opened), reverse=True
        )
        for record in candidates[:_CANDIDATES]:
            with contextlib.suppress(LibraryError):
                known = self.load(record.key)
                if known is None or is_other(article, record.source, known):
                    continue
                if is_version(known.text, article.text):
                    return record.key
        return ""


def _with_known(article: Article, known: dict[str, Any] | None) -> Article:
    """An article with what its file says of its publication and its links: a copy of the text does not know them."""
    if known is None:
        return article
    kept = article_from_document(known)
    return replace(article.published_as(kept.publication), links=article.links or kept.links)
