"""Lines that fit the width they are given: text at the left, a few words at the right."""

from abc import abstractmethod
from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from tui.text import cells, drawable, shorten, widths

Piece = tuple[str, str]
"""Some text and the style to draw it in (theme variables allowed)."""


class Lines(Visual):
    """Something drawn in lines that fit any width."""

    @abstractmethod
    def lines(self, width: int) -> list[Content]:
        """The lines at that width, none wider."""

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the lines, each padded to the width."""
        strips = [
            strip
            for line in self.lines(width)[:height]
            for strip in line.render_strips(width, 1, style, options)[:1]
        ]
        return [strip.adjust_cell_length(width, style.rich_style) for strip in strips]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """The number of lines at that width."""
        return len(self.lines(width))


def line(left: list[Piece], right: list[Piece], width: int, indent: int = 0) -> Content:
    """One line of exactly `width` columns: `right` stays whole where it can, `left` is shortened to what is left."""
    right = fitted(right, width)
    room = width - indent - sum(cells(text) for text, _ in right)
    left = fitted(left, max(0, room - (1 if right else 0)))
    gap = width - indent - sum(cells(text) for text, _ in (*left, *right))
    pieces = [(" " * min(indent, width), ""), *left, (" " * max(0, gap), ""), *right]
    return Content.assemble(*[(text, style) if style else text for text, style in pieces if text])


def fitted(pieces: list[Piece], width: int) -> list[Piece]:
    """The pieces as drawn, cut off with an ellipsis where they reach beyond `width` columns."""
    fit: list[Piece] = []
    for text, style in pieces:
        whole, text = cells(text), shorten(text, width)
        fit.append((text, style))
        width -= cells(text)
        if width <= 0 or whole > cells(text):
            break
    return fit


class OneLine(Lines):
    """A single line of pieces."""

    def __init__(self, left: list[Piece], right: Sequence[Piece] = (), indent: int = 0) -> None:
        self._left, self._right, self._indent = left, list(right), indent

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """One, without drawing it: there are lists of thousands."""
        return 1

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        return [line(self._left, self._right, width, self._indent)]


class Hanging(Lines):
    """A name, and a sentence beside it that goes on below itself where there is no room for it in one line."""

    def __init__(self, name: str, words: str, style: str = "$faint") -> None:
        """`name` is as wide as its column."""
        self._name, self._words, self._style = name, words, style

    def lines(self, width: int) -> list[Content]:
        """The name with the first line of the sentence, and the others below that."""
        indent = cells(self._name)
        first, *rest = _wrapped(drawable(self._words), max(10, width - indent))
        return [
            line([(self._name, self._style), (first, "")], [], width),
            *(line([(more, "")], [], width, indent=indent) for more in rest),
        ]


class Paragraphs(Lines):
    """Paragraphs that are wrapped, each in a style of its own."""

    def __init__(self, paragraphs: Sequence[Piece]) -> None:
        self._paragraphs = paragraphs

    def lines(self, width: int) -> list[Content]:
        """All lines of all paragraphs."""
        return wrapped_lines(self._paragraphs, width)


def wrapped_lines(paragraphs: Sequence[Piece], width: int, indent: int = 0) -> list[Content]:
    """Paragraphs in as many lines as they take, every word of them whole."""
    return [
        line([(words, style)], [], width, indent=indent)
        for text, style in paragraphs
        for words in _wrapped(drawable(text), max(1, width - indent), whole=True)
    ]


def _wrapped(words: str, columns: int, *, whole: bool = False) -> list[str]:
    """Words in lines of so many columns; one that is wider by itself is left to be cut, or where `whole`, broken."""
    lines = [""]
    for word in words.split():
        for part in _broken(word, columns) if whole else [word]:
            longer = f"{lines[-1]} {part}".lstrip()
            if cells(longer) <= columns or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(part)
    return lines


def _broken(word: str, columns: int) -> list[str]:
    """A word in parts that fit into so many columns."""
    parts, room = [""], columns
    for char, width in zip(word, widths(word), strict=True):
        if width > room and parts[-1]:
            parts.append("")
            room = columns
        parts[-1] += char
        room -= width
    return parts
