"""Statements within statements: „a slap“ within “spoke of „a slap“” is a part of that, and no statement more."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from core.text.spans import Span

Statement = TypeVar("Statement")


def outermost(
    found: Iterable[Statement],
    spans: Callable[[Statement], Sequence[Span]],
    speaker: Callable[[Statement], Hashable],
) -> list[Statement]:
    """The statements that are no part of another one by the same speaker, in their order."""
    listed = list(found)
    by_speaker: dict[Hashable, list[Sequence[Span]]] = {}
    for each in listed:
        by_speaker.setdefault(speaker(each), []).append(spans(each))
    return [each for each in listed if not _is_part(spans(each), by_speaker[speaker(each)])]


def _is_part(spans: Sequence[Span], others: Iterable[Sequence[Span]]) -> bool:
    return any(_is_within(spans, other) and not _is_within(other, spans) for other in others)


def _is_within(spans: Sequence[Span], other: Sequence[Span]) -> bool:
    return all(any(start <= here and there <= end for start, end in other) for here, there in spans)
