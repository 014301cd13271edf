"""Files whose documents are kept in memory as they were written: the same bytes, and never an older state."""

import json
import os
import random
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotations import Annotation
from core.annotations.correction import Rename
from core.library import Library, LibraryError, durable_files
from core.library.file_format import pack, unpack
from core.library.index import intake
from core.library.members import pack_members, read_members
from core.library.records import ANNOTATIONS
from core.library.storage import Files
from tests.core.library.conftest import TEXT, make_article, note
from tests.core.library.test_file_format import tables

words = st.text('a\ud83d\ude00\n"\\ä', max_size=6)
notes = st.dictionaries(
    st.sampled_from(["annotations", "deleted"]),
    st.dictionaries(
        st.integers(1, 12).map(str),
        st.fixed_dictionaries({"note": words, "tags": st.lists(words)}),
        max_size=5,
    ),
    max_size=2,
)


def accept(tables):
    """Nothing is to be said against any documents."""


@given(tables)
def test_a_file_is_packed_as_any_other(data):
    assert pack_members("annotations", data, None).content == pack("annotations", data)


@given(notes, notes)
def test_what_is_taken_from_an_earlier_state_does_not_show(before, after):
    earlier = pack_members("annotations", before, None)
    for known in (earlier, read_members("annotations", earlier.content, accept)):
        assert pack_members("annotations", after, known).content == pack("annotations", after)
    assert earlier.tables() == before


@given(tables)
def test_what_is_packed_comes_back_and_is_packed_alike_again(data):
    content = pack("annotations", data)
    found = read_members("annotations", content, accept)
    assert found is not None
    assert found.tables() == data
    assert pack_members("annotations", data, found).content == content


@given(notes, st.data())
def test_a_file_that_something_else_changed_is_read_as_any_other_or_left_to_that(data, draw):
    content = pack("annotations", data)
    at = draw.draw(st.integers(0, len(content)))
    end = at + draw.draw(st.integers(0, 2))
    changed = content[:at] + draw.draw(st.text('{}[],:"1 \n\\', max_size=2)).encode() + content[end:]
    found = read_members("annotations", changed, accept)
    if found is not None:
        assert found.tables() == unpack("annotations", changed) == data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("}}}", "}},}"),
        ("}}}", "},}}"),
        ("}}}", "}}}}"),
        ("}}}", "}}"),
        ("}}}", "}}}x"),
        ('"t":', '"t"'),
        ('"t":', "1:"),
        (',"t"', ' "t"'),
        (',"t"', ',,"t"'),
        ('{"lesart"', '{,"lesart"'),
        ('{"lesart"', ' "lesart"'),
        ('"1":', '"x":'),
        ('"1":', '"²":'),
        ('{"note":"ä"}', "3"),
        ('{"1":{"note":"ä"}}', "3"),
        ('"documents":1', '"documents":2'),
        ('"schema":2', '"schema":2.0'),
        ('"schema":2', '"schema":1'),
        ('"schema":2', '"schema":2,"more":1'),
        ('"lesart":', '"other":'),
        ('"ä"', '"ö"'),
    ],
)
def test_what_is_unusual_is_left_to_those_who_can_tell_what_it_is(old, new):
    plain = json.dumps(
        json.loads(pack("t", {"t": {"1": {"note": "ä"}}})), separators=(",", ":"), ensure_ascii=False
    )
    assert read_members("t", plain.encode(), accept) is not None
    assert old in plain
    assert read_members("t", plain.replace(old, new).encode(), accept) is None


def test_a_file_without_its_check_sum_is_left_to_those_who_take_it():
    data = json.loads(pack("t", {"t": {"1": {"note": "ä"}}}))
    del data["lesart"]["sha256"]
    assert read_members("t", json.dumps(data).encode(), accept) is None


def test_documents_that_make_no_sense_are_not_taken():
    def refuse(tables):
        raise KeyError("id")

    assert read_members("t", pack("t", {"t": {"1": {"note": "ä"}}}), refuse) is None
    assert read_members("t", b"[" * 100_000, accept) is None
    assert read_members("t", b"\xff", accept) is None


def test_a_file_indented_anew_keeps_its_form_where_nothing_changes():
    data = {"annotations": {"1": {"note": "ä"}, "2": {"note": "ö"}}}
    content = json.dumps(json.loads(pack("annotations", data)), indent=4, ensure_ascii=False).encode()
    found = read_members("annotations", content, accept)
    data["annotations"]["2"]["note"] = "ü"
    again = pack_members("annotations", data, found).content
    assert unpack("annotations", again) == data
    assert '"1": {\n            "note": "ä"\n        }'.encode() in again


@pytest.mark.parametrize("kind", ["articles", ""])
def test_a_file_of_another_kind_is_not_taken(kind):
    content = pack("annotations", {"annotations": {"1": {"note": "ä"}}})
    assert read_members(kind, content, accept) is None


# In a library


def state(folder: Path, article) -> dict[str, Annotation]:
    return {each.id: each for each in Library(folder).annotations(article)}


def test_what_another_program_writes_between_two_saves_is_kept(folder, library, article):
    one, other = note(article, "Hafen", "eins"), note(article, "Tore", "zwei")
    library.save(article, one)
    code = """if True:
        import sys
        from pathlib import Path
        from core.library import Library
        from tests.core.library.conftest import make_article, note
        library, article = Library(Path(sys.argv[1])), make_article()
        (known,) = library.annotations(article)
        library.save(article, known.edited(note="EINS"), known)
        library.save(article, note(article, "Ada", "drei"))
    """
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=Path(__file__).parents[3])
    library.save(article, other)
    assert {each.note for each in state(folder, article).values()} == {"EINS", "zwei", "drei"}
    assert {each.note for each in library.annotations(article)} == {"EINS", "zwei", "drei"}
    assert len(library.search("EINS")) == len(library.search("drei")) == len(library.search("zwei")) == 1


def test_states_of_one_size_and_moment_are_told_apart(folder, library, article, monkeypatch):
    """Neither the size of a file nor its moment of change decides whether it is the one that is known."""
    kept = library.save(article, note(article, text="eins"))
    file = folder / "annotations" / f"{article.key}.json"
    moment = file.stat().st_mtime_ns
    Library(folder).save(article, replace(kept, note="zwei"))
    content = file.read_bytes()
    other = Library(folder)
    other.annotations(article)
    Library(folder).save(article, replace(kept, note="drei"))
    file.write_bytes(file.read_bytes())
    assert len(file.read_bytes()) == len(content)
    os.utime(file, ns=(moment, moment))
    assert [each.note for each in other.annotations(article)] == ["drei"]
    other.save(article, note(article, "Tore", text="vier"))
    assert {each.note for each in state(folder, article).values()} == {"drei", "vier"}


def test_annotations_that_stay_as_they_are_stay_the_same_objects(folder, library, article):
    one = library.save(article, note(article, text="eins"))
    library.save(article, note(article, "Tore", text="zwei"))
    before = library.annotations(article)
    library.save(article, one.edited(note="EINS"), one)
    again = library.annotations(article)
    assert [each.note for each in again] == ["EINS", "zwei"]
    assert again[1] is before[1]


def test_numbers_of_documents_are_those_tinydb_would_give(folder, library, article):
    kept = [library.save(article, note(article, text=text)) for text in ("eins", "zwei", "drei")]
    library.delete(article, kept[1].id)
    library.save(article, kept[0].edited(note="EINS"))
    library.save(article, note(article, text="vier"))
    with Files(folder).reading(ANNOTATIONS, article.key) as database:
        assert {each.doc_id: each["note"] for each in database.table("annotations")} == {
            1: "EINS", 3: "drei", 4: "vier",
        }  # fmt: skip
        assert [each.doc_id for each in database.table("deleted")] == [1]


def test_a_save_that_fails_leaves_what_is_known_as_it_is_on_disk(folder, library, article, monkeypatch):
    kept = library.save(article, note(article, text="eins"))

    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(durable_files, "write", fail)
        with pytest.raises(LibraryError):
            library.save(article, kept.edited(note="zwei"))
    assert [each.note for each in library.annotations(article)] == ["eins"]
    library.save(article, note(article, "Tore", text="drei"))
    assert {each.note for each in state(folder, article).values()} == {"eins", "drei"}


def test_a_change_given_up_halfway_is_not_known_afterwards(tmp_path, article):
    files = Files(tmp_path)
    with files.changing(ANNOTATIONS, article.key) as database:
        database.table("annotations").insert({"id": "a", "note": "eins"})

    def give_up():
        with files.changing(ANNOTATIONS, article.key) as database:
            database.table("annotations").remove(doc_ids=[1])
            raise ZeroDivisionError

    def change_where_it_is():
        with files.changing(ANNOTATIONS, article.key) as database:
            database.table("annotations").update({"note": "zwei"})

    with pytest.raises(ZeroDivisionError):
        give_up()
    with pytest.raises(TypeError, match="change a copy"):
        change_where_it_is()
    with files.reading(ANNOTATIONS, article.key) as database:
        assert [each["note"] for each in database.table("annotations")] == ["eins"]


def test_an_older_file_put_in_place_of_a_newer_one_is_in_the_index_after_the_next_save(
    folder, library, article
):
    kept = library.save(article, note(article, text="eins"))
    file = folder / "annotations" / f"{article.key}.json"
    older = file.read_bytes()
    Library(folder).save(article, kept.edited(note="zwei"))
    file.write_bytes(older)
    library.save(article, note(article, "Tore", text="drei"))
    assert {mark[5] for mark in marks(folder) if len(mark) == 7} == {"eins", "drei"}


MARKS = """
    SELECT key, mark, start, passage, tags, note, marks.folded FROM marks JOIN articles ON articles.id = article
"""
TAGS = """
    SELECT key, marks.mark, same, tag FROM tags
    JOIN marks ON marks.id = tags.mark JOIN articles ON articles.id = tags.article
"""
COUNTS = "SELECT key, marks, deletions, corrected FROM articles"


def marks(folder: Path) -> list[tuple[object, ...]]:
    """What the index has of annotations, whatever its numbers."""
    with sqlite3.connect(folder / "index.sqlite3") as database:
        database.execute("INSERT INTO mark_parts (mark_parts) VALUES ('integrity-check')")
        return [row for query in (MARKS, TAGS, COUNTS) for row in sorted(database.execute(query))]


@pytest.mark.parametrize("large", [0, 1 << 16])
@pytest.mark.parametrize("seed", range(4))
def test_the_index_follows_changes_of_several_libraries_as_if_it_were_made_anew(
    folder, tmp_path, seed, large, quick, monkeypatch
):
    monkeypatch.setattr(intake, "_LARGE", large)
    chance = random.Random(seed)
    articles = [make_article(), make_article(f"{TEXT}\nNachtrag.\n", "nachtrag.txt")]
    libraries = [Library(folder), Library(folder)]
    for article in articles:
        libraries[0].open_article(article)
    for round in range(60):
        library, article = chance.choice(libraries), chance.choice(articles)
        there = library.annotations(article)
        match chance.randrange(6):
            case 0 | 1:
                library.save(article, note(article, chance.choice(["Hafen", "Tore"]), f"neu {round}"))
            case 2 if there:
                library.save(article, chance.choice(there).edited(note=f"anders {round}"))
            case 3 if there:
                library.delete(article, chance.choice(there).id)
            case 4:
                library.save(article, Annotation.new(None, correction=Rename("Ada Lind", f"Ada {round}")))
            case 5:
                library.change_tags(["hafen"], "kap" if round % 2 else "")
        if not round % 12:
            libraries[0] = Library(folder)
    found = marks(folder)
    for path in folder.glob("index.sqlite3*"):
        path.unlink()
    Library(folder).counts()
    assert found == marks(folder)
