"""The contents of a panel: its heading, its entries, and the names of their groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.css.styles import RulesMap

from tui.text import cells, shorten
from tui.widgets.lines import Lines, Piece, line, wrapped_lines

Line = tuple[list[Piece], list[Piece]]
"""What a line has at the left, and at the right."""


class Entry(Lines):
    """What it is, and on a second line a little more in a fainter hand, where there is more.

    Unfolded, it shows its `head` and all of its paragraphs in `whole`.
    """

    room = 0
    """The most lines it may take unfolded; 0 while it is folded."""

    def __init__(
        self,
        id: str,
        first: Line,
        second: Line,
        whole: Sequence[Piece] = (),
        head: Line | None = None,
        brief: Sequence[Piece] = (),
    ) -> None:
        """`head` replaces the first line of an unfolded entry, and `brief` what is at its right where that cuts it."""
        self.id = id
        self._first = first
        self._second = second
        self._whole = whole
        self._head = head or first
        self._brief = list(brief)

    @property
    def _folded_height(self) -> int:
        """Two, or one when there is no more to say."""
        return 2 if any(text for piece in self._second for text, _ in piece) else 1

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines at that width; folded, without drawing them."""
        return super().get_height(rules, width) if self.room else self._folded_height

    def lines(self, width: int) -> list[Content]:
        """The lines, with the right-hand words flush."""
        folded = [self._top(self._first, width), line(*self._second, width, indent=2)][: self._folded_height]
        if not self.room or not self._whole:
            return folded
        whole = wrapped_lines(self._whole, width, indent=2)
        if len(whole) >= self.room:
            last = max(1, self.room - 1)
            whole = [
                *whole[: last - 1],
                line([(f"{whole[last - 1].plain.strip()} …", "")], [], width, indent=2),
            ]
        return [self._top(self._head, width), *whole]

    def _top(self, words: Line, width: int) -> Content:
        """The first line, with the brief words at its right where the left would be cut beside the others."""
        left, right = words
        fits = sum(cells(text) for text, _ in (*left, *right)) < width
        return line(left, right if fits or not self._brief else self._brief, width)


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

    def lines(self, width: int) -> list[Content]:
        """The one line. Where it is too short for both, the note makes way for the name."""
        room = max(0, width - cells(self.name) - 1)
        note = self.note if cells(self.note) <= room else shorten(self.note, max(room, width // 2))
        return [line([(self.name, self._style)], [(note, "$faint")], width)]
