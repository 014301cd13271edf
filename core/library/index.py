"""The index: one line an article, so that the library can be listed without opening every file.

Every opening of an article changes its line, which must not cost the more the larger the library is. So changes are
added to a journal beside the index, and folded into it once the journal has become long. All but the moment of the
last opening stands in the files of the articles themselves too: a journal that is lost or torn loses no article.
"""

import contextlib
import json
import os
import threading
from pathlib import Path

from core.library import durable, envelope
from core.library.errors import LibraryError, explain
from core.library.files import Files, Kind
from core.library.lines import seal, sound_lines
from core.library.migrations import lift
from core.library.records import ArticleRecord, record_from_document, record_to_document

_SHORT = 64 * 1024
"""Bytes up to which a journal is not folded in, however small the index is."""

_Look = tuple[int, int, int] | None
"""Inode, size and time of change of a file, None where there is none."""


class Index:
    """The lines of all articles by key."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._file = files.path(Kind.INDEX)
        self._journal = files.folder / "index.journal"
        self._records: dict[str, ArticleRecord] = {}
        self._looks: tuple[_Look, _Look] = (None, None)
        self._guard = threading.Lock()

    def records(self) -> dict[str, ArticleRecord]:
        """All articles that are listed, by key. Raises LibraryError."""
        with self._guard:
            # The journal first: what is folded into the index meanwhile is then seen twice, not lost.
            looks = (_look(self._file), _look(self._journal))
            if looks != self._looks or looks == (None, None):
                news = self._news()
                self._records = {**self._base(), **news}
                self._looks = looks
            return dict(self._records)

    def put(self, *records: ArticleRecord) -> None:
        """List articles, or list them anew. Raises LibraryError."""
        lines = b"".join(
            seal(json.dumps([envelope.SCHEMA, record_to_document(record)]).encode()) for record in records
        )
        with self._files.alone(Kind.INDEX):
            try:
                durable.make_folder(self._journal.parent)
                durable.append(self._journal, lines)
                size = self._journal.stat().st_size
            except OSError as error:
                raise explain(error, self._journal) from error
            base = _look(self._file)
            if size > max(_SHORT, base[1] // 4 if base else 0):
                with contextlib.suppress(LibraryError):
                    self.fold()

    def fold(self) -> None:
        """Take the journal into the index file. Raises LibraryError."""
        with self._files.alone(Kind.INDEX):
            with self._files.changing(Kind.INDEX) as database:
                records = {**self._base(), **self._news()}
                table = database.table(Kind.INDEX)
                table.truncate()
                table.insert_multiple(record_to_document(record) for record in records.values())
            with contextlib.suppress(OSError):
                self._journal.unlink(missing_ok=True)

    def _base(self) -> dict[str, ArticleRecord]:
        """The records in the index file. Raises LibraryError."""
        with self._files.reading(Kind.INDEX) as database:
            documents = (database.storage.read() or {}).get(Kind.INDEX, {}).values()
            return {document["key"]: record_from_document(document) for document in documents}

    def _news(self) -> dict[str, ArticleRecord]:
        """The records in the journal, the last of each article; lines that are torn are passed over.

        Raises NewerFormatError.
        """
        records: dict[str, ArticleRecord] = {}
        with contextlib.suppress(OSError):
            for _, line in sound_lines(self._journal.read_bytes()):
                with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError):
                    schema, document = json.loads(line)
                    tables = lift(Kind.INDEX, {Kind.INDEX: {"1": document}}, schema, envelope.SCHEMA)
                    record = record_from_document(tables[Kind.INDEX]["1"])
                    records[record.key] = record
        return records


def _look(path: Path) -> _Look:
    """What tells that a file is still as it was when it was read."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a tenth of the cost of a Path's
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
