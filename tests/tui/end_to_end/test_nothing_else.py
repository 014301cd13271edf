"""One sitting in a real terminal, on a small screen and on a plain one: no step acts on another thing than is shown."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.locations import ASSETS
from tests.tui.end_to_end.terminal import Terminal

ENTER, ESCAPE, CTRL_S, F12 = "\r", "\x1b", "\x13", "\x1b[24~"
KEEPS = "Ctrl+S keep"
"""What is seen while a note is written."""

Sitting = Callable[[], Terminal]


@pytest.fixture(params=[(60, 20), (120, 40)], ids=str)
def sitting(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sitting]:
    """Opens the demo article, each time with the same home."""
    columns, lines = request.param
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("tour = false\n", encoding="utf-8")
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")},
        "LESART_HOME": str(home),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    opened: list[Terminal] = []

    def open_demo() -> Terminal:
        opened.append(Terminal([sys.executable, "-P", "-m", "tui.cli", "demo"], environment, columns, lines))
        return opened[-1]

    yield open_demo
    for terminal in opened:
        terminal.close()


def test_no_step_acts_on_another_thing_than_is_shown(sitting: Sitting) -> None:
    reader = sitting()
    reader.wait("Machtkampf am Kap")
    reader.wait(" names, ")

    # A name is tagged, the tag is a target, and a note goes to it.
    reader.press("e")
    reader.wait("name 1 of")
    reader.press("t")
    reader.wait("Tags")
    reader.press(*"eins", ENTER)
    reader.wait("mark 1 of 1")
    reader.press("m")
    reader.wait(KEEPS)
    reader.press(*"Wer ist das", CTRL_S)
    reader.wait_gone(KEEPS)
    reader.wait("mark 1 of 1")

    # It is read without being edited, and edited from there.
    reader.press(ENTER)
    reader.wait("Your mark")
    reader.wait("Wer ist das")
    reader.press("i")
    reader.wait(KEEPS)
    reader.press(*", bitte", CTRL_S)
    reader.wait_gone(KEEPS)

    # A note on the article is the target then: that it is deleted leaves the other alone.
    reader.press("M")
    reader.wait("on the whole article")
    reader.press(*"Zum Ganzen", CTRL_S)
    reader.wait_gone(KEEPS)
    reader.wait("mark 1 of 2")
    reader.press("x")
    reader.wait("note deleted")
    reader.press("a")
    reader.wait("mark 1 of 1")
    reader.press(ENTER)
    reader.wait("Wer ist das, bitte")
    reader.press(ESCAPE)
    reader.wait_gone("Your mark")

    # What was deleted comes back as the target.
    reader.press("u")
    reader.wait("undone")
    reader.press(ENTER)
    reader.wait("Zum Ganzen")
    reader.press(ESCAPE)
    reader.wait_gone("Your mark")

    # A hit inside a quote knows the quote: it is explained and corrected there.
    reader.press("/")
    reader.press(*"Arbeit getan", ENTER)
    reader.wait("hit 1 of")
    reader.press("r")
    reader.wait("Why this is a quote")
    reader.press("r")
    reader.wait_gone("Why this is a quote")
    reader.press("I", "w")
    reader.wait("Who says it?")
    reader.press(*"Mokoena", ENTER)
    reader.wait("“Ich gehe erst")
    reader.press("u")
    reader.wait("undone")

    # Left in the middle of a note, and found again.
    reader.press("/")
    reader.press(*"Faustpfand", ENTER)
    reader.wait("hit 1 of")
    reader.press("m")
    reader.wait(KEEPS)
    reader.press(*"halb", F12)
    assert reader.wait_end() == 0

    again = sitting()
    again.wait("Machtkampf am Kap")
    again.wait(" names, ")
    again.press("/")
    again.press(*"Faustpfand", ENTER)
    again.wait("hit 1 of")
    again.press("m")
    again.wait("your draft")
    again.wait("halb")
    again.press(*" fertig", CTRL_S)
    again.wait_gone("your draft")
    again.press(ENTER)
    again.wait("halb fertig")
    again.press(ESCAPE)
    again.wait_gone("Your mark")
    again.press("q")
    assert again.wait_end() == 0
