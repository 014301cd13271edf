"""The age given beside a person's name."""

import re

_COUNTED = (
    "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez Min Run Pla Spiel Jahr Tag Etap Stock Klass Auf Kap"
)
"""How words begin before which a number with a full stop is an ordinal: ", 12. Mai", ", 3. Platz"."""
_ENDS = rf"[.]?$|[.!?;][“\"»]?\s(?!(?:{_COUNTED.replace(' ', '|')}))[A-ZÄÖÜ„«»]"
_BEHIND = re.compile(
    r"\s?\((?:\d{1,2}\.)?(\d{1,3})(?:\sJahre)?(?:\)|[,;]\s?[^()]{1,30}\))"
    rf"|,\s(?:(?:heute|inzwischen|mittlerweile|erst|now|only|just|still)\s)?(\d{{1,3}})(?=,|\sJahre\b|\syears\sold\b|\sand\san?\s|{_ENDS})"
    r"|\s(?:ist|war|wird|wurde)\s(?:erst\s|jetzt\s|heute\s|inzwischen\s|gerade\s)?(\d{1,3})\sJahre\salt\b"
)
_BEFORE = re.compile(
    r"(\d{1,3})(?:[-‐‑](?:[Jj]ährige[rnms]?|year-old)|\sJahre\salte[rnms]?)\s+"
    r"(?:[a-zäöüß-]+e[nmrs]?\s+){0,2}(?:[A-ZÄÖÜ][\w-]+\s+){0,2}$|(\d{1,3})-year-old\s+(?:[\w-]+\s+){0,2}$"
    r"|\b[Aa]n?\s(\d{1,3})-year-old\s[a-z][a-z\s-]{1,40},\s$"
)
_OLDEST = 120
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_WRITTEN = re.compile(rf",\s({'|'.join(_SMALL)})(?=,|[.]?$)")
_AGED = re.compile(
    r",?\s(?:is\s|was\s|then\s|now\s)?aged?\s(?:of\s)?(\d{1,3})\b"
    r"|(?:,\swho)?\s(?:is|was|turned|turns|will\sbe)\s(\d{1,3})(?=[,.]|\syears\sold)"
    r"|(?:,\swho)?(?:\shas|\shad)?(?:\sjust)?\sturned\s(\d{1,3})(?:[,.]|\s(?:on|in|last|this|today|yesterday|earlier)\b)"
    r"|,\san?\s[a-z][^,.;:()]{1,40},\s(1[3-9]|[2-9]\d)(?=,|[.]?$)"
    r"|,\s(?:of|from)\s[^,.;:()]{1,40},\s(?:aged\s)?(\d{1,3})(?=,|[.]?$)"
    r"|,\san?\s[a-z][^,.;:()]{1,40}\saged\s(\d{1,3})\b"
    r"|\s\(aged\s(\d{1,3})\)"
    r"|[^.;:!?]{0,60}\s(?:dies|died|dead)\s(?:(?:last|this)\s[a-z]+\s|on\s[A-Z][a-z]+\s)?(?:at|aged)\s(?:the\sage\sof\s)?(\d{1,3})\b"
    r"|,\s(?:an?|the)\s(?:[a-z'’-]+\s){0,2}(\d{1,3})-year-old\b"
)
"""English: ", aged 54", "was 54 years old", "died at the age of 91", ", the 19-year-old winger", ", a nurse, 38,"."""
_YEARS_WRITTEN = re.compile(
    rf"\b(?:(?P<small>{'|'.join(_SMALL + _TEENS)})|(?P<tens>{'|'.join(_TENS)})(?:-(?P<ones>{'|'.join(_SMALL[:9])}))?)"
    r"-year-old\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""English, before the name: "six-year-old", "Sixty-two-year-old"."""
_BETWEEN_COMMAS = re.compile(r",\s(1[1-9]|[2-9]\d)[,.]")
_PRONOUN_AGED = re.compile(
    r"\s(?:is|was|turned|turns|had just turned)\s(\d{1,3})(?=[.,;]|\syears\sold|\swhen\s)"
)


def age_beside(before: str, after: str) -> int | None:
    """An age in brackets or commas behind the name, or as "44-jährige" before it; years are none."""
    behind = _BEHIND.match(after)
    if behind:
        age = int(next(figure for figure in behind.groups() if figure))
        if age <= _OLDEST:
            return age
    written = _WRITTEN.match(after)
    if written:
        return _SMALL.index(written.group(1)) + 1
    aged = _AGED.match(after)
    if aged:
        return int(next(figure for figure in aged.groups() if figure))
    ahead = _BEFORE.search(before)
    if ahead and (figure := int(next(filter(None, ahead.groups())))) <= _OLDEST:
        return figure
    in_words = _YEARS_WRITTEN.search(before)
    return _number(in_words) if in_words else None


def _number(written: re.Match[str]) -> int:
    """The number that is written in words."""
    small, tens, ones = (word and word.lower() for word in written.group("small", "tens", "ones"))
    if small:
        return (_SMALL + _TEENS).index(small) + 1
    return (_TENS.index(tens) + 2) * 10 + (_SMALL.index(ones) + 1 if ones else 0)


def age_behind_pronoun(after: str) -> int | None:
    """An age that is all that is said of an English pronoun: "She was 91."."""
    found = _PRONOUN_AGED.match(after)
    return int(found.group(1)) if found and int(found.group(1)) <= _OLDEST else None


def age_behind_description(after: str) -> int | None:
    """An age between commas behind an English noun: "the swimmer, 19,"."""
    found = _BETWEEN_COMMAS.match(after)
    return int(found.group(1)) if found else None
