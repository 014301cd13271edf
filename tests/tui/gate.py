"""A place at which the program is kept waiting until a test lets it go on."""

import asyncio
import threading
from weakref import WeakSet


class Gate:
    """Keeps one worker of the program waiting, which counts as at rest as long as the gate is closed."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        """Set once somebody has come to it."""
        self._is_open = threading.Event()
        self._opened = asyncio.Event()

    async def wait(self) -> None:
        """Wait in the loop."""
        self._reach()
        await self._opened.wait()

    def hold(self) -> None:
        """Wait in a thread, for a minute at most: a test that fails must end."""
        self._reach()
        self._is_open.wait(60)

    def open(self) -> None:
        """Let whoever waits go on, and whoever comes later pass. Called from the loop."""
        _CLOSED.discard(self)
        self._is_open.set()
        self._opened.set()

    def _reach(self) -> None:
        if not self._is_open.is_set():
            _CLOSED.add(self)
        self.reached.set()


_CLOSED: WeakSet[Gate] = WeakSet()


def held() -> int:
    """How many wait at gates."""
    return len(_CLOSED)
