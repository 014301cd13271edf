"""`lesart search`: what it says of words that cannot be meant, and how it cuts what it shows."""

import json

import pytest

from tui.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    told = "Am Deich von Holm arbeiten seit dem Morgen die Bagger, und der Rat sieht zu. "
    (tmp_path / "deich.txt").write_text(f"{told * 9}\n", encoding="utf-8")
    main(["add", str(tmp_path / "deich.txt")])


@pytest.mark.parametrize("number", ["0", "-3", "viele"])
def test_nothing_to_list_is_misuse(number, capsys):
    with pytest.raises(SystemExit) as end:
        main(["search", "deich", "--most", number])
    assert end.value.code == 2
    assert f"“{number}” is no number from 1 on" in capsys.readouterr().err


def test_a_filter_that_is_none_or_has_no_value_is_named(capsys):
    capsys.readouterr()
    assert main(["search", "ort:holm"]) == 1
    assert "“ort:” is no filter, the filters are speaker:, tag:" in capsys.readouterr().err
    assert main(["search", "deich", "speaker:"]) == 1
    assert "“speaker:” is empty" in capsys.readouterr().err


def test_what_is_cut_has_dots_in_json_too(capsys):
    capsys.readouterr()
    assert main(["search", "deich", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["text"].startswith("Am Deich")
    assert found["text"].endswith(" …")


def test_it_says_how_many_there_are_and_lists_them_all(tmp_path, capsys):
    for number in range(230):
        (tmp_path / f"{number}.txt").write_text(f"Boje {number}\n\nSie schaukelt.\n", encoding="utf-8")
    main(["add", *(str(tmp_path / f"{number}.txt") for number in range(230))])
    capsys.readouterr()
    assert main(["search", "schaukelt", "--most", "2"]) == 0
    assert "2 of 230, the best first; --most 230 lists all." in capsys.readouterr().err
    assert main(["search", "state:new", "--most", "2"]) == 0
    assert "2 of 231, the latest first" in capsys.readouterr().err
    assert main(["search", "schaukelt", "--most", "230", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 230


def test_a_query_quoted_whole_is_that_query_also_with_a_word_that_must_not_be_there(tmp_path, capsys):
    for name, words in (("eins", "Hafen ohne Kran."), ("zwei", "Hafen mit Krüger.")):
        (tmp_path / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
        main(["add", str(tmp_path / f"{name}.txt")])
    for words in (["hafen -krüger"], ["hafen", "-krüger"]):
        capsys.readouterr()
        assert main(["search", *words]) == 0
        out = capsys.readouterr().out
        assert "eins.txt" in out
        assert "zwei.txt" not in out
    assert main(["search", "hafen krüger"]) == 1


@pytest.mark.parametrize(
    "query", ["source:deich bagger", "since:2026-01 bagger", "state:new bagger", "bagger source:deich"]
)
def test_a_query_in_one_word_of_the_shell_may_begin_with_a_filter(query, capsys):
    assert main(["search", query]) == 0
    assert "Bagger" in capsys.readouterr().out


def test_a_passage_with_marks_of_its_own_gets_no_others(tmp_path, capsys):
    said = tmp_path / "gesagt.txt"
    said.write_text("„Wir graben weiter“, sagte Ada Lind am Deich.\n", encoding="utf-8")
    main(["annotate", str(said), "--exact", "„Wir graben weiter“", "--tag", "bau"])
    capsys.readouterr()
    assert main(["search", "#bau"]) == 0
    assert "#bau  „Wir graben weiter“" in capsys.readouterr().out


def test_an_author_may_be_named_in_one_word_of_the_shell_and_is_in_json(tmp_path, capsys):
    (tmp_path / "boje.md").write_text(
        "---\nauthor: Svenja Harms\n---\n# Boje\n\nSie schaukelt.\n", encoding="utf-8"
    )
    main(["add", str(tmp_path / "boje.md")])
    for words in (["author:svenja harms"], ["author:harms", "boje"], ["author:harms boje"]):
        capsys.readouterr()
        assert main(["search", *words, "--json"]) == 0
        assert [hit["authors"] for hit in json.loads(capsys.readouterr().out)] == [["Svenja Harms"]]
    assert main(["search", "author:voss"]) == 1
