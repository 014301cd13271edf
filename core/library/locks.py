"""Taking turns: between the threads of one Lesart and between several."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.library.durable_files import make_folder
from core.library.errors import LibraryError, explain, shown

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds to wait for another Lesart; a save takes about a hundredth of one."""
_PAUSE = 0.004
"""Seconds between two tries."""


class Locks:
    """Advisory locks by name in one folder. The system frees those of a process that dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._locks: dict[str, BaseFileLock] = {}
        self._guard = threading.Lock()

    @contextlib.contextmanager
    def hold(self, name: str, patience: float = PATIENCE) -> Iterator[None]:
        """Keep all others out; the thread that is in may enter again. Raises LibraryError when that cannot be had."""
        # Imported with the first save: it takes longer to import than TinyDB, and reading needs no lock.
        from filelock import Timeout

        path = self._folder / f".{name}.lock"
        try:
            make_folder(self._folder)
            turn = self._lock(path).acquire(timeout=patience, poll_interval=_PAUSE)
        except Timeout:
            raise LibraryError(
                f"Another program has kept {shown(path)} locked for {patience:.0f} seconds, so nothing was saved: "
                "close it and save again."
            ) from None
        except OSError as error:
            raise explain(error, path) from error
        with turn:
            yield

    def _lock(self, path: Path) -> "BaseFileLock":
        """The one lock object for a path: sharing it is what lets a thread enter again."""
        from filelock import FileLock

        with self._guard:
            if path.name not in self._locks:
                self._locks[path.name] = FileLock(path)
            return self._locks[path.name]
