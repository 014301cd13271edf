"""Who has been mentioned so far: what pronouns and descriptions are resolved against, in text order."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from core.actors.coreference.antecedent import Antecedent
from core.actors.coreference.compare_roles import office_stem
from core.actors.coreference.opening_sources import opens_as_source
from core.actors.coreference.topic import who_is_mourned, whom_it_is_about
from core.analysis.analysis import Form, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import MAIN_CLAUSES, PLAIN_SUBJECTS
from core.parsed_text.titles import is_titled
from core.text.spans import Span, holding

NOTHING: Mapping[Span, Sequence[Span]] = MappingProxyType({})
"""No speech in the reporter's words."""
_WORD = re.compile(r"\w[\w.'’-]*")
_INITIAL = re.compile(r"\s[A-ZÄÖÜ]\.?$")
_SENTENCES_BACK = 6
_REMEMBERED = 120
"""Mentions back that a description may refer to."""
_OBLIQUE = ("obl", "obl:arg", "obl:agent", "nmod", "nmod:poss")
_PARTS = ("flat", "flat:name", "appos", "compound", "conj")
SUBJECT, OBLIQUE, MAIN_CLAUSE, FRONTED = 1.0, -1.5, 0.2, 0.6
SENTENCE, PARAGRAPH, BODY, UNKNOWN = -1.2, -2.0, -1.5, -1.5
GUESSED, UNTOLD, RENDERED, ABOUT, MOURNED = -1.0, -0.7, -1.0, 0.0, -0.6
"""What speaks for and against an antecedent: its place in its sentence, each sentence between and each paragraph's
edge, that it is no person, and that nothing tells who it is, that the gender was guessed otherwise or (English) is not
told, that it is spoken of by somebody else, and at the beginning of a paragraph that the whole text is about it; in an
obituary anywhere."""
_ONESELF = re.compile(r"(?:\b(?:am|is|me|as)|[’']m)\s$")
"""What comes before one's own name in what one says."""
_LABELS = re.compile(r"(?:\s\([^()]*\))?:\s+")
"""What is between who speaks and what they say in an interview: "Lind (lacht): "."""
_END = 3  # Characters before the end of a sentence at which it is asked what the sentence ends in.
_OPENING = 6
"""Characters into a sentence at which a mention opens it, behind a preposition or an article at most."""
_BESIDE = 3
"""Characters between a sentence and the direct speech that it gives a speaker."""
_CLEAR = 0.7
"""By how much an antecedent must outweigh the next to be meant beyond doubt."""


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
    gender_guessed: bool = False
    """Whether the gender is only how the grammar of an unknown first name reads."""
    named: bool = True
    """False for somebody whom the text introduces without a name: "ein Techniker"."""
    taken_as_known: bool = False
    """Whether the text speaks of somebody without a name as if that were known: "der Wirt"."""
    owned: bool = False
    """Whether the text says whose somebody without a name is: "ein Sprecher der Polizei"."""
    general: bool = False
    """Whether the text calls somebody without a name no more than a man or a woman."""
    described_as: str = ""
    """The first role that a description has for somebody of whom the text gives none beside the name."""

    @property
    def goes_by_initial(self) -> bool:
        """Whether the surname is withheld, as reports do with the accused and with victims: "Timo K."."""
        return bool(self.forms) and any(_INITIAL.search(form) for form in self.forms)

    def call(self, tables: Tables, noun: str) -> None:
        """Remember a noun that the text has for this person."""
        self.called.add(office_stem(noun))
        if noun not in tables.kin:
            self.classes |= tables.classes_of_role(noun)


@dataclass(slots=True)
class Body:
    """What is known of an organisation that a description may mean."""

    classes: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """Common nouns in its name or before it, in lower case: "energiekonzern"."""
    gender: str | None = None
    """"m", "f" or "n" where the text tells by which pronoun it goes."""
    name: str = ""


class Discourse:
    """The mentions of an article in order, those added that are resolved on the way."""

    def __init__(
        self,
        parsed: ParsedText,
        mentions: Sequence[Mention],
        persons: dict[str, Person],
        bodies: dict[str, Body],
        said: Sequence[Span],
        rendered: Mapping[Span, Sequence[Span]] = NOTHING,
    ) -> None:
        self.parsed = parsed
        self.mentions = mentions
        self.persons = persons
        self.bodies = bodies
        self._said = sorted(said)
        self._rendered = sorted(rendered)
        self._tellers = rendered
        self._starts = [mention.start for mention in mentions]
        self._about = whom_it_is_about(parsed, mentions, persons)
        self._mourned = who_is_mourned(parsed, mentions, persons)
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
        return holding(self._said, offset) is not None

    def addressed(self, offset: int) -> frozenset[str]:
        """Who is called by a title in the direct speech beside an offset, and so is not whoever says it: "„Herr Lind,
        Sie irren“, sagte der Arzt"."""
        number = self.parsed.sentence_at(offset)
        if number < 0 or self.is_said(offset):
            return frozenset()
        start, end = self.parsed.sentences[number]
        beside = [span for span in self._said if span[0] < end + _BESIDE and span[1] > start - _BESIDE]
        return frozenset(
            mention.actor
            for first, last in beside
            for mention in self.between(first, last)
            if mention.actor is not None
            and mention.form is Form.NAME
            and is_titled(self.parsed, mention.start)
        )

    def spoken_of(self, offset: int) -> frozenset[str]:
        """Who is named in the direct speech of a sentence, and so is hardly who says it: "‘Lind,’ she said, ‘fell’"."""
        number = self.parsed.sentence_at(offset)
        if number < 0 or self.is_said(offset):
            return frozenset()
        return frozenset(
            mention.actor
            for mention in self.between(*self.parsed.sentences[number])
            if mention.actor is not None
            and mention.form is Form.NAME
            and self.is_said(mention.start)
            and not _ONESELF.search(self.parsed.before(mention.start, _OPENING))
        )

    def is_rendered(self, offset: int) -> bool:
        """Whether a character is in speech that is rendered in the reporter's words."""
        return holding(self._rendered, offset) is not None

    def tellers(self, offset: int) -> frozenset[str]:
        """Who says what a character is in, where it is rendered in the reporter's words."""
        rendered = holding(self._rendered, offset)
        if rendered is None:
            return frozenset()
        return frozenset(
            mention.actor
            for span in self._tellers[rendered]
            for mention in self.between(*span)
            if mention.actor is not None
        )

    def introduce(self, person: Person) -> str:
        """Add somebody who has no name, and return the key."""
        key = f"u{len(self.persons)}"
        self.persons[key] = person
        return key

    def antecedent(
        self, offset: int, gender: str | None, without: frozenset[str] = frozenset(), named: float = 0.0
    ) -> str | None:
        """The person a pronoun most likely refers to; `without` are those who cannot be meant."""
        found = self.best_antecedent(offset, gender, without, named=named)
        return found.actor if found else None

    def best_antecedent(
        self,
        offset: int,
        gender: str | None,
        without: frozenset[str] = frozenset(),
        bodies: bool = False,
        named: float = 0.0,
    ) -> Antecedent | None:
        """Whom a pronoun most likely refers to, persons and, if asked, bodies too; None where nobody fits.

        Every mention in the sentences before is weighed by its place in the sentence and by the distance; each counts
        as much as the best of its mentions, and who has a name by `named` more. Headlines and captions are left out
        for running text.
        """
        weights: dict[str, float] = {}
        block, here = self.parsed.block_at(offset), False
        told = not self.is_rendered(offset)
        for back, start, end in self._distances_back(offset):
            edge = PARAGRAPH if self.parsed.block_at(start) != block else 0.0
            for mention in self.between(start, min(end, offset)):
                actor = mention.actor or ""
                if actor in without or self._is_out_of_hearing(mention, offset):
                    continue
                rendered = told and mention.form is not Form.PRONOUN and self.is_rendered(mention.start)
                if rendered and self.parsed.sentence_at(mention.start) == self.parsed.sentence_at(offset):
                    continue  # Whoever is named in what somebody says is another: not "he" in "Lind is ill, he said".
                weight = back * SENTENCE + edge + self._weight_in_sentence(mention)
                weight += RENDERED if rendered else 0.0
                if actor in self.persons:
                    fits = self._fits(self.persons[actor], gender)
                    if fits is None:
                        continue
                    weight += fits + (named if self.persons[actor].named else 0.0)
                elif not (bodies and back < 3 and self._is_body_for(mention, gender)):
                    continue
                else:
                    weight += BODY
                here |= not edge
                weights[actor] = max(weight, weights.get(actor, weight))
        self._weigh_topic(weights, offset, gender, without, here)
        if not weights:
            return None
        ranked = sorted(weights.items(), key=lambda item: -item[1])
        clear = all(one - other >= _CLEAR for (_, one), (_, other) in pairwise(ranked[:2]))
        return Antecedent(*ranked[0], clear, len(ranked) == 1)

    def _weigh_topic(
        self, weights: dict[str, float], offset: int, gender: str | None, without: frozenset[str], here: bool
    ) -> None:
        """Add whom the text is about, at the beginning of a paragraph at least."""
        about, worth = (self._mourned, MOURNED) if here or self._mourned else (self._about, ABOUT)
        if about is None or about in without or self.is_said(offset):
            return
        fits = self._fits(self.persons[about], gender)
        if fits is not None:
            weights[about] = max(worth + fits, weights.get(about, worth + fits))

    def _is_out_of_hearing(self, mention: Mention, offset: int) -> bool:
        """Whether who is meant at an offset is not meant by a mention: in the speech of another, or who says it."""
        spoken = holding(self._said, offset)
        if spoken is None or mention.start >= spoken[0]:
            return spoken is None and self.is_said(mention.start)
        return self.is_said(mention.start) or bool(
            _LABELS.fullmatch(self.parsed.text, mention.end, spoken[0])
        )

    def _fits(self, person: Person, gender: str | None) -> float | None:
        """What speaks against a person as far as gender and number go; None where they cannot be meant."""
        if gender == "p" or not (_may_be(person.gender, gender) or person.gender_guessed):
            return None
        weight = 0.0 if _may_be(person.gender, gender) else GUESSED
        weight += UNTOLD if self.parsed.by_parse and gender and person.gender is None else 0.0
        return weight + (UNKNOWN if person.taken_as_known else 0.0)

    def last_beside_subject(self, offset: int, gender: str) -> str | None:
        """The person or body named last in the sentence before, or in this one, that is not its subject: whom "dieser"
        means."""
        here = self.parsed.sentence_at(offset)
        for number in (here, here - 1):
            if number < 0:
                continue
            start, end = self.parsed.sentences[number]
            for mention in reversed(self.between(start, min(end, offset))):
                person = self.persons.get(mention.actor or "")
                if self.is_said(mention.start) or self.is_subject(mention):
                    continue
                if person is not None and person.gender in (None, gender):
                    return mention.actor
                if mention.actor in self.bodies and self._noun_gender(mention) == gender:
                    return mention.actor
        return None

    def _noun_gender(self, mention: Mention) -> str:
        """The gender of the noun by which a body is meant: "m", "f", "n" or nothing."""
        head = self.parsed.head_of(mention.start, mention.end)
        return "" if head is None else self.parsed.gender[head][:1].lower()

    def bodies_before(self, offset: int) -> list[str]:
        """The bodies mentioned before, the likeliest first: as in `best_antecedent` within reach, then the latest."""
        weights: dict[str, float] = {}
        block = self.parsed.block_at(offset)
        for back, (start, end) in enumerate(self._sentences_back(offset)):
            edge = PARAGRAPH if self.parsed.block_at(start) != block else 0.0
            for mention in self.between(start, min(end, offset)):
                if mention.actor is not None and mention.actor in self.bodies:
                    weight = back * SENTENCE + edge + self._weight_in_sentence(mention)
                    weights[mention.actor] = max(weight, weights.get(mention.actor, weight))
        near = sorted(weights, key=lambda key: -weights[key])
        return [*near, *(key for key in self.recent(offset) if key in self.bodies and key not in weights)]

    def _weight_in_sentence(self, mention: Mention) -> float:
        number = self.parsed.sentence_at(mention.start)
        fronted = mention.start - self.parsed.sentences[number][0] < _OPENING if number >= 0 else False
        return self._weight_by_grammar(mention) + (FRONTED if fronted else 0.0)

    def _weight_by_grammar(self, mention: Mention) -> float:
        if self.is_subject(mention):
            return SUBJECT + (MAIN_CLAUSE if self.is_in_main_clause(mention) else 0.0)
        if opens_as_source(self.parsed, mention):
            return SUBJECT
        return OBLIQUE if self.is_oblique(mention) else 0.0

    def _is_body_for(self, mention: Mention, gender: str | None) -> bool:
        """Whether a mention is the subject and names a body of that gender."""
        body = self.bodies.get(mention.actor or "")
        return body is not None and body.gender == gender and gender is not None and self.is_subject(mention)

    def _sentences_back(self, offset: int) -> Iterator[Span]:
        here = self.parsed.sentence_at(offset)
        block = self.parsed.block_at(offset)
        for number in range(here, max(-1, here - _SENTENCES_BACK), -1):
            start, end = self.parsed.sentences[number]
            if self.parsed.block_at(start) == block or self.parsed.is_running_text(start):
                yield start, end

    def _distances_back(self, offset: int) -> Iterator[tuple[int, int, int]]:
        """The sentences before an offset with their distance; those that render speech throughout do not count where
        the reporter speaks."""
        told, distance = not self.is_rendered(offset), 0
        for start, end in self._sentences_back(offset):
            yield distance, start, end
            distance += not (told and self.is_rendered(start) and self.is_rendered(end - _END))

    def is_subject(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its clause, as far as grammar is known."""
        token = self.head_of(mention)
        return token is not None and self.parsed.dep[token] in PLAIN_SUBJECTS

    def head_of(self, mention: Mention) -> int | None:
        """The token by which a mention depends on its clause, as far as grammar is known."""
        token = self.parsed.head_of(mention.start, mention.end)
        while token is not None and self.parsed.dep[token] in _PARTS:
            token = self.parsed.governor(token)
        return token

    def is_in_main_clause(self, mention: Mention) -> bool:
        """Whether the verb that a mention belongs to is that of a main clause."""
        token = self.head_of(mention)
        verb = None if token is None else self.parsed.governor(token)
        return verb is None or self.parsed.dep[verb] in MAIN_CLAUSES

    def is_oblique(self, mention: Mention) -> bool:
        """Whether a name follows a preposition or an oblique article, or in the genitive."""
        if mention.form is not Form.NAME and self.parsed.has_parse:
            token = self.head_of(mention)
            return token is None or self.parsed.dep[token] in _OBLIQUE
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


def _may_be(known: str | None, wanted: str | None) -> bool:
    return not (known and wanted and known != wanted)
