"""The articles opened last, remembered apart: the first screen of a large library need not wait for the rest."""

import contextlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from core.library import durable_files
from core.library.errors import LibraryError
from core.library.file_format import UnsoundError, pack, unpack
from core.library.index import Index, State
from core.library.records import ArticleRecord, record_from_document, record_to_document

MOST = 100
"""Articles remembered: more than one screen shows."""
_KIND = "recent"


class Recent:
    """Remembers the first articles of the list. It can be thrown away at any time."""

    def __init__(self, path: Path | None, index: Index) -> None:
        self._path = path
        self._index = index
        self._kept: object = None

    def load(self) -> tuple[ArticleRecord, ...]:
        """The articles opened last, in order, if what was remembered still holds; else none."""
        if self._path is None:
            return ()
        try:
            document = unpack(_KIND, self._path.read_bytes())[_KIND]["1"]
            base, journal, offset = document["state"]
            records = {
                each["key"]: replace(
                    record_from_document(each, each["annotations"]), versions=each["versions"]
                )
                for each in document["records"]
            }
            news = self._index.since(State(tuple(base), journal, offset))
        except (OSError, LookupError, TypeError, ValueError, UnsoundError, LibraryError):
            return ()
        if news is None:
            return ()
        for key, record in news[0].items():
            known = records.pop(key, None) or records.pop(record.previous, None)
            again = (
                replace(record, annotations=known.annotations, versions=known.versions) if known else record
            )
            records[key] = again
        return tuple(sorted(records.values(), key=lambda record: record.last_opened, reverse=True))[:MOST]

    def keep(self, records: Sequence[ArticleRecord]) -> None:
        """Remember the first of all articles, if that can be done; they must be those the index gave last."""
        first = tuple(records[:MOST])
        if self._path is None or self._index.state is None or self._kept == (first, self._index.state):
            return
        documents = [
            {**record_to_document(each), "annotations": each.annotations, "versions": each.versions}
            for each in first
        ]
        document = {"state": list(asdict(self._index.state).values()), "records": documents}
        with contextlib.suppress(OSError):
            durable_files.make_folder(self._path.parent)
            durable_files.write(self._path, pack(_KIND, {_KIND: {"1": document}}, indent=None), durable=False)
            self._kept = first, self._index.state
