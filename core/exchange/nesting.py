"""Turn overlapping spans into properly nested elements, as markup languages require."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Opening:
    """An element starts, for the first time or again after it was split."""

    index: int
    """Index of its span."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The element opened last ends, for good or to be reopened immediately."""

    index: int


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of the text."""

    start: int
    end: int


Event = Opening | Closing | Words


def nest_all(
    windows: Sequence[Span], spans: Sequence[Span], ranks: Sequence[int], shut: frozenset[int] = frozenset()
) -> list[list[Event]]:
    """`nest` for many windows in text order, in time linear in the text rather than quadratic."""
    coming = sorted(range(len(spans)), key=lambda index: spans[index][0], reverse=True)
    near: list[int] = []
    events: list[list[Event]] = []
    for low, high in windows:
        while coming and spans[coming[-1]][0] < high:
            near.append(coming.pop())
        near = [index for index in near if spans[index][1] > low]
        events.append(list(nest((low, high), spans, ranks, shut, near)))
    return events


def nest(
    window: Span,
    spans: Sequence[Span],
    ranks: Sequence[int],
    shut: frozenset[int] = frozenset(),
    among: Sequence[int] | None = None,
) -> Iterator[Event]:
    """The text of `window` with the spans that reach into it, each opened and closed in turn.

    If two spans cross, the one of higher rank is split, or the later one if the ranks are equal. Spans of the ranks in
    `shut` cannot contain any of a lower rank: they are split around them. Of spans that start together the longest is
    outermost; of equal spans, the one of the lowest rank, then the first. `among` gives the spans that may reach into
    the window, if known.
    """
    low, high = window
    clipped = {
        index: (max(low, spans[index][0]), min(high, spans[index][1]))
        for index in (range(len(spans)) if among is None else among)
        if max(low, spans[index][0]) < min(high, spans[index][1])
    }
    there = sorted(clipped, key=lambda index: (ranks[index], index))
    pieces: list[tuple[Span, int]] = []
    for index in there:
        pieces += [(piece, index) for piece in _cut(clipped[index], ranks[index], pieces, ranks, shut)]
    pieces.sort(key=lambda piece: (piece[0][0], -piece[0][1], ranks[piece[1]], piece[1]))
    return _events(window, pieces)


def _cut(
    span: Span, rank: int, pieces: Sequence[tuple[Span, int]], ranks: Sequence[int], shut: frozenset[int]
) -> Iterator[Span]:
    """A span, split so that no piece crosses the existing ones."""
    start, end = span
    edges = {start, end}
    for (first, last), index in pieces:
        crosses = first < start < last < end or start < first < end < last
        if crosses or (rank in shut and ranks[index] < rank and start <= first and last <= end):
            edges.update(edge for edge in (first, last) if start < edge < end)
    return pairwise(sorted(edges))


def _events(window: Span, pieces: Sequence[tuple[Span, int]]) -> Iterator[Event]:
    """Properly nested pieces, in order, as events."""
    at, high = window
    stack: list[tuple[int, int]] = []
    for (start, end), index in pieces:
        while stack and stack[-1][0] <= start:
            last, inner = stack.pop()
            if at < last:
                yield Words(at, last)
                at = last
            yield Closing(inner)
        if at < start:
            yield Words(at, start)
            at = start
        yield Opening(index)
        stack.append((end, index))
    for last, inner in reversed(stack):
        if at < last:
            yield Words(at, last)
            at = last
        yield Closing(inner)
    if at < high:
        yield Words(at, high)
