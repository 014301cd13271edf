"""Copying through the terminal, which also works remotely, and through the system's clipboard."""

from asyncio import to_thread
from typing import Any

from textual.app import App


def copy(app: App[Any], text: str) -> None:
    """Copy `text` to the clipboard in both ways, since a terminal does not confirm that it took it (OSC 52)."""
    app.copy_to_clipboard(text)
    if not app.is_headless:
        app.run_worker(to_thread(_copy_here, text), group="clipboard", exit_on_error=False)


def _copy_here(text: str) -> None:
    import pyperclip  # only here: it looks for the programs of the system

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return  # no clipboard on this machine: the terminal has been asked
