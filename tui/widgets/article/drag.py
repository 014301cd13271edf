"""Dragging with the mouse: from a character of the text to the pointer, scrolling on beyond the edges."""

from collections.abc import Callable

from textual import events
from textual.timer import Timer
from textual.widget import Widget

INTERVAL = 0.05
"""Seconds between two lines while a drag scrolls the text."""


class Drag:
    """A press of the mouse button on `view`, and what becomes of it.

    `to` is called with the character where the drag began and the column and line of the pointer, `scroll` with the
    lines to scroll by while the pointer is held above or below the text.
    """

    def __init__(
        self, view: Widget, to: Callable[[int, int, int], None], scroll: Callable[[int], None]
    ) -> None:
        self._view = view
        self._to = to
        self._scroll = scroll
        self._start: int | None = None
        self._x = self._y = 0
        self._timer: Timer | None = None
        self.has_moved = False
        """Whether the pointer has moved since the button was pressed, so that releasing it is not a click."""

    def press(self, start: int | None, event: events.MouseDown) -> None:
        """The button is pressed on the character `start`; None where there is no text."""
        self._start, self._x, self._y, self.has_moved = start, event.x, event.y, False
        if start is not None:
            self._view.capture_mouse()

    def move(self, event: events.MouseMove) -> None:
        """The pointer is moved, with or without the button held."""
        if self._start is None or (event.x, event.y) == (self._x, self._y):
            return
        self._x, self._y, self.has_moved = event.x, event.y, True
        self._to(self._start, self._x, self._y)
        outside = event.y < 0 or event.y >= self._view.scrollable_content_region.height
        if outside and self._timer is None:
            self._timer = self._view.set_interval(INTERVAL, self._go_on)
        elif not outside:
            self._stop()

    def release(self) -> None:
        """The button is released."""
        self._start = None
        self._stop()
        self._view.release_mouse()

    def _go_on(self) -> None:
        self._scroll(-1 if self._y < 0 else 1)
        if self._start is not None:
            self._to(self._start, self._x, self._y)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
