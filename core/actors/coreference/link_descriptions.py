"""Whom a description means: "die 58-Jährige", "der Regierungschef", "der Däne", "ihr Vater", "der Konzern".

Evidence is tried in order of its strength: an age, a nation, a role or tie that the text has given, a class of roles
that go together, and last whoever the paragraph is about. Where it does not suffice, somebody without a name is meant,
who from there on can be meant by other descriptions and by pronouns.
"""

import re

from core.actors.coreference.accused import ACCUSED, Accused
from core.actors.coreference.apposition import named_in_apposition
from core.actors.coreference.compare_roles import (
    BROAD,
    IN_COURT,
    PERSONAL,
    PROTAGONISTS,
    TEAM,
    are_opposed,
    other_compound,
    other_office,
    same_role,
)
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.link import CLASS, NATION, ROLE, TIE, TOPIC, Link, one_of
from core.actors.coreference.link_bodies import BodyLinker
from core.actors.coreference.link_by_age import AgeLinker
from core.actors.coreference.link_by_sex import SexLinker
from core.actors.coreference.offices import Offices
from core.actors.coreference.roles_described import DescribedRoles
from core.actors.coreference.surroundings import NAMED, Surroundings
from core.actors.coreference.ties_by_parse import Ties
from core.analysis.analysis import Form
from core.lexicon.world import FIGURES, Tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent

_OPENERS = re.compile(r"[\W\d]*")
_BEHIND_ITSELF = re.compile(r"(?:\s(?:des|der|von|vom|aus|in|im)\s[^,.;:!?]{2,50})?,\s$")
_COMPLEMENT_REACH = 60
"""Characters behind a description within which its complement ends."""


class DescriptionLinker:
    """Links descriptions, in text order, to persons and bodies known so far, and learns from each link."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._around = Surroundings(parsed, discourse)
        self._offices = Offices(parsed, tables, discourse)
        self._bodies = BodyLinker(parsed, tables, discourse, self._around)
        self._accused = Accused(parsed, discourse)
        self._sexes = SexLinker(tables, discourse, self._around)
        self._ties = Ties(parsed, tables, discourse)
        self._ages = AgeLinker(discourse, self._around, self._offices, self._accused)
        self.roles = DescribedRoles(parsed, tables, discourse, self._around)
        """The roles that the descriptions give."""
        self._last = (-1, "")
        """Where the description before ended, and whom it meant."""
        self._complements: dict[str, str] = {}
        """Whose somebody without a name is, as the text first tells it."""

    def link(self, found: Description, speaking: bool = False) -> Link | None:
        """Whom a description means; None only for bodies, where nothing suffices.

        One that speaks is more likely somebody known. Where nobody known is meant, the description introduces somebody.
        """
        named = named_in_apposition(self._parsed, self._tables, self._discourse, found)
        if named is not None and named.actor not in self._discourse.persons:
            return named
        if not found.person:
            return self._bodies.link(found)
        link = named or self._apposed(found) or self._said_to_be(found)
        if link is None:
            link = self._known(found, speaking) if found.definite else self._again(found)
        link = link or Link(self._introduced(found), 1.0)
        self._learn(found, self._discourse.persons[link.actor])
        self._accused.heed(found, link.actor)
        self.roles.heed(found, link, speaking)
        self._last = (found.end, link.actor)
        return link

    def _learn(self, found: Description, person: Person) -> None:
        if found.age is not None and person.age is None:
            person.age = found.age
        person.gender = person.gender or found.gender
        person.gender_guessed = person.gender_guessed and person.gender != found.gender
        if found.people or (found.countries and not person.countries):
            person.countries |= found.countries
        if not (found.general or found.people):
            person.call(self._tables, found.noun)
            person.general = False

    def _introduced(self, found: Description) -> str:
        """The key of a new person, known by a description alone."""
        person = Person(found.gender, (), age=found.age, named=False, general=found.general)
        person.taken_as_known = found.definite and not (found.complement or found.of_the_last)
        by_body = self._parsed.by_parse and found.owner == ""  # "its governor"
        person.owned = found.complement or (found.owner is not None and not by_body)
        if found.general and found.age is None:
            person.called.add(role_stem(found.noun))
        key = self._discourse.introduce(person)
        self._complements[key] = self._complement(found)
        return key

    def _apposed(self, found: Description) -> Link | None:
        """Whom an apposition is about that follows another description: "Der Lokführer, ein 34 Jahre alter Mann"."""
        end, actor = self._last
        if self._discourse.persons.get(actor) is None or not end < found.start < end + _COMPLEMENT_REACH:
            return None
        between = self._parsed.text[end : found.start]
        same = self._discourse.persons[actor].gender in (None, found.gender) or found.gender is None
        return Link(actor, ROLE) if same and _BEHIND_ITSELF.fullmatch(between) else None

    def _said_to_be(self, found: Description) -> Link | None:
        """English: who the text says a description is: "The man with the pencil is Bo Quill"."""
        parsed = self._parsed
        head = parsed.head_of(*found.span) if parsed.by_parse else None
        if head is None or parsed.dep[head] not in ("nsubj", "obj", "nsubj:pass"):
            return None
        if parsed.dep[head] != "nsubj" or parsed.lexicon.has(parsed.low[parsed.head[head]], "identifying"):
            return self._identified(found, parsed.head[head])
        at = parsed.starts[parsed.head[head]]
        names = (each for each in self._discourse.between(found.end, at + 1) if each.start <= at < each.end)
        name = next((each for each in names if each.form is Form.NAME), None)
        if name is None or name.actor not in self._discourse.persons:
            return None
        words = range(parsed.token_from(name.start), parsed.token_from(name.end))
        beside = [k for word in words for k in parsed.children(word)]
        is_one = any(parsed.dep[k] == "cop" for k in beside)
        denied = any(parsed.lexicon.has(parsed.low[k], "negation") for k in beside)
        return Link(name.actor or "", ROLE) if is_one and not denied else None

    def _identified(self, found: Description, verb: int) -> Link | None:
        """English: as whom a description is identified: "Police identified the driver as Bo Quill"."""
        parsed = self._parsed
        if not parsed.lexicon.has(parsed.low[verb], "identifying"):
            return None
        for name in self._discourse.between(found.end, parsed.ends[verb] + _COMPLEMENT_REACH):
            head = parsed.head_of(name.start, name.end)
            case = None if head is None else dependent(parsed, head, "case")
            apart = parsed.governor(head or 0) not in (verb, parsed.head_of(*found.span))
            told = case is not None and parsed.low[case] == "as" and not apart
            if told and name.form is Form.NAME and name.actor in self._discourse.persons:
                return Link(name.actor or "", ROLE)
        return None

    def _again(self, found: Description) -> Link | None:
        """Somebody without a name who is introduced by the same words once more: "ein Polizeisprecher"."""
        if found.general or found.other or found.noun in self._tables.companions:
            return None
        stem = role_stem(found.noun)
        persons = self._discourse.persons
        behind = self._complement(found)
        for key in self._discourse.recent(found.start):
            if key in persons and not persons[key].named and stem in persons[key].called:
                return Link(key, CLASS) if behind == self._complements.get(key, behind) else None
        return None

    def _complement(self, found: Description) -> str:
        """The words that say whose somebody is: "der Polizei" behind "ein Sprecher"."""
        behind = self._parsed.after(found.end, _COMPLEMENT_REACH) if found.complement else ""
        return " ".join(re.findall(r"[\w-]+", behind)[:2])

    def _known(self, found: Description, speaking: bool) -> Link | None:
        without = self._around.excluded(found)
        if found.other or found.of_the_last:
            return None
        if self._parsed.by_parse:
            without |= self._around.against(found)
            without |= self._discourse.spoken_of(found.start) if speaking else frozenset()
            without |= self._offices.of_other_side(found, self._around.fitting(found, without))
        if found.age is not None:
            if (link := self._ages.by_same_age(found)) is not None:
                return link
            without |= self._ages.of_other_age(found)
            if found.general:
                return self._ages.by_age(found, without, speaking)
        if found.owner is not None and self._parsed.lexicon.has(found.noun.lower(), "client"):
            return self._accused.client(found, self._around.fitting(found, frozenset()))
        if found.owner is not None:
            return (
                self._by_tie(found)
                if found.noun in self._tables.kin or found.general
                else self._of_owner(found)
            )
        if found.people:
            return self._by_nation(found, without)
        if self._parsed.by_parse and found.noun in ("widow", "widower"):
            widowed = self._ties.widowed(found.start, found.gender)
            return Link(widowed, TIE) if widowed else None
        if self._parsed.by_parse and found.noun == "witness" and not found.complement:
            return self._accused.witness(found, self._around.fitting(found, without))
        complaining = self._accused.complaining(found, self._around.fitting(found, without))
        if complaining:
            return one_of(complaining, CLASS) if len(complaining) == 1 else None
        if found.general:
            return self._ages.by_time_of_life(found) or self._sexes.by_sex(found, without, speaking)
        if not speaking and self._parsed.by_parse and self._parsed.lexicon.has(found.noun, "bystander"):
            return self._by_role(found, without)
        tells = self._accused.persons or not self._parsed.by_parse
        if tells and ACCUSED in self._tables.classes_of_role(found.noun):
            tried = self._accused.described(found, self._around.fitting(found, frozenset()))
            if tried is not None or (self._accused.persons and not self._parsed.by_parse):
                return tried
        link = self._by_role(found, without)
        if link is not None and self._parsed.by_parse and found.age is not None:
            link = self._aged_here(found, link, without)
        link = link or self._by_topic(found, without, speaking or found.age is not None)
        link = link if speaking else self._around.if_sure(found, link)
        if link is None and speaking and not self._parsed.by_parse:
            link = self._sexes.as_witness(found, without)
        aged = link is None and self._parsed.by_parse and speaking and found.age is not None
        return self._ages.by_age(found, without, speaking) if aged else link

    def _aged_here(self, found: Description, link: Link, without: frozenset[str]) -> Link:
        """Whom the paragraph is about, where an office and an age are told there and the one who has such an office is
        named elsewhere: "the 74-year-old leader" of somebody introduced without one."""
        if self._around.is_near(found, link.actor):
            return link
        topic = self._discourse.antecedent(found.start, found.gender, without, named=NAMED)
        if topic is None or topic == link.actor or not self._around.is_near(found, topic):
            return link
        person = self._discourse.persons[topic]
        return Link(topic, CLASS) if person.named and person.age is None and not person.classes else link

    def _by_nation(self, found: Description, without: frozenset[str]) -> Link | None:
        persons = self._discourse.persons
        fitting = self._around.fitting(found, without)
        known = [key for key in fitting if persons[key].countries & found.countries]
        if known:
            return one_of(known, NATION)
        others = frozenset(key for key in fitting if persons[key].countries) | without
        topic = self._discourse.antecedent(found.start, found.gender, others)
        return Link(topic, TOPIC) if topic and self._around.is_near(found, topic) else None

    def _by_role(self, found: Description, without: frozenset[str]) -> Link | None:
        persons = self._discourse.persons
        stem = role_stem(found.noun.rpartition("-")[2])
        fitting = [
            key
            for key in self._around.fitting(found, self._around.excluded(found, clause=True))
            if not self._offices.excludes(found, key)
        ]
        owned = [key for key in fitting if self._offices.belongs(found, persons[key])]
        owned = owned or [key for key in fitting if self._offices.sides.is_of_same(found.span, key)]
        if owned:
            return one_of(owned, NATION)
        of_something = bool(found.before_hyphen) and found.noun.rpartition("-")[2] in self._tables.humans
        called = [
            key
            for key in fitting
            if not (of_something and not self._parsed.by_parse)
            and any(
                same_role(stem, other) and self._offices.complemented(found, stem, other)
                for other in persons[key].called
            )
        ]
        exact = [key for key in called if stem in persons[key].called]
        if called:
            return one_of(exact or called, ROLE)
        classes = self._tables.classes_of_role(found.noun)
        alike = [
            key
            for key in fitting
            if persons[key].classes & classes
            and key not in without
            and not other_office(classes, persons[key].classes)
            and not other_compound(stem, persons[key].called, self._parsed)
        ]
        if not alike or (found.complement and not self._offices.is_held_alone(found, alike)):
            return None
        if self._parsed.by_parse and classes <= TEAM:
            last = self._discourse.best_antecedent(found.start, found.gender, without, named=NAMED)
            return self._offices.of_team(last, alike)
        alike = self._by_fit(found, alike, classes)
        topic = None if self._discourse.is_said(found.start) else self._topic(found, without)
        told_of = self._parsed.by_parse and self._around.is_only_told_of(found, alike[0])
        near = self._around.is_near(found, alike[0]) and not told_of
        if topic is not None and not persons[topic].classes and not near:
            return Link(topic, TOPIC)
        return one_of(alike, CLASS) if self._around.is_antecedent(found, alike[0], classes) else None

    def _by_fit(self, found: Description, alike: list[str], classes: frozenset[str]) -> list[str]:
        """People with like offices, those first of whom this paragraph speaks, and of them those who are called by such
        nouns alone before those who have other offices as well."""
        persons = self._discourse.persons
        here = {
            each.actor for each in self._discourse.between(self._around.start_of_block(found), found.start)
        }

        def fit(key: str) -> tuple[bool, float]:
            known = persons[key].classes - (BROAD if self._parsed.by_parse else frozenset())
            return key not in here, -len(classes & known) / len(classes | known)

        return sorted(alike, key=fit)

    def _by_topic(self, found: Description, without: frozenset[str], speaking: bool) -> Link | None:
        """Whoever the paragraph is about, or the one person of whom nothing is known that speaks against it."""
        companion = found.noun in self._tables.companions and found.noun == found.noun.rpartition("-")[2]
        companion = companion and not (self._parsed.by_parse and found.before_hyphen)  # "the Labour man"
        of_something = found.complement and not found.noun.lower().removesuffix("in").endswith(FIGURES)
        classes = self._tables.classes_of_role(found.noun)
        accused = ACCUSED in classes and not self._parsed.by_parse
        if companion or of_something or accused or found.contracted or self._discourse.is_said(found.start):
            return None
        if self._offices.is_of_the_place(found, classes):
            return None
        without |= self._discourse.tellers(found.start)
        topic = self._around.if_named_lately(found, self._topic(found, without, speaking), classes)
        if found.local and not (speaking and topic is not None and self._around.is_only_one(found, topic)):
            return None
        if topic is not None and (
            speaking or self._around.leads(found) or not self._discourse.persons[topic].called
        ):
            return Link(topic, TOPIC)
        classes -= BROAD
        open_to_it = [
            key
            for key in self._around.fitting(found, without)
            if self._discourse.persons[key].named
            and (
                classes & PROTAGONISTS
                or self._around.is_near(found, key, speaking=True)
                or (speaking and self._around.is_only_named(found, key))
            )
            and not self._discourse.persons[key].classes - (BROAD if classes & PROTAGONISTS else frozenset())
            and self._discourse.persons[key].gender == found.gender
            and not self._offices.contradicts(found, self._discourse.persons[key])
        ]
        return Link(open_to_it[0], TOPIC) if len(open_to_it) == 1 and classes else None

    def _topic(self, found: Description, without: frozenset[str], speaking: bool = False) -> str | None:
        """Whom a pronoun in place of the description would mean, if near and nothing known speaks against it."""
        persons = self._discourse.persons
        others = {key for key, each in persons.items() if not (each.named or each.general)}
        topic = self._discourse.antecedent(found.start, found.gender, without | others, named=NAMED)
        if topic is None or not self._around.is_near(found, topic, speaking):
            return None
        person = persons[topic]
        classes = frozenset() if found.former else self._tables.classes_of_role(found.noun)
        if person.classes - BROAD and classes - BROAD and not person.classes & classes:
            alone = self._around.is_only_one(found, topic) or self._around.is_alone_here(found, topic)
            if not (classes <= PERSONAL and alone):
                return None
        if (
            not self._parsed.by_parse
            and person.classes & IN_COURT
            and classes
            and not person.classes & classes
        ):
            return None
        if other_office(classes, person.classes) or are_opposed(classes, person.classes):
            return None
        if self._offices.is_of_unlike(classes, person):
            return None
        if self._offices.excludes(found, topic) or other_compound(
            role_stem(found.noun.rpartition("-")[2]), person.called, self._parsed
        ):
            return None
        return topic if person.gender or found.gender != "f" else None

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
        told = self._ties.relative(owner, found.noun, found.start, found.gender)
        if told is not None:
            return Link(told, TIE)
        others = self._ties.are_otherwise(owner, found.noun, found.start)
        related = [
            key
            for key in self._around.fitting(found, others | {owner})
            if (persons[key].surnames & surnames or stem in persons[key].called)
        ]
        called = [key for key in related if stem in persons[key].called]
        if len(called or related) == 1:
            return Link((called or related)[0], TIE)
        return None

    def _of_owner(self, found: Description) -> Link | None:
        """For "sein Sprecher", "ihr Anwalt": the one other person of whom the text has given that role."""
        owner = self._discourse.antecedent(found.start, found.owner) if found.owner else None
        if owner is None:
            return None
        stem = role_stem(found.noun.rpartition("-")[2])
        persons = self._discourse.persons
        called = [
            key for key in self._around.fitting(found, frozenset((owner,))) if stem in persons[key].called
        ]
        return Link(called[0], TIE) if len(called) == 1 else None
