"""Read a file of the library, then put its content into the index: two steps, since only the second needs the index."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.analysis import Analysis
from core.annotations.annotation import Annotation
from core.annotations.corrections import apply
from core.annotations.corrections.aliases import Alias, recognise
from core.articles import Article
from core.library import positions
from core.library.analyses import AnalysisCache
from core.library.errors import LibraryError, NewerFormatError
from core.library.index import entries, versioning
from core.library.index.aliases import KnownAliases
from core.library.legacy_index import LegacyIndex
from core.library.records import ALIASES, ANNOTATIONS, ARTICLES, article_from_document
from core.library.same_ends import same_ends
from core.library.states import STATES, StateStore
from core.library.storage import Files

ANALYSES, POSITIONS = "analyses", "positions"
"""Kinds of files that are not databases of their own."""
KINDS = (ARTICLES.name, STATES.name, ANNOTATIONS.name, ANALYSES)
"""Kinds of files that the index follows. Articles come first: all else belongs to one of them."""

Put = Callable[[sqlite3.Connection], None]
"""Puts what was read into the index."""
Analysed = tuple[Article, Analysis]
Signature = tuple[int, int]
"""What tells a state of a file from others: moment of change in nanoseconds, and size."""
Changes = tuple[list[Annotation], list[Annotation]]
"""The annotations that are gone or were changed, and those that are new or what others were changed to."""
_FEW = 16
"""Changed annotations up to which each is looked up alone."""


_LARGE = 1 << 16
"""Bytes of a file of annotations from which on it is worth being read before it is changed, not only afterwards."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The annotations of an article that the index has since the file had a signature."""

    key: str
    signature: Signature | None
    number: int
    """That of the article."""
    annotations: tuple[Annotation, ...]

    def changes(self, database: sqlite3.Connection, after: "Marked") -> Changes | None:
        """What has changed since; None if the index has another state by now, or if that is much."""
        query = "SELECT modified, size FROM files WHERE kind = ? AND key = ?"
        known = database.execute(query, (ANNOTATIONS.name, after.key)).fetchone()
        if known is None or (self.key, self.number, self.signature) != (after.key, after.number, known):
            return None
        start, end = same_ends(self.annotations, after.annotations)
        was, now = (one.annotations[start : len(one.annotations) - end] for one in (self, after))
        gone = {id(each): each for each in was}
        new = [each for each in now if gone.pop(id(each), None) is None]
        return (list(gone.values()), new) if len(gone) + len(new) <= _FEW else None


class Intake:
    """Reads each kind of file."""

    def __init__(
        self,
        files: Files,
        annotations: Callable[[str], tuple[Iterable[Annotation], int]],
        states: StateStore,
        analyses: AnalysisCache,
        aliases: Callable[[], tuple[Alias, ...]],
    ) -> None:
        """`annotations` gives those of an article by its key, and the number of those deleted."""
        self._files = files
        self.aliases = KnownAliases(files.path(ALIASES), aliases)
        self._annotations = annotations
        self._states = states
        self._analyses = analyses
        self._legacy = LegacyIndex(files)
        self._marked: Marked | None = None
        self.newer: NewerFormatError | None = None
        """Set once a file was met that only a newer Lesart can read."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of files there may be."""
        return KINDS if self._analyses.folder else KINDS[:-1]

    def folder(self, kind: str) -> Path:
        """Where the files of a kind lie."""
        if kind == ANALYSES and self._analyses.folder is not None:
            return self._analyses.folder
        return self._files.folder / kind

    def read(
        self, kind: str, key: str, given: Analysed | None = None, signature: Signature | None = None
    ) -> Put:
        """What puts a file into the index; nothing for one that cannot be read.

        `given` is what an analysis holds, `signature` that of the file if it is known.
        """
        try:
            if kind == ARTICLES.name:
                return self._article(key)
            if kind == ANNOTATIONS.name:
                return self._marks(key, signature)
            if kind == STATES.name:
                return self._state(key)
            return self._analysis(key, given)
        except NewerFormatError as error:
            self.newer = error
        except (LibraryError, ValueError):
            pass
        return _nothing

    def note_before(self, database: sqlite3.Connection, key: str, signature: Signature | None) -> None:
        """Note the annotations of a file that is about to be changed, if it is large: what differs then is soon found.

        Raises LibraryError.
        """
        noted = self._marked
        if (
            signature is None
            or signature[1] < _LARGE
            or (noted and (noted.key, noted.signature) == (key, signature))
        ):
            return
        if (number := entries.number_of(database, key)) is not None:
            self._marked = Marked(key, signature, number, tuple(self._annotations(key)[0]))

    def positions(self) -> Put:
        """What puts in where reading stopped in each article."""
        known: list[tuple[str, int]] = []
        with contextlib.suppress(OSError), os.scandir(self.folder(POSITIONS)) as found:
            known = [(entry.name[:-5], self._position(entry.name[:-5])) for entry in found]

        def put(database: sqlite3.Connection) -> None:
            for key, position in known:
                if position and (number := entries.number_of(database, key)) is not None:
                    entries.put_position(database, number, position)

        return put

    def _article(self, key: str) -> Put:
        article, document = self._stored(key)

        def put(database: sqlite3.Connection) -> None:
            number = entries.number_of(database, key)
            if article is None:
                if number is not None:
                    entries.remove_article(database, number)
                return
            previous = document["previous"]
            new = entries.put_article(
                database, article, document["first_opened"], previous, document["sources"]
            )
            if number is None:
                opened = self._legacy.moments().get(key, "")
                reading = entries.initial_reading(
                    self._position(key) if opened else 0, len(article.text), opened
                )
                entries.put_reading(database, new, reading)
                for kind in self.kinds[1:]:  # They may have come before their article.
                    if entries.has_file(database, kind, key):
                        self.read(kind, key)(database)
            if number is None or previous:
                versioning.renumber(database, key)

        return put

    def _marks(self, key: str, signature: Signature | None) -> Put:
        annotations, deleted = self._annotations(key)
        listed = tuple(annotations)
        corrections = [each for each in listed if each.correction is not None]

        def put(database: sqlite3.Connection) -> None:
            number = entries.number_of(database, key)
            if number is None:
                return
            before, self._marked = self._marked, Marked(key, signature, number, listed)
            changes = before.changes(database, self._marked) if before is not None else None
            is_corrected_anew = bool(corrections)
            if changes is None:
                entries.put_marks(database, number, listed)
            else:
                removed, new = changes
                entries.change_marks(database, number, removed, new)
                is_corrected_anew = any(each.correction is not None for each in (*removed, *new))
            entries.count_marks(database, number, listed, deleted)
            if entries.put_corrected(database, number, bool(corrections)) or is_corrected_anew:
                self._analysis(key, None)(database)

        return put

    def _state(self, key: str) -> Put:
        reading = self._states.load(key)

        def put(database: sqlite3.Connection) -> None:
            if reading is not None and (number := entries.number_of(database, key)) is not None:
                entries.put_reading(database, number, reading)

        return put

    def _analysis(self, key: str, given: Analysed | None) -> Put:
        found = given or self._analysed(key)
        annotations = tuple(self._annotations(key)[0]) if found is not None else ()

        def put(database: sqlite3.Connection) -> None:
            number = entries.number_of(database, key)
            if number is None:
                return
            if found is None:
                entries.remove_analysis(database, number)
            else:
                article, analysis = found
                recognised = recognise(self.aliases.now(), analysis, article.text)
                entries.put_analysis(database, number, article, apply(annotations, recognised, article.text))

        return put

    def _stored(self, key: str) -> tuple[Article | None, dict[str, Any]]:
        with self._files.reading(ARTICLES, key) as files:
            document = next((dict(each) for each in files.table(ARTICLES.name)), {})
        return (article_from_document(document) if document else None), document

    def _analysed(self, key: str) -> Analysed | None:
        if self._analyses.folder is None or not (self._analyses.folder / f"{key}.json").exists():
            return None
        article, _ = self._stored(key)
        analysis = self._analyses.load(article) if article is not None else None
        return (article, analysis) if article is not None and analysis is not None else None

    def _position(self, key: str) -> int:
        name = f"{key}.json"
        return positions.load(self.folder(POSITIONS) / name, self._files.folder / "backup" / POSITIONS / name)


def _nothing(database: sqlite3.Connection) -> None:
    """There is nothing to put into the index."""
