"""What is drawn over the text of an article without moving it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from core.text.spans import Span


class MarkKind(StrEnum):
    """The kind of a mark. The values name the component classes that draw them."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    MISC = "misc"
    QUOTE = "quote"
    SPEAKER = "speaker"
    CUE = "cue"
    ANNOTATION = "annotation"
    HIT = "hit"


class Mark(NamedTuple):
    """One marked passage, in code points of the article's text, the end exclusive.

    Something with several passages, such as a quotation in two parts, has several marks with the same id.
    """

    start: int
    end: int
    kind: MarkKind
    id: str = ""

    @property
    def span(self) -> Span:
        """Where it is."""
        return self.start, self.end


class Target(NamedTuple):
    """What the reader has stepped to: its passages, and for a quotation its speaker and cue."""

    spans: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of its passages begins."""
        return min(start for start, _ in self.spans)

    @property
    def passages(self) -> tuple[Span, ...]:
        """Everything that is highlighted for it."""
        return self.spans + self.cue + self.speaker


class Marks:
    """Marks indexed by place: finds those that overlap a span without looking at all of them."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.all = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
        """Every mark, in text order."""
        self._by_kind = [
            _Layer([mark for mark in self.all if mark.kind is kind])
            for kind in {mark.kind: None for mark in self.all}
        ]

    def between(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that share a character with the span, kind by kind."""
        for layer in self._by_kind:
            yield from layer.between(start, end)

    def at(self, offset: int) -> list[Mark]:
        """The marks that contain the character at `offset`, the shortest first, which is on top of the others."""
        return sorted(self.between(offset, offset + 1), key=lambda mark: mark.end - mark.start)


class _Layer:
    """Marks of one kind, so that a long mark of another kind does not slow down the search for these."""

    def __init__(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._reach = list(accumulate((mark.end for mark in marks), max))

    def between(self, start: int, end: int) -> Iterator[Mark]:
        for mark in self._marks[bisect_right(self._reach, start) : bisect_left(self._starts, end)]:
            if mark.end > start:
                yield mark
