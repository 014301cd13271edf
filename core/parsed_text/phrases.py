"""Noun phrases found by form alone: capitals, articles, endings.

German writes nouns with a capital, so a phrase can be recognised without a tagger: an article or not, adjectives, one
or more capitalised words, then their postmodifiers (a genitive, "von …", a bracket, an apposition between commas).
"""

import re

from core.lexicon.world import load_tables
from core.parsed_text.noun_phrase import core_end
from core.parsed_text.nouns_of_participles import is_of_participle
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.particles import surname_end
from core.parsed_text.phrase import Phrase
from core.parsed_text.postmodifiers import extend
from core.parsed_text.tree_phrases import tree_phrases
from core.text.tables import listed

_PERSONS = listed("ending_of_person")
"""Endings of nouns for persons."""
_AGED = re.compile(r"\d{1,3}-?[Jj]ährige[nr]?$")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SHORTEST_PERSON = 4


def phrases(parsed: ParsedText, first: int, end: int) -> list[Phrase]:
    """The noun phrases and personal pronouns among the tokens first..end, left to right, without overlap."""
    if parsed.by_parse:
        return tree_phrases(parsed, first, end)
    found: list[Phrase] = []
    i = first
    preposition: int | None = None
    while i < end:
        low = parsed.low[i]
        if parsed.space[i]:
            i += 1
            continue
        surname = surname_end(parsed, i, end)
        if surname is not None:
            found.append(Phrase(i, surname, surname - 1, None, True, False))
            preposition, i = None, surname
            continue
        stop = core_end(parsed, i, end)
        if stop is not None:
            whole = extend(parsed, i, stop, end)
            oblique = parsed.lexicon.has(low, "oblique")
            dated = parsed.lexicon.has(parsed.words[stop - 1], "weekday") or _measures(parsed, i, stop - 1)
            dated = dated or _is_interval(parsed, stop - 1)
            can_lead = preposition is None and not oblique and not dated
            found.append(Phrase(i, whole, stop - 1, preposition, can_lead, False))
            preposition, i = None, whole
            continue
        if is_another(parsed, i, end):
            found.append(Phrase(i, i + 2, i + 1, preposition, preposition is None, False))
            preposition, i = None, i + 2
            continue
        if parsed.lexicon.has(low, "subject_pronoun") and not _article_like(parsed, i, end):
            found.append(Phrase(i, i + 1, i, preposition, preposition is None, True))
        preposition = i if parsed.is_preposition(i) else None
        i += 1
    return found


def is_another(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether one more of those named before is at token `i`, without the noun: "Eine andere widerspricht"."""
    if (
        i + 2 >= end
        or not parsed.low[i].startswith("ein")
        or not parsed.lexicon.has(parsed.low[i], "nominative")
    ):
        return False
    return parsed.lexicon.has(parsed.low[i + 1], "one_more") and not parsed.words[i + 2][:1].isupper()


def _measures(parsed: ParsedText, first: int, head: int) -> bool:
    """Whether a phrase with a number in front is for a time, and not for how many do something: "14 Menschen". A year
    before a noun in the singular is no part of it: "wurde 1990 Meister"."""
    if not parsed.words[first][0].isdigit():
        return False
    noun = parsed.words[head]
    if _YEAR.fullmatch(parsed.words[first]) and head == first + 1 and parsed.number[head] == "Sing":
        return True
    return noun[0].isdigit() or parsed.lexicon.has(noun, "duration", "month", "ordinal_follower")


def _is_interval(parsed: ParsedText, head: int) -> bool:
    """Whether a phrase says how long before or after something: "wenige Stunden nach dem Brand", "eine Woche zuvor"."""
    following = parsed.low[head + 1] if head + 1 < len(parsed.low) else ""
    return parsed.lexicon.has(parsed.words[head], "interval") and parsed.lexicon.has(
        following, "behind_interval"
    )


def phrase_at(parsed: ParsedText, first: int, end: int) -> int | None:
    """End of the phrase that begins with token `first`, or None if none does."""
    if parsed.by_parse:
        return next((p.end for p in tree_phrases(parsed, first, end) if p.start == first), None)
    stop = core_end(parsed, first, end)
    return None if stop is None else extend(parsed, first, stop, end)


def names_somebody(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase names who can speak: an entity, a role, a body, an age, "er" or "sie", or capitals as in a name.

    An adjective with a capital behind the article is part of a name too: "das Weiße Haus", "das Auswärtige Amt".
    """
    if phrase.pronoun:
        return parsed.lexicon.has(parsed.low[phrase.start], "person_pronoun")
    if any(_AGED.match(parsed.words[i]) for i in range(phrase.start, phrase.head + 1)):
        return True
    if phrase.head == phrase.start + 1 and is_another(parsed, phrase.start, len(parsed.words)):
        return True
    if any(
        parsed.entity[i]
        or parsed.lexicon.role(parsed.words[i]) is not None
        or parsed.lexicon.is_body(parsed.words[i])
        for i in range(phrase.start, phrase.head + 1)
    ):
        return True
    if _is_told_body(parsed, phrase):
        return True
    capitals = [parsed.words[i][:1].isupper() for i in range(phrase.start, phrase.head + 1)]
    if parsed.begins_sentence(phrase.start) and parsed.pos[phrase.start] in ("ADJ", "DET", "NUM"):
        capitals[0] = False
    if parsed.lexicon.has(parsed.low[phrase.start], "determiner"):
        return len(capitals) > 2 and all(capitals[1:])
    return all(capitals)


def _is_told_body(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a noun takes up a body by the table of such nouns: "die Geschäftsführung", "der Verfassungsschutz"."""
    if parsed.lexicon.language != "de" or parsed.lexicon.has(parsed.low[phrase.start], "question"):
        return False
    noun = load_tables("de").body_noun(parsed.words[phrase.head])
    return noun is not None and noun not in listed("body_that_is_a_thing")


def may_speak(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase names somebody, or a person by the form of its noun, whatever office or trade it is: "die
    Kämmerin", "der Neuntplatzierte", "der Überlebende". For places where somebody is expected, as beside words in
    marks."""
    if names_somebody(parsed, phrase):
        return not is_bare_thing(parsed, phrase)
    if phrase.pronoun or parsed.lexicon.language != "de":
        return False
    word, low = parsed.words[phrase.head], parsed.low[phrase.head]
    if not word[:1].isupper() or len(word) < _SHORTEST_PERSON:
        return False
    first = parsed.low[phrase.start]
    adjectival = first == "der" and _is_masculine(parsed, phrase)
    adjectival |= first == "die" and is_of_participle(parsed, phrase.head)
    return low.endswith(_PERSONS) or (low.endswith("e") and adjectival)


def is_bare_thing(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase is a noun in the singular without an article, and no name or word for somebody: "Gold"."""
    word = parsed.words[phrase.head]
    article = parsed.lexicon.has(parsed.low[phrase.start], "determiner")
    bare = not article and parsed.pos[phrase.head] == "NOUN"
    if (
        not article
        and phrase.head == phrase.start
        and parsed.lexicon.has(parsed.low[phrase.head], "never_name")
    ):
        return True
    if (
        not bare
        or any(parsed.entity[phrase.start : phrase.head + 1])
        or parsed.lexicon.role(word) is not None
        or parsed.lexicon.is_body(word)
    ):
        return False
    return parsed.number[phrase.head] != "Plur"


def _is_masculine(parsed: ParsedText, phrase: Phrase) -> bool:
    return parsed.gender[phrase.head] == "Masc"


def _article_like(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether a word that could be a pronoun ("viele", "diese") comes before its noun."""
    return (
        i + 1 < end and parsed.lexicon.has(parsed.low[i], "determiner") and parsed.words[i + 1][:1].isupper()
    )
