"""Keep the index in step with the files of the library.

Whoever changes a file through `Files` notes it down as pending first, and takes it into the index afterwards; a change
cut short is made up for by whoever looks next. Changes by other programs show in the folders: each kind of files has a
"look", its folder's moment of change, under which the index is known to be complete. If a folder looks different, its
files are compared with what is known of them, and those that differ are read again. Confirmed aliases hold in the index
as well: when others are confirmed, the analyses that have them are read again. So nothing depends on the index, which
is filled in the same way when it is new.
"""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar
from weakref import WeakMethod

from core.analysis import Analysis
from core.articles import Article
from core.library.errors import LibraryError, explain
from core.library.index import aliases, entries
from core.library.index.database import NAME, Database, is_damage
from core.library.index.intake import ANALYSES, Analysed, Intake, Put, Signature
from core.library.index.private_folders import clear_left_behind
from core.library.records import ANNOTATIONS, ARTICLES
from core.library.storage import KEY, Damage, Files, Kind
from core.translation import _

_BATCH = 200
"""Files that are taken in at a time while the index is filled."""
_ATTEMPTS = 3
"""How often an answer is sought from an index that turns out to be damaged."""

T = TypeVar("T")
Progress = Callable[[int, int], object]
"""Told how many files are taken in, and of how many."""


def _while_there(
    watcher: Callable[..., AbstractContextManager[None]],
) -> Callable[..., AbstractContextManager[None]]:
    """A method of somebody as one that does not hold them: files that hold who holds them would stay open."""
    method = WeakMethod(watcher)

    def watch(*changed: object) -> AbstractContextManager[None]:
        known = method()
        return contextlib.nullcontext() if known is None else known(*changed)

    return watch


class Upkeep:
    """Answers questions from an index that is up to date, as far as that can be seen at a glance."""

    def __init__(self, files: Files, intake: Intake) -> None:
        self._files = files
        self._intake = intake
        self._database = Database(files, self._say_made_anew)
        self._turn = threading.RLock()
        self._has_cleared = False
        self.progress: Progress | None = None
        """Told how far it is when much has to be taken in."""
        files.watchers.append(_while_there(self._following))

    def ask(self, work: Callable[[sqlite3.Connection], T], *, stale: bool = False) -> T:
        """What `work` finds in the index; with `stale`, as it is. Raises LibraryError."""
        return self._repaired(lambda: self._asked(work, stale))

    def keep_analysis(self, article: Article, analysis: Analysis) -> None:
        """Take in a new analysis if that can be done; its file is written already."""

        def put() -> None:
            self._take_in(ANALYSES, [article.key], (article, analysis))

        with contextlib.suppress(LibraryError):
            self._repaired(put)

    def keep_position(self, key: str, offset: int) -> None:
        """Take in where reading stopped, if that can be done."""

        def put() -> None:
            self._freshen()
            with self._database.writing() as database:
                if (number := entries.number_of(database, key)) is not None:
                    entries.put_position(database, number, offset)

        with contextlib.suppress(LibraryError):
            self._repaired(put)

    def look_closely(self) -> None:
        """Compare every file with what is known of it, whatever the folders look like. Raises LibraryError."""
        self._repaired(lambda: self._freshen(closely=True))

    def _asked(self, work: Callable[[sqlite3.Connection], T], stale: bool) -> T:
        if not stale:
            if (
                not self._has_cleared
            ):  # Not at once: what is asked first is what is known, before the first paint.
                self._has_cleared = True
                clear_left_behind()
            try:
                self._freshen()
            except sqlite3.Error as error:
                if is_damage(error):
                    raise
                if self._database.go_private(error):
                    self._freshen()
            if self._intake.newer is not None:
                raise self._intake.newer
        return work(self._database.connection())

    def _repaired(self, work: Callable[[], T]) -> T:
        for attempt in range(_ATTEMPTS):
            try:
                return work()
            except sqlite3.Error as error:
                if attempt == _ATTEMPTS - 1 or not is_damage(error):
                    message = _("The index of the library cannot be used now ({error}); try again.").format(
                        error=error
                    )
                    raise LibraryError(message) from error
                self._database.discard()
        raise AssertionError("the last attempt ends it")

    def _say_made_anew(self) -> None:
        message = _(
            "The index of the library was damaged; it is made anew from the articles, and nothing is lost."
        )
        self._files.damage.append(Damage(self._files.folder / NAME, None, True, message))

    # Following what this program changes

    @contextlib.contextmanager
    def _following(self, kind: Kind, *keys: str) -> Iterator[None]:
        """Entered before files are changed, and left once they are."""
        if kind.name not in self._intake.kinds:
            yield
            return
        before = _look(self._intake.folder(kind.name))
        with contextlib.suppress(sqlite3.Error, LibraryError), self._database.writing() as database:
            database.executemany(
                "INSERT OR IGNORE INTO pending VALUES (?, ?)", [(kind.name, key) for key in keys]
            )
        for key in keys if kind.name == ANNOTATIONS.name else ():
            with contextlib.suppress(sqlite3.Error, LibraryError, ValueError):
                self._intake.note_before(self._database.connection(), key, self._signature(kind.name, key))
        yield
        with contextlib.suppress(LibraryError):
            self._repaired(lambda: self._follow(kind.name, keys, before))

    def _follow(self, kind: str, keys: Sequence[str], before: str) -> None:
        read = [self._known(kind, key) for key in keys]
        after = _look(self._intake.folder(kind))
        with self._database.writing() as database:
            for put in read:
                put(database)
            # Only if nothing had happened to the folder before is nothing but this new in it.
            database.execute("UPDATE looks SET look = ? WHERE kind = ? AND look = ?", (after, kind, before))
            database.executemany(
                "DELETE FROM pending WHERE kind = ? AND key = ?", [(kind, key) for key in keys]
            )

    # Finding out what else has changed

    def _freshen(self, closely: bool = False) -> None:
        """Take in what has changed."""
        connection = self._database.connection()
        if connection.in_transaction:
            return
        looks = dict(connection.execute("SELECT kind, look FROM looks"))
        changed = [
            kind
            for kind in self._intake.kinds
            if closely or looks.get(kind) != _look(self._intake.folder(kind))
        ]
        pending = connection.execute("SELECT kind, key FROM pending").fetchall()
        known = aliases.in_words(now := self._intake.aliases.now())
        if not changed and not pending and looks.get(aliases.LOOK, "[]") == known:
            return
        with self._turn:
            for kind, key in pending:
                self._take_in(kind, [key])
                with self._database.writing() as database:
                    database.execute("DELETE FROM pending WHERE kind = ? AND key = ?", (kind, key))
            for kind in changed:
                self._compare(kind, new=kind not in looks)
            if looks.get(aliases.LOOK, "[]") != known:
                # A new index has just been filled with them.
                different = aliases.changed(looks.get(aliases.LOOK, ""), now) if looks else ()
                self._take_in_aliases(aliases.articles_with(connection, different, entries.FIELD), known)

    def _take_in_aliases(self, keys: Sequence[str], known: str) -> None:
        """Read the analyses of some articles again, whose actors have other names by the aliases `known` now."""
        for at in range(0, len(keys), _BATCH):
            if self.progress is not None and len(keys) > _BATCH:
                self.progress(at, len(keys))
            self._take_in(ANALYSES, keys[at : at + _BATCH])
        with self._database.writing() as database:
            database.execute("INSERT OR REPLACE INTO looks VALUES (?, ?)", (aliases.LOOK, known))

    def _compare(self, kind: str, new: bool) -> None:
        """Read what differs from what is known of it, and forget what is gone."""
        look = _look(self._intake.folder(kind))
        database = self._database.connection()
        rows = database.execute("SELECT key, modified, size FROM files WHERE kind = ?", (kind,))
        known = {key: (modified, size) for key, modified, size in rows}
        differing: list[tuple[Signature, str]] = []
        for key, signature in self._signatures(kind):
            if known.pop(key, None) != signature:
                differing.append((signature, key))
        # In the order in which they were written, which is that of numbers then.
        differing.sort()
        keys = [*(key for _, key in differing), *known]
        for at in range(0, len(keys), _BATCH):
            if self.progress is not None and len(keys) > _BATCH:
                self.progress(at, len(keys))
            self._take_in(kind, keys[at : at + _BATCH])
        put = self._intake.positions() if kind == ARTICLES.name and new else None
        with self._database.writing() as database:
            if put is not None:
                put(database)
            database.execute("INSERT OR REPLACE INTO looks VALUES (?, ?)", (kind, look))

    def _signatures(self, kind: str) -> Iterator[tuple[str, Signature]]:
        """What every file of a kind looks like. Raises LibraryError for what is no folder."""
        folder = self._intake.folder(kind)
        keys: set[str] = set()
        try:
            with os.scandir(folder) as found:
                for entry in found:
                    key = entry.name[:-5]
                    if entry.name.endswith(".json") and KEY.fullmatch(key):
                        with contextlib.suppress(FileNotFoundError):
                            status = entry.stat()
                            keys.add(key)
                            yield key, (status.st_mtime_ns, status.st_size)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise explain(error, folder / "index") from error
        if kind != ANALYSES:
            # A file that is gone while its copy is there is restored when it is read.
            with contextlib.suppress(OSError):
                for name in os.listdir(self._files.folder / "backup" / kind):  # noqa: PTH208 - a tenth of the cost
                    if name.endswith(".json") and KEY.fullmatch(name[:-5]) and name[:-5] not in keys:
                        yield name[:-5], (0, 0)

    # Taking in

    def _take_in(self, kind: str, keys: Iterable[str], given: Analysed | None = None) -> None:
        read = [self._known(kind, key, given) for key in keys]
        with self._database.writing() as database:
            for put in read:
                put(database)

    def _known(self, kind: str, key: str, given: Analysed | None = None) -> Put:
        """What puts a file, and what it looks like, into the index."""
        signature = self._signature(kind, key)
        put = self._intake.read(kind, key, given, signature)
        if signature is None:
            signature = self._signature(kind, key)  # It may have been restored meanwhile.

        def known(database: sqlite3.Connection) -> None:
            put(database)
            if signature is None:
                database.execute("DELETE FROM files WHERE kind = ? AND key = ?", (kind, key))
            else:
                database.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (kind, key, *signature))

        return known

    def _signature(self, kind: str, key: str) -> Signature | None:
        try:
            status = os.stat(self._intake.folder(kind) / f"{key}.json")  # noqa: PTH116 - a tenth of a Path's cost
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size


def _look(folder: Path) -> str:
    """What tells that no name in a folder has changed; "none" for one that is not there."""
    try:
        status = os.stat(folder)  # noqa: PTH116 - a tenth of the cost of a Path's
    except OSError:
        return "none"
    return f"{status.st_ino} {status.st_mtime_ns}"
