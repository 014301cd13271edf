"""Lines of an article as strips: text, marks, target and selection in their colours."""

from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from core.articles.article import Article, BlockKind
from core.spans import Span
from tui.text import cells, drawable
from tui.widgets.article.layout import GUTTER, Layout, Line, Row
from tui.widgets.article.looks import Looks
from tui.widgets.article.marks import MarkKind, Marks, Target

FOLDED = "↳ caption repeated"
BAR = "┃"
SIGN = "●"

COMPONENTS = (
    "headline",
    "rule",
    "subheading",
    "caption",
    "credit",
    "teaser",
    "fold",
    "dateline",
    *(kind.value for kind in MarkKind),
    "quote-current",
    "sign",
    "target",
    "selection",
    "caret",
)
"""Names of everything drawn in a style of its own."""

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


class Drawing:
    """Draws single lines of a layout; the view keeps what is drawn."""

    def __init__(
        self,
        layout: Layout,
        looks: Looks,
        marks: Marks,
        target: Target | None = None,
        selection: Span | None = None,
        caret: Span | None = None,
    ) -> None:
        self._layout = layout
        self._looks = looks
        self._marks = marks
        self._target = target
        self._selection = selection
        self._caret = caret
        self._article: Article = layout.article

    def strip(self, row: int) -> Strip:
        """One line of the screen, as wide as the layout."""
        layout, style = self._layout, self._looks.style
        line = layout.line(row)
        if line.row is Row.RULE and line.block is not None:
            rule = "─" * layout.rule_width(line.block)
            segments = [Segment(" " * layout.left, style()), Segment(rule, style("rule"))]
        elif line.row is Row.FOLD:
            segments = [
                *self._gutter(line),
                Segment(" " * line.indent, style()),
                Segment(FOLDED, style("fold", *self._through(line))),
            ]
            segments += self._sign(line, line.indent + cells(FOLDED))
        elif line.row is Row.TEXT:
            segments = self._text(line)
        else:
            return Strip.blank(layout.width, style())
        return Strip(segments).adjust_cell_length(layout.width, style())

    def _text(self, line: Line) -> list[Segment]:
        layout, style = self._layout, self._looks.style
        block = self._article.blocks[line.block or 0]
        base = _BLOCKS[block.kind]
        text = layout.text_of(line)
        segments = self._gutter(line)
        if line.indent:
            segments.append(Segment(line.lead.rjust(line.indent), style(*base)))
        taken = line.indent
        runs = self._runs(line, line.start + len(text), base)
        for start, end, look in runs:
            piece = drawable(text[start - line.start : end - line.start])
            if piece:
                segments.append(Segment(piece, look))
                taken += cells(piece)
        if layout.is_hyphenated(line):
            segments.append(Segment("-", runs[-1][2]))
            taken += 1
        return segments + self._sign(line, taken)

    def _runs(self, line: Line, end: int, base: tuple[str, ...]) -> list[tuple[int, int, Style]]:
        """The stretches of the line up to `end` that look the same, in order."""
        layers = self._layers(line, end)
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

    def _layers(self, line: Line, end: int) -> list[_Layer]:
        """What is drawn on the line up to `end`, lowest first."""
        layers: list[_Layer] = []
        block = self._article.blocks[line.block or 0]
        if block.dateline is not None:
            layers.append((block.start, block.dateline, "dateline"))
        marks = [mark for mark in self._marks.between(line.start, end) if mark.kind in _ORDER]
        marks.sort(key=lambda mark: (_ORDER[mark.kind], mark.start, -mark.end))
        layers.extend((mark.start, mark.end, mark.kind.value) for mark in marks)
        if self._target is not None:
            layers.extend((*span, "target") for span in self._target.spans)
            layers.extend((*span, "speaker") for span in self._target.speaker)
            layers.extend((*span, "cue") for span in self._target.cue)
        if self._selection is not None:
            layers.append((*self._selection, "selection"))
        if self._caret is not None:
            layers.append((*self._caret, "caret"))
        return [layer for layer in layers if layer[0] < end and line.start < layer[1]]

    def _gutter(self, line: Line) -> list[Segment]:
        """The columns left of the text: blank, or with the bar of a quotation."""
        left, style = self._layout.left, self._looks.style
        end = line.start + max(1, len(self._layout.text_of(line)))
        quotes = [mark for mark in self._marks.between(line.start, end) if mark.kind is MarkKind.QUOTE]
        if not quotes:
            return [Segment(" " * left, style())]
        current = self._target.spans if self._target is not None else ()
        look = "quote-current" if any((quote.start, quote.end) in current for quote in quotes) else "quote"
        return [
            Segment(" " * (left - GUTTER), style()),
            Segment(BAR, style(look)),
            Segment(" " * (GUTTER - 1), style()),
        ]

    def _sign(self, line: Line, taken: int) -> list[Segment]:
        """The sign right of the text, if an annotation begins on the line; `taken` columns of text come before it."""
        if not any(
            mark.kind is MarkKind.ANNOTATION and (line.row is Row.FOLD or mark.start >= line.start)
            for mark in self._marks.between(line.start, line.end)
        ):
            return []
        gap = self._layout.right - self._layout.left - taken
        return [Segment(" " * gap, self._looks.style()), Segment(SIGN, self._looks.style("sign"))]

    def _through(self, line: Line) -> tuple[str, ...]:
        """What the sign of a fold shows of the words it stands for: the target, if it is there."""
        inside = self._target is not None and any(
            start < line.end and line.start < end for start, end in self._target.spans
        )
        return ("target",) if inside else ()
