"""A whole reading in a real pseudo-terminal, by keys alone: open, tag, note, leave, open again."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.locations import ASSETS
from tests.tui.analysed import keep_analysis
from tests.tui.end_to_end.terminal import Terminal

CTRL_S = "\x13"
CTRL_Q = "\x11"
F12 = "\x1b[24~"
ESCAPE = "\x1b"

Open = Callable[..., Terminal]


@pytest.fixture
def analysed(tmp_path: Path) -> None:
    """The demo article is analysed."""
    keep_analysis(tmp_path / "home")


@pytest.fixture
def lesart(tmp_path: Path) -> Iterator[Open]:
    """Opens Lesart with a home of its own, the same for every opening of one test."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")},
        "LESART_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    opened: list[Terminal] = []

    def open_article(*words: str, columns: int = 120, lines: int = 40) -> Terminal:
        terminal = Terminal([sys.executable, "-P", "-m", "tui.cli", *words], environment, columns, lines)
        opened.append(terminal)
        return terminal

    yield open_article
    for terminal in opened:
        terminal.close()


def test_open_tag_note_leave_and_open_again(lesart: Open) -> None:
    reader = lesart("demo")
    reader.wait("Machtkampf am Kap")
    reader.wait("Thandi Mokoena")
    reader.wait("COSATU")
    reader.wait(" names, ")

    reader.press("e")
    reader.press("t")
    reader.wait("type a tag")
    reader.press("hafen", "\r")
    reader.wait("saved")
    reader.wait("#hafen")

    reader.press("c")
    reader.press("m")
    reader.wait("Your note")
    reader.press(*"Wer hat das gesagt?")
    reader.press(CTRL_S)
    reader.wait("Wer hat das gesagt?")
    reader.wait("saved")

    reader.press("M")
    reader.wait("Your note")
    reader.press("Zum Ganzen", CTRL_S)
    reader.wait("Zum Ganzen")
    reader.wait("saved")
    reader.press("q")
    assert reader.wait_end() == 0

    again = lesart("demo")
    for words in ("#hafen", "Wer hat das gesagt?", "Zum Ganzen"):
        again.wait(words)
    again.press("a", "a", "x")
    again.wait("deleted")
    deleted = "#hafen" if "#hafen deleted" in again.text else "Wer hat das gesagt?"
    again.press("u")
    again.wait("undone")
    again.wait(deleted)
    again.press("q")
    assert again.wait_end() == 0


@pytest.mark.parametrize("key", [CTRL_Q, F12])
def test_it_is_left_from_anywhere_by_one_key(analysed: None, lesart: Open, key: str) -> None:
    reader = lesart("demo")
    reader.wait("? keys")
    reader.press("?")
    reader.wait("Keys in the text")
    reader.press(key)
    assert reader.wait_end() == 0


def test_a_quick_hand_loses_no_letter(analysed: None, lesart: Open) -> None:
    reader = lesart("demo")
    reader.wait(" names, ")
    reader.press("e", "t")
    reader.wait("type a tag")
    reader.press("hafen\r")
    reader.wait("#hafen")
    reader.wait("saved")
    reader.press("m")
    reader.wait("Your note")
    reader.press(f"bis wann denn{CTRL_S}")
    reader.wait("bis wann denn")
    reader.wait("saved")
    reader.press("/")
    reader.wait("words to find")
    reader.press("Frachter\r")
    reader.wait("hit 1 of 2 · “Frachter”")


def test_the_same_text_under_another_name_brings_its_notes(lesart: Open, tmp_path: Path) -> None:
    words = (ASSETS / "samples" / "bruecke.txt").read_text(encoding="utf-8")
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(words, encoding="utf-8")
    reader = lesart(str(tmp_path / "one.txt"))
    reader.wait("Rendsburg")
    reader.press("M")
    reader.wait("Your note")
    reader.press("Nachfragen im Amt", CTRL_S)
    reader.wait("saved")
    reader.close()
    again = lesart(str(tmp_path / "two.txt"))
    again.wait("Nachfragen im Amt")


def test_eighty_by_twenty_four_shows_the_text_and_the_keys_that_matter(analysed: None, lesart: Open) -> None:
    reader = lesart("demo", columns=80, lines=24)
    reader.wait("Machtkampf am Kap")
    reader.wait("? keys")
    reader.press("?")
    reader.wait("Keys in the text")
    reader.press(ESCAPE)
    reader.wait_gone("Keys in the text")
    reader.press("q")
    assert reader.wait_end() == 0


def test_standard_input_is_read_and_keys_still_come_from_the_terminal(lesart: Open, tmp_path: Path) -> None:
    script = tmp_path / "pipe.sh"
    script.write_text(
        f'cat "{ASSETS}/samples/bruecke.txt" | "{sys.executable}" -P -m tui.cli -\n', encoding="utf-8"
    )
    environment = {
        **os.environ,
        "LESART_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm",
    }
    reader = Terminal(["/bin/bash", str(script)], environment)
    try:
        reader.wait("Brückensperrung")
        reader.press("q")
        assert reader.wait_end() == 0
    finally:
        reader.close()
