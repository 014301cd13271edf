"""Frames that nobody sees are not drawn: a headless program is drawn when it is at rest, and whenever a test looks.

Textual draws up to sixty frames a second, also without a terminal to show them on, and half the time of a test of the
reader goes there. What cannot be drawn is found as well when a test comes to rest.
"""

from typing import Any
from weakref import WeakSet

from rich.console import RenderableType
from textual._compositor import Compositor
from textual.app import App

draw = Compositor.render_update
"""How Textual draws."""
_due: WeakSet[Compositor] = WeakSet()
"""Those with something to draw."""


def draw_later(compositor: Compositor, full: bool = False, **options: Any) -> RenderableType | None:
    """In place of `Compositor.render_update`: a whole picture at once, and what has changed only with the next one."""
    if full:
        return draw(compositor, True, **options)
    if compositor._dirty_regions:
        _due.add(compositor)
    return None


def draw_now(app: App[Any]) -> None:
    """Draw what has changed since it was last drawn."""
    compositor = app.screen._compositor if app.screen_stack else None
    if compositor in _due:
        _due.discard(compositor)
        draw(compositor, screen_stack=app._background_screens)
