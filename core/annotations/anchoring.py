"""Locate the passage of an annotation again, even if the text has changed since.

The order follows the selectors of the W3C Web Annotation Data Model as used by Hypothesis: first the position,
verified; then the exact words elsewhere; then similar words. Unlike there, a place has to reach a threshold and to be
clearly better than the second best: an annotation whose passage is in doubt becomes an orphan, which users can see and
correct.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from core.annotations.anchor import CONTEXT, Anchor
from core.annotations.annotation import Annotation
from core.annotations.matching import best, distances
from core.text.spans import Span, overlaps

_OCCURRENCES = 400
"""How many places with the exact words are compared; if there are more, only those with some of the context."""
_NEAR = 6
"""Characters of context that must match on one side of such a place."""
_SEED, _SEEDS, _SEED_PLACES = 8, 48, 24
"""Length of the snippets used to find similar words, how many are searched for, and the maximum of places for each."""
_CANDIDATES = 6
"""How many places with similar words are compared."""
_LONG = 600
"""Length in characters from which a passage is searched for by its two ends."""
_END = 240
"""Length of such an end in characters."""
_SCORE_NEEDED = 0.7
"""The score that a place has to reach, for words and context together."""
_CLEARLY = 0.15
"""By how much a place has to be better than the next; less if the context counts less."""


class How(StrEnum):
    """How a passage was located."""

    POSITION = "position"
    """The same words are in the same place."""
    MOVED = "moved"
    """The same words are in another place, and it is the same passage."""
    APPROXIMATE = "approximate"
    """Very similar words are in a very similar context: the reader should check."""
    ORPHAN = "orphan"
    """The passage is gone, or more than one place matches."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where the passage of an anchor is in a text."""

    span: Span | None
    """The passage; None for an orphan."""
    how: How
    score: float
    """The confidence, from 0 to 1; for an orphan, how similar the best place was."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation located in a text; one on the whole article has no location."""

    annotation: Annotation
    """The annotation, with an anchor for this text if its passage was located for certain, else unchanged."""
    located: Located | None


def locate(anchor: Anchor, text: str) -> Located:
    """Locate the passage of `anchor` in `text`. Pure and bounded in time: about 0.1 s in a text of 200,000 words."""
    ahead = len(anchor.prefix)
    around = anchor.prefix + anchor.exact + anchor.suffix
    if anchor.start >= ahead and text.startswith(around, anchor.start - ahead):
        return Located((anchor.start, anchor.start + len(anchor.exact)), How.POSITION, 1.0)
    candidates = _ranked(anchor, text)
    if not candidates:
        return Located(None, How.ORPHAN, 0.0)
    chosen = candidates[0]
    margin = _CLEARLY * (1 - _weight(len(anchor.exact))) / (1 - _weight(0))
    rivals = [other for other in candidates if chosen.score - other.score < margin]
    if len(rivals) > 1:
        # The words occur twice in similar context. The place that is by far the nearest is a guess, and marked as one.
        nearest, next_nearest = sorted(rivals, key=lambda other: abs(other.span[0] - anchor.start))[:2]
        if abs(nearest.span[0] - anchor.start) * 4 > abs(next_nearest.span[0] - anchor.start):
            return Located(None, How.ORPHAN, chosen.score)
        return Located(nearest.span, How.APPROXIMATE, nearest.score)
    if not chosen.exact:
        return Located(chosen.span, How.APPROXIMATE, chosen.score)
    how = How.POSITION if chosen.span[0] == anchor.start else How.MOVED
    return Located(chosen.span, how, chosen.score)


def place(annotations: Iterable[Annotation], text: str) -> tuple[Placed, ...]:
    """Annotations in text order: first those on the whole article, then those located in it, then the orphans."""
    return tuple(sorted((_place(annotation, text) for annotation in annotations), key=_order))


def _place(annotation: Annotation, text: str) -> Placed:
    anchor = annotation.anchor
    if anchor is None:
        return Placed(annotation, None)
    located = locate(anchor, text)
    if located.span is not None and located.how in (How.POSITION, How.MOVED):
        here = Anchor.of(text, *located.span)
        if here != anchor:
            annotation = replace(annotation, anchor=here)
    return Placed(annotation, located)


def _order(placed: Placed) -> tuple[int, Span, str]:
    if placed.located is None:
        return 0, (0, 0), placed.annotation.created
    if placed.located.span is None:
        anchor = placed.annotation.anchor
        return 2, (anchor.start, anchor.end) if anchor else (0, 0), placed.annotation.created
    return 1, placed.located.span, placed.annotation.created


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place that could be the passage."""

    score: float
    span: Span
    exact: bool
    """Whether the exact words are there."""


def _ranked(anchor: Anchor, text: str) -> list[_Candidate]:
    """All places with a sufficient score, none overlapping a better one, the best first."""
    length = len(anchor.exact)
    found = [_candidate(anchor, text, (start, start + length), 1.0) for start in _occurrences(anchor, text)]
    if length <= _LONG:
        found += [_compare(anchor, text, near) for near in _likely(anchor, text)]
    elif not any(found):
        found.append(_by_ends(anchor, text))
    ranked: list[_Candidate] = []
    for candidate in sorted(
        filter(None, found), key=lambda candidate: (-candidate.score, not candidate.exact)
    ):
        if not any(overlaps(candidate.span, better.span) for better in ranked):
            ranked.append(candidate)
    return ranked


def _candidate(anchor: Anchor, text: str, span: Span, likeness: float) -> _Candidate | None:
    """A place with words as similar as given to those of the anchor, unless its context speaks against it."""
    length = max(len(anchor.exact), span[1] - span[0])
    context = _context(anchor, text, span)
    score = _weight(length) * likeness + (1 - _weight(length)) * context
    if context < _context_needed(length) or score < _SCORE_NEEDED:
        return None
    return _Candidate(score, span, likeness == 1.0)


def _occurrences(anchor: Anchor, text: str) -> list[int]:
    """Where the exact words occur; if there are too many places, only those with some of the context."""
    starts = list(_find(anchor.exact, text, _OCCURRENCES + 1))
    if len(starts) <= _OCCURRENCES:
        return starts
    before, after = anchor.prefix[-_NEAR:], anchor.suffix[:_NEAR]
    starts = (
        [start + len(before) for start in _find(before + anchor.exact, text, _OCCURRENCES)] if before else []
    )
    if after:
        starts += _find(anchor.exact + after, text, _OCCURRENCES)
    return sorted(set(starts))


def _find(words: str, text: str, limit: int) -> Iterator[int]:
    """The first places of `words` in `text`, including overlapping ones."""
    start = text.find(words)
    while start >= 0 and limit > 0:
        yield start
        limit -= 1
        start = text.find(words, start + 1)


def _likely(anchor: Anchor, text: str) -> list[int]:
    """Offsets at which the prefix of the anchor may begin: those most snippets of passage and context agree on."""
    around = anchor.prefix + anchor.exact + anchor.suffix
    step = max(3, len(around) // _SEEDS)
    begins: list[int] = []
    for offset in range(0, max(1, len(around) - _SEED + 1), step):
        places = list(_find(around[offset : offset + _SEED], text, _SEED_PLACES + 1))
        if len(places) <= _SEED_PLACES:
            begins.extend(place - offset for place in places)
    clusters: list[list[int]] = []
    for begin in sorted(begins):
        if clusters and begin - clusters[-1][0] <= _slack(anchor):
            clusters[-1].append(begin)
        else:
            clusters.append([begin])
    clusters.sort(key=len, reverse=True)
    return [cluster[len(cluster) // 2] for cluster in clusters[:_CANDIDATES]]


def _slack(anchor: Anchor) -> int:
    """By how many characters a passage with its context may have grown or shrunk."""
    return max(16, (len(anchor.exact) + 2 * CONTEXT) // 4)


def _compare(anchor: Anchor, text: str, near: int) -> _Candidate | None:
    """The span near an offset that corresponds to the passage when passage and context are aligned."""
    low = max(0, near - _slack(anchor))
    high = max(0, near) + len(anchor.prefix + anchor.exact + anchor.suffix) + _slack(anchor)
    window = text[low:high]
    start = _seam(anchor.prefix, anchor.exact + anchor.suffix, window)
    end = _seam(anchor.prefix + anchor.exact, anchor.suffix, window)
    if not anchor.prefix or not anchor.suffix:
        # Nothing to align on one side: the passage itself says where it begins or ends.
        match = best(anchor.exact, window, near + len(anchor.prefix) - low)
        start, end = (start if anchor.prefix else match.start), (end if anchor.suffix else match.end)
    if end <= start:
        return None
    words = window[start:end]
    length = max(len(anchor.exact), len(words))
    likeness = 1 - distances(anchor.exact, words, anywhere=False)[-1] / length
    if likeness < (0.7 if length <= 24 else 0.55):
        return None
    return _candidate(anchor, text, (low + start, low + end), likeness)


def _seam(left: str, right: str, window: str) -> int:
    """Where `left` ends and `right` begins when both are aligned with the window using the fewest edits."""
    before = distances(left, window, anywhere=True)
    after = distances(right[::-1], window[::-1], anywhere=True)[::-1]
    return min(range(len(window) + 1), key=lambda offset: before[offset] + after[offset])


def _by_ends(anchor: Anchor, text: str) -> _Candidate | None:
    """Locate a long passage by its first and last words and by samples of the text between."""
    exact, start, end = anchor.exact, anchor.start, anchor.end
    head = Anchor(start, start + _END, exact[:_END], anchor.prefix, exact[_END : _END + CONTEXT])
    tail = Anchor(end - _END, end, exact[-_END:], exact[-_END - CONTEXT : -_END], anchor.suffix)
    first, last = locate(head, text), locate(tail, text)
    if first.span is None or last.span is None:
        return None
    span = first.span[0], last.span[1]
    if not 0.6 * len(exact) <= span[1] - span[0] <= 1.6 * len(exact):
        return None
    words = text[span[0] : span[1]]
    samples = [
        exact[offset : offset + _SEED] for offset in range(0, len(exact) - _SEED, len(exact) // _SEEDS)
    ]
    kept = sum(sample in words for sample in samples) / len(samples)
    return _Candidate(min(first.score, last.score, kept), span, exact=False) if kept >= 0.6 else None


def _context(anchor: Anchor, text: str, span: Span) -> float:
    """How similar the context of `span` is to the anchor's, from 0 to 1; one side alone can be enough."""
    start, end = span
    sides: list[float] = []
    if anchor.prefix:
        sides.append(_likeness(anchor.prefix[::-1], text[max(0, start - CONTEXT) : start][::-1]))
    if anchor.suffix:
        sides.append(_likeness(anchor.suffix, text[end : end + CONTEXT]))
    return 0.7 * max(sides) + 0.3 * min(sides) if sides else 0.0


def _likeness(context: str, there: str) -> float:
    """How much of `context`, read away from the passage, is `there`; a few characters are weak evidence."""
    fewest = min(distances(context, there, anywhere=False))
    return (1 - fewest / len(context)) * min(1.0, (len(context) + 8) / CONTEXT)


def _context_needed(length: int) -> float:
    """How similar the context has to be for exact words of a given length: a long passage needs less context."""
    return min(0.75, max(0.0, 0.75 * (40 - length) / 34))


def _weight(length: int) -> float:
    """The weight of the words relative to their context, which grows with their length."""
    return min(0.85, 0.5 + 0.35 * length / 80)
