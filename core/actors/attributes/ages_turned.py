"""Ages that a birthday tells, or an age at which somebody does something, in German: "wird am Montag 80", "fährt mit 74
noch immer Rad"."""

import re

from core.text.tables import either

_TURNING, _WHEN = either("turning"), either("when_turning")
_OWN = f"(?:{either('own_birthday')})"
_NAMES = r"(?:[A-ZÄÖÜ][\w.-]+\s)"
_BIG = r"([5-9]\d|1[01]\d)"
"""A number that is hardly anybody's place in a race: "wurde am Samstag 34."."""
_END = r"(?=[.!?][“\"»]?(?:\s|$)|\sund\b|$)"
_BEHIND = re.compile(
    rf"\s(?:{either('celebrating')})\s(?:[^.!?:;,–\d]{{0,40}}\s)?{_OWN}\s(\d{{1,3}})\.\s(?:{either('birthday')})\b"
    rf"|\s(?:{_TURNING})\s(?:(?:{_WHEN})\s)?{_BIG}{_END}"
    rf"|\sist\s(?:[^.!?:;,–\d]{{0,30}}\s)?(\d{{1,3}})\s(?:Jahre\salt\s)?geworden\b"
    rf"|,\s(?:(?:{either('age_now')})\s)?(\d{{1,3}})\sgeworden\b"
    rf"|\sist\smit\s(?:{_OWN}\s)?(\d\d)\sJahren\s(?:der|die|das)\b"
    rf"|\s(?!(?:{either('past_on_t')})\b)[a-zäöüß]+t\smit\s(\d\d)(?:\sJahren)?\s(?:{either('even_now')})\b"
)
"""What follows the name or the pronoun."""
_AROUND = (
    (
        re.compile(rf"\b(?:{_TURNING})\s{_NAMES}?$"),
        re.compile(rf"\s(?:(?:{_WHEN})\s)?{_BIG}(?:\sJahre\salt)?{_END}"),
    ),
    (re.compile(r"\bist\s$"), re.compile(r"\s(\d{1,3})\s(?:Jahre\salt\s)?geworden\b")),
    (
        re.compile(rf"\b[Mm]it\s(?:{_OWN}\s)?(\d\d)(?:\sJahren)?\sist\s{_NAMES}?$"),
        re.compile(r"\s(?:der|die|das)\s"),
    ),
    (
        re.compile(
            rf"\b(?i:{either('with_years')})\s(\d\d)\sJahren\sist\s(?:(?:der|die)\s)?{_NAMES}{{0,2}}$"
        ),
        re.compile(rf"\s[^.!?]{{0,60}}\b(?:{either('died')})\b"),
    ),
    (
        re.compile(
            rf"\b[Zz]um\s([3-9]\d)\.\s(?:(?:{either('birthday')})\s)?"
            rf"(?:von\s{_NAMES}{{0,2}}|(?:des|der)\s(?:[a-zäöüß]+e[nrs]\s){{0,2}}{_NAMES}{{1,2}})$"
        ),
        re.compile(""),
    ),
)
"""What stands before and behind it; one of the two tells the age."""


def age_turned(before: str, after: str) -> int | None:
    """The age that the words before and behind a name or pronoun tell by a birthday or by what somebody does at it."""
    found = _BEHIND.match(after)
    if found is not None:
        return _age(found)
    for ahead, behind in _AROUND:
        first, then = ahead.search(before), behind.match(after)
        if first is not None and then is not None:
            return _age(first if first.re.groups and first.group(1) else then)
    return None


def _age(found: re.Match[str]) -> int:
    return int(next(number for number in found.groups() if number))
