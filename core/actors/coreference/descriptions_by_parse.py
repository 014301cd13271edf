"""Descriptions of people and bodies where the parse tells noun phrases: "the officer", "her solicitor", "the union"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from core.actors.attributes.english_ages import age_behind_description
from core.actors.coreference.description import Description
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents, subtree

_OWNERS = {"his": "m", "her": "f", "its": "", "their": "", "my": "", "our": "", "your": ""}
_ONE_OF_MANY = "one"
_NEW = frozenset(("a", "an", "one", "another", "some", "any", "each", "every", "no"))
_DEFINITE = frozenset(("the", "this", "that"))
_OTHER = frozenset((_ONE_OF_MANY, "another", "other", "second", "third", "fellow"))
_NOUNS = ("NOUN", "PROPN", "ADJ", "NUM")
_FORMER = frozenset(
    ("former", "ex", "retired", "late", "onetime", "then", "trained", "qualified", "lifelong", "self-taught")
)
"""Adjectives of what somebody is beside an office."""
_COMPLEMENTS = ("nmod", "acl", "acl:relcl")
_INNER = ("amod", "compound", "nummod", "nmod:desc", "nmod:poss", "det", "advmod", "punct")
_ONE = ("appos", "flat", "compound", "nmod:desc", "list")
_BEFORE_PRONOUN = re.compile(r"(?: (?:of|for|in|at|from) [^,.;:!?]{1,40})?, (?:he|she)\b")
"""Behind a phrase that says of the subject who it is: "A farmer's son, he …"."""
_LONGEST_PARTY = 3
"""Words in the name of a party."""
_AGE_REACH = 24
"""Characters behind a noun among which an age stands."""
_AGE_IN_COMMAS = re.compile(r",\s(?:1[3-9]|[2-9]\d),")
_AGED = re.compile(r"(\d{1,3})-year-old")


def descriptions_by_parse(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], speaking: Collection[int] = ()
) -> Iterator[Description]:
    """All descriptions of one person or body in the report, in text order; those beside the name itself left out.

    Where a phrase speaks (it begins at one of `speaking`), its noun need not be in a table.
    """
    starts = [mention.start for mention in mentions]
    for noun in range(len(parsed.words)):
        participle = (
            parsed.pos[noun] == "VERB" and parsed.lexicon.role(parsed.low[noun]) is not None
        )  # "the accused"
        if not (participle or parsed.pos[noun] in _NOUNS) or not parsed.is_story(parsed.starts[noun]):
            continue
        first = _first(parsed, noun)
        if first is None or _is_named(parsed, noun, mentions, starts):
            continue
        if dependent(parsed, noun, "cop") is not None or _is_likened(parsed, noun):
            continue
        is_apart = parsed.dep[noun] not in SUBJECTS and dependent(parsed, noun, "case") is None
        if is_apart and _BEFORE_PRONOUN.match(parsed.text, parsed.ends[noun]):
            continue
        found = _read(parsed, tables, first, noun, parsed.starts[first] in speaking)
        if found is not None:
            yield found


def apposed_by_parse(parsed: ParsedText, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Noun phrases with an article or owner in apposition to the name of whom they are said: "Ada Lind, the mayor"."""
    starts = [mention.start for mention in mentions]
    for noun in range(len(parsed.words)):
        proper = parsed.pos[noun] == "PROPN" and parsed.entity[noun] not in ("PER", "LOC")
        if not (proper or parsed.pos[noun] == "NOUN") or not parsed.is_story(parsed.starts[noun]):
            continue
        first = _first(parsed, noun)
        if first is None or (proper and parsed.low[first] not in _NEW):
            continue
        name = _body_before(parsed, first, noun, mentions, starts)
        name = name or named_beside(parsed, noun, mentions, starts)
        if first is None or name is None or name.actor is None or name.label is Label.LOC:
            continue
        cut = list(dependents(parsed, noun, *_ONE))
        within = subtree(parsed, noun, without=("acl:relcl", "conj", "cc", "parataxis", "punct"), cut=cut)
        end = noun
        while end + 1 in within and not parsed.lexicon.has(parsed.low[end + 1], "naming"):
            end += 1
        span = parsed.span(first, end + 1)
        if span[1] <= name.start or span[0] >= name.end:
            yield Mention(*span, name.label, Form.NOMINAL, name.actor)


def _body_before(
    parsed: ParsedText, first: int, noun: int, mentions: Sequence[Mention], starts: Sequence[int]
) -> Mention | None:
    """The body whose name ends right before the comma of a phrase for a body: "the Elm Guild, a tenants' group"."""
    if first < 2 or parsed.words[first - 1] != "," or not parsed.lexicon.is_body(parsed.low[noun]):
        return None
    at = bisect_left(starts, parsed.ends[first - 2]) - 1
    name = mentions[at] if at >= 0 else None
    if name is None or name.form is not Form.NAME or name.label is not Label.ORG:
        return None
    return name if parsed.starts[first - 2] < name.end else None


def _first(parsed: ParsedText, noun: int) -> int | None:
    """Where a phrase begins that has an article, or whose it is, or that opens a sentence with "one"."""
    article = dependent(parsed, noun, "det", "nmod:poss")
    if article is None:
        numbers = dependents(parsed, noun, "nummod")
        opening = (k for k in numbers if parsed.low[k] == _ONE_OF_MANY and parsed.begins_sentence(k))
        article = next(opening, None)
    if article is None or article > noun:
        return None
    return min(subtree(parsed, article)) if parsed.dep[article] == "nmod:poss" else article


def _is_likened(parsed: ParsedText, noun: int) -> bool:
    """Whether a new phrase is nobody, but what something is compared to: "the height of a child", "like a king"."""
    case, of = dependent(parsed, noun, "case"), parsed.head[noun]
    article = dependent(parsed, noun, "det")
    if case is None or article is None or parsed.low[article] not in _NEW:
        return False
    measured = parsed.low[case] == "of" and parsed.lexicon.has(parsed.low[of], "measure")
    return measured or parsed.low[case] in ("like", "than")


def _is_named(parsed: ParsedText, noun: int, mentions: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether a noun is part of a name, or a name is in apposition to it."""
    at = bisect_left(starts, parsed.ends[noun]) - 1
    is_noun_of_body = parsed.entity[noun] == "ORG" and parsed.lexicon.is_body(parsed.low[noun])
    if parsed.entity[noun] and not (is_noun_of_body and (at < 0 or mentions[at].end <= parsed.starts[noun])):
        return True
    return named_beside(parsed, noun, mentions, starts) is not None


def named_beside(
    parsed: ParsedText, noun: int, mentions: Sequence[Mention], starts: Sequence[int]
) -> Mention | None:
    """The name that a noun is one with by the parse, or that comes right behind it, perhaps after "called"."""
    beside = [child for child in dependents(parsed, noun, *_ONE) if child > noun]
    beside += [further for child in beside for further in dependents(parsed, child, *_ONE) if further > child]
    if parsed.dep[noun] in _ONE:
        beside.append(parsed.head[noun])
    behind = noun + 1
    if behind < len(parsed.words) and parsed.lexicon.has(parsed.low[behind], "naming"):
        behind += 1
    for token in (
        *beside,
        *([behind] if behind < len(parsed.words) and parsed.pos[behind] == "PROPN" else []),
    ):
        at = bisect_left(starts, parsed.ends[token]) - 1
        if at < 0:
            continue
        mention = mentions[at]
        inside = mention.start <= parsed.starts[token] < mention.end
        if inside and mention.form is Form.NAME and mention.label in (Label.PER, Label.ORG):
            return mention
    return None


def _read(parsed: ParsedText, tables: Tables, first: int, noun: int, speaks: bool) -> Description | None:
    """A phrase as a description, if its noun is one for a person or body, in the singular."""
    opening = parsed.low[first]
    possessor = dependent(parsed, noun, "nmod:poss")
    owned = possessor is not None and parsed.low[possessor] == "old"  # "the 52-year-old’s solicitor"
    own = parsed.ends[possessor] if owned and possessor is not None else parsed.starts[first]
    aged = _AGED.search(parsed.text[own : parsed.ends[noun]])
    if parsed.lexicon.has(opening, "relative") or (parsed.number[noun] == "Plur" and not aged):
        return None
    if parsed.dep[noun] in SUBJECTS and opening in ("no", "any", "every"):
        return None
    parent = _end_of_parent(parsed, noun)
    kind = kind_of(parsed, tables, noun, aged is not None, speaks) or _kind_by_age(parsed, noun)
    if parent != noun and kind is not None:
        kind = Kind(kind.gender, general=True)
    party = _party_before(parsed, tables, first, noun)
    if party and kind is not None:
        kind = Kind(kind.gender, kind.person)  # "the Labour man" is no man of whom nothing is told
    owner = _OWNERS.get(opening) if parsed.dep[first] == "nmod:poss" else None
    if kind is None or (
        not kind.person and (opening in _NEW or (owner == "" and opening not in ("its", "their")))
    ):
        return None
    if not kind.person and _is_where(parsed, noun):
        return None
    adjectives = [parsed.low[k] for k in dependents(parsed, noun, "amod", "compound", "det", "nmod:desc")]
    owned = owned or opening not in (*_DEFINITE, *_NEW, *_OWNERS)
    members = possessor is not None and parsed.pos[possessor] == "NOUN" and parsed.number[possessor] == "Plur"
    owned = owned or (members and not kind.person)  # "the referees’ association"
    states = {tables.country_words[each] for each in adjectives if each in tables.country_words}
    if kind.people:
        states.add(tables.country_words[parsed.words[noun]])
    return Description(
        parsed.starts[first],
        parsed.ends[parent],
        _noun_of(parsed, tables, noun),
        kind.person,
        kind.gender,
        owner if not owned else None,
        int(aged.group(1)) if aged else _age_behind(parsed, noun, parent),
        frozenset(states),
        before_hyphen=party if kind.person else "",
        complement=owned or (parent == noun and _is_complemented(parsed, noun)),
        compound="" if kind.person else qualified(parsed, tables, noun),
        people=kind.people,
        definite=opening not in _NEW,
        general=kind.general and (owner is None or aged is not None),
        former=bool(_FORMER.intersection(adjectives)),
        other=bool(_OTHER.intersection((*adjectives, opening))),
    )


def _noun_of(parsed: ParsedText, tables: Tables, noun: int) -> str:
    """A noun in small letters unless the tables have it in capitals alone, with the word before it where both are one
    office: "public-defender"; not a prime minister, who would be of one kind with a British chancellor."""
    whole = f"{parsed.low[noun - 1]}-{parsed.low[noun]}" if noun else ""
    if "government" not in tables.role_classes.get(role_stem(whole), ("government",)):
        return whole
    return parsed.low[noun] if parsed.lexicon.role(parsed.low[noun]) else parsed.words[noun]


def _party_before(parsed: ParsedText, tables: Tables, article: int, noun: int) -> str:
    """The party right before a noun: "Labour" of "the Labour MP"."""
    for first in range(max(article + 1, noun - _LONGEST_PARTY), noun):
        name = " ".join(parsed.words[first:noun])
        if name[:1].isupper() and tables.is_party(name):
            return name
    return ""


def _is_where(parsed: ParsedText, noun: int) -> bool:
    """Whether a town is only where something is: "in the city", but not "sued the city"."""
    case = dependent(parsed, noun, "case")
    located = case is not None and parsed.lexicon.has(parsed.low[case], "locating")
    return located and parsed.lexicon.has(parsed.low[noun], "town_or_body")


def _age_behind(parsed: ParsedText, noun: int, parent: int) -> int | None:
    """The age behind a noun, or behind what is one with it: "a mum of 36", "the mother-of-two, 34,"."""
    ages = (
        age_behind_description(
            parsed.low[noun], parsed.before(parsed.starts[noun]), parsed.after(parsed.ends[k], _AGE_REACH)
        )
        for k in dict.fromkeys((noun, parent))
    )
    return next((age for age in ages if age is not None), None)


def _end_of_parent(parsed: ParsedText, noun: int) -> int:
    """The last token of "mother-of-two" or "father of three", which is all one noun; else the noun."""
    if parsed.low[noun + 1 : noun + 4] == ["-", "of", "-"] and noun + 4 < len(parsed.words):
        return noun + 4
    counted = parsed.low[noun + 1 : noun + 2] == ["of"] and noun + 2 < len(parsed.words)
    if counted and parsed.pos[noun + 2] == "NUM" and parsed.pos[noun + 3 : noun + 4] != ["NOUN"]:
        return noun + 2
    return noun


def _is_complemented(parsed: ParsedText, noun: int) -> bool:
    """Whether what follows a noun says which one is meant; a clause behind a comma does not, "the Democrat, citing a
    report,", nor of what somebody is accused: "accused the firm of lying"."""
    return any(
        child > noun
        and not (parsed.dep[child] in ("acl:relcl", "acl") and "," in parsed.words[noun:child])
        and not (
            parsed.dep[child] == "acl" and parsed.low[noun + 1] == "of" and parsed.low[child].endswith("ing")
        )
        for child in dependents(parsed, noun, *_COMPLEMENTS)
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """What a noun says of whom it is said, as in `Description`."""

    gender: str | None = None
    person: bool = True
    general: bool = False
    people: bool = False


def kind_of(parsed: ParsedText, tables: Tables, noun: int, aged: bool, speaks: bool) -> Kind | None:
    """What the noun at a token says, by the tables; where it speaks, also one that no table has."""
    word, low = parsed.words[noun], parsed.low[noun]
    in_capitals = word.isupper() or parsed.lexicon.has(low, "of_a_party")  # "the MP", "the Democrat"
    role = parsed.lexicon.role(low) or (parsed.lexicon.role(word) if in_capitals else None)
    if aged and parsed.lexicon.has(low, "aged_thing"):
        return None
    if aged and (low == "old" or role is None):
        return Kind(tables.humans.get(low) or None, general=low == "old" or low in tables.humans)
    if word in tables.people:
        return Kind(tables.people[word] or None, people=True)
    if low in tables.kin or low in tables.humans:
        return Kind(tables.kin.get(low) or tables.humans.get(low) or None, general=low in tables.humans)
    if (
        role is not None
        and role.kind == "role"
        and not (low in tables.body_genders and _is_firm(parsed, low))
    ):
        return Kind(role.gender)
    if low in tables.body_genders:
        return Kind(person=False)
    unlisted = speaks and parsed.pos[noun] == "NOUN" and not _is_thing(parsed, low)
    return Kind() if unlisted else None


def _kind_by_age(parsed: ParsedText, noun: int) -> Kind | None:
    """A person whom no table has, by the age behind a subject: "The Brit star, 34, smiled"."""
    told = _AGE_IN_COMMAS.match(parsed.text, parsed.ends[noun]) and parsed.dep[noun] in SUBJECTS
    thing = _is_thing(parsed, parsed.low[noun]) or parsed.lexicon.has(parsed.low[noun], "aged_thing")
    return Kind() if told and parsed.pos[noun] == "NOUN" and not thing else None


def _is_firm(parsed: ParsedText, low: str) -> bool:
    """Whether a noun for who trades or for a firm, "the grocer", is said of no person in the text."""
    for found in re.finditer(rf"\b(an? (?:\w+ )?)?{low}\b(?: ([A-Z]\w+))?", parsed.text, re.IGNORECASE):
        named = found.group(2) is not None and parsed.lexicon.gender_of_name(found.group(2)) is not None
        if found.group(1) is not None or named:
            return False
    return True


def qualified(parsed: ParsedText, tables: Tables, noun: int) -> str:
    """A noun for a body with the noun or adjective that says which: "transportministry"; empty for a bare one."""
    which = [
        parsed.low[k]
        for k in dependents(parsed, noun, "compound", "amod", "nmod:poss")
        if k < noun
        and (
            parsed.dep[k] == "compound"
            or parsed.lexicon.has(parsed.low[k], "office_adjective")
            or parsed.low[k] + parsed.low[noun] in tables.body_classes
        )
    ]
    return "".join([*which, parsed.low[noun]]) if which else ""


def _is_thing(parsed: ParsedText, low: str) -> bool:
    said = low in parsed.lexicon.cue_nouns or parsed.lexicon.has(low, "text", "abstract")
    return said or parsed.lexicon.is_body(low) or parsed.lexicon.has(low, "collective")
