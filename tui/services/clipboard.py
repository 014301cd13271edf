"""Copying: through the system's programs for its clipboard, where there are any, and always through the terminal."""

import os
import subprocess
import sys
from asyncio import to_thread
from shutil import which
from typing import Any

from textual.app import App

from core.translation import _
from tui.notify import say

PROGRAMS = (
    ("wl-copy", "WAYLAND_DISPLAY", ("wl-copy",)),
    ("xclip", "DISPLAY", ("xclip", "-selection", "clipboard")),
    ("xsel", "DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""Programs that copy where a window system is, the environment variable that tells of it, and how they are called."""
LONGEST = 5
"""Seconds that such a program may take."""


def takers() -> tuple[str, ...]:
    """What takes a copy for certain: the program for the clipboard of the system, and tmux; empty for neither.

    tmux keeps no copy that a program sends through the terminal, unless its set-clipboard is "on"; it is asked by
    name.
    """
    here = [name for name, told_by, _words in PROGRAMS if os.environ.get(told_by) and which(name)][:1]
    if sys.platform == "darwin":
        here = ["pbcopy"]
    elif sys.platform == "win32" or (os.environ.get("WSL_DISTRO_NAME") and which("clip.exe")):
        here = ["Windows"]
    return (*here, *(["tmux"] if os.environ.get("TMUX") and which("tmux") else []))


def copy(app: App[Any], text: str) -> bool:
    """Copy `text`. False where only the terminal was asked: it does not say whether it took it (OSC 52)."""
    app.copy_to_clipboard(text)
    found = () if app.is_headless else takers()
    if found:
        app.run_worker(_copy(app, found, text), group="clipboard", exit_on_error=False)
    return bool(found)


async def _copy(app: App[Any], found: tuple[str, ...], text: str) -> None:
    for name in found:
        if not await to_thread(taken_by, name, text):
            sentence = _("{program} did not take the copy; the terminal may have.")
            say(app, sentence.format(program=name), "warning")


def taken_by(name: str, text: str) -> bool:
    """Give a copy to one of the `takers`; whether it took it."""
    if name == "Windows":
        return _by_pyperclip(text)
    if name == "tmux":
        # From version 3.2 on it passes the copy on to the terminal that it runs in, too.
        return _ran(("tmux", "load-buffer", "-w", "-"), text) or _ran(("tmux", "load-buffer", "-"), text)
    commands = {program: words for program, _told_by, words in PROGRAMS}
    return _ran(commands.get(name, (name,)), text)


def _ran(command: tuple[str, ...], text: str) -> bool:
    # What goes on holding the copy must not keep a pipe open, nor write on the screen.
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            command,
            input=text.encode(errors="replace"),
            stdout=quiet,
            stderr=quiet,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _by_pyperclip(text: str) -> bool:
    import pyperclip  # only here: it looks for the programs of the system

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
