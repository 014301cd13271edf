"""Who says a quotation, or may say it, while an analysis is corrected."""

from collections.abc import Iterable
from dataclasses import replace

from core.analysis import Candidate, Quote
from core.text.spans import Span

CARRIED = frozenset(("direct, speaker carried over", "Konjunktiv goes on", "would goes on"))
"""Names of the rules that take the speaker over from what was said right before."""


def hull(quote: Quote) -> Span:
    """From the beginning of a quotation to its end, gaps included: the passage that identifies it."""
    return quote.spans[0][0], max(end for _, end in quote.spans)


def who_speaks(quote: Quote) -> set[str | None]:
    """The actors that say a quotation, or may say it."""
    said = {quote.speaker.actor} if quote.speaker else set()
    return said | {candidate.actor for candidate in quote.candidates}


def going_on(quote: Quote, quotes: Iterable[Quote]) -> list[Quote]:
    """The quotations behind one that only go on with it: nothing but what was said before tells who says them.

    They end with the first that has a speaker of its own, or another one; what is within others is left out.
    """
    found: list[Quote] = []
    said_by = quote.speaker.actor if quote.speaker else None
    for each in sorted(quotes, key=hull):
        if each.within is not None or hull(each) <= hull(quote):
            continue
        if each.rule not in CARRIED or (each.speaker.actor if each.speaker else None) != said_by:
            break
        found.append(each)
    return found


def spoken_by(quote: Quote, id: str | None, former: str | None) -> Quote:
    """The quotation, said by another actor where it was said by `former`, or may have been; None for nobody."""
    if quote.speaker is not None and quote.speaker.actor == former:
        return replace(quote, speaker=replace(quote.speaker, actor=id))
    if former not in who_speaks(quote):
        return quote
    confidence: dict[str, float] = {}
    for each in quote.candidates:
        actor = id if each.actor == former else each.actor
        if actor is not None:
            confidence[actor] = confidence.get(actor, 0.0) + each.confidence
    likeliest = sorted(confidence.items(), key=lambda item: -item[1])
    return replace(quote, candidates=tuple(Candidate(*item) for item in likeliest))
