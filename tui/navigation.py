"""Going on from a screen without coming back to it, and coming back to one."""

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


async def come_back_to(app: App[Any], screen: Screen[Any]) -> bool:
    """Close all that lies above a screen; False if something there may not be left now."""
    while app.screen is not screen:
        may_leave = getattr(getattr(app.screen, "leaving", None), "may_leave", None)
        if may_leave is not None and not await may_leave():
            return False
        await app.pop_screen()
    return True


def is_last(screen: Screen[Any]) -> bool:
    """Whether leaving a screen leads nowhere but out of the program."""
    stack = screen.app.screen_stack
    return all(each.has_class(PASSED) for each in stack[: stack.index(screen)])
