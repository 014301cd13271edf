"""Which file of the library holds what, and how to open it. File names come from article keys alone."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Table

from core.library import durable
from core.library.envelope import Tables
from core.library.errors import Damage
from core.library.locks import Locks
from core.library.records import KEY, annotation_from_document, article_from_document, record_from_document
from core.library.storage import DurableJSONStorage


class Kind(StrEnum):
    """Kinds of library files; each has its folder (the index only a file), its table and its lock."""

    INDEX = "index"
    ARTICLES = "articles"
    ANNOTATIONS = "annotations"


_READERS: dict[Kind, Callable[..., object]] = {
    Kind.INDEX: record_from_document,
    Kind.ARTICLES: article_from_document,
    Kind.ANNOTATIONS: annotation_from_document,
}


def verify(kind: Kind, tables: Tables) -> None:
    """Raise LookupError, TypeError or ValueError unless every document of that kind can be understood."""
    for document in tables.get(kind, {}).values():
        _READERS[kind](document)


class Files:
    """The files of one library. Nothing is made before something is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = folder / "damaged"
        self.damage: list[Damage] = []
        """What was found damaged since this object was made."""
        self._locks = Locks(folder)
        self._tidied: set[Path] = set()
        self._guard = threading.Lock()

    def path(self, kind: Kind, key: str = "") -> Path:
        """Where a file lies; the index has no key. Raises ValueError for what is no key."""
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
    def reading(self, kind: Kind, key: str = "") -> Iterator[Table]:
        """The table in a file, empty where there is none. Raises LibraryError."""
        with TinyDB(storage=partial(self._storage, kind, key)) as database:
            yield database.table(kind.value)

    @contextlib.contextmanager
    def changing(self, kind: Kind, key: str = "") -> Iterator[Table]:
        """The table in a file while nobody else changes files of that kind. Raises LibraryError."""
        with self._locks.hold(kind.value), self.reading(kind, key) as table:
            self._tidy(self.path(kind, key).parent, self.backup(kind, key).parent)
            yield table

    @staticmethod
    def _path(root: Path, kind: Kind, key: str) -> Path:
        if kind is Kind.INDEX:
            return root / "index.json"
        if not KEY.fullmatch(key):
            raise ValueError("an article key has 64 hexadecimal digits")
        return root / kind.value / f"{key}.json"

    def _storage(self, kind: Kind, key: str) -> DurableJSONStorage:
        return DurableJSONStorage(
            self.path(kind, key),
            kind=kind.value,
            backup=self.backup(kind, key),
            damaged=self.damaged,
            lock=partial(self._locks.hold, kind.value),
            verify=partial(verify, kind),
            report=self.damage.append,
        )

    def _tidy(self, *folders: Path) -> None:
        """Remove what killed writers left in folders, once. To be called with the lock held: so nobody is writing."""
        for folder in folders:
            with self._guard:
                if folder in self._tidied:
                    continue
                self._tidied.add(folder)
            for path in durable.leftovers(folder):
                with contextlib.suppress(OSError):
                    path.unlink()


def _keys(folder: Path) -> set[str]:
    """Article keys that files in a folder are named after."""
    try:
        names = [path.stem for path in folder.glob("*.json")]
    except OSError:
        return set()
    return {name for name in names if KEY.fullmatch(name)}
