"""Whom a description by age means: "die 58-Jährige", "the teenager"."""

import re

from core.actors.coreference.accused import Accused
from core.actors.coreference.agreement import owner_of
from core.actors.coreference.compare_roles import same_role
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import AGE, CLASS, Link, one_of
from core.actors.coreference.offices import Offices
from core.actors.coreference.opening_sources import opens_as_source
from core.actors.coreference.surroundings import NAMED, Surroundings
from core.lexicon.world import role_stem

_AGES = {"teenager": (13, 19), "teen": (13, 19), "toddler": (1, 3), "pensioner": (60, 120)}
"""English nouns for people of an age, with the youngest and oldest."""
_BESIDE_NOUN = re.compile(r"([A-ZÄÖÜ][\w-]+)\s?\((\d{1,3})\)")
_OPENING = 1
"""Characters into a sentence within which a description opens it."""


class AgeLinker:
    """Links descriptions to those of that age, or to somebody whose age the text has not told yet."""

    def __init__(
        self, discourse: Discourse, around: Surroundings, offices: Offices, accused: Accused
    ) -> None:
        self._parsed = discourse.parsed
        self._discourse = discourse
        self._around = around
        self._offices = offices
        self._accused = accused

    def by_time_of_life(self, found: Description) -> Link | None:
        """For "the teenager": the one person known to be of such an age."""
        youngest, oldest = _AGES.get(found.noun, (0, -1))
        persons = self._discourse.persons
        same = [
            key
            for key in self._around.fitting(found, frozenset())
            if youngest <= (persons[key].age or 0) <= oldest
        ]
        return Link(same[0], AGE) if len(same) == 1 else None

    def by_same_age(self, found: Description) -> Link | None:
        """Whoever is known to be as old as a description tells, the latest if there are several."""
        persons = self._discourse.persons
        same = [key for key in self._around.fitting(found, frozenset()) if persons[key].age == found.age]
        return one_of(same, AGE) if same else None

    def of_other_age(self, found: Description) -> frozenset[str]:
        """Those who can be meant as far as sex goes, but whose age is known, and is another."""
        persons = self._discourse.persons
        return frozenset(
            key for key in self._around.fitting(found, frozenset()) if persons[key].age is not None
        )

    def by_age(self, found: Description, without: frozenset[str], speaking: bool) -> Link | None:
        """Whoever was named last and has no age yet gets this one; past a judge nobody who has a name."""
        last = self._discourse.antecedent(found.start, found.gender, without, named=NAMED)
        without |= self._offices.of_whom_no_age_is_told(last)
        tried = self._accused.is_among(self._around.fitting(found, without))
        acts = speaking or self._around.leads(found)
        if tried or not acts:
            without |= self._offices.of_the_bench()
        told = self._told_in_headline(found)
        called = [key for key in self._around.fitting(found, without) if self._is_called(key, told)]
        if len(called) == 1:
            return Link(called[0], CLASS)
        if told:
            without |= {key for key, each in self._discourse.persons.items() if each.called}
        new = self._newcomer(found) or self._owner_here(found, without)
        if new is not None and new not in without:
            return Link(new, CLASS)
        topic = self._discourse.antecedent(found.start, found.gender, without, named=NAMED)
        last = (
            None if self._parsed.by_parse else self._discourse.antecedent(found.start, found.gender, without)
        )
        if last is not None and self._is_told_of_now(found, last):
            return Link(last, CLASS)
        if topic is None or (self._parsed.by_parse and self._around.is_anothers(found, topic)):
            return None
        return Link(topic, CLASS)

    def _is_told_of_now(self, found: Description, actor: str) -> bool:
        """Whether somebody new without a name acts in this paragraph, which has spoken of nobody else since: "Ein Zeuge
        sagte, er habe gerufen. Der 58-Jährige …"."""
        person = self._discourse.persons[actor]
        if person.named or person.taken_as_known or person.owned:
            return False
        since = self._discourse.between(self._around.start_of_block(found), found.start)
        people = [each for each in since if each.actor in self._discourse.persons]
        acts = any(
            self._discourse.is_subject(each) or opens_as_source(self._parsed, each)
            for each in people
            if each.actor == actor
        )
        return acts and people[-1].actor == actor

    def _owner_here(self, found: Description, without: frozenset[str]) -> str | None:
        """English: the only person mentioned before in the sentence, to whom something in it belongs: "Ole Tarn’s kick
        led to a goal, and the 22-year-old …"."""
        number = self._parsed.sentence_at(found.start)
        if not self._parsed.by_parse or number < 0:
            return None
        before = self._discourse.between(self._parsed.sentences[number][0], found.start)
        fitting = {each.actor for each in before} & set(self._around.fitting(found, without))
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _told_in_headline(self, found: Description) -> frozenset[str]:
        """The stems of nouns beside which a headline tells the age: "Lehrling (19) rettet Rentner"."""
        parsed = self._parsed
        above = () if parsed.by_parse else (b for b in parsed.blocks if not parsed.is_running_text(b.start))
        matches = (
            match for block in above for match in _BESIDE_NOUN.finditer(parsed.text, block.start, block.end)
        )
        return frozenset(
            role_stem(match.group(1).rpartition("-")[2])
            for match in matches
            if int(match.group(2)) == found.age and parsed.lexicon.role(match.group(1)) is not None
        )

    def _is_called(self, key: str, stems: frozenset[str]) -> bool:
        """Whether somebody goes by one of some nouns, also as part of a compound."""
        return any(same_role(stem, each) for stem in stems for each in self._discourse.persons[key].called)

    def _newcomer(self, found: Description) -> str | None:
        """Who was first named in the sentence before, if a sentence opens with the description and that one speaks of
        nobody else: "Entworfen hat es Ada Lind. Die 58-Jährige …"."""
        parsed, discourse = self._parsed, self._discourse
        number = parsed.sentence_at(found.start)
        if number < 1 or parsed.by_parse or found.start - parsed.sentences[number][0] > _OPENING:
            return None
        start, end = parsed.sentences[number - 1]
        if parsed.block_at(start) != parsed.block_at(found.start):
            return None
        there = [each for each in discourse.between(start, end) if each.actor in discourse.persons]
        actors = {
            each.actor for each in there if discourse.persons[each.actor or ""].gender in (None, found.gender)
        }
        only = next(iter(actors)) if len(actors) == 1 else None
        words = parsed.low[parsed.token_from(start) : parsed.token_from(end)]
        if only is None or any(owner_of(word) == found.gender for word in words):
            return None
        known = any(
            each.actor == only and parsed.is_running_text(each.start) for each in discourse.between(0, start)
        )
        person = discourse.persons[only]
        return only if person.named and person.gender == found.gender and not known else None
