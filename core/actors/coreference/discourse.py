"""Who has been mentioned so far: what pronouns and descriptions are resolved against, in text order."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.analysis.analysis import Form, Mention
from core.lexicon.world import Tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_WORD = re.compile(r"\w[\w.'’-]*")
_SENTENCES_BACK = 6
_REMEMBERED = 120
"""Mentions back that a description may refer to."""
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_PARTS = ("flat", "flat:name", "appos", "compound")


@dataclass(slots=True)
class Person:
    """What is known of a person for whom a pronoun or description may stand; it grows while the text is read."""

    gender: str | None
    roles: tuple[str, ...]
    forms: frozenset[str] = frozenset()
    """The name in the forms it takes, without genitive endings."""
    age: int | None = None
    countries: set[str] = field(default_factory=set)
    belongs: frozenset[str] = frozenset()
    """Names of the bodies and places the person belongs to."""
    surnames: frozenset[str] = frozenset()
    called: set[str] = field(default_factory=set)
    """Stems of the nouns for what the person is, as `role_stem` makes them: of roles, ties, descriptions."""
    classes: set[str] = field(default_factory=set)
    """Classes of those nouns."""

    def call(self, tables: Tables, noun: str) -> None:
        """Remember a noun that the text has for this person."""
        self.called.add(role_stem(noun.rpartition("-")[2]))
        if noun not in tables.kin:
            self.classes |= tables.classes_of_role(noun)


@dataclass(slots=True)
class Body:
    """What is known of an organisation that a description may mean."""

    classes: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """Common nouns in its name or before it, in lower case: "energiekonzern"."""


class Discourse:
    """The mentions of an article in order, those added that are resolved on the way."""

    def __init__(
        self,
        parsed: ParsedText,
        mentions: Sequence[Mention],
        persons: Mapping[str, Person],
        bodies: Mapping[str, Body],
        said: Sequence[Span],
    ) -> None:
        self.parsed = parsed
        self.mentions = mentions
        self.persons = persons
        self.bodies = bodies
        self._said = sorted(said)
        self._starts = [mention.start for mention in mentions]
        self._noted: list[Mention] = []
        self._noted_starts: list[int] = []

    def note(self, mention: Mention) -> None:
        """Remember a description or pronoun that has been resolved."""
        at = bisect_left(self._noted_starts, mention.start)
        self._noted.insert(at, mention)
        self._noted_starts.insert(at, mention.start)

    def recent(self, offset: int) -> list[str]:
        """The actors mentioned last before an offset, the latest first; as far back as a reader remembers them."""
        names = self.mentions[
            max(0, bisect_left(self._starts, offset) - _REMEMBERED) : bisect_left(self._starts, offset)
        ]
        at = bisect_left(self._noted_starts, offset)
        known = sorted([*names, *self._noted[max(0, at - _REMEMBERED) : at]], reverse=True)
        return list(
            dict.fromkeys(
                mention.actor for mention in known if mention.actor and mention.form is not Form.PART
            )
        )

    def between(self, start: int, end: int) -> list[Mention]:
        """All mentions with an actor that begin between two offsets, in order; compound parts left out."""
        names = self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        noted = self._noted[bisect_left(self._noted_starts, start) : bisect_left(self._noted_starts, end)]
        known = [mention for mention in names if mention.actor and mention.form is Form.NAME]
        return sorted([*known, *noted]) if noted else known

    def is_said(self, offset: int) -> bool:
        """Whether a character is in direct speech."""
        at = bisect_left(self._said, (offset + 1, 0)) - 1
        return at >= 0 and self._said[at][0] <= offset < self._said[at][1]

    def antecedent(
        self, offset: int, gender: str | None, without: frozenset[str] = frozenset()
    ) -> str | None:
        """The person a pronoun stands for: in the nearest sentence back the subject, else the first not oblique.

        `without` are persons who cannot be meant. Headlines and captions are left out for running text.
        """
        fallback: str | None = None
        block = self.parsed.block_at(offset)
        for start, end in self._sentences_back(offset):
            other_block = self.parsed.block_at(start)
            if other_block != block and fallback is not None:
                return fallback
            found = [
                mention
                for mention in self.between(start, min(end, offset))
                if self._can_be(mention, gender) and mention.actor not in without
            ]
            best = next((m for m in found if self.is_subject(m)), None)
            best = best or next((m for m in found if not self.is_oblique(m)), None)
            if best is not None:
                return best.actor
            fallback = fallback or (found[0].actor if found else None)
        return fallback

    def _sentences_back(self, offset: int) -> Iterator[Span]:
        here = self.parsed.sentence_at(offset)
        block = self.parsed.block_at(offset)
        for number in range(here, max(-1, here - _SENTENCES_BACK), -1):
            start, end = self.parsed.sentences[number]
            if self.parsed.block_at(start) == block or self.parsed.is_running_text(start):
                yield start, end

    def _can_be(self, mention: Mention, gender: str | None) -> bool:
        person = self.persons.get(mention.actor or "")
        if person is None or self.is_said(mention.start):
            return False
        return not (gender and person.gender and person.gender != gender)

    def is_subject(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its clause, as far as grammar is known."""
        token = self.parsed.head_of(mention.start, mention.end)
        while token is not None and self.parsed.dep[token] in _PARTS:
            token = self.parsed.governor(token)
        return token is not None and self.parsed.dep[token] in _SUBJECTS

    def is_oblique(self, mention: Mention) -> bool:
        """Whether a name follows a preposition or an oblique article, or in the genitive."""
        if mention.form is not Form.NAME and self.parsed.has_parse:
            return not self.is_subject(mention)
        words = _WORD.findall(self.parsed.before(mention.start, 60))
        for word in reversed(words[-4:]):
            low = word.lower()
            if self.parsed.lexicon.has(low, "preposition", "oblique"):
                return True
            if self.parsed.lexicon.has(low, "nominative") or not (
                self.parsed.lexicon.role(word) or word[:1].islower()
            ):
                break
        text = self.parsed.text[mention.start : mention.end]
        following = self.parsed.after(mention.end, 2)
        return text.endswith(("s", "'", "’")) and following[1:2].isupper() and " " not in text
