"""Strips whose caches come when they are used: each has seven, and nearly all stay empty.

A screen is drawn as thousands of strips, and to make the caches takes most of the time that it takes to make a strip.
"""

from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

SIZES = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""How much each of them holds, as in `Strip.__init__`."""


class _Late:
    """A slot that is filled when it is first looked at."""

    def __init__(self, slot: Any, size: int) -> None:
        self._slot, self._size = slot, size

    def __get__(self, strip: Strip | None, owner: type[Strip]) -> Any:
        if strip is None:
            return self
        try:
            return self._slot.__get__(strip, owner)
        except AttributeError:
            cache: FIFOCache[Any, Any] = FIFOCache(self._size)
            self._slot.__set__(strip, cache)
            return cache


def make_strips_cheap() -> None:
    """Change `Strip` for this process."""
    for name, size in SIZES.items():
        slot = vars(Strip)[name]
        if not isinstance(slot, _Late):
            setattr(Strip, name, _Late(slot, size))
    Strip.__init__ = _init


def _init(strip: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
    strip._segments = list(segments)
    strip._cell_length = cell_length
    strip._render_cache = strip._link_ids = strip._cell_count = None
