"""`lesart tags` and `lesart undelete` as scripts meet them."""

import json
from pathlib import Path

import pytest

from core.annotations import Annotation
from core.articles.texts import plain_article
from core.library import Library
from tui.cli.tags import tags
from tui.cli.undelete import undelete

ARTICLE = plain_article("Der Deich hält\n\nImke Brodersen prüfte ihn.\n", "deich.txt")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    library = Library(tmp_path / "library", tmp_path / "cache")
    for number, own in enumerate((("küste/deich",), ("küste", "amt"), ("amt",))):
        library.save(ARTICLE, Annotation(f"id{number}", None, own, "Notiz" if number == 2 else ""))
    return library


def test_tags_are_listed_by_level_and_as_json(library, capsys):
    assert tags([]) == 0
    assert capsys.readouterr().out.splitlines() == ["     2  amt", "     2  küste", "     1    /deich"]
    library.set_tag_colour("küste", "teal")
    assert tags(["--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[1] == {"tag": "küste", "own": 1, "total": 2, "colour": "teal"}


def test_tags_are_renamed_merged_taken_off_and_back(library, capsys):
    assert tags(["rename", "küste", "meer"]) == 0
    assert dict(library.tags()) == {"amt": 2, "meer": 1, "meer/deich": 1}
    assert tags(["merge", "amt", "meer", "alles"]) == 0
    assert dict(library.tags()) == {"alles": 2, "alles/deich": 1}
    assert tags(["delete", "alles"]) == 0
    assert library.tags() == ()
    assert [each.note for each in library.annotations(ARTICLE)] == ["Notiz"]
    for _ in range(3):
        assert tags(["undo"]) == 0
    assert dict(library.tags()) == {"amt": 2, "küste": 1, "küste/deich": 1}
    assert "#küste → #meer: 2 annotations" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rename", "nix", "da"], "no tag “nix”"),
        (["rename", "amt", "#"], "A tag needs"),
        (["colour", "amt", "pink"], "no colour “pink”"),
        (["colour", "nix", "red"], "no tag “nix”"),
        (["colour", "nix", "none"], "no tag “nix”"),
        (["undo"], "no change of tags"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(library, capsys, words, said):
    assert tags(words) == 1
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1
    assert len(library.annotations(ARTICLE)) == 3


def test_a_colour_set_after_a_change_outlives_that_it_is_taken_back(library, capsys):
    for words in ("rename küste meer", "colour meer/deich red", "undo"):
        assert tags(words.split()) == 0
    capsys.readouterr()
    assert tags([]) == 0
    assert capsys.readouterr().out.splitlines() == ["     2  amt", "     2  küste", "     1    /deich  (red)"]


def test_the_colour_left_over_from_a_tag_is_taken_off(library):
    library.set_tag_colour("alt", "red")
    assert tags(["colour", "alt", "none"]) == 0
    assert library.tag_colours() == {}


def test_what_was_deleted_is_listed_and_brought_back_by_the_beginning_of_its_id(library, capsys):
    for id in ("id0", "id2"):
        library.delete(ARTICLE, id)
    assert undelete([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["id2", "id0"]
    assert "#amt  Notiz  on the whole article" in lines[0]
    assert undelete(["id2", "id9", "id"]) == 1
    told = capsys.readouterr()
    assert told.out == "id2\n"
    assert "nothing called “id9” was removed, and nothing deleted whose id begins so" in told.err
    assert len(library.annotations(ARTICLE)) == 2


def test_long_notes_are_listed_in_short(library, capsys):
    long = "Hier steht viel. " * 300
    kept = library.save(ARTICLE, Annotation.new(None, ("lang",), long))
    library.delete(ARTICLE, kept.id)
    undelete([])
    (line,) = capsys.readouterr().out.splitlines()
    assert len(line) < 140
    assert "Hier steht viel. Hier steht viel." in line
    assert line.endswith(" …  on the whole article")
    assert undelete([kept.id]) == 0
    assert kept in library.annotations(ARTICLE)
