"""Who stands accused, by what the text says of them: "Bo Berg steht vor Gericht", "gegen Bo Berg wird ermittelt"; and
who is meant by "der Angeklagte" and "mein Mandant"."""

import re
from collections.abc import Sequence

from core.actors.coreference.compare_roles import IN_COURT, OF_THE_COURT, PROTAGONISTS
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import CLASS, ROLE, TIE, Link, one_of
from core.actors.coreference.parts_played import parts_played
from core.actors.coreference.surroundings import Surroundings
from core.analysis.analysis import Form, Mention
from core.lexicon.world import role_stem
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import infinitive

_CROSS = re.compile(r"\s?\(?†")
_CROSS_REACH = 4
_PARAGRAPHS = 5
"""Paragraphs above a witness in which they may have been named."""
ACCUSED = "accused"
"""The class of nouns for them."""


class Accused:
    """Tells who of those named is said to be accused, by the verbs they depend on. Nobody is without a parse."""

    def __init__(self, parsed: ParsedText, discourse: Discourse) -> None:
        self._parsed = parsed
        self._discourse = discourse
        self._around = Surroundings(parsed, discourse)
        self.persons: frozenset[str] = frozenset()
        """Their keys."""
        self._nameless: set[str] = set()
        """Keys of those without a name, as they have been introduced so far."""
        if parsed.by_parse:
            self.persons = frozenset(filter(None, map(self._tried, discourse.mentions)))
        elif parsed.has_parse:
            self.persons = frozenset(filter(None, map(self._accused_by, discourse.mentions)))

    def is_among(self, people: Sequence[str]) -> bool:
        """Whether some of these people are accused by what the text has said so far, or has called them."""
        known = self.persons | self._nameless
        return any(key in known or ACCUSED in self._discourse.persons[key].classes for key in people)

    def heed(self, found: Description, actor: str) -> None:
        """Remember somebody whom a description has as accused: "gegen einen Angler wird ermittelt"."""
        if not self._parsed.has_parse or self._parsed.by_parse or actor in self.persons:
            return
        if self._is_accused_at(self._parsed.head_of(*found.span)):
            if self._discourse.persons[actor].named:
                self.persons |= {actor}
            else:
                self._nameless.add(actor)

    def described(self, found: Description, fitting: Sequence[str]) -> Link | None:
        """For "der Angeklagte": the one of that sex who is accused by the text, or by what it calls them.

        `fitting` are the people named or introduced before who can be meant, the latest first.
        """
        persons = self._discourse.persons
        accused = [key for key in fitting if key in self.persons or ACCUSED in persons[key].classes]
        named = [key for key in accused if persons[key].named]
        if len(named) == 1:
            return Link(named[0], CLASS)
        stem = role_stem(found.noun.rpartition("-")[2])
        called = [key for key in accused if stem in persons[key].called]
        if called or named:
            return one_of(called, ROLE)
        return self._nameless_of(fitting) or self._withheld(fitting)

    def client(self, found: Description, fitting: Sequence[str]) -> Link | None:
        """For "ihr Mandant": the one accused, or the one person named so far who has no part of their own in court.

        If the text has an office or a profession for that person, they must be near.
        """
        persons = self._discourse.persons
        same = [key for key in fitting if persons[key].gender == found.gender]
        if self._parsed.by_parse:
            owner = self._discourse.antecedent(found.start, found.owner) if found.owner else None
            same = [key for key in fitting if key != owner]
        stem = role_stem(found.noun)
        called = [key for key in same if stem in persons[key].called]
        if called:
            return Link(called[0], TIE)
        named = [key for key in same if persons[key].named]
        accused = [key for key in named if persons[key].classes & PROTAGONISTS or key in self.persons]
        others = accused or [key for key in named if not persons[key].classes & IN_COURT]
        if not accused and (nameless := self._nameless_of(same) or self._withheld(same)):
            return nameless
        if len(others) != 1:
            return None
        (only,) = others
        bare = accused or not persons[only].classes or self._around.is_near(found, only)
        return Link(only, TIE) if bare else None

    def complaining(self, found: Description, fitting: Sequence[str]) -> list[str]:
        """English: for "the complainant" those named so far who accuse somebody, or whose complaint it is."""
        if not (self._parsed.by_parse and self._parsed.lexicon.has(found.noun, "complaining_noun")):
            return []
        told = {each.actor for each in self._discourse.between(0, found.start) if self._complains(each)}
        return [key for key in fitting if key in told and self._discourse.persons[key].named]

    def witness(self, found: Description, fitting: Sequence[str]) -> Link | None:
        """English: for "the witness" the only person named in the last paragraph that names any who are neither accused
        nor of the court."""
        parsed, persons = self._parsed, self._discourse.persons
        block = parsed.block_at(found.start) or 0
        for above in reversed(parsed.blocks[max(0, block - _PARAGRAPHS) : block + 1]):
            there = {each.actor for each in self._discourse.between(above.start, min(above.end, found.start))}
            open_to_it = [
                key
                for key in fitting
                if key in there
                and persons[key].named
                and key not in self.persons
                and not persons[key].classes & (OF_THE_COURT | {ACCUSED})
            ]
            if open_to_it:
                return Link(open_to_it[0], TIE) if len(open_to_it) == 1 else None
        return None

    def _complains(self, mention: Mention) -> bool:
        """Whether somebody mentioned accuses, by the verb or the noun that the mention depends on."""
        parsed = self._parsed
        head = parsed.head_of(*mention.span)
        if head is None or self._discourse.is_said(mention.start):
            return False
        if parsed.dep[head] == "nsubj":
            return parsed.lexicon.has(parsed.low[parsed.head[head]], "complaining_verb")
        return parsed.dep[head] in ("nmod", "nmod:poss", "obl", "obl:agent") and parsed.lexicon.has(
            parsed.low[parsed.head[head]], "complaint"
        )

    def _nameless_of(self, fitting: Sequence[str]) -> Link | None:
        """The one person without a name who is accused."""
        same = [key for key in fitting if key in self._nameless]
        return Link(same[0], CLASS) if len(same) == len(self._nameless) == 1 else None

    def _withheld(self, fitting: Sequence[str]) -> Link | None:
        """The one living person whose surname the report withholds and who is no witness, if all have names."""
        persons = self._discourse.persons
        if self._parsed.by_parse or any(self._is_told_of(key) for key in fitting):
            return None
        others = IN_COURT | {"victim"}
        living = [key for key in fitting if key not in self._dead() and not persons[key].classes & others]
        same = [key for key in living if persons[key].goes_by_initial]
        return Link(same[0], TIE) if len(same) == 1 else None

    def _is_told_of(self, actor: str) -> bool:
        """Whether somebody has no name and is spoken of by the reporter."""
        said = self._discourse.is_said
        return not self._discourse.persons[actor].named and any(
            each.actor == actor and not said(each.start)
            for each in self._discourse.between(0, len(self._parsed.text))
        )

    def _dead(self) -> set[str | None]:
        """Those who have died by a cross behind the name: "Udo K. (†)"."""
        return {
            each.actor
            for each in self._discourse.mentions
            if _CROSS.match(self._parsed.after(each.end, _CROSS_REACH))
        }

    def _tried(self, mention: Mention) -> str | None:
        """Who is named in English, if by the verbs around the name they are accused."""
        person = self._discourse.persons.get(mention.actor or "")
        if mention.form is not Form.NAME or person is None or person.classes & IN_COURT:
            return None
        head, span = self._parsed.head_of(*mention.span), mention.span
        if head is not None and self._parsed.dep[head] == "appos":  # "arrested the builder, Bo Quill"
            span = self._parsed.span(self._parsed.head[head], self._parsed.head[head] + 1)
        return mention.actor if "accused_verb" in parts_played(self._parsed, span) else None

    def _accused_by(self, mention: Mention) -> str | None:
        actor = mention.actor
        if mention.form is not Form.NAME or actor not in self._discourse.persons:
            return None
        return actor if self._is_accused_at(self._discourse.head_of(mention)) else None

    def _is_accused_at(self, head: int | None) -> bool:
        verb = None if head is None else self._parsed.governor(head)
        if head is None or verb is None:
            return False
        if self._parsed.dep[head] == "amod":
            # A noun made from an adjective, "einen 27-Jährigen", is often read as an adjective of the noun behind it.
            verb = self._parsed.governor(verb) or verb
        return not self._is_denied(verb) and self._is_accused(head, verb)

    def _is_denied(self, verb: int) -> bool:
        return any(
            self._parsed.lexicon.has(self._parsed.low[k], "negation") for k in self._parsed.children(verb)
        )

    def _is_accused(self, head: int, verb: int) -> bool:
        """Whether whoever a noun names is accused by the verb that it depends on."""
        parsed = self._parsed
        lexicon, relation, lemma = parsed.lexicon, parsed.dep[head], infinitive(parsed, verb)
        if self._is_behind(head, "against"):
            nouns = (parsed.lemma[k].lower() for k in (verb, *parsed.children(verb)))
            return lexicon.has(lemma, "verb_of_inquiry") or any(lexicon.has(noun, "charge") for noun in nouns)
        if lexicon.has(lemma, "verb_of_charging"):
            # The dative of a name is often read as another case, so only an article tells it.
            marks = parsed.children(head)
            dative = any(lexicon.has(parsed.low[k], "dative_article") for k in marks)
            return (dative or self._is_passive(verb)) and not any(parsed.dep[k] == "case" for k in marks)
        if relation == "nsubj:pass":
            return lexicon.has(lemma, "verb_of_accusing", "verb_of_arrest")
        if relation == "nsubj":
            return self._answers_for(verb, lemma)
        return relation == "obj" and lexicon.has(lemma, "verb_of_accusing", "verb_of_arrest")

    def _is_passive(self, verb: int) -> bool:
        return any(self._parsed.dep[k] == "aux:pass" for k in self._parsed.children(verb))

    def _answers_for(self, verb: int, lemma: str) -> bool:
        """Whether the subject of a verb stands in court, or has to answer for something."""
        lexicon, low, parts = self._parsed.lexicon, self._parsed.low, self._parsed.children(verb)
        if lexicon.has(low[verb], "stands"):
            return any(
                self._is_behind(k, "before_court") and self._parsed.lexicon.ends_in(low[k], "court_ending")
                for k in parts
            )
        return lexicon.has(lemma, "verb_of_answering") and any(
            lexicon.has(low[k], "reflexive") for k in parts
        )

    def _is_behind(self, token: int, preposition: str) -> bool:
        """Whether a preposition of a class of words belongs to a noun."""
        parsed = self._parsed
        return any(
            parsed.dep[k] == "case" and parsed.lexicon.has(parsed.low[k], preposition)
            for k in parsed.children(token)
        )
