"""`lesart settings`: what may be set, what it means, and what holds now."""

import os
import tomllib
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from tui.cli import main
from tui.config.settings import Settings, check_settings
from tui.themes import THEMES


@pytest.fixture
def file() -> Path:
    """Where the reader's own settings lie; the folder is there, the file is not."""
    folder = Path(os.environ["LESART_HOME"]) / "config"
    folder.mkdir(parents=True)
    return folder / "settings.toml"


def test_every_setting_is_named_with_its_default_and_its_meaning(capsys, file):
    assert main(["settings"]) == 0
    printed = capsys.readouterr().out
    assert str(file) in printed
    for each in fields(Settings):
        assert each.metadata["means"] in printed
    assert (
        "# Maximum width of a line of the text in columns.\n# a number from 40 to 100\n#measure = 72\n"
        in printed
    )
    assert all(f"“{theme.name}”" in printed for theme in THEMES)
    assert tomllib.loads(printed) == {}


def test_without_its_signs_it_is_a_file_of_the_defaults(capsys):
    assert main(["settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    table = tomllib.loads("\n".join(line[1:] for line in lines if line[:1] == "#" and line[1:2] != " "))
    assert check_settings(table) == (Settings(), ())
    assert asdict(Settings()).keys() | {"pipelines"} == table.keys()


def test_what_is_set_stands_below_its_default(capsys, file):
    file.write_text('theme = "paper"\nmeasure = 60\n', encoding="utf-8")
    assert main(["settings"]) == 0
    printed = capsys.readouterr().out
    assert '#theme = "ink"  # the default\ntheme = "paper"\n' in printed
    assert tomllib.loads(printed) == {"theme": "paper", "measure": 60}


def test_faults_are_named(capsys, file):
    file.write_text("width = 60\n", encoding="utf-8")
    assert main(["settings"]) == 1
    assert "There is no setting “width”" in capsys.readouterr().err
