"""A bar on standard error while a command works through several things."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def with_progress(things: Sequence[T], doing: str, *, at_least: int = 2) -> Iterable[T]:
    """`things`, with a bar that says what is done to them, at a terminal and where there are enough of them."""
    if len(things) < at_least or not sys.stderr.isatty():
        return things
    return track(things, doing, console=Console(stderr=True), transient=True)
