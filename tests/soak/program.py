"""`python -m tests.soak.program ARTICLE`: Lesart with caches that are soon full.

Those of Textual and Rich hold up to 16,384 entries, which takes 20,000 random keys and some 40 MiB that are no leak.
What still grows with at most 256 entries in each grows for another reason, a cache without a bound among them. Every
module of the reader is loaded beforehand, since a sheet opened for the first time after 20,000 keys is no leak either.
Nor is room that an allocator keeps after a large terminal was drawn: on SIGUSR1 the program gives it back. On SIGUSR2
it writes what it is doing into the file that LESART_SOAK_DOING names: its size, its screens, and who has messages.
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
