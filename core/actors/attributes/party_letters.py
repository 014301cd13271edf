"""The party behind an English name: "Ada Lind (D-Ohio)", "Ada Lind, Labour,"; and what that makes of a person."""

import re
from collections.abc import Iterable

from core.lexicon.lexicon import Lexicon

_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{1,30})[)\]]")
_LETTERS = {
    "D": "Democrat",
    "R": "Republican",
    "Lab": "Labour",
    "Con": "Conservative",
    "LD": "Liberal Democrat",
}
_BEHIND_COMMA = re.compile(r",\s([DR]-[A-Z][^,.;()]{1,24}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=[,.;]|$)")
"""American ", D-Ohio,", and ", Labour,"."""
_LETTER = re.compile(r"([A-Z]|Lab|Con|LD)(?:[-–—,.;]|$)")
_MEMBERS = {
    "Democratic": ("Democrat",),
    "Conservative": ("Conservative", "Tory"),
    "Tory": ("Conservative", "Tory"),
}
"""What somebody is by a word for a party that is no noun for its members, or not the only one."""


def party_behind(after: str) -> str:
    """The words in brackets or between commas right behind a name, a letter for a party spelt out; empty for none."""
    found = _BRACKET.match(after) or _BEHIND_COMMA.match(after)
    if found is None:
        return ""
    letter = _LETTER.match(found.group(1).strip())
    return _LETTERS.get(letter.group(1), "") if letter else found.group(1).partition(",")[0]


def members(lexicon: Lexicon, after: str, roles: Iterable[str]) -> list[str]:
    """The nouns for a member of a party that a person is by what stands behind the name or by an office: "Democrat"."""
    words = [*party_behind(after).split(), *(word for role in roles for word in role.split())]
    nouns = (noun for word in words for noun in _MEMBERS.get(word, (word,)))
    return [noun for noun in nouns if lexicon.has(noun.lower(), "of_a_party")]
