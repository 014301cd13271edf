"""Roles taken from descriptions, for people who have none beside their name: "die Preisüberwacherin"."""

from collections.abc import Sequence

from core.actors.attributes.roles import role_described
from core.actors.attributes.roles_by_parse import role_of_description
from core.actors.coreference.compare_roles import NO_ROLES
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.link import TOPIC, Link
from core.actors.coreference.same_person import ENOUGH, Described, SamePerson, weights
from core.actors.coreference.surroundings import Surroundings
from core.actors.coreference.told_of_them import office_told
from core.lexicon.weights import probabilities
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_NOMINATIVE = ("der", "die")
_ARTICLES = (*_NOMINATIVE, "den", "dem", "des")


class DescribedRoles:
    """Gives each person the first role that is surely theirs; in German what is doubtful waits until all is read."""

    def __init__(
        self, parsed: ParsedText, tables: Tables, discourse: Discourse, around: Surroundings
    ) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._around = around
        self._unsure: list[tuple[Described, str]] = []
        """Roles for whoever a German description means as the topic."""

    def heed(self, found: Description, link: Link, speaking: bool) -> None:
        """Give whom a description means the role in it."""
        person = self._discourse.persons[link.actor]
        if person.described_as:
            return
        role = self._role(found, link, speaking) or self._told(found, person)
        if not role or self._parsed.by_parse or link.confidence > TOPIC:
            person.described_as = role
        elif found.owner is not None or self._article(found) in _NOMINATIVE:
            self._unsure.append((Described(found, speaking, link.actor), role))

    def settle(self, same: SamePerson, speakers: Sequence[tuple[Span, str]]) -> None:
        """Give those with a name who have no role yet a doubtful one, where most likely they are meant, or they spoke
        last and speak again.

        `speakers` are the words for those who speak, with their keys, in text order.
        """
        for described, role in self._unsure:
            person = self._discourse.persons[described.actor]
            if not person.named or person.described_as:
                continue
            if _speaks_again(described, speakers) or _likely(described, same, speakers) >= ENOUGH:
                person.described_as = role

    def _told(self, found: Description, person: Person) -> str:
        """What the text says that somebody is whom a German description means: "Der 34-Jährige ist Bäcker"."""
        return "" if self._parsed.by_parse else office_told(self._parsed, self._tables, person, found.span)

    def _article(self, found: Description) -> str:
        return self._parsed.text[found.start : found.end].partition(" ")[0].lower()

    def _role(self, found: Description, link: Link, speaking: bool) -> str:
        """The office or profession that a description gives, in the nominative: "früherer Minister".

        It must be nobody else's: gender agrees, and in English who is meant only as the topic is the subject or speaks.
        """
        tables, by_parse = self._tables, self._parsed.by_parse
        person = self._discourse.persons[link.actor]
        sure = not by_parse or link.confidence > TOPIC or speaking or self._around.leads(found)
        genders = {person.gender, found.gender}
        agrees = len(genders - {None} if by_parse else genders) < 2
        if not sure or not agrees or self._discourse.is_said(found.start):
            return ""
        owned = found.owner is not None
        if owned if by_parse else not owned and self._article(found) not in _ARTICLES:
            return ""
        bare = found.noun.rpartition("-")[2]
        is_role = self._parsed.lexicon.role(found.noun) is not None and not found.other
        if not is_role or found.general or found.people:
            return ""
        if found.noun in tables.kin or bare in tables.companions or bare in tables.humans:
            return ""
        if tables.classes_of_role(found.noun) & NO_ROLES:
            return ""
        if by_parse:
            return role_of_description(self._parsed, *found.span)
        words = self._parsed.text[found.start : found.end].split()[1:-1]
        return role_described(self._parsed, words, found.noun, found.gender)


def _speaks_again(described: Described, speakers: Sequence[tuple[Span, str]]) -> bool:
    """Whether a description speaks that the rules took for whoever spoke last before it."""
    before = [actor for (start, _), actor in speakers if start < described.found.start]
    return described.speaks and before[-1:] == [described.actor]


def _likely(described: Described, same: SamePerson, speakers: Sequence[tuple[Span, str]]) -> float:
    """How likely a description means whom the rules took it for."""
    (question,) = same.questions([described], speakers)
    if described.actor not in question.options:
        return 0.0
    return probabilities(question.facts, weights())[question.options.index(described.actor)]
