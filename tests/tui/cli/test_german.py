"""The command line in German: help, errors, what argparse says; data stay as they are."""

import argparse
import ast
import json
from pathlib import Path

import pytest

from core.locations import DEMO
from tests.tui.cli.program import run
from tui.cli import COMMANDS, argparse_messages, main
from tui.config.settings import SETTINGS_FILE, write_settings

GERMAN = {"LANG": "de_DE.UTF-8", "LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": ""}


@pytest.fixture
def speaks(monkeypatch):
    """Sets the language of the environment; nothing else of it counts."""

    def speak(**environment):
        for name, value in {**GERMAN, **environment}.items():
            monkeypatch.setenv(name, value)

    return speak


def test_help_is_german_in_a_german_environment(speaks, capsys):
    speaks()
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert said.startswith("Aufruf: lesart [-h]")
    assert "\nOptionen:\n  -h, --help  diese Hilfe zeigen\n" in said
    assert "\nBefehle:\n" in said


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("read", "demo")])
def test_the_help_of_each_command_is_german_throughout(command, speaks, capsys):
    speaks()
    with pytest.raises(SystemExit):
        main([command, "--help"])
    said = capsys.readouterr().out
    english = {"the", "with", "what", "and", "show", "options", "usage"}
    assert english & {word.strip(".,;:()") for word in said.split()} == set()


@pytest.mark.parametrize("environment", [{"LANG": "C"}, {"LANG": "tlh_KX.UTF-8"}, {"LC_ALL": "en_GB.UTF-8"}])
def test_help_is_english_elsewhere(environment, speaks, capsys):
    speaks(**environment)
    with pytest.raises(SystemExit):
        main(["--help"])
    assert capsys.readouterr().out.startswith("usage: lesart [-h]")


def test_the_setting_comes_before_the_environment(speaks, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    write_settings(tmp_path / "config" / SETTINGS_FILE, {"language": "de"})
    speaks(LC_ALL="C")
    with pytest.raises(SystemExit):
        main(["export", "--format", "nonsense"])
    assert (
        "lesart export: Fehler: Argument --format: 'nonsense' geht nicht (möglich: "
        in capsys.readouterr().err
    )
    write_settings(tmp_path / "config" / SETTINGS_FILE, {"language": "en"})
    speaks()
    assert main(["nowhere.txt"]) == 1
    assert capsys.readouterr().err == "lesart: Cannot find nowhere.txt: check the path.\n"


def test_errors_are_german_also_those_of_child_processes(speaks, capsys, tmp_path):
    speaks()
    assert main(["nowhere.txt"]) == 1
    assert capsys.readouterr().err == "lesart: nowhere.txt nicht gefunden: Pfad prüfen.\n"
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    assert main(["analyze", str(broken)]) == 1
    assert capsys.readouterr().err == f"lesart: {broken} nicht lesbar: Das PDF ist beschädigt.\n"


def test_data_are_the_same_in_every_language(tmp_path, speaks):
    def written(**environment):
        speaks(**environment)
        done = run(tmp_path, "analyze", str(DEMO))
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    english, german = written(LANG="C"), written(LANG="de_DE.UTF-8")
    assert german == english
    assert json.loads(german)["quotes"]


def test_the_sentences_of_argparse_are_those_it_has():
    """Of this version of Python; some are of others."""
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    words = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    assert set(argparse_messages.MESSAGES) - words <= {"invalid choice: %(value)r (choose from %(choices)s)"}
