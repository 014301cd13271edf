"""`lesart keys`: the whole table, for people and for programs, and what is wrong with the reader's own."""

import json
import os
from pathlib import Path

import pytest

from tui.cli import main
from tui.keymap import COMMANDS


@pytest.fixture
def key_file() -> Path:
    """Where the reader's own keys lie; the folder is there, the file is not."""
    folder = Path(os.environ["LESART_HOME"]) / "config"
    folder.mkdir(parents=True)
    return folder / "keys.toml"


def test_every_command_is_printed_with_its_keys(capsys):
    assert main(["keys"]) == 0
    printed = capsys.readouterr().out
    for command in COMMANDS:
        assert f" {command.id} " in printed
    assert " t                  tag " in printed
    assert "Ctrl+R" in printed
    assert "In the text\n" in printed


def test_as_json_it_can_be_read_by_programs(capsys):
    assert main(["keys", "--format", "json"]) == 0
    table = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert table.keys() == {command.id for command in COMMANDS}
    assert table["redo"] == {
        "id": "redo",
        "keys": ["ctrl+r"],
        "does": "Make the change you took back again",
        "place": "reader",
        "group": "Tags and notes",
        "own": False,
    }


def test_own_keys_are_shown_as_such(capsys, key_file):
    key_file.write_text('tag = "f5"\n', encoding="utf-8")
    assert main(["keys"]) == 0
    printed = capsys.readouterr().out
    assert " *F5                 tag " in printed
    assert "* your own choice" in printed


def test_faults_are_named_and_the_usual_keys_printed(capsys, key_file):
    key_file.write_text('tga = "f5"\nnote = "esc"\n', encoding="utf-8")
    assert main(["keys"]) == 1
    told = capsys.readouterr()
    assert told.err == (
        "lesart: There is no command “tga” (perhaps “tag”?).\n"
        "lesart: “note”: the key “esc” is called “escape” here.\n"
    )
    assert " m                  note " in told.out


def test_help_says_where_the_file_lies(capsys, key_file):
    with pytest.raises(SystemExit):
        main(["keys", "--help"])
    assert str(key_file) in capsys.readouterr().out
