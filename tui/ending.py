"""Being ended from outside: a signal leaves drafts and the terminal in order, and ends the program whatever happens."""

import os
import signal
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType

SIGNALS = "SIGTERM", "SIGHUP", "SIGQUIT"
"""Those that end the program from outside; Windows has only the first."""
LAST = 10.0
"""Seconds until the program ends that cannot do so in order, for instance as its terminal takes nothing any more."""


class EndFromOutside:
    """Heeds signals while a program runs on the screen."""

    def __init__(self, end: Callable[[int], None]) -> None:
        """`end` is called in the event loop, with the number of the signal, and is to end the program in order."""
        self._end = end
        self._before: dict[int, object] = {}
        self._timers: list[Timer] = []

    def heed(self) -> None:
        """Heed them from now on. Called in the event loop."""
        loop = get_running_loop()
        for name in SIGNALS:
            # Not on Windows, nor where another thread than the main one runs the program.
            with suppress(AttributeError, ValueError):
                number = getattr(signal, name)
                self._before[number] = signal.signal(
                    number, lambda number, _frame: self._begin(loop, number, _frame)
                )

    def settle(self) -> None:
        """The program has ended in order: signals do what they did before."""
        for timer in self._timers:
            timer.cancel()
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as it was returned
        self._before.clear()

    def _begin(self, loop: AbstractEventLoop, number: int, _frame: FrameType | None) -> None:
        # Called between any two steps of the main thread, even while it waits for a lock.
        timer = Timer(LAST, os._exit, (128 + number,))
        timer.daemon = True
        timer.start()
        self._timers.append(timer)
        with suppress(RuntimeError):  # The loop has ended already.
            loop.call_soon_threadsafe(self._end, number)
