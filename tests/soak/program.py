"""`python -m tests.soak.program ARTICLE`: Lesart with caches that are soon full.

Those of Textual and Rich hold up to 16,384 entries, which takes 20,000 random keys and some 40 MiB that are no leak.
What still grows with at most 256 entries in each grows for another reason, a cache without a bound among them. Every
module of the reader is loaded beforehand, since a sheet opened for the first time after 20,000 keys is no leak either.
Nor is room that an allocator keeps after a large terminal was drawn: on SIGUSR1 the program gives it back. On SIGUSR2
it writes what it is doing into the file that LESART_SOAK_DOING names: its size, its screens, who has messages, and from
the second time on who asked for a new layout since the first.
"""

import contextlib
import ctypes
import functools
import gc
import importlib
import os
import pkgutil
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

MOST = 256
_lru_cache = functools.lru_cache


def _bounded(maxsize: int | Callable[..., Any] | None = 128, typed: bool = False) -> Any:
    return _lru_cache(min(maxsize, MOST) if isinstance(maxsize, int) else maxsize, typed)


def load_all_of_the_reader() -> None:
    """Import every module of `tui` but the commands, and with them those of `core` that the reader's process needs."""
    for module in pkgutil.walk_packages(importlib.import_module("tui").__path__, "tui."):
        if not module.name.startswith("tui.cli"):
            importlib.import_module(module.name)


_asked: Counter[str] = Counter()
"""Who asked for a new layout, and from where, since it was first told what is done."""


def watch_who_asks_for_layout() -> None:
    """Count from now on which widget wants to be laid out anew, and on which lines that is asked for."""
    from textual.widget import Widget

    refresh = Widget.refresh
    if refresh.__name__ == "watched":
        return

    def watched(self: Any, *regions: Any, layout: bool = False, **options: Any) -> Any:
        if layout:
            lines = traceback.extract_stack(limit=6)[:-1]
            _asked[
                f"{self} " + " < ".join(f"{Path(line.filename).name}:{line.lineno}" for line in lines[::-1])
            ] += 1
        return refresh(self, *regions, layout=layout, **options)

    Widget.refresh = watched  # type: ignore[method-assign, assignment]


def tell_what_is_done(_signal: int, frame: FrameType | None) -> None:
    """Write down what would explain why the program does not come to rest."""
    from textual.app import App
    from textual.dom import DOMNode

    gc.unfreeze()  # What is frozen is not told of.
    objects = gc.get_objects()
    app = next(each for each in objects if isinstance(each, App))
    waiting = [each for each in objects if isinstance(each, DOMNode) and not each._message_queue.empty()]
    screens = [f"{type(screen).__name__} {sorted(screen.classes)}" for screen in app.screen_stack]
    lines = [f"size {app.size}", f"screens {screens}", f"focus {app.focused}", f"messages for {waiting}"]
    lines += [f"layout wanted by {each}" for each in waiting if getattr(each, "_layout_required", False)]
    lines += [f"layout asked for {count} times by {who}" for who, count in _asked.most_common(8)]
    watch_who_asks_for_layout()
    Path(os.environ["LESART_SOAK_DOING"]).write_text("\n".join([*lines, *traceback.format_stack(frame)]))


def give_back(_signal: int, _frame: object) -> None:
    """Free what nothing refers to, and what the allocator only keeps, where its C library can (glibc)."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, give_back)
    signal.signal(signal.SIGUSR2, tell_what_is_done)
    functools.lru_cache = _bounded
    load_all_of_the_reader()
    from tui.cli import main

    sys.exit(main())
