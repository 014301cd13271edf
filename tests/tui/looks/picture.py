"""A picture of the screen, cell by cell, and the text it is kept as."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from string import ascii_letters, digits

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

ATTRIBUTES = ("bold", "dim", "italic", "underline", "underline2", "reverse", "strike")
"""Attributes of a style that are kept, by Rich's names."""

NAMES = ascii_letters + digits + "!#$%&*+,-./:;<=>?@^_~"
"""Names for the looks of a picture, most pictures having a dozen."""

_PLAIN = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
ANSI = (*_PLAIN, *(f"bright_{name}" for name in _PLAIN))
"""Names of the colours that a terminal has of its own, by their numbers."""

EDGE = "│"
"""Ends each line of text, so that blanks before it are seen, and an editor leaves them alone."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell: colours as Rich names them ("#191817", "bright_black", "default"), and attributes."""

    ink: str
    ground: str
    attributes: tuple[str, ...] = ()

    @classmethod
    def of(cls, style: Style | None) -> "Look":
        """The look that a style gives."""
        if style is None:
            return cls("default", "default")
        return cls(
            _name(style.color),
            _name(style.bgcolor),
            tuple(name for name in ATTRIBUTES if getattr(style, name)),
        )

    def __str__(self) -> str:
        return " ".join((self.ink, "on", self.ground, *self.attributes))

    @classmethod
    def parse(cls, words: str) -> "Look":
        """The look that `str` wrote."""
        ink, _, ground, *attributes = words.split()
        return cls(ink, ground, tuple(attributes))


@dataclass(frozen=True, slots=True)
class Cell:
    """A character with what combines with it, its columns, and its look."""

    text: str
    columns: int
    look: Look


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen of `width` columns, line by line."""

    width: int
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, lines: Iterable[Iterable[Segment]], width: int) -> "Picture":
        """The picture of a screen that is drawn in those segments."""
        rows = []
        for line in lines:
            segments = [segment for segment in line if not segment.control]
            looks = [look for text, style, _ in segments for look in [Look.of(style)] * len(text)]
            rows.append(_row("".join(text for text, _, _ in segments), looks))
        return cls(width, tuple(rows))

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of each line."""
        return tuple("".join(cell.text for cell in row) for row in self.rows)

    def dump(self) -> str:
        """The text it is kept as: the lines, the looks by a letter each, and for each line how far each look goes."""
        looks: dict[Look, str] = {}
        runs = []
        for row in self.rows:
            line = []
            for look, cells in groupby(row, key=lambda cell: cell.look):
                name = looks.setdefault(look, NAMES[len(looks)])
                line.append(f"{name}{sum(cell.columns for cell in cells)}")
            runs.append(" ".join(line))
        return "\n".join(
            (
                f"{self.width} x {len(self.rows)}",
                *(f"{line}{EDGE}" for line in self.lines),
                *(f"{name}  {look}" for look, name in looks.items()),
                "",
                *runs,
                "",
            )
        )

    @classmethod
    def parse(cls, text: str) -> "Picture":
        """The picture that `dump` wrote."""
        head, *lines = text.split("\n")
        width, height = map(int, head.split(" x "))
        end = lines.index("", height)
        looks = {line[0]: Look.parse(line[3:]) for line in lines[height:end]}
        rows = []
        for line, runs in zip(lines[:height], lines[end + 1 :], strict=False):
            text = line.removesuffix(EDGE)
            of_columns = [looks[run[0]] for run in runs.split() for _ in range(int(run[1:]))]
            columns = accumulate(map(cell_len, text))
            rows.append(
                _row(
                    text,
                    [
                        of_columns[max(0, end - cell_len(char))]
                        for char, end in zip(text, columns, strict=True)
                    ],
                )
            )
        return cls(width, tuple(rows))


def _name(color: Color | None) -> str:
    if color is None or color.is_default:
        return "default"
    return ANSI[color.number] if color.number is not None and color.number < len(ANSI) else color.name


def _row(text: str, looks: Sequence[Look]) -> Row:
    """The cells of a line, whose characters have those looks; what takes no column belongs to the cell before."""
    cells: list[Cell] = []
    for char, look in zip(text, looks, strict=True):
        columns = cell_len(char)
        if columns or not cells:
            cells.append(Cell(char, columns, look))
        else:
            cells[-1] = replace(cells[-1], text=cells[-1].text + char)
    return tuple(cells)
