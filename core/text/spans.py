"""Spans of text: pairs of code-point offsets into one text, the end exclusive."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share at least one character."""
    return one[0] < other[1] and other[0] < one[1]


def contains(outer: Span, inner: Span) -> bool:
    """Whether `inner` is entirely within `outer`; equal spans contain each other."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def holding(spans: Sequence[Span], offset: int) -> Span | None:
    """The one of some sorted spans without overlap that a character is in."""
    at = bisect_left(spans, (offset + 1, 0)) - 1
    return spans[at] if at >= 0 and spans[at][0] <= offset < spans[at][1] else None


def text_of(spans: Iterable[Span], text: str) -> str:
    """The words of possibly several spans, white space flattened, joined by an ellipsis."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def strip(span: Span, text: str) -> Span:
    """`span` without white space at either end; a span of white space only collapses to its start."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def check(spans: Sequence[Span], length: int) -> None:
    """Raise ValueError unless every span is non-empty and lies within a text of `length` characters."""
    for start, end in spans:
        if not 0 <= start < end <= length:
            raise ValueError(f"span {start}:{end} does not lie within a text of {length} characters")


def whole_words(text: str, most: int) -> str:
    """The beginning of a text that has at most so many characters, and ends with a word."""
    beginning = text[:most]
    if len(text) > most and not text[most].isspace():
        last = max(beginning.rfind(" "), beginning.rfind("\n"))
        beginning = beginning[:last] if last > 0 else beginning
    return beginning.rstrip()
