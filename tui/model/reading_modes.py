"""Reading modes: which passages of an article stay bright while all others are dimmed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from core.articles import Article, BlockKind
from core.text.segments import sentences
from core.text.spans import Span, overlaps
from core.translation import _

if TYPE_CHECKING:
    from core.analysis import Analysis, Quote


class Way(StrEnum):
    """The kinds of reading modes."""

    ALL = "all"
    """Nothing is dimmed."""
    ACTOR = "actor"
    """The sentences that name one actor, and what that actor says."""
    QUOTES = "quotes"
    """What is said, who says it, and the cues."""
    SKIM = "skim"
    """The headlines, and the sentence each paragraph begins with."""
    CLEAN = "clean"
    """All of it, without names and marks."""


class Reading(NamedTuple):
    """A reading mode, with the actor's id in modes that follow an actor."""

    way: Way = Way.ALL
    actor: str = ""


def reading_words(reading: Reading, analysis: Analysis | None) -> str:
    """The name of a reading mode in the status line; empty for the default mode."""
    actor = analysis.actor(reading.actor) if analysis else None
    return {
        Way.ALL: "",
        Way.ACTOR: _("only {name}").format(name=actor.name) if actor else _("only one actor"),
        Way.QUOTES: _("only what is said"),
        Way.SKIM: _("skimming"),
        Way.CLEAN: _("no marks"),
    }[reading.way]


_TITLES = frozenset((BlockKind.HEADLINE, BlockKind.SUBHEADING))
_SKIMMED = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))


def bright(reading: Reading, article: Article, analysis: Analysis | None) -> tuple[Span, ...] | None:
    """The bright passages, in order and without overlap; None if nothing is dimmed."""
    match reading.way:
        case Way.ACTOR if analysis is not None:
            return _merged(_of_actor(article, analysis, reading.actor))
        case Way.QUOTES if analysis is not None:
            return _merged(span for quote in analysis.quotes for span in _parts_of(quote))
        case Way.SKIM:
            return _merged(_leads(article))
        case _:
            return None


def _parts_of(quote: Quote) -> Iterable[Span]:
    yield from quote.spans
    for part in (quote.speaker, quote.cue):
        yield from part.spans if part is not None else ()


def _of_actor(article: Article, analysis: Analysis, actor: str) -> Iterable[Span]:
    named = sorted(mention.span for mention in analysis.mentions_of(actor))
    for block in article.blocks:
        here = named[bisect_left(named, (block.start, 0)) : bisect_left(named, (block.end, 0))]
        if here:
            for sentence in sentences(article.text, block.start, block.end):
                if any(overlaps(sentence, span) for span in here):
                    yield sentence
    for quote in analysis.quotes:
        if quote.speaker is not None and quote.speaker.actor == actor:
            yield from _parts_of(quote)


def _leads(article: Article) -> Iterable[Span]:
    for block in article.blocks:
        if block.kind in _TITLES:
            yield block.start, block.end
        elif block.kind in _SKIMMED:
            yield from sentences(article.text, block.start, block.end)[:1]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, with those that touch or overlap merged."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)
