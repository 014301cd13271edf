"""The index: one line an article, so that the library can be listed without opening every file.

Every opening of an article changes its line, which must not cost the more the larger the library is. So changes are
added to a journal beside the index, and folded into it once the journal has become long. All but the moment of the
last opening stands in the files of the articles themselves too: a journal that is lost or torn loses no article.
"""

import contextlib
import json
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from core.library import durable_files, file_format
from core.library.errors import LibraryError, explain
from core.library.file_format import Tables, lift
from core.library.files import Files, Kind
from core.library.records import ArticleRecord, record_from_document, record_to_document
from core.library.sealed_lines import seal, sound_lines

_SHORT = 64 * 1024
"""Bytes up to which a journal is not folded in, however small the index is."""

Look = tuple[int, ...]
"""What tells that a file is still as it was when it was read; empty where there is none."""


@dataclass(frozen=True, slots=True)
class State:
    """How far the index has been read."""

    base: Look
    """Inode, size and time of change of the index file."""
    journal: int
    """Inode of the journal, 0 where there is none."""
    offset: int
    """Bytes of the journal that were read."""


class Index:
    """The lines of all articles by key."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._file = files.path(Kind.INDEX)
        self._journal = files.folder / "index.journal"
        self._records: dict[str, ArticleRecord] = {}
        self._state: State | None = None
        self._guard = threading.Lock()

    def records(self) -> dict[str, ArticleRecord]:
        """All articles that are listed, by key: the same object until something was listed. Raises LibraryError."""
        with self._guard:
            if self._state is not None and (news := self.since(self._state)) is not None:
                records, state = news
                if records:
                    self._records = {**self._records, **records}
                self._state = state
                return self._records
            # The journal first: what is folded into the index meanwhile is then seen twice, not lost.
            base = _look(self._file)
            records, journal, offset = self._news(0)
            self._records = {**self._base(), **records}
            self._state = State(base, journal, offset) if base or journal else None
            return self._records

    @property
    def state(self) -> State | None:
        """How far the records given last were read; None where there is no index."""
        return self._state

    def since(self, state: State) -> tuple[dict[str, ArticleRecord], State] | None:
        """What was listed since then, and how far that was read; None where all has to be read again.

        Raises LibraryError.
        """
        if _look(self._file) != state.base or (state.journal and self._inode() != state.journal):
            return None
        records, journal, offset = self._news(state.offset)
        # The journal may have been folded in between the two looks.
        return (records, State(state.base, journal, offset)) if _look(self._file) == state.base else None

    def put(self, *records: ArticleRecord) -> None:
        """List articles, or list them anew. Raises LibraryError."""
        lines = b"".join(
            seal(json.dumps([file_format.SCHEMA, record_to_document(record)]).encode()) for record in records
        )
        with self._files.alone(Kind.INDEX):
            try:
                durable_files.make_folder(self._journal.parent)
                durable_files.append(self._journal, lines)
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
                records = {**self._base(), **self._news(0)[0]}
                table = database.table(Kind.INDEX)
                table.truncate()
                table.insert_multiple(record_to_document(record) for record in records.values())
            with contextlib.suppress(OSError):
                self._journal.unlink(missing_ok=True)

    def _base(self) -> dict[str, ArticleRecord]:
        """The records in the index file. Raises LibraryError."""
        records: dict[str, ArticleRecord] = {}

        def read(tables: Tables) -> None:
            records.clear()
            for document in tables.get(Kind.INDEX, {}).values():
                record = record_from_document(document)
                records[record.key] = record

        with self._files.reading(Kind.INDEX, check=read) as database:
            return records if database.storage.read() else {}

    def _news(self, offset: int) -> tuple[dict[str, ArticleRecord], int, int]:
        """The records in the journal from an offset on, the journal's inode, and where it ends now.

        The last line of each article counts; lines that are torn are passed over. Raises NewerFormatError.
        """
        records: dict[str, ArticleRecord] = {}
        try:
            with self._journal.open("rb") as file:
                inode = os.fstat(file.fileno()).st_ino
                file.seek(offset)
                data = file.read()
        except OSError:
            return records, 0, 0
        for _, line in sound_lines(data):
            with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError):
                schema, document = json.loads(line)
                tables = lift(Kind.INDEX, {Kind.INDEX: {"1": document}}, schema, file_format.SCHEMA)
                record = record_from_document(tables[Kind.INDEX]["1"])
                records[record.key] = record
        return records, inode, offset + data.rfind(b"\n") + 1

    def _inode(self) -> int:
        look = _look(self._journal)
        return look[0] if look else 0


def _look(path: Path) -> Look:
    """What a file looks like."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a tenth of the cost of a Path's
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns
