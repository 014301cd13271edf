"""The index: one line per article, so that the library can be listed without opening every file.

Every opening of an article changes its line, and must not get slower as the library grows. So changes are added to a
journal beside the index, which is folded into the index once it has become long. Everything but the moment of the last
opening is in the files of the articles too: a journal that is lost or torn loses no article.

The first screen of a large library need not wait for the whole index: the articles opened last are remembered in a
small file in the cache.
"""

import contextlib
import json
import os
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from core.library import durable_files, file_format
from core.library.errors import LibraryError, explain
from core.library.file_format import Tables, lift, pack, unpack
from core.library.records import INDEX, ArticleRecord, record_from_document, record_to_document
from core.library.sealed_lines import seal, sound_lines
from core.library.storage import Files, FileStorage

_SHORT = 64 * 1024
"""Bytes up to which a journal is not folded in, however small the index is."""
_FIRST = 100
"""Articles remembered for the first screen: more than it shows."""
_RECENT = "recent"

Look = tuple[int, ...]
"""Inode, size and time of change of a file: what tells that it is as it was read. Empty if there is none."""


@dataclass(frozen=True, slots=True)
class State:
    """How far the index has been read."""

    base: Look
    """What the index file looked like."""
    journal: int
    """Inode of the journal, 0 if there was none."""
    offset: int
    """Bytes of the journal that were read."""


class Index:
    """The lines of all articles by key. Methods raise LibraryError unless they say otherwise."""

    def __init__(self, files: Files, recent: Path | None = None) -> None:
        """`recent` is where the articles opened last are remembered, None for not at all."""
        self._files = files
        self._file = files.path(INDEX)
        self._journal = files.folder / "index.journal"
        self._recent = recent
        self._records: dict[str, ArticleRecord] = {}
        self._state: State | None = None
        self._remembered: object = None
        self._guard = threading.Lock()

    def records(self) -> dict[str, ArticleRecord]:
        """All articles that are listed, by key: the same object until something was listed."""
        with self._guard:
            if self._state is not None and (news := self._since(self._state)) is not None:
                records, self._state = news
                if records:
                    self._records = {**self._records, **records}
                return self._records
            # The journal first: what is folded into the index meanwhile is then seen twice, not lost.
            base = _look(self._file)
            records, journal, offset = self._news(0)
            self._records = {**self._base(), **records}
            self._state = State(base, journal, offset) if base or journal else None
            return self._records

    def put(self, *records: ArticleRecord) -> None:
        """List articles, or list them anew."""
        lines = b"".join(
            seal(json.dumps([file_format.SCHEMA, record_to_document(record)]).encode()) for record in records
        )
        with self._files.locks.hold(INDEX.name):
            try:
                durable_files.append(self._journal, lines)
                size = self._journal.stat().st_size
            except OSError as error:
                raise explain(error, self._journal) from error
            base = _look(self._file)
            if size > max(_SHORT, base[1] // 4 if base else 0):
                with contextlib.suppress(LibraryError):
                    self.fold()

    def fold(self) -> None:
        """Take the journal into the index file."""
        with self._files.locks.hold(INDEX.name):
            with self._files.changing(INDEX) as database:
                records = {**self._base(), **self._news(0)[0]}
                table = database.table(INDEX.name)
                table.truncate()
                table.insert_multiple(record_to_document(record) for record in records.values())
            with contextlib.suppress(OSError):
                self._journal.unlink(missing_ok=True)

    def first(self) -> tuple[ArticleRecord, ...]:
        """The articles opened last, in order, if what was remembered of them still holds; else none. Never fails."""
        if self._recent is None:
            return ()
        try:
            document = unpack(_RECENT, self._recent.read_bytes())[_RECENT]["1"]
            base, journal, offset = document["state"]
            records = {
                each["key"]: replace(
                    record_from_document(each, each["annotations"]), versions=each["versions"]
                )
                for each in document["records"]
            }
            news = self._since(State(tuple(base), journal, offset))
        except (OSError, LookupError, TypeError, ValueError, LibraryError):
            return ()
        if news is None:
            return ()
        for key, record in news[0].items():
            known = records.pop(key, None) or records.pop(record.previous, None)
            records[key] = (
                replace(record, annotations=known.annotations, versions=known.versions) if known else record
            )
        return tuple(sorted(records.values(), key=lambda record: record.last_opened, reverse=True))[:_FIRST]

    def remember(self, records: Sequence[ArticleRecord]) -> None:
        """Remember the first of all articles, in their order, if that can be done.

        They must be those that `records` gave last.
        """
        first = tuple(records[:_FIRST])
        if self._recent is None or self._state is None or self._remembered == (first, self._state):
            return
        documents = [
            {**record_to_document(each), "annotations": each.annotations, "versions": each.versions}
            for each in first
        ]
        document = {"state": list(asdict(self._state).values()), "records": documents}
        with contextlib.suppress(OSError):
            content = pack(_RECENT, {_RECENT: {"1": document}}, indent=None)
            durable_files.write(self._recent, content, durable=False)
            self._remembered = first, self._state

    def _base(self) -> dict[str, ArticleRecord]:
        """The records in the index file."""
        records: dict[str, ArticleRecord] = {}

        def read(tables: Tables) -> None:
            records.clear()
            for document in tables.get(INDEX.name, {}).values():
                record = record_from_document(document)
                records[record.key] = record

        # What checks the documents keeps them too: each of ten thousand is looked at once.
        return records if FileStorage(self._files, INDEX, verify=read).read() else {}

    def _since(self, state: State) -> tuple[dict[str, ArticleRecord], State] | None:
        """What was listed since then, and how far that was read; None if everything has to be read again."""
        if _look(self._file) != state.base or (state.journal and self._inode() != state.journal):
            return None
        records, journal, offset = self._news(state.offset)
        # The journal may have been folded in between the two looks.
        return (records, State(state.base, journal, offset)) if _look(self._file) == state.base else None

    def _news(self, offset: int) -> tuple[dict[str, ArticleRecord], int, int]:
        """The records in the journal from an offset on, the journal's inode, and where it ends now.

        The last line of each article counts; lines that are torn are skipped. Raises NewerFormatError.
        """
        records: dict[str, ArticleRecord] = {}
        try:
            with self._journal.open("rb") as file:
                inode = os.fstat(file.fileno()).st_ino
                file.seek(offset)
                lines = file.readlines()
        except OSError:
            return records, 0, 0
        for line in sound_lines(lines):
            with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError):
                schema, document = json.loads(line)
                tables = lift(INDEX.name, {INDEX.name: {"1": document}}, schema, file_format.SCHEMA)
                record = record_from_document(tables[INDEX.name]["1"])
                records[record.key] = record
        return records, inode, offset + sum(len(line) for line in lines if line.endswith(b"\n"))

    def _inode(self) -> int:
        look = _look(self._journal)
        return look[0] if look else 0


def _look(path: Path) -> Look:
    try:
        status = os.stat(path)  # noqa: PTH116 - a tenth of the cost of a Path's
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns
