"""A TinyDB storage that cannot lose what it has confirmed."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from core.library import durable_files
from core.library.damage import Damage
from core.library.errors import LibraryError, explain, shown
from core.library.file_format import Tables, UnsoundError, pack, pack_lines, unpack

Lock = Callable[[], contextlib.AbstractContextManager[Any]]
"""Gives a context in which no other process or thread writes; may be entered again by the thread that is in it."""


class DurableJSONStorage(Storage):
    """One JSON file, replaced as a whole and durable when `write` returns, with a second copy beside it.

    Reading needs no lock, since a file is always whole. A read-modify-write does: take the lock around it. A file that
    fails its check is put aside under a name that says so, the copy takes its place, and `report` is told.
    """

    def __init__(
        self,
        file: Path,
        *,
        kind: str,
        backup: Path,
        damaged: Path,
        workshop: Path | None = None,
        lock: Lock = contextlib.nullcontext,
        verify: Callable[[Tables], None] | None = None,
        report: Callable[[Damage], object] | None = None,
        lines: bool = False,
    ) -> None:
        """`workshop` is a folder on the same disk to write in first; with `lines` a document is one line."""
        self._file = file
        self._kind = kind
        self._backup = backup
        self._damaged = damaged
        self._workshop = workshop
        self._lock = lock
        self._verify = verify
        self._report = report
        self._lines = lines
        self._blocked = False

    def read(self) -> Tables | None:
        """The tables, or None while there is no file. Raises LibraryError when the file cannot be read at all."""
        try:
            return self._load(self._file)
        except FileNotFoundError:
            if not self._backup.exists():
                return None
        except UnsoundError:
            pass
        try:
            with self._lock():
                return self._recover()
        except (LibraryError, OSError):
            return self._make_do()

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the tables. Raises LibraryError with the old file in place when that cannot be done."""
        if self._blocked:
            raise LibraryError(
                f"The library file {shown(self._file)} is damaged and could not be put aside, so nothing was saved."
            )
        content = (pack_lines if self._lines else pack)(self._kind, data)
        try:
            self._put(self._file, content)
        except OSError as error:
            raise explain(error, self._file) from error
        # The copy guards against damage to the file itself, so it is not worth a second wait for the disk.
        with contextlib.suppress(OSError):
            self._put(self._backup, content, durably=False)

    def _put(self, path: Path, content: bytes, *, durably: bool = True) -> None:
        """Write one of the two files. Raises OSError."""
        durable_files.make_folder(path.parent)
        if self._workshop is not None:
            durable_files.make_folder(self._workshop)
        durable_files.write(path, content, durable=durably, by_way_of=self._workshop)

    def _load(self, path: Path) -> Tables:
        """The tables in one of the two files. Raises FileNotFoundError, UnsoundError or LibraryError."""
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise LibraryError(f"The library file {shown(path)} cannot be read ({reason}).") from error
        return unpack(self._kind, content, self._verify)

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
            return self._load(self._file)
        except FileNotFoundError:
            pass
        except UnsoundError as error:
            reason = str(error)
        tables = self._copy()
        if reason:
            kept = self._put_aside(self._file, "")
        if tables is not None:
            self._put(self._file, self._backup.read_bytes())
        elif self._backup.exists():
            self._put_aside(self._backup, "-backup")
        self._tell(reason, kept, restored=tables is not None)
        return tables

    def _make_do(self) -> Tables | None:
        """What can be had where nothing can be repaired: the copy, read only."""
        self._blocked = True
        tables = self._copy()
        self._tell("it cannot be put aside", None, restored=tables is not None)
        return tables

    def _put_aside(self, path: Path, suffix: str) -> Path:
        """Move a file among the damaged ones, under its own name and the moment."""
        durable_files.make_folder(self._damaged)
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S.%f")
        target = self._damaged / f"{self._kind}-{self._file.stem}-{moment}{suffix}.json"
        while target.exists():  # A clock that was set back tells the same moment twice.
            target = target.with_name(f"{target.stem}x.json")
        durable_files.move(path, target)
        return target

    def _tell(self, reason: str, kept: Path | None, *, restored: bool) -> None:
        """Report what happened."""
        name = f"{self._file.parent.name}/{self._file.name}"
        what = (
            f"The library file {name} was damaged ({reason})"
            if reason
            else f"The library file {name} was missing"
        )
        use = "its last good copy is used" if restored else "there is no good copy, so it starts empty"
        end = f", and the damaged file is kept as {shown(kept)}" if kept else ""
        if self._report is not None:
            self._report(Damage(self._file, kept, restored, f"{what}; {use}{end}."))
