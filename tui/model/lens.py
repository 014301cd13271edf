"""Lenses: a lens selects targets in an article, and a step goes from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple, overload

from core.text.spans import Span, contains

if TYPE_CHECKING:
    from core.analysis import Analysis, Mention
    from core.annotations.anchoring import Placed


class Kind(StrEnum):
    """What a lens selects."""

    NAMES = "names"
    """People, organisations, places and other names."""
    ACTOR = "actor"
    """All mentions of one actor; the subject is the actor's id."""
    QUOTES = "quotes"
    """Quotes; the subject is the ids of those selected, separated by spaces, or empty for all."""
    MARKS = "marks"
    """The reader's own tags and notes; the subject is as for quotes."""
    FIGURES = "figures"
    """Dates and quantities."""
    HITS = "hits"
    """Search hits; the subject is the words searched for."""


class Target(NamedTuple):
    """One place to step to: the spans of text it covers, in order."""

    kind: Kind
    id: str
    spans: tuple[Span, ...]
    """Empty for a mark without a place: one on the whole article, or one whose words are gone."""
    is_lost: bool = False
    """Whether its words are gone: such marks come last, those on the whole article first."""

    @property
    def is_placed(self) -> bool:
        """Whether it has a place in the text."""
        return bool(self.spans)

    @property
    def start(self) -> int:
        """Where it begins in the text; without a place, where it comes in the order of the text."""
        return self.spans[0][0] if self.spans else LAST if self.is_lost else 0

    @property
    def end(self) -> int:
        """Where it ends in the text, gaps included."""
        return max((end for _, end in self.spans), default=self.start)


LAST = maxsize
"""After every offset."""


class Mentions(Sequence[Target]):
    """The targets of mentions in text order, created on demand: a long text has ten thousand of them."""

    def __init__(self, kind: Kind, mentions: Iterable[Mention]) -> None:
        self._kind = kind
        self._mentions = sorted(mentions)

    def __len__(self) -> int:
        return len(self._mentions)

    @overload
    def __getitem__(self, index: int) -> Target: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Target]: ...

    def __getitem__(self, index: int | slice) -> Target | Sequence[Target]:
        if isinstance(index, slice):
            return Mentions(self._kind, self._mentions[index])
        span = self._mentions[index].span
        return Target(self._kind, "{}:{}".format(*span), (span,))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Mentions):
            return self._kind is other._kind and self._mentions == other._mentions
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self._kind, len(self._mentions)))


@dataclass(frozen=True, slots=True)
class Lens:
    """What is stepped through: targets in text order."""

    kind: Kind
    targets: Sequence[Target] = ()
    subject: str = ""

    def index(self, target: Target | None) -> int | None:
        """The index of `target` among the targets, or None if it is not one of them."""
        if target is None:
            return None
        # Its index rarely changes: only a correction can have moved it.
        near = bisect_left(self.targets, target.start, key=_start)
        for index in chain(range(near, len(self.targets)), range(near)):
            candidate = self.targets[index]
            if candidate.kind is target.kind and candidate.id == target.id:
                return index
        return None

    def find(self, id: str) -> Target | None:
        """The target with that id, or None."""
        return next((target for target in self.targets if target.id == id), None)

    def step(self, current: Target | None, offset: int, by: int) -> Target | None:
        """The target `by` steps (1 or -1) from `current`, wrapping around; from `offset` if there is no current one.

        None only if the lens is empty.
        """
        if not self.targets:
            return None
        index = self.index(current)
        if index is not None:
            return self.targets[(index + by) % len(self.targets)]
        if current is not None:
            offset = current.start + (1 if by > 0 else 0)
        return self.targets[(bisect_left(self.targets, offset, key=_start) - (by < 0)) % len(self.targets)]


def _start(target: Target) -> int:
    return target.start


def mention_at(analysis: Analysis, span: Span) -> Mention | None:
    """The mention that covers exactly these words, or None."""
    mentions = analysis.mentions
    for index in range(bisect_left(mentions, span[0], key=lambda mention: mention.start), len(mentions)):
        if mentions[index].start > span[0]:
            break
        if mentions[index].span == span:
            return mentions[index]
    return None


def names(analysis: Analysis | None) -> Lens:
    """Every name in the text, one target per mention."""
    found = (mention for mention in analysis.mentions if mention.label.is_name) if analysis else ()
    return Lens(Kind.NAMES, Mentions(Kind.NAMES, found))


def figures(analysis: Analysis | None) -> Lens:
    """Every date and quantity in the text."""
    found = (mention for mention in analysis.mentions if not mention.label.is_name) if analysis else ()
    return Lens(Kind.FIGURES, Mentions(Kind.FIGURES, found))


def mentions_of(analysis: Analysis | None, actor: str, folded: Sequence[Span] = ()) -> Lens:
    """Every mention of one actor, but for those in passages that are `folded`, unless there are no others."""
    found = analysis.mentions_of(actor) if analysis else ()
    if folded:
        in_sight = tuple(each for each in found if not any(contains(fold, each.span) for fold in folded))
        found = in_sight or found
    return Lens(Kind.ACTOR, Mentions(Kind.ACTOR, found), actor)


def quotes(analysis: Analysis | None, among: str = "") -> Lens:
    """Every quote, or those whose ids are in `among`."""
    found = analysis.quotes if analysis else ()
    return _among(Kind.QUOTES, (Target(Kind.QUOTES, quote.id, quote.spans) for quote in found), among)


def marks(placed: Sequence[Placed], among: str = "") -> Lens:
    """The reader's tags and notes, or those whose ids are in `among`; the ones without a place in the text as well."""
    targets = (
        Target(
            Kind.MARKS,
            each.annotation.id,
            (span,) if (span := span_of(each)) is not None else (),
            is_lost=span is None and each.located is not None,
        )
        for each in placed
    )
    return _among(Kind.MARKS, targets, among)


def _among(kind: Kind, targets: Iterable[Target], among: str) -> Lens:
    ids = frozenset(among.split())
    let_through = (target for target in targets if not ids or target.id in ids)
    return Lens(kind, tuple(sorted(let_through, key=lambda target: (target.start, target.end))), among)


def span_of(placed: Placed) -> Span | None:
    """The span of an annotation in the text; None if it is on the whole article or its words are gone."""
    return placed.located.span if placed.located else None


def hits(text: str, words: str) -> Lens:
    """Every place that contains `words`, by the rules of `core.text.search`."""
    from core.text.search import LONGEST, find

    return hits_at(find(text, words[:LONGEST]), words)


def hits_at(spans: Iterable[Span], subject: str) -> Lens:
    """The hits of a search, in order."""
    return Lens(Kind.HITS, tuple(Target(Kind.HITS, str(span[0]), (span,)) for span in spans), subject)
