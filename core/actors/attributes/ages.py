"""The age given beside a person's name in German; `english_ages` beside it reads English."""

import re

from core.actors.attributes.ages_turned import age_turned
from core.text.tables import either, paired

_IN_WORDS = dict(paired("age_in_words"))
NUMBER = rf"(\d{{1,3}}|(?i:{'|'.join(_IN_WORDS)}))"
"""An age in figures, or in the words that are usual for children and round birthdays."""

_ENDS = rf"[.]?$|[.!?;][“\"»]?\s(?!(?:{either('behind_ordinal')}))[A-ZÄÖÜ„«»]"
"""Where a sentence ends, and not an ordinal: ", 12. Mai", ", 3. Platz"."""
_BEHIND = re.compile(
    r"\s?\((?:†\s?)?(?:\d{1,2}\.)?(\d{1,3})(?:\sJahre)?(?:\)|[,;]\s?[^()]{1,30}\))"
    rf"|,\s(?:(?:{either('age_now')})\s)?(\d{{1,3}})(?=,|\sJahre\b|{_ENDS})"
    rf"|,\s(?:(?:{either('age_now')})\s)?{NUMBER}\sJahre\salt(?=[,.;]|$)"
    rf"|\s(?:{either('being')})\s(?:(?:{either('age_now')})\s)?{NUMBER}\sJahre\salt\b"
    rf"|,\s(?:eine?|der|die)\s{NUMBER}[-‐‑]?jährige[rn]?\s(?=[A-ZÄÖÜ])"
    rf"|,\smit\s(?:[a-zäöü]+\s){{0,2}}{NUMBER}\sJahren\s(?:der|die)\s[A-ZÄÖÜ]\w+te\b"
)
_IS = re.compile(
    rf"\sist\s(?:(?:{either('age_now')})\s)?{NUMBER}(?=\sund\b|,|[.]?$|[.!?][“\"»]?\s(?:[A-ZÄÖÜ„«»]|\d))"
)
"""An age that is what somebody is said to be: "Sie ist 74 und lacht"."""
_IS_OLD = re.compile(
    rf"\s(?:ist|{either('turning')})\s(?:(?:{either('age_now')})\s)?{NUMBER}\sJahre\salt(?=[,.;]|\sund\b|$)"
)
_CALLED = re.compile(r"\bhei(?:ß|ss)t\s$")
"""What comes before a name whose bearer the sentence goes on about: "Er heißt Ada Lind, ist 74 und lacht"."""
_BECAME = re.compile(
    rf",\s(?:der|die)\s(?:(?:[^,.;:!?–]|\d\.){{0,40}}\s)?{NUMBER}\s(?:Jahre\salt\s)?(?:wurde|geworden\sist)(?=[,.])"
)
"""A birthday told behind a name: "Ada Lind, die am Samstag 60 wurde"."""
_BEFORE = re.compile(
    rf"\b{NUMBER}(?:[-‐‑]?[Jj]ährige[rnms]?|\sJahre\salte[rnms]?)\s+"
    r"(?:[a-zäöüß-]+e[nmrs]?\s+){0,2}(?:[A-ZÄÖÜ][\w-]+\s+){0,2}$"
)
_AT = rf"(?:,\s[^,.;:!?–]{{3,40}},)?\s(?:[^.!?:;,–]{{0,40}}\s)?(?:im\sAlter\svon|mit)\s{NUMBER}\sJahren\b"
_DEAD = re.compile(
    rf"\s(?:{either('dies')}){_AT}"
    rf"|(?:\s(?:{either('being')}))?{_AT}(?:[^.!?:;,–]{{0,40}})?\s(?:{either('died')})\b"
    rf"|\s(?:(?:{either('dies')})\b[^.!?:;,–]{{0,50}}|(?:{either('being')})\s[^.!?:;,–]{{0,50}}\b(?:{either('died')}))"
    rf",(?:\s[^.!?:;,–]{{3,25}},)?\s(?:{either('with_years')})\s{NUMBER}\sJahren\b"
    rf"|\s(?:{either('dies')})\s(?:[^.!?:;,–]{{0,40}}\s)?mit\s(\d\d)(?=[.,!?]|\s(?:in|an|am|im|nach|bei)\b|$)"
)
"""An age at which somebody died, behind the name: "starb am Montag im Alter von 88 Jahren"."""
_DEAD_AHEAD = re.compile(rf"\b(?:{either('dies')})\s[^.!?:;,–]*$", re.IGNORECASE)
_DEAD_BEHIND = re.compile(_AT)
_OF_ANOTHER = re.compile(
    r"\b(?:von\s(?:(?:der|dem)\s)?|des\s|seiner\s|ihrer\s)(?:[A-ZÄÖÜ][\w-]+\s)?$|\bder\s[A-ZÄÖÜ][\w-]+in\s$"
)
"""What comes before the name of somebody whose relative died: "die Mutter von Lind"."""
_OF_BIRTHDAY = re.compile(
    rf"\b[Zz]um\s\d\d\.\s(?:(?:{either('birthday')})\s)?(?:von|des|der)\s(?:[\wäöüß.-]+\s){{0,3}}$"
)
"""What comes before a name where "von" is about the birthday and not about a relative."""
OLDEST = 120


def age_beside(before: str, after: str) -> int | None:
    """An age in brackets or commas behind the name, or as "44-jährige" before it, or at which somebody died; years are
    none."""
    behind = _BEHIND.match(after) or age_at_death(before, after) or _predicated(before, after)
    if behind and (age := age_in(behind)) <= OLDEST:
        return age
    if not _OF_ANOTHER.search(before) or _OF_BIRTHDAY.search(before):
        turned = age_turned(before, after)
        if turned is not None and turned <= OLDEST:
            return turned
    ahead = _BEFORE.search(before)
    return age_of(ahead.group(1)) if ahead and age_of(ahead.group(1)) <= OLDEST else None


def age_at_death(before: str, after: str) -> re.Match[str] | None:
    """Behind somebody's name or a pronoun, the words that tell at which age they died, with one group that matched."""
    if _OF_ANOTHER.search(before):
        return None
    return _DEAD.match(after) or (_DEAD_BEHIND.match(after) if _DEAD_AHEAD.search(before) else None)


def age_told(before: str, after: str) -> int | None:
    """The age of whom a description or a pronoun means, where the words behind it tell it: "Sie ist 74"."""
    told = age_at_death(before, after) or _predicated(before, after) or _IS_OLD.match(after)
    if told or _OF_ANOTHER.search(before):
        return age_in(told) if told else None
    return age_turned(before, after)


def _predicated(before: str, after: str) -> re.Match[str] | None:
    if _OF_ANOTHER.search(before):
        return None
    called = after.startswith(", ") and _CALLED.search(before)
    return _IS.match(after, 1 if called else 0) or _BECAME.match(after)


def age_in(match: re.Match[str]) -> int:
    """The age in the one group of a match that has matched."""
    return age_of(next(figure for figure in match.groups() if figure))


def age_of(number: str) -> int:
    """A number in figures or words, as `NUMBER` matches it."""
    return int(_IN_WORDS.get(number.lower(), number))
