"""The contents of a panel: its heading, its entries, and the names of their groups."""

from dataclasses import dataclass

from textual.content import Content

from tui.text import cells, shorten
from tui.widgets.lines import Lines, Piece, line


class Entry(Lines):
    """What it is, and on a second line a little more in a fainter hand, where there is more."""

    def __init__(
        self, id: str, first: tuple[list[Piece], list[Piece]], second: tuple[list[Piece], list[Piece]]
    ) -> None:
        self.id = id
        self._first = first
        self._second = second

    @property
    def height(self) -> int:
        """Two, or one when there is no more to say."""
        return 2 if any(text for piece in self._second for text, _ in piece) else 1

    def lines(self, width: int) -> list[Content]:
        """The lines, with the right-hand words flush."""
        return [line(*self._first, width), line(*self._second, width, indent=2)][: self.height]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with what it is sorted out by."""

    entry: Entry
    words: str
    """What typing is compared with."""
    kinds: tuple[str, ...] = ()
    """The kinds it is of, in words: "direct", "person", "#hafen"."""
    group: str = ""
    """The name above it and those like it beside it; none where that is empty."""
    group_style: str = "bold"
    """How that name is drawn."""


class Heading(Lines):
    """A name at the left, what it holds at the right."""

    def __init__(self, name: str, note: str, style: str = "bold $faint") -> None:
        self.name = name
        self.note = note
        self._style = style

    @property
    def height(self) -> int:
        """Always one."""
        return 1

    def lines(self, width: int) -> list[Content]:
        """The one line. Where it is too short for both, the note makes way for the name."""
        room = max(0, width - cells(self.name) - 1)
        note = self.note if cells(self.note) <= room else shorten(self.note, max(room, width // 2))
        return [line([(self.name, self._style)], [(note, "$faint")], width)]
