"""Widgets and screens that can be removed at any moment, also before their parts are mounted, and then are gone."""

from typing import Any

from textual import events
from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.message_pump import MessagePump
from textual.widget import Widget


def keep_nothing_removed() -> None:
    """Stop Textual from keeping the rendered lines of widgets that were removed.

    `StylesCache.get_inner_outer` caches two styles for two colours, but is a plain method: the cache holds the last
    1,024 widgets with the lines they drew. As the class method that its signature says it is, it holds none.
    """
    method = vars(StylesCache).get("get_inner_outer")
    if method is not None and not isinstance(method, classmethod):
        StylesCache.get_inner_outer = classmethod(method)  # type: ignore[method-assign, assignment]


class Removable(MessagePump):
    """Handles no event if it was removed before it had its parts; comes before the widget class among the bases.

    Textual mounts nothing in a widget that is being removed, but still sends it `Mount` and everything queued for it. A
    handler that asks for one of its parts would then end the program.
    """

    _has_parts = True

    async def on_event(self, event: events.Event) -> None:
        """Handle an event, unless the parts it may ask for were never mounted."""
        if isinstance(event, events.Mount):
            self._has_parts = self._is_there()
        if self._has_parts or isinstance(event, events.Unmount):
            await super().on_event(event)

    def _is_there(self) -> bool:
        """Whether nothing has begun to remove it: neither it, nor the screen it is on, nor the program."""
        return (
            isinstance(self, Widget)
            and self.is_attached
            and bool(self.children)
            and self.screen in self.app.screen_stack
        )


class ClosedOnce(Removable):
    """A screen that answers once; comes before the screen class among the bases.

    Textual removes whichever screen is on top when a screen is dismissed, so that a double click or a second Enter on a
    sheet would close the page below it too, or end the program.
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the screen with a result; nothing happens where it is not on top (any more)."""
        stack: list[MessagePump] = [*self.app.screen_stack]
        if stack[-1:] != [self]:
            return AwaitComplete()
        closing: AwaitComplete = super().dismiss(result)  # type: ignore[misc]
        return closing
