"""Nouns for what a person is: those of the tables, and others that their ending and the grammar show to be such."""

import re
from dataclasses import dataclass

from core.analysis.analysis import Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either, listed

_AGENT = re.compile(rf"[a-zäöüß](?:{either('agent_ending')})$")
"""Nouns that say what somebody does, by their endings."""
_OBLIQUE = listed("weak_agent_ending")
"""Endings of masculine nouns that take -en in every case but the nominative."""


_ORDINALS = listed("ordinal")
_GENDERS = {"Masc": "m", "Fem": "f"}


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun in its dictionary form, with "m" or "f" where it tells, and its kind as in `roles.tsv`."""

    base: str
    gender: str | None
    kind: str
    declined: str | None = None
    """The gender in which its adjectives decline, by the tables or as the parse reads it."""


def role_noun(parsed: ParsedText, word: str, offset: int, name: Mention) -> RoleNoun | None:
    """What a noun beside a name says of the person, by the tables or by its form; None where it is no such noun."""
    known = parsed.lexicon.role(word)
    if known is not None and not parsed.lexicon.gender_of_name(word):
        read = parsed.parsed_at(offset)
        declined = known.gender or (_GENDERS.get(parsed.gender[read]) if read is not None else None)
        return RoleNoun(parsed.lexicon.role_noun(word), known.gender, known.kind, declined)
    if known is not None or not word[:1].isupper() or not word[1:].replace("-", "").isalpha():
        return None
    token = parsed.parsed_at(offset)
    if token is None or parsed.pos[token] != "NOUN" or parsed.number[token] == "Plur":
        return None
    base = _nominative(word, parsed.case[token])
    if (
        base.lower().startswith(_ORDINALS)
        or not _AGENT.search(base.lower())
        or len(base) < 5
        or not _said_of(parsed, token, name)
    ):
        return None
    gender = "f" if base.endswith(("in", "frau", "euse")) else None if base.endswith("e") else "m"
    return RoleNoun(base, gender, "role", gender)


def _said_of(parsed: ParsedText, token: int, name: Mention) -> bool:
    """Whether the grammar makes a noun and a name one: the one in apposition to the other."""
    head = parsed.head_of(name.start, name.end)
    if head is None or " " not in parsed.text[name.start : name.end]:
        return False
    apposed = ("appos", "flat", "compound")
    return (parsed.head[head] == token and parsed.dep[head] in apposed) or (
        parsed.head[token] == head and parsed.dep[token] in apposed
    )


def _nominative(word: str, case: str) -> str:
    """A noun in the nominative singular: "Cellisten" gives "Cellist", "Imkers" gives "Imker"."""
    low = word.lower()
    if case != "Nom" and low.endswith("en") and low[:-2].endswith(_OBLIQUE):
        return word[:-2]
    if case == "Gen" and low.endswith("s") and not low.endswith("ss"):
        return word[:-1]
    return word
