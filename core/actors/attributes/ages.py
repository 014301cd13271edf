"""The age given beside a person's name in German; `english_ages` beside it reads English."""

import re

_COUNTED = (
    "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez Min Run Pla Spiel Jahr Tag Etap Stock Klass Auf Kap"
)
"""How words begin before which a number with a full stop is an ordinal: ", 12. Mai", ", 3. Platz"."""
_ENDS = rf"[.]?$|[.!?;][“\"»]?\s(?!(?:{_COUNTED.replace(' ', '|')}))[A-ZÄÖÜ„«»]"
_BEHIND = re.compile(
    r"\s?\((?:\d{1,2}\.)?(\d{1,3})(?:\sJahre)?(?:\)|[,;]\s?[^()]{1,30}\))"
    rf"|,\s(?:(?:heute|inzwischen|mittlerweile|erst)\s)?(\d{{1,3}})(?=,|\sJahre\b|{_ENDS})"
    r"|\s(?:ist|war|wird|wurde)\s(?:erst\s|jetzt\s|heute\s|inzwischen\s|gerade\s)?(\d{1,3})\sJahre\salt\b"
)
_BEFORE = re.compile(
    r"(\d{1,3})(?:[-‐‑][Jj]ährige[rnms]?|\sJahre\salte[rnms]?)\s+"
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
