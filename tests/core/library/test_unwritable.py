"""Libraries that cannot be written, or not read either: what can be shown is, and the rest is refused in a sentence."""

import errno
from pathlib import Path

import pytest

from core.library import Library, LibraryError
from core.library.file_format import SCHEMA
from tests.core.library.conftest import make_article, note


def blocked(folder: Path) -> Library:
    """A library where no folder can be made, as on a read-only disk: also the superuser cannot write there."""
    folder.write_bytes(b"a file where the folder should be")
    return Library(folder)


def test_where_nothing_can_be_written_an_article_still_opens(folder, article):
    library = blocked(folder)
    shelf = library.open_article(article)
    assert shelf.warning is not None
    assert shelf.warning.endswith(".")
    assert (shelf.annotations, shelf.position, shelf.record.key) == ((), 0, article.key)
    assert library.tags() == ()
    library.save_position(article, 5)
    for refused in (
        lambda: library.annotations(article),
        lambda: library.save(article, note(article)),
        lambda: library.delete(article, "x"),
        library.articles,
    ):
        with pytest.raises(LibraryError, match=r"\.$"):
            refused()
    assert library.check().troubles


def test_a_disk_that_has_become_read_only_shows_what_is_there(folder, library, article, monkeypatch):
    saved = library.save(article, note(article))

    def fail(*args, **kwargs):
        raise OSError(errno.EROFS, "Read-only file system")

    def open_to_read(self, mode="r", *args, **kwargs):
        return open_any(self, mode, *args, **kwargs) if "r" in mode else fail()

    open_any = Path.open
    monkeypatch.setattr(Path, "open", open_to_read)
    monkeypatch.setattr(Path, "mkdir", fail)
    monkeypatch.setattr(Path, "replace", fail)
    again = Library(folder)
    shelf = again.open_article(article)
    assert shelf.annotations == (saved,)
    assert shelf.warning is not None
    assert "cannot be written" in shelf.warning
    with pytest.raises(LibraryError, match=r"cannot be written.*\.$"):
        again.save(article, saved.edited(note="mehr"))
    monkeypatch.undo()
    assert Library(folder).annotations(article) == (saved,)


def test_in_a_library_that_cannot_be_written_a_new_version_still_shows_the_notes(
    folder, library, article, monkeypatch
):
    saved = library.save(article, note(article))

    def fail(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.library.durable_files.write", fail)
    monkeypatch.setattr("core.library.durable_files.append", fail)
    shelf = Library(folder).open_article(make_article(article.text + "\nNachtrag.\n"))
    assert shelf.warning is not None
    assert "disk is full" in shelf.warning
    assert [each.id for each in shelf.annotations] == [saved.id]


def test_a_library_of_a_newer_version_is_left_alone(folder, library, article, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr("core.library.file_format.SCHEMA", SCHEMA + 1)
        library.save(article, note(article))
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    again = Library(folder)
    shelf = again.open_article(article)
    assert shelf.warning is not None
    assert "newer Lesart" in shelf.warning
    for refused in (
        lambda: again.annotations(article),
        lambda: again.save(article, note(article)),
        lambda: again.delete(article, "x"),
        lambda: again.load_article(article.key),
        again.articles,
    ):
        with pytest.raises(LibraryError, match="newer Lesart"):
            refused()
    assert again.tags() == ()
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before


def test_what_keeps_a_library_from_being_written_is_told_in_a_sentence(tmp_path, library):
    assert library.obstacle() is None
    (tmp_path / "file").write_text("in the way")
    told = Library(tmp_path / "file" / "library").obstacle()
    assert told is not None
    assert told.endswith(".")
    assert str(tmp_path / "file" / "library") in told
