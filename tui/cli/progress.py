"""A bar on standard error while a command works through several things."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
    track,
)
from rich.text import Text

T = TypeVar("T")


def with_progress(things: Sequence[T], doing: str, *, at_least: int = 2) -> Iterable[T]:
    """`things`, with a bar that says what is done to them, at a terminal and where there are enough of them."""
    return progress_of(things, len(things), doing, at_least=at_least)


def progress_of(coming: Iterable[T], total: int, doing: str, *, at_least: int = 2) -> Iterable[T]:
    """The same for what comes one after the other, so many in all."""
    if total < at_least or not sys.stderr.isatty():
        return coming
    return track(coming, doing, total=total, console=Console(stderr=True), transient=True)


class Bar:
    """How many of many things are done, how many a second, and the time left; only at a terminal."""

    def __init__(self, doing: str, total: Callable[[], int | None], shown: bool = True) -> None:
        """`total` is asked only if the bar is shown; it gives None where nobody knows how many there will be."""
        shown = shown and sys.stderr.isatty()
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(compact=True),
            console=Console(stderr=True),
            transient=True,
            disable=not shown,
        )
        self._task = self._progress.add_task(doing, total=total() if shown else None)

    def __enter__(self) -> Self:
        """Show it."""
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Remove it."""
        self._progress.stop()

    def advance(self, by: int) -> None:
        """So many more are done."""
        self._progress.advance(self._task, by)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Things a second, or a minute where they are slow."""
        speed = task.finished_speed or task.speed or 0.0
        return Text(f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.1f}/min" if speed else "")
