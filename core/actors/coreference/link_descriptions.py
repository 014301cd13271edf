"""Whom a description means: "die 58-Jährige", "der Regierungschef", "der Däne", "ihr Vater", "der Konzern".

Evidence is tried in order of its strength: an age, a nation, a role or tie that the text has given, a class of roles
that go together, and last whoever the paragraph is about. Where it does not suffice, somebody without a name is meant,
who from there on can be meant by other descriptions and by pronouns.
"""

import re
from dataclasses import dataclass

from core.actors.attributes.roles import role_described
from core.actors.coreference.compare_roles import other_compound, other_office, same_role, stems_of
from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.find_descriptions import Description
from core.analysis.analysis import Form
from core.lexicon.world import FIGURES, Tables, role_stem
from core.parsed_text.parsed_text import ParsedText

AGE, NATION, ROLE, TIE, CLASS, TOPIC = 0.95, 0.9, 0.9, 0.75, 0.8, 0.6
"""How sure each kind of evidence makes a link."""
_BROAD = frozenset(("business", "retired", "contest", "wedding", "activism", "student"))
"""Classes that go with any other: a brewer may be an owner, a judge a pensioner."""
_NO_ROLES = frozenset(("accused", "plaintiff", "contest", "wedding", "patient", "election"))
"""Classes of nouns that say what somebody is in one matter, which is no office and no profession."""
_PROTAGONISTS = frozenset(("accused", "plaintiff"))
"""Classes of those whom a whole report is about, so that they can be meant from far."""
NAMED = 2.2
"""What speaks for somebody with a name where a description is asked for: it is they who are called by others."""
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_LIMITED = re.compile(
    r"(?:interims|übergangs|vize|ex-|alt|stellvertret|unter|neben|ehren|jung|nachwuchs|schein)"
)
"""What opens a noun for an office that is not the office itself: the "Interimsrektor" is not the Rektor."""
_RELATIVE = re.compile(
    r"(?:\s(?:aus|in|am|an|im|mit|vom|von|des|der)\s[^,.;:!?]{2,40})?,\s(?:der|die|dem|den|dessen|deren)\s"
)
_OPENERS = re.compile(r"[\W\d]*")
_BEHIND_ITSELF = re.compile(r"(?:\s(?:des|der|von|vom|aus|in|im)\s[^,.;:!?]{2,50})?,\s$")
_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "parataxis", "acl:relcl", "csubj"))
_DEEPEST = 12
_MAIN = frozenset(("ROOT", "conj", "parataxis"))
"""What the verb of a main clause depends by."""
BY_TOPIC = frozenset(
    ("company", "bank", "club", "association", "union", "institute", "media", "stage", "authority")
)
"""Classes of bodies whose nouns may be said of a body of which nothing else is known."""
_AMONG_SEVERAL = 0.1
"""What a link loses where the nearest of several was taken."""
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
        self._last = (-1, "")
        """Where the description before ended, and whom it meant."""
        self._complements: dict[str, str] = {}
        """Whose somebody without a name is, as the text first tells it."""

    def link(self, found: Description, speaking: bool = False) -> Link | None:
        """Whom a description means; None only for bodies, where nothing suffices.

        One that speaks is more likely somebody known. Where nobody known is meant, the description introduces somebody.
        """
        if not found.person:
            return self._body(found)
        link = self._apposed(found)
        if link is None:
            link = self._known(found, speaking) if found.definite else self._again(found)
        link = link or Link(self._introduced(found), 1.0)
        self._learn(found, self._discourse.persons[link.actor])
        if not self._discourse.persons[link.actor].described_as:
            self._discourse.persons[link.actor].described_as = self._role(found, link, speaking)
        self._last = (found.end, link.actor)
        return link

    def _learn(self, found: Description, person: Person) -> None:
        if found.age is not None and person.age is None:
            person.age = found.age
        person.gender = person.gender or found.gender
        if found.people or (found.countries and not person.countries):
            person.countries |= found.countries
        if not (found.general or found.people):
            person.call(self._tables, found.noun)
            person.general = False

    def _role(self, found: Description, link: Link, speaking: bool) -> str:
        """The office or profession that a description gives, in the nominative: "früherer Minister".

        It must be nobody else's: gender agrees, and who is meant only as the topic is the subject or speaks.
        """
        tables = self._tables
        person = self._discourse.persons[link.actor]
        sure = link.confidence > TOPIC or speaking or self._leads(found)
        if not sure or person.gender != found.gender or self._discourse.is_said(found.start):
            return ""
        if self._parsed.text[found.start : found.start + 4].lower() not in ("der ", "die "):
            return ""
        bare = found.noun.rpartition("-")[2]
        is_role = self._parsed.lexicon.role(found.noun) is not None and not found.other
        if not is_role or found.general or found.people or found.owner is not None:
            return ""
        if found.noun in tables.kin or bare in tables.companions or bare in tables.humans:
            return ""
        if tables.classes_of_role(found.noun) & _NO_ROLES:
            return ""
        words = self._parsed.text[found.start : found.end].split()[1:-1]
        return role_described(self._parsed, words, found.noun, found.gender)

    def _introduced(self, found: Description) -> str:
        """The key of a new person, known by a description alone."""
        person = Person(found.gender, (), age=found.age, named=False, general=found.general)
        person.taken_as_known = found.definite and not found.complement
        person.owned = found.complement or found.owner is not None
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
        without = self._excluded(found)
        if found.other:
            return None
        if found.age is not None:
            link = self._by_same_age(found)
            if link is not None:
                return link
            without |= self._of_other_age(found)
            if found.general:
                return self._by_age(found, without)
        if found.owner is not None:
            return (
                self._by_tie(found)
                if found.noun in self._tables.kin or found.general
                else self._of_owner(found)
            )
        if found.people:
            return self._by_nation(found, without)
        if found.general:
            return self._by_sex(found, without, speaking)
        link = self._by_role(found, without) or self._by_topic(
            found, without, speaking or found.age is not None
        )
        aged = link is None and self._parsed.by_parse and speaking and found.age is not None
        return self._by_age(found, without) if aged else link

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
        if clause and self._parsed.by_parse:
            return self._in_clause(found, start, end)
        if clause:
            start = max(start, self._parsed.text.rfind(",", start, found.start))
            comma = self._parsed.text.find(",", found.end, end)
            end = comma if comma >= 0 else end
        spoken = self._discourse.is_said(found.start)
        return frozenset(
            mention.actor
            for mention in self._discourse.between(start, end)
            if mention.actor is not None
            and mention.form is not Form.PRONOUN
            and self._discourse.is_said(mention.start) == spoken
        )

    def _in_clause(self, found: Description, start: int, end: int) -> frozenset[str]:
        """Those of a sentence who are named in the clause of a description, by the parse."""
        own = self._clause_at(found.start, found.end)
        return frozenset(
            mention.actor
            for mention in self._discourse.between(start, end)
            if mention.actor is not None
            and mention.form is not Form.PRONOUN
            and self._clause_at(mention.start, mention.end) == own
        )

    def _clause_at(self, start: int, end: int) -> int | None:
        """The head of the clause in which a phrase is."""
        token = self._parsed.head_of(start, end)
        for _ in range(_DEEPEST):
            if token is None or self._parsed.dep[token] in _CLAUSES:
                return token
            token = self._parsed.governor(token)
        return token

    def _one(self, candidates: list[str], sure: float) -> Link | None:
        """The one candidate, or the one mentioned last of several."""
        if not candidates:
            return None
        return Link(candidates[0], sure if len(candidates) == 1 else round(sure - _AMONG_SEVERAL, 2))

    def _by_same_age(self, found: Description) -> Link | None:
        persons = self._discourse.persons
        same = [key for key in self._fitting(found, frozenset()) if persons[key].age == found.age]
        return self._one(same, AGE) if same else None

    def _of_other_age(self, found: Description) -> frozenset[str]:
        persons = self._discourse.persons
        return frozenset(key for key in self._fitting(found, frozenset()) if persons[key].age is not None)

    def _by_age(self, found: Description, without: frozenset[str]) -> Link | None:
        """Whoever was named last and has no age yet gets this one."""
        topic = self._discourse.antecedent(found.start, found.gender, without, named=NAMED)
        return Link(topic, CLASS) if topic else None

    def _by_sex(self, found: Description, without: frozenset[str], speaking: bool) -> Link | None:
        """For "der Mann", "die Oldenburgerin": who was introduced by that noun, or the one person it can mean here."""
        persons = self._discourse.persons
        stem = role_stem(found.noun)
        called = [
            key
            for key in self._fitting(found, without if found.origin else frozenset())
            if not persons[key].named and (stem in persons[key].called or persons[key].general)
        ]
        if called and not found.origin:
            return Link(called[0], CLASS if len(called) == 1 else TIE)
        if self._discourse.is_said(found.start) or _RELATIVE.match(self._parsed.after(found.end)):
            return None
        best = self._discourse.best_antecedent(found.start, found.gender, without, named=NAMED)
        if best is None or not (best.clear or speaking) or persons[best.actor].gender != found.gender:
            return None
        if found.complement or not self._is_near(found, best.actor, speaking):
            return None
        return Link(best.actor, TOPIC)

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
            if not self._contradicts(found, persons[key])
        ]
        owned = [key for key in fitting if self._belongs(found, persons[key])]
        if owned:
            return self._one(owned, NATION)
        called = [
            key
            for key in fitting
            if any(
                same_role(stem, other) and self._complemented(found, stem, other)
                for other in persons[key].called
            )
        ]
        exact = [key for key in called if stem in persons[key].called]
        if called:
            return self._one(exact or called, ROLE)
        classes = self._tables.classes_of_role(found.noun)
        alike = [
            key
            for key in fitting
            if persons[key].classes & classes
            and key not in without
            and not other_office(classes, persons[key].classes)
            and not other_compound(stem, persons[key].called, self._parsed)
        ]
        if found.complement or not alike:
            return None
        # Whoever is called by such nouns alone is meant before one who has other offices as well.
        alike.sort(key=lambda key: -len(classes & persons[key].classes) / len(classes | persons[key].classes))
        topic = self._topic(found, without)
        if topic is not None and not persons[topic].classes and not self._is_near(found, alike[0]):
            return Link(topic, TOPIC)
        return self._one(alike, CLASS)

    def _contradicts(self, found: Description, person: Person) -> bool:
        """Whether a description tells of another state or party, or of a stand-in, and so not of this person."""
        if found.countries and person.countries and not found.countries & person.countries:
            return True
        if self._is_party(found.before_hyphen) and not self._belongs(found, person):
            opening = (word.rpartition("-")[0] for role in person.roles for word in role.split())
            if any(self._is_party(body) for body in (*person.belongs, *opening)):
                return True
        first = found.noun.lower()
        if not _LIMITED.match(first):
            return False
        limited = _LIMITED.sub("", first)
        stem = role_stem(limited)
        return stem in person.called or (role_stem(first) not in person.called and not person.called)

    def _belongs(self, found: Description, person: Person) -> bool:
        """Whether what opens a compound is a body that a person is of: FDP in "FDP-Mann", "Freie-Wähler-Landrat"."""
        wanted = stems_of(found.before_hyphen)
        if not wanted:
            return False
        names = [stems_of(each) for each in (*person.belongs, *person.roles)]
        return any(wanted == each[k : k + len(wanted)] for each in names for k in range(len(each)))

    def _is_party(self, name: str) -> bool:
        """Whether a name is a party's: Grünen in "Grünen-Chef"."""
        if not name:
            return False
        if self._tables.is_party(name):
            return True
        stems = stems_of(name)
        return any(
            "party" in body.classes and stems_of(body.name) == stems
            for body in self._discourse.bodies.values()
        )

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
        if found.complement and not found.noun.lower().removesuffix("in").endswith(FIGURES):
            return None
        topic = self._topic(found, without, speaking)
        if found.local and not (speaking and topic is not None and self._is_only_one(found, topic)):
            return None
        if topic is not None and (
            speaking or self._leads(found) or not self._discourse.persons[topic].called
        ):
            return Link(topic, TOPIC)
        classes = self._tables.classes_of_role(found.noun) - _BROAD
        open_to_it = [
            key
            for key in self._fitting(found, without)
            if self._discourse.persons[key].named
            and (classes & _PROTAGONISTS or self._is_near(found, key, speaking=True))
            and not self._discourse.persons[key].classes
            and self._discourse.persons[key].gender == found.gender
        ]
        return Link(open_to_it[0], TOPIC) if len(open_to_it) == 1 and classes else None

    def _topic(self, found: Description, without: frozenset[str], speaking: bool = False) -> str | None:
        """Whom a pronoun in place of the description would mean, if near and nothing known speaks against it."""
        persons = self._discourse.persons
        others = {key for key, each in persons.items() if not (each.named or each.general)}
        topic = self._discourse.antecedent(found.start, found.gender, without | others, named=NAMED)
        if topic is None or not self._is_near(found, topic, speaking):
            return None
        person = persons[topic]
        classes = frozenset() if found.former else self._tables.classes_of_role(found.noun)
        if person.classes - _BROAD and classes - _BROAD and not person.classes & classes:
            return None
        if other_office(classes, person.classes):
            return None
        if self._contradicts(found, person) or other_compound(
            role_stem(found.noun.rpartition("-")[2]), person.called, self._parsed
        ):
            return None
        return topic if person.gender or found.gender != "f" else None

    def _leads(self, found: Description) -> bool:
        """Whether a description is the subject of a main clause; true without a parse."""
        head = self._parsed.head_of(found.start, found.end)
        if head is None:
            return True
        verb = self._parsed.governor(head)
        main = verb is None or self._parsed.dep[verb] in _MAIN
        return main and self._parsed.dep[head] in _SUBJECTS

    def _is_near(self, found: Description, actor: str, speaking: bool = False) -> bool:
        """Whether somebody was mentioned before in the same paragraph; of one that speaks or opens its
        paragraph also in the one before, if nobody else of that sex was."""
        start = self._start_of_block(found)
        if any(mention.actor == actor for mention in self._discourse.between(start, found.start)):
            return True
        return (speaking or found.start == start) and self._is_only_one(found, actor)

    def _is_only_one(self, found: Description, actor: str) -> bool:
        """Whether nobody else of that sex was named in the same paragraph and the one before."""
        block = self._parsed.block_at(found.start)
        if block is None:
            return False
        persons = self._discourse.persons
        open_to_all = found.gender is None and self._parsed.by_parse
        there = {
            mention.actor
            for mention in self._discourse.between(self._parsed.blocks[max(0, block - 1)].start, found.start)
            if mention.actor in persons
            and persons[mention.actor].named
            and (open_to_all or persons[mention.actor].gender in (None, found.gender))
        }
        return there == {actor}

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

    def _of_owner(self, found: Description) -> Link | None:
        """For "sein Sprecher", "ihr Anwalt": the one other person of whom the text has given that role."""
        owner = self._discourse.antecedent(found.start, found.owner) if found.owner else None
        if owner is None:
            return None
        stem = role_stem(found.noun.rpartition("-")[2])
        persons = self._discourse.persons
        called = [key for key in self._fitting(found, frozenset((owner,))) if stem in persons[key].called]
        return Link(called[0], TIE) if len(called) == 1 else None

    def _body(self, found: Description) -> Link | None:
        """The body that a noun means: one whose name or noun goes with it, else the one the paragraph is about."""
        if found.owner:
            own = self._body_of_owner(found)
            if own is not None:
                return own
        if found.complement or self._discourse.is_said(found.start):
            return None
        bodies = self._discourse.bodies
        classes = self._tables.classes_of_body(found.noun)
        without = self._excluded(found, clause=True)
        start = self._start_of_block(found)
        ranked = [key for key in self._discourse.bodies_before(found.start) if bodies[key].name]
        known = [key for key in ranked if bodies[key].classes & classes]
        if found.compound:
            first = found.compound.removesuffix(found.noun)
            loose = self._parsed.lexicon.has(first, "any_body")
            known = [
                key
                for key in known
                if loose or any(found.compound.startswith(noun) for noun in bodies[key].nouns)
            ]
        near = [
            key
            for key in ranked
            if key not in without
            and any(mention.actor == key for mention in self._discourse.between(start, found.start))
        ]
        topic = next(iter(near), None)
        if known and topic is not None and self._outweighs(topic, known[0], found) and classes & BY_TOPIC:
            return Link(topic, TOPIC)
        only = self._parsed.by_parse and len(known) == 1
        if known and (only or topic is None or bodies[topic].classes or self._is_near(found, known[0])):
            return self._one(known, CLASS)
        loose_topic = not found.compound or self._parsed.lexicon.has(
            found.compound.removesuffix(found.noun), "any_body"
        )
        if topic is None or bodies[topic].classes or not loose_topic or not classes & BY_TOPIC:
            return None
        bodies[topic].classes |= classes
        return Link(topic, TOPIC)

    def _outweighs(self, topic: str, known: str, found: Description) -> bool:
        """Whether of two bodies last named in one sentence the first is its subject, of a kind not told, and the other
        only an object: "Norlicht kauft den Hersteller Sonnwerk. Der Konzern …"."""
        if topic == known or self._discourse.bodies[topic].classes or found.compound:
            return False
        last = {
            mention.actor: mention
            for mention in self._discourse.between(self._start_of_block(found), found.start)
            if mention.actor in (topic, known)
        }
        if len(last) < 2:
            return False
        at = {self._parsed.sentence_at(mention.start) for mention in last.values()}
        subject = self._discourse.is_subject
        return len(at) == 1 and subject(last[topic]) and not subject(last[known])

    def _body_of_owner(self, found: Description) -> Link | None:
        """For "seine Partei", "ihr Verein": the body of that kind that the owner belongs to."""
        owner = self._discourse.antecedent(found.start, found.owner)
        if owner is None:
            return None
        classes = self._tables.classes_of_body(found.noun)
        belongs = self._discourse.persons[owner].belongs
        own = [
            key
            for key, body in self._discourse.bodies.items()
            if body.name in belongs and (body.classes & classes or not body.classes)
        ]
        return Link(own[0], CLASS) if len(own) == 1 else None
