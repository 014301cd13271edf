"""English: who is whose relative by what is told beside names: "her father, Bo Quill", "she married Ole Lind"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from core.actors.coreference.descriptions_by_parse import named_beside
from core.actors.coreference.discourse import Discourse, Person
from core.analysis.analysis import Form, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents
from core.text.tables import paired

_GENDERS = {"his": "m", "her": "f"}
_SAME = dict(paired("same_kin"))
"""Nouns for relatives with those that say the same: mum, mother."""
_INVERSE = frozenset(paired("inverse_kin"))
"""Pairs of nouns of which the one is what somebody is to whom the other is to them: mother, son."""
_SPOUSES = ("husband", "wife")
_WHOSE = re.compile(r",\s(?:(?:aged\s)?\d{1,3},\s)?")
"""What comes between a name and "whose"."""
_CLIMBED = 4
"""Words up from a relative pronoun to whom it means, at most."""


@dataclass(frozen=True, slots=True)
class _Tie:
    owner: str | None
    """Whose relative it is."""
    noun: str
    key: str
    start: int


class Ties:
    """Tells by name who is which relative of somebody."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._starts = [mention.start for mention in discourse.mentions]
        self._told: list[tuple[int, str, Mention]] | None = None

    def relative(self, owner: str, noun: str, start: int, gender: str | None) -> str | None:
        """The only person of whom the text has said before that they are that relative of somebody."""
        wanted, found = _base(noun), set[str]()
        for tie in self._before(start):
            if tie.owner == owner and (tie.noun == wanted or (tie.noun in _SPOUSES and wanted in _SPOUSES)):
                found.add(tie.key)
            elif tie.key == owner and tie.owner is not None and (wanted, tie.noun) in _INVERSE:
                found.add(tie.owner)
        persons = self._discourse.persons
        fitting = {key for key in found - {owner} if _may_be(persons[key], gender)}
        return next(iter(fitting)) if len(fitting) == 1 else None

    def widowed(self, start: int, gender: str | None) -> str | None:
        """The only person with a name of whom the text has said before that they have a husband or a wife."""
        parsed, persons = self._parsed, self._discourse.persons
        spouses = (k for k in range(parsed.token_from(start)) if parsed.lexicon.has(parsed.low[k], "spouse"))
        tied = ((dependent(parsed, k, "nmod:poss"), k) for k in spouses)
        owners = {self._owner(owner, "") for owner, _ in tied if owner is not None}
        owners = {
            key for key in owners if key in persons and persons[key].named and _may_be(persons[key], gender)
        }
        return next(iter(owners)) if len(owners) == 1 else None

    def are_otherwise(self, owner: str | None, noun: str, start: int) -> frozenset[str]:
        """Those who are another relative of somebody, or of whom they are another."""
        wanted = _base(noun)
        return frozenset(
            tie.key if tie.owner == owner else tie.owner or ""
            for tie in self._before(start)
            if (tie.owner == owner and tie.noun != wanted)
            or (tie.key == owner and tie.owner and (wanted, tie.noun) not in _INVERSE)
        )

    def _before(self, start: int) -> Iterator[_Tie]:
        if self._told is None:
            self._told = list(self._all()) if self._parsed.by_parse else []
        for at, noun, name in self._told:
            if self._parsed.starts[at] < start and name.actor in self._discourse.persons:
                owner = self._owner(at, name.actor or "")
                yield _Tie(owner, noun, name.actor or "", name.start)

    def _all(self) -> Iterator[tuple[int, str, Mention]]:
        """The tokens that say whose, the nouns and the names of all ties."""
        parsed = self._parsed
        for noun in range(len(parsed.words)):
            low = parsed.low[noun]
            if low in self._tables.kin:
                owner = dependent(parsed, noun, "nmod:poss")
                name = named_beside(parsed, noun, self._discourse.mentions, self._starts)
                if owner is not None and name is not None:
                    yield owner, _base(low), name
            elif parsed.lexicon.has(low, "marrying"):
                subject, other = dependent(parsed, noun, *SUBJECTS), self._married(noun)
                name = None if other is None else self._named_at(other)
                if subject is not None and name is not None:
                    yield subject, _SPOUSES[0], name

    def _married(self, verb: int) -> int | None:
        """Whom somebody marries, or is married to."""
        parsed = self._parsed
        to = (
            k
            for k in dependents(parsed, verb, "obl")
            if parsed.low[dependent(parsed, k, "case") or k] == "to"
        )
        behind = (
            k for k in dependents(parsed, verb, *SUBJECTS) if k > verb
        )  # as "the cellist Ole Lind" may be read
        return dependent(parsed, verb, "obj") or next(behind, None) or next(to, None)

    def _named_at(self, token: int) -> Mention | None:
        """The name at a token, or beside a noun there: "the cellist Ole Lind"."""
        at = self._parsed.starts[token]
        here = (each for each in self._discourse.mentions if each.start <= at < each.end)
        name = next((each for each in here if each.form is Form.NAME), None)
        return name or named_beside(self._parsed, token, self._discourse.mentions, self._starts)

    def _owner(self, token: int, relative: str) -> str | None:
        """Whom the word means that says whose relative somebody is."""
        parsed, low = self._parsed, self._parsed.low[token]
        if parsed.lexicon.has(low, "relative"):
            return self._before_relative(token)
        gender = _GENDERS.get(low) or {"he": "m", "she": "f"}.get(low)
        if gender is not None:
            return self._discourse.antecedent(parsed.starts[token], gender, frozenset((relative,)))
        name = self._named_at(token)
        return name.actor if name else None

    def _before_relative(self, token: int) -> str | None:
        """Whom "whose" means: the name right before it, else what its clause depends on."""
        parsed = self._parsed
        at = bisect_left(self._starts, parsed.starts[token]) - 1
        name = self._discourse.mentions[at] if at >= 0 else None
        if name is not None and _WHOSE.fullmatch(parsed.text, name.end, parsed.starts[token]):
            return name.actor
        above = token
        for _ in range(_CLIMBED):
            above, was = parsed.head[above], above
            if parsed.dep[was] == "acl:relcl":
                break
        name = self._named_at(above)
        return name.actor if name else None


def _may_be(person: Person, gender: str | None) -> bool:
    """Whether somebody may be of a sex, as far as more than the first name tells."""
    return person.gender in (None, gender or person.gender) or person.gender_guessed


def _base(noun: str) -> str:
    return _SAME.get(noun, noun)
