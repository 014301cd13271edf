"""Keys are handled one after the other, each when the screen it is meant for is ready."""

from asyncio import sleep
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

PACE = 0.02
"""Seconds between two looks whether a screen is ready by now."""
PATIENCE = 0.5
"""Seconds after which a key counts as handled whose widget was removed meanwhile."""


class KeyOrder:
    """Holds a key back until the key before it is done and the screen has its parts.

    Textual sends a key to whatever has the focus in that moment. A key typed quickly after one that opens a line or a
    sheet would reach the page below.
    """

    def __init__(
        self,
        app: App[Any],
        handle: Callable[[events.Event], Awaitable[None]],
        is_ready: Callable[[], bool],
    ) -> None:
        """`handle` sends a key on its way; `is_ready` says whether the screen on top can take one."""
        self._app = app
        self._handle = handle
        self._is_ready = is_ready
        self._held: deque[events.Event] = deque()
        self._under_way: events.Event | None = None
        self._looks_again = False

    async def take(self, event: events.Event) -> None:
        """Handle a key or a paste in its turn."""
        self._held.append(event)
        await self._next()

    async def _next(self) -> None:
        if self._under_way is not None or not self._held:
            return
        if not self._is_ready():
            if not self._looks_again:
                self._looks_again = True
                self._app.set_timer(PACE, self._look_again)
            return
        event = self._under_way = self._held.popleft()
        way: MessagePump = self._app
        if self._app.screen_stack:
            way = self._app.focused or self._app.screen
        await self._handle(event)
        self._app.set_timer(PATIENCE, lambda: self._done(event))
        self._follow(way, event)

    def _look_again(self) -> None:
        self._looks_again = False
        # Behind the focus, which a screen asks the app for when it is mounted.
        self._app.call_later(self._next)

    def _follow(self, node: MessagePump, event: events.Event) -> None:
        """Go the way of the key, from what had the focus up to the app, always one message behind it."""
        if node is self._app:
            self._app.call_later(self._app.call_later, self._done, event)
        elif not node.call_later(lambda: self._follow(node._parent or self._app, event)):
            self._follow(self._app, event)

    async def _done(self, event: events.Event) -> None:
        # Work that the key began takes its first step now, in which it may open a sheet for the next key.
        await sleep(0)
        if self._under_way is event:
            self._under_way = None
            await self._next()
