"""Spans that overlap, as elements that nest: what markup languages need and texts do not give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.spans import Span


@dataclass(frozen=True, slots=True)
class Opening:
    """An element begins, for the first time or again after it was cut."""

    index: int
    """Which of the spans it is."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The element opened last ends, for good or to be opened again at once."""

    index: int


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text."""

    start: int
    end: int


Event = Opening | Closing | Words


def nest(window: Span, spans: Sequence[Span]) -> Iterator[Event]:
    """The text of `window` with the spans that reach into it, each opened and closed in turn.

    Where one crosses another, the inner is cut in two. Of spans that begin together the longest is outermost, of equal
    ones the first.
    """
    low, high = window
    clipped = {
        index: (max(low, start), min(high, end))
        for index, (start, end) in enumerate(spans)
        if max(low, start) < min(high, end)
    }
    starting: dict[int, list[int]] = {}
    for index in sorted(clipped, key=lambda index: (-clipped[index][1], index)):
        starting.setdefault(clipped[index][0], []).append(index)
    edges = sorted({low, high, *(edge for span in clipped.values() for edge in span)})
    stack: list[int] = []
    for edge, following in zip(edges, [*edges[1:], None], strict=True):
        ended = next((at for at, index in enumerate(stack) if clipped[index][1] <= edge), len(stack))
        cut = [index for index in stack[ended:] if clipped[index][1] > edge]
        for index in reversed(stack[ended:]):
            yield Closing(index)
        del stack[ended:]
        for index in (*cut, *starting.get(edge, ())):
            yield Opening(index)
            stack.append(index)
        if following is not None:
            yield Words(edge, following)
