"""Errands to many hosts, run in parallel; what they bring back is taken in one thread."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand(Generic[T]):
    """Something to be done at a host."""

    run: Callable[[], Any]
    """Does it, in another thread."""
    then: Callable[[Future[Any]], Iterator[T]]
    """Makes something of what came of it."""
    is_wanted: Callable[[], bool] = lambda: True
    """Whether it is still to be done, asked just before."""
    is_urgent: bool = False
    """Whether it comes before those that are not, whatever their host."""


class Errands(Generic[T]):
    """Runs each errand in a thread of its own: so many hosts at once, and never two errands for one of them.

    What comes of each is handed to a function that belongs to it, one after the other and by whoever iterates; it may
    add further errands, and what it yields is told. What is urgent comes first, and hosts take turns.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._waiting: dict[str, deque[Errand[T]]] = {}
        self._busy: set[str] = set()
        self._done: SimpleQueue[tuple[str, Errand[T], Future[Any]] | None] = SimpleQueue()
        self._is_stopped = False

    def add(self, host: str, errand: Errand[T]) -> None:
        """Have something done as soon as the host is free and has done what was added before."""
        waiting = self._waiting.setdefault(host, deque())
        at = sum(each.is_urgent for each in waiting) if errand.is_urgent else len(waiting)
        waiting.insert(at, errand)

    def stop(self) -> None:
        """Send for nothing more and wait for nothing more; may be called in any thread."""
        self._is_stopped = True
        self._done.put(None)

    def __iter__(self) -> Iterator[T]:
        """What comes of the errands, in the order in which they end."""
        self._send()
        while self._busy and (done := self._done.get()) is not None and not self._is_stopped:
            host, errand, outcome = done
            self._busy.discard(host)
            yield from errand.then(outcome)
            self._send()

    def _send(self) -> None:
        """Send for as many as may be under way at once."""
        for host in sorted(self._waiting, key=lambda host: not self._waiting[host][0].is_urgent):
            if self._is_stopped or len(self._busy) >= self._at_once:
                return
            if host not in self._busy and (errand := self._next(host)) is not None:
                self._busy.add(host)
                Thread(target=self._run, args=(host, errand), daemon=True).start()

    def _next(self, host: str) -> Errand[T] | None:
        """What is to be done at a host, which is the last of the hosts from now on; None for nothing."""
        waiting = self._waiting.pop(host)
        while waiting:
            errand = waiting.popleft()
            if errand.is_wanted():
                if waiting:
                    self._waiting[host] = waiting
                return errand
        return None

    def _run(self, host: str, errand: Errand[T]) -> None:
        outcome: Future[Any] = Future()
        try:
            outcome.set_result(errand.run())
        except BaseException as error:
            outcome.set_exception(error)
        self._done.put((host, errand, outcome))
