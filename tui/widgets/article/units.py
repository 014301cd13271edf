"""The words, sentences, paragraphs, names and quotes of an article, as units to move and select by."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain
from operator import itemgetter

from core.articles.article import Article
from core.text.segments import nearest, sentences, words
from core.text.spans import Span
from tui.model.marks import Mark, MarkKind


class Unit(StrEnum):
    """What a selection moves and grows by."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    NAME = "name"
    QUOTE = "quote"

    @property
    def is_marked(self) -> bool:
        """Whether such units are known from marks and cover only some of the text."""
        return self in _MARKED


_MARKED = {
    Unit.NAME: frozenset((MarkKind.PERSON, MarkKind.ORGANISATION, MarkKind.PLACE, MarkKind.MISC)),
    Unit.QUOTE: frozenset((MarkKind.QUOTE,)),
}
"""The marks that are selected as a unit."""


class Units:
    """Finds the units of an article, block by block, when they are asked for.

    Names and quotes are taken from `marks`; where they are nested, only the outermost can be selected. With
    `unfolded`, captions that repeat an earlier one can be selected too.
    """

    def __init__(self, article: Article, marks: Iterable[Mark] = (), unfolded: bool = True) -> None:
        self._text = article.text
        self._blocks = article.blocks
        self._starts = [block.start for block in article.blocks]
        self._unfolded = unfolded
        self._spans: dict[tuple[Unit, int], Sequence[Span]] = {}
        marks = tuple(marks)
        self._marked = {
            unit: _outermost(mark.span for mark in marks if mark.kind in kinds)
            for unit, kinds in _MARKED.items()
        }

    def spans(self, unit: Unit, block: int) -> Sequence[Span]:
        """The units of one block, by its index; none where the block has no words or is folded."""
        known = self._spans.get((unit, block))
        if known is None:
            known = self._spans[unit, block] = self._find(unit, block)
        return known

    def _find(self, unit: Unit, index: int) -> Sequence[Span]:
        block = self._blocks[index]
        if block.repeats is not None and not self._unfolded:
            return ()
        if unit.is_marked:
            marked = self._marked[unit]
            first = bisect_left(marked, (block.start, 0))
            return marked[first : bisect_left(marked, (block.end, 0))]
        found = words(self._text, block.start, block.end)
        if unit is Unit.WORD or not found:
            return found
        if unit is Unit.PARAGRAPH:
            return [(block.start, block.end)]
        found = sentences(self._text, block.start, block.end)
        # "HOLM." is where the report is from, and no sentence.
        if block.dateline and len(found) > 1 and found[0][1] <= block.dateline:
            return [(found[0][0], found[1][1]), *found[2:]]
        return found

    def at(self, unit: Unit, offset: int) -> Span | None:
        """The unit at `offset`, or the nearest one in its block, or in the nearest block that has any."""
        here = max(0, bisect_right(self._starts, offset) - 1)
        for block in chain(range(here, len(self._blocks)), range(here - 1, -1, -1)):
            if spans := self.spans(unit, block):
                return spans[nearest(spans, offset)]
        return None

    def beside(self, unit: Unit, offset: int, by: int) -> Span | None:
        """The nearest unit that begins after `offset` (by 1) or ends at or before it (by -1)."""
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

    def first_word(self, span: Span) -> Span:
        """The start of `span`, up to the end of its first word."""
        word = self.at(Unit.WORD, span[0])
        return (span[0], min(word[1], span[1])) if word and word[1] > span[0] else span

    def last_word(self, span: Span) -> Span:
        """The end of `span`, from the beginning of its last word."""
        word = self.at(Unit.WORD, span[1] - 1)
        return (max(word[0], span[0]), span[1]) if word and word[0] < span[1] else span

    def whole_words(self, one: int, other: int) -> Span | None:
        """The passage from one offset to another, in either order, rounded up to whole words."""
        first, last = (self.at(Unit.WORD, offset) for offset in sorted((one, other)))
        return (min(first[0], last[0]), max(first[1], last[1])) if first and last else None


def _outermost(spans: Iterable[Span]) -> list[Span]:
    outer: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not outer or span[1] > outer[-1][1]:
            outer.append(span)
    return outer
