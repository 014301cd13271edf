"""Descriptions of people and bodies: "der Autokrat", "die 58-Jährige", "ihr Vater", "der Konzern", "ein Techniker"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from core.actors.coreference.agreement import ending_of, fits, gender_by_ending, is_plural, owner_of
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_PHRASE = re.compile(
    r"(?<![\w-])([Dd](?:er|ie|as|en|em|es)|[Dd]iese[rnms]?|[Mm]anche[rnms]?"
    r"|(?:[Ee]in|[Ss]ein|[Ii]hr|[Mm]ein|[Uu]nser)(?:e[nmrs]?)?)"
    r"((?:\s\d{1,3}\sJahre\salte[rnms]?)?(?:\s[\w-]+){0,3}?)(?:\s([A-ZÄÖÜ][\wäöüß]+er))?\s((?:\d{1,3}-)?[A-ZÄÖÜ][\w]*(?:-[\w]+)*)(?![\w-])"
)
_OWNED = re.compile(r"\s((?:[a-zäöüß][\w-]+\s){0,3})([A-ZÄÖÜ][\w-]+)")
_WITHOUT_PLACE = re.compile(_PHRASE.pattern.replace(r"(?:\s([A-ZÄÖÜ][\wäöüß]+er))?", "()"))
"""The same without the adjective for a place that may precede the noun: "Bündner"."""
_YEARS_OLD = re.compile(r"\s(\d{1,3})\sJahre\salte[rnms]?")
_AGED_ADJECTIVE = re.compile(r"(\d{1,3})-jährige[rnms]?$")
_ADJECTIVE = re.compile(r"[a-zäöüß][\wäöüß-]+(?:e|en|er|es|em)$|\d{1,3}-jährige[rnms]?$")
_NATIVE = re.compile(r"gebürtige[rnms]?$")
_FORMER = re.compile(r"(?:früher|ehemalig|einstig|vormalig|pensioniert|damalig)e[rnms]?$")
_OTHER = re.compile(r"(?:ander|weiter|zweit|dritt|nächst)e[rnms]?$")
_AGED = re.compile(r"(\d{1,3})-Jährige[rnms]?$")
_COMPLEMENT = re.compile(r"\s(?:des|der|von|vom|eines|einer)\s")
_TOO_WIDE = frozenset(("bund", "gesellschaft", "werk"))
"""Nouns for bodies that mean other things as well: "der Bund" is the state, "die Gesellschaft" all of us."""
_ORIGIN = re.compile(r"\saus\s(?:der\s|dem\s|den\s)?([A-ZÄÖÜ][\w-]+)")
_APPOSED_NAME = re.compile(r"(?:\s(?:des|der|von|vom|für|aus|in|im)\s[^,.;:!?]{2,60})?,\s")
_TITLES = r"(?:(?:Dr|Prof)\.\s|(?:Professor|Pfarrer|Pastor|Doktor)(?:in)?\s)"
_APPOSED_TITLES = re.compile(rf"(?:\s(?:des|der|von|vom|für|aus|in|im)\s[^.;:!?,]{{2,60}})?,\s{_TITLES}+")
"""Between a description and the name of whom it is said: "Der Leiter", " der Klinik, Professor ", "Bo Berg"."""
_APPOSED_REACH = 90
"""Characters within which that name follows."""
_APPOSED_IN_HOUSE = re.compile(r"\s(?:am|beim|im|an der|bei der)\s[A-ZÄÖÜ][\w-]+\s")
_BEHIND_NAME = re.compile(r"\s?(?:\([^()]{1,30}\))?,\s(?:zugleich\s)?$")
_GOVERNED = re.compile(r"\b([\w]+)\s$")
_DATIVE = re.compile(r"\b(?:mit|von|bei|aus|nach|seit|zu|unter|zwischen)\s$")
_SHORTEST_FEMININE = 6
_THINGS_IN = (
    "medizin",
    "disziplin",
    "doktrin",
    "toxin",
    "vitamin",
    "benzin",
    "magazin",
    "termin",
    "ruin",
    "urin",
)
"""Ends of words in -in that are no feminines of words for people."""
_MEN = (
    "er",
    "ist",
    "ant",
    "ent",
    "eur",
    "or",
    "ologe",
    "graf",
    "mann",
    "at",
    "ier",
    "iker",
    "and",
    "ling",
    "pate",
)
"""Ends of masculine nouns for people, asked only where one speaks."""
_THINGS_ER = (
    "zettel",
    "letter",
    "ticker",
    "finger",
    "fehler",
    "zauber",
    "ordner",
    "computer",
    "bestseller",
    "sender",
)
_NEUTER = frozenset(("Mädchen", "Kind"))
_READ_AS = {"m": "Masc", "f": "Fem", "n": "Neut"}
_COMPARED = re.compile(r"\b(?:als|wie)\s$")


@dataclass(frozen=True, slots=True)
class Description:
    """One definite noun phrase that may stand for a known person or body."""

    start: int
    end: int
    """Where the head noun ends."""
    noun: str
    """The head noun in its dictionary form, its compound whole; of bodies the noun of the table alone."""
    person: bool
    """Whether the noun is one for people; else one for bodies."""
    gender: str | None
    owner: str | None
    """"m", "f" or "" for a possessive: his, her, mine or ours; None for an article."""
    age: int | None = None
    countries: frozenset[str] = frozenset()
    """States in its adjectives, in the noun, or in the compound."""
    before_hyphen: str = ""
    """The part before the last hyphen of the noun: FDP in "FDP-Mann"."""
    complement: bool = False
    """Whether "des …" or "von …" follows."""
    compound: str = ""
    """For a body the whole noun in lower case where it is longer than the table's: "truppengericht"."""
    people: bool = False
    """Whether the noun is one for a state's people: "der Däne"."""
    definite: bool = True
    """False where it introduces somebody: "ein Techniker", "mancher Gast"."""
    general: bool = False
    """Whether the noun says no more than that it is a man or a woman: "der Mann", "die junge Frau"."""
    origin: str = ""
    """The place in a noun for somebody from there, as far as it is spelt in it: "Oldenburg" in "die Oldenburgerin"."""
    local: bool = False
    """Whether an adjective says of which place: "die Bündner Ständerätin"."""
    former: bool = False
    """Whether it is what somebody was once: "dem früheren Lehrer"."""
    other: bool = False
    """Whether it is said to be another one: "ein anderer Arzt"."""

    @property
    def span(self) -> Span:
        """Start and end as a pair."""
        return self.start, self.end


def descriptions(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], speaking: Collection[int] = ()
) -> Iterator[Description]:
    """All descriptions of one person or body in the report, in text order; those beside the name itself left out."""
    if not tables.role_classes:
        return
    starts = [mention.start for mention in mentions]
    derived = {mention.end for mention in mentions if mention.form is Form.DERIVED}
    predicates = {parsed.head[i] for i, relation in enumerate(parsed.dep) if relation == "cop"}
    at = 0
    while match := _PHRASE.search(parsed.text, at):
        if match.group(3) and not _is_of_a_place(parsed, match, derived):
            match = _WITHOUT_PLACE.match(parsed.text, match.start()) or match
        at = match.start(4)
        found = _read(parsed, tables, match, derived)
        if found is None and match.start() in speaking:
            found = _by_speech(parsed, tables, match)
        if found is None:
            # An adjective between may be an article of its own: "der in Kiel der Chef"
            at = match.end(1)
            continue
        if _stands_alone(parsed, mentions, starts, found) and not _is_predicate(parsed, predicates, match):
            yield found


def owned_descriptions(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]
) -> Iterator[Description]:
    """People and relatives told by a name in the genitive: "Holms Mutter", "Hessens Feuerwehrchef"."""
    if not tables.role_classes:
        return
    names = {mention.start for mention in mentions if mention.form is Form.NAME}
    before: Mention | None = None
    for mention in mentions:
        text = parsed.text[mention.start : mention.end]
        beside = before is not None and _BEHIND_NAME.fullmatch(parsed.text[before.end : mention.start])
        before = mention
        if mention.form is not Form.NAME or not text.endswith(("s", "'", "’")):
            continue
        match = _OWNED.match(parsed.text, mention.end)
        if match is None or beside or match.end() + 1 in names or not parsed.is_story(mention.start):
            continue
        if not all(_is_adjective(parsed, tables, word) for word in match.group(1).split()):
            continue
        noun = match.group(2)
        role = parsed.lexicon.role(noun)
        if not (noun in tables.kin or (role is not None and role.kind == "role")):
            continue
        token = parsed.parsed_at(match.start(2))
        if token is not None and parsed.number[token] == "Plur" and not noun.endswith("in"):
            continue
        gender = tables.kin.get(noun) or (role.gender if role else None)
        state = tables.country(text) if mention.label is Label.LOC else None
        countries = frozenset((state,) if state else ())
        base = noun if noun in tables.kin else parsed.lexicon.role_noun(noun)
        yield Description(
            mention.start, match.end(), base, True, gender, None, None, countries, complement=True
        )


def _read(
    parsed: ParsedText, tables: Tables, match: re.Match[str], derived: Collection[int]
) -> Description | None:
    """A phrase as a description, if its noun is one for a person or body, in the singular.

    `derived` are the ends of words made from names, as "Oldenburgerin" is.
    """
    if not parsed.is_story(match.start()) or parsed.block_at(match.start()) != parsed.block_at(
        match.end() - 1
    ):
        return None
    years = _YEARS_OLD.match(match.group(2))
    adjectives = match.group(2)[years.end() if years else 0 :].split()
    if not all(_is_adjective(parsed, tables, word) for word in adjectives):
        return None
    article, noun = match.group(1).lower(), match.group(4)
    if not _agrees(parsed, match):
        return None
    pieces = noun.split("-")
    countries = {tables.country_words[word] for word in adjectives if word in tables.country_words}
    countries |= {state for piece in pieces[:-1] if (state := tables.country(piece))}
    origin = _ORIGIN.match(parsed.text, match.end())
    if origin and (state := tables.country(origin.group(1))):
        countries.add(state)
    ages = [int(found.group(1)) for word in adjectives if (found := _AGED_ADJECTIVE.match(word))]
    ages += [int(years.group(1))] if years else []
    aged = _AGED.match(noun)
    plain = Description(
        match.start(),
        match.end(),
        noun,
        True,
        None,
        owner_of(article),
        int(aged.group(1)) if aged else next(iter(ages), None),
        frozenset(countries),
        before_hyphen=noun.rpartition("-")[0],
        complement=bool(_COMPLEMENT.match(parsed.text, match.end())),
        definite=not article.startswith(("ein", "manch")),
        local=bool(match.group(3)),
        former=noun.startswith("Ex-") or any(_FORMER.match(word) for word in adjectives),
        other=any(_OTHER.match(word) for word in adjectives),
    )
    if aged:
        gender = gender_by_ending(article, noun)
        return replace(plain, gender=gender, general=True) if gender else None
    if pieces[-1] in tables.people:
        return _one_of_a_people(tables, plain, article, pieces[-1])
    native = match.end() in derived or any(_NATIVE.match(word) for word in adjectives)
    if noun.lower() in tables.body_genders and (body := _body(parsed, tables, plain, article)):
        # "Der Gemeinderat" is nearly always the council, and hardly ever one of its members.
        return body
    return (
        _person(parsed, tables, plain, article)
        or (_from_somewhere(parsed, plain, article) if native else None)
        or _body(parsed, tables, plain, article)
        or _by_feminine_ending(parsed, plain, article)
    )


def _is_of_a_place(parsed: ParsedText, match: re.Match[str], derived: Collection[int]) -> bool:
    """Whether the capitalised word before the noun is an adjective made from a place: "Bündner", "Aargauer"."""
    token = parsed.parsed_at(match.start(3))
    adjective = token is not None and parsed.dep[token] == "amod"
    role = parsed.lexicon.role(match.group(3)) is not None
    return not role and (adjective or match.end(3) in derived)


def _one_of_a_people(tables: Tables, found: Description, article: str, noun: str) -> Description | None:
    """ "der Däne", "die US-Amerikanerin"."""
    gender = tables.people[noun] or gender_by_ending(article, noun)
    if gender is None or not fits(article, gender):
        return None
    state = tables.country_words[noun]
    return replace(found, gender=gender, people=True, countries=found.countries | {state})


def _person(parsed: ParsedText, tables: Tables, found: Description, article: str) -> Description | None:
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
    if gender == "m" and article in ("der", "dieser") and _is_governed(parsed, found):
        return None
    return replace(found, noun=base, gender=gender, general=general is not None and found.owner is None)


def _is_governed(parsed: ParsedText, found: Description) -> bool:
    """Whether a preposition stands before a phrase, so that "der" is no masculine: "auf der Leiter"."""
    before = _GOVERNED.search(parsed.before(found.start, 20))
    low = before.group(1).lower() if before else ""
    return parsed.lexicon.has(low, "preposition") and low not in ("als", "wie", "statt")


def _from_somewhere(parsed: ParsedText, found: Description, article: str) -> Description | None:
    """ "die Oldenburgerin", "der gebürtige Bottroper": whoever comes from a place."""
    noun = found.noun
    feminine = noun.endswith("erin")
    masculine = noun.removesuffix("s").endswith("er") and article not in ("die", "das", "den", "eine")
    token = parsed.parsed_at(found.end - 1)
    adjective = token is not None and parsed.dep[token] == "amod"
    if adjective or not (feminine or masculine) or (masculine and _is_governed(parsed, found)):
        return None
    stem = noun.removesuffix("s").removesuffix("in").removesuffix("er")
    return replace(found, gender="f" if feminine else "m", origin=stem, general=True)


def _by_feminine_ending(parsed: ParsedText, found: Description, article: str) -> Description | None:
    """ "die Biologin", "der Ausbilderin": a feminine for a person by its form, whatever she is."""
    noun, low = found.noun, found.noun.lower()
    token = parsed.parsed_at(found.end - 1)
    if not low.endswith("in") or len(low) < _SHORTEST_FEMININE:
        return None
    if low.endswith(_THINGS_IN) or (token is not None and parsed.gender[token] != "Fem"):
        return None
    return replace(found, noun=noun, gender="f") if fits(article, "f") else None


def _by_speech(parsed: ParsedText, tables: Tables, match: re.Match[str]) -> Description | None:
    """ "der Garagist" where he speaks: a man by grammar alone, as far as the noun is not for a text or a thought."""
    article, noun = match.group(1).lower(), match.group(4)
    token = parsed.parsed_at(match.start(4))
    words = match.group(2).split()
    if token is None or parsed.gender[token] != "Masc" or parsed.number[token] == "Plur":
        return None
    low = noun.lower()
    thing = (
        noun in parsed.lexicon.cue_nouns
        or parsed.lexicon.has(noun, "abstract")
        or parsed.lexicon.is_body(noun)
    )
    if thing or parsed.lexicon.has(low, "text") or not low.endswith(_MEN) or low.endswith(_THINGS_ER):
        return None
    if article not in ("der", "ein", "dieser") or not all(
        _is_adjective(parsed, tables, word) for word in words
    ):
        return None
    return Description(
        match.start(),
        match.end(),
        noun,
        True,
        "m",
        None,
        complement=bool(_COMPLEMENT.match(parsed.text, match.end())),
        definite=article != "ein",
    )


def _body(parsed: ParsedText, tables: Tables, found: Description, article: str) -> Description | None:
    """ "der Konzern", "das Unternehmen"; a possessive other than for the first person makes no difference."""
    noun = tables.body_noun(found.noun)
    if noun is None or not found.definite or found.owner == "" or found.noun.lower() in _TOO_WIDE:
        return None
    gender = tables.body_genders[noun]
    if not fits(article, gender) or (gender not in ("f", "p") and ending_of(article) == "e"):
        return None
    token = parsed.parsed_at(found.end - 1)
    read = parsed.gender[token] if token is not None and parsed.number[token] != "Plur" else ""
    if read and noun != found.noun.lower() and read != _READ_AS.get(gender, read):
        return None
    whole = found.noun.lower()
    return replace(found, noun=noun, person=False, compound="" if whole.startswith(noun) else whole)


def _is_adjective(parsed: ParsedText, tables: Tables, word: str) -> bool:
    if word in tables.country_words:
        return True
    small = parsed.lexicon.has(
        word, "determiner", "preposition", "contracted", "conjunction", "adverb", "subordinator"
    )
    return bool(_ADJECTIVE.match(word)) and not small


def _agrees(parsed: ParsedText, match: re.Match[str]) -> bool:
    """Whether grammar, where it is known, reads the article as one, of this noun, in the singular."""
    article, noun = parsed.parsed_at(match.start(1)), parsed.parsed_at(match.start(4))
    if article is None or noun is None:
        return True
    pos = parsed.pos[article]
    if pos not in ("DET", "PRON", "") or (pos == "PRON" and match.group(1)[0] not in "siSIMmUu"):
        return False
    if match.group(1).lower() == "den":
        # "den Präsidenten" may be one or several, and is read wrongly often: the word before it decides.
        return not _DATIVE.search(parsed.text, max(0, match.start() - 6), match.start())
    if match.group(4).endswith("in") and pos == "DET":
        # The plural would end in -innen.
        return True
    return parsed.number[article] != "Plur" or parsed.number[noun] != "Plur"


def _stands_alone(
    parsed: ParsedText, mentions: Sequence[Mention], starts: Sequence[int], found: Description
) -> bool:
    """Whether no name covers the phrase or is in apposition to it."""
    at = bisect_left(starts, found.start)
    if at and mentions[at - 1].end > found.start:
        return False
    noun_start = found.end - 1
    index = at
    while index < len(mentions) and mentions[index].start < found.end:
        mention = mentions[index]
        if mention.form is Form.NAME and mention.end > noun_start:
            return False
        index += 1
    if at:
        before = mentions[at - 1]
        gap = parsed.text[before.end : found.start]
        if before.form is Form.NAME and before.label is not Label.LOC and _BEHIND_NAME.fullmatch(gap):
            return False
    if _COMPARED.search(parsed.text, max(0, found.start - 5), found.start) and not _is_subject_of_as(
        parsed, found
    ):
        return False
    if index < len(mentions) and mentions[index].form is Form.NAME:
        name = mentions[index]
        gap = parsed.text[found.end : name.start]
        if gap in (" ", " „", " “", ' "'):
            return False
        if name.label is Label.PER and _APPOSED_NAME.fullmatch(gap):
            return False
    while index < len(mentions) and mentions[index].start < found.end + _APPOSED_REACH:
        name = mentions[index]
        between = parsed.text[found.end : name.start]
        if name.form is Form.NAME and name.label is Label.PER:
            if _APPOSED_TITLES.fullmatch(between) or _APPOSED_IN_HOUSE.fullmatch(between):
                return False
            break
        index += 1
    apposed = _APPOSED_NAME.match(parsed.text, found.end)
    if apposed:
        later = bisect_left(starts, apposed.end())
        if later < len(mentions) and mentions[later].start == apposed.end():
            name = mentions[later]
            closed = parsed.text[name.end : name.end + 2]
            return not (name.label is Label.PER and (closed[:1] in ",.;:" or closed == " ("))
    return True


def _is_subject_of_as(parsed: ParsedText, found: Description) -> bool:
    """Whether "wie" or "als" before a phrase opens a clause of which it is the subject: "wie der Konzern mitteilte"."""
    word = parsed.parsed_at(found.start - 2)
    noun = parsed.parsed_at(found.end - 1)
    opens = word is not None and parsed.pos[word] == "SCONJ" and parsed.dep[word] == "mark"
    return opens and noun is not None and parsed.dep[noun] in ("nsubj", "nsubj:pass")


def _is_predicate(parsed: ParsedText, predicates: set[int], match: re.Match[str]) -> bool:
    """Whether the noun is what somebody is said to be: "… ist der Chef"."""
    return parsed.parsed_at(match.start(4)) in predicates
