"""Noun phrases found by form alone: capitals, articles, endings.

German writes nouns with a capital, so a phrase can be told without a tagger: an article or not, adjectives, one or more
capitalised words, then what hangs on them (a genitive, "von …", a bracket, an apposition between commas).
"""

import re
from dataclasses import dataclass

from core.parsed_text.noun_phrase import core_end
from core.parsed_text.parsed_text import View
from core.parsed_text.postmodifiers import extend

_TIMES = frozenset(
    "Uhr Sekunden Minuten Stunden Stunde Tage Tagen Wochen Monate Monaten Jahr Jahre Jahren".split()
)
_PERSONS = tuple(
    "erin erinnen istin istinnen entin entinnen antin antinnen eurin orin orinnen login loginnen atin atinnen gin "
    "ikerin iker ist isten ologe ologen nom eur eure jähriger jährige jährigen mann frau leute bub mädchen kind "
    "knirps senior seniorin wirt wirtin gast gäste fan fans".split()
)
"""Endings of nouns for persons."""
_AGED = re.compile(r"\d{1,3}-?[Jj]ährige[nr]?$")
_SHORTEST_PERSON = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of token indices, the end exclusive."""

    start: int
    end: int
    head: int
    """The last word of its core, before what hangs on it."""
    preposition: int | None
    """The token of the preposition that governs it."""
    subject: bool
    """Whether by its form it can be a subject: no oblique article, no preposition, no date."""
    pronoun: bool


def phrases(view: View, first: int, end: int) -> list[Phrase]:
    """The noun phrases and personal pronouns among the tokens first..end, left to right, without overlap."""
    found: list[Phrase] = []
    i = first
    preposition: int | None = None
    while i < end:
        low = view.low[i]
        if view.space[i]:
            i += 1
            continue
        stop = core_end(view, i, end)
        if stop is not None:
            whole = extend(view, i, stop, end)
            oblique = view.lexicon.has(low, "oblique")
            dated = view.lexicon.has(view.words[stop - 1], "weekday") or _measures(view, i, stop - 1)
            can_lead = preposition is None and not oblique and not dated
            found.append(Phrase(i, whole, stop - 1, preposition, can_lead, False))
            preposition, i = None, whole
            continue
        if view.lexicon.has(low, "subject_pronoun") and not _article_like(view, i, end):
            found.append(Phrase(i, i + 1, i, preposition, preposition is None, True))
        preposition = i if view.lexicon.has(low, "preposition") else None
        i += 1
    return found


def _measures(view: View, first: int, head: int) -> bool:
    """Whether a phrase with a number in front tells a time, and not how many do something: "14 Menschen"."""
    if not view.words[first][0].isdigit():
        return False
    noun = view.words[head]
    return noun[0].isdigit() or noun in _TIMES or view.lexicon.has(noun, "month", "ordinal_follower")


def phrase_at(view: View, first: int, end: int) -> int | None:
    """End of the phrase that begins with token `first`, or None if none does."""
    stop = core_end(view, first, end)
    return None if stop is None else extend(view, first, stop, end)


def names_somebody(view: View, phrase: Phrase) -> bool:
    """Whether a phrase names who can speak: an entity, a role, a body, an age, "er" or "sie", or capitals as in a name.

    An adjective with a capital behind the article is part of a name too: "das Weiße Haus", "das Auswärtige Amt".
    """
    if phrase.pronoun:
        return view.lexicon.has(view.low[phrase.start], "person_pronoun")
    if any(_AGED.match(view.words[i]) for i in range(phrase.start, phrase.head + 1)):
        return True
    if any(
        view.entity[i] or view.lexicon.role(view.words[i]) is not None or view.lexicon.is_body(view.words[i])
        for i in range(phrase.start, phrase.head + 1)
    ):
        return True
    capitals = [view.words[i][:1].isupper() for i in range(phrase.start, phrase.head + 1)]
    if view.begins_sentence(phrase.start) and view.doc[phrase.start].pos_ in ("ADJ", "DET"):
        capitals[0] = False
    if view.lexicon.has(view.low[phrase.start], "determiner"):
        return len(capitals) > 2 and all(capitals[1:])
    return all(capitals)


def may_speak(view: View, phrase: Phrase) -> bool:
    """Whether a phrase names somebody, or a person by the form of its noun, whatever office or trade it is: "die
    Kämmerin", "der Neuntplatzierte", "der Überlebende". For places where somebody is expected, as beside words in
    marks."""
    if names_somebody(view, phrase):
        return not _is_bare_thing(view, phrase)
    if phrase.pronoun or view.lexicon.language != "de":
        return False
    word, low = view.words[phrase.head], view.low[phrase.head]
    if not word[:1].isupper() or len(word) < _SHORTEST_PERSON:
        return False
    return low.endswith(_PERSONS) or (
        low.endswith("e") and view.low[phrase.start] == "der" and _is_masculine(view, phrase)
    )


def _is_bare_thing(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is a single noun in the singular, and neither a name nor a word for somebody: "Gold"."""
    word = view.words[phrase.head]
    bare = phrase.end == phrase.start + 1 and view.doc[phrase.head].pos_ == "NOUN"
    if (
        not bare
        or view.entity[phrase.head]
        or view.lexicon.role(word) is not None
        or view.lexicon.is_body(word)
    ):
        return False
    return "Plur" not in view.doc[phrase.head].morph.get("Number", [])


def _is_masculine(view: View, phrase: Phrase) -> bool:
    return "Masc" in view.doc[phrase.head].morph.get("Gender", [])


def _article_like(view: View, i: int, end: int) -> bool:
    """Whether a word that could be a pronoun ("viele", "diese") stands before its noun."""
    return i + 1 < end and view.lexicon.has(view.low[i], "determiner") and view.words[i + 1][:1].isupper()
