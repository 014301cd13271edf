"""Everything an article says about one actor, collected on one card."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.analysis.analysis import Actor, ActorKind, Analysis, Form, Label, Mention, Quote
from core.text.quotation_marks import OUTER_CLOSING, OUTER_OPENING
from core.text.spans import Span, contains

_ENDING = re.compile(r"(?<=\w{4})(?:er|en|em|es|e|n|s)$")
"""What a German word may lose in another case; the stem keeps four letters."""
_ARTICLE = re.compile(
    r"^(?:der|die|das|dem|den|des|ein|eine|einem|einen|einer|eines|the|an?)\s+", re.IGNORECASE
)
_FAR = 200
"""Characters from a name within which the words of a role are looked for first."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something the article says about an actor, and where it says so."""

    what: str
    span: Span | None = None
    """Its words in the text; None where no similar form occurs."""


@dataclass(frozen=True, slots=True)
class Card:
    """One actor in one article."""

    actor: Actor
    mentions: tuple[Mention, ...]
    """In text order."""
    roles: tuple[Told, ...]
    age: Told | None
    descriptions: tuple[Told, ...]
    """What the text calls him without a name: "der Autokrat", each once, with its first place."""
    ties: tuple[Told, ...]
    """Organisations, states and places the person belongs to or that occur in the roles: employer, party, country."""
    statements: tuple[Quote, ...]
    """What he says, in text order; what is only said again is left out."""
    about: tuple[Quote, ...]
    """What others say in which he comes up, in text order."""


def card(analysis: Analysis, text: str, id: str, folded: Sequence[Span] = ()) -> Card | None:
    """The card of an actor, or None if no actor has that id. Takes time proportional to the length of the text.

    Mentions in the `folded` passages, which repeat earlier ones, are left out unless there are no others.
    """
    actor = analysis.actor(id)
    if actor is None:
        return None
    everywhere = tuple(sorted(analysis.mentions_of(id)))
    mentions = tuple(each for each in everywhere if not any(contains(fold, each.span) for fold in folded))
    mentions = mentions or everywhere
    roles = tuple(Told(role, _words_of(role, text, mentions)) for role in actor.roles)
    age = Told(str(actor.age), _age(actor.age, text, mentions)) if actor.age is not None else None
    said = sorted(analysis.quotes, key=lambda quote: quote.spans[:1])
    said = [quote for quote in said if quote.repeats is None]
    statements = tuple(quote for quote in said if quote.speaker and quote.speaker.actor == id)
    starts = [mention.start for mention in mentions]
    about = tuple(quote for quote in said if quote not in statements and _within(starts, quote.spans))
    belongs = [Told(name, _words_of(name, text, mentions)) for name in actor.affiliations]
    ties = {tie.what: tie for tie in (*_ties(analysis, id, roles), *belongs)}
    return Card(
        actor,
        mentions,
        roles,
        age,
        tuple(_descriptions(text, mentions, actor)),
        tuple(ties.values()),
        statements,
        about,
    )


def _descriptions(text: str, mentions: Sequence[Mention], actor: Actor) -> Iterator[Told]:
    """Descriptions that are neither name, alias nor role; each appears once, whatever its grammatical case."""
    known = {_bare(word) for word in (actor.name, *actor.aliases, *actor.roles)}
    for mention in mentions:
        words = " ".join(text[slice(*mention.span)].split())
        if mention.form is Form.NOMINAL and _bare(words) not in known:
            known.add(_bare(words))
            yield Told(words, mention.span)


def _bare(words: str) -> str:
    """A description in a form that can be compared: without its article and case endings."""
    return " ".join(_ENDING.sub("", word) for word in _ARTICLE.sub("", words).casefold().split())


def _words_of(role: str, text: str, mentions: Sequence[Mention]) -> Span | None:
    """Where the words of a role occur, in any grammatical case; the place nearest to a mention is chosen."""
    words = role.strip(OUTER_OPENING + OUTER_CLOSING + "' ").split()
    if not words:
        return None
    pattern = r"\s+".join(_stem(word) for word in words)
    starts = [mention.start for mention in mentions]
    best: tuple[int, Span] | None = None
    for match in re.finditer(rf"(?<![\w-]){pattern}(?!\w)", text, re.IGNORECASE):
        distance = _distance(starts, match.start())
        if best is None or distance < best[0]:
            best = distance, match.span()
        elif distance > best[0] + _FAR and best[0] < _FAR:
            break
    return best[1] if best else None


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return re.escape(bare) + (r"\w{0,2}" if len(bare) > 3 else "")


def _distance(starts: Sequence[int], place: int) -> int:
    """How far the nearest of the sorted offsets is from a place; without offsets, the place itself."""
    at = bisect_left(starts, place)
    return min((abs(start - place) for start in starts[max(0, at - 1) : at + 1]), default=place)


def _age(age: int | None, text: str, mentions: Sequence[Mention]) -> Span | None:
    """Where an age is given: directly after a name, or in the words before it."""
    for mention in mentions:
        if mention.form is not Form.NAME:
            continue
        low = max(0, mention.start - 30)
        for start, end in ((mention.end, mention.end + 16), (low, mention.start)):
            match = re.compile(rf"(?<!\d){age}(?!\d)").search(text, start, min(end, len(text)))
            if match:
                return match.span()
    return None


def _within(starts: Sequence[int], spans: Sequence[Span]) -> bool:
    """Whether any of the sorted offsets lies in one of the spans."""
    for start, end in spans:
        at = bisect_left(starts, start)
        if at < len(starts) and starts[at] < end:
            return True
    return False


def _ties(analysis: Analysis, id: str, roles: Sequence[Told]) -> Iterator[Told]:
    """The organisations and places named in the words of roles, without duplicates."""
    seen: set[str] = set()
    for role in roles:
        for mention in analysis.mentions:
            if role.span is None or not contains(role.span, mention.span) or mention.actor in (None, id):
                continue
            other = analysis.actor(mention.actor)
            named = mention.label in (Label.ORG, Label.LOC)
            if other is not None and named and other.kind is not ActorKind.PERSON and other.id not in seen:
                seen.add(other.id)
                yield Told(other.name, mention.span)
