"""What the noun of a description tells: an office, a relative, a people, a place of origin, a kind of body."""

import re
from dataclasses import replace

from core.actors.coreference.agreement import ending_of, fits, gender_by_ending, is_plural
from core.actors.coreference.description import Description
from core.lexicon.world import Tables
from core.parsed_text.nouns_of_participles import is_of_participle
from core.parsed_text.parsed_text import ParsedText

_GOVERNED = re.compile(r"\b([\w]+)\s$")
_SHORTEST_FEMININE = 6
_NEUTER = frozenset(("Mädchen", "Kind"))
_READ_AS = {"m": "Masc", "f": "Fem", "n": "Neut"}


def one_of_a_people(tables: Tables, found: Description, article: str, noun: str) -> Description | None:
    """ "der Däne", "die US-Amerikanerin"."""
    gender = tables.people[noun] or gender_by_ending(article, noun)
    if gender is None or not fits(article, gender):
        return None
    state = tables.country_words[noun]
    return replace(found, gender=gender, people=True, countries=found.countries | {state})


def noun_for_a_person(
    parsed: ParsedText, tables: Tables, found: Description, article: str
) -> Description | None:
    """ "die Ministerin", "der Angeklagten", "ihren Bruder", "der junge Mann"."""
    noun = found.noun
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("n"))
    kin = next((form for form in forms if form in tables.kin), None)
    general = next((form for form in forms if form in tables.humans), None)
    role = parsed.lexicon.role(noun)
    if role is not None and role.kind == "group" and ending_of(article) in ("es", "em"):
        # "Zeugen" are several, but "eines Zeugen" is one.
        role = parsed.lexicon.role(noun.removesuffix("n"))
    last = noun.rpartition("-")[2]
    member = bool(found.before_hyphen) and last in tables.humans
    if kin is None and general is None and not member and (role is None or role.kind != "role"):
        return None
    base = general or kin or parsed.lexicon.role_noun(noun)
    told = tables.humans.get(general or last) or (tables.kin[kin] if kin else role.gender if role else None)
    gender = told or gender_by_ending(article, noun)
    if general not in _NEUTER and (not fits(article, gender) or is_plural(article, noun, base, gender)):
        return None
    if gender == "m" and (_is_several(parsed, found, article) or _is_governed_by(parsed, found, article)):
        return None
    return replace(found, noun=base, gender=gender, general=general is not None and found.owner is None)


def _is_governed(parsed: ParsedText, found: Description) -> bool:
    """Whether a preposition stands before a phrase, so that "der" is no masculine: "auf der Leiter"."""
    before = _GOVERNED.search(parsed.before(found.start, 20))
    low = before.group(1).lower() if before else ""
    return parsed.lexicon.has(low, "preposition") and low not in ("als", "wie", "statt")


def _is_governed_by(parsed: ParsedText, found: Description, article: str) -> bool:
    return article in ("der", "dieser") and _is_governed(parsed, found)


def _is_several(parsed: ParsedText, found: Description, article: str) -> bool:
    """Whether a masculine is a plural by its place in the sentence: "ein Treffen der Minister", "half den Boten"."""
    token = parsed.parsed_at(found.end - 1)
    if token is None:
        return False
    return (article, parsed.dep[token]) in (("der", "nmod"), ("den", "iobj"))


def from_somewhere(parsed: ParsedText, found: Description, article: str) -> Description | None:
    """ "die Oldenburgerin", "der gebürtige Bottroper": whoever comes from a place."""
    noun = found.noun
    feminine = noun.endswith("erin")
    masculine = noun.removesuffix("s").endswith("er") and article not in ("die", "das", "den", "eine")
    token = parsed.parsed_at(found.end - 1)
    adjective = token is not None and parsed.dep[token] == "amod"
    if adjective or not (feminine or masculine):
        return None
    if masculine and (_is_governed(parsed, found) or _is_several(parsed, found, article)):
        return None
    stem = noun.removesuffix("s").removesuffix("in").removesuffix("er")
    return replace(found, gender="f" if feminine else "m", origin=stem, general=True)


def by_feminine_ending(parsed: ParsedText, found: Description, article: str) -> Description | None:
    """ "die Biologin", "der Ausbilderin": a feminine for a person by its form, whatever she is."""
    noun, low = found.noun, found.noun.lower()
    token = parsed.parsed_at(found.end - 1)
    if not low.endswith("in") or len(low) < _SHORTEST_FEMININE:
        return None
    if parsed.lexicon.ends_in(low, "no_feminine") or (token is not None and parsed.gender[token] != "Fem"):
        return None
    return replace(found, noun=noun, gender="f") if fits(article, "f") else None


def somebody_by_participle(parsed: ParsedText, found: Description, article: str) -> Description | None:
    """ "die Geehrte", "der Scheidende": somebody by what they do or what was done to them, whatever that is."""
    token = parsed.parsed_at(found.end - 1)
    if token is None or not is_of_participle(parsed, token):
        return None
    one = parsed.number[token] != "Plur"
    masculine = one and parsed.gender[token] == "Masc"
    leading, ending = article in ("der", "die", "dieser", "diese"), found.noun[-1]
    if ending == "e" and leading:
        gender = "f" if article.startswith("die") and article != "dieser" else "m" if masculine else None
    elif ending == "n" and article in ("dem", "den", "des"):
        gender = "m" if masculine else None
    else:
        gender = "f" if article == "der" and one and parsed.gender[token] == "Fem" else None
    return replace(found, noun=found.noun.removesuffix("n"), gender=gender) if gender else None


def is_man_by_form(parsed: ParsedText, token: int, noun: str) -> bool:
    """Whether a noun is for a man by grammar and its ending alone ("der Garagist"), and for no text and no thought."""
    lexicon, low = parsed.lexicon, noun.lower()
    if parsed.gender[token] != "Masc" or parsed.number[token] == "Plur":
        return False
    thing = noun in lexicon.cue_nouns or lexicon.has(noun, "abstract") or lexicon.is_body(noun)
    if thing or lexicon.has(low, "text"):
        return False
    return lexicon.ends_in(low, "ending_of_men") and not lexicon.ends_in(low, "thing_in_er")


def body_noun(parsed: ParsedText, tables: Tables, found: Description, article: str) -> Description | None:
    """ "der Konzern", "das Unternehmen"; a possessive other than for the first person makes no difference."""
    noun = tables.body_noun(found.noun)
    if (
        noun is None
        or not found.definite
        or found.owner == ""
        or parsed.lexicon.has(found.noun.lower(), "wide_body")
        or parsed.lexicon.ends_in(found.noun.lower().removesuffix("s").removesuffix("e"), "no_body")
        or (noun == "amt" and _is_office(parsed, found))
    ):
        return None
    gender = tables.body_genders[noun]
    if not fits(article, gender) or (gender not in ("f", "p") and ending_of(article) == "e"):
        return None
    token = parsed.parsed_at(found.end - 1)
    read = parsed.gender[token] if token is not None and parsed.number[token] != "Plur" else ""
    # "Das" tells the gender by itself; that of a compound is sometimes read wrongly.
    if read and article != "das" and noun != found.noun.lower() and read != _READ_AS.get(gender, read):
        return None
    whole = found.noun.lower()
    compound = not whole.startswith(noun) or noun in tables.bodies_special
    return replace(found, noun=noun, person=False, compound=whole if compound else "")


def _is_office(parsed: ParsedText, found: Description) -> bool:
    """Whether "Amt" is what somebody holds, and no authority: it does nothing and nobody belongs to it."""
    token = parsed.parsed_at(found.end - 1)
    if token is None or found.noun not in ("Amt", "Amtes", "Amts"):
        return False
    if parsed.dep[token] == "nmod":
        return parsed.lexicon.role(parsed.words[parsed.head[token]]) is None
    verb = parsed.governor(token)
    held = verb is not None and parsed.lexicon.has(parsed.lemma[verb].lower(), "verb_of_office")
    return held or parsed.dep[token] not in ("nsubj", "nsubj:pass", "ROOT")


def place_noun(tables: Tables, found: Description, article: str) -> Description | None:
    """ "die Halbinsel": a noun for a place, after an article that fits it."""
    known = tables.place_nouns.get(found.noun.lower())
    if known is None or not found.definite or found.owner is not None or not fits(article, known[1]):
        return None
    return replace(found, person=False, place=True)
