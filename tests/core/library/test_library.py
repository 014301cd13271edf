"""What is opened and kept is there again."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.analysis import Analysis
from core.annotations import Anchor, Annotation, place
from core.exchange import jsonl
from core.exchange.reading import Reading
from core.library import Library, durable_files
from tests.core.library.conftest import make_article, note


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


def test_two_windows_that_edit_one_note_both_keep_their_words(folder, library, article):
    first = library.save(article, note(article, text="Wer zahlt?"))
    library.save(article, first.edited(note="Der Bund."), first)
    kept = Library(folder).save(article, first.edited(note="Die Stadt."), first)
    assert library.annotations(article) == (kept,)
    assert "Der Bund." in kept.note
    assert "Die Stadt." in kept.note


def test_a_note_edited_after_another_window_deleted_it_is_there_again(folder, library, article):
    first = library.save(article, note(article))
    Library(folder).delete(article, first.id)
    kept = library.save(article, first.edited(note="Doch."), first)
    assert Library(folder).annotations(article) == (kept,)
    assert library.deletions() == ()


def test_many_are_kept_with_one_write(folder, library, article, monkeypatch):
    first = library.save(article, note(article, "Hafen"))
    gone = library.save(article, note(article, "Tore"))
    library.delete(article, gone.id)
    writes = []
    write = durable_files.write
    monkeypatch.setattr(
        durable_files, "write", lambda path, *args, **more: (writes.append(path), write(path, *args, **more))
    )
    library.save_all(
        article, [first.edited(note="neu"), gone, *(note(article, text=str(n)) for n in range(50))]
    )
    assert len([path for path in writes if path.parent.name == "annotations"]) == 2  # the file and its copy
    assert len(Library(folder).annotations(article)) == 52
    assert {each.note for each in Library(folder).annotations(article)} >= {"neu", "49"}
    assert library.deletions() == ()


@given(st.text(st.characters(), max_size=20), st.text(st.characters(), min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_kept_comes_back_from_its_export(folder, library, article, text, tag):
    try:
        kept = library.save(article, replace(note(article, text=f"{text}."), tags=(tag,)))
    except ValueError:
        return  # it is no tag
    (line,) = jsonl.write([Reading(article, Analysis(""), place([kept], article.text))]).files.values()
    assert [each.annotation for each in jsonl.read(line.decode()).annotations] == [kept]


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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")}
    assert files == {
        f"{where}{name}/{article.key}.json"
        for where in ("", "backup/")
        for name in ("articles", "annotations", "states")
    }


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
