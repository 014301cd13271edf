"""Whether the office in a description may be a person's: its party, its body, and whether it is a stand-in's."""

import re
from collections.abc import Sequence
from functools import cache

from core.actors.coreference.antecedent import Antecedent
from core.actors.coreference.compare_roles import (
    BROAD,
    OF_THE_BENCH,
    OF_THE_COURT,
    OF_THE_PLACE,
    PERSONAL,
    stems_of,
)
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.link import CLASS, TOPIC, Link, one_of
from core.actors.coreference.sides import Sides
from core.actors.coreference.surroundings import Surroundings
from core.lexicon.world import Tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import listed, paired

_COMPLEMENT_REACH = 60
"""Characters behind a description within which its complement ends."""
_COMPOUND_PART = 5
"""Letters by which the first part of a compound is known again: "Verkehr" in "Verkehrsminister"."""


_HEADS = listed("general_role")
"""Ends of nouns for who heads something."""
_HEADS_OF_STATE = frozenset(("government", "state"))
_OF = re.compile(r"\s?(?:des|der|von|vom|für|beim?|im|am|in)\s(?P<body>[^.,;:!?–()]+)")


@cache
def _members() -> dict[str, frozenset[str]]:
    return {role_stem(noun): frozenset(parties.split("/")) for noun, parties in paired("party_of_member")}


def parties_of(noun: str) -> frozenset[str]:
    """The parties of which a noun may mean a member: "Sozialdemokratin"."""
    return _members().get(role_stem(noun), frozenset())


class Offices:
    """Compares the office in a description with what is known of a person."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self.sides = Sides(parsed, tables, discourse)

    def excludes(self, found: Description, key: str) -> bool:
        """Whether a description contradicts what is known of somebody, or is of the other side in a match."""
        other = self.sides.is_of_other(found.span, key)
        return other or self.contradicts(found, self._discourse.persons[key])

    def of_other_side(self, found: Description, keys: Sequence[str]) -> frozenset[str]:
        """Those of some people who are of the other side in a match, or whose players others are."""
        return frozenset(key for key in keys if self.sides.is_of_other(found.span, key))

    def contradicts(self, found: Description, person: Person) -> bool:
        """Whether a description tells of another state, party or body, or of a stand-in, and so not of this person; nor
        is somebody whose surname is withheld the judge, nor the judge who is told by age without acting."""
        told = found.age is not None and self._is_of_the_bench(person)
        if told and self._has_no_part_in_court(found):
            return True
        if found.general and told:
            return not Surroundings(self._parsed, self._discourse).leads(found)
        in_court = self._tables.classes_of_role(found.noun) & OF_THE_COURT
        if person.goes_by_initial and in_court and role_stem(found.noun) not in person.called:
            return True
        if found.countries and person.countries and not found.countries & person.countries:
            return True
        if found.assigned and role_stem(found.noun.rpartition("-")[2]) not in person.called:
            return True
        if self._is_of_another(found, person) or self._is_of_other_party(found, person):
            return True
        parties, own = parties_of(found.noun), self._parties(person)
        if parties and own and not parties & own:
            return True
        text = self._parsed.text[found.start : found.end].lower()
        if "amtierend" in text and any(
            self._parsed.lexicon.ends_in(other, "candidate") for other in person.called
        ):
            return True
        stem = role_stem(found.noun.rpartition("-")[2])
        ranked = self._parsed.lexicon.has(found.noun.lower(), "rank") and not self._parsed.by_parse
        if ranked and person.called:
            same = any(other.endswith(stem) or stem.endswith(other) for other in person.called)
            if not same and not found.former:
                return True
        if self._is_party(found.before_hyphen) and not self.belongs(found, person):
            parts = (word.rpartition("-")[0] for role in person.roles for word in role.split())
            if any(self._is_party(body) for body in (*person.belongs, *parts)):
                return True
        return is_lesser(self._parsed, found.noun, person)

    def is_of_unlike(self, classes: frozenset[str], person: Person) -> bool:
        """Whether a noun is for a head of government, and somebody heads something of another kind: "der Kanzler" is no
        chairman of a commission."""
        heads = any(each.endswith(_HEADS) for each in person.called)
        return (
            not self._parsed.by_parse
            and "government" in classes
            and heads
            and "government" not in person.classes
        )

    def belongs(self, found: Description, person: Person) -> bool:
        """Whether what opens a compound is a body that a person is of, FDP in "FDP-Mann", "Freie-Wähler-Landrat", or a
        noun means a member of their party: "die Liberale"."""
        if parties_of(found.noun) & self._parties(person):
            return True
        wanted = stems_of(found.before_hyphen)
        if not wanted:
            return False
        party = self._tables.party(found.before_hyphen)
        if party is not None and any(self._tables.party(each) == party for each in person.belongs):
            return True
        names = [stems_of(each) for each in (*person.belongs, *person.roles)]
        return any(wanted == each[k : k + len(wanted)] for each in names for k in range(len(each)))

    def _parties(self, person: Person) -> set[str]:
        """The parties that a person is told to be of."""
        opening = (word.rpartition("-")[0] for role in person.roles for word in role.split())
        return {party for each in (*person.belongs, *opening) if (party := self._tables.party(each))}

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

    def complemented(self, found: Description, stem: str, other: str) -> bool:
        """Whether the complement of a description is compatible with a role known as a compound: the "Präsident des
        Fischereiverbands" is no Ministerpräsident, the "Minister für Verkehr" is the Verkehrsminister."""
        if not found.complement or len(other) <= len(stem):
            return True
        first = other.removesuffix(stem)[:_COMPOUND_PART]
        return first in self._parsed.after(found.end, _COMPLEMENT_REACH).lower()

    def _is_of_another(self, found: Description, person: Person) -> bool:
        """Whether a description says of which body somebody has an office, and the text gives a person the same office
        of another: "eine Sprecherin des Flughafens", and later "die Sprecherin der Grünen, Ada Lind"."""
        known = self._bodies_of_office(found, person)
        return bool(known) and not self.is_of_same(found, person)

    def _is_of_other_party(self, found: Description, person: Person) -> bool:
        """English: whether a noun is for one of a party, or a party stands before it, and a person is called one of
        another: "the Democrat", "the Labour councillor"."""
        lexicon, noun = self._parsed.lexicon, found.noun.lower()
        if not self._parsed.by_parse:
            return False
        known = {
            self._tables.party(one.title())
            for one in lexicon.words.get("of_a_party", ())
            if role_stem(one) in person.called
        } - {None}
        told = found.before_hyphen or (found.noun.title() if lexicon.has(noun, "of_a_party") else "")
        party = self._tables.party(told)
        return party is not None and bool(known) and party not in known

    def is_of_same(self, found: Description, person: Person) -> bool:
        """Whether a description and the text about a person name the same office of the same body: "ein Sprecher des
        Zoos", and later "Bo Lenz, Sprecher des Zoos"."""
        wanted = _bodies_in(self._parsed.after(found.end, _COMPLEMENT_REACH)) if found.complement else set()
        known = self._bodies_of_office(found, person)
        return any(one.endswith(other) or other.endswith(one) for one in wanted for other in known)

    def _bodies_of_office(self, found: Description, person: Person) -> set[str]:
        """Of what a person has the office that a description with a complement names, without endings."""
        known: set[str] = set()
        if not found.complement or self._parsed.by_parse:
            return known
        if not _bodies_in(self._parsed.after(found.end, _COMPLEMENT_REACH)):
            return known
        stem = role_stem(found.noun.rpartition("-")[2])
        for role in person.roles:
            words = role.split()
            at = next((k for k, word in enumerate(words) if role_stem(word.rpartition("-")[2]) == stem), None)
            known |= _bodies_in(" ".join(words[at + 1 :])) if at is not None else set()
        return known

    def is_of_the_place(self, found: Description, classes: frozenset[str]) -> bool:
        """English: whether a noun is for who judges or governs there, as of whom nobody needs to be told: "the judge"
        is none of whom a report has only told that she lost her mill; a retired one may be."""
        retired = found.former or any(
            self._parsed.lexicon.has(word, "no_longer")
            for word in self._parsed.text[found.start : found.end].lower().split()
        )
        return self._parsed.by_parse and bool(classes & OF_THE_PLACE) and not (retired or found.age)

    def of_whom_no_age_is_told(self, last: str | None) -> frozenset[str]:
        """People whose age a report hardly tells: in English who speaks for others in court or judges them, in German
        who judges or accuses there and has no name, and where that is who was spoken of last all who have one; nor that
        of who governs and is not named."""
        persons = self._discourse.persons
        if self._parsed.by_parse:
            return frozenset(key for key, each in persons.items() if each.classes & OF_THE_COURT)
        bench = {k for k, each in persons.items() if each.classes & OF_THE_BENCH and not each.named}
        heads = {k for k, each in persons.items() if each.classes & _HEADS_OF_STATE and not each.named}
        past = {k for k, each in persons.items() if last in bench and each.named}
        return frozenset(bench | heads | past)

    def of_the_bench(self) -> frozenset[str]:
        """The people who judge or accuse in court: it is of the accused that a report of a trial tells the age."""
        return frozenset(k for k, each in self._discourse.persons.items() if self._is_of_the_bench(each))

    def _has_no_part_in_court(self, found: Description) -> bool:
        """Whether a noun is for a trade or an office outside of courts, as of whom no prosecutor's age is told: "Die
        52-jährige Händlerin"."""
        classes = self._tables.classes_of_role(found.noun)
        return bool(classes) and not classes & OF_THE_COURT

    def _is_of_the_bench(self, person: Person) -> bool:
        return bool(person.classes & OF_THE_BENCH) and not self._parsed.by_parse

    def of_team(self, last: Antecedent | None, alike: Sequence[str]) -> Link | None:
        """For "the goalkeeper", which in a report of sport many may be: who was spoken of last, a player or not.

        `alike` are those who by the text are players too.
        """
        persons = self._discourse.persons
        players = [key for key in alike if "coaching" not in persons[key].classes]
        if last is None or last.actor in players:
            return one_of(players, CLASS)
        others = persons[last.actor].classes - BROAD - PERSONAL
        return Link(last.actor, TOPIC) if last.clear and not others else None

    def is_of_other_side(self, found: Description) -> bool:
        """Whether somebody is told by the side of a match, and so is nobody named before: "der Coach der Gäste"."""
        behind = re.findall(r"\w+", self._parsed.after(found.end, _COMPLEMENT_REACH).lower())[:2]
        return found.complement and any(self._parsed.lexicon.has(word, "other_side") for word in behind)

    def is_held_alone(self, found: Description, alike: Sequence[str]) -> bool:
        """Whether the subject is told by an office with its body, and one named person alone has one like it and no
        body: "der Coach der Eulen" after "Trainer Bo Berg"."""
        narrow = self._tables.classes_of_role(found.noun) - BROAD - PERSONAL
        if self._parsed.by_parse or not narrow or len(alike) != 1:
            return False
        if self.is_of_other_side(found):
            return False
        (only,) = alike
        person, stem = self._discourse.persons[only], role_stem(found.noun.rpartition("-")[2])
        if not person.named or person.belongs or any(each.endswith(stem) for each in person.called):
            return False
        return Surroundings(self._parsed, self._discourse).leads(found)


def is_lesser(parsed: ParsedText, noun: str, person: Person) -> bool:
    """Whether a noun is for who stands in for somebody or came before, and a person has the office itself: the
    "Altbürgermeister" is not the Bürgermeister."""
    first = noun.lower()
    opening = next(filter(first.startswith, parsed.lexicon.words.get("lesser_office", ())), None)
    if opening is None or any(role.lower().startswith(opening) for role in person.roles):
        return False
    stem = role_stem(first.removeprefix(opening).lstrip("-"))
    return stem in person.called or (role_stem(first) not in person.called and not person.called)


def _bodies_in(words: str) -> set[str]:
    """The nouns that say of what somebody has an office, without endings: "zoll" for "des Hamburger Zolls"."""
    match = _OF.match(words)
    capitals = [word for word in match["body"].split() if word[:1].isupper()] if match else []
    return {word.lower().removesuffix("s").removesuffix("e").removesuffix("n") for word in capitals}
