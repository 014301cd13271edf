"""One line of an article as a strip: text, marks, target, selection and ruler in their styles."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from core.articles.article import BlockKind, Turn
from core.text.spans import Span, overlaps
from core.translation import N_, _
from tui.model.head_line import head_words
from tui.model.marks import Mark, MarkKind, Marks, Target
from tui.text import cells, drawable, shorten
from tui.widgets.article.layout import GUTTER, Layout, Line, Row
from tui.widgets.article.tables import bars_in

FOLDED = N_("↳ caption repeated")
BAR = "┃"
SIGN = "●"
RULER = "›"

_PLAIN = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
"""Blocks that are painted without a component of their own."""

_ORDER = (
    MarkKind.MISC,
    MarkKind.PLACE,
    MarkKind.ORGANISATION,
    MarkKind.PERSON,
    MarkKind.SPEAKER,
    MarkKind.CUE,
    MarkKind.ANNOTATION,
    MarkKind.HIT,
)
"""Marks that colour their words, in the order in which they are painted over each other."""

_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}

_Layer = tuple[int, int, str]
"""Start, end and component of what is painted on a stretch of text."""


class Shown(NamedTuple):
    """What is shown on the text."""

    marks: Marks
    target: Target | None = None
    bright: tuple[Span, ...] | None = None
    """The passages that are not faded, in order and without overlap; None where nothing is faded."""
    selection: Span | None = None
    caret: Span | None = None
    ruler: int | None = None
    """An offset in the line that has the ruler."""


def paint(layout: Layout, shown: Shown, style: Callable[..., Style], row: int, width: int) -> Strip:
    """One row, `width` columns wide, which is at least the width of the layout."""
    line = layout.line(row)
    ground = ("ruler",) if shown.ruler is not None and row == layout.row_of(shown.ruler) else ()
    if line.row is Row.RULE and line.block is not None:
        rule = layout.rule_width(line.block)
        segments = [Segment(" " * layout.left, style()), Segment("─" * rule, style("rule"))]
        taken = layout.left + rule
    elif line.row is Row.HEAD:
        words = shorten(head_words(layout.article), layout.text_width)
        segments = [Segment(" " * layout.left, style()), Segment(words, style("credit"))]
        taken = layout.left + cells(words)
    elif line.holds_text:
        segments, taken = _TextLine(layout, shown, style, line, ground).segments()
    else:
        segments, taken = [], 0
    if taken < layout.width:
        segments.append(Segment(" " * (layout.width - taken), style(*ground)))
        taken = layout.width
    strip = Strip(segments, taken)
    if taken > layout.width:
        strip = strip.adjust_cell_length(layout.width)
    return strip.adjust_cell_length(width, style())


def marks_at(layout: Layout, marks: Marks, row: int, column: int) -> list[Mark]:
    """The marks seen there, the innermost first: on a character, in the bar of a quotation or the sign of a note."""
    line, offset = layout.line(row), layout.offset_at(row, column)
    if offset is None:
        return []
    if layout.left <= column < layout.right:
        return marks.at(offset)
    kind = MarkKind.QUOTE if column < layout.left else MarkKind.ANNOTATION
    return [mark for mark in marks.between(line.start, line.end) if mark.kind is kind]


class _TextLine:
    """A line of text, or the sign of a fold, while it is painted."""

    def __init__(
        self, layout: Layout, shown: Shown, style: Callable[..., Style], line: Line, ground: tuple[str, ...]
    ) -> None:
        self._layout = layout
        self._shown = shown
        self._style = style
        self._line = line
        self._ground = ground
        self._marks = tuple(shown.marks.between(line.start, line.end))

    def segments(self) -> tuple[list[Segment], int]:
        """The gutter, the words and what is right of them, and how many columns they take."""
        layout, line, style = self._layout, self._line, self._style
        segments, taken = self._fold() if line.row is Row.FOLD else self._words()
        if any(
            mark.kind is MarkKind.ANNOTATION and (line.row is Row.FOLD or mark.start >= line.start)
            for mark in self._marks
        ):
            segments.append(Segment(" " * (layout.right - taken), style(*self._ground)))
            segments.append(Segment(SIGN, style(*self._ground, "sign")))
            taken = layout.right + 1
        return segments, taken

    def _fold(self) -> tuple[list[Segment], int]:
        """The sign of a fold; it shows the target, if that is in the folded block."""
        line, style, target = self._line, self._style, self._shown.target
        hides_target = target is not None and any(
            overlaps(span, (line.start, line.end)) for span in target.spans
        )
        words = _(FOLDED)
        segments = [
            *self._gutter(line.end),
            Segment(" " * line.indent, style(*self._ground)),
            Segment(words, style(*self._ground, "fold", *(("target",) if hides_target else ()))),
        ]
        return segments, self._layout.left + line.indent + cells(words)

    def _words(self) -> tuple[list[Segment], int]:
        layout, line, style = self._layout, self._line, self._style
        block = layout.article.blocks[line.block or 0]
        base = self._ground if block.kind in _PLAIN else (*self._ground, block.kind.value)
        if block.turn is Turn.QUESTION:
            base = (*base, block.turn.value)
        text = layout.text_of(line)
        end = line.start + len(text)
        segments = self._gutter(max(end, line.start + 1))
        taken = layout.left
        if line.indent:
            segments.append(Segment(line.lead.rjust(line.indent), style(*base)))
            taken += line.indent
        runs = self._runs(end, base)
        for first, last, look in runs:
            for start, stop, blank in _padded(first, last, line.pads):
                if blank:
                    segments.append(Segment(" " * blank, look if start > first else style(*base)))
                    taken += blank
                piece = drawable(text[start - line.start : stop - line.start])
                if piece:
                    segments.append(Segment(piece, look))
                    taken += cells(piece)
        if layout.is_hyphenated(line):
            segments.append(Segment("-", runs[-1][2]))
            taken += 1
        return segments, taken

    def _runs(self, end: int, base: tuple[str, ...]) -> list[tuple[int, int, Style]]:
        """The stretches of the line up to `end` that look the same, in order."""
        start, style = self._line.start, self._style
        layers = self._layers(end)
        if not layers:
            return [(start, end, style(*base))]
        cuts = {start, end}
        for first, last, _name in layers:
            cuts.update((max(first, start), min(last, end)))
        return [
            (here, there, style(*base, *(name for first, last, name in layers if first <= here < last)))
            for here, there in pairwise(sorted(cuts))
        ]

    def _layers(self, end: int) -> list[_Layer]:
        """What is painted on the line up to `end`, the lowest first."""
        line, shown = self._line, self._shown
        layers: list[_Layer] = []
        if line.is_row:
            layers += [(at, at + 1, "rule") for at in bars_in(self._layout.article.text, line.start, end)]
        block = self._layout.article.blocks[line.block or 0]
        if block.dateline is not None:
            layers.append((block.start, block.dateline, "dateline"))
        words = [mark for mark in self._marks if mark.kind in _RANK]
        words.sort(key=lambda mark: _RANK[mark.kind])
        layers.extend((mark.start, mark.end, mark.kind.value) for mark in words)
        if shown.bright is not None:
            layers.extend((*span, "faded") for span in _gaps(shown.bright, line.start, end))
        if shown.target is not None:
            layers.extend((*span, "target") for span in shown.target.spans)
            layers.extend((*span, "speaker") for span in shown.target.speaker)
            layers.extend((*span, "cue") for span in shown.target.cue)
        if shown.selection is not None:
            layers.append((*shown.selection, "selection"))
        if shown.caret is not None:
            layers.append((*shown.caret, "caret"))
        return [layer for layer in layers if layer[0] < end and line.start < layer[1]]

    def _gutter(self, end: int) -> list[Segment]:
        """The columns left of the text: blank, or with the bar of a quotation, or with the sign of the ruler."""
        left, style, ground = self._layout.left, self._style, self._ground
        quotes = [mark for mark in self._marks if mark.kind is MarkKind.QUOTE and mark.start < end]
        pointer = RULER if ground else " "
        if not quotes:
            return [Segment(" " * (left - 1) + pointer, style(*ground))]
        current = self._shown.target.spans if self._shown.target is not None else ()
        look = "quote-current" if any(quote.span in current for quote in quotes) else "quote"
        return [
            Segment(" " * (left - GUTTER), style(*ground)),
            Segment(BAR, style(*ground, look)),
            Segment(pointer.rjust(GUTTER - 1), style(*ground)),
        ]


def _padded(first: int, last: int, pads: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """A stretch, parted where there are blank columns within it, each part with as many as are before it."""
    within = dict(pads)
    edges = sorted({first, last, *(at for at in within if first < at < last)})
    return ((start, stop, within.get(start, 0)) for start, stop in pairwise(edges))


def _gaps(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of the stretch that are in none of the spans, which are in order and do not overlap."""
    index = max(0, bisect_right(spans, start, key=itemgetter(0)) - 1)
    while start < end and index < len(spans) and spans[index][0] < end:
        if start < spans[index][0]:
            yield start, spans[index][0]
        start = max(start, spans[index][1])
        index += 1
    if start < end:
        yield start, end
