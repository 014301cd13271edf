"""What the text says of a person beside the name: age, offices and professions, gender, and to whom they belong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.actors.attributes.ages import age_beside
from core.actors.attributes.english_ages import english_age
from core.actors.attributes.party_letters import members
from core.actors.attributes.role import Role
from core.actors.attributes.roles import (
    role_apposed,
    role_before,
    role_behind,
    role_joined,
)
from core.actors.attributes.roles_by_parse import apposed_nouns, nouns_before, roles_by_parse
from core.actors.attributes.roles_predicated import role_predicated
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables, load_tables
from core.parsed_text.noun_phrase import is_beside_another
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_BRACKET = re.compile(r"\s?\([^()]{1,30}\)")
_FROM = re.compile(
    r"\s(?:von|vom|aus|beim)\s(?:(?:der|dem|den)\s)?"
    r"(?:[A-ZÄÖÜ][\w-]+\s(?=[„“\"»A-ZÄÖÜ]))?[„“\"»]?[^\s,.;:!?]+"
)
"""Where somebody comes from or works, right behind the name."""
_OF_BODY = re.compile(r",?\s(?:of|from|at|with)\s(?:the\s)?(?:[a-z]+\s){0,2}(?:[A-Z&][\w’'.&-]*\s?){1,6}")
"""For which body somebody works, right behind an English name."""
_INTRODUCED = re.compile(r"([A-ZÄÖÜ]\w+)(?:,\s(?:der|die)\s[^,.]{2,40})?\s$")
"""A relative's noun before the name: "Ehefrau Inga Lind", "Ihr Vater, der Busfahrer Bo Lind"."""
_ADJECTIVE_BEFORE = re.compile(r"\b([Dd](?:er|ie|em))\s(?:[\wäöüß-]+\s){0,4}?([a-zäöüß]{2,}en?)\s$")
"""An article and an adjective right before a name."""
_ARTICLE_BEFORE = (
    r"(?:\b([Dd](?:er|ie|e[mns])|[Ee]ine[mnr]?|[Zz]u[mr]|[Vv]om|[Bb]eim)\s"
    r"(?:[a-zäöüß][\w-]+\s)?)?(?<![\w-])"
)
_BY_DECLENSION = {
    **dict.fromkeys(("der e", " er"), "m"),
    **dict.fromkeys(
        ("dem en", "den en", "des en", "einem en", "einen en", "zum en", "vom en", "beim en"), "m"
    ),
    **dict.fromkeys(("die e", "eine e", " e", "der en", "einer en", "zur en"), "f"),
}
"""The gender of an adjective used as a noun in the singular by its article and its ending."""
_STOP = re.compile(r"[.,:;!?“”\"»«]$")
_NOUN_BEHIND = re.compile(r"\s[A-ZÄÖÜ]")
_NEAR = 6
"""Names around a mention among which others' are looked for."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """Age, roles in the order found, and gender ("m" or "f"), each only where the text says it."""

    age: int | None = None
    roles: tuple[str, ...] = ()
    gender: str | None = None
    ties: tuple[str, ...] = ()
    """The nouns in the roles, and those for relatives that are no role by themselves ("Ehefrau")."""
    before: int = 0
    """Characters before the name that are about the person."""
    phrase: int = 0
    """Characters before the name that are a description with a comma behind it."""
    behind: int = 0
    """Characters behind the name that are about the person."""


def attributes(parsed: ParsedText, mentions: Sequence[Mention], i: int, genitive: bool = False) -> Attributes:
    """What the text says directly around one mention of a person.

    Args:
        parsed: The text.
        mentions: All names, of which that with index `i` is meant.
        i: Which mention.
        genitive: Whether the name has the ending of a genitive there.
    """
    mention = mentions[i]
    before, after = parsed.before(mention.start), parsed.after(mention.end)
    if parsed.by_parse:
        return _by_parse(parsed, mentions, i, after)
    tables = load_tables(parsed.lexicon.language)
    others = _others(mentions, i)
    roles: list[str] = []
    ties: list[str] = []
    gender = None
    length_before = phrase = length_behind = 0
    owns_before = not genitive or _says_own_office(parsed, mention, before, after)
    found = role_before(parsed, before, mention) if owns_before else None
    if found is not None:
        gender = found.gender
        if found.words:
            roles.append(found.words)
            ties.append(found.noun)
            joined = role_joined(parsed, before, found.reach, mention)
            if joined is not None:
                roles.insert(0, joined.words)
                ties.append(joined.noun)
                length_before = joined.reach
        if found.reach and not length_before:
            length_before = found.reach + _length_of_owner(before, found.reach)
    nation = before.rstrip().rpartition(" ")[2]
    if before.endswith(" ") and nation in tables.people:
        gender = gender or tables.people[nation] or None
        length_before = max(length_before, len(nation) + 1)
    introducing = _INTRODUCED.search(before)
    if owns_before and introducing and introducing.group(1) in tables.kin:
        ties.append(introducing.group(1))
        gender = gender or tables.kin[introducing.group(1)] or None
    ahead = role_apposed(parsed, before, after, mention, others) if owns_before else None
    behind = role_behind(parsed, after, mention, others)
    is_one = role_predicated(parsed, after, mention) if not genitive else None
    for role in filter(None, (ahead, behind, is_one)):
        if role.words:
            roles.append(role.words)
        ties.extend(word for word in (role.words or role.noun).split()[:2] if parsed.lexicon.role(word))
        gender = gender or role.gender
    for office, words in ((found, before), (ahead, before), (behind, after)):
        gender = gender or (_gender_by_declension(parsed, office, words) if office else None)
    gender = gender or _gender_of_adjective(before)
    phrase = ahead.reach if ahead else 0
    bracket = _BRACKET.match(after)
    length_behind = behind.reach if behind else bracket.end() if bracket else 0
    linked = _FROM.match(after, length_behind if bracket and not behind else 0)
    return Attributes(
        age_beside(_own(parsed, mention, before), after) if not genitive else None,
        tuple(dict.fromkeys(roles)),
        gender,
        tuple(dict.fromkeys(ties)),
        length_before,
        phrase,
        max(length_behind, linked.end() if linked else 0),
    )


def _own(parsed: ParsedText, mention: Mention, before: str) -> str:
    """What stands before a name, but nothing where the last noun tells the age of somebody else: "hatte der 66-Jährige
    Lind vorgeworfen"."""
    name = parsed.token_at(mention.start)
    return "" if is_beside_another(parsed, name) or is_beside_another(parsed, name - 1) else before


def _gender_of_adjective(before: str) -> str | None:
    """The gender that an article and the adjective before a name tell: "der jungen Kim" is a woman."""
    found = _ADJECTIVE_BEFORE.search(before)
    if found is None:
        return None
    article, weak = found.group(1).lower(), found.group(2).endswith("n")
    return {("der", False): "m", ("der", True): "f", ("die", False): "f", ("dem", True): "m"}.get(
        (article, weak)
    )


def _gender_by_declension(parsed: ParsedText, role: Role, words: str) -> str | None:
    """The gender that an adjective used as a noun shows by its article and ending: "die Vorsitzende" is a woman."""
    stem = re.sub(r"e[nr]?$", "", role.noun)
    if not stem or any(parsed.lexicon.role(stem + ending) is None for ending in ("e", "er")):
        return None
    found = re.search(_ARTICLE_BEFORE + re.escape(stem) + r"(e[nr]?)(?![\w-])", words)
    return _BY_DECLENSION.get((found.group(1) or "").lower() + " " + found.group(2)) if found else None


def _gender_of_relative(parsed: ParsedText, mention: Mention) -> str | None:
    """The gender that a noun for a relative beside a name tells: "Her husband, Ada Lind, …", "their son Kim"."""
    first, end = parsed.token_from(mention.start), parsed.token_from(mention.end)
    head = parsed.head_of(mention.start, mention.end)
    if head is None:
        return None
    kin = load_tables(parsed.lexicon.language).kin
    nouns = [*nouns_before(parsed, first)[-1:], *apposed_nouns(parsed, head, first, end)]
    return next((kin[parsed.low[noun]] for noun in nouns if kin.get(parsed.low[noun])), None)


def _by_parse(parsed: ParsedText, mentions: Sequence[Mention], i: int, after: str) -> Attributes:
    roles = roles_by_parse(parsed, mentions[i])
    bracket = _BRACKET.match(after)
    linked = _OF_BODY.match(after)
    nouns = [role.noun for role in roles if role.noun]
    nouns += members(parsed.lexicon, after, (role.words for role in roles))
    return Attributes(
        english_age(parsed, mentions, i, _others(mentions, i)),
        tuple(dict.fromkeys(role.words for role in roles if role.words)),
        next((role.gender for role in roles if role.gender), None)
        or _gender_of_relative(parsed, mentions[i]),
        tuple(dict.fromkeys(nouns)),
        max((role.reach for role in roles), default=0),
        0,
        max(
            [
                *(role.behind for role in roles),
                bracket.end() if bracket else 0,
                linked.end() if linked else 0,
            ]
        ),
    )


def belongings(parsed: ParsedText, mentions: Sequence[Mention], i: int, around: Attributes) -> list[str]:
    """Actors a person belongs to by the words beside the name: "Lettlands Außenminister", "(SPD)"."""
    person = mentions[i]
    tables = load_tables(parsed.lexicon.language)
    found = []
    for other in (*mentions[max(0, i - 4) : i], *mentions[i + 1 : i + 5]):
        reach = max(around.before, around.phrase)
        near = person.start - reach <= other.start < person.end + around.behind
        if not near or other.actor is None or other.actor == person.actor or other.label is Label.PER:
            continue
        own = parsed.by_parse or other.start >= person.start - around.phrase
        if not own and not _owns(parsed, other, person):
            continue
        if not (_is_what_they_know(parsed, tables, other) or _is_only_met(parsed, person, other)):
            found.append(other.actor)
    return found


def _is_only_met(parsed: ParsedText, person: Mention, other: Mention) -> bool:
    """Whether somebody stands against a body behind the name, or asks something of it: "Lind, ein Kritiker der SPD",
    "Das forderte Lind von der SPD"."""
    if parsed.by_parse or other.start < person.end:
        return False
    words = [word.lower() for word in parsed.text[person.end : other.start].split()]
    if any(parsed.lexicon.has(word, "outsider") for word in words):
        return True
    head = parsed.head_of(person.start, person.end)
    verb = None if head is None else parsed.governor(head)
    asked = verb is not None and verb < (head or 0) and parsed.lexicon.has(parsed.lemma[verb], "asking_of")
    return asked and bool(words) and parsed.lexicon.has(words[0], "of_body")


def _others(mentions: Sequence[Mention], i: int) -> list[Span]:
    """The names of other people around a mention."""
    return [
        other.span
        for other in mentions[max(0, i - _NEAR) : i + _NEAR + 1]
        if other.label is Label.PER and other.form is Form.NAME and other.actor != mentions[i].actor
    ]


def _says_own_office(parsed: ParsedText, mention: Mention, before: str, after: str) -> bool:
    """Whether the noun before a genitive is its bearer's office: "Ministerin Linds Pläne"; not "der Anwalt Linds"."""
    words = before.split(" ")
    article = any(parsed.lexicon.has(word.lower(), "determiner", "contracted") for word in words[-5:-1])
    token = parsed.parsed_at(mention.start)
    governed = token is not None and parsed.head[token] == token - 1
    return bool(_NOUN_BEHIND.match(after)) and not article and not governed


def _length_of_owner(before: str, reach: int) -> int:
    """Characters of the word before a role, where it is in the same clause: "Lettlands" before "Außenminister"."""
    word = before[: len(before) - reach].rstrip(" ").rpartition(" ")[2]
    return 0 if not word or _STOP.search(word) else len(word) + 1


def _owns(parsed: ParsedText, other: Mention, person: Mention) -> bool:
    """Whether a name before a role says whose it is: a genitive, part of a compound, an adjective; not "in Linz"."""
    if other.form is not Form.NAME or other.end >= person.start - 1:
        return True
    return (
        parsed.text[other.end - 1 : other.end] in ("s", "’", "'", "z", "x", "ß")
        or " " in parsed.text[other.start : other.end]
    )


def _is_what_they_know(parsed: ParsedText, tables: Tables, other: Mention) -> bool:
    """Whether a name in a compound is what somebody knows of, and not to whom they belong: "Chinaexperte"."""
    place = other.label is Label.LOC or tables.country(parsed.text[other.start : other.end]) is not None
    if other.form is not Form.PART or not place:
        return False
    rest = re.match(r"[\w-]*", parsed.text[other.end : other.end + 40])
    low = rest.group().lower() if rest else ""
    return any(low.endswith(noun) for noun in parsed.lexicon.words.get("knowing_noun", ()))
