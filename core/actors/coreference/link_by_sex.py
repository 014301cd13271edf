"""Whom a description means that tells little more than sex: "der Mann", "die Oldenburgerin", "der Augenzeuge"."""

import re

from core.actors.coreference.compare_roles import WITNESS
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import CLASS, TIE, TOPIC, Link
from core.actors.coreference.surroundings import NAMED, Surroundings
from core.analysis.analysis import Form
from core.lexicon.world import Tables, role_stem

_RELATIVE = re.compile(
    r"(?:\s(?:aus|in|am|an|im|mit|vom|von|des|der)\s[^,.;:!?]{2,40})?,\s(?:der|die|dem|den|dessen|deren)\s"
)


class SexLinker:
    """Links descriptions to the one person of that sex whom they can mean where they stand."""

    def __init__(self, tables: Tables, discourse: Discourse, around: Surroundings) -> None:
        self._parsed = discourse.parsed
        self._tables = tables
        self._discourse = discourse
        self._around = around

    def by_sex(self, found: Description, without: frozenset[str], speaking: bool) -> Link | None:
        """For "der Mann", "die Oldenburgerin": who was introduced by that noun, or the one person it can mean here."""
        persons = self._discourse.persons
        if speaking and not self._parsed.by_parse:
            without |= self._discourse.tellers(found.start)  # Nobody calls themselves so.
        stem = role_stem(found.noun)
        called = [
            key
            for key in self._around.fitting(found, without if found.origin else frozenset())
            if not persons[key].named and (stem in persons[key].called or persons[key].general)
        ]
        latest = self._latest_here(found, without)
        if latest is not None and not found.origin and not persons[latest].named and latest not in called:
            persons[latest].called.add(stem)
            return Link(latest, TIE)
        if called and not found.origin:
            if (other := self._instead_of(found, called[0])) is not None:
                return Link(other, TOPIC) if other not in without else None
            return Link(called[0], CLASS if len(called) == 1 else TIE)
        if self._discourse.is_said(found.start) or _RELATIVE.match(self._parsed.after(found.end)):
            return None
        best = self._discourse.best_antecedent(found.start, found.gender, without, named=NAMED)
        if best is None or not (best.clear or speaking) or persons[best.actor].gender != found.gender:
            return None
        apart = not persons[best.actor].named and self._around.is_told_apart(found)
        if found.complement or apart or not self._around.is_near(found, best.actor, speaking):
            return None
        return Link(best.actor, TOPIC)

    def as_witness(self, found: Description, without: frozenset[str]) -> Link | None:
        """For "der Augenzeuge", "der Insider": the one person of that sex without a name in the paragraph, whom it says
        nothing against to have seen or known something."""
        if self._tables.classes_of_role(found.noun) != WITNESS or found.complement or found.local:
            return None
        latest = self._latest_here(found, without)
        return Link(latest, TIE) if latest and not self._discourse.persons[latest].named else None

    def _instead_of(self, found: Description, actor: str) -> str | None:
        """Who is named in this paragraph, the only one of that sex, where a person without a name was last spoken of
        before the paragraph above."""
        persons = self._discourse.persons
        near = self._discourse.between(self._around.start_of_last_block(found), found.start)
        if self._parsed.by_parse or any(each.actor == actor for each in near):
            return None
        here = {
            each.actor
            for each in self._discourse.between(self._around.start_of_block(found), found.start)
            if each.form is Form.NAME
            and each.actor in persons
            and persons[each.actor or ""].gender == found.gender
        }
        return next(iter(here)) if len(here) == 1 else None

    def _latest_here(self, found: Description, without: frozenset[str]) -> str | None:
        """The one person of that sex who was mentioned in this paragraph before a description."""
        persons = self._discourse.persons
        start = self._around.start_of_block(found)
        here = {
            mention.actor
            for mention in self._discourse.between(start, found.start)
            if mention.actor in persons and persons[mention.actor].gender in (None, found.gender)
        }
        (only,) = here if len(here) == 1 else (None,)
        agrees = only is not None and persons[only].gender == found.gender and only not in without
        return only if agrees else None
