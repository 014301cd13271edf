"""Of which body an office is that stands without one: the body that an English report spoke of just before.

"Denby Foods shut its mill. “We had no choice,” said Ada Lind, the chief executive."
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from core.actors.attributes.office_words import Office, office_at
from core.analysis.analysis import Actor, Form, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import MAIN_CLAUSES, SUBJECTS
from core.parsed_text.trees import dependent

_SENTENCES_BACK = 2
_LEADS, _BESIDE, _BELOW, _ELSE = 3, 2, 1, 0
"""How much a sentence is about a body: its main subject, what belongs to that, another subject, or anything else."""
_CLEARLY = 2
_OF_TEAMS = frozenset(("coaching", "sport"))
_OF_THE_SUBJECT = ("nmod", "nmod:poss", "compound")


@dataclass(frozen=True, slots=True)
class BodiesBefore:
    """Finds the body spoken of before a word."""

    parsed: ParsedText
    tables: Tables
    at: Mapping[int, Mention]
    """For each token of a mention of a body that has a name, the mention."""
    actors: Mapping[str, Actor]
    classes: Mapping[str, Collection[str]]
    """For the keys of bodies, the classes known from their names and the words around them."""

    def of_bare_office(self, noun: int) -> str | None:
        """The name of the body whose office a noun is, which nothing beside it says; None where that is not clear."""
        office = office_at(self.parsed, self.tables, noun)
        if office is None or (self._is_of_team(noun) and len(self._fitting(noun, office)) > 1):
            return None
        key = self._told_of(noun, office) or self._only(noun, office)
        return self.actors[key].name if key else None

    def owner(self, i: int) -> str | None:
        """The name of the body that "its" or "their" at a token stands for: that of the clause or sentence before."""
        key = self._told_of(i, Office(frozenset()))
        return self.actors[key].name if key else None

    def _told_of(self, i: int, office: Office) -> str | None:
        """The one body that the sentence, or one shortly before in the same paragraph, is about."""
        parsed = self.parsed
        sentence = parsed.sentence_at(parsed.starts[i])
        block = parsed.block_at(parsed.starts[i])
        told: dict[int, dict[str, int]] = {}
        for k in range(i - 1, -1, -1):
            back = sentence - parsed.sentence_at(parsed.starts[k])
            if back > _SENTENCES_BACK or parsed.block_at(parsed.starts[k]) != block:
                break
            key = self._key_at(k, office)
            if key is not None:
                here = told.setdefault(back, {})
                here[key] = max(here.get(key, _ELSE), self._weight(self.at[k]))
        for back in sorted(told):
            most = max(told[back].values())
            best = [key for key, weight in told[back].items() if weight == most]
            if most == _ELSE and len(best) == 1 and self._is_meant(best[0], i, sentence - back, office):
                return best[0]
            if most > _ELSE:
                return best[0] if len(best) == 1 else None
        return None

    def _is_meant(self, key: str, i: int, sentence: int, office: Office) -> bool:
        """Whether a body that is no subject in a sentence is meant: by its kind, or by "its" where a person is."""
        parsed = self.parsed
        if office.wanted:
            return self._is_of(key, office)
        start, end = parsed.sentences[sentence]
        subjects = [
            k
            for k in range(parsed.token_from(start), min(parsed.token_from(end), i))
            if parsed.dep[k] in SUBJECTS and parsed.dep[parsed.head[k]] in MAIN_CLAUSES
        ]
        people = (
            parsed.lexicon.has(parsed.low[k], "person_pronoun") or parsed.entity[k] == "PER" for k in subjects
        )
        return parsed.low[i] in ("its", "whose") and bool(subjects) and all(people)

    def _only(self, i: int, office: Office) -> str | None:
        """The one body of a fitting kind that the report has named at all, or named much more often than others."""
        fitting = self._fitting(i, office)
        known = {key: number for key, number in fitting.items() if self._is_of(key, office)}
        ranked = Counter(known).most_common(2)
        if not ranked or len(ranked) == 1:
            return ranked[0][0] if ranked else None
        return ranked[0][0] if ranked[0][1] >= _CLEARLY * ranked[1][1] else None

    def _fitting(self, i: int, office: Office) -> Counter[str]:
        """The bodies named before a word that may have an office, with how often they are."""
        found: Counter[str] = Counter()
        last = None
        for k in range(i):
            key = self._key_at(k, office)
            if key is not None and self.at[k] is not last and self.at[k].form is Form.NAME:
                found[key] += 1
                last = self.at[k]
        return found

    def _is_of_team(self, noun: int) -> bool:
        """Whether an office is one of which each side in a match has one: "the manager"."""
        return bool(self.tables.classes_of_role(self.parsed.low[noun]) & _OF_TEAMS)

    def _key_at(self, k: int, office: Office) -> str | None:
        """The body at a token, outside of marks, if the office may be one of its."""
        mention = self.at.get(k)
        if mention is None or mention.actor is None or self.parsed.stretch_at(k) is not None:
            return None
        kinds = self.classes.get(mention.actor, ())
        return None if kinds and office.wanted and not office.wanted & set(kinds) else mention.actor

    def _is_of(self, key: str, office: Office) -> bool:
        return bool(office.wanted & set(self.classes.get(key, ())))

    def _weight(self, mention: Mention) -> int:
        """How much the sentence of a mention is about it."""
        parsed = self.parsed
        head = parsed.head_of(mention.start, mention.end)
        if head is None:
            return _ELSE
        for above in self._chain(head):
            verb = parsed.head[above]
            if parsed.dep[above] in SUBJECTS:
                main = parsed.dep[verb] in MAIN_CLAUSES
                said = parsed.low[verb] in parsed.lexicon.cues
                if above == head or parsed.dep[head] == "appos":
                    return _LEADS if main else _BELOW
                return _BESIDE if main and not said else _ELSE
        case = dependent(parsed, head, "case")
        agent = parsed.dep[head] in ("obl:agent", "obl") and case is not None and parsed.low[case] == "by"
        return _BESIDE if agent else _ELSE

    def _chain(self, head: int) -> Iterator[int]:
        """A word, and the noun on which it hangs as what it is of, beside it or belonging to it."""
        yield head
        if self.parsed.dep[head] in (*_OF_THE_SUBJECT, "appos"):
            yield self.parsed.head[head]
