"""Moving through an article by word, sentence, paragraph, name and quote, and selecting by them: without a widget."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from operator import itemgetter

from core.articles.article import Article
from core.text.segments import nearest, sentences, words
from core.text.spans import Span, contains, overlaps


class Unit(StrEnum):
    """What a selection grows by."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    NAME = "name"
    QUOTE = "quote"

    @property
    def is_found(self) -> bool:
        """Whether it is something that was found in the text and not a part that all text falls into."""
        return self in (Unit.NAME, Unit.QUOTE)


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the reader stands while selecting by keyboard.

    `fixed` is the end that stays and `head` the end that moves, both as the stretch they cover; they are the same
    while the caret only travels.
    """

    fixed: Span
    head: Span
    extending: bool = False

    @property
    def span(self) -> Span:
        """The passage selected: from one end to the other, both included."""
        return min(self.fixed[0], self.head[0]), max(self.fixed[1], self.head[1])

    @property
    def is_forward(self) -> bool:
        """Whether the moving end is the last one."""
        return self.head >= self.fixed

    def swapped(self) -> "Caret":
        """The same passage with the other end moving."""
        return replace(self, fixed=self.head, head=self.fixed)

    def nudged(self, by: int, length: int) -> "Caret":
        """The moving edge shifted by `by` letters, at least one letter staying, within a text of `length`."""
        start, end = self.span
        if self.is_forward:
            end = min(max(end + by, start + 1), length)
            head = min(self.head[0], end - 1), end
            return Caret((start, min(self.fixed[1], end)), head, extending=True)
        start = max(min(start + by, end - 1), 0)
        head = start, max(self.head[1], start + 1)
        return Caret((max(self.fixed[0], start), end), head, extending=True)


class Units:
    """The words, sentences and paragraphs of an article, block by block, worked out where they are asked for.

    Names and quotes are known only once `set_found` has told of them.
    """

    def __init__(self, article: Article, is_shown: Callable[[int], bool] = lambda _: True) -> None:
        self._text = article.text
        self._blocks = article.blocks
        self._starts = [block.start for block in article.blocks]
        self._is_shown = is_shown
        self._spans: dict[tuple[Unit, int], Sequence[Span]] = {}
        self._found: dict[Unit, Sequence[Span]] = {}

    def set_found(self, unit: Unit, spans: Iterable[Span]) -> None:
        """Say where the names or the quotes are; of those within each other only the outermost can be selected."""
        outer: list[Span] = []
        for span in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not outer or span[1] > outer[-1][1]:
                outer.append(span)
        self._found[unit] = outer
        self._spans = {place: known for place, known in self._spans.items() if place[0] is not unit}

    def spans(self, unit: Unit, block: int) -> Sequence[Span]:
        """The words or sentences of a block, or the block itself; none where it holds no word or is not shown."""
        known = self._spans.get((unit, block))
        if known is None:
            known = self._spans[unit, block] = self._find(unit, block)
        return known

    def _find(self, unit: Unit, index: int) -> Sequence[Span]:
        block = self._blocks[index]
        if not self._is_shown(index):
            return ()
        if unit.is_found:
            all_found = self._found.get(unit, ())
            first = bisect_left(all_found, (block.start, 0))
            return all_found[first : bisect_left(all_found, (block.end, 0))]
        found = words(self._text, block.start, block.end)
        if unit is Unit.WORD or not found:
            return found
        return (
            [(block.start, block.end)]
            if unit is Unit.PARAGRAPH
            else sentences(self._text, block.start, block.end)
        )

    def at(self, unit: Unit, offset: int) -> Span | None:
        """The unit that holds `offset`, or else the nearest of its block, or of the nearest block with any."""
        here = max(0, bisect_right(self._starts, offset) - 1)
        for block in chain(range(here, len(self._blocks)), range(here - 1, -1, -1)):
            if spans := self.spans(unit, block):
                return spans[nearest(spans, offset)]
        return None

    def beside(self, unit: Unit, offset: int, by: int) -> Span | None:
        """The nearest unit that begins behind `offset` (by 1) or ends at or before it (by -1)."""
        block = max(0, bisect_right(self._starts, offset) - 1)
        while 0 <= block < len(self._blocks):
            spans = self.spans(unit, block)
            index = bisect_right(spans, offset, key=itemgetter(0))
            if by < 0:
                index -= 1 if index and spans[index - 1][1] <= offset else 2
            if 0 <= index < len(spans):
                return spans[index]
            block += by
        return None

    def first(self, span: Span) -> Span:
        """The passage from the start of `span` to the end of its first word."""
        word = self.at(Unit.WORD, span[0])
        return (span[0], min(word[1], span[1])) if word and word[1] > span[0] else span

    def last(self, span: Span) -> Span:
        """The passage from the beginning of the last word of `span` to its end."""
        word = self.at(Unit.WORD, span[1] - 1)
        return (max(word[0], span[0]), span[1]) if word and word[0] < span[1] else span

    def caret_on(self, span: Span) -> Caret:
        """A caret with `span` selected and its end moving."""
        return Caret(self.first(span), self.last(span), extending=True)

    def moved(self, caret: Caret, unit: Unit, by: int) -> Caret:
        """The caret moved by one unit, forward (by 1) or back (by -1).

        While it travels it goes to the beginning of the unit; while it extends its moving end goes to the near or far
        edge of the unit, so that whole units are selected.
        """
        if unit is Unit.WORD:
            head = self.beside(unit, caret.head[0], by)
        elif caret.extending and caret.is_forward:
            head = self._far_edge(caret, unit, by)
        else:
            head = self._near_edge(caret.head, unit, by)
        if head is None:
            return caret
        return self.placed(caret, head)

    def placed(self, caret: Caret, head: Span) -> Caret:
        """The caret with its moving end, and while it travels all of it, at `head`."""
        return replace(caret, head=head) if caret.extending else Caret(head, head)

    def _near_edge(self, head: Span, unit: Unit, by: int) -> Span | None:
        """The beginning of the next unit, or of this one if the head is past it, or of the one before."""
        here = self.at(unit, head[0])
        if by > 0:
            after = self.beside(unit, head[0], 1)
            return self.first(after) if after else None
        if here is not None and self.first(here)[1] <= head[0]:
            return self.first(here)
        before = self.beside(unit, here[0] if here else head[0], -1)
        return self.first(before) if before else None

    def _far_edge(self, caret: Caret, unit: Unit, by: int) -> Span | None:
        """The end of this unit, or of the next one if the head is there already; or of the one before."""
        here = self.at(unit, caret.head[0])
        if by > 0:
            if here is not None and caret.head[1] < here[1]:
                return self.last(here)
            after = self.beside(unit, caret.head[0], 1)
            return self.last(after) if after else None
        before = self.beside(unit, here[0] if here else caret.head[0], -1)
        if before is not None and before[1] >= caret.fixed[1]:
            return self.last(before)
        return caret.fixed if caret.head != caret.fixed else self._near_edge(caret.head, unit, by)

    def grown(self, caret: Caret, unit: Unit) -> Caret:
        """The selection rounded up to whole units; if it is made of whole ones already, one more at its moving end."""
        start, end = caret.span
        first, last = self.at(unit, start), self.at(unit, end - 1)
        if first is None or last is None:
            return caret
        if unit.is_found and not overlaps(first, caret.span):
            return self.caret_on(first)
        if unit.is_found and not overlaps(last, caret.span):
            last = first
        whole = min(first[0], start), max(last[1], end)
        if whole == caret.span and caret.extending:
            more = self.beside(
                unit, start if not caret.is_forward else end - 1, 1 if caret.is_forward else -1
            )
            if more is not None:
                whole = min(whole[0], more[0]), max(whole[1], more[1])
        grown = self.caret_on(whole)
        return grown if caret.is_forward else grown.swapped()

    def widened(self, caret: Caret) -> Caret:
        """The next larger unit around the selection: name, sentence, quote or paragraph."""
        start, end = caret.span
        around = (
            span
            for unit in (Unit.WORD, Unit.NAME, Unit.SENTENCE, Unit.QUOTE, Unit.PARAGRAPH)
            for span in [self.at(unit, start)]
            if span and contains(span, (start, end)) and (span != (start, end) or not caret.extending)
        )
        span = min(around, key=lambda span: span[1] - span[0], default=None)
        return caret if span is None else self.caret_on(span)
