"""The rows of an article as strips, kept as long as they look the same."""

from collections.abc import Callable, Iterable

from rich.style import Style
from textual.strip import Strip

from tui.widgets.article.layout import Layout
from tui.widgets.article.strip import Shown, paint

KEPT = 400
"""Strips kept; beyond that the older half is painted anew when it becomes visible again."""


class Painter:
    """Paints rows of a layout, and keeps their strips until layout or width change.

    `style` returns the style of named components, each painted over the one before. After changing what is shown, call
    `forget` or `forget_rows` for whatever has to be painted again.
    """

    def __init__(self, style: Callable[..., Style]) -> None:
        self._style = style
        self._layout: Layout | None = None
        self._width = 0
        self._strips: dict[int, Strip] = {}

    def strips(self, layout: Layout, shown: Shown, rows: Iterable[int], width: int) -> list[Strip]:
        """These rows, each `width` columns wide, at least the width of the layout; blank below the last one."""
        if layout is not self._layout or width != self._width:
            self._layout, self._width = layout, width
            self._strips.clear()
        return [self._strip(layout, shown, row) for row in rows]

    def _strip(self, layout: Layout, shown: Shown, row: int) -> Strip:
        if row >= layout.height:
            return Strip.blank(self._width, self._style())
        strip = self._strips.get(row)
        if strip is None:
            if len(self._strips) >= KEPT:
                for old in tuple(self._strips)[: KEPT // 2]:
                    del self._strips[old]
            strip = self._strips[row] = paint(layout, shown, self._style, row, self._width)
        return strip

    def forget(self) -> None:
        """Paint every row anew."""
        self._strips.clear()

    def forget_rows(self, first: int, last: int) -> None:
        """Paint the rows from the first to the last, both included, anew."""
        if last - first < len(self._strips):
            for row in range(first, last + 1):
                self._strips.pop(row, None)
        else:
            self._strips = {row: strip for row, strip in self._strips.items() if not first <= row <= last}

    def move(self, further: int) -> None:
        """Keep each strip for the row that is so many further down."""
        self._strips = {row + further: strip for row, strip in self._strips.items()}
