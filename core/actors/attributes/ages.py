"""The age given beside a person's name in German; `english_ages` beside it reads English."""

import re

from core.text.tables import either

_ENDS = rf"[.]?$|[.!?;][“\"»]?\s(?!(?:{either('behind_ordinal')}))[A-ZÄÖÜ„«»]"
"""Where a sentence ends, and not an ordinal: ", 12. Mai", ", 3. Platz"."""
_BEHIND = re.compile(
    r"\s?\((?:\d{1,2}\.)?(\d{1,3})(?:\sJahre)?(?:\)|[,;]\s?[^()]{1,30}\))"
    rf"|,\s(?:(?:{either('age_now')})\s)?(\d{{1,3}})(?=,|\sJahre\b|{_ENDS})"
    rf"|\s(?:{either('being')})\s(?:(?:{either('age_now')})\s)?(\d{{1,3}})\sJahre\salt\b"
)
_BEFORE = re.compile(
    r"(\d{1,3})(?:[-‐‑]?[Jj]ährige[rnms]?|\sJahre\salte[rnms]?)\s+"
    r"(?:[a-zäöüß-]+e[nmrs]?\s+){0,2}(?:[A-ZÄÖÜ][\w-]+\s+){0,2}$"
)
OLDEST = 120


def age_beside(before: str, after: str) -> int | None:
    """An age in brackets or commas behind the name, or as "44-jährige" before it; years are none."""
    behind = _BEHIND.match(after)
    if behind:
        age = int(next(figure for figure in behind.groups() if figure))
        if age <= OLDEST:
            return age
    ahead = _BEFORE.search(before)
    return int(ahead.group(1)) if ahead and int(ahead.group(1)) <= OLDEST else None
