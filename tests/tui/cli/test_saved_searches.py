"""`lesart search --save`: a search kept under a name, run again, listed, renamed, deleted."""

import json

import pytest

from core.translation import use_language
from tests.tui.cli.test_search import home
from tui.cli import main

__all__ = ["home"]


def test_a_search_is_saved_and_run_again(capsys):
    assert main(["search", "--save", "Deiche", "deich", "state:new"]) == 0
    assert "Deiche: 1 article, 1 new" in capsys.readouterr().err
    assert main(["search", "--saved", "deiche"]) == 0
    assert "Am Deich von Holm" in capsys.readouterr().out
    assert main(["search", "--saved", "deiche", "bagger", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert main(["search", "--saved", "deiche", "hallig"]) == 1


def test_all_are_listed_with_how_much_they_find(capsys):
    main(["search", "--save", "Deiche", "deich"])
    main(["search", "--save", "Nichts", "hallig"])
    capsys.readouterr()
    assert main(["search", "--saved"]) == 0
    assert capsys.readouterr().out == "Deiche\n    deich  1 article, 1 new\nNichts\n    hallig  0 articles\n"
    assert main(["search", "--saved", "--json"]) == 0
    first = {"name": "Deiche", "search": "deich", "articles": 1, "new": 1}
    assert json.loads(capsys.readouterr().out)[0] == first


def test_one_is_renamed_and_deleted(capsys):
    main(["search", "--save", "Deiche", "deich"])
    assert main(["search", "--rename", "deiche", "Dämme"]) == 0
    assert main(["search", "--forget", "Dämme"]) == 0
    capsys.readouterr()
    assert main(["search", "--saved"]) == 0
    assert "No searches are saved yet" in capsys.readouterr().err


def test_a_name_in_use_is_not_taken_from_another_search(capsys):
    main(["search", "--save", "Deiche", "deich"])
    assert main(["search", "--save", "Deiche", "deich"]) == 0
    assert main(["search", "--save", "Deiche", "kran"]) == 1
    assert "“Deiche” is saved already, for deich" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--save", " ", "deich"], "give it one"),
        (["--save", "x", "ort:holm"], "“ort:” is no filter"),
        (["--save", "x", "since:nie"], "is no day"),
        (["--saved", "weg"], "There is no saved search “weg”"),
        (["--forget", "weg"], "There is no saved search “weg”"),
    ],
)
def test_what_makes_no_sense_is_refused(words, said, capsys):
    assert main(["search", *words]) == 1
    assert said in capsys.readouterr().err
    main(["search", "--saved"])
    assert capsys.readouterr().out == ""


def test_words_are_asked_for(capsys):
    for words in ([], ["--save", "x"], ["deich", "--saved"]):
        with pytest.raises(SystemExit) as end:
            main(["search", *words])
        assert end.value.code == 2


def test_several_that_may_be_meant_are_named(capsys):
    main(["search", "--save", "Deich alt", "deich"])
    main(["search", "--save", "Deich neu", "deich"])
    capsys.readouterr()
    assert main(["search", "--saved", "deich"]) == 1
    assert "may be “Deich alt”, “Deich neu”" in capsys.readouterr().err


def test_one_saved_in_german_is_found_in_english(capsys, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "de")
    main(["search", "--save", "Deiche", "deich", "state:neu"])
    capsys.readouterr()
    main(["search", "--saved"])
    assert "deich state:neu" in capsys.readouterr().out
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")
    assert main(["search", "--saved"]) == 0
    assert "deich state:new  1 article" in capsys.readouterr().out


def test_one_that_makes_no_sense_does_not_hide_the_others(capsys, tmp_path):
    main(["search", "--save", "Deiche", "deich"])
    with (tmp_path / "config" / "searches.toml").open("a", encoding="utf-8") as file:
        file.write('b = "since:nie"\n')
    capsys.readouterr()
    assert main(["search", "--saved"]) == 1
    told = capsys.readouterr()
    assert "deich  1 article" in told.out
    assert "b: “since:nie” is no day" in told.err
