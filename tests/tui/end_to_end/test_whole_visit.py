"""One visit to the demo article in a real terminal, key by key, as a newcomer would make it, and the keys counted."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.locations import ASSETS
from tests.tui.analysed import keep_analysis
from tests.tui.end_to_end.terminal import Terminal

ENTER = "\r"
ESCAPE = "\x1b"
CTRL_S = "\x13"

MOST_KEYS = 27
"""Keys the whole visit may take, the letters of names, tags and notes not counted."""


class Visit:
    """A terminal in which keys are counted."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        self.terminal.press(*keys)

    def type(self, words: str) -> None:
        """Letters are typed, not counted."""
        self.terminal.press(*words)

    def see(self, *words: str) -> None:
        for each in words:
            self.terminal.wait(each)


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Callable[[], Visit]]:
    """Opens the demo article, which is analysed, each time with the same home."""
    keep_analysis(tmp_path / "home")
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")},
        "LESART_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    opened: list[Terminal] = []

    def open_demo() -> Visit:
        opened.append(Terminal([sys.executable, "-P", "-m", "tui.cli", "demo"], environment, 120, 40))
        return Visit(opened[-1])

    yield open_demo
    for terminal in opened:
        terminal.close()


def test_a_whole_visit(visit: Callable[[], Visit]) -> None:
    reader = visit()
    reader.see("Machtkampf am Kap", "Tour, 1 of 5")
    reader.press(ESCAPE)
    reader.terminal.wait_gone("Tour, 1 of 5")

    # To the second quote; who says it stands at the foot, why on a sheet.
    reader.press("c", "c")
    reader.see("quote 2 of ")
    reader.press("r")
    reader.see("Why this is a quote", "How sure")
    reader.press("r")
    reader.terminal.wait_gone("Why this is a quote")

    # Somebody else says it.
    reader.press("I", "w")
    reader.see("Varga")
    reader.type("Mokoena")
    reader.press(ENTER)
    reader.see("said by Thandi Mokoena · saved")

    # Three passages with two tags.
    reader.press("t")
    reader.see("type a tag")
    reader.type("hafen,frist")
    reader.press(ENTER)
    reader.see("#hafen #frist", "saved")
    for number in (2, 3):
        reader.press("c", "#")
        reader.see(f"mark {number} of {number}")

    # A note, and one step back.
    reader.press("m")
    reader.see("Your note")
    reader.type("Wer war dabei")
    reader.press(CTRL_S)
    reader.see("Wer war dabei", "saved")
    reader.press("c", "#")
    reader.see("mark 4 of 4")
    reader.press("u")
    reader.see("undone")

    # All passages with a tag, one of them copied with where it comes from.
    reader.press("3", "f")
    reader.see("only #hafen", "3 of 3")
    reader.press(ENTER, "y")
    reader.see("with its source")
    reader.press("q")
    assert reader.terminal.wait_end() == 0

    again = visit()
    again.see("Machtkampf am Kap", "#hafen #frist", "Wer war dabei", " names, ")
    assert "Tour" not in again.terminal.text
    again.press("c", "c")
    again.see("quote 2 of ", "Thandi Mokoena, ")
    again.press("q")
    assert again.terminal.wait_end() == 0

    total = reader.keys + again.keys
    print(f"{total} keys")
    assert total <= MOST_KEYS
