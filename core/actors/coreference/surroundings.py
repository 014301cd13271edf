"""Where a description is: who else is named in its clause, who is near, and whether it leads its clause."""

import re
from collections.abc import Collection

from core.actors.coreference.compare_roles import BROAD
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import CLASS, TOPIC, Link
from core.actors.coreference.parts_played import is_against
from core.analysis.analysis import Form, Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import MAIN_CLAUSES, NOUN_SUBJECTS
from core.parsed_text.trees import own_subject
from core.text.spans import Span

_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "parataxis", "acl:relcl", "csubj"))
_DEEPEST = 12
_LATELY = 4
"""Sentences within which somebody must have been named to be meant by a noun that the text has not given them."""
NAMED = 2.2
"""What speaks for somebody with a name where a description is asked for: it is they who are called by others."""
_CITED = re.compile(r"\s['\"‘“][^'\"’”]*$")
"""An opening mark that nothing closes."""


class Surroundings:
    """What the text has around a description."""

    def __init__(self, parsed: ParsedText, discourse: Discourse) -> None:
        self._parsed = parsed
        self._discourse = discourse

    def fitting(self, found: Description, without: frozenset[str]) -> list[str]:
        """Persons named before who can be meant as far as gender goes."""
        persons = self._discourse.persons
        return [
            key
            for key in self._discourse.recent(found.start)
            if key in persons
            and key not in without
            and not (found.gender and persons[key].gender and persons[key].gender != found.gender)
        ]

    def excluded(self, found: Description, clause: bool = False) -> frozenset[str]:
        """Persons named in the same sentence, or clause, who would not be described there again, and those addressed in
        what is said there."""
        number = self._parsed.sentence_at(found.start)
        if number < 0:
            return frozenset()
        start, end = self._parsed.sentences[number]
        if clause and self._parsed.by_parse:
            return self._in_clause(found, start, end)
        if not self._parsed.by_parse:
            start = max(start, self._parsed.text.rfind(": ", start, found.start))
        if clause:
            start = max(start, self._parsed.text.rfind(",", start, found.start))
            comma = self._parsed.text.find(",", found.end, end)
            end = comma if comma >= 0 else end
        spoken = self._discourse.is_said(found.start)
        return self._discourse.addressed(found.start) | frozenset(
            mention.actor
            for mention in self._discourse.between(start, end)
            if mention.actor is not None
            and mention.form is not Form.PRONOUN
            and self._discourse.is_said(mention.start) == spoken
            and not (found.age is not None and self._is_owner(mention))
            and not (self._parsed.by_parse and self._is_cited_behind(found, mention))
        )

    def _is_cited_behind(self, found: Description, mention: Mention) -> bool:
        """English: whether a name behind a description is in words in marks: "The 29-year-old read ‘Lind Out’"."""
        return _CITED.search(self._parsed.text, found.end, mention.start) is not None

    def _is_owner(self, mention: Mention) -> bool:
        """English: whether a name is somebody's whose something is, who may be spoken of beside it: "Ada Lind's family
        praised the 34-year-old"."""
        head = self._parsed.head_of(mention.start, mention.end) if self._parsed.by_parse else None
        ending = self._parsed.text.startswith(("'s", "’s"), mention.end)
        return head is not None and (ending or self._parsed.dep[head] == "nmod:poss")

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
            if self._parsed.dep[token] == "conj" and own_subject(self._parsed, token) is not None:
                return token
            token = self._parsed.governor(token)
        return token

    def leads(self, found: Description) -> bool:
        """Whether a description is the subject of a main clause; true without a parse."""
        return self.leads_at(found.span)

    def leads_at(self, span: Span) -> bool:
        """The same of any phrase."""
        head = self._parsed.head_of(*span)
        if head is None:
            return True
        verb = self._parsed.governor(head)
        main = verb is None or self._parsed.dep[verb] in MAIN_CLAUSES
        return main and self._parsed.dep[head] in NOUN_SUBJECTS

    def is_told_apart(self, found: Description) -> bool:
        """Whether words behind a description say which one is meant: "der Mann am Steuer"."""
        head = self._parsed.head_of(found.start, found.end)
        return head is not None and any(
            k > head and self._parsed.dep[k] == "nmod" for k in self._parsed.children(head)
        )

    def is_near(self, found: Description, actor: str, speaking: bool = False) -> bool:
        """Whether somebody was mentioned before in the same paragraph; of one that speaks or opens its paragraph, or
        is told by age or origin in its first sentence, also in the one before, if nobody else of that sex was."""
        start = self.start_of_block(found)
        if any(mention.actor == actor for mention in self._discourse.between(start, found.start)):
            return True
        opens = found.start == start or (
            bool(found.origin or found.age)
            and self._parsed.sentence_at(found.start) == self._parsed.sentence_at(start)
        )
        return (speaking or opens) and self.is_only_one(found, actor)

    def is_only_told_of(self, found: Description, actor: str) -> bool:
        """Whether somebody is spoken of in a paragraph before a description in nothing but what others say."""
        there = self._discourse.between(self.start_of_block(found), found.start)
        mine = [mention.start for mention in there if mention.actor == actor]
        told = (self._discourse.is_said(at) or self._discourse.is_rendered(at) for at in mine)
        return bool(mine) and all(told)

    def is_only_one(self, found: Description, actor: str) -> bool:
        """Whether nobody else of that sex was named in the same paragraph and the one before; beside somebody without
        a name nobody else may have been spoken of at all."""
        block = self._parsed.block_at(found.start)
        if block is None:
            return False
        persons = self._discourse.persons
        open_to_all = found.gender is None and self._parsed.by_parse
        there = {
            mention.actor
            for mention in self._discourse.between(self._parsed.blocks[max(0, block - 1)].start, found.start)
            if mention.actor in persons
            and (persons[mention.actor].named or not persons[actor].named)
            and (open_to_all or persons[mention.actor].gender in (None, found.gender))
        }
        return there == {actor}

    def is_alone_here(self, found: Description, actor: str) -> bool:
        """Whether nobody else of that sex has been mentioned in the paragraph of a German description so far."""
        persons = self._discourse.persons
        there = {
            mention.actor
            for mention in self._discourse.between(self.start_of_block(found), found.start)
            if mention.actor in persons and persons[mention.actor].gender in (None, found.gender)
        }
        return not self._parsed.by_parse and there == {actor}

    def is_only_named(self, found: Description, actor: str) -> bool:
        """Whether a German report has named nobody else of that sex so far, direct speech left aside."""
        persons = self._discourse.persons
        there = {
            mention.actor
            for mention in self._discourse.between(0, found.start)
            if mention.actor in persons
            and persons[mention.actor].named
            and persons[mention.actor].gender in (None, found.gender)
            and self._parsed.is_running_text(mention.start)
            and not self._discourse.is_said(mention.start)
        }
        return not self._parsed.by_parse and there == {actor}

    def is_antecedent(self, found: Description, actor: str, classes: frozenset[str]) -> bool:
        """Whether a pronoun in place of a description would mean somebody, of all who have a name; for somebody near,
        those with offices of none of these classes are left out. Who has no name or is called by nothing else than
        nouns of this one class, always is."""
        persons = self._discourse.persons
        of_one = len(classes) == 1 and persons[actor].classes == classes
        if self._parsed.by_parse or not persons[actor].named or of_one:
            return True
        if self._discourse.is_said(found.start):
            return False
        nameless = frozenset(key for key, each in persons.items() if not each.named) | self.excluded(found)
        best = self._discourse.antecedent(found.start, found.gender, nameless, named=NAMED)
        others = {key for key, each in persons.items() if each.classes - BROAD and not each.classes & classes}
        if best in others and self.is_near(found, actor):
            best = self._discourse.antecedent(found.start, found.gender, nameless | others, named=NAMED)
        return best == actor

    def if_named_lately(self, found: Description, actor: str | None, classes: frozenset[str]) -> str | None:
        """Somebody if they were named a few sentences before, and not in the same one; who has no name or an office of
        these classes need not have been."""
        person = self._discourse.persons[actor] if actor is not None else None
        if person is None or self._parsed.by_parse or person.classes & classes or not person.named:
            return actor
        before = self._discourse.between(0, found.start)
        named = [mention for mention in before if mention.actor == actor and mention.form is Form.NAME]
        here = self._parsed.sentence_at(found.start)
        away = here - self._parsed.sentence_at(named[-1].start) if named else 1
        if actor is not None and away > _LATELY and self.is_only_named(found, actor):
            away = here - max(self._parsed.sentence_at(each.start) for each in before if each.actor == actor)
        return actor if 0 < away <= _LATELY else None

    def if_sure(self, found: Description, link: Link | None) -> Link | None:
        """A link, unless it is doubtful."""
        return None if link is not None and self._is_doubtful(found, link) else link

    def _is_doubtful(self, found: Description, link: Link) -> bool:
        """Whether a German description is linked to somebody named by a like office or the topic alone, though they
        were spoken of long before, others have been named since whom it may mean as well, or, for the topic, they were
        last mentioned in another paragraph, by a description, or beside the subject. Such are left to be weighed when
        all has been read."""
        person = self._discourse.persons.get(link.actor)
        if self._parsed.by_parse or link.confidence > CLASS or person is None or not person.named:
            return False
        before = [each for each in self._discourse.between(0, found.start) if each.actor == link.actor]
        last = before[-1] if before else None
        if last is None or not self._parsed.is_running_text(last.start):
            return last is None
        if self._parsed.sentence_at(found.start) - self._parsed.sentence_at(last.start) >= _LATELY:
            return True
        if link.confidence > TOPIC:
            return self._is_another_named(found, last, frozenset(person.classes))
        if last.form is Form.NOMINAL:
            return True
        here = last.start >= self.start_of_block(found) and self._discourse.is_subject(last)
        return not (here or self.is_only_named(found, link.actor))

    def _is_another_named(self, found: Description, last: Mention, classes: frozenset[str]) -> bool:
        """Whether somebody else of that sex with a name was mentioned between a mention and a description, of whom the
        text tells no office of other classes or of less like ones, and who takes no other part in the same clause."""
        persons = self._discourse.persons
        since = {each.actor for each in self._discourse.between(last.end, found.start)} & persons.keys()
        beside = self.excluded(found, clause=True)
        called = load_tables(self._parsed.lexicon.language).classes_of_role(found.noun) or classes
        others = [persons[key] for key in since - {last.actor} - beside if key is not None]
        return any(
            each.named
            and each.gender in (None, found.gender)
            and (not each.classes - BROAD or _likeness(each.classes, called) >= _likeness(classes, called))
            for each in others
        )

    def against(self, found: Description) -> frozenset[str]:
        """Whoever named in this paragraph or the one before suffered what this one is accused of, or the reverse."""
        return frozenset(
            mention.actor
            for mention in self._discourse.between(self.start_of_last_block(found), found.start)
            if mention.actor in self._discourse.persons and is_against(self._parsed, mention.span, found.span)
        )

    def is_anothers(self, found: Description, topic: str) -> bool:
        """Whether somebody without a name whose age is open was introduced after `topic`: "She saved a boy."."""
        persons = self._discourse.persons
        for mention in reversed(self._discourse.between(self.start_of_last_block(found), found.start)):
            person = persons.get(mention.actor or "")
            if mention.actor == topic and mention.form is not Form.PRONOUN:
                return False
            if person is None or person.named or not person.general or person.age is not None:
                continue
            if person.gender in (None, found.gender or person.gender):
                return True
        return False

    def start_of_block(self, found: Description) -> int:
        """Where the paragraph of a description begins."""
        block = self._parsed.block_at(found.start)
        return self._parsed.blocks[block].start if block is not None else 0

    def start_of_last_block(self, found: Description) -> int:
        """Where the paragraph above that of a description begins."""
        block = self._parsed.block_at(found.start)
        return self._parsed.blocks[max(0, block - 1)].start if block is not None else 0


def _likeness(classes: Collection[str], others: frozenset[str]) -> float:
    """How like two sets of classes are: the share of those of either that both have."""
    return len(others & set(classes)) / len(others | set(classes))
