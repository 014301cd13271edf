"""The core of a noun phrase by form alone: an article or not, adjectives, one or more words with capitals."""

import re

from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import OBJECTS
from core.text.tables import either, listed

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_NAME_PARTICLES = frozenset(
    ("von", "van", "de", "del", "der", "den", "di", "da", "la", "le", "bin", "al", "el", "zu", "ten", "dos")
)
_NOUN_IN_LOWER_CASE = re.compile(r"^\w+-[A-ZÄÖÜ]|^[\w.-]+\.(?:de|com|org|net|at|ch|eu|info|tv)$")
""" "eu-Beamte", "beispiel.de"."""
_PRONOMINAL_ADVERB = re.compile(rf"(?:da|wo|hier)r?(?:{either('pronominal_adverb_end')})$")
""" "Darin", "Hiermit": a capital does not make them nouns."""
_SECOND_DETERMINERS = frozenset(listed("second_determiner"))
_CLOSED = frozenset(("ADV", "SCONJ", "CCONJ", "PART"))
"""Parts of speech that no noun has."""
LONGEST = 40
"""Tokens of a phrase with its postmodifiers."""
_LONGEST_NOUN = 14
"""Letters."""
_WIDEST = 14
"""Tokens between an article and its noun."""
_LONGEST_ENGLISH = 7
_PARTS_OF_CLAUSE = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent")
"""What the parse calls the nouns of a clause that hang on its verb."""
_GENITIVE_ENDINGS = ("s", "’", "'", "x")
_PARTITIVE = frozenset(listed("partitive"))
_AGED = re.compile(r"\d{1,3}[-‐‑]?Jährige[rnms]?$")
"""A noun that tells an age."""


def core_end(parsed: ParsedText, i: int, end: int) -> int | None:
    """End of article, adjectives and nouns beginning at `i`, or None if none does."""
    if i >= end:
        return None
    if parsed.lexicon.language == "en":
        return _english_core(parsed, i, end)
    at = i
    seen_article = parsed.lexicon.has(parsed.low[at], "determiner")
    if seen_article and parsed.tag[i] == "PRELS" and i and parsed.words[i - 1] == ",":
        return None
    if seen_article:
        at += 1
        if parsed.low[i] in _PARTITIVE and at < end and parsed.low[at] in listed("genitive_behind_number"):
            at += 1
    steps = 0
    while at < end and steps < 8 and not _is_noun(parsed, at):
        if parsed.stretch_at(at) is not None and parsed.opens_stretch(at) and not parsed.is_speech(at):
            break
        if parsed.words[at][0].isdigit() and _is_age(parsed, at, end):
            at += 3
            continue
        if not is_adjective(parsed, at, seen_article):
            far = _noun_of_article(parsed, i, end) if seen_article else None
            if far is None:
                return None
            at = far
            break
        at, steps = at + 1, steps + 1
    if _is_pronoun_before(parsed, i, at):
        return None
    nouns = _nouns(parsed, at, end)
    return nouns if nouns > at else None


def _is_pronoun_before(parsed: ParsedText, i: int, noun: int) -> bool:
    """Whether an article is none, by the gender of who comes right behind it: "Anders sieht das Wirtin Moll"."""
    return (
        i + 1 == noun < len(parsed.words)
        and parsed.lexicon.has(parsed.low[i], "neuter")
        and parsed.gender[noun] in ("Fem", "Masc")
        and parsed.number[noun] == "Sing"
        and parsed.lexicon.role(parsed.words[noun]) is not None
    )


def _is_age(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether "35 Jahre alte" or the like is at token `i`, before a noun."""
    if i + 3 >= end or not parsed.words[i + 1].startswith(listed("time_begins")):
        return False
    return parsed.low[i + 2] in listed("old")


def _noun_of_article(parsed: ParsedText, article: int, end: int) -> int | None:
    """The noun that the parse gives to an article, past a participle with its own words: "die in Kiel geborene X"."""
    if not parsed.has_parse or parsed.dep[article] != "det":
        return None
    noun = parsed.head[article]
    near = article + 2 < noun < min(end, article + _WIDEST)
    if not near or parsed.pos[noun - 1] not in ("ADJ", "VERB") or not _is_noun(parsed, noun):
        return None
    return None if any(parsed.words[k] in (",", ":", ";") for k in range(article, noun)) else noun


def _english_core(parsed: ParsedText, i: int, end: int) -> int | None:
    """The same for English, where nouns have no capitals: an article and what follows, or a run with a capital."""
    at, named = i, parsed.lexicon.has(parsed.low[i], "determiner")
    article = named
    at += article
    while at < end and at - i < _LONGEST_ENGLISH:
        word, low = parsed.words[at], parsed.low[at]
        if parsed.stretch_at(at) is not None or not (word[0].isalnum() or word in ("'s", "’s", "-")):
            break
        verb = parsed.lexicon.verb_forms(low) and not word[:1].isupper()
        if verb or low in parsed.lexicon.cues or (parsed.is_function_word(low) and not word[:1].isupper()):
            break
        if word[:1].isupper() and parsed.begins_sentence(at) and parsed.is_function_word(low):
            break
        named = named or word[:1].isupper() or parsed.lexicon.role(word) is not None
        at += 1
    return at if named and at > i + article else None


def is_adjective(parsed: ParsedText, i: int, seen_article: bool) -> bool:
    """Whether token `i` can come before a noun: a number, or an adjective by its ending and what it is not."""
    word, low = parsed.words[i], parsed.low[i]
    if word[0].isdigit():
        return True
    if not word[0].islower() or not word[0].isalpha() or parsed.mood[i]:
        return False
    if parsed.lexicon.has(
        low, "preposition", "conjunction", "subordinator", "adverb", "reflexive", "person_pronoun"
    ):
        return seen_article and low in listed("other")
    if low in parsed.lexicon.cues or (not seen_article and parsed.lexicon.verb_forms(low)):
        return seen_article and low.endswith(listed("declined_participle_end"))
    if parsed.lexicon.has(low, "determiner"):
        return low in _SECOND_DETERMINERS
    if parsed.pos[i] == "PRON" and parsed.lexicon.has(low, "subject_pronoun"):
        return False
    return parsed.lexicon.language != "de" or low.endswith(_ADJECTIVE_ENDINGS)


def _is_noun(parsed: ParsedText, i: int) -> bool:
    word = parsed.words[i]
    if not word[:1].isupper():
        return bool(parsed.entity[i]) or bool(_NOUN_IN_LOWER_CASE.search(word))
    if parsed.begins_sentence(i) or parsed.follows_colon(i):
        low = parsed.low[i]
        if parsed.is_function_word(low) or (
            parsed.lexicon.language == "de" and _PRONOMINAL_ADVERB.match(low)
        ):
            return False
        if (parsed.tag[i] == "ADJD" and not parsed.entity[i]) or parsed.opens_with_manner(i):
            return False
        if _is_opening_adjective(parsed, i) or (parsed.pos[i] in _CLOSED and not parsed.entity[i]):
            return False
        if parsed.lexicon.verb_forms(low) or low in parsed.lexicon.cues:
            return bool(parsed.entity[i]) or parsed.lexicon.role(word) is not None
    return True


def _is_opening_adjective(parsed: ParsedText, i: int) -> bool:
    """Whether a capital that opens a sentence is an adverb by its ending, before a verb or a comma: "Höhnisch, …"."""
    if parsed.entity[i] or not parsed.low[i].endswith(("end", "isch", "lich", "ig", "weise", "ßend")):
        return False
    following = i + 1 < len(parsed.words) and (parsed.words[i + 1] in (",", "zu") or parsed.is_finite(i + 1))
    return parsed.lexicon.language == "de" and following


def _nouns(parsed: ParsedText, i: int, end: int) -> int:
    """End of a run of capitalised words, names in marks and name particles."""
    at = i
    while at < end:
        stretch = parsed.stretch_at(at)
        if stretch is not None and parsed.opens_stretch(at) and not parsed.is_speech(at):
            stop = parsed.stretch_end(at)
            if stop > end or (at > i and _begins_small(parsed, at, stop)):
                break
            at = stop
            if at < end and parsed.entity[at] == "PER":
                break
            continue
        if stretch is not None and parsed.opens_stretch(at):
            break
        begins_another = (
            at > i
            and parsed.lexicon.has(parsed.low[at], "determiner")
            and parsed.words[at].istitle()
            and not _goes_on_a_name(parsed, at)
        )
        if _is_object_beside(parsed, i, at) or (at > i and is_beside_another(parsed, at)):
            break
        if not (_is_noun(parsed, at) and not begins_another) and not (
            at > i and _joins_names(parsed, at, end)
        ):
            break
        at += 1
        if at - i > LONGEST or (at - i == 1 and _is_site_before_another(parsed, i, end)):
            break
    return at


def is_beside_another(parsed: ParsedText, i: int) -> bool:
    """Whether token `i` begins the name of somebody else than the noun right before it tells of, in another part of the
    clause: "hatte der 66-Jährige Lind vorgeworfen", "warf die Wirtin Minister Bo Lind vor".

    Before a full name a capital is a frequent slip: "der 66-Jährige Bo Lind".
    """
    if not 0 < i < len(parsed.words):
        return False
    aged = bool(_AGED.match(parsed.words[i - 1]))
    if aged and parsed.entity[i] == "PER":
        return not (i + 1 < len(parsed.words) and parsed.entity[i + 1] == "PER")
    role = parsed.lexicon.role(parsed.words[i])
    if role is None or not (aged or (_leads_name(parsed, i) and parsed.lexicon.role(parsed.words[i - 1]))):
        return False
    other = {"die": "m", "der": "f"}.get(parsed.low[i - 2]) if i > 1 else None
    return role.gender == other is not None and not parsed.words[i - 1].endswith("n")


def _goes_on_a_name(parsed: ParsedText, i: int) -> bool:
    """Whether a word that looks like an article is a part of the name before it: "Hinrich Meinen"."""
    return bool(parsed.entity[i]) and parsed.entity[i] == parsed.entity[i - 1]


def _is_object_beside(parsed: ParsedText, first: int, i: int) -> bool:
    """Whether a bare noun behind the phrase that begins with token `first` is another part of the same clause: "Ihr
    wirft die Anklage Betrug vor", "Laut Lind Arbeiten sind ..."."""
    if not parsed.has_parse or i == first or parsed.tag[i] != "NN" or parsed.entity[i]:
        return False
    if parsed.words[i - 1].endswith(_GENITIVE_ENDINGS):
        return False
    if parsed.entity[i - 1] == "PER" and parsed.lexicon.role(parsed.words[i]) is None:
        return True
    one_beside_many = parsed.number[i] == "Sing" and _are_many(parsed, i - 1) and _leads_name(parsed, i)
    wanted = _PARTS_OF_CLAUSE if parsed.number[i] == "Plur" or one_beside_many else OBJECTS
    return parsed.dep[i] in wanted and any(
        parsed.dep[k] in _PARTS_OF_CLAUSE and parsed.head[k] == parsed.head[i] for k in range(first, i)
    )


def _are_many(parsed: ParsedText, i: int) -> bool:
    """Whether a noun is in the plural, also "Lehrer:innen"."""
    return parsed.number[i] == "Plur" or parsed.low[i].endswith("innen")


def _leads_name(parsed: ParsedText, i: int) -> bool:
    """Whether a noun for what somebody is comes right before a person's name: "fordern Eltern Minister Lind auf"."""
    named = i + 1 < len(parsed.words) and parsed.entity[i + 1] == "PER"
    return named and parsed.lexicon.role(parsed.words[i]) is not None


def _begins_small(parsed: ParsedText, opening: int, stop: int) -> bool:
    """Whether several words in marks begin with a small letter and are no known name: they are no part of a phrase."""
    words = [k for k in range(opening, stop) if parsed.words[k][:1].isalpha()]
    small = (
        len(words) > 1
        and parsed.words[words[0]][:1].islower()
        and not names_things(parsed, parsed.low[opening - 1])
    )
    return small and not any(parsed.entity[k] for k in words)


def _is_site_before_another(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether token `i` is a site on the web, and who follows is somebody else: "zitiert beispiel.de Minister Lind"."""
    if parsed.words[i][:1].isupper() or "." not in parsed.words[i] or i + 1 >= end:
        return False
    return parsed.lexicon.role(parsed.words[i + 1]) is not None or parsed.entity[i + 1] == "PER"


def _joins_names(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether a token that is no noun belongs to the name around it."""
    word = parsed.words[i]
    if word in ("-", "/", "&", "'", "’"):
        return i + 1 < end and parsed.words[i + 1][:1].isupper()
    if word in ("'s", "’s"):
        return parsed.lexicon.language == "en"
    if not parsed.entity[i]:
        return False
    if parsed.low[i] in _NAME_PARTICLES:
        return i + 1 < end
    return word[0].isdigit() or (word == "." and not parsed.words[i - 1].islower())


def names_things(parsed: ParsedText, low: str) -> bool:
    """Whether a noun, also as the end of a compound, comes before names: "Film", "Fernsehsendung", "des Schiffs"."""
    nouns = parsed.lexicon.words.get("named_thing", frozenset())
    stems = {low, *(low.removesuffix(ending) for ending in ("s", "es"))}
    return any(
        stem[k:] in nouns for stem in stems for k in range(max(0, len(stem) - _LONGEST_NOUN), len(stem))
    )
