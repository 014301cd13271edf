"""The age given beside a person's name in German; `english_ages` beside it reads English."""

import re

from core.text.tables import either, paired

_IN_WORDS = dict(paired("age_in_words"))
NUMBER = rf"(\d{{1,3}}|(?i:{'|'.join(_IN_WORDS)}))"
"""An age in figures, or in the words that are usual for children and round birthdays."""

_ENDS = rf"[.]?$|[.!?;][“\"»]?\s(?!(?:{either('behind_ordinal')}))[A-ZÄÖÜ„«»]"
"""Where a sentence ends, and not an ordinal: ", 12. Mai", ", 3. Platz"."""
_BEHIND = re.compile(
    r"\s?\((?:\d{1,2}\.)?(\d{1,3})(?:\sJahre)?(?:\)|[,;]\s?[^()]{1,30}\))"
    rf"|,\s(?:(?:{either('age_now')})\s)?(\d{{1,3}})(?=,|\sJahre\b|{_ENDS})"
    rf"|,\s(?:(?:{either('age_now')})\s)?{NUMBER}\sJahre\salt(?=[,.;]|$)"
    rf"|\s(?:{either('being')})\s(?:(?:{either('age_now')})\s)?{NUMBER}\sJahre\salt\b"
)
_BEFORE = re.compile(
    rf"\b{NUMBER}(?:[-‐‑]?[Jj]ährige[rnms]?|\sJahre\salte[rnms]?)\s+"
    r"(?:[a-zäöüß-]+e[nmrs]?\s+){0,2}(?:[A-ZÄÖÜ][\w-]+\s+){0,2}$"
)
OLDEST = 120


def age_beside(before: str, after: str) -> int | None:
    """An age in brackets or commas behind the name, or as "44-jährige" before it; years are none."""
    behind = _BEHIND.match(after)
    if behind:
        age = age_of(next(figure for figure in behind.groups() if figure))
        if age <= OLDEST:
            return age
    ahead = _BEFORE.search(before)
    return age_of(ahead.group(1)) if ahead and age_of(ahead.group(1)) <= OLDEST else None


def age_of(number: str) -> int:
    """A number in figures or words, as `NUMBER` matches it."""
    return int(_IN_WORDS.get(number.lower(), number))
