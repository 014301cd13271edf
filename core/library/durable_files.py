"""Atomic, durable writes, and locks: a file has either its old or its new content, whatever stops the writer."""

import concurrent.futures
import contextlib
import errno
import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from core.library.errors import LibraryError, explain, shown
from core.translation import _

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds to wait for another Lesart; a save takes about a hundredth of a second."""
_PAUSE = 0.004
"""Seconds between two attempts to get a lock."""
_TEMPORARY = ".tmp"
_AT_ONCE = 16
"""Files that wait for the disk together: it takes hardly longer for them than for one."""


def write(path: Path, content: bytes, *, durable: bool = True, by_way_of: Path | None = None) -> None:
    """Write `content` to `path` atomically, and create the folders that it needs.

    When this returns and `durable` is set, the content survives a power cut; without it, only the death of this
    process. It is first written to the folder `by_way_of`, which has to be on the same disk, or else beside `path`.
    Raises OSError with the old file untouched.
    """
    temporary = _beside(path, by_way_of)
    make_folder(path.parent)
    make_folder(temporary.parent)
    try:
        _put(temporary, content, durable)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        sync_folder(path.parent)


def write_all(contents: Mapping[Path, bytes], *, by_way_of: Path | None = None) -> None:
    """The same, durably, for many files: they wait for the disk together, and none is replaced before all are there.

    Raises OSError with the old files untouched, unless the disk fails while they get their names.
    """
    if len(contents) == 1:
        for path, content in contents.items():
            write(path, content, by_way_of=by_way_of)
        return
    temporary = {path: _beside(path, by_way_of) for path in contents}
    try:
        for folder in {each.parent for each in (*contents, *temporary.values())}:
            make_folder(folder)
        with concurrent.futures.ThreadPoolExecutor(_AT_ONCE) as several:
            list(several.map(_put, temporary.values(), contents.values()))
        for path, each in temporary.items():
            each.replace(path)
    except BaseException:
        for each in temporary.values():
            with contextlib.suppress(OSError):
                each.unlink()
        raise
    for folder in {path.parent for path in contents}:
        sync_folder(folder)


def _put(temporary: Path, content: bytes, durable: bool = True) -> None:
    """Write a file that has no other name yet."""
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        if durable:
            os.fsync(file.fileno())


def _beside(path: Path, by_way_of: Path | None) -> Path:
    """A new name for what is to become a file."""
    name = f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}{_TEMPORARY}"
    return (by_way_of or path.parent) / name


def append(path: Path, lines: bytes) -> None:
    """Add whole lines at the end of a file, new or not, handed to the system at once; does not wait for the disk.

    A line that a killed writer or a full disk left unfinished is closed first, so that it spoils none of these.
    Raises OSError, with possibly a part of the lines written.
    """
    make_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            lines = b"\n" + lines
        if os.write(descriptor, lines) != len(lines):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    finally:
        os.close(descriptor)


def move(path: Path, target: Path) -> None:
    """Rename a file durably, replacing what may be at `target`. Raises OSError."""
    path.replace(target)
    sync_folder(target.parent)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, on platforms that can open folders."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it durably, readable by their owner alone. Raises OSError."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def leftovers(folder: Path) -> Iterator[Path]:
    """Temporary files in a folder: left by a writer that was killed, unless one is at work now."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(_TEMPORARY):
                yield Path(entry.path)


class Locks:
    """Advisory locks by name in one folder, between threads and between programs.

    The system releases the locks of a process that dies.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._locks: dict[str, BaseFileLock] = {}
        self._guard = threading.Lock()

    @contextlib.contextmanager
    def hold(self, name: str, patience: float | None = None) -> Iterator[None]:
        """Keep everyone else out; the thread that holds the lock may take it again.

        Raises LibraryError when the lock cannot be had within `patience` seconds, PATIENCE if None.
        """
        # Takes longer to import than TinyDB, and reading needs no lock.
        from filelock import FileLock, Timeout

        path = self._folder / f".{name}.lock"
        seconds = PATIENCE if patience is None else patience
        with self._guard:
            # One lock object per path: sharing it is what lets a thread enter again.
            lock = self._locks.setdefault(name, FileLock(path))
        try:
            make_folder(self._folder)
            turn = lock.acquire(timeout=seconds, poll_interval=_PAUSE)
        except Timeout:
            raise LibraryError(
                _(
                    "Another program has kept {path} locked for {seconds:.0f} seconds, so nothing was saved: "
                    "close it and save again."
                ).format(path=shown(path), seconds=seconds)
            ) from None
        except OSError as error:
            raise explain(error, path) from error
        with turn:
            yield


def obstacle(folder: Path) -> str | None:
    """One sentence when nothing can be saved in a folder now, because of the disk or its permissions; else None."""
    probe = folder / ".probe"
    try:
        write(probe, b"x" * 4096, durable=False)
        probe.unlink()
    except OSError as error:
        return str(explain(error, probe))
    return None
