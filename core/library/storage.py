"""The files of a library as TinyDB databases: which file holds what, changed in one transaction and never lost.

File names come from article keys alone. A file is replaced as a whole, and is durable when the transaction that changed
it ends. Beside it lies a second copy, which takes its place when something else has damaged or removed it.
"""

import contextlib
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from core.library import durable_files
from core.library.errors import LibraryError, explain, shown
from core.library.file_format import Document, Tables, UnsoundError, pack, unpack
from core.library.members import Members, pack_members, read_members
from core.system_errors import cause
from core.translation import _

KEY = re.compile("[0-9a-f]{64}")
"""What an article key looks like."""
_BRIEFLY = 0.5
"""Seconds to wait for a lock where nothing is lost without it."""
_HEADER = 256
"""Bytes at the beginning of a file that hold its header."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of library files. Its name is that of their folder, of their first table and of their lock."""

    name: str
    readers: Mapping[str, Callable[[Document], object]]
    """What makes sense of the documents in each table: raises LookupError, TypeError or ValueError on the others."""
    single: bool = False
    """Whether there is only one file of it, in place of one for each article."""
    many: bool = False
    """Whether a file may have thousands of documents, so that its last state is worth being kept in memory.

    They are not changed then: another one takes the place of each.
    """
    is_ahead: Callable[[Tables, Tables], bool] | None = None
    """Whether a copy, given first, holds what its file lacks; None if a copy is never worth more than its file."""

    def verify(self, tables: Tables) -> None:
        """Raise LookupError, TypeError or ValueError unless every document can be understood."""
        for table, read in self.readers.items():
            for document in tables.get(table, {}).values():
                read(document)


@dataclass(frozen=True, slots=True)
class Damage:
    """One library file that something else had damaged or removed, and what became of it."""

    file: Path
    """Where the file belongs."""
    kept: Path | None
    """Where the damaged file was put; None when it was missing or could not be moved."""
    restored: bool
    """Whether a good copy took its place."""
    message: str
    """One sentence for the reader."""


class Files:
    """The files of one library. Nothing is made before something is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = folder / "damaged"
        self.damage: list[Damage] = []
        """What was found damaged since this object was made."""
        self.locks = durable_files.Locks(folder)
        """Whoever changes files of a kind holds the lock of its name."""
        self.watchers: list[Callable[..., AbstractContextManager[None]]] = []
        """Entered, with the kind and the keys, before files are changed through this object, and left afterwards."""
        self.latest: Members | None = None
        """The state of a file of many documents that was read or written last."""
        self._tidied: set[str] = set()
        self._guard = threading.Lock()

    def path(self, kind: Kind, key: str = "") -> Path:
        """Where a file lies; those of single kinds have no key. Raises ValueError for what is not a key."""
        return _path(self.folder, kind, key)

    def backup(self, kind: Kind, key: str = "") -> Path:
        """Where the copy of a file lies."""
        return _path(self.folder / "backup", kind, key)

    def unfinished(self, kind: Kind) -> Path:
        """The folder in which files of a kind are written before they get their names: one that stays small."""
        return self.folder / "unfinished" / kind.name

    def keys(self, kind: Kind) -> set[str]:
        """Keys of all files of a kind."""
        return _keys(self.folder / kind.name)

    def all_keys(self, kind: Kind) -> set[str]:
        """Keys of all files of a kind and of all their copies."""
        return self.keys(kind) | _keys(self.folder / "backup" / kind.name)

    @contextlib.contextmanager
    def reading(self, kind: Kind, key: str = "") -> Iterator[TinyDB]:
        """The database in a file, empty if there is none. Raises LibraryError."""
        with TinyDB(self, kind, key, storage=FileStorage) as database:
            yield database

    @contextlib.contextmanager
    def changing(self, kind: Kind, key: str = "") -> Iterator[TinyDB]:
        """The database in a file while nobody else changes files of that kind.

        All changes are written together at the end, and none when an exception leaves the block. Raises LibraryError.
        """
        with self.changing_all(kind, (key,)) as databases:
            yield databases[key]

    @contextlib.contextmanager
    def changing_all(self, kind: Kind, keys: Iterable[str]) -> Iterator[dict[str, TinyDB]]:
        """The same for the databases in several files by key, which wait for the disk together. Raises LibraryError."""
        with self.locks.hold(kind.name):
            self._tidy(kind)
            storages = {key: FileStorage(self, kind, key) for key in keys}
            with contextlib.ExitStack() as entered:
                for watcher in self.watchers:
                    entered.enter_context(watcher(kind, *storages))
                databases = {key: _database(storage) for key, storage in storages.items()}
                yield databases
                commit(tuple(storages.values()), self.unfinished(kind))

    def renew_copy(self, kind: Kind, key: str = "") -> None:
        """Bring the copy of a file up to date if its writer was killed before doing so.

        Does nothing if that is not possible now: the next save does it too.
        """
        storage = FileStorage(self, kind, key)
        if storage.has_other_copy():
            with contextlib.suppress(LibraryError, OSError), self.locks.hold(kind.name, _BRIEFLY):
                storage.renew_copy()

    def _tidy(self, kind: Kind) -> None:
        """Remove what killed writers left, once. With the lock held nobody else is writing."""
        with self._guard:
            if kind.name in self._tidied:
                return
            self._tidied.add(kind.name)
        for path in durable_files.leftovers(self.unfinished(kind)):
            with contextlib.suppress(OSError):
                path.unlink()


class FileStorage(Storage):
    """One library file for TinyDB: read once, and changed in one transaction, which `commit` ends.

    Reading needs no lock, since a file is always whole. A change does: hold it from before the first `read`. A file
    that fails its check is put aside under a name that says so, its copy takes its place, and the damage is reported
    to `files`.
    """

    def __init__(self, files: Files, kind: Kind, key: str = "") -> None:
        self._files = files
        self._kind = kind
        self.file = files.path(kind, key)
        self._backup = files.backup(kind, key)
        self._tables: Tables | None = None
        self._is_read = self._is_changed = False
        self._is_blocked = False
        """Whether the file is damaged and could not be put aside: then nothing may be written over it."""
        self._latest: Members | None = None
        """What is packed, of a file of many documents."""

    def read(self) -> Tables | None:
        """The tables as changed so far, or None if there is no file. Raises LibraryError when it cannot be read."""
        if not self._is_read:
            self._tables = self._load_or_recover()
            self._is_read = True
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take over changed tables; they are held back until `commit`."""
        self._tables, self._is_read, self._is_changed = data, True, True

    def commit(self) -> None:
        """Replace the file if something was changed. Raises LibraryError with the old file in place."""
        commit((self,), self._files.unfinished(self._kind))

    def packed(self) -> bytes | None:
        """What is to be in the file; None if nothing was changed. Raises LibraryError."""
        if not self._is_changed or self._tables is None:
            return None
        if self._is_blocked:
            raise LibraryError(
                _(
                    "The library file {file} is damaged and could not be put aside, so nothing was saved."
                ).format(file=shown(self.file))
            )
        self._latest = (
            pack_members(self._kind.name, self._tables, self._files.latest) if self._kind.many else None
        )
        content = self._latest.content if self._latest is not None else pack(self._kind.name, self._tables)
        self._keep_newer_copy()
        return content

    def written(self, content: bytes) -> None:
        """Copy what was written to the file."""
        self._files.latest = self._latest or self._files.latest
        # The copy guards against damage to the file itself, so it is not worth a second wait for the disk.
        with contextlib.suppress(OSError):
            unfinished = self._files.unfinished(self._kind)
            durable_files.write(self._backup, content, durable=False, by_way_of=unfinished)
        self._is_changed = False

    def has_other_copy(self) -> bool:
        """Whether the copy, if there is one, is not that of the file as it is now; a quick look."""
        return _beginning(self.file) != _beginning(self._backup)

    def renew_copy(self) -> None:
        """Copy the file anew unless it is damaged, or its copy holds what it lacks. To be called with the lock held.

        Raises LibraryError and OSError.
        """
        try:
            content = self.file.read_bytes()
            file, copy = unpack(self._kind.name, content, self._kind.verify), self._copy()
        except (FileNotFoundError, UnsoundError):
            return
        if copy is None or self._kind.is_ahead is None or not self._kind.is_ahead(copy, file):
            unfinished = self._files.unfinished(self._kind)
            durable_files.write(self._backup, content, durable=False, by_way_of=unfinished)

    def _keep_newer_copy(self) -> None:
        """Give the copy another name if it holds what the file lacks, as when something put an older file in place.

        The two are written one after the other, so as a rule they begin with the same check sum.
        """
        if self._kind.is_ahead is None or not self.has_other_copy():
            return
        try:
            file, copy = self._load(self.file), self._load(self._backup)
        except (FileNotFoundError, UnsoundError, LibraryError):
            return
        if self._kind.is_ahead(copy, file):
            other = self._backup.with_name(f"{self._backup.stem}-{_moment()}{self._backup.suffix}")
            try:
                durable_files.move(self._backup, other)
            except OSError as error:
                raise explain(error, self._backup) from error

    def _load_or_recover(self) -> Tables | None:
        try:
            return self._load(self.file)
        except FileNotFoundError:
            if not self._backup.exists():
                return None
        except UnsoundError:
            pass
        try:
            with self._files.locks.hold(self._kind.name):
                return self._recover()
        except (LibraryError, OSError):
            # Nothing can be repaired: what the copy holds can still be read.
            self._is_blocked = True
            tables = self._copy()
            self._report(_("it cannot be put aside"), None, restored=tables is not None)
            return tables

    def _load(self, path: Path) -> Tables:
        """The tables in one of the two files. Raises FileNotFoundError, UnsoundError or LibraryError."""
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            reason = cause(error)
            raise LibraryError(
                _("The library file {path} cannot be read ({reason}).").format(
                    path=shown(path), reason=reason
                )
            ) from error
        return (self._unpack_members(content) if self._kind.many else None) or unpack(
            self._kind.name, content, self._kind.verify
        )

    def _unpack_members(self, content: bytes) -> Tables | None:
        """The tables in a file of many documents, which is not read again if it is as it was; None if it is unusual."""
        latest = self._files.latest
        if latest is None or latest.kind != self._kind.name or latest.content != content:
            latest = read_members(self._kind.name, content, self._kind.verify)
            self._files.latest = latest or self._files.latest
        return latest.tables() if latest is not None else None

    def _copy(self) -> Tables | None:
        """The tables in the backup, or None when there is no good one."""
        try:
            return self._load(self._backup)
        except (FileNotFoundError, UnsoundError):
            return None

    def _recover(self) -> Tables | None:
        """Put a damaged file aside and its copy in its place. To be called with the lock held."""
        kept: Path | None = None
        reason = ""
        try:
            return self._load(self.file)  # Another program may have repaired it meanwhile.
        except FileNotFoundError:
            pass
        except UnsoundError as error:
            reason = str(error)
        tables = self._copy()
        if reason:
            kept = self._put_aside(self.file, "")
        if tables is not None:
            content, unfinished = self._backup.read_bytes(), self._files.unfinished(self._kind)
            durable_files.write(self.file, content, by_way_of=unfinished)
        elif self._backup.exists():
            self._put_aside(self._backup, "-backup")
        self._report(reason, kept, restored=tables is not None)
        return tables

    def _put_aside(self, path: Path, suffix: str) -> Path:
        """Move a file to the damaged ones, under its own name and the moment."""
        folder = self._files.damaged
        durable_files.make_folder(folder)
        target = folder / f"{self._kind.name}-{self.file.stem}-{_moment()}{suffix}.json"
        while target.exists():  # A clock that was set back gives the same moment twice.
            target = target.with_name(f"{target.stem}x.json")
        durable_files.move(path, target)
        return target

    def _report(self, reason: str, kept: Path | None, *, restored: bool) -> None:
        name = f"{self.file.parent.name}/{self.file.name}"
        sentences = [
            _("The library file {name} was damaged ({reason}).")
            if reason
            else _("The library file {name} was missing."),
            _("Its last good copy is used.") if restored else _("There is no good copy, so it starts empty."),
            _("The damaged file is kept as {kept}.") if kept else "",
        ]
        message = " ".join(filter(None, sentences)).format(
            name=name, reason=reason, kept=shown(kept) if kept else ""
        )
        self._files.damage.append(Damage(self.file, kept, restored, message))


def commit(storages: Sequence[FileStorage], unfinished: Path) -> None:
    """Replace those files that were changed, by way of a folder. Raises LibraryError with the old ones in place."""
    ready = {each: content for each in storages if (content := each.packed()) is not None}
    if not ready:
        return
    try:
        contents = {each.file: content for each, content in ready.items()}
        durable_files.write_all(contents, by_way_of=unfinished)
    except OSError as error:
        raise explain(error, next(iter(ready)).file) from error
    for each, content in ready.items():
        each.written(content)


def _database(storage: FileStorage) -> TinyDB:
    return TinyDB(storage=lambda: storage)


def _moment() -> str:
    """Now, as it may stand in a file name."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S.%f")


def _beginning(path: Path) -> bytes:
    """The bytes of a file in which its check sum stands; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError:
        return b""


def _path(root: Path, kind: Kind, key: str) -> Path:
    if kind.single:
        return root / f"{kind.name}.json"
    if not KEY.fullmatch(key):
        raise ValueError("an article key has 64 hexadecimal digits")
    return root / kind.name / f"{key}.json"


def _keys(folder: Path) -> set[str]:
    """Article keys that files in a folder are named after."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - a tenth of the cost of making paths
    except OSError:
        return set()
    return {name[:64] for name in names if len(name) == 69 and name.endswith(".json") and KEY.match(name)}
