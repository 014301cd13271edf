"""A sentence to the reader, in the corner of the screen."""

from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

from tui.text import drawable


def say(app: App[Any], sentence: str, severity: SeverityLevel = "information") -> None:
    """Show a sentence for a while. It may hold words of an article: none of it is read as markup."""
    app.notify(drawable(sentence), severity=severity, markup=False, timeout=8 if severity == "error" else 4)
