"""A file changes between two readings: by keys alone, in a real pseudo-terminal."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.locations import ASSETS
from tests.tui.end_to_end.terminal import Terminal

FIRST = """Der Hafen schweigt

Am Morgen lagen die Kräne still. Ada Lind trat vor die Tore der Werft und sprach lange.
Der Reeder will verhandeln, aber nicht um jeden Preis.
"""
SECOND = """Der Hafen schweigt

Eilmeldung vom Nachmittag. Am Morgen lagen die Kräne still. Ada Lind trat mit Varga vor die Tore der Werft und
sprach lange. Die Behörde äußerte sich nicht.
"""


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Programs that are ended after the test, whatever they do."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def test_notes_go_along_with_a_changed_file_and_what_changed_can_be_seen(
    tmp_path: Path, terminals: list[Terminal]
) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")},
        "LESART_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }

    def lesart(*words: str) -> Terminal:
        terminals.append(Terminal([sys.executable, "-P", "-m", "tui.cli", *words], environment))
        return terminals[-1]

    file = tmp_path / "hafen.txt"
    file.write_text(FIRST, encoding="utf-8")
    scripts = [lesart("annotate", str(file), "--exact", "Ada Lind trat vor die Tore", "--tag", "person")]
    scripts.append(lesart("annotate", str(file), "--exact", "Der Reeder will verhandeln", "--tag", "frist"))
    assert [script.wait_end() for script in scripts] == [0, 0]

    file.write_text(SECOND, encoding="utf-8")
    reader = lesart(str(file))
    reader.wait("The text has changed since you read it: of your 2 marks")
    reader.wait("words changed")
    reader.wait("words not found")
    reader.wait("“Der Reeder will verhandeln”")
    reader.press("O")
    reader.wait("saved")
    reader.wait_gone("words changed")
    reader.press("V")
    reader.wait("version 2")
    reader.press("c")
    reader.wait("+mit Varga")
    reader.wait("Die Behörde äußerte sich nicht.")
    for key in "qqq":
        reader.press(key)
    assert reader.wait_end() == 0

    library = lesart()
    library.wait("2 versions")
    library.press("/")
    library.wait("words to find")
    library.press("person", "\r")
    library.wait("1 mark")
    library.press("q")  # A step back, from what was found to all articles.
    library.wait("1 article")
    library.press("q")
    assert library.wait_end() == 0
