"""The bodies and parties that a German report speaks of: at a word, or before one such as "deren" or an office."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.analysis.analysis import Actor, ActorKind, Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import APPOSED
from core.parsed_text.trees import dependents

_SURE = 0.75
"""How sure it must be whom a description or pronoun means for a body to be taken from it."""
_MOST_SENTENCES = 2
_OF_ANY_NAME = frozenset(("company", "club", "association", "party", "stage"))
"""Kinds of bodies whose names often have no noun that tells the kind."""
_FEW_KINDS = 6
_PARTY_WORDS = (4, 3, 2, 1)


@dataclass(slots=True)
class BodiesTold:
    """The bodies that a German report names, and which of them its words may mean."""

    parsed: ParsedText
    tables: Tables
    mentions: Sequence[Mention]
    """All mentions in text order, descriptions and pronouns among them."""
    actors: Mapping[str, Actor]
    classes: Mapping[str, Collection[str]]
    """For the keys of bodies, the classes known from words around them."""
    _at: dict[int, Mention] = field(init=False)
    """For each token of a mention of a body, the mention."""
    _people: frozenset[int] = field(init=False)
    """The tokens of names of people."""
    _parties: dict[str, str] = field(init=False)
    """The parties that the text names as actors: the name in the table and that of the actor."""

    def __post_init__(self) -> None:
        self._at, self._parties = {}, {}
        people: set[int] = set()
        for mention in self.mentions:
            actor = self.actors.get(mention.actor or "")
            if actor is None:
                continue
            if actor.kind is ActorKind.PERSON and mention.form is Form.NAME:
                people.update(self._tokens(mention))
            if actor.kind is not ActorKind.ORGANISATION or not self._has_name(actor):
                continue
            if (
                mention.label is Label.ORG
                and mention.confidence >= _SURE
                and mention.form is not Form.PRONOUN
            ):
                self._at.update(dict.fromkeys(self._tokens(mention), mention))
            party = self.tables.party(actor.name)
            if party is not None:
                self._parties.setdefault(party, actor.name)
        self._people = frozenset(people)

    def _has_name(self, actor: Actor) -> bool:
        """Whether a body goes by a name or by its noun; not "seine Partei"."""
        first = actor.name.split()[0]
        return not first.islower() or self.parsed.lexicon.has(first, "definite")

    def _tokens(self, mention: Mention) -> range:
        first = self.parsed.token_at(mention.start)
        return range(first, max(first + 1, self.parsed.token_from(mention.end)))

    def _in_clause(self, head: int) -> int:
        """The word by which a name hangs on its clause: "Ratsherr" for "Ratsherr Lind"."""
        while self.parsed.dep[head] in APPOSED and self.parsed.head[head] != head:
            head = self.parsed.head[head]
        return head

    def _body_at(self, i: int, named: bool = False) -> Iterator[str]:
        """The body that a token names: an actor, a party of the table, or else the noun for a body with its name.

        With `named`, an actor or a party only, and no council: who leads one is not of it but of a party.
        """
        parsed = self.parsed
        mention = self._at.get(i)
        if mention is not None and named and "council" in self._classes(mention.actor or ""):
            return
        if mention is not None:
            yield self.actors[mention.actor or ""].name
            return
        parties = list(self._party_at(i))
        if parties or named:
            yield from parties
            return
        word = parsed.words[i]
        noun = self.tables.body_noun(word)
        several = self.tables.body_genders.get(noun or "") == "p"
        known = noun is not None or parsed.lexicon.is_body(parsed.lemma[i])
        if not known or (parsed.number[i] == "Plur" and not several):
            return
        base = word.removesuffix("n") if several else parsed.lemma[i]
        called = [k for k in dependents(parsed, i, "appos", "flat") if k == i + 1 and k not in self._people]
        behind = [parsed.words[k] for k in called if parsed.words[k][:1].isupper()]
        yield " ".join([base[:1].upper() + base[1:], *behind])

    def _party_at(self, i: int) -> Iterator[str]:
        """The party that some words ending or beginning at a token name."""
        words = self.parsed.words
        for length in _PARTY_WORDS:
            for first in {max(0, i - length + 1), i}:
                party = self._party(" ".join(words[first : first + length]))
                if party is not None:
                    yield party
                    return

    def _party(self, words: str) -> str | None:
        party = self.tables.party(words) if words[:1].isupper() else None
        return None if party is None else self._parties.get(party, party)

    def _last_body(self, i: int) -> Iterator[str]:
        """The body that "deren" stands for: the subject of the sentence before, else the last one named."""
        last: list[str] = []
        sentence = None
        for k in self._back_from(i):
            here = self.parsed.sentence_at(self.parsed.starts[k])
            if k in self._people or (last and here != sentence):
                break
            mention = self._at.get(k)
            names = [self.actors[mention.actor or ""].name] if mention else list(self._body_at(k))
            if names and self.parsed.dep[self._in_clause(k)] == "nsubj":
                last = names
                break
            if names and not last:
                last, sentence = names, here
        yield from last

    def _body_told_of(self, i: int, wanted: frozenset[str]) -> Iterator[str]:
        """The one body of the wanted kind spoken of in the sentence before, or in this before a word."""
        found: dict[str, bool] = {}
        for k in self._back_from(i):
            mention = self._at.get(k)
            if mention is None or mention.form is Form.PART or self.parsed.stretch_at(k) is not None:
                continue
            classes = self._classes(mention.actor or "")
            if classes & wanted or (not classes and wanted & _OF_ANY_NAME):
                found[mention.actor or ""] = bool(classes)
        sure = [key for key, told in found.items() if told] or list(found) or self._only(i, wanted)
        if len(sure) == 1:
            yield self.actors[sure[0]].name

    def _only(self, i: int, wanted: frozenset[str]) -> list[str]:
        """The bodies of the wanted kind named anywhere before, where the office is not one that many kinds have.

        Not of clubs: the other side may not have been named yet.
        """
        if len(wanted) > _FEW_KINDS or wanted == {"club"}:
            return []
        before = (mention for k, mention in self._at.items() if k < i and mention.form is Form.NAME)
        return [
            key for key in dict.fromkeys(each.actor or "" for each in before) if self._classes(key) & wanted
        ]

    def _classes(self, key: str) -> set[str]:
        name = self.actors[key].name.split()
        nouns = {noun for word in name if (noun := self.tables.body_noun(word)) is not None}
        own = set().union(*(self.tables.classes_of_body(noun) for noun in nouns)) if nouns else set()
        return own | set(self.classes.get(key, ()))

    def _back_from(self, i: int) -> Iterator[int]:
        """The tokens before one, back to the beginning of the sentence before it in the same block, speech aside."""
        parsed = self.parsed
        block, sentences = parsed.block_at(parsed.starts[i]), {parsed.sentence_at(parsed.starts[i])}
        for k in range(i - 1, -1, -1):
            if parsed.block_at(parsed.starts[k]) != block:
                return
            if parsed.is_speech(k) or parsed.pos[k] == "PUNCT":
                continue
            sentences.add(parsed.sentence_at(parsed.starts[k]))
            if len(sentences) > _MOST_SENTENCES:
                return
            yield k
