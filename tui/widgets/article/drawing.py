"""Lines of an article as strips: text, marks, target and selection in their colours."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from core.articles.article import Article, BlockKind
from core.text.spans import Span
from tui.model.marks import Mark, MarkKind, Marks, Target
from tui.text import cells, drawable
from tui.widgets.article.layout import GUTTER, Layout, Line, Row
from tui.widgets.article.looks import Looks

FOLDED = "↳ caption repeated"
BAR = "┃"
SIGN = "●"
RULER = "›"

_BLOCKS = {
    BlockKind.HEADLINE: ("headline",),
    BlockKind.SUBHEADING: ("subheading",),
    BlockKind.PARAGRAPH: (),
    BlockKind.LIST_ITEM: (),
    BlockKind.CAPTION: ("caption",),
    BlockKind.CREDIT: ("credit",),
    BlockKind.TEASER: ("teaser",),
}
_ORDER = {
    kind: order
    for order, kind in enumerate(
        (
            MarkKind.MISC,
            MarkKind.PLACE,
            MarkKind.ORGANISATION,
            MarkKind.PERSON,
            MarkKind.SPEAKER,
            MarkKind.CUE,
            MarkKind.ANNOTATION,
            MarkKind.HIT,
        )
    )
}
"""Marks that colour their words, in the order they are drawn over each other."""

_Layer = tuple[int, int, str]
"""Start, end and component of what is drawn on a stretch of text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown upon the text."""

    marks: Marks
    target: Target | None = None
    bright: tuple[Span, ...] | None = None
    """The passages that are not faded, in order and apart; None where nothing is."""
    selection: Span | None = None
    caret: Span | None = None
    ruler: int | None = None
    """The row that the ruler lies on."""


class Drawing:
    """Draws single lines of a layout; the view keeps what is drawn."""

    def __init__(self, layout: Layout, looks: Looks, shown: Shown) -> None:
        self._layout = layout
        self._looks = looks
        self._shown = shown
        self._marks = shown.marks
        self._target = shown.target
        self._article: Article = layout.article

    def strip(self, row: int, width: int) -> Strip:
        """One line of the screen, `width` columns wide; that is the layout's width or more."""
        layout, style = self._layout, self._looks.style
        line = layout.line(row)
        ground = ("ruler",) if row == self._shown.ruler else ()
        if line.row is Row.RULE and line.block is not None:
            rule = layout.rule_width(line.block)
            segments = [Segment(" " * layout.left, style()), Segment("─" * rule, style("rule"))]
            taken = layout.left + rule
        elif line.holds_text:
            marks = tuple(self._marks.between(line.start, line.end))
            segments, taken = (self._fold if line.row is Row.FOLD else self._text)(line, marks, ground)
        else:
            segments, taken = [], 0
        if taken < layout.width:
            segments.append(Segment(" " * (layout.width - taken), style(*ground)))
            taken = layout.width
        strip = Strip(segments, taken)
        if taken > layout.width:
            strip = strip.adjust_cell_length(layout.width)
        return strip.adjust_cell_length(width, style())

    def _fold(self, line: Line, marks: Sequence[Mark], ground: tuple[str, ...]) -> tuple[list[Segment], int]:
        """The sign of a fold, and how many columns it takes."""
        style = self._looks.style
        segments = [
            *self._gutter(line.end, marks, ground),
            Segment(" " * line.indent, style(*ground)),
            Segment(FOLDED, style(*ground, "fold", *self._through(line))),
        ]
        return self._signed(segments, self._layout.left + line.indent + cells(FOLDED), line, marks, ground)

    def _text(self, line: Line, marks: Sequence[Mark], ground: tuple[str, ...]) -> tuple[list[Segment], int]:
        """A line of text, and how many columns it takes."""
        layout, style = self._layout, self._looks.style
        base = (*ground, *_BLOCKS[self._article.blocks[line.block or 0].kind])
        text = layout.text_of(line)
        end = line.start + len(text)
        segments = self._gutter(max(end, line.start + 1), marks, ground)
        taken = layout.left
        if line.indent:
            segments.append(Segment(line.lead.rjust(line.indent), style(*base)))
            taken += line.indent
        runs = self._runs(line, end, marks, base)
        for first, last, look in runs:
            piece = drawable(text[first - line.start : last - line.start])
            if piece:
                segments.append(Segment(piece, look))
                taken += cells(piece)
        if layout.is_hyphenated(line):
            segments.append(Segment("-", runs[-1][2]))
            taken += 1
        return self._signed(segments, taken, line, marks, ground)

    def _runs(
        self, line: Line, end: int, marks: Sequence[Mark], base: tuple[str, ...]
    ) -> list[tuple[int, int, Style]]:
        """The stretches of the line up to `end` that look the same, in order."""
        layers = self._layers(line, end, marks)
        if not layers:
            return [(line.start, end, self._looks.style(*base))]
        cuts = {line.start, end}
        for first, last, _ in layers:
            cuts.update((max(first, line.start), min(last, end)))
        places = sorted(cuts)
        return [
            (
                here,
                there,
                self._looks.style(*base, *(name for first, last, name in layers if first <= here < last)),
            )
            for here, there in pairwise(places)
        ]

    def _layers(self, line: Line, end: int, marks: Sequence[Mark]) -> list[_Layer]:
        """What is drawn on the line up to `end`, lowest first."""
        layers: list[_Layer] = []
        block = self._article.blocks[line.block or 0]
        if block.dateline is not None:
            layers.append((block.start, block.dateline, "dateline"))
        drawn = [mark for mark in marks if mark.kind in _ORDER]
        drawn.sort(key=lambda mark: (_ORDER[mark.kind], mark.start, -mark.end))
        layers.extend((mark.start, mark.end, mark.kind.value) for mark in drawn)
        if self._shown.bright is not None:
            layers.extend((*span, "faded") for span in _gaps(self._shown.bright, line.start, end))
        if self._target is not None:
            layers.extend((*span, "target") for span in self._target.spans)
            layers.extend((*span, "speaker") for span in self._target.speaker)
            layers.extend((*span, "cue") for span in self._target.cue)
        if self._shown.selection is not None:
            layers.append((*self._shown.selection, "selection"))
        if self._shown.caret is not None:
            layers.append((*self._shown.caret, "caret"))
        return [layer for layer in layers if layer[0] < end and line.start < layer[1]]

    def _gutter(self, end: int, marks: Sequence[Mark], ground: tuple[str, ...]) -> list[Segment]:
        """The columns left of the text: blank, or with the bar of a quotation; the ruler has a sign there."""
        left, style = self._layout.left, self._looks.style
        quotes = [mark for mark in marks if mark.kind is MarkKind.QUOTE and mark.start < end]
        pointer = RULER if ground else " "
        if not quotes:
            return [Segment(" " * (left - 1) + pointer, style(*ground))]
        current = self._target.spans if self._target is not None else ()
        look = "quote-current" if any(quote.span in current for quote in quotes) else "quote"
        return [
            Segment(" " * (left - GUTTER), style(*ground)),
            Segment(BAR, style(*ground, look)),
            Segment(pointer.rjust(GUTTER - 1), style(*ground)),
        ]

    def _signed(
        self,
        segments: list[Segment],
        taken: int,
        line: Line,
        marks: Sequence[Mark],
        ground: tuple[str, ...],
    ) -> tuple[list[Segment], int]:
        """The line and its columns, with the sign right of the text if an annotation begins on it."""
        if not any(
            mark.kind is MarkKind.ANNOTATION and (line.row is Row.FOLD or mark.start >= line.start)
            for mark in marks
        ):
            return segments, taken
        right, style = self._layout.right, self._looks.style
        segments += [Segment(" " * (right - taken), style(*ground)), Segment(SIGN, style(*ground, "sign"))]
        return segments, right + 1

    def _through(self, line: Line) -> tuple[str, ...]:
        """What the sign of a fold shows of the words it stands for: the target, if it is there."""
        inside = self._target is not None and any(
            start < line.end and line.start < end for start, end in self._target.spans
        )
        return ("target",) if inside else ()


def _gaps(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """What of the stretch lies in none of the spans, which are in order and apart."""
    index = max(0, bisect_right(spans, start, key=itemgetter(0)) - 1)
    while start < end and index < len(spans) and spans[index][0] < end:
        if start < spans[index][0]:
            yield start, spans[index][0]
        start = max(start, spans[index][1])
        index += 1
    if start < end:
        yield start, end
