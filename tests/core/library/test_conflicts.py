"""Second files of one article's annotations, which a sync tool leaves beside the first."""

import shutil

import pytest

from core.library import Library
from core.library.conflicts import annotations_in, key_of
from tests.core.library.conftest import note

NAMES = "{key}.sync-conflict-20260101-101010-ABCDEFG.json", "{key} (Laptop in Konflikt).json", "{key}-2.json"


@pytest.mark.parametrize("name", NAMES)
def test_a_second_file_with_something_new_is_named_until_that_is_here(
    folder, library, article, tmp_path, name
):
    library.save(article, note(article, "Hafen"))
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    new = Library(other).save(article, note(article, "Tore", text="vom Laptop"))
    path = folder / "annotations" / name.format(key=article.key)
    shutil.copy(other / "annotations" / f"{article.key}.json", path)
    (trouble,) = Library(folder).check().troubles
    assert path.name in trouble
    assert "1 annotation that is not in the library" in trouble
    assert key_of(path) == article.key
    assert new in (annotations_in(path.read_bytes()) or ())
    Library(folder).save(article, new)
    assert Library(folder).check().troubles == ()


def test_an_older_file_put_over_a_newer_one_is_seen_by_its_backup(folder, library, article):
    library.save(article, note(article, "Hafen"))
    file = folder / "annotations" / f"{article.key}.json"
    older = file.read_bytes()
    library.save(article, note(article, "Tore"))
    file.write_bytes(older)
    (trouble,) = Library(folder).check().troubles
    assert "backup" in trouble


def test_the_next_save_leaves_a_newer_backup_and_opening_tells(folder, library, article, tmp_path):
    library.open_article(article)
    library.save(article, note(article, "Hafen"))
    file = folder / "annotations" / f"{article.key}.json"
    older = file.read_bytes()
    lost = library.save(article, note(article, "Tore", text="vom Abend"))
    file.write_bytes(older)
    late = Library(folder)
    (told,) = late.open_article(article).other_files
    assert "1 annotation that is not in the library" in told
    for words in ("Ada", "Arbeit"):
        late.save(article, note(article, words))
    (told,) = late.open_article(article).other_files
    (path,) = (path for path in (folder / "backup/annotations").iterdir() if path.stem != article.key)
    assert str(path) in told
    assert lost in (annotations_in(path.read_bytes()) or ())
    late.save(article, lost)
    assert late.open_article(article).other_files == ()
    assert Library(folder).check().troubles == ()


def test_a_save_cut_short_before_its_copy_leaves_nothing_behind(folder, library, article):
    kept = library.save(article, note(article, "Hafen"))
    copy = folder / "backup/annotations" / f"{article.key}.json"
    before = copy.read_bytes()
    library.save(article, kept.edited(note="später"))
    copy.write_bytes(before)
    late = Library(folder)
    assert late.open_article(article).other_files == late.check().troubles == ()
    late.save(article, note(article, "Tore"))
    assert [path.stem for path in copy.parent.iterdir()] == [article.key]


def test_a_conflict_copy_is_told_of_when_its_article_is_opened(folder, library, article, tmp_path):
    library.save(article, note(article, "Hafen"))
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    Library(other).save(article, note(article, "Tore", text="vom Laptop"))
    path = folder / "annotations" / NAMES[0].format(key=article.key)
    shutil.copy(other / "annotations" / f"{article.key}.json", path)
    (told,) = library.open_article(article).other_files
    assert path.name in told
    assert "lesart import" in told


def test_what_was_deleted_here_is_nothing_new(folder, library, article):
    gone = library.save(article, note(article, "Hafen"))
    file = folder / "annotations" / f"{article.key}.json"
    shutil.copy(file, file.with_name(f"{article.key}.sync-conflict-1.json"))
    library.delete(article, gone.id)
    assert Library(folder).check().troubles == ()


def test_a_file_of_another_program_holds_no_annotations():
    assert annotations_in(b'{"lesart": 1}') is None
    assert annotations_in(b"[]") is None


def test_opening_brings_up_to_date_a_copy_that_a_killed_writer_did_not_come_to(folder, library, article):
    library.open_article(article)
    library.save(article, note(article, "Hafen"))
    copy = folder / "backup" / "annotations" / f"{article.key}.json"
    older = copy.read_bytes()
    late = library.save(article, note(article, "Tore", text="eben noch"))
    for left in (older, b"zerschnitten", None):
        copy.unlink()
        if left is not None:
            copy.write_bytes(left)
        Library(folder).open_article(article)
        assert late in (annotations_in(copy.read_bytes()) or ())
    (folder / "annotations" / copy.name).unlink()
    assert late in Library(folder).annotations(article)
