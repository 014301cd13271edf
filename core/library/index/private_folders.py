"""Folders of private index files, each of one process: gone with it, and if it is killed, cleared away by another.

Whoever has one holds a lock in it, which the system releases however its process ends.
"""

import contextlib
import os
import shutil
import stat
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # On Windows nothing is cleared away: there is no telling what is in use.
    fcntl = None  # type: ignore[assignment]

PREFIX = "lesart-index-"
LOCK = "in-use"


def make_private_folder(owner: object) -> Path:
    """A new folder, which goes with its owner or else with this process."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = None
    if fcntl is not None:
        # Under its own name the lock is always held, so that nobody finds it between making and taking.
        unready = folder / f"{LOCK}.new"
        lock = os.open(unready, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with contextlib.suppress(
            OSError
        ):  # Where a file system knows no locks, nobody clears the folder away.
            fcntl.flock(lock, fcntl.LOCK_EX)
            unready.rename(folder / LOCK)
    weakref.finalize(owner, _give_up, folder, lock)
    return folder


def clear_left_behind() -> None:
    """Remove the folders of processes that were killed. Takes a look at one folder, the system's for what is temporary.

    Only own folders, never one in use nor one that is being made, and nothing that a link leads to.
    """
    if fcntl is None:
        return
    for folder in _own_folders(Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)


def _own_folders(place: Path) -> Iterator[Path]:
    """This user's folders of private index files."""
    with contextlib.suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if not entry.name.startswith(PREFIX):
                continue
            with contextlib.suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid():
                    yield Path(entry.path)


def _give_up(folder: Path, lock: int | None) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if lock is not None:
        os.close(lock)
