"""What the text says of a person beside the name: age, offices and professions, gender."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.analysis.analysis import Label, Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText

_AGE_BEHIND = re.compile(
    r"\s?\((?:\d{1,2}\.)?(\d{1,3})(?:\)|[,;]\s?[^()]{1,30}\))|,\s(\d{1,3})(?=[,.;:!?]|\sJahre\b|$)"
    r"|\s(?:ist|war|wurde|wird)\s(?:[a-zäöüß]+\s){0,2}(\d{1,3})\sJahre\salt\b"
)
_AGE_BEFORE = re.compile(
    r"(\d{1,3})(?:[-‐‑](?:[Jj]ährige[rnms]?|year-old)|\sJahre\salte[rnms]?)\s+(?:[\w-]+\s+){0,2}$"
)
_OLDEST = 120
_TITLE = re.compile(r"(?:Dr|Prof|med|jur|phil|h\.c)\.\s*|Herrn?\s|Frau\s|Mrs?\.?\s|Ms\.?\s")
_APPOSITION = re.compile(
    r"(?:\s?\([^()]{1,30}\))?,\s(?:(?:der|die|das|dem|den|ein|eine|einem|einen|einer|the|a|an)\s)?([^,.:;!?()„“\"»«\n]{3,80})(?=[,.:;!?(]|$)"
)
_DEFINITE = re.compile(
    r"(?:[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Ee]in|[Ee]ine|[Ee]inem|[Ee]inen)\s((?:[\w-]+\s){0,2}[A-ZÄÖÜ][\w-]+(?:\s(?:des|der|von|vom|für|im|in)\s[\w\s-]{2,60})?),\s$"
)
_BRACKET = re.compile(r"\s?\([^()]{1,30}\)")
_FROM = re.compile(r"\s(?:von|vom|aus)\s(?:(?:der|dem|den)\s)?[„“\"»]?[^\s,.;:!?]+")
"""Where somebody comes from or works, right behind the name."""
_INTRODUCED = re.compile(r"([A-ZÄÖÜ]\w+)(?:,\s(?:der|die)\s[^,.]{2,40})?\s$")
"""A relative's noun before the name: "Ehefrau Inga Lind", "Ihr Vater, der Busfahrer Bo Lind"."""
_MOST_WORDS = 10
_WEAK = re.compile(r"(?:\s?\([^()]{1,30}\))?,\s(?:der|die|das|dem|den)\s")
_SINCE = re.compile(r"\s(?:seit|bis|ab|von\s\d|im\sJahr)\b")
"""Where an office ends and its dates begin."""


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
    behind: int = 0
    """Characters behind the name that are about the person."""


def attributes(parsed: ParsedText, mention: Mention) -> Attributes:
    """What the text says directly around one mention of a person."""
    before = parsed.before(mention.start)
    after = parsed.after(mention.end)
    tables = load_tables(parsed.lexicon.language)
    roles: list[str] = []
    ties: list[str] = []
    gender = None
    length_before = 0
    found = _role_before(parsed, before)
    if found is not None:
        gender = found[1]
        if found[0]:
            roles.append(found[0])
            ties.append(found[0].split()[-1])
        length_before = _length_of_words(before, max(2, len(found[0].split()) + 1))
    nation = before.rstrip().rpartition(" ")[2]
    if before.endswith(" ") and nation in tables.people:
        gender = gender or tables.people[nation] or None
        length_before = max(length_before, len(nation) + 1)
    introducing = _INTRODUCED.search(before)
    if introducing and introducing.group(1) in tables.kin:
        ties.append(introducing.group(1))
        gender = gender or tables.kin[introducing.group(1)] or None
    ahead, behind = _apposition_before(parsed, before), _apposition_behind(parsed, after)
    for role, gender_of_role in filter(None, (ahead, behind)):
        roles.append(role)
        ties.extend(word for word in role.split()[:2] if parsed.lexicon.role(word))
        gender = gender or gender_of_role
    if ahead and (phrase := _DEFINITE.search(before)):
        length_before = len(before) - phrase.start()
    bracket = _BRACKET.match(after)
    apposed = _APPOSITION.match(after) if behind else None
    length_behind = apposed.end() if apposed else bracket.end() if bracket else 0
    linked = _FROM.match(after, length_behind if bracket and not behind else 0)
    return Attributes(
        _age(before, after),
        tuple(dict.fromkeys(roles)),
        gender,
        tuple(dict.fromkeys(ties)),
        length_before,
        max(length_behind, linked.end() if linked else 0),
    )


def belongings(mentions: Sequence[Mention], i: int, around: Attributes) -> list[str]:
    """Actors a person belongs to by the words beside the name: "Lettlands Außenminister", "(SPD)"."""
    person = mentions[i]
    found = []
    for other in (*mentions[max(0, i - 4) : i], *mentions[i + 1 : i + 5]):
        near = person.start - around.before <= other.start < person.end + around.behind
        if near and other.actor is not None and other.actor != person.actor and other.label is not Label.PER:
            found.append(other.actor)
    return found


def _length_of_words(before: str, count: int) -> int:
    """Characters that the last words before a name take."""
    words = before.split(" ")[:-1][-count:]
    return sum(len(word) + 1 for word in words)


def _age(before: str, after: str) -> int | None:
    """An age in brackets or commas behind the name, or as "44-jährige" before it; years are none."""
    behind = _AGE_BEHIND.match(after)
    if behind:
        age = int(next(filter(None, behind.groups())))
        if age <= _OLDEST:
            return age
    ahead = _AGE_BEFORE.search(before)
    if ahead and int(ahead.group(1)) <= _OLDEST:
        return int(ahead.group(1))
    return None


def _role_before(parsed: ParsedText, before: str) -> tuple[str, str | None] | None:
    """The office or title directly before a name with its adjectives, in the nominative: "russischer General"."""
    rest = before
    gender: str | None = None
    while True:
        title = None
        for match in _TITLE.finditer(rest[-12:]):
            title = match
        if title is None or title.end() != len(rest[-12:]):
            break
        role = parsed.lexicon.role(title.group().strip())
        gender = gender or (role.gender if role else None)
        rest = rest[: len(rest) - len(title.group())]
    words = rest.split(" ")
    if len(words) < 2 or words[-1] != "":
        return ("", gender) if gender else None
    noun = words[-2].strip('("„“»«‚')
    role = parsed.lexicon.role(noun)
    if role is None or role.kind != "role" or parsed.lexicon.gender_of_name(noun):
        return (
            ("", role.gender or gender)
            if role and role.kind == "title"
            else (("", gender) if gender else None)
        )
    gender = gender or role.gender
    base = parsed.lexicon.role_noun(noun)
    tables = load_tables(parsed.lexicon.language)
    if base in tables.kin or not tables.companions.get(base, True):
        return "", gender
    if parsed.lexicon.language == "en" and len(words) > 2 and _qualifies(parsed, words[-3]):
        return f"{words[-3]} {base}", gender
    adjectives: list[str] = []
    for word in reversed(words[:-2][-3:]):
        adjective = _nominative_adjective(
            parsed, word, role.gender or ("m" if base[-1:] not in "en" else None)
        )
        if adjective is None:
            break
        adjectives.insert(0, adjective)
    return " ".join([*adjectives, base]), gender


def _declined_as(noun: str) -> str | None:
    """The gender in which a noun is declined that says nothing of who bears it: a man may be "eine Legende"."""
    if noun.lower().endswith(("legende", "ikone", "größe", "waise")):
        return "f"
    return None if noun[-1:] in "en" else "m"


def _qualifies(parsed: ParsedText, word: str) -> bool:
    """Whether an English word before a role belongs to it: "union leader", "Prime Minister"."""
    low = word.lower()
    small = parsed.lexicon.has(low, "determiner", "preposition", "conjunction", "adverb", "subordinator")
    return word.isalpha() and not small and not parsed.lexicon.verb_forms(low)


def _nominative_adjective(parsed: ParsedText, word: str, gender: str | None) -> str | None:
    """An attributive adjective in the strong nominative, or None if the word is none."""
    if parsed.lexicon.language != "de" or not word[:1].islower() or len(word) < 5 or not word.isalpha():
        return None
    if parsed.lexicon.has(
        word, "determiner", "preposition", "adverb", "conjunction", "subordinator", "negation", "relative"
    ):
        return None
    stem = re.sub(r"(?:en|em|er|e)$", "", word)
    if stem == word or parsed.lexicon.verb_forms(word) or word in parsed.lexicon.cues:
        return None
    return stem + {"m": "er", "f": "e"}.get(gender or "", word[len(stem) :])


def _apposition_behind(parsed: ParsedText, after: str) -> tuple[str, str | None] | None:
    """ ", Senator aus Oklahoma," behind a name."""
    match = _APPOSITION.match(after)
    return _as_role(parsed, match.group(1), _WEAK.match(match.group()) is not None) if match else None


def _apposition_before(parsed: ParsedText, before: str) -> tuple[str, str | None] | None:
    """ "der Vorsitzende des Verbandes, " before a name."""
    match = _DEFINITE.search(before)
    return _as_role(parsed, match.group(1), weak=True) if match else None


def _as_role(parsed: ParsedText, phrase: str, weak: bool = False) -> tuple[str, str | None] | None:
    """A phrase as a role if one of its first words names one and it has no verb.

    `weak` where its adjectives decline as behind "der": they are given as without an article.
    """
    phrase = _SINCE.split(phrase.removeprefix("zugleich "))[0]
    words = phrase.split()
    if not words or len(words) > _MOST_WORDS or parsed.lexicon.has(words[0].lower(), "determiner"):
        return None
    at = next(
        (k for k, word in enumerate(words[:3]) if word[:1].isupper() or parsed.lexicon.language != "de"), None
    )
    if at is None:
        return None
    role = next((parsed.lexicon.role(word) for word in words[at : at + 2] if parsed.lexicon.role(word)), None)
    if role is None or role.kind != "role":
        return None
    if len(words) == 1 and words[0] in load_tables(parsed.lexicon.language).kin:
        return None
    for word in words:
        if word.islower() and not _harmless(parsed, word):
            return None
    gender = role.gender or _declined_as(words[at])
    adjectives = (
        [_nominative_adjective(parsed, word, gender) or word for word in words[:at]] if weak else words[:at]
    )
    return " ".join([*adjectives, *words[at:]]), role.gender


def _harmless(parsed: ParsedText, word: str) -> bool:
    """Whether a lower-case word may stand in an apposition: no verb."""
    if parsed.lexicon.has(word, "determiner", "preposition", "conjunction", "adverb"):
        return True
    return not (parsed.lexicon.verb_forms(word) or word in parsed.lexicon.cues)
