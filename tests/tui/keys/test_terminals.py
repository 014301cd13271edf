"""Every bound key arrives under its name: from xterm and from tmux, without the kitty protocol, in a real terminal."""

import os
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pexpect
import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser

from core.locations import ASSETS
from tests.tui.keys.sent import OTHERWISE, sent
from tui.keymap import COMMANDS

ONLY_BEYOND = frozenset({"super+c"})
"""Keys that no plain terminal sends; each stands beside one that all do."""
BOUND = sorted({key for command in COMMANDS for key in command.key_list} - ONLY_BEYOND)
PREFIX = "ctrl+b"
"""The key that tmux keeps to itself; each command that has it has another."""
PATIENCE = 60.0


def parsed(characters: str) -> list[str]:
    """The names of the keys that Textual reads out of what a terminal sent."""
    parser = XTermParser()
    read = list(parser.feed(characters))
    if characters == "\x1b":
        time.sleep(constants.ESCAPE_DELAY)
        read += parser.tick()
    return [event.key for event in read if isinstance(event, events.Key)]


def test_keys_beyond_a_plain_terminal_are_never_alone() -> None:
    assert {tuple(command.key_list) for command in COMMANDS if ONLY_BEYOND & {*command.key_list}} == {
        ("ctrl+c", "super+c")
    }
    for command in COMMANDS:
        assert set(command.key_list) - ONLY_BEYOND - {PREFIX}


@pytest.mark.parametrize("terminal", OTHERWISE)
@pytest.mark.parametrize("key", BOUND)
def test_what_a_terminal_sends_is_read_as_that_key(key: str, terminal: str) -> None:
    assert parsed(sent(key, terminal)) == [key]


class Echoed:
    """The program that writes down its keys, in a pseudo-terminal."""

    def __init__(self, command: Sequence[str], file: Path, terminal: str) -> None:
        self._file = file
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("TMUX", "TMUX_PANE")},
            "TERM": terminal,
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ASSETS.parent),
        }
        self._program = pexpect.spawn(
            command[0], list(command[1:]), env=environment, dimensions=(24, 80), timeout=PATIENCE
        )
        self._program.delaybeforesend = None

    def names(self, keys: Sequence[str]) -> list[str]:
        """The names of the keys as they arrived, once all have."""
        self._wait(1)
        for key in keys:
            self._program.send(sent(key))
            self._take_in(0.01)
        names = self._wait(1 + len(keys))
        return names[1:]

    def _wait(self, count: int) -> list[str]:
        end = time.monotonic() + PATIENCE
        while True:
            names = self._file.read_text(encoding="utf-8").split() if self._file.exists() else []
            if len(names) >= count or time.monotonic() > end:
                return names
            self._take_in(0.05)

    def _take_in(self, seconds: float) -> None:
        """Let it draw, so that it is not held up by what nobody reads."""
        try:
            self._program.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return

    def close(self) -> None:
        """End the program."""
        self._program.close(force=True)


@pytest.mark.parametrize("terminal", ["xterm", "xterm-256color", "screen-256color", "tmux-256color", "linux"])
def test_keys_arrive_in_a_real_terminal(terminal: str, tmp_path: Path) -> None:
    file = tmp_path / "keys"
    echoed = Echoed([sys.executable, "-m", "tests.tui.keys.echo", str(file)], file, terminal)
    keys = [key for key in BOUND if key != "escape"]
    try:
        assert echoed.names([*keys, "escape"]) == [*keys, "escape"]
    finally:
        echoed.close()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_keys_arrive_through_tmux_in_an_xterm(tmp_path: Path) -> None:
    file, settings = tmp_path / "keys", tmp_path / "tmux.conf"
    settings.write_text('set -g default-terminal "tmux-256color"\n', encoding="utf-8")
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", str(settings)]
    program = f"PYTHONPATH='{ASSETS.parent}' '{sys.executable}' -m tests.tui.keys.echo '{file}'"
    echoed = Echoed([*tmux, "new-session", program], file, "xterm")
    keys = [key for key in BOUND if key not in ("escape", PREFIX)]
    try:
        assert echoed.names([*keys, "escape"]) == [*keys, "escape"]
    finally:
        pexpect.run(f"{' '.join(tmux)} kill-server")
        echoed.close()
