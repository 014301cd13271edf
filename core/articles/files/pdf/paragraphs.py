"""Paragraphs, headings, captions and footnotes from lines in the order of reading."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from core.articles.article import BlockKind
from core.articles.blocks import BYLINE, BYLINE_LENGTH, CREDIT, NUMBER, ends_sentence, has_bullet
from core.articles.composing import paragraph_kind
from core.articles.files.pdf.columns import Column, Row
from core.articles.files.pdf.lines import Line
from core.articles.files.pdf.margins import usual_size
from core.articles.hyphens import joined
from core.articles.links.linked import Linked
from core.articles.links.linked import joined as linked_lines
from core.text.tables import either

_LARGER = 1.12
_SMALLER = 0.94
"""Sizes of headings and of captions, as shares of the size of the text."""
_HEADING_LENGTH = 140
_LEAD_LENGTH = 60
"""Characters from which on large letters with a full stop are a standfirst."""
_CAPTION_LENGTH = 420
_WIDE_GAP = 1.18
"""The distance between lines that parts paragraphs, as a share of the usual one."""
_LETTER = 0.48
"""Width of a letter on average, in font sizes."""
_NOTE = re.compile(r"\[?(?:\d{1,2}|[*†‡])[\].)]?\s+\S")
_NAMED_CAPTION = re.compile(rf"(?:{either('numbered_caption')})\s*\d+\s*[:.–|]")


@dataclass(slots=True)
class Piece:
    """One block in the making."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    cells: tuple[str, ...] = ()
    is_note: bool = False

    @property
    def words(self) -> str:
        """Its words, with those joined that were parted at the ends of lines."""
        return " | ".join(self.cells) if self.cells else joined([line.words for line in self.lines])

    @property
    def told(self) -> Linked:
        """Its lines as they were, with their links."""
        return linked_lines((line.told for line in self.lines), "\n")


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document."""

    size: float
    """Of the text."""
    leading: float
    """The distance between its lines."""
    bold: bool
    indented: bool
    """Whether paragraphs begin with an indent."""


def pieces(parts: Sequence[Column | Row]) -> list[Piece]:
    """The blocks of a document, in order; footnotes come last."""
    columns = [part for part in parts if isinstance(part, Column)]
    if not columns:
        return [Piece(BlockKind.LIST_ITEM, cells=part.cells) for part in parts if isinstance(part, Row)]
    made = list(_Making(_style(columns)).through(parts))
    return [*(each for each in made if not each.is_note), *(each for each in made if each.is_note)]


def _style(columns: Sequence[Column]) -> Style:
    size = usual_size([line for column in columns for line in column.lines])
    text = [[line for line in column.lines if _near(line.size, size)] for column in columns]
    gaps = [b.base - a.base for lines in text for a, b in pairwise(lines) if b.base > a.base]
    bold = sum(len(line.words) for lines in text for line in lines if line.bold)
    most = sum(len(line.words) for lines in text for line in lines)
    indents = sum(
        _is_indented(line, column) for column in columns for line in column.lines if _near(line.size, size)
    )
    leading = median(gaps) if gaps else 1.2 * size
    return Style(size, min(leading, 2 * size), 2 * bold > most, indents >= 2)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.06 * max(one, other)


def _edge(column: Column) -> float:
    """The left edge of most lines of a column."""
    return Counter(round(line.left) for line in column.lines).most_common(1)[0][0]


def _is_indented(line: Line, column: Column) -> bool:
    return 0.5 * line.size < line.left - _edge(column) < 4 * line.size


class _Making:
    def __init__(self, style: Style) -> None:
        self._style = style
        self._text: tuple[Piece, Column] | None = None
        """The paragraph that may go on, in another column if need be, and the column of its last line."""

    def through(self, parts: Sequence[Column | Row]) -> Iterator[Piece]:
        made: list[Piece] = []
        for part in parts:
            if isinstance(part, Row):
                made.append(Piece(BlockKind.LIST_ITEM, cells=part.cells))
                continue
            edge = _edge(part)
            before: Line | None = None
            for index, line in enumerate(part.lines):
                is_text = self._is_text(line)
                if is_text and self._text and self._goes_on(line, part, edge):
                    self._text[0].lines.append(line)
                    self._text = self._text[0], part
                elif (
                    not is_text and before is not None and made and made[-1].lines[-1:] == [before]
                ) and self._is_same(before, line):
                    made[-1].lines.append(line)
                else:
                    piece = Piece(BlockKind.PARAGRAPH, [line])
                    piece.is_note = self._is_note(line, part.lines[index:])
                    made.append(piece)
                    if is_text:
                        self._text = piece, part
                    elif not line.size < _SMALLER * self._style.size:
                        self._text = None
                before = line
        for piece in made:
            piece.kind = self._kind(piece, made)
        return iter(made)

    def _is_text(self, line: Line) -> bool:
        return _near(line.size, self._style.size) and line.bold == self._style.bold

    def _is_same(self, before: Line, line: Line) -> bool:
        """Whether a line that is no plain text belongs to the same block as the one above it."""
        close = 0 < line.base - before.base < 1.65 * max(line.size, before.size)
        is_note = bool(line.note or _NOTE.match(line.words)) and line.size < self._style.size
        begins = is_note or _is_item(line.words) or CREDIT.match(line.words) is not None
        return close and _near(line.size, before.size) and line.bold == before.bold and not begins

    def _goes_on(self, line: Line, column: Column, edge: float) -> bool:
        """Whether a line of plain text continues the paragraph before it."""
        assert self._text is not None
        piece, home = self._text
        last = piece.lines[-1]
        ended = ends_sentence(last.words)
        if has_bullet(line.words):
            return False
        if NUMBER.match(line.words) and (ended or home is not column or self._is_short(last, home, line)):
            return False
        if home is not column or line.page != last.page:
            if not ended:
                return True
            if line.words[0].islower():
                return True
            return (
                self._style.indented
                and not _is_indented(line, column)
                and not self._is_short(last, home, line)
            )
        gap = line.base - last.base
        if gap <= 0 or gap > _WIDE_GAP * self._style.leading:
            return False
        if _is_item(piece.lines[0].words) and line.left >= piece.lines[0].left - 1:
            return True
        is_line = ended and len(piece.lines) == 1
        if _is_indented(line, column) and (is_line or last.left - edge < 0.5 * line.size):
            return False
        return not (self._is_short(last, home, line) and (ended or _is_very_short(last, home)))

    def _is_short(self, last: Line, column: Column, line: Line) -> bool:
        """Whether the first word of `line` would have fitted behind `last`."""
        right = max(each.right for each in column.lines if _near(each.size, last.size))
        first = line.words.split(maxsplit=1)[0]
        return last.right + (len(first) + 1.5) * _LETTER * line.size < right

    def _is_note(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether a footnote begins with a line: small print at the foot of a column, with a mark."""
        small = all(each.size < _SMALLER * self._style.size for each in below)
        return small and bool(line.note or _NOTE.match(line.words))

    def _kind(self, piece: Piece, made: Sequence[Piece]) -> BlockKind:
        if piece.cells:
            return BlockKind.LIST_ITEM
        line = piece.lines[0]
        words = piece.words
        if piece.is_note:
            return BlockKind.PARAGRAPH
        if CREDIT.match(words) and len(words) < _HEADING_LENGTH:
            return BlockKind.CREDIT
        if len(words) <= BYLINE_LENGTH and BYLINE.match(words) and piece in made[:5]:
            return BlockKind.CREDIT
        if has_bullet(words) or (NUMBER.match(words) and _has_neighbour(piece, made)):
            return BlockKind.LIST_ITEM
        if _NAMED_CAPTION.match(words):
            return BlockKind.CAPTION
        if line.size < _SMALLER * self._style.size:
            return BlockKind.CAPTION if len(words) <= _CAPTION_LENGTH else BlockKind.PARAGRAPH
        larger = line.size > _LARGER * self._style.size
        bolder = line.bold and not self._style.bold
        full_stop = words.endswith((".", ",", ";")) and (len(words) > _LEAD_LENGTH or not larger)
        short = len(words) <= _HEADING_LENGTH and not full_stop
        if (larger or bolder) and short:
            return BlockKind.SUBHEADING
        return paragraph_kind(words)


def _is_item(words: str) -> bool:
    return has_bullet(words) or NUMBER.match(words) is not None


def _has_neighbour(piece: Piece, made: Sequence[Piece]) -> bool:
    """Whether a numbered piece has another one beside it."""
    at = next(index for index, each in enumerate(made) if each is piece)
    return any(NUMBER.match(each.words) for each in (*made[max(0, at - 1) : at], *made[at + 1 : at + 2]))


def _is_very_short(line: Line, column: Column) -> bool:
    left, right = min(each.left for each in column.lines), max(each.right for each in column.lines)
    return line.right < left + 0.5 * (right - left)
