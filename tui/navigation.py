"""Going on from a screen without coming back to it."""

from typing import Any

from textual.app import App
from textual.screen import Screen

PASSED = "-passed"
"""Class of a screen that one has gone on from, although it stays below."""


def go_on_in(app: App[Any], screen: Screen[Any]) -> None:
    """Put a screen in place of the one on top."""
    if len(app.screen_stack) > 1:
        app.switch_screen(screen)
        return
    # Textual cannot take the first screen away: it stays, and is passed over when one leaves.
    app.screen.add_class(PASSED)
    app.push_screen(screen)


def is_last(screen: Screen[Any]) -> bool:
    """Whether leaving a screen leads nowhere but out of the program."""
    stack = screen.app.screen_stack
    return all(each.has_class(PASSED) for each in stack[: stack.index(screen)])
