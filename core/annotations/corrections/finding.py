"""Find what a correction applies to: mentions, quotations and actors at the passages a reader selected."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from core.annotations.anchor import Anchor
from core.annotations.anchoring import locate
from core.text.spans import Span

ALIKE = 0.5
"""The overlap, relative to their union, from which two spans count as the same if no span is identical."""


def span_of(anchor: Anchor, text: str) -> Span | None:
    """Where the passage of an anchor is in a text now, or None if it is gone."""
    return locate(anchor, text).span


def nearest(span: Span, candidates: Iterable[Span]) -> Span | None:
    """The candidate equal to `span`, else the one that overlaps it most, or None."""
    best: tuple[float, Span] | None = None
    for candidate in candidates:
        if candidate == span:
            return span
        share = _share(span, candidate)
        if share >= ALIKE and (best is None or share > best[0]):
            best = share, candidate
    return best[1] if best else None


def _share(one: Span, other: Span) -> float:
    """The overlap of two spans relative to their union, from 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def occurrences(words: str, text: str) -> list[Span]:
    """Where words occur in a text, as whole words and case-sensitively; white space matches any white space.

    A name of three or more letters is also found in the genitive; the ending belongs to the mention.
    """
    pieces = words.split()
    if not pieces:
        return []
    pattern = r"\s+".join(re.escape(piece) for piece in pieces)
    ending = r"(?:[’']?s|[’'](?!\w))?" if len(words) > 2 else ""
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}{ending}(?!\w)", text)]


class Stretches:
    """A set of spans, merged, for checking quickly whether another span touches one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, span: Span) -> bool:
        """Whether a span shares a character with one of them."""
        at = bisect_left(self._starts, span[1]) - 1
        return at >= 0 and self._ends[at] > span[0]
