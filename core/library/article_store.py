"""The articles: the text of every version, kept for good, each in a file of its own."""

import contextlib
from dataclasses import replace
from typing import Any

from tinydb import where

from core.annotations.annotation import now
from core.articles import Article
from core.articles.source_names import is_address, whole_path
from core.library.errors import LibraryError
from core.library.overview import Overview
from core.library.records import (
    ARTICLES,
    ArticleRecord,
    article_from_document,
    article_to_document,
)
from core.library.storage import KEY, Files
from core.library.versions import is_other, is_version, same_place, same_publisher

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
        article = replace(article, source=whole_path(article.source))
        earlier = None if self.kept(article.key) else self.earlier(article)
        previous = earlier.key if earlier else ""
        if earlier is not None and (before := self.load(previous)) is not None:
            article = article.published_as(before.publication)
        with self._files.changing(ARTICLES, article.key) as database:
            table = database.table(ARTICLES.name)
            known = next((dict(document) for document in table), None)
            article, sources = _with_known(article, known, earlier.source if earlier else "")
            document = article_to_document(
                article,
                sources,
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
        source = whole_path(source)
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

    def earlier(self, article: Article) -> ArticleRecord | None:
        """The article that this one, not kept yet, is a new version of; None if there is none."""
        about = article.publication
        try:
            stated = self._overview.from_source(about.address) if about and about.address else None
            named = [*filter(None, (stated,)), *self._overview.of_name(article.source)]
        except LibraryError:
            return None  # The index cannot be asked now; that must not keep a note from being saved.
        candidates = {
            record.key: record
            for record in named
            if (record is stated or same_place(record.source, article.source))
            and record.key != article.key
            and not record.removed
        }
        # The same source first; of several, the one that was read last.
        in_order = sorted(
            candidates.values(),
            key=lambda record: (record.source == article.source, record is stated, record.last_opened),
            reverse=True,
        )
        for record in in_order[:_CANDIDATES]:
            with contextlib.suppress(LibraryError):
                known = self.load(record.key)
                if known is None or is_other(article, record.source, known):
                    continue
                if is_version(known.text, article.text):
                    return record
        return None


def _with_known(article: Article, known: dict[str, Any] | None, earlier: str) -> tuple[Article, list[str]]:
    """An article with what its file says of its publication and links, and its sources, the one it is read from last.

    A copy of the text does not know where it is from, and with another publisher it is from elsewhere: the address
    stays the source, also that of the `earlier` version for a copy in a file.
    """
    if known is None:
        is_copy = is_address(earlier) and not is_address(article.source)
        sources = [article.source, *([earlier] if is_copy else [])]
        return replace(article, source=sources[-1]), sources
    kept = article_from_document(known)
    article = replace(article, links=article.links or kept.links)
    others = [source for source in known["sources"] if source != article.source]
    known_copy = (
        is_address(kept.source) and article.source in known["sources"] and not is_address(article.source)
    )
    if not known_copy and same_publisher(article, kept.source, kept):
        return article.published_as(kept.publication), [*others, article.source]
    own = article.publication
    about = kept.publication.completed(own) if kept.publication and own else kept.publication or own
    return replace(article, source=kept.source, publication=about), [article.source, *others]
