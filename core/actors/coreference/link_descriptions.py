"""Whom a description means: "die 58-Jährige", "der Regierungschef", "der Däne", "ihr Vater", "der Konzern".

Evidence is tried in order of its strength: an age, a nation, a role or tie that the text has given, a class of roles
that go together, and last whoever the paragraph is about. Where it does not suffice nobody is meant.
"""

from dataclasses import dataclass

from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.find_descriptions import Description
from core.lexicon.world import Tables, role_stem
from core.parsed_text.parsed_text import ParsedText

AGE, NATION, ROLE, TIE, CLASS, TOPIC = 0.95, 0.9, 0.9, 0.75, 0.8, 0.6
"""How sure each kind of evidence makes a link."""
_BROAD = frozenset(("business", "retired", "contest", "wedding", "activism"))
"""Classes that go with any other: a brewer may be an owner, a judge a pensioner."""
_OFFICES = (
    frozenset(("government", "state")),
    frozenset(("minister",)),
    frozenset(("town",)),
    frozenset(("senate",)),
    frozenset(("region",)),
    frozenset(("parliament",)),
    frozenset(("secretary",)),
)
"""Classes of offices of which a person holds one at a time, so that a mayor is not "der Minister"."""
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_MAIN = frozenset(("ROOT", "conj", "parataxis"))
"""What the verb of a main clause depends by."""
_AMONG_SEVERAL = 0.1
"""What a link loses where the nearest of several was taken."""
_GENERAL = frozenset(
    "chef sprecher präsident vorsitzend vorsitzender führer mann experte mitglied beauftragt".split()
)
"""Stems of roles that say nothing without what they are of: who heads an office is not "der Regierungschef"."""
_COMPLEMENT_REACH = 60
"""Characters behind a description within which its complement ends."""
_COMPOUND_PART = 5
"""Letters by which the first part of a compound is known again: "Verkehr" in "Verkehrsminister"."""


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a description means, and how sure that is, from 0 to 1."""

    actor: str
    confidence: float


class DescriptionLinker:
    """Links descriptions, in text order, to persons and bodies known so far, and learns from each link."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse

    def link(self, found: Description, speaking: bool = False) -> Link | None:
        """Whom a description means; None where nothing suffices. One that speaks is more likely somebody known."""
        link = self._person(found, speaking) if found.person else self._body(found)
        if link is not None and found.person:
            self._learn(found, self._discourse.persons[link.actor])
        return link

    def _learn(self, found: Description, person: Person) -> None:
        if found.age is not None and person.age is None:
            person.age = found.age
        person.gender = person.gender or found.gender
        if found.people or (found.countries and not person.countries):
            person.countries |= found.countries
        if found.age is None and not found.people:
            person.call(self._tables, found.noun)

    def _person(self, found: Description, speaking: bool) -> Link | None:
        without = self._excluded(found)
        if found.age is not None:
            return self._by_age(found, without)
        if found.owner is not None and found.noun in self._tables.kin:
            return self._by_tie(found)
        if found.people:
            return self._by_nation(found, without)
        return self._by_role(found, without) or self._by_topic(found, without, speaking)

    def _fitting(self, found: Description, without: frozenset[str]) -> list[str]:
        """Persons named before who can be meant as far as gender goes."""
        persons = self._discourse.persons
        return [
            key
            for key in self._discourse.recent(found.start)
            if key in persons
            and key not in without
            and not (found.gender and persons[key].gender and persons[key].gender != found.gender)
        ]

    def _excluded(self, found: Description, clause: bool = False) -> frozenset[str]:
        """Persons named in the same sentence, or clause, who would not be described there again."""
        number = self._parsed.sentence_at(found.start)
        if number < 0:
            return frozenset()
        start, end = self._parsed.sentences[number]
        if clause:
            start = max(start, self._parsed.text.rfind(",", start, found.start))
            comma = self._parsed.text.find(",", found.end, end)
            end = comma if comma >= 0 else end
        spoken = self._discourse.is_said(found.start)
        return frozenset(
            mention.actor
            for mention in self._discourse.between(start, end)
            if mention.actor is not None and self._discourse.is_said(mention.start) == spoken
        )

    def _one(self, candidates: list[str], sure: float) -> Link | None:
        """The one candidate, or the one mentioned last of several."""
        if not candidates:
            return None
        return Link(candidates[0], sure if len(candidates) == 1 else round(sure - _AMONG_SEVERAL, 2))

    def _by_age(self, found: Description, without: frozenset[str]) -> Link | None:
        persons = self._discourse.persons
        fitting = self._fitting(found, frozenset())
        same = [key for key in fitting if persons[key].age == found.age]
        if same:
            return self._one(same, AGE)
        others = frozenset(key for key in fitting if persons[key].age is not None) | without
        topic = self._discourse.antecedent(found.start, found.gender, others)
        return Link(topic, CLASS) if topic else None

    def _by_nation(self, found: Description, without: frozenset[str]) -> Link | None:
        persons = self._discourse.persons
        fitting = self._fitting(found, without)
        known = [key for key in fitting if persons[key].countries & found.countries]
        if known:
            return self._one(known, NATION)
        others = frozenset(key for key in fitting if persons[key].countries) | without
        topic = self._discourse.antecedent(found.start, found.gender, others)
        return Link(topic, TOPIC) if topic and self._is_near(found, topic) else None

    def _by_role(self, found: Description, without: frozenset[str]) -> Link | None:
        persons = self._discourse.persons
        stem = role_stem(found.noun.rpartition("-")[2])
        fitting = [
            key
            for key in self._fitting(found, self._excluded(found, clause=True))
            if not (
                found.countries and persons[key].countries and not found.countries & persons[key].countries
            )
        ]
        owned = [key for key in fitting if found.before_hyphen in persons[key].belongs]
        if owned:
            return self._one(owned, NATION)
        called = [
            key
            for key in fitting
            if any(
                _same_role(stem, other) and self._complemented(found, stem, other)
                for other in persons[key].called
            )
        ]
        if called:
            return self._one(called, ROLE)
        classes = self._tables.classes_of_role(found.noun)
        alike = [
            key
            for key in fitting
            if persons[key].classes & classes
            and key not in without
            and not _other_office(classes, persons[key].classes)
        ]
        if found.complement or not alike:
            return None
        topic = self._topic(found, without)
        if topic is not None and not persons[topic].classes and not self._is_near(found, alike[0]):
            return Link(topic, TOPIC)
        return self._one(alike, CLASS)

    def _complemented(self, found: Description, stem: str, other: str) -> bool:
        """Whether the complement of a description is compatible with a role known as a compound: the "Präsident des
        Fischereiverbands" is no Ministerpräsident, the "Minister für Verkehr" is the Verkehrsminister."""
        if not found.complement or len(other) <= len(stem):
            return True
        first = other.removesuffix(stem)[:_COMPOUND_PART]
        return first in self._parsed.after(found.end, _COMPLEMENT_REACH).lower()

    def _by_topic(self, found: Description, without: frozenset[str], speaking: bool) -> Link | None:
        """Whoever the paragraph is about, or the one person of whom nothing is known that speaks against it."""
        companion = found.noun in self._tables.companions and found.noun == found.noun.rpartition("-")[2]
        if companion or self._discourse.is_said(found.start):
            return None
        if found.complement and not (speaking or self._is_subject(found)):
            return None
        topic = self._topic(found, without)
        if topic is not None and (
            speaking or self._leads(found) or not self._discourse.persons[topic].called
        ):
            return Link(topic, TOPIC)
        open_to_it = [
            key
            for key in self._fitting(found, without)
            if not self._discourse.persons[key].classes
            and self._discourse.persons[key].gender == found.gender
        ]
        classes = self._tables.classes_of_role(found.noun) - _BROAD
        return Link(open_to_it[0], TOPIC) if len(open_to_it) == 1 and classes else None

    def _topic(self, found: Description, without: frozenset[str]) -> str | None:
        """Whom a pronoun in place of the description would mean, if near and nothing known speaks against it."""
        topic = self._discourse.antecedent(found.start, found.gender, without)
        if topic is None or not self._is_near(found, topic):
            return None
        person = self._discourse.persons[topic]
        classes = self._tables.classes_of_role(found.noun)
        if person.classes - _BROAD and classes - _BROAD and not person.classes & classes:
            return None
        if _other_office(classes, person.classes):
            return None
        if found.countries and person.countries and not found.countries & person.countries:
            return None
        return topic if person.gender or found.gender != "f" else None

    def _is_subject(self, found: Description) -> bool:
        head = self._parsed.head_of(found.start, found.end)
        return head is not None and self._parsed.dep[head] in _SUBJECTS

    def _leads(self, found: Description) -> bool:
        """Whether a description is the subject of a main clause; true without a parse."""
        head = self._parsed.head_of(found.start, found.end)
        if head is None:
            return True
        verb = self._parsed.governor(head)
        main = verb is None or self._parsed.dep[verb] in _MAIN
        return main and self._parsed.dep[head] in _SUBJECTS

    def _is_near(self, found: Description, actor: str) -> bool:
        """Whether somebody was mentioned before in the same paragraph."""
        start = self._start_of_block(found)
        return any(mention.actor == actor for mention in self._discourse.between(start, found.start))

    def _start_of_block(self, found: Description) -> int:
        block = self._parsed.block_at(found.start)
        return self._parsed.blocks[block].start if block is not None else 0

    def _by_tie(self, found: Description) -> Link | None:
        """A relative of whoever the possessive stands for: by surname, or by the tie that the text gives."""
        if not found.owner:
            return None
        discourse = self._discourse
        owner = discourse.antecedent(found.start, found.owner)
        if owner is None:
            return None
        persons = discourse.persons
        surnames = persons[owner].surnames
        stem = role_stem(found.noun)
        related = [
            key
            for key in self._fitting(found, frozenset((owner,)))
            if key != owner and (persons[key].surnames & surnames or stem in persons[key].called)
        ]
        called = [key for key in related if stem in persons[key].called]
        if len(called or related) == 1:
            return Link((called or related)[0], TIE)
        return None

    def _body(self, found: Description) -> Link | None:
        bodies = self._discourse.bodies
        classes = self._tables.classes_of_body(found.noun)
        known = [
            key
            for key in self._discourse.recent(found.start)
            if key in bodies and bodies[key].classes & classes
        ]
        if found.compound:
            known = [
                key for key in known if any(found.compound.startswith(noun) for noun in bodies[key].nouns)
            ]
        start = self._start_of_block(found)
        without = self._excluded(found, clause=True)
        named = [
            m.actor
            for m in self._discourse.between(start, found.start)
            if m.actor in bodies and m.actor not in without
        ]
        topic = named[-1] if named else None
        if found.complement or self._discourse.is_said(found.start):
            return None
        if known and (topic is None or bodies[topic].classes or self._is_near(found, known[0])):
            return self._one(known, CLASS)
        if topic is None or bodies[topic].classes or found.compound:
            return None
        bodies[topic].classes |= classes
        return Link(topic, TOPIC)


def _other_office(classes: frozenset[str], known: set[str]) -> bool:
    """Whether the classes of a noun name an office, and what is known of a person another one."""
    held = [office for office in _OFFICES if office & known]
    meant = [office for office in _OFFICES if office & classes]
    return bool(held) and bool(meant) and not any(office in held for office in meant)


def _same_role(one: str, other: str) -> bool:
    """Whether a noun may stand for the role that is known as another, the shorter being the end of the longer: Minister
    and Verkehrsminister."""
    short, long = sorted((one, other), key=len)
    if other == short != long and other in _GENERAL:
        return False
    return len(short) > 3 and long.endswith(short)
