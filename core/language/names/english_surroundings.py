"""Parties, firms and towns that the network took for something else or cut, told by the words around them."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

from core.language.names.entities import LOC, ORG, PER
from core.lexicon.lexicon import Lexicon
from core.lexicon.world import Tables

_LENGTH_OF_AGE = 2


def by_surroundings(doc: Doc, ent: Span, lexicon: Lexicon, tables: Tables) -> str | None:
    """The label that the words around a name speak for; None where they say nothing."""
    if len(ent) > 1 and ent.label_ == LOC and _is_aged(doc, ent, lexicon):
        return PER
    if len(ent) > 1 or ent.label_ not in (LOC, PER):
        return None
    if ent.label_ == PER and lexicon.has(ent.text.lower(), "party_only") and not _is_surname(doc, ent):
        return ORG
    if ent.label_ == PER and _is_in_address(doc, ent):
        return LOC
    firm = lexicon.gender_of_name(ent.text) is None and not tables.country(ent.text)
    return ORG if firm and _is_traded(doc, ent) else None


def bodies_of_two(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """Names of bodies that the network has cut at a joint: "Hale & Orme", "the Bakers and Millers Union"."""
    for ent, other in pairwise(doc.ents):
        if other.start != ent.end + 1 or doc[other.start].is_sent_start:
            continue
        firm = doc[ent.end].text == "&" and ORG in (ent.label_, other.label_)
        if firm or (doc[ent.end].text == "and" and _is_half(doc, ent, other, lexicon)):
            yield Span(doc, ent.start, other.end, label=ORG)


def _is_half(doc: Doc, ent: Span, other: Span, lexicon: Lexicon) -> bool:
    """Whether a noun in the plural behind "the" only says with another one whose body it is, and is nobody's name."""
    many = len(ent) == 1 and ent.label_ != LOC and ent.text[-1:] == "s" and doc.text.count(ent.text) == 1
    opened = ent.start > 0 and doc[ent.start - 1].lower_ == "the"
    party = lexicon.has(ent.text.lower(), "party_only")
    named = len(other) > 1 and lexicon.has(other[-1].lower_, "sure_body_head")
    return many and opened and named and not party


def _is_aged(doc: Doc, ent: Span, lexicon: Lexicon) -> bool:
    """Whether a name with a first name has an age: "…, and Ada Lind, 40, of no fixed address"."""
    if lexicon.gender_of_name(ent[0].text) is None or ent.end + 2 >= len(doc):
        return False
    comma, age, behind = (doc[ent.end + k].text for k in range(3))
    return (comma, behind) in ((",", ","), ("(", ")")) and age.isdecimal() and len(age) == _LENGTH_OF_AGE


def _is_surname(doc: Doc, ent: Span) -> bool:
    return any(len(other) > 1 and other.label_ == PER and ent.text in other.text for other in doc.ents)


def _is_traded(doc: Doc, ent: Span) -> bool:
    """Whether a name has shares: "Shares in Elmvale rose"."""
    return doc[max(0, ent.start - 2) : ent.start].text.lower() in ("shares in", "shares of")


def _is_in_address(doc: Doc, ent: Span) -> bool:
    """Whether a single word ends the address of somebody: "Ada Lind (31), of Mill Lane, Elmvale, said"."""
    start, end = ent.start, ent.end
    if start < 2 or doc[start - 1].text != "," or doc[end : end + 1].text not in (",", ".", ";"):
        return False
    street = next((each for each in doc.ents if each.end == start - 1), None)
    return (
        street is not None
        and street.label_ == LOC
        and street.start > 0
        and doc[street.start - 1].lower_ in ("of", "from", "in")
    )
