"""What has to be said beside a statement away from its article, where its sentence is not in sight.

There “that the site would be sold” reads like a promise of somebody who denied it, “no pool would close” like one of
somebody who only is said to have made it, and “äußerte sich nicht” like something that was said.
"""

import re
from collections.abc import Iterator
from functools import cache

from core.analysis.analysis import Analysis, Quote, QuoteType
from core.text.spans import Span, contains, strip, text_of
from core.text.tables import LANGUAGES, listed
from core.translation import _

_BY_ITSELF = frozenset({QuoteType.DIRECT, QuoteType.REPORTED})
"""Here somebody is heard, or the verb is among the words."""
_WORD = re.compile(r"[^\W\d_]+")


def cue_beside(quote: Quote, text: str) -> str:
    """What introduces a statement in somebody else's words, such as “denied”; empty where nothing does.

    With it stands the object of that word, as in “rejected an offer by the builder”: what follows is said of that.
    """
    if quote.cue is None or quote.type in _BY_ITSELF:
        return ""
    objects = [each for each in _rest_of_frame(quote, text) if _is_object(text[slice(*each)])]
    if not objects:
        return text_of(quote.cue.spans, text)
    return " ".join(" ".join(text[slice(*each)].split()) for each in sorted((*quote.cue.spans, *objects)))


def with_cue(cue: str, words: str) -> str:
    """The words of a statement after what introduces them."""
    return f"{cue}: {words}" if cue else words


def introduction(cue: str, according: str) -> str:
    """What introduces a statement, and by whose account it was made: "promised, according to Bo Öz"."""
    account = _("according to {name}").format(name=according) if according else ""
    return ", ".join(filter(None, (cue, account)))


def according_to(quote: Quote, analysis: Analysis) -> str:
    """Who says that a statement was made, where it lies within one of somebody else; empty where it does not."""
    if quote.speaker is None or quote.speaker.actor is None:
        return ""
    for other in analysis.quotes:
        whose = analysis.actor(other.speaker.actor) if other.speaker is not None else None
        if whose is not None and whose.id != quote.speaker.actor and _lies_within(quote, other):
            return whose.name
    return ""


def is_refusal(quote: Quote, text: str) -> bool:
    """Whether all that is told is that somebody would not speak, as in “wollte sich nicht äußern”."""
    if quote.type is QuoteType.REPORTED:
        words = text_of(quote.spans, text)
    elif quote.type is QuoteType.INDIRECT and quote.cue is not None:
        words = text_of(quote.cue.spans, text)
    else:
        return False
    return _refusals().search(words) is not None


@cache
def _refusals() -> re.Pattern[str]:
    return re.compile("|".join(listed("refusal_to_speak")), re.IGNORECASE)


def _lies_within(quote: Quote, other: Quote) -> bool:
    """Whether all of a quote is a part of another one."""
    inner, outer = quote.spans, other.spans
    return inner != outer and all(any(contains(whole, part) for whole in outer) for part in inner)


def _rest_of_frame(quote: Quote, text: str) -> Iterator[Span]:
    """What stands around a cue beside who speaks and whom they speak to."""
    taken = [*(quote.cue.spans if quote.cue else ()), *(quote.speaker.spans if quote.speaker else ())]
    taken = sorted([*taken, *(quote.addressee.spans if quote.addressee else ())])
    for start, end in quote.frame.spans if quote.frame else ():
        at = start
        for left, right in (*taken, (end, end)):
            if at < min(left, end):
                yield strip((at, min(left, end)), text)
            at = max(at, right)


def _is_object(words: str) -> bool:
    """Whether there is an object without a preposition among some words: an article, and a word behind it."""
    found = [each.casefold() for each in _WORD.findall(words)]
    return any(
        word in _articles() and (at == 0 or found[at - 1] not in _prepositions())
        for at, word in enumerate(found[:-1])
    )


@cache
def _articles() -> frozenset[str]:
    return frozenset(listed("article_of_object"))


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in listed("before_no_object", language))
