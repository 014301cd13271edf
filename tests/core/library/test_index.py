"""The index: right after every change by whomever, made anew when lost or damaged, and nothing lost with it."""

import gc
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.annotations import Annotation
from core.library import Library
from core.library.annotation_store import AnnotationStore
from core.library.index.query import parse
from core.library.states import State
from tests.core.library.conftest import make_article, note


def tagged(*tags: str) -> Annotation:
    return Annotation.new(None, tags)


def filled(library: Library, number: int = 12) -> None:
    for each in range(number):
        library.save(make_article(f"Artikel {each}\n", f"{each}.txt"), tagged("alle", f"t{each}"))


def index(folder: Path) -> Path:
    return folder / "index.sqlite3"


def test_tags_come_most_used_first_then_by_alphabet(library, article):
    other = make_article("zwei\n")
    library.save(article, tagged("kap", "hafen"))
    library.save(article, tagged("hafen"))
    library.save(other, tagged("Hafen", "Arbeit"))
    assert library.tags() == (("hafen", 3), ("Arbeit", 1), ("kap", 1))


def test_an_address_that_is_none_is_a_source_like_any_other(library):
    for source in ("https://[::1", "https://\u2100.example/"):
        article = make_article(f"Von {source}\n", source)
        library.open_article(article)
        assert library.load_article(article.key).source == source


def test_counts_follow_every_change_also_by_another_library(folder, library, article):
    saved = library.save(article, tagged("kap"))
    assert library.tags() == (("kap", 1),)
    Library(folder).save(article, tagged("kap", "hafen"))
    assert library.tags() == (("kap", 2), ("hafen", 1))
    library.save(article, saved.edited(tags=("watt",)))
    assert library.tags() == (("hafen", 1), ("kap", 1), ("watt", 1))
    library.delete(article, saved.id)
    assert library.tags() == (("hafen", 1), ("kap", 1))


def test_what_is_known_is_not_read_again(folder, tmp_path, library, monkeypatch, quick):
    filled(library)
    first = library.tags()
    reads: list[str] = []
    monkeypatch.setattr(AnnotationStore, "stored_and_deleted", lambda self, key: reads.append(key) or ((), 0))
    again = Library(folder, tmp_path / "cache")
    assert again.tags() == first
    again.look_closely()
    assert again.tags() == first
    assert reads == []


def test_files_that_another_program_brings_changes_and_removes_are_noticed(folder, tmp_path, library, quick):
    filled(library)
    other = Library(tmp_path / "elsewhere")
    article = make_article("Neu hier\n")
    other.save(article, tagged("neu"))
    other.open_article(article)
    for kind in ("articles", "annotations", "states"):
        (folder / kind).mkdir(exist_ok=True)
        (folder / kind / f"{article.key}.json").write_bytes(
            (tmp_path / "elsewhere" / kind / f"{article.key}.json").read_bytes()
        )
    again = Library(folder)
    assert dict(again.tags())["neu"] == 1
    assert again.record(article.key).state is State.BEGUN
    for kind in ("articles", "annotations", "states"):
        (folder / kind / f"{article.key}.json").unlink()
    assert "neu" not in dict(again.tags())
    assert again.record(article.key) is None
    # What comes into its place in the index has nothing of it.
    again.open_article(make_article("Noch einer\n"))
    assert "neu" not in dict(again.tags())
    assert again.find(parse("#neu")) == ()


def test_a_file_written_over_in_place_is_noticed_by_a_close_look(folder, library, article, quick):
    library.save(article, tagged("kap"))
    assert library.tags() == (("kap", 1),)
    path = folder / "annotations" / f"{article.key}.json"
    one, two = path.read_bytes(), folder.parent / "two"
    other = Library(two)
    other.save(article, tagged("kap", "hafen"))
    path.write_bytes((two / "annotations" / path.name).read_bytes())
    library.look_closely()
    assert dict(library.tags()) == {"kap": 1, "hafen": 1}
    path.write_bytes(one)
    library.look_closely()
    assert library.tags() == (("kap", 1),)


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.9])
def test_a_damaged_index_is_made_anew_and_that_is_said_once(folder, tmp_path, library, part, quick):
    filled(library)
    first, articles = library.tags(), library.articles()
    whole = index(folder).read_bytes()
    for ending in ("-wal", "-shm"):
        index(folder).with_name(f"index.sqlite3{ending}").unlink(missing_ok=True)
    at = int(len(whole) * part)
    for damaged in (whole[:at] + b"x" * 4000 + whole[at + 4000 :], whole[:at] or b"Unsinn"):
        index(folder).write_bytes(damaged)
        again = Library(folder, tmp_path / "cache")
        assert (again.tags(), again.articles()) == (first, articles)
        again.tags()
        assert len(again.damage) <= 1
        assert all("nothing is lost" in damage.message for damage in again.damage)


def test_an_index_deleted_while_the_library_is_in_use_is_made_anew(folder, library, article, quick):
    filled(library)
    first = library.tags()
    for path in folder.glob("index.sqlite3*"):
        path.unlink()
    assert library.tags() == first
    for path in folder.glob("index.sqlite3*"):
        path.unlink()
    library.save(article, note(article, tags=("danach",)))
    assert dict(library.tags()) == {**dict(first), "danach": 1}
    assert len(library.articles()) == 13


def test_reading_an_empty_library_makes_nothing(folder):
    library = Library(folder)
    assert (library.articles(), library.tags(), library.search("x")) == ((), (), ())
    assert not folder.exists()


def test_an_older_library_knows_when_its_articles_were_opened(tmp_path):
    shutil.copytree(Path(__file__).parents[2] / "data" / "library" / "schema-1", tmp_path / "library")
    (record,) = Library(tmp_path / "library").articles()
    assert record.state is State.BEGUN
    assert record.last_opened.startswith("2026-")


_WRITER = """
import os, sys
from pathlib import Path
from core.annotations import Annotation
from core.library import Library
from tests.core.library.conftest import make_article
os.fsync = lambda descriptor: None
library = Library(Path(sys.argv[1]))
for number in range(10_000):
    article = make_article(f"Artikel {sys.argv[2]} {number}\\n", f"{number}.txt")
    library.save(article, Annotation.new(None, ("alle",)))
    library.open_article(article)
    print(number, flush=True)
"""


def test_after_a_kill_at_any_moment_the_index_has_what_the_files_have(folder, tmp_path):
    for run in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(folder), str(run)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
        )
        assert writer.stdout is not None
        for _ in range(1 + run):
            writer.stdout.readline()
        time.sleep(run % 5 / 1000)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        library = Library(folder)
        kept = {path.stem for path in (folder / "articles").glob("*.json")}
        assert {record.key for record in library.articles()} == kept
        marked = {path.stem for path in (folder / "annotations").glob("*.json")}
        assert dict(library.tags()).get("alle", 0) == len(marked)
        begun = {path.stem for path in (folder / "states").glob("*.json")}
        assert {record.key for record in library.articles() if record.state is State.BEGUN} == begun


def test_two_libraries_see_each_others_changes(folder, library, quick):
    other = Library(folder)
    for number in range(20):
        one = make_article(f"Artikel {number}\n")
        (library if number % 2 else other).open_article(one)
        assert other.articles()[0].key == library.articles()[0].key == one.key


def looks(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock" and not path.name.startswith("index.sqlite3")
    }


def test_a_save_touches_the_file_of_its_article_and_no_other(folder, library, article):
    for number in range(5):
        library.save(make_article(f"Artikel {number}\n"), tagged("kap"))
    library.save(article, note(article))
    before = looks(folder)
    library.save(article, note(article, "Tore"))
    after = looks(folder)
    name = f"annotations/{article.key}.json"
    assert {path for path in after if after[path] != before.get(path)} == {name, f"backup/{name}"}
    assert before.keys() == after.keys()


def test_an_index_that_cannot_be_written_is_done_without(folder, library, article, quick):
    library.save(article, tagged("kap"))
    for path in folder.glob("index.sqlite3*"):
        path.unlink()
    index(folder).mkdir()
    again = Library(folder)
    assert again.tags() == (("kap", 1),)
    again.save(article, tagged("hafen"))
    assert dict(again.tags()) == {"hafen": 1, "kap": 1}
    assert not any(index(folder).iterdir())


def test_an_index_is_closed_once_nobody_has_its_library(tmp_path, article):
    library = Library(tmp_path / "data", tmp_path / "cache")
    library.open_article(article)
    assert [*tmp_path.rglob("*.sqlite3-*")]
    del library
    gc.collect()
    assert not [*tmp_path.rglob("*.sqlite3-*")]
