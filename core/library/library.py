"""The library: what a reader has opened, and what was added to it."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinydb import where
from tinydb.table import Table

from core.analysis import Analysis
from core.annotations.anchoring import place
from core.annotations.annotation import Annotation, now
from core.annotations.corrections.aliases import Alias
from core.annotations.tags import normalise_tags
from core.articles import Article
from core.library import durable
from core.library.aliases import AliasBook
from core.library.analyses import AnalysisCache
from core.library.checking import Check, check
from core.library.envelope import UnsoundError, pack, unpack
from core.library.errors import Damage, LibraryError
from core.library.files import Files, Kind
from core.library.records import (
    KEY,
    ArticleRecord,
    Shelf,
    annotation_from_document,
    annotation_to_document,
    article_from_document,
    article_to_document,
    record_from_document,
    record_to_document,
)
from core.library.tally import Tally

_POSITION = "position"


class Library:
    """Articles, annotations and cached analyses of one reader, in one folder.

    Opening it reads nothing. What a method says it keeps is on disk when it returns, whatever then happens to the
    program; it may be called from any thread and by several running Lesarts at once. Methods that write raise
    LibraryError, with everything as it was, when that cannot be done.
    """

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """A library in `folder`; `cache` is where analyses and counts are remembered, None for not at all."""
        self._files = Files(folder)
        self._aliases = AliasBook(folder, self._files.damage.append)
        self._analyses = AnalysisCache(cache / "analyses") if cache else None
        self._tally = Tally(folder / Kind.ANNOTATIONS, cache / "tally.json" if cache else None, self._stored)

    @property
    def damage(self) -> tuple[Damage, ...]:
        """All files that were found damaged or missing, and replaced, since this object was made."""
        return tuple(self._files.damage)

    def open_article(self, article: Article) -> Shelf:
        """File an article, so that it is listed from now on, and say all that is known of it.

        Never fails: when the library cannot be read or written the shelf has a warning, and is as full as it can be.
        """
        key = article.key
        seen = len(self._files.damage)
        warning: str | None = None
        annotations: tuple[Annotation, ...] = ()
        moment = now()
        record = ArticleRecord(key, article.title, article.source, article.language, moment, moment)
        try:
            annotations = self.annotations(article)
            marks = sum(each.correction is None for each in annotations)
            record = replace(self._file(article, moment), annotations=marks)
        except LibraryError as error:
            warning = str(error)
        position = self.position(article)
        return Shelf(record, annotations, position, tuple(self._files.damage[seen:]), warning)

    def annotations(self, article: Article) -> tuple[Annotation, ...]:
        """The annotations of an article: those on the whole, then in text order, then those whose words are gone.

        Anchors are those of this text wherever the passage was found for certain; `core.annotations.anchoring.locate`
        tells about the rest. Raises LibraryError.
        """
        return tuple(placed.annotation for placed in place(self._stored(article.key), article.text))

    def save(self, article: Article, annotation: Annotation) -> Annotation:
        """Keep an annotation, new or in place of the one with its id, and with it the article's text.

        Returns it as kept, with its tags normalised. Raises LibraryError when nothing was kept, and ValueError for an
        annotation without tag and note, or with a tag that is none.
        """
        if annotation.blank:
            raise ValueError("An annotation needs a tag or a note.")
        kept = replace(
            annotation,
            tags=normalise_tags(annotation.tags),
            created=annotation.created or now(),
            modified=annotation.modified or now(),
        )
        key = article.key
        if not self._files.path(Kind.ARTICLES, key).exists():
            self._file(article, now())
        with self._files.changing(Kind.ANNOTATIONS, key) as table:
            _put(table, "id", annotation_to_document(kept))
        return kept

    def delete(self, article: Article, id: str) -> Annotation | None:
        """Forget an annotation. Returns what it was, so that `save` can bring it back; None where there was none.

        Raises LibraryError when it could not be deleted.
        """
        with self._files.changing(Kind.ANNOTATIONS, article.key) as table:
            found = table.search(where("id") == id)
            if not found:
                return None
            table.remove(doc_ids=[document.doc_id for document in found])
        return annotation_from_document(found[0])

    def articles(self) -> tuple[ArticleRecord, ...]:
        """All articles, the last opened first. Raises LibraryError."""
        with self._files.reading(Kind.INDEX) as table:
            documents = {document["key"]: dict(document) for document in table}
        unlisted = self._files.keys(Kind.ARTICLES) - documents.keys()
        if unlisted:
            documents |= self._relist(unlisted)
        counts = self._tally.annotations()
        records = [record_from_document(document, counts.get(key, 0)) for key, document in documents.items()]
        return tuple(sorted(records, key=lambda record: record.last_opened, reverse=True))

    def load_article(self, key: str) -> Article | None:
        """The article filed under a key, or None where there is none. Raises LibraryError."""
        if not KEY.fullmatch(key):
            return None
        with self._files.reading(Kind.ARTICLES, key) as table:
            return next((article_from_document(dict(document)) for document in table), None)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags in the library with the number of annotations that bear them, the most used first."""
        return self._tally.tags()

    def position(self, article: Article) -> int:
        """Where the reader left off in an article, a code point offset; 0 when that is not known."""
        try:
            content = self._position_path(article).read_bytes()
            offset = unpack(_POSITION, content)[_POSITION]["1"]["offset"]
        except (OSError, LookupError, UnsoundError, LibraryError):
            return 0
        return min(offset, len(article.text)) if type(offset) is int and offset > 0 else 0

    def save_position(self, article: Article, offset: int) -> None:
        """Remember where the reader is, if that can be done; does not wait for the disk."""
        path = self._position_path(article)
        with contextlib.suppress(OSError):
            durable.make_folder(path.parent)
            content = pack(_POSITION, {_POSITION: {"1": {"offset": offset}}})
            durable.write(path, content, durable=False)

    def cached_analysis(self, article: Article, pipeline: Callable[[str], str]) -> Analysis | None:
        """The analysis kept of this very article, if what `pipeline` names for its language has made it."""
        return self._analyses.load(article, pipeline) if self._analyses else None

    def keep_analysis(self, article: Article, analysis: Analysis) -> None:
        """Keep an analysis for the next time, if that can be done."""
        if self._analyses:
            self._analyses.keep(article, analysis)

    def aliases(self) -> tuple[Alias, ...]:
        """The aliases that the reader confirmed, in the order in which that was. Raises LibraryError."""
        return self._aliases.all()

    def keep_alias(self, alias: Alias) -> bool:
        """Keep an alias for all articles; False where it was kept already. Raises LibraryError."""
        return self._aliases.add(alias)

    def drop_alias(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        """Forget an alias of somebody, or of all who have it; what was forgotten. Raises LibraryError."""
        return self._aliases.remove(alias, name)

    def check(self) -> Check:
        """Look at every file of the library, changing nothing."""
        return check(self._files)

    def _stored(self, key: str) -> tuple[Annotation, ...]:
        """The annotations filed under a key, in the order they were made."""
        with self._files.reading(Kind.ANNOTATIONS, key) as table:
            return tuple(annotation_from_document(dict(document)) for document in table)

    def _position_path(self, article: Article) -> Path:
        return self._files.folder / "positions" / f"{article.key}.json"

    def _file(self, article: Article, moment: str) -> ArticleRecord:
        """Keep an article's text, if it is not kept as it is, and list it as opened at that moment."""
        document = self._keep_text(article, moment)
        record = ArticleRecord(
            document["key"], article.title, article.source, article.language, document["first_opened"], moment
        )
        with self._files.changing(Kind.INDEX) as table:
            _put(table, "key", record_to_document(record))
        return record

    def _keep_text(self, article: Article, moment: str) -> dict[str, Any]:
        """Keep an article's text with all sources it was read from; the document as it then stands in its file."""
        with self._files.changing(Kind.ARTICLES, article.key) as table:
            known = next((dict(document) for document in table), None)
            sources = [source for source in known["sources"] if source != article.source] if known else []
            document = article_to_document(
                article, [*sources, article.source], known["first_opened"] if known else moment
            )
            if known != document:
                _put(table, "key", document)
        return document

    def _relist(self, keys: set[str]) -> dict[str, dict[str, Any]]:
        """Lines of the index for articles that are kept but not listed: the index was lost, or a writer killed."""
        documents: dict[str, dict[str, Any]] = {}
        for key in keys:
            with contextlib.suppress(LibraryError), self._files.reading(Kind.ARTICLES, key) as table:
                for document in table:
                    opened = document["first_opened"]
                    documents[key] = record_to_document(
                        ArticleRecord(
                            key, document["title"], document["source"], document["language"], opened, opened
                        )
                    )
        with contextlib.suppress(LibraryError), self._files.changing(Kind.INDEX) as table:
            listed = {document["key"] for document in table}
            table.insert_multiple(document for key, document in documents.items() if key not in listed)
        return documents


def _put(table: Table, name: str, document: dict[str, Any]) -> None:
    """Insert a document, or replace the one with the same value in the field `name`: one write either way."""
    same = where(name) == document[name]
    if table.contains(same):
        table.update(document, same)
    else:
        table.insert(document)
