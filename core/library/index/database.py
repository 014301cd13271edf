"""The SQLite file of the index: a connection per thread, and a new file in place of one that is of no use."""

import contextlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from weakref import WeakMethod

from core.library.errors import LibraryError
from core.library.feed_folders import feeds_meant
from core.library.feed_store import Feed, FeedStore, articles_of, feeds_called
from core.library.index.private_folders import make_private_folder
from core.library.index.schema import FORM, TABLES
from core.library.index.terms import spell_name
from core.library.storage import Files

NAME = "index.sqlite3"
_LOCK = "index"
Meant = Callable[[Sequence[Feed], str], list[Feed]]
"""Finds the feeds that somebody means."""
_PATIENCE = 10.0
"""Seconds to wait for another Lesart that is writing."""
_UNFIT = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_PERM", "SQLITE_IOERR", "SQLITE_BUSY")
"""What SQLite says, at the beginning, of a file that cannot be used now though nothing is wrong with it."""
_TORN = ("SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS")
"""What it says of one that was cut off."""


class _Held:
    """A connection that is closed as soon as nobody holds this.

    A connection of Python 3.11 is held by a cache of its own: left to the collector, its files would stay open.
    """

    def __init__(self, connection: sqlite3.Connection, place: tuple[Path, int]) -> None:
        self.connection = connection
        self.place: tuple[Path, int] | None = place
        """The file and its inode; None once it is of no use."""

    def __del__(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            if not self.connection.in_transaction:
                self.connection.close()


class Database:
    """The index file of one library. Where it cannot be written, a private one takes its place until the end."""

    def __init__(self, files: Files, made_anew: Callable[[], object]) -> None:
        """`made_anew`, a method of who holds this, is called when a file that was there turned out to be damaged."""
        self._files = files
        self._file = files.folder / NAME
        self._made_anew = WeakMethod(made_anew)
        self._private: Path | None = None
        self._own = threading.local()
        self._guard = threading.Lock()
        self._making = threading.Lock()
        """Held by the thread that makes a private file, which all threads share."""

    def connection(self) -> sqlite3.Connection:
        """The connection of this thread to the file that is there now, with all tables. Raises sqlite3.Error."""
        file = self._place()
        inode = _inode(file)
        held: _Held | None = getattr(self._own, "held", None)
        if held is not None and held.place == (file, inode) and inode:
            return held.connection
        try:
            connection = self._open(file)
        except (sqlite3.Error, LibraryError) as error:
            if file == self._private or (isinstance(error, sqlite3.Error) and is_damage(error)):
                raise
            self._private = make_private_folder(self) / NAME
            file, connection = self._private, self._open(self._private)
        connection.create_function("spelt", 1, spell_name, deterministic=True)
        # A connection must not hold what holds it: the collector does not look into it, and it would stay open.
        for name, meant in (("feed_articles", feeds_called), ("folder_articles", feeds_meant)):
            connection.create_function(name, 1, partial(_feed_articles, self._files.folder, meant))
        self._own.held = _Held(connection, (file, _inode(file)))
        return connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, which is undone when an exception leaves the block."""
        connection = self.connection()
        if connection.in_transaction:  # A part of one that was begun already.
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    def go_private(self, error: sqlite3.Error) -> bool:
        """Use a private file from now on if an error says that the library's cannot be written by this user."""
        name = getattr(error, "sqlite_errorname", "")
        if self._private is not None or not name.startswith(
            ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
        ):
            return False
        self._private = make_private_folder(self) / NAME
        return True

    def discard(self) -> None:
        """Remove a damaged file, so that the next connection makes a new one."""
        held: _Held | None = getattr(self._own, "held", None)
        place, inode = (held and held.place) or (self._place(), _inode(self._place()))
        if held is not None:
            held.place = None
        if place == self._private:
            self._private = None
            return
        with contextlib.suppress(LibraryError), self._files.locks.hold(_LOCK):
            if _inode(place) != inode:
                return  # Somebody else was quicker.
            self._remove(place)
            if (made_anew := self._made_anew()) is not None:
                made_anew()

    def _place(self) -> Path:
        if self._private is not None:
            return self._private
        if not self._files.folder.is_dir():
            with self._guard:  # Nothing is made in a library before something is written to it.
                return self._private_until_there()
        return self._file

    def _private_until_there(self) -> Path:
        place = getattr(self, "_waiting", None)
        if place is None:
            place = self._waiting = make_private_folder(self) / NAME
        return place

    def _open(self, file: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(file, _PATIENCE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        if _form(connection) != FORM:
            connection.close()
            connection = self._make(file)
        return connection

    def _make(self, file: Path) -> sqlite3.Connection:
        """A new file, unless somebody else has just made it."""
        with self._files.locks.hold(_LOCK) if file == self._file else self._making:
            connection = sqlite3.connect(file, _PATIENCE, isolation_level=None, check_same_thread=False)
            if _form(connection) == FORM:
                return connection
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                connection.close()
                self._remove(file)
                connection = sqlite3.connect(file, _PATIENCE, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version = {FORM}; COMMIT;")
            return connection

    @staticmethod
    def _remove(file: Path) -> None:
        for ending in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                file.with_name(file.name + ending).unlink()


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is of no use, not that it cannot be used now."""
    name = getattr(error, "sqlite_errorname", "")
    if name in _TORN:
        return True
    if isinstance(error, sqlite3.OperationalError) and name == "SQLITE_ERROR":
        return str(error).startswith("no such table")
    return isinstance(error, sqlite3.DatabaseError) and not name.startswith(_UNFIT)


def _form(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def _inode(file: Path) -> int:
    try:
        return file.stat().st_ino
    except OSError:
        return 0


def _feed_articles(folder: Path, meant: Meant, words: str) -> str:
    """The keys of the articles of the feeds meant, as JSON: they are kept with the feeds, not in the index."""
    with contextlib.suppress(LibraryError):
        return json.dumps(articles_of(meant(FeedStore(Files(folder)).all(), words)))
    return "[]"
