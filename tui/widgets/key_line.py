"""The keys of a sheet, in the line at its foot."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from tui.keymap import Keys
from tui.text import cells
from tui.widgets.lines import Lines, line
from tui.widgets.status import NO_LABELS, key_pieces


class KeyLine(Static):
    """Some keys with what they do, the last one leading out again. Each can be clicked."""

    auto_links = False
    """They look like keys, not like links."""

    def __init__(self, ids: Sequence[str], own: Keys, labels: Mapping[str, str] = NO_LABELS) -> None:
        """`labels` are words for commands whose work depends on the sheet."""
        super().__init__(_KeysThatFit(ids, own, labels), classes="dialog--keys")


class _KeysThatFit(Lines):
    """As many of the keys as there is room for: the first ones, and always the last."""

    def __init__(self, ids: Sequence[str], own: Keys, labels: Mapping[str, str]) -> None:
        self._ids = tuple(ids)
        self._own = own
        self._labels = labels

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        first, last = self._ids[:-1], self._ids[-1:]
        pieces = key_pieces((*first, *last), self._own, self._labels)
        while first and sum(cells(text) for text, _ in pieces) > width:
            first = first[:-1]
            pieces = key_pieces((*first, *last), self._own, self._labels)
        return [line(pieces, [], width)]
