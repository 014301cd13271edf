"""A bar on standard error while a command works through several things."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def with_progress(things: Sequence[T], doing: str, *, at_least: int = 2) -> Iterable[T]:
    """`things`, with a bar that says what is done to them, at a terminal and where there are enough of them."""
    return progress_of(things, len(things), doing, at_least=at_least)


def progress_of(coming: Iterable[T], total: int, doing: str, *, at_least: int = 2) -> Iterable[T]:
    """The same for what comes one after the other, so many in all."""
    if total < at_least or not sys.stderr.isatty():
        return coming
    return track(coming, doing, total=total, console=Console(stderr=True), transient=True)
