"""`lesart add`, `search`, `remove` and `undelete` as scripts meet them."""

import io
import json
import sys
from pathlib import Path

import pytest

from core.library import Library
from core.library.states import State
from tui.cli.add import add
from tui.cli.remove import remove
from tui.cli.search import search
from tui.cli.undelete import undelete

TEXTS = {
    "deich.txt": "Der Deich hält\n\nDie Hafenbehörde prüfte ihn am Morgen von Süden her.\n",
    "faehre.md": "# Die Fähre fährt\n\nSie legt wieder ab, sagte der Kapitän am Hafen.\n",
    "tief/unten.txt": "Tief unten\n\nAm Grund des Beckens liegt nichts als Schlick und Sand.\n",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LESART_HOME", str(tmp_path / "home"))
    for name, text in TEXTS.items():
        path = tmp_path / "texte" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "texte" / "bild.png").write_bytes(b"\x89PNG")
    (tmp_path / "texte" / ".versteckt.txt").write_text("Versteckt\n", "utf-8")
    return tmp_path


def library(home: Path) -> Library:
    return Library(home / "home" / "library", home / "home" / "cache")


def test_a_folder_is_added_as_unread_and_again_without_effect(home, capsys):
    assert add([str(home / "texte")]) == 0
    assert capsys.readouterr().out == "3 added\n"
    assert library(home).counts() == {State.NEW: 3}
    assert add([str(home / "texte")]) == 0
    assert capsys.readouterr().out == "3 already there\n"


def test_an_empty_name_is_refused_and_not_the_folder_one_is_in(home, capsys, monkeypatch):
    monkeypatch.chdir(home / "texte")
    assert add([""]) == 1
    assert "A name is empty" in capsys.readouterr().err
    assert library(home).counts() == {}
    assert add(["."]) == 0
    assert library(home).counts() == {State.NEW: 3}


def test_one_bad_source_stops_no_other(home, capsys):
    texts = home / "texte"
    (texts / "leer.txt").write_text("  \n", "utf-8")
    assert (
        add(
            [
                str(texts / "nichts.txt"),
                str(texts / "leer.txt"),
                str(texts / "*.md"),
                str(texts / "deich.txt"),
            ]
        )
        == 1
    )
    out, err = capsys.readouterr()
    assert out == "2 added, 2 could not be read\n"
    assert "nichts.txt" in err
    assert "leer.txt" in err


def test_standard_input_is_an_article(home, capsys, monkeypatch):
    text = "Kurz gesagt\n\nVon der Eingabe kam dieser eine Satz herein.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert add(["-"]) == 0
    assert [record.title for record in library(home).articles()] == ["Kurz gesagt"]


def test_words_are_found_with_their_context(home, capsys):
    add([str(home / "texte")])
    capsys.readouterr()
    assert search(["hafen"]) == 0
    out = capsys.readouterr().out
    assert "Die Hafenbehörde prüfte ihn" in out
    assert "Kapitän am Hafen" in out
    assert search(["hafen", "source:deich", "--format", "json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    text = TEXTS["deich.txt"]
    assert [text[slice(*span)] for span in hit["spans"]] == ["Hafenbehörde"]
    for whole in ("hafen source:deich", "hafen #strand"):
        search([whole])
        quoted = capsys.readouterr()
        search(whole.split())
        assert quoted == capsys.readouterr(), "a query quoted whole is that query"
    assert search(["gibtsnicht"]) == 1
    for day in ("neulich", "2026-13", "2026-02-30", "0000"):
        assert search([f"since:{day}"]) == 1
        assert "is no day" in capsys.readouterr().err
    assert search(["hafen", "until:2999-02-28"]) == 0


@pytest.mark.parametrize("without", ["-hafenbehörde", "-fhier", "-mond", "-Der Deich"])
def test_a_word_with_a_hyphen_before_it_is_no_option(home, capsys, without):
    add([str(home / "texte")])
    capsys.readouterr()
    assert search(["hafen", without, "--format", "json", "--most", "9"]) == 0
    found = {hit["title"] for hit in json.loads(capsys.readouterr().out)}
    excluded = without in ("-hafenbehörde", "-Der Deich")
    assert ("Der Deich hält" in found) is not excluded
    assert found


def test_an_unknown_option_is_no_word(home, capsys):
    with pytest.raises(SystemExit):
        search(["hafen", "--formt", "json"])
    assert "--formt" in capsys.readouterr().err


def test_candidates_that_are_not_named_are_counted(home, capsys):
    (home / "viele").mkdir()
    for number in range(7):
        text = f"Meldung {number}\n\nIn Ort {number} blieb am Tag {number} alles ruhig.\n"
        (home / "viele" / f"{number}.txt").write_text(text, encoding="utf-8")
    add([str(home / "viele")])
    assert remove(["Meldung"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "there are 7 articles called “Meldung”" in lines[-7]
    assert lines[-1] == "lesart:   and 2 more; give more of the title, the key or the source."


def test_an_article_is_removed_and_brought_back(home, capsys):
    add([str(home / "texte")])
    capsys.readouterr()
    assert remove(["Deich"]) == 0
    assert search(["hafenbehörde"]) == 1
    capsys.readouterr()
    assert undelete([]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("Der Deich hält")
    assert undelete([line.split()[0]]) == 0
    assert len(library(home).articles()) == 3
    assert remove(["Deich"]) == 0
    assert undelete(["gibt es nicht"]) == 1
    assert "nothing called “gibt es nicht” was removed" in capsys.readouterr().err
    assert undelete(["deich"]) == 0
    assert len(library(home).articles()) == 3
    assert remove(["gibt es nicht"]) == 1
    assert remove([str(home / "texte" / "deich.txt")]) == 0
    assert len(library(home).articles()) == 2
