import contextlib
import errno
import os
import resource
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from core.library import durable_files
from core.library.errors import LibraryError
from core.library.file_format import pack
from core.library.storage import Files, FileStorage, Kind

KEY = "0" * 64
NOTES = Kind("notes", {})


class Place:
    """One file with its copy, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.files = Files(folder)
        self.file = self.files.path(NOTES, KEY)
        self.backup = self.files.backup(NOTES, KEY)
        self.damaged = self.files.damaged
        self.damage = self.files.damage

    @contextlib.contextmanager
    def open(self) -> Iterator[TinyDB]:
        """The database; what is changed in it is committed at the end."""
        storage = FileStorage(self.files, NOTES, KEY)
        with TinyDB(storage=lambda: storage) as database:
            yield database
            storage.commit()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def notes(place: Place) -> list[str]:
    with place.open() as database:
        return [document["note"] for document in database]


def test_a_database_begins_empty_and_makes_no_file(place):
    assert notes(place) == []
    assert not place.file.parent.exists()


def test_tinydb_works_on_it_as_on_any_storage(place):
    with place.open() as database:
        database.insert({"note": "eins"})
        database.insert_multiple([{"note": "zwei"}, {"note": "drei"}])
        database.update({"note": "ZWEI"}, where("note") == "zwei")
        database.remove(where("note") == "eins")
        database.table("other").insert({"note": "anderswo"})
    assert notes(place) == ["ZWEI", "drei"]
    with place.open() as database:
        assert database.tables() == {"_default", "other"}
    assert place.damage == []


def test_nothing_but_the_file_and_its_copy_is_left(place, tmp_path):
    with place.open() as database:
        database.insert({"note": "eins"})
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == [place.backup, place.file]
    assert place.backup.read_bytes() == place.file.read_bytes()


def test_folders_are_for_their_owner_alone(place):
    with place.open() as database:
        database.insert({"note": "eins"})
    assert stat.S_IMODE(place.file.parent.stat().st_mode) == 0o700


def test_content_is_on_disk_before_it_gets_its_name_and_the_name_before_the_return(place, monkeypatch):
    place.file.parent.mkdir()
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        fsync(descriptor)

    def noted_replace(self: Path, target: Path) -> Path:
        steps.append(f"name {target.parent.name}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    durable_files.write(place.file, b"x")
    assert steps == ["content", "name notes", "folder"]


def test_changes_are_written_together_at_the_end_and_not_at_all_when_one_fails(place):
    with place.open() as database:
        database.insert({"note": "eins"})
        assert not place.file.exists()

    def insert_and_fail(database: TinyDB) -> None:
        database.insert({"note": "zwei"})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), place.open() as database:
        insert_and_fail(database)
    assert notes(place) == ["eins"]


def test_a_change_is_told_before_and_after(tmp_path):
    files, told = Files(tmp_path), []

    @contextlib.contextmanager
    def watcher(kind, key):
        told.append((kind, key, files.path(kind, key).exists()))
        yield
        told.append((kind, key, files.path(kind, key).exists()))

    files.watchers.append(watcher)
    with files.reading(NOTES, KEY) as database:
        assert database.all() == []
    with files.changing(NOTES, KEY) as database:
        database.insert({"note": "eins"})
        assert told == [(NOTES, KEY, False)]
    assert told == [(NOTES, KEY, False), (NOTES, KEY, True)]


def cut(content: bytes) -> list[bytes]:
    return [content[: len(content) * part // 20] for part in range(20)]


@pytest.mark.parametrize("part", range(20))
def test_a_file_cut_off_anywhere_is_replaced_by_its_copy_and_kept(place, part):
    with place.open() as database:
        for number in range(5):
            database.insert({"note": f"Größe {number}"})
    broken = cut(place.file.read_bytes())[part]
    place.file.write_bytes(broken)
    assert notes(place) == [f"Größe {number}" for number in range(5)]
    (damage,) = place.damage
    assert damage.restored
    assert damage.kept is not None
    assert damage.kept.read_bytes() == broken
    assert damage.kept.parent == place.damaged
    assert damage.message.endswith(f" Its last good copy is used. The damaged file is kept as {damage.kept}.")
    assert "\n" not in damage.message
    assert place.file.read_bytes() == place.backup.read_bytes()
    assert notes(place) == [f"Größe {number}" for number in range(5)]
    assert len(place.damage) == 1


def test_with_both_copies_damaged_both_are_kept_and_a_new_file_begins(place):
    with place.open() as database:
        database.insert({"note": "eins"})
    place.file.write_bytes(b"nonsense 1")
    place.backup.write_bytes(b"nonsense 2")
    assert notes(place) == []
    (damage,) = place.damage
    assert not damage.restored
    assert {path.read_bytes() for path in place.damaged.iterdir()} == {b"nonsense 1", b"nonsense 2"}
    with place.open() as database:
        database.insert({"note": "neu"})
    assert notes(place) == ["neu"]


def test_a_damaged_copy_is_no_matter_while_the_file_is_sound(place):
    with place.open() as database:
        database.insert({"note": "eins"})
    place.backup.write_bytes(b"nonsense")
    assert notes(place) == ["eins"]
    assert place.damage == []


def test_a_file_that_is_missing_comes_back_from_its_copy(place):
    with place.open() as database:
        database.insert({"note": "eins"})
    place.file.unlink()
    assert notes(place) == ["eins"]
    (damage,) = place.damage
    assert damage.kept is None
    assert damage.restored
    assert damage.message.endswith(" was missing. Its last good copy is used.")
    assert place.file.exists()


def test_damage_that_cannot_be_put_aside_is_never_written_over(place, monkeypatch):
    with place.open() as database:
        database.insert({"note": "eins"})
    place.file.write_bytes(b"nonsense")
    place.damaged.write_bytes(b"a file where the folder should be")
    assert notes(place) == ["eins"]
    with pytest.raises(LibraryError, match="could not be put aside"), place.open() as database:
        database.insert({"note": "zwei"})
    assert place.file.read_bytes() == b"nonsense"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "cannot be written"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_says_so_in_a_sentence_and_changes_nothing(place, monkeypatch, number, said, step):
    with place.open() as database:
        database.insert({"note": "eins"})
    before = place.file.read_bytes()

    def fail(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(LibraryError, match=rf"{said}.*\.$"), place.open() as database:
        database.insert({"note": "zwei"})
    monkeypatch.undo()
    assert place.file.read_bytes() == before
    assert list(place.file.parent.iterdir()) == [place.file]
    assert notes(place) == ["eins"]


def test_a_write_that_no_longer_fits_leaves_the_old_file(place):
    """A limit on the size of files stands in for a full disk: the write breaks off in its middle."""
    with place.open() as database:
        database.insert({"note": "eins"})
    before = place.file.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(LibraryError, match="disk is full"), place.open() as database:
            database.insert({"note": "x" * 100_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert place.file.read_bytes() == before
    assert list(place.file.parent.iterdir()) == [place.file]
    with place.open() as database:
        database.insert({"note": "zwei"})
    assert notes(place) == ["eins", "zwei"]


def test_a_copy_that_cannot_be_written_does_not_fail_the_save(place):
    place.backup.parent.parent.mkdir()
    place.backup.parent.write_bytes(b"a file where the folder should be")
    with place.open() as database:
        database.insert({"note": "eins"})
    assert notes(place) == ["eins"]


def test_a_file_that_may_not_be_read_is_no_traceback(place):
    place.file.mkdir(parents=True)
    with place.open() as database, pytest.raises(LibraryError, match=r"cannot be read .*\.$"):
        database.all()


def test_a_value_that_json_cannot_hold_leaves_the_old_file(place):
    with place.open() as database:
        database.insert({"note": "eins"})
    with pytest.raises(TypeError), place.open() as database:
        database.insert({"note": {1, 2}})
    assert notes(place) == ["eins"]


def test_content_is_written_alike_whatever_the_locale(place, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    with place.open() as database:
        database.insert({"note": "„ä“"})
    assert "„ä“".encode() in place.file.read_bytes()
    assert place.file.read_bytes() == pack("notes", {"_default": {"1": {"note": "„ä“"}}})
