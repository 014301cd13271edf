import contextlib
import errno
import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.annotations import Anchor, Annotation
from core.library import Library, LibraryError, locks
from core.library.envelope import SCHEMA
from core.library.files import Files
from core.library.index import Index
from tests.core.library.conftest import make_article


def note(article, words="Hafen", text="Frist?", tags=("hafen",)):
    start = article.text.index(words)
    return Annotation.new(Anchor.of(article.text, start, start + len(words)), tags, text)


def fold(folder):
    """Bring index.json up to date with what was opened."""
    Index(Files(folder)).fold()


def test_opening_a_library_reads_and_makes_nothing(folder):
    Library(folder)
    assert not folder.exists()


def test_the_library_imports_neither_language_model_nor_screen():
    heavy = ("spacy", "onnxruntime", "textual", "rich", "filelock")
    code = f"import sys, core.library; print([name for name in {heavy} if name in sys.modules])"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_was_saved_is_there_again_in_the_order_of_the_text(folder, library, article):
    late = library.save(article, note(article, "Arbeit"))
    whole = library.save(article, Annotation.new(None, note="Nur eine Quelle."))
    early = library.save(article, note(article, "Hafen"))
    assert Library(folder).annotations(article) == (whole, early, late)


def test_saving_again_replaces(library, article):
    first = library.save(article, note(article))
    second = library.save(article, first.edited(note="bis Montag", tags=()))
    assert library.annotations(article) == (second,)
    assert second.note == "bis Montag"


def test_what_was_deleted_is_handed_back_and_can_be_saved_again(folder, library, article):
    kept, gone = library.save(article, note(article)), library.save(article, note(article, "Tore"))
    assert library.delete(article, gone.id) == gone
    assert Library(folder).annotations(article) == (kept,)
    assert library.delete(article, gone.id) is None
    library.save(article, gone)
    assert Library(folder).annotations(article) == (kept, gone)


def test_tags_are_kept_in_one_form(library, article):
    saved = library.save(article, note(article, tags=("#Frist prüfen", "frist-PRÜFEN", "kap")))
    assert saved.tags == ("Frist-prüfen", "kap")
    assert library.annotations(article)[0].tags == saved.tags


def test_an_annotation_of_nothing_is_refused(library, article):
    with pytest.raises(ValueError, match=r"needs a tag or a note\.$"):
        library.save(article, note(article, tags=(), text=" "))
    with pytest.raises(ValueError, match=r"A tag needs .*\.$"):
        library.save(article, note(article, tags=("#",)))
    assert library.annotations(article) == ()


def test_the_article_is_kept_with_its_first_note(folder, library, article):
    library.save(article, note(article))
    assert Library(folder).load_article(article.key) == article
    assert [record.key for record in Library(folder).articles()] == [article.key]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.text(st.characters(codec=None), min_size=1), st.text(st.characters(codec=None)))
def test_any_text_and_any_note_survive(tmp_path, quick, text, words):
    article = make_article(text)
    library = Library(tmp_path / "library")
    saved = library.save(article, Annotation.new(Anchor.of(text, 0, 1), ("t",), words))
    again = Library(tmp_path / "library")
    assert again.load_article(article.key) == article
    assert saved in again.annotations(article)
    assert not again.damage


def test_a_shelf_says_all_that_is_known(folder, library, article):
    saved = library.save(article, note(article))
    library.save_position(article, 21)
    shelf = Library(folder).open_article(article)
    assert shelf.annotations == (saved,)
    assert shelf.position == 21
    assert (shelf.damage, shelf.warning) == ((), None)
    assert (shelf.record.title, shelf.record.annotations) == (article.title, 1)


def test_articles_are_listed_the_last_opened_first(library):
    one, two = make_article("eins\n", "1.txt"), make_article("zwei\n", "2.txt")
    for article in (one, two, one):
        library.open_article(article)
    library.save(two, note(two, "zwei"))
    records = library.articles()
    assert [(record.source, record.annotations) for record in records] == [("1.txt", 0), ("2.txt", 1)]
    assert records[0].first_opened < records[1].first_opened < records[0].last_opened


def test_the_same_text_from_another_place_is_the_same_article(folder, library, article):
    library.open_article(article)
    library.save(article, note(article))
    moved = replace(article, source="archiv/hafen.txt", title="Hafen")
    assert len(library.open_article(moved).annotations) == 1
    assert library.load_article(article.key) == moved
    (record,) = library.articles()
    assert (record.source, record.title) == ("archiv/hafen.txt", "Hafen")
    stored = json.loads((folder / "articles" / f"{article.key}.json").read_text("utf-8"))
    assert stored["articles"]["1"]["sources"] == ["hafen.txt", "archiv/hafen.txt"]


def test_an_article_that_is_not_there_is_none(library):
    assert library.load_article("0" * 64) is None
    assert library.load_article("../../etc/passwd") is None


def test_file_names_come_from_the_text_alone(folder, library):
    article = make_article("Text\n", source="../böse\x1b[2J.txt")
    library.open_article(article)
    library.save(article, note(article, "Text"))
    fold(folder)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")}
    assert files == {
        f"{where}{name}"
        for where in ("", "backup/")
        for name in ("index.json", f"articles/{article.key}.json", f"annotations/{article.key}.json")
    }


def test_articles_kept_but_not_listed_are_listed_again(folder, library, article):
    library.open_article(article)
    fold(folder)
    (folder / "index.json").unlink()
    (folder / "backup" / "index.json").unlink()
    again = Library(folder)
    assert [record.title for record in again.articles()] == [article.title]
    fold(folder)
    assert article.key in (folder / "index.json").read_text("utf-8")


def test_a_position_is_kept_and_nonsense_is_the_beginning(folder, library, article):
    assert library.position(article) == 0
    library.save_position(article, 40)
    assert Library(folder).position(article) == 40
    library.save_position(article, 10_000)
    assert library.position(article) == len(article.text)
    (path,) = (folder / "positions").iterdir()
    path.write_bytes(b'{"lesart": nonsense')
    assert library.position(article) == 0


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


def test_damage_is_told_when_the_article_is_opened(folder, library, article):
    saved = library.save(article, note(article))
    path = folder / "annotations" / f"{article.key}.json"
    path.write_bytes(path.read_bytes()[:100])
    again = Library(folder)
    shelf = again.open_article(article)
    assert shelf.annotations == (saved,)
    (damage,) = shelf.damage
    assert damage.file == path
    assert again.damage == (damage,)
    assert Library(folder).open_article(article).damage == ()


def places(value, path=()):
    """Every place in a JSON value."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def with_nonsense(value, path, nonsense):
    if not path:
        return nonsense
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[path[0]] = with_nonsense(value[path[0]], path[1:], nonsense)
    return changed


NONSENSE = (None, -1, 10**30, "x", [], {}, {"x": []})


@pytest.mark.parametrize("kind", ["annotations", "articles", "index"])
def test_any_value_replaced_by_nonsense_loses_nothing(folder, library, kind, quick):
    article = make_article("Kurz\n")
    saved = library.save(article, note(article, "Kurz"))
    fold(folder)
    path = folder / ("index.json" if kind == "index" else f"{kind}/{article.key}.json")
    sound = json.loads(path.read_text("utf-8"))
    for place in places(sound):
        for nonsense in NONSENSE:
            path.write_text(json.dumps(with_nonsense(sound, place, nonsense)), "utf-8")
            again = Library(folder)
            shelf = again.open_article(article)
            assert (shelf.annotations, shelf.warning) == ((saved,), None)
            assert again.load_article(article.key) == article
            assert [record.key for record in again.articles()] == [article.key]


@pytest.mark.parametrize("kind", ["annotations", "articles", "index"])
def test_nonsense_written_by_hand_is_at_worst_refused_in_a_sentence(folder, library, kind, quick):
    """Without its check sum a file may say anything, also that it is newer; it must not break the program."""
    article = make_article("Kurz\n")
    library.save(article, note(article, "Kurz"))
    fold(folder)
    path = folder / ("index.json" if kind == "index" else f"{kind}/{article.key}.json")
    sound = json.loads(path.read_text("utf-8"))
    del sound["lesart"]["sha256"], sound["lesart"]["documents"]
    for place in places(sound):
        for nonsense in NONSENSE:
            path.write_text(json.dumps(with_nonsense(sound, place, nonsense)), "utf-8")
            again = Library(folder)
            shelf = again.open_article(article)
            assert shelf.warning is None or "newer Lesart" in shelf.warning
            for read in (
                lambda again=again: again.annotations(article),
                lambda again=again: again.load_article(article.key),
                again.articles,
            ):
                with contextlib.suppress(LibraryError):
                    read()
            again.tags()
            again.check()


def test_a_library_of_a_newer_version_is_left_alone(folder, library, article, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr("core.library.envelope.SCHEMA", SCHEMA + 1)
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


def test_a_library_that_stays_locked_is_a_clear_error(folder, library, article, monkeypatch):
    library.save(article, note(article))
    monkeypatch.setattr(locks, "PATIENCE", 0.05)
    monkeypatch.setattr(locks.Locks.hold.__wrapped__, "__defaults__", (0.05,))
    with FileLock(folder / ".annotations.lock"), pytest.raises(LibraryError, match=r"locked .*\.$"):
        library.save(article, note(article))
    library.save(article, note(article))


def test_leftovers_of_a_killed_writer_are_removed_and_others_stay(folder, library, article):
    library.save(article, note(article))
    stray = folder / "unfinished" / "annotations" / ".x.json.99999-abcd.tmp"
    other = folder / "annotations" / "mine.txt"
    for path in (stray, other):
        path.write_bytes(b"half")
    Library(folder).save(article, note(article))
    assert not stray.exists()
    assert other.exists()


def test_a_writer_at_work_keeps_its_temporary_file(folder, library, article, monkeypatch):
    """Another library's clean-up has to wait until the writer is done."""
    library.save(article, note(article))
    at_work, go_on = threading.Event(), threading.Event()
    replace_file = Path.replace

    def slow_replace(self, target):
        if target.parent.name == "annotations" and target.parent.parent == folder and not at_work.is_set():
            at_work.set()
            assert go_on.wait(5)
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", slow_replace)
    first = threading.Thread(target=library.save, args=(article, note(article, "Ada")))
    second = threading.Thread(target=Library(folder).save, args=(article, note(article, "Lind")))
    first.start()
    assert at_work.wait(5)
    second.start()
    second.join(0.2)
    assert second.is_alive()
    go_on.set()
    first.join()
    second.join()
    assert len(library.annotations(article)) == 3


def test_threads_with_one_library_lose_nothing(folder, library, article):
    def work(name: int) -> None:
        for number in range(10):
            library.save(article, Annotation(f"{name}-{number}", None, ("t",)))

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Library(folder).annotations(article)) == 40


def looks(folder):
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_ino,
            path.stat().st_size,
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_a_save_touches_the_file_of_its_article_and_no_other(folder, library, article):
    for number in range(5):
        library.save(make_article(f"Artikel {number}\n"), Annotation.new(None, ("kap",)))
    library.save(article, note(article))
    before = looks(folder)
    library.save(article, note(article, "Tore"))
    after = looks(folder)
    name = f"annotations/{article.key}.json"
    assert {path for path in after if after[path] != before.get(path)} == {name, f"backup/{name}"}
    assert before.keys() == after.keys()


def test_opening_a_known_article_adds_one_line_to_the_journal(folder, library, article):
    for each in (make_article("eins\n"), article):
        library.open_article(each)
    fold(folder)
    library.open_article(article)
    before = looks(folder)
    again = Library(folder)
    again.open_article(article)
    after = looks(folder)
    assert {path for path in after if after[path] != before.get(path)} == {"index.journal"}
    assert (folder / "index.journal").read_bytes().count(b"\n") == 2


def test_the_journal_is_folded_in_once_it_is_long(folder, library, quick):
    articles = [make_article(f"Artikel {number}\n") for number in range(10)]
    sizes = []
    for _ in range(40):
        for each in articles:
            library.open_article(each)
        sizes.append(sum(path.stat().st_size for path in folder.glob("index.*")))
    assert max(sizes) < 200_000
    assert (folder / "index.json").exists()
    assert {record.key for record in Library(folder).articles()} == {each.key for each in articles}


def test_two_libraries_see_each_others_openings_also_while_the_journal_is_folded_in(folder, library, quick):
    other = Library(folder)
    for number in range(30):
        one = make_article(f"Artikel {number}\n")
        (library if number % 2 else other).open_article(one)
        if number % 7 == 0:
            fold(folder)
        assert other.articles()[0].key == library.articles()[0].key == one.key


def test_the_first_articles_are_there_at_once_and_right_after_every_change(folder, library, tmp_path, quick):
    articles = [make_article(f"Artikel {number}\n", f"{number}.txt") for number in range(5)]
    for each in articles:
        library.save(each, Annotation.new(None, ("kap",)))
    assert Library(folder, tmp_path / "cache").first_articles() == ()
    full = library.articles()
    again = Library(folder, tmp_path / "cache")
    assert again.first_articles() == full
    Library(folder).open_article(articles[2])
    first = Library(folder, tmp_path / "cache").first_articles()
    assert [record.key for record in first] == [record.key for record in library.articles()]
    assert first[0].annotations == 1
    fold(folder)
    assert Library(folder, tmp_path / "cache").first_articles() == ()


def test_in_a_library_that_cannot_be_written_a_new_version_still_shows_the_notes(
    folder, library, article, monkeypatch
):
    saved = library.save(article, note(article))

    def fail(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.library.durable.write", fail)
    monkeypatch.setattr("core.library.durable.append", fail)
    shelf = Library(folder).open_article(make_article(article.text + "\nNachtrag.\n"))
    assert shelf.warning is not None
    assert "disk is full" in shelf.warning
    assert [each.id for each in shelf.annotations] == [saved.id]
