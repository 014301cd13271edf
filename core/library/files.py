"""Which file of the library holds what, and how to open it. File names come from article keys alone."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from core.library import durable_files
from core.library.damage import Damage
from core.library.durable_files import Locks
from core.library.file_format import Tables
from core.library.one_write import OneWrite
from core.library.records import (
    KEY,
    annotation_from_document,
    article_from_document,
    colour_from_document,
    deletion_from_document,
    record_from_document,
    tag_change_from_document,
)
from core.library.storage import DurableJSONStorage


class Kind(StrEnum):
    """Kinds of library files; each has its folder (those in `SINGLE` only a file), its table and its lock."""

    INDEX = "index"
    ARTICLES = "articles"
    ANNOTATIONS = "annotations"
    TAGS = "tags"
    ALIASES = "aliases"


SINGLE = frozenset({Kind.INDEX, Kind.TAGS, Kind.ALIASES})
"""Kinds of which there is one file only."""

DELETED = "deleted"
"""The table of deleted annotations, in the same file as those that are left."""


def _alias(document: dict[str, Any]) -> object:
    # Imported with the first alias: most libraries have none, and all are opened in a hurry.
    from core.library.alias_store import alias_from_document

    return alias_from_document(document)


_READERS: dict[Kind, dict[str, Callable[..., object]]] = {
    Kind.INDEX: {Kind.INDEX: record_from_document},
    Kind.ARTICLES: {Kind.ARTICLES: article_from_document},
    Kind.ANNOTATIONS: {Kind.ANNOTATIONS: annotation_from_document, DELETED: deletion_from_document},
    Kind.TAGS: {"colours": colour_from_document, "changes": tag_change_from_document},
    Kind.ALIASES: {Kind.ALIASES: _alias},
}


def verify(kind: Kind, tables: Tables) -> None:
    """Raise LookupError, TypeError or ValueError unless every document of that kind can be understood."""
    for table, reader in _READERS[kind].items():
        for document in tables.get(table, {}).values():
            reader(document)


class Files:
    """The files of one library. Nothing is made before something is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = folder / "damaged"
        self.damage: list[Damage] = []
        """What was found damaged since this object was made."""
        self._locks = Locks(folder)
        self._tidied: set[Kind] = set()
        self._guard = threading.Lock()

    def path(self, kind: Kind, key: str = "") -> Path:
        """Where a file lies; those of `SINGLE` kinds have no key. Raises ValueError for what is no key."""
        return self._path(self.folder, kind, key)

    def backup(self, kind: Kind, key: str = "") -> Path:
        """Where the copy of a file lies."""
        return self._path(self.folder / "backup", kind, key)

    def keys(self, kind: Kind) -> set[str]:
        """Keys of all files of a kind."""
        return _keys(self.folder / kind.value)

    def all_keys(self, kind: Kind) -> set[str]:
        """Keys of all files of a kind and of all their copies."""
        return self.keys(kind) | _keys(self.folder / "backup" / kind.value)

    @contextlib.contextmanager
    def reading(
        self, kind: Kind, key: str = "", check: Callable[[Tables], None] | None = None
    ) -> Iterator[TinyDB]:
        """The database in a file, empty where there is none. Raises LibraryError.

        `check` may look at the documents in place of the check that is usual for the kind.
        """
        with TinyDB(storage=OneWrite(partial(self._storage, kind, key, check))) as database:
            yield database

    @contextlib.contextmanager
    def changing(self, kind: Kind, key: str = "") -> Iterator[TinyDB]:
        """The database in a file while nobody else changes files of that kind.

        What is changed in it is written in one go at the end, unless an exception leaves the block. Raises
        LibraryError.
        """
        with self._locks.hold(kind.value):
            self._tidy(kind)
            storage = OneWrite(partial(self._storage, kind, key))
            with TinyDB(storage=storage) as database:
                yield database
                storage.commit()

    @contextlib.contextmanager
    def alone(self, kind: Kind, patience: float | None = None) -> Iterator[None]:
        """Nobody else changes files of that kind meanwhile; waits that many seconds for it. Raises LibraryError."""
        with self._locks.hold(kind.value, patience):
            yield

    @staticmethod
    def _path(root: Path, kind: Kind, key: str) -> Path:
        if kind in SINGLE:
            return root / f"{kind.value}.json"
        if not KEY.fullmatch(key):
            raise ValueError("an article key has 64 hexadecimal digits")
        return root / kind.value / f"{key}.json"

    def _storage(
        self, kind: Kind, key: str, check: Callable[[Tables], None] | None = None
    ) -> DurableJSONStorage:
        return DurableJSONStorage(
            self.path(kind, key),
            kind=kind.value,
            backup=self.backup(kind, key),
            damaged=self.damaged,
            workshop=self._workshop(kind),
            lock=partial(self._locks.hold, kind.value),
            verify=check or partial(verify, kind),
            report=self.damage.append,
            lines=kind is Kind.INDEX,
        )

    def _workshop(self, kind: Kind) -> Path:
        """Where files of a kind are written before they get their place: a folder that stays small."""
        return self.folder / "unfinished" / kind.value

    def _tidy(self, kind: Kind) -> None:
        """Remove what killed writers left, once. To be called with the lock held: so nobody is writing."""
        with self._guard:
            if kind in self._tidied:
                return
            self._tidied.add(kind)
        for path in durable_files.leftovers(self._workshop(kind)):
            with contextlib.suppress(OSError):
                path.unlink()


def _keys(folder: Path) -> set[str]:
    """Article keys that files in a folder are named after."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - a tenth of the cost of making paths
    except OSError:
        return set()
    return {name[:64] for name in names if len(name) == 69 and name.endswith(".json") and KEY.match(name)}
