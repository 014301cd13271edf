"""What Lesart knows about an article: plain frozen data with offsets into its text."""

from dataclasses import dataclass
from enum import StrEnum

from core.text.spans import Span
from core.translation import N_


class Label(StrEnum):
    """What a mention names: the labels of spaCy's German models, plus dates and quantities."""

    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"
    MISC = "MISC"
    DATE = "DATE"
    QUANTITY = "QUANTITY"

    @property
    def is_name(self) -> bool:
        """Whether this labels a name. Names are always shown and stepped through, the rest only on request."""
        return self not in (Label.DATE, Label.QUANTITY)


class Form(StrEnum):
    """How a mention refers to its actor."""

    NAME = "name"
    DERIVED = "derived"
    """An adjective made from a name: "russische"."""
    PART = "part"
    """A name inside a compound: Venezuela in "Venezuela-Diktator"."""
    NOMINAL = "nominal"
    """A description: "der Autokrat"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place in the text where something is referred to."""

    start: int
    end: int
    label: Label
    form: Form = Form.NAME
    actor: str | None = None
    """Id of the actor referred to; None for names that are no actors (a ship, a law)."""
    confidence: float = 1.0
    """How sure it is that this actor is meant, from 0 to 1; below 1 for a guess, as most descriptions are."""

    @property
    def span(self) -> Span:
        """Start and end as a pair."""
        return self.start, self.end


class ActorKind(StrEnum):
    """What kind of being an actor is."""

    PERSON = N_("person")
    ORGANISATION = N_("organisation")
    PLACE = N_("place")
    GROUP = N_("group")
    UNNAMED = N_("unnamed")


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, organisation, place, group or unnamed voice, under all the names the text uses for it."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    age: int | None = None
    affiliations: tuple[str, ...] = ()
    """Names of the states, parties, bodies and places that the text says a person belongs to."""


class QuoteType(StrEnum):
    """Kinds of quotation after Petersen-Frey and Biemann (LREC-COLING 2024)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    FREE_INDIRECT = "free-indirect"
    INDIRECT_FREE_INDIRECT = "indirect-free-indirect"
    REPORTED = "reported"

    @property
    def in_words(self) -> str:
        """What it is called, in a word or two that are yet to be translated."""
        return _TYPE_WORDS[self]


_TYPE_WORDS = {
    QuoteType.DIRECT: N_("direct"),
    QuoteType.INDIRECT: N_("indirect"),
    QuoteType.FREE_INDIRECT: N_("free indirect"),
    QuoteType.INDIRECT_FREE_INDIRECT: N_("free-standing indirect"),
    QuoteType.REPORTED: N_("reported"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a quotation: its cue, its frame or its addressee. Spans are in text order."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words that say so ("er"), and the actor they refer to, if known."""

    spans: tuple[Span, ...]
    text: str
    actor: str | None = None
    confidence: float = 1.0
    """How likely it is that this one speaks, from 0 to 1, as measured on articles (see `core.speaker_choice`)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the speaker of a quote, and how likely that is, from 0 to 1."""

    actor: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement in the article and everything known about it. Direct quotes include their quotation marks."""

    id: str
    type: QuoteType
    spans: tuple[Span, ...]
    rule: str
    """Name of the rule that found it, as listed in `core.quotes`."""
    confidence: float
    """How likely the words are a quote of this kind, from 0 to 1; it says nothing of the speaker."""
    speaker: Speaker | None = None
    cue: Part | None = None
    frame: Part | None = None
    addressee: Part | None = None
    verbatim: tuple[Span, ...] = ()
    """In a quote that is not direct: its stretches in quotation marks, which are the speaker's own words."""
    within: str | None = None
    """Id of the quote that contains this one, such as indirect speech around a direct quote."""
    repeats: str | None = None
    """Id of an earlier quote whose words this one says again, as captions do."""
    candidates: tuple[Candidate, ...] = ()
    """Where somebody must have said it but nobody clearly did: who might have, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one article. Mentions and quotes are in text order, actors by first mention."""

    pipeline: str
    """Name and version of what made it; an analysis is kept for as long as this stays the same."""
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    language: str = "und"
    """ISO 639-1 code of the language the text was read in."""
    names_read: bool = True
    """False where no pipeline for the language is installed that finds names."""
    corrected: tuple[str, ...] = ()
    """Ids of the reader's corrections that are already in it."""

    def actor(self, id: str | None) -> Actor | None:
        """The actor with the given id, or None."""
        return next((actor for actor in self.actors if actor.id == id), None) if id else None

    def quote_around(self, start: int, end: int) -> Quote | None:
        """The shortest quote whose speaker is known and in whose words a passage both begins and ends."""
        around = [
            quote
            for quote in self.quotes
            if quote.speaker is not None
            and any(low <= start < high for low, high in quote.spans)
            and any(low < end <= high for low, high in quote.spans)
        ]
        return min(around, key=lambda quote: quote.spans[-1][1] - quote.spans[0][0], default=None)

    def mentions_of(self, actor: str) -> tuple[Mention, ...]:
        """The mentions of one actor, in text order."""
        return tuple(mention for mention in self.mentions if mention.actor == actor)
