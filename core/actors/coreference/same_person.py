"""Whether somebody without a name is somebody whom the text names: "der Engadiner", "die Preisüberwacherin".

Those whom no rule has linked are weighed when the whole text has been read: everybody named who may be meant against
somebody else, by plain facts with weights fitted on annotated German articles, which hold for English too
(`python -m tests.benchmarks.same_person --fit`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from core.actors.coreference.accused import ACCUSED, Accused
from core.actors.coreference.compare_roles import (
    BROAD,
    LAWYERS,
    PERSONAL,
    are_apart,
    other_compound,
    other_office,
    same_role,
)
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.offices import Offices
from core.actors.coreference.parts_played import is_oblique
from core.actors.coreference.ties_by_parse import Ties
from core.analysis.analysis import Form, Mention
from core.lexicon.weights import Facts, Weights, probabilities, read_weights, true_facts
from core.lexicon.world import Tables, role_stem
from core.locations import ASSETS
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span, overlaps
from core.text.tables import either

SOMEBODY_ELSE = ""
"""The option that nobody named is meant."""
ENOUGH = 0.65
"""How likely somebody named must be to be meant."""
NAMED = 2.2
"""What speaks for somebody with a name as the antecedent of a description."""
WEIGHTS = ASSETS / "lexicon" / "de" / "same_person_weights.tsv"
_SENTENCES, _PARAGRAPHS = (0, 1, 2, 4, 8), (0, 1, 2)
"""Distances up to which each step counts as much."""
_OFTEN = 4
"""Names of somebody from which on the text is about them."""
_LOOK_BACK = 600
_OPENING = 4
"""Characters into a sentence within which a phrase opens it."""
_BREAK = re.compile(r"[,;:–](?=\s)")
"""What parts a clause from those beside it."""
_RELATIVE = re.compile(r"(?:\s(?:aus|von|des|der|in)\s[^,.]{2,20})?,\s(?:der|die|dessen|deren|dem)\s")
_BESIDE = BROAD | PERSONAL
"""Classes of what somebody may be beside an office."""
_SO = re.compile(r"\bso\s$")
_THEIRS = re.compile(rf"(?<!\w)(?:{either('possessive')})\s(?:[\w-]+\s){{1,3}}$", re.IGNORECASE)
"""What introduces somebody as a relative, a lawyer, a colleague of somebody else."""
_THEIRS_REACH = 60
_AGED = re.compile(r"\s?\(\d|,\s\d")


@dataclass(frozen=True, slots=True)
class Described:
    """A description as it was read, and the key of whom the rules took it for, who has a name or not."""

    found: Description
    speaks: bool
    actor: str


@dataclass(frozen=True, slots=True)
class Question:
    """Whom some descriptions of one person mean, with all who come into question and the facts about each."""

    actor: str
    """The key of whom the rules took them for."""
    spans: tuple[Span, ...]
    options: tuple[str, ...]
    """Keys of people, SOMEBODY_ELSE first."""
    facts: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a description is, and what its noun tells."""

    found: Description
    speaks: bool
    sentence: int
    block: int
    opens_text: bool
    clause: Span
    owner: str | None
    kind: str
    article: str
    stem: str
    classes: frozenset[str]
    speaker_before: tuple[str, bool] | None
    """Who spoke last before it, and whether that was in the same paragraph."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the text says beside a name."""

    called: frozenset[str]
    classes: frozenset[str]


class SamePerson:
    """Weighs who is meant by descriptions; made before the text is read, when only what is beside names is known."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._offices = Offices(parsed, tables, discourse)
        self._ties = Ties(parsed, tables, discourse)
        self._accused = Accused(parsed, discourse).persons
        self._known = {
            key: _Known(frozenset(person.called), frozenset(person.classes))
            for key, person in discourse.persons.items()
        }
        self._names: dict[str, list[Mention]] = {}
        for mention in discourse.mentions:
            if mention.form is Form.NAME and mention.actor in self._known and parsed.is_story(mention.start):
                self._names.setdefault(mention.actor, []).append(mention)
        self._most = max(map(len, self._names.values()), default=0)
        story = [k for k, block in enumerate(parsed.blocks) if parsed.is_running_text(block.start)]
        self._first_block = story[0] if story else -1

    def meant(
        self, described: Sequence[Described], speakers: Sequence[tuple[Span, str]]
    ) -> dict[str, tuple[str, float]]:
        """For people without a name, whom they most likely are, with the probability, where that is enough."""
        found: dict[str, tuple[str, float]] = {}
        for question in self.questions(described, speakers):
            likely = probabilities(question.facts, weights())
            best = max(range(len(likely)), key=likely.__getitem__)
            if best and likely[best] >= ENOUGH:
                found[question.actor] = question.options[best], likely[best]
        return found

    def questions(
        self, described: Sequence[Described], speakers: Sequence[tuple[Span, str]]
    ) -> list[Question]:
        """One question for each person without a name; what the rules have linked to a name is asked singly.

        `speakers` are the words for those who speak, with their keys, in text order.
        """
        asked: dict[tuple[str, int], list[_Place]] = {}
        for each in described:
            linked = each.actor in self._known
            key = each.actor, each.found.start if linked else -1
            asked.setdefault(key, []).append(self._place(each, speakers))
        return [self._question(actor, at < 0, places) for (actor, at), places in asked.items()]

    def _question(self, actor: str, left: bool, places: Sequence[_Place]) -> Question:
        fitting = [self._fitting(place) for place in places]
        options = [key for key in self._names if all(key in each for each in fitting)]
        facts: list[Counter[str]] = [Counter() for _ in (SOMEBODY_ELSE, *options)]
        for place, open_to_it in zip(places, fitting, strict=True):
            alike = {key for key in open_to_it if self._is_alike(place, key)}
            facts[0].update(self._of_somebody_else(place, left, bool(alike)))
            for row, key in zip(facts[1:], options, strict=True):
                row.update(self._of_named(place, key, open_to_it, alike))
        shared = tuple({name: value / len(places) for name, value in row.items()} for row in facts)
        spans = tuple(place.found.span for place in places)
        return Question(actor, spans, (SOMEBODY_ELSE, *options), shared)

    def _place(self, each: Described, speakers: Sequence[tuple[Span, str]]) -> _Place:
        parsed, found = self._parsed, each.found
        sentence, block = parsed.sentence_at(found.start), parsed.block_at(found.start) or 0
        before = [speaker for speaker in speakers if speaker[0][0] < found.start]
        last = (before[-1][1], parsed.block_at(before[-1][0][0]) == block) if before else None
        return _Place(
            found,
            each.speaks,
            sentence,
            block,
            not parsed.is_running_text(found.start) or block == self._first_block,
            self._clause(found, sentence),
            self._owner(found),
            self._kind(found),
            "owned" if found.owner is not None else "definite" if found.definite else "new",
            role_stem(found.noun.rpartition("-")[2]),
            self._tables.classes_of_role(found.noun),
            last,
        )

    def _clause(self, found: Description, sentence: int) -> Span:
        """The part of the sentence around a description between the marks that may end a clause."""
        text = self._parsed.text
        start, end = self._parsed.sentences[sentence] if sentence >= 0 else (0, len(text))
        breaks = [mark.start() for mark in _BREAK.finditer(text, start, end)]
        first = max((at + 1 for at in breaks if at < found.start), default=start)
        return first, min((at for at in breaks if at >= found.end), default=end)

    def _owner(self, found: Description) -> str | None:
        """Whose relative or colleague a description is of: who the possessive means, or a name in the genitive."""
        if found.owner:
            return self._discourse.antecedent(found.start, found.owner)
        named = (m for m in self._discourse.mentions if m.start == found.start and m.form is Form.NAME)
        return next((mention.actor for mention in named), None)

    def _kind(self, found: Description) -> str:
        if self._parsed.lexicon.has(found.noun.lower(), "client"):
            return "client"
        if found.age is not None:
            return "age"
        if found.origin:
            return "origin"
        if found.people or found.general:
            return "people" if found.people else "general"
        if found.noun in self._tables.kin:
            return "kin"
        if found.noun.rpartition("-")[2] in self._tables.companions:
            return "companion"
        return "office" if self._tables.classes_of_role(found.noun) else "noun"

    def _fitting(self, place: _Place) -> set[str]:
        """Those named who can be meant: of that sex and age, not the owner, and not mentioned in the same clause."""
        found, persons = place.found, self._discourse.persons
        said = self._discourse.is_said(found.start)
        tellers = frozenset() if found.age is not None else self._discourse.tellers(found.start)
        there = self._discourse.addressed(found.start) | {
            mention.actor
            for mention in self._discourse.between(*place.clause)
            if not overlaps(mention.span, found.span) and self._discourse.is_said(mention.start) == said
        }
        return {
            key
            for key, known in self._known.items()
            if key in self._names
            and key not in there
            and not (key in tellers and not self._is_alike(place, key))
            and key != place.owner
            and _agree(persons[key], found)
            and not self._is_another(place, key)
        }

    def _is_another(self, place: _Place, key: str) -> bool:
        """Whether the office in a description is not that of somebody named: another class, another compound, or that
        of another body, as the "Präsident des Verbands" is no Ministerpräsident; nouns that say only what somebody is
        to others mean nobody by themselves."""
        known, found = self._known[key], place.found
        alike = [one for one in known.called if same_role(place.stem, one)]
        ties = self._ties.are_otherwise(place.owner, found.noun, found.start) if place.kind == "kin" else ()
        offices = place.classes - _BESIDE and known.classes - _BESIDE and not place.classes & known.classes
        relation = self._tables.companions.get(found.noun.rpartition("-")[2], True)
        return any(
            (
                bool(offices) or other_office(place.classes, set(known.classes)),
                other_compound(place.stem, set(known.called), self._parsed),
                any(are_apart(place.stem, one) for one in known.called),
                bool(alike) and not any(self._offices.complemented(found, place.stem, one) for one in alike),
                self._offices.excludes(found, key),
                not alike and self._offices.is_of_the_place(found, place.classes),
                place.kind == "client" and bool(known.classes & LAWYERS),
                found.owner is None and not relation,
                ACCUSED in place.classes and self._is_not_accused(key),
                self._is_introduced_as_theirs(place, key),
                not alike and is_oblique(self._parsed, found.span, self._names[key][0].start),
                self._is_introduced_apart(place, key),
                key in ties,
            )
        )

    def _is_introduced_apart(self, place: _Place, key: str) -> bool:
        """Whether who is named later is told by another noun: "Ein 22-jähriger Radler stürzte. Die Ärztin Ada Lind"."""
        if place.found.end > self._names[key][0].start:
            return self._offices.is_of_other_side(place.found)
        aged = place.found.age is not None and self._discourse.persons[key].age is None
        aged = aged and self._parsed.lexicon.role(place.found.noun) is not None
        return aged and bool(self._known[key].called) and not self._is_alike(place, key)

    def _is_not_accused(self, key: str) -> bool:
        """Whether the text says who is accused, and it is others."""
        return bool(self._accused) and key not in self._accused and ACCUSED not in self._known[key].classes

    def _is_introduced_as_theirs(self, place: _Place, key: str) -> bool:
        """Whether who is named below belongs to whoever was told of: "Der 34-Jährige schwieg. Sein Anwalt Ole Lind"."""
        name = self._names[key][0].start
        below = place.found.end <= name and self._parsed.block_at(name) == place.block
        return below and _THEIRS.search(self._parsed.before(name, _THEIRS_REACH)) is not None

    def _is_alike(self, place: _Place, key: str) -> bool:
        called, classes = self._known[key].called, self._known[key].classes
        return bool(place.classes & classes) or any(same_role(place.stem, one) for one in called)

    def _of_somebody_else(self, place: _Place, left: bool, alike: bool) -> Facts:
        found, parsed = place.found, self._parsed
        opens = found.start - parsed.sentences[place.sentence][0] < _OPENING if place.sentence >= 0 else True
        facts = {
            "else": True,
            f"else, {place.kind}": True,
            f"else, {place.article}": True,
            "else, left by the rules": left,
            "else, complement": found.complement,
            "else, speaks": place.speaks,
            "else, said": self._discourse.is_said(found.start),
            "else, former": found.former,
            "else, other": found.other,
            "else, opens the text": place.opens_text,
            "else, opens a sentence": opens,
            "else, of somebody unknown": bool(found.owner) and place.owner is None,
            "else, of somebody nameless": place.owner in self._discourse.persons.keys() - self._known.keys(),
            "else, some alike": alike,
            "else, relative clause": _RELATIVE.match(parsed.after(found.end)) is not None,
            "else, so": _SO.search(parsed.before(found.start, _OPENING)) is not None,
        }
        return true_facts(facts)

    def _of_named(self, place: _Place, key: str, fitting: set[str], alike: set[str]) -> Facts:
        found, person, names = place.found, self._discourse.persons[key], self._names[key]
        nameless = frozenset(self._discourse.persons.keys() - self._known.keys())
        best = self._discourse.best_antecedent(found.start, found.gender, nameless, named=NAMED)
        spoke = place.speaker_before is not None and place.speaker_before[0] == key
        facts = {
            "sex known": bool(found.gender) and person.gender == found.gender and not person.gender_guessed,
            "antecedent": best is not None and best.actor == key,
            "named most": len(names) == self._most > 1,
            "named once": len(names) == 1,
            "named often": len(names) >= _OFTEN,
            "spoke before": spoke,
            "spoke before, same paragraph": spoke and place.speaker_before == (key, True),
            "spoke before, speaks": spoke and place.speaks,
            "subject before": self._was_subject(place, key),
            "office of another": bool(alike) and key not in alike,
        }
        before = [mention for mention in names if mention.start < found.start]
        if before:
            near = place.sentence - self._parsed.sentence_at(before[-1].start)
            facts[f"named before, {_step(near, _SENTENCES)}"] = True
        else:
            facts |= self._of_named_later(place, key, fitting)
        return true_facts(facts | self._of_roles(place, key, best is not None and best.actor == key))

    def _was_subject(self, place: _Place, key: str) -> bool:
        """Whether somebody was last mentioned as the subject of this sentence or the one before."""
        start = place.found.start
        mine = [m for m in self._discourse.between(max(0, start - _LOOK_BACK), start) if m.actor == key]
        return (
            bool(mine)
            and place.sentence - self._parsed.sentence_at(mine[-1].start) <= 1
            and self._discourse.is_subject(mine[-1])
        )

    def _of_named_later(self, place: _Place, key: str, fitting: set[str]) -> dict[str, bool]:
        """What speaks for somebody who is first named behind the description."""
        parsed, name = self._parsed, self._names[key][0]
        sentence = parsed.sentence_at(name.start)
        paragraphs = (parsed.block_at(name.start) or 0) - place.block
        newcomers = [one for one in fitting if self._names[one][0].start > place.found.end]
        return {
            "named later": True,
            f"named later, {_step(sentence - place.sentence, _SENTENCES)}": True,
            f"named later, paragraphs {_step(paragraphs, _PARAGRAPHS)}": True,
            f"named later, {place.article}": True,
            f"named later, {place.kind}": True,
            f"named later, {'with a role' if self._discourse.persons[key].roles else 'bare'}": True,
            "named later, opens the text": place.opens_text,
            "named later, next": key == min(newcomers, key=lambda one: self._names[one][0].start, default=""),
            "named later, opens a sentence": name.start - parsed.sentences[sentence][0] < _OPENING - 1,
            "named later, aged": _AGED.match(parsed.after(name.end)) is not None,
        }

    def _of_roles(self, place: _Place, key: str, antecedent: bool) -> dict[str, bool]:
        """What the noun of a description and what the text says beside a name have to do with each other."""
        known, found = self._known[key], place.found
        same = place.stem in known.called
        narrow = place.classes - BROAD and known.classes - BROAD and not place.classes & known.classes
        return {
            "no role known": not known.called,
            f"no role known, {place.kind}": not known.called,
            "same noun": same,
            "same compound": role_stem(found.noun) in known.called,
            "same role": not same and any(same_role(place.stem, one) for one in known.called),
            "other class": bool(narrow),
            "other class, antecedent": bool(narrow) and antecedent,
        }


@cache
def weights() -> Weights:
    """The weights as shipped."""
    return read_weights(WEIGHTS)


def _agree(person: Person, found: Description) -> bool:
    """Whether sex and age, as far as they are known, are the same."""
    genders = {person.gender, found.gender} - {None}
    ages = {person.age, found.age} - {None}
    return (len(genders) < 2 or person.gender_guessed) and len(ages) < 2


def _step(distance: int, steps: Sequence[int]) -> str:
    """The name of a distance: the first step that reaches it."""
    return next((f"up to {step}" for step in steps if distance <= step), "farther")
