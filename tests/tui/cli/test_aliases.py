"""`lesart aliases`: list, add, remove."""

import pytest

from tui.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    return tmp_path


def test_an_alias_is_added_listed_and_removed(capsys):
    assert main(["aliases"]) == 0
    assert main(["aliases", "--add", "Hafenkönigin", "Ada  Lind"]) == 0
    assert main(["aliases", "--add", "Werft", "Nordstern", "--kind", "organisation"]) == 0
    assert capsys.readouterr().out == "Hafenkönigin\tAda Lind\tperson\nWerft\tNordstern\torganisation\n"
    assert main(["aliases"]) == 0
    assert capsys.readouterr().out == "Hafenkönigin\tAda Lind\tperson\nWerft\tNordstern\torganisation\n"
    assert main(["aliases", "--remove", "die Hafenkoenigin"]) == 0
    assert capsys.readouterr().out == "Hafenkönigin\tAda Lind\tperson\n"
    assert main(["aliases"]) == 0
    assert capsys.readouterr().out == "Werft\tNordstern\torganisation\n"


def test_what_is_there_or_not_there_is_said(capsys):
    assert main(["aliases", "--add", "Hafenkönigin", "Ada Lind"]) == 0
    capsys.readouterr()
    assert main(["aliases", "--add", "hafenkönigin", "Ada Lind"]) == 1
    assert capsys.readouterr().err == "lesart: “hafenkönigin” is an alias of Ada Lind already.\n"
    assert main(["aliases", "--remove", "Hafenkönigin", "--of", "Jon Varga"]) == 1
    assert "no alias “Hafenkönigin” of Jon Varga" in capsys.readouterr().err
    assert main(["aliases", "--remove", "Hafenkönigin", "--of", "ada lind"]) == 0


def test_a_surname_has_no_aliases(capsys):
    assert main(["aliases", "--add", "Hafenkönigin", "Lind"]) == 1
    assert capsys.readouterr().err == "lesart: “Lind” is no name in full: a surname alone may be anybody's.\n"
    assert main(["aliases", "--add", "Hafen", "Nordstern", "--kind", "organisation"]) == 0


def test_misuse_is_status_2():
    for words in (["--of", "Ada Lind"], ["--add", "x"], ["--add", " ", "y"]):
        with pytest.raises(SystemExit) as end:
            main(["aliases", *words])
        assert end.value.code == 2


def test_names_reach_the_terminal_without_control_characters(capsys):
    main(["aliases", "--add", "Ro\x1b[31mt", "Ada Lind"])
    main(["aliases"])
    assert "\x1b" not in capsys.readouterr().out


def test_a_name_is_no_alias_of_itself_and_an_unknown_name_is_remarked_on(capsys):
    assert main(["aliases", "--add", "ada lind", "Ada Lind"]) == 1
    assert capsys.readouterr().err == "lesart: “ada lind” is the name itself, and no other name of it.\n"
    assert main(["aliases"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["aliases", "--add", "Hafenkönigin", "Ada Lind"]) == 0
    told = "Kept, but no article that is analysed names Ada Lind yet: check the spelling."
    assert capsys.readouterr().err == f"lesart: {told}\n"
