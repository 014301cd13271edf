"""Descriptions of people and bodies: "der Autokrat", "die 58-Jährige", "ihr Vater", "der Konzern", "ein Techniker"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from core.actors.attributes.ages import NUMBER, age_in, age_of, age_told
from core.actors.coreference.agreement import gender_by_ending, owner_of
from core.actors.coreference.apposition import BEHIND_NAME, stands_alone
from core.actors.coreference.description import Description
from core.actors.coreference.nouns_of_descriptions import (
    body_noun,
    by_feminine_ending,
    from_somewhere,
    is_man_by_form,
    noun_for_a_person,
    one_of_a_people,
    place_noun,
    somebody_by_participle,
)
from core.actors.names.party_members import member_of_party
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either, listed

_PHRASE = re.compile(
    r"(?<![\w-])([Dd](?:er|ie|as|en|em|es|essen|eren)|[Dd]iese[rnms]?|[Mm]anche[rnms]?"
    r"|(?:[Ee]in|[Ss]ein|[Ii]hr|[Mm]ein|[Uu]nser)(?:e[nmrs]?)?|[Ii]m|[Bb]eim|[Vv]om)"
    r"((?:\s\d{1,3}\sJahre\salte[rnms]?)?(?:\s[\w-]+){0,3}?)(?:\s([A-ZÄÖÜ][\wäöüß]+er))?\s"
    r"(?P<mark>[„“»‚›\"](?:[\w’'.!-]+\s){0,4})?"
    r"(?P<noun>(?(mark)[\w’'.!]+[“”«‘‹\"]-[A-ZÄÖÜ]\w+|(?:\d{1,3}[-‐‑]?(?:Jährige[rnms]?|jährige[rnms]?(?!\s[A-ZÄÖÜ]))"
    r"|(?:\d{1,3}-)?[A-ZÄÖÜ][\w]*(?:-[\w]+)*)))(?![\w-])"
)
_EXTENDED = re.compile(
    r"(?<![\w-])([Dd](?:er|ie|as|en|em|es)|[Ee]ine?[mnrs]?)((?:\s[\w-]+){1,6}?\s[a-zäöüß]+(?:t|en|end)(?:e|en|er|es|em))()"
    r"\s(?P<noun>[A-ZÄÖÜ][\w]*(?:-[\w]+)*)(?![\w-])"
)
"""A phrase with a participle and what belongs to it before the noun: "die 2014 von ihnen besetzte Halbinsel"."""
_CONTRACTED = frozenset(("im", "beim", "vom"))
"""Prepositions with the article in them; what follows "zum" and "am" is hardly ever somebody."""
_ENTERED = frozenset(("authority", "council", "court", "government", "police"))
"""Classes of bodies that are meant themselves where something is "im Ministerium", and not only as places."""
_OWNED = re.compile(r"\s((?:[a-zäöüß][\w-]+\s){0,3})([A-ZÄÖÜ][\w-]+)")
_TITLED = re.compile(r"([\w’'.!]+)[“”«‘‹\"]-")
_WITHOUT_PLACE = re.compile(_PHRASE.pattern.replace(r"(?:\s([A-ZÄÖÜ][\wäöüß]+er))?", "()"))
"""The same without the adjective for a place that may precede the noun: "Bündner"."""
_YEARS_OLD = re.compile(rf"\s{NUMBER}\sJahre\salte[rnms]?")
_AGED_ADJECTIVE = re.compile(rf"\b{NUMBER}[-‐‑]?jährige[rnms]?$")
_ADJECTIVE = re.compile(r"[a-zäöüß][\wäöüß-]+(?:e|en|er|es|em)$|\d{1,3}[-‐‑]?jährige[rnms]?$")
_NATIVE = re.compile(r"gebürtige[rnms]?$")
_AGED = re.compile(rf"{NUMBER}[-‐‑]?[Jj]ährige[rnms]?$")
_AGE_NOW = re.compile(either("age_now"))
_AGE_THEN = frozenset(listed("age_not_now"))
"""What comes before an age that is not somebody's own today: "der damals 17-Jährige", "die bald 80-Jährige"."""
_AGE_BEHIND = re.compile(r"\s\(([1-9]\d)\)|,\s([1-9]\d)(?=,\s|[.;]$)")
"""An age behind a description: "die Zirkuschefin (54)", "der Wirt, 46, …"."""
_COMPLEMENT = re.compile(r"\s(?:des|der|von|vom|eines|einer)\s")
_ORIGIN = re.compile(r"\saus\s(?:der\s|dem\s|den\s)?([A-ZÄÖÜ][\w-]+)")
_SEVERAL = "oren"
"""How nouns such as "Autor" end in the plural alone: "den Autoren" are several, "den Präsidenten" may be one."""
_DATIVE = re.compile(rf"\b(?:{either('dative_preposition')})\s$", re.IGNORECASE)
_LONGEST_PREPOSITION = 10


def descriptions(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], speaking: Collection[int] = ()
) -> Iterator[Description]:
    """All descriptions of one person or body in the report, in text order; those beside the name itself left out."""
    if not tables.role_classes:
        return
    starts = [mention.start for mention in mentions]
    derived = {mention.end for mention in mentions if mention.form is Form.DERIVED}
    predicates = {parsed.head[i] for i, relation in enumerate(parsed.dep) if relation == "cop"} | _called(
        parsed
    )
    at = 0
    while match := _PHRASE.search(parsed.text, at):
        if match.group(3) and not _is_of_a_place(parsed, match, derived):
            match = _WITHOUT_PLACE.match(parsed.text, match.start()) or match
        at = match.start("noun")
        found = _read(parsed, tables, match, derived)
        if found is None and (longer := _extended(parsed, match.start())) is not None:
            found = _read(parsed, tables, longer, derived, extended=True)
            match = longer if found is not None else match
        if found is None and match.start() in speaking:
            found = _by_speech(parsed, tables, match)
        if found is None:
            # An adjective between may be an article of its own: "der in Kiel der Chef"
            at = match.end(1)
            continue
        if stands_alone(parsed, mentions, starts, found) and not _is_predicate(parsed, predicates, match):
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
        beside = before is not None and BEHIND_NAME.fullmatch(parsed.text[before.end : mention.start])
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


def _extended(parsed: ParsedText, start: int) -> re.Match[str] | None:
    """A phrase with a participle that carries words of its own, where the parse joins the article to the noun."""
    match = _EXTENDED.match(parsed.text, start)
    article = parsed.parsed_at(start) if match else None
    noun = parsed.parsed_at(match.start("noun")) if match else None
    if article is None or noun is None:
        return None
    return match if parsed.dep[article] == "det" and parsed.head[article] == noun else None


def _read(
    parsed: ParsedText,
    tables: Tables,
    match: re.Match[str],
    derived: Collection[int],
    extended: bool = False,
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
    adjectives = adjectives[-1:] if extended else adjectives
    article, noun = match.group(1).lower(), match.group("noun")
    titled, noun = _beside_title(noun)
    aged = _AGED.match(noun)
    then = bool(aged) and any(word in _AGE_THEN for word in adjectives)
    if aged:
        adjectives = [word for word in adjectives if word not in _AGE_THEN and not _AGE_NOW.fullmatch(word)]
    if not all(_is_adjective(parsed, tables, word) for word in adjectives):
        return None
    contracted = article in _CONTRACTED
    article = "dem" if contracted else article
    several = tables.body_genders.get(noun.lower()) == "p"
    if not (contracted or several or _agrees(parsed, tables, match)):
        return None
    pieces = noun.split("-")
    countries = {tables.country_words[word] for word in adjectives if word in tables.country_words}
    countries |= {state for piece in pieces[:-1] if (state := tables.country(piece))}
    origin = _ORIGIN.match(parsed.text, match.end())
    if origin and (state := tables.country(origin.group(1))):
        countries.add(state)
    ages = [age_of(found.group(1)) for word in adjectives if (found := _AGED_ADJECTIVE.match(word))]
    ages += [age_of(years.group(1))] if years else []
    behind = _AGE_BEHIND.match(parsed.text, match.end())
    told = age_in(behind) if behind else age_told(parsed.before(match.start()), parsed.after(match.end()))
    ages += [told] if told is not None else []
    plain = Description(
        match.start(2) + 1 if contracted else match.start(),
        match.end(),
        noun,
        True,
        None,
        owner_of(article),
        None if then else age_of(aged.group(1)) if aged else next(iter(ages), None),
        frozenset(countries),
        before_hyphen=titled or noun.rpartition("-")[0],
        complement=bool(_COMPLEMENT.match(parsed.text, match.end())),
        definite=not article.startswith(("ein", "manch")),
        local=bool(match.group(3)),
        former=noun.startswith("Ex-") or _has_adjective(parsed, adjectives, "former"),
        other=_has_adjective(parsed, adjectives, "another"),
        assigned=_has_adjective(parsed, adjectives, "assigned"),
        contracted=contracted,
        of_the_last=parsed.lexicon.has(article, "of_the_last"),
    )
    if aged:
        gender = gender_by_ending(article, noun)
        return replace(plain, gender=gender, general=True) if gender else None
    member = member_of_party(parsed, parsed.token_from(match.start("noun")))
    if member is not None:
        return replace(plain, gender=member)
    if pieces[-1] in tables.people:
        return one_of_a_people(tables, plain, article, pieces[-1])
    native = match.end() in derived or any(_NATIVE.match(word) for word in adjectives)
    bare = noun.lower() if article != "des" else noun.lower().removesuffix("s")
    known = bool({noun.lower(), bare, bare.removesuffix("e")} & tables.body_genders.keys())
    body = body_noun(parsed, tables, plain, article) if known else None
    if contracted and match.group(1).lower() == "im":
        body = body or body_noun(parsed, tables, plain, article)
        return body if body and tables.classes_of_body(noun) & _ENTERED and noun != "Amt" else None
    if body is not None and not _has_adjective(parsed, adjectives, "party_adjective"):
        # "Der Gemeinderat" is nearly always the council, and hardly ever one of its members.
        return body
    return (
        noun_for_a_person(parsed, tables, plain, article)
        or (from_somewhere(parsed, plain, article) if native else None)
        or body_noun(parsed, tables, plain, article)
        or place_noun(tables, plain, article)
        or by_feminine_ending(parsed, plain, article)
        or somebody_by_participle(parsed, plain, article)
    )


def _beside_title(noun: str) -> tuple[str, str]:
    """What stands in marks before a noun and a hyphen, and the noun: "die „Herbstwind“-Sängerin"."""
    title = _TITLED.match(noun)
    return (title.group(1), noun[title.end() :]) if title else ("", noun)


def _by_speech(parsed: ParsedText, tables: Tables, match: re.Match[str]) -> Description | None:
    """ "der Garagist" where he speaks, though no table has the noun."""
    article, noun = match.group(1).lower(), match.group("noun")
    token = parsed.parsed_at(match.start("noun"))
    if token is None or not is_man_by_form(parsed, token, noun):
        return None
    if article not in ("der", "ein", "dieser"):
        return None
    if not all(_is_adjective(parsed, tables, word) for word in match.group(2).split()):
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


def _is_of_a_place(parsed: ParsedText, match: re.Match[str], derived: Collection[int]) -> bool:
    """Whether the capitalised word before the noun is an adjective made from a place: "Bündner", "Aargauer"."""
    token = parsed.parsed_at(match.start(3))
    adjective = token is not None and parsed.dep[token] == "amod"
    role = parsed.lexicon.role(match.group(3)) is not None
    return not role and (adjective or match.end(3) in derived)


def _is_adjective(parsed: ParsedText, tables: Tables, word: str) -> bool:
    if word in tables.country_words:
        return True
    small = parsed.lexicon.has(
        word, "determiner", "preposition", "contracted", "conjunction", "adverb", "subordinator"
    )
    return bool(_ADJECTIVE.match(word)) and not small


def _has_adjective(parsed: ParsedText, adjectives: Sequence[str], name: str) -> bool:
    """Whether one of the adjectives is of a class, in any of its endings."""
    return any(parsed.lexicon.has(re.sub(r"e[nmrs]?$", "", word), name) for word in adjectives)


def _agrees(parsed: ParsedText, tables: Tables, match: re.Match[str]) -> bool:
    """Whether grammar, where it is known, reads the article as one, of this noun, in the singular."""
    article, noun = parsed.parsed_at(match.start(1)), parsed.parsed_at(match.start("noun"))
    if article is None or noun is None:
        return True
    if parsed.lexicon.has(match.group(1).lower(), "of_the_last"):
        return parsed.number[noun] == "Sing" and parsed.head[article] == noun
    pos = parsed.pos[article]
    if pos not in ("DET", "PRON", "") or (pos == "PRON" and match.group(1)[0] not in "siSIMmUu"):
        return False
    if match.group(1).lower() == "den":
        # "den Präsidenten" may be one or several, and is read wrongly often: the word before it decides.
        several = match.group("noun").endswith(_SEVERAL)
        return not (several or _DATIVE.search(parsed.before(match.start(), _LONGEST_PREPOSITION)))
    if match.group("noun").endswith("in") and pos == "DET":
        # The plural would end in -innen.
        return True
    if (
        match.group(1).lower() == "die"
        and match.group("noun").endswith("e")
        and _is_of_adjective(parsed, match.group("noun"))
    ):
        # The plural would end in -en: "die Angeklagten".
        return True
    base = tables.body_noun(match.group("noun"))
    if base is not None and tables.body_genders[base] == "f" and match.group("noun").lower().endswith(base):
        # A feminine noun of the table has another form in the plural: "die Behörden".
        return True
    return parsed.number[article] != "Plur" or parsed.number[noun] != "Plur"


def _is_of_adjective(parsed: ParsedText, noun: str) -> bool:
    """Whether a noun for a person declines as an adjective does: "Angeklagte" beside "Angeklagter"."""
    role = parsed.lexicon.role(noun)
    return role is not None and role.kind == "role" and parsed.lexicon.role_noun(noun) == noun


def _is_predicate(parsed: ParsedText, predicates: set[int], match: re.Match[str]) -> bool:
    """Whether the noun is what somebody is said to be: "… ist der Chef"."""
    return parsed.parsed_at(match.start("noun")) in predicates


def _called(parsed: ParsedText) -> set[int]:
    """The nouns with an indefinite article that somebody is only called: "nannte sie eine Träumerin"."""
    relations = ("obj", "xcomp")
    objects = [i for i, relation in enumerate(parsed.dep) if relation in relations]
    first: dict[int, int] = {}
    for i in objects:
        first.setdefault(parsed.head[i], i)
    later = (i for i in objects if parsed.pos[i] == "NOUN" and first[parsed.head[i]] < i)
    return {i for i in later if any(_is_new(parsed, k) for k in parsed.children(i))}


def _is_new(parsed: ParsedText, i: int) -> bool:
    """Whether a word is an article that takes nobody for known: "eine"."""
    low, lexicon = parsed.low[i], parsed.lexicon
    return parsed.dep[i] == "det" and lexicon.has(low, "determiner") and not lexicon.has(low, "definite")
