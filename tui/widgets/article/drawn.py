"""Lines of an article that are kept as they were drawn."""

from collections.abc import Callable

from textual.strip import Strip

from tui.widgets.article.drawing import Drawing

KEPT = 400
"""Lines kept drawn; beyond that the older half is drawn anew where it comes into sight again."""


class DrawnLines:
    """Strips by the row of the layout that they show, and what draws them."""

    def __init__(self) -> None:
        self._drawing: Drawing | None = None
        self._strips: dict[int, Strip] = {}

    def line(self, row: int, width: int, make: Callable[[], Drawing]) -> Strip:
        """The strip of a row, drawn by what `make` gives where it is not kept."""
        strip = self._strips.get(row)
        if strip is None:
            if self._drawing is None:
                self._drawing = make()
            if len(self._strips) >= KEPT:
                for old in tuple(self._strips)[: KEPT // 2]:
                    del self._strips[old]
            strip = self._strips[row] = self._drawing.strip(row, width)
        return strip

    def forget(self) -> None:
        """Draw every line anew, in another way."""
        self._drawing = None
        self._strips.clear()

    def forget_lines(self) -> None:
        """Draw every line anew."""
        self._strips.clear()

    def forget_way(self) -> None:
        """Draw in another way what is drawn from now on."""
        self._drawing = None

    def forget_rows(self, first: int, last: int) -> None:
        """Draw the rows from the first to the last anew."""
        if last - first < len(self._strips):
            for row in range(first, last + 1):
                self._strips.pop(row, None)
        else:
            self._strips = {row: strip for row, strip in self._strips.items() if not first <= row <= last}

    def move(self, further: int) -> None:
        """Keep each line with the row that it shows now, that many further down."""
        self._drawing = None
        self._strips = {row + further: strip for row, strip in self._strips.items()}
