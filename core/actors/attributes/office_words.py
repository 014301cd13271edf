"""The words of an English office that stands without a body: "the chief executive", "a company spokeswoman"."""

from dataclasses import dataclass

from core.lexicon.office_bodies import bodies_of_office
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependents

_SPOKEN = ("spokesman", "spokeswoman", "spokesperson", "officer", "organiser", "organizer")
"""Offices of which a body may have several, so that one of them is "a spokeswoman"."""
_QUALIFIED = ("officer", "executive", "secretary")
"""Nouns that are an office by another word alone: "chief executive"."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class Office:
    """An office, with the classes of bodies that have it; of any kind where there are none."""

    wanted: frozenset[str]


def office_at(parsed: ParsedText, tables: Tables, noun: int) -> Office | None:
    """The office that a noun and the words before it name, if they do not say of what it is."""
    wanted = bodies_of_office(parsed.low[noun], parsed.language) | bodies_of_office(
        parsed.words[noun], parsed.language
    )
    first = noun
    body: frozenset[str] | None = None
    while first > 0 and noun - first < _MOST and _is_of_phrase(parsed, first - 1):
        first -= 1
        if parsed.lexicon.has(parsed.low[first], "no_longer"):
            return None
        kinds = tables.classes_of_body(parsed.low[first]) if body is None else frozenset()
        if kinds:
            body = kinds
        elif not parsed.lexicon.has(parsed.low[first], "of_body"):
            return None
    opening = parsed.low[first - 1] if first else ""
    if not wanted or (noun == first and parsed.low[noun] in _QUALIFIED):
        return None
    new = parsed.lexicon.has(opening, "indefinite") and not (body or parsed.low[noun] in _SPOKEN)
    if new or any(dependents(parsed, noun, "nmod:poss")) or _is_of_something(parsed, noun):
        return None
    return Office(body if body is not None else wanted)


def _is_of_phrase(parsed: ParsedText, i: int) -> bool:
    """Whether a token is a noun or an adjective of the phrase that goes on behind it."""
    return parsed.pos[i] in ("NOUN", "PROPN", "ADJ") and parsed.words[i][:1].isalpha()


def _is_of_something(parsed: ParsedText, noun: int) -> bool:
    """Whether words behind a noun say of what it is: "the director of the film"."""
    return any(child > noun for child in dependents(parsed, noun, "nmod", "acl:relcl"))
