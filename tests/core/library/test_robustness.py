"""Whatever happens to disk, files and clock: a sentence, no traceback, and nothing else lost."""

import contextlib
import json
import os
import resource
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.annotations import Annotation, annotation
from core.library import Library, LibraryError
from tests.core.library.conftest import make_article, note
from tests.core.library.nonsense import spoilt

NOBODY = 65534
"""A user without rights of his own on most systems."""


@pytest.fixture
def filled(folder, library, quick):
    """A library with something in every kind of file; article, mark, and a second article."""
    article, other = make_article(), make_article("Kurz\n", "kurz.txt")
    saved = library.save(article, note(article))
    gone = library.save(article, note(article, "Tore"))
    library.delete(article, gone.id)
    library.save(other, note(other, "Kurz"))
    library.change_tags(["nirgends"], "irgendwo")
    library.set_tag_colour("hafen", "blue")
    library.open_article(article)
    library.open_article(other)
    return article, saved, gone, other


def all_is_there(folder, filled):
    article, saved, gone, other = filled
    library = Library(folder)
    assert library.annotations(article) == (saved,)
    assert [each.annotation for each in library.deletions()] == [gone]
    assert {record.key for record in library.articles()} == {article.key, other.key}
    assert library.load_article(article.key) == article
    assert dict(library.tags())["hafen"] == 2
    assert library.open_article(other).warning is None
    assert all(damage.message.endswith(".") and "\n" not in damage.message for damage in library.damage)


def named(folder, article):
    return {
        "index": folder / "index.sqlite3",
        "state": folder / "states" / f"{article.key}.json",
        "article": folder / "articles" / f"{article.key}.json",
        "annotations": folder / "annotations" / f"{article.key}.json",
        "tags": folder / "tags.json",
    }


@pytest.mark.parametrize("kind", ["index", "state", "article", "annotations", "tags"])
def test_a_file_cut_off_at_any_of_50_places_loses_nothing(folder, filled, kind):
    path = named(folder, filled[0])[kind]
    whole = path.read_bytes()
    for part in range(50):
        path.write_bytes(whole[: len(whole) * part // 50])
        all_is_there(folder, filled)
        assert Library(folder).tag_colours() == {"hafen": "blue"}
        path.write_bytes(whole)


@pytest.mark.parametrize("kind", ["state", "tags"])
def test_any_value_replaced_by_nonsense_loses_nothing_else(folder, filled, kind):
    path = named(folder, filled[0])[kind]
    whole = path.read_text("utf-8")
    sound = json.loads(whole)
    for content in spoilt(sound):
        path.write_text(content, "utf-8")
        all_is_there(folder, filled)


def test_tags_written_over_by_hand_with_nonsense_are_at_worst_refused_in_a_sentence(folder, filled):
    path = folder / "tags.json"
    sound = json.loads(path.read_text("utf-8"))
    del sound["lesart"]["sha256"], sound["lesart"]["documents"]
    for content in spoilt(sound):
        path.write_text(content, "utf-8")
        library = Library(folder)
        with contextlib.suppress(LibraryError):
            library.tag_colours()
        library.tags()
        assert library.annotations(filled[0]) == (filled[1],)


def test_a_clock_set_back_loses_nothing(folder, filled, monkeypatch):
    """Ten years ago: saves, deletions, versions and damage put aside all work, and are told apart."""
    article, saved, gone, _ = filled
    monkeypatch.setattr(annotation, "datetime", _TenYearsAgo)
    library = Library(folder)
    late = library.save(article, Annotation.new(None, ("früher",)))
    assert late.created < saved.created
    again = library.save(article, saved.edited(note="geändert"))
    newer = make_article(article.text + "\nNachtrag.\n")
    shelf = library.open_article(newer)
    assert {each.id for each in shelf.annotations} == {late.id, again.id}
    assert library.undelete(article.key, gone.id) == gone
    assert {each.id for each in Library(folder).annotations(article)} == {late.id, again.id, gone.id}
    assert [found.id for found in Library(folder).search("#früher")] == [late.id]


class _TenYearsAgo(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime(2016, 1, 1, tzinfo=UTC)


def test_damaged_files_put_aside_at_one_moment_do_not_replace_each_other(folder, filled, monkeypatch):
    monkeypatch.setattr("core.library.storage.datetime", _TenYearsAgo)
    path = named(folder, filled[0])["annotations"]
    for number in range(3):
        path.write_bytes(f"Unsinn {number}".encode())
        Library(folder).annotations(filled[0])
    kept = {each.read_bytes() for each in (folder / "damaged").iterdir()}
    assert kept == {b"Unsinn 0", b"Unsinn 1", b"Unsinn 2"}


@contextlib.contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """A disk on which no file becomes longer than that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def attempts(library, article, saved, gone):
    """Every kind of save."""
    return {
        "save": lambda: library.save(article, Annotation.new(None, ("neu",), "x" * 5000)),
        "edit": lambda: library.save(article, saved.edited(note="y" * 5000)),
        "delete": lambda: library.delete(article, saved.id),
        "undelete": lambda: library.undelete(article.key, gone.id),
        "first note on a new article": lambda: library.save(
            make_article("Neues " * 900), Annotation.new(None, ("neu",))
        ),
        "rename a tag": lambda: library.change_tags(["hafen"], "kai"),
        "colour a tag": lambda: library.set_tag_colour("kap", "red"),
    }


KINDS = ["save", "edit", "delete", "undelete", "first note on a new article", "rename a tag", "colour a tag"]


@pytest.mark.parametrize("size", [0, 1, 100, 300])
@pytest.mark.parametrize("kind", KINDS)
def test_on_a_full_disk_every_save_says_so_and_nothing_is_lost(folder, filled, kind, size):
    article, saved, gone, _ = filled
    library = Library(folder)
    with no_file_beyond(size):
        assert "disk is full" in (library.obstacle() or "")
        shelf = library.open_article(article)
        assert shelf.annotations == (saved,)
        if size == 0:
            assert shelf.warning is not None
            assert "disk is full" in shelf.warning
        with pytest.raises(LibraryError, match=r"disk is full.*\.$"):
            attempts(library, article, saved, gone)[kind]()
    all_is_there(folder, filled)
    assert Library(folder).obstacle() is None
    assert not list(folder.rglob(".*.tmp"))


@pytest.fixture
def read_only(filled, folder) -> Iterator[Path]:
    """The library in a folder that its reader may look at only, also where the tests are run by root."""
    place = Path(tempfile.mkdtemp())
    shutil.copytree(folder, place / "library")
    for path in (place, *place.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield place / "library"
    finally:
        if root:
            os.seteuid(0)
        for path in (place, *place.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(place)


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_read_only_folder_all_can_be_read_and_every_save_says_why_not(read_only, filled, kind):
    article, saved, gone, other = filled
    library = Library(read_only)
    assert "cannot be written" in (library.obstacle() or "")
    shelf = library.open_article(article)
    assert shelf.annotations == (saved,)
    assert shelf.warning is not None
    assert "cannot be written" in shelf.warning
    assert {record.key for record in library.articles()} == {article.key, other.key}
    assert dict(library.tags())["hafen"] == 2
    assert [found.id for found in library.search("frist hafen schweigt")] == []
    assert [each.annotation for each in library.deletions()] == [gone]
    with pytest.raises(LibraryError, match=r"cannot be written.*\.$"):
        attempts(library, article, saved, gone)[kind]()
    assert Library(read_only).annotations(article) == (saved,)
