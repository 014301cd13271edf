"""Sentences to the reader, in the corner of the screen and in the line at its foot."""

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.notifications import Notification, Notify, SeverityLevel

from tui.text import drawable


def say(app: App[Any], sentence: str, severity: SeverityLevel = "information") -> Notification:
    """Show a sentence for a while. It may hold words of an article: none of it is read as markup."""
    timeout = 8 if severity == "error" else 4
    said = Notification(drawable(sentence), severity=severity, timeout=timeout, markup=False)
    app.post_message(Notify(said))
    return said


def take_back(said: Notification) -> None:
    """Say something no longer from the next change of the screen on, because it has become untrue."""
    said.timeout = 0


@runtime_checkable
class Forgetful(Protocol):
    """A screen whose line at the foot says what was just done."""

    def forget_message(self) -> None:
        """Say it no longer."""


def forget_message(screen: object) -> None:
    """Have a screen no longer say what was just done: something else is done now."""
    if isinstance(screen, Forgetful):
        screen.forget_message()
