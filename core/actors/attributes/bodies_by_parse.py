"""To which bodies and parties a person belongs, where the parse tells what hangs on a name: "Ada Lind of Elm College",
"the bank's head of research, Ada Lind", "Rep. Ada Lind (D-Ohio)".

It is asked when descriptions and pronouns have been resolved, so that "the bank" and "its" may stand for a name.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.actors.attributes.bodies_before import BodiesBefore
from core.actors.attributes.party_letters import party_behind
from core.actors.attributes.roles_by_parse import apposed_nouns, is_office, nouns_before
from core.analysis.analysis import Actor, ActorKind, Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents, own_subject, subtree

_OF = frozenset(("of", "at", "for", "from", "with", "in"))
_AT = frozenset(("at", "for", "with"))
_OF_NAME = frozenset(("of", "at", "from", "with"))
_BEHIND_COMMA_ONLY = "for"
"""Of a body behind a comma only: "Ada Lind, for the union,"."""
_DOWN = ("compound", "nmod:poss", "nmod", "flat", "nmod:desc", "amod")
"""Relations by which a body hangs on an office, or on a part of the body on which the office hangs."""
_DEEPEST = 4
_SURE = 0.75
"""How sure it must be whom a description or pronoun means for a body to be taken from it."""
_AGE_OF = re.compile(r"\d\)?,of$")
_OWNING = ("'s", "’s", "'", "’")
_POSSESSIVES = ("its", "our")
_MOST_BETWEEN = 4
"""Words between a preposition and the body behind it: "of the small consultancy Elm & Sons"."""


@dataclass(slots=True)
class Belonging:
    """Finds for each person the names of the bodies that the text says they belong to."""

    parsed: ParsedText
    tables: Tables
    mentions: Sequence[Mention]
    """All mentions in text order, descriptions and pronouns among them."""
    actors: Mapping[str, Actor]
    classes: Mapping[str, Collection[str]]
    """For the keys of bodies, the classes known from their names and the words around them."""
    _at: dict[int, Mention] = field(init=False)
    """For each token of a mention of a body that has a name, the mention."""
    _guessed: dict[int, str] = field(init=False)
    """For each token of a description that may mean a body, the name of that body."""
    _bodies: set[str] = field(init=False)
    """The bodies that the text names."""
    _short: dict[str, str] = field(init=False)
    """The last words of clubs' names, each with the name it is the end of: "Town" of one club alone."""
    _parties: dict[str, str] = field(init=False)
    """The parties that the text names as actors: the name in the table and that of the actor."""
    _before: BodiesBefore = field(init=False)

    def __post_init__(self) -> None:
        self._at, self._parties = {}, {}
        self._guessed, self._bodies = {}, set()
        self._short = self._ends_of_clubs()
        for mention in self.mentions:
            actor = self.actors.get(mention.actor or "")
            first = self.parsed.token_from(mention.start)
            if actor is None or not self._is_body(actor) or self._is_in_marks(mention):
                continue
            if self._is_address(first, mention):
                continue
            tokens = range(first, max(first + 1, self.parsed.token_from(mention.end)))
            school = actor.kind is ActorKind.PLACE and mention.form is Form.NAME
            if (mention.label is Label.ORG or school) and mention.confidence >= _SURE:
                self._at.update(dict.fromkeys(tokens, mention))
            elif mention.label is Label.ORG:
                self._guessed.update(dict.fromkeys(tokens, actor.name))
            if mention.label is Label.ORG and mention.form is Form.NAME:
                self._bodies.add(actor.id)
            party = self.tables.party(actor.name)
            if party is not None:
                self._parties.setdefault(party, actor.name)
        self._before = BodiesBefore(self.parsed, self.tables, self._at, self.actors, self.classes)

    def _ends_of_clubs(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for actor in self.actors.values():
            last = actor.name.rpartition(" ")[2]
            if actor.kind is ActorKind.ORGANISATION and self.parsed.lexicon.has(last.lower(), "club_head"):
                found.setdefault(last, set()).add(actor.name)
        return {last: names.pop() for last, names in found.items() if len(names) == 1}

    def of_all(self) -> dict[str, tuple[str, ...]]:
        """The key of each person who belongs somewhere, with the names of the bodies in text order."""
        found: dict[str, dict[str, None]] = {}
        for mention in self.mentions:
            actor = self.actors.get(mention.actor or "")
            if actor is None or actor.kind is not ActorKind.PERSON or mention.confidence < _SURE:
                continue
            if mention.form in (Form.NAME, Form.NOMINAL):
                found.setdefault(actor.id, {}).update(dict.fromkeys(self._of(mention)))
        return {key: tuple(names) for key, names in found.items() if names}

    def _is_body(self, actor: Actor) -> bool:
        """Whether somebody may belong to an actor: a body with a name, or a school or hospital read as a place."""
        last = actor.name.rpartition(" ")[2].lower()
        school = actor.kind is ActorKind.PLACE and self.parsed.lexicon.has(last, "house")
        return (actor.kind is ActorKind.ORGANISATION or school) and self._has_name(actor)

    def _is_in_marks(self, mention: Mention) -> bool:
        """Whether a name is the title of a work: "the author of “The Weir”"."""
        before = self.parsed.text[max(0, mention.start - 5) : mention.start]
        return mention.form is Form.NAME and before.removesuffix("The ").endswith(("“", "‘"))

    def _is_address(self, first: int, mention: Mention) -> bool:
        """Whether a name says where somebody lives: "Ada Lind (49), of Elm Lawns, Brackley,"."""
        parsed, end = self.parsed, self.parsed.token_from(mention.end)
        before = "".join(parsed.words[max(0, first - 4) : first])
        if not _AGE_OF.search(before) or parsed.lexicon.is_body(parsed.words[end - 1]):
            return False
        return end + 1 < len(parsed.words) and parsed.words[end] == "," and parsed.entity[end + 1] == "LOC"

    def _has_name(self, actor: Actor) -> bool:
        return actor.name[:1].isupper() or actor.name[:1].isdigit() or any(c.isupper() for c in actor.name)

    def _of(self, mention: Mention) -> Iterator[str]:
        parsed = self.parsed
        head = parsed.head_of(mention.start, mention.end)
        first, end = parsed.token_from(mention.start), parsed.token_from(mention.end)
        if head is None or first == len(parsed.words):
            return
        if mention.form is Form.NOMINAL:
            nouns, before, run = [head], [], []
        else:
            before = nouns_before(parsed, first)
            nouns = [*before[-1:], *apposed_nouns(parsed, head, first, end)]
            yield from (run := list(self._in_run(before)))
            yield from self._of_name(head, first, end)
            yield from self._in_bracket(mention)
        for noun in nouns:
            yield from self._party_of(noun)
            yield from self._by_relative_clause(noun)
            if self._is_membership(noun) and not (run and noun in before):
                yield from self._of_office(noun, head, mention)
                yield from self._behind(noun + 1)

    def _is_membership(self, noun: int) -> bool:
        """Whether a noun says what one person is within a body, and still is."""
        parsed = self.parsed
        if not is_office(parsed, noun) or parsed.lexicon.has(parsed.low[noun], "outsider"):
            return False
        adjectives = (parsed.low[k] for k in dependents(parsed, noun, "amod", "compound"))
        return not any(parsed.lexicon.has(each, "no_longer") for each in adjectives)

    def _in_run(self, run: Sequence[int]) -> Iterator[str]:
        """Bodies among the words right before a name: "FBI agent Ada Lind"."""
        if not run or any(self.parsed.lexicon.has(self.parsed.low[i], "no_longer") for i in run):
            return
        yield from self._names(run)
        yield from self._parties_in(run)
        yield from (self._short[self.parsed.words[i]] for i in run if self.parsed.words[i] in self._short)

    def _of_name(self, head: int, first: int, end: int) -> Iterator[str]:
        """Bodies right behind a name: "Ada Lind of Elm College", or of which a clause says that she leads them, works
        there, or is employed: "which employed Lind"."""
        parsed = self.parsed
        for child in dependents(parsed, head, "nmod", "nmod:poss"):
            case = dependent(parsed, child, "case")
            if child >= end and case is not None and parsed.low[case] in _OF_NAME:
                yield from self._down(child)
            elif child < first and parsed.dep[child] == "nmod:poss":
                yield from self._names([child])
        if first > 1 and parsed.words[first - 1] in _OWNING:
            yield from self._names([first - 2])
            yield from self._parties_in([first - 2])
        yield from self._behind(end)
        yield from self._by_relative_clause(head)
        verb = parsed.head[head]
        if parsed.dep[head] == "nsubj" and (parsed.low[verb].endswith("s") or parsed.low[verb] == "joined"):
            yield from self._by_verb(verb)
        if parsed.dep[head] == "obj" and parsed.lexicon.has(parsed.low[verb], "employing"):
            subject = own_subject(parsed, verb)
            relative = subject is not None and parsed.lexicon.has(parsed.low[subject], "relative")
            yield from self._down(
                parsed.head[verb] if relative else verb if subject is None else subject, depth=1
            )

    def _behind(self, i: int) -> Iterator[str]:
        """A body behind a preposition at a token, whatever it hangs on: ", of the consultancy Elm & Sons"."""
        parsed = self.parsed
        apart = i < len(parsed.words) and parsed.words[i] == ","
        i += apart
        i += i < len(parsed.words) and parsed.low[i] == "also"
        if i >= len(parsed.words) or not (
            parsed.low[i] in _OF_NAME or (apart and parsed.low[i] == _BEHIND_COMMA_ONLY)
        ):
            return
        for k in range(i + 1, min(i + 2 + _MOST_BETWEEN, len(parsed.words))):
            if k in self._at:
                yield from self._names([k])
                return
            if parsed.pos[k] not in ("DET", "ADJ", "NOUN", "PROPN") or parsed.entity[k] == "PER":
                return

    def _in_bracket(self, mention: Mention) -> Iterator[str]:
        """ "(D-Ohio)", "(Labour)", ", D-Ohio,"."""
        after = self.parsed.after(mention.end)
        words = party_behind(after)
        party = self.tables.party(words)
        if party is not None:
            yield self._parties.get(party, party)
        elif after[:2] == " (":
            yield from self._names([self.parsed.token_from(mention.end + 2)])

    def _of_office(self, noun: int, head: int, mention: Mention) -> Iterator[str]:
        """Bodies on which an office hangs: "the bank's head of research", "chair of the Elm Trust"."""
        parsed = self.parsed
        found = list(self._down(noun, cut=(head,) if noun != head else ()))
        for child in dependents(parsed, noun, "nmod:poss"):
            if parsed.low[child] == "whose" and parsed.low[child - 1] == "," and not found:
                found.extend(self._names([child - 2]))
            elif parsed.low[child] in (*_POSSESSIVES, "their") and not found:
                body = self._before.owner(child)
                found.extend([body] if body else [])
            elif child in self._guessed and not found and len(self._bodies) == 1:
                found.append(self._guessed[child])
        if not found and mention.form is Form.NAME:
            body = self._before.of_bare_office(noun)
            found.extend([body] if body else [])
        yield from found
        for child in dependents(parsed, noun, "conj"):
            if parsed.number[child] != "Plur" and is_office(parsed, child) and child != head:
                yield from self._down(child, cut=(head,))

    def _down(self, noun: int, cut: Iterable[int] = (), depth: int = 0) -> Iterator[str]:
        """The bodies that a noun names or that hang on it by what belongs to it."""
        parsed = self.parsed
        mention = self._at.get(noun)
        if mention is not None and depth:
            yield self.actors[mention.actor or ""].name
            return
        if mention is not None and mention.form is Form.NAME:
            yield self.actors[mention.actor or ""].name
        if depth > _DEEPEST:
            return
        for child in dependents(parsed, noun, *_DOWN, "appos"):
            if child in cut or (parsed.dep[child] == "appos" and min(subtree(parsed, child)) != noun + 1):
                continue
            case = dependent(parsed, child, "case")
            if parsed.dep[child] == "nmod" and (case is None or parsed.low[case] not in _OF):
                continue
            yield from self._down(child, cut, depth + 1)

    def _by_relative_clause(self, noun: int) -> Iterator[str]:
        """ "who leads the Elm Trust", "who teaches at Elm College"."""
        parsed = self.parsed
        for clause in dependents(parsed, noun, "acl:relcl", "acl"):
            for verb in (clause, *dependents(parsed, clause, "conj")):
                yield from self._by_verb(verb)

    def _by_verb(self, verb: int) -> Iterator[str]:
        """What somebody leads, or where they work, by a verb of which they are the subject."""
        parsed = self.parsed
        leads = parsed.lexicon.has(parsed.lemma[verb], "leading_verb") or parsed.low[verb] == "joined"
        works = parsed.lexicon.has(parsed.lemma[verb], "working_verb")
        for child in dependents(parsed, verb, "obj", "obl", "obl:arg"):
            case = dependent(parsed, child, "case")
            if (case is None and leads) or (
                case is not None and (leads or works) and parsed.low[case] in _AT
            ):
                yield from self._down(child, depth=1)

    def _names(self, tokens: Iterable[int]) -> Iterator[str]:
        for i in tokens:
            if i in self._at:
                yield self.actors[self._at[i].actor or ""].name

    # Parties

    def _party_of(self, noun: int) -> Iterator[str]:
        """The party in an office's words: "a Labour councillor", "the Liberal Democrat"."""
        parsed = self.parsed
        own = [noun, *(k for k in dependents(parsed, noun, "compound", "amod", "flat") if k < noun)]
        possessors = [
            k for k in dependents(parsed, noun, "nmod:poss", "nmod") if parsed.words[k][:1].isupper()
        ]
        if any(parsed.lexicon.has(parsed.low[k], "no_longer") for k in own):
            return
        yield from self._parties_in(sorted(own))
        for child in possessors:
            yield from self._parties_in(
                subtree(parsed, child, without=("case", "acl:relcl", "appos", "nmod"))
            )

    def _parties_in(self, tokens: Sequence[int]) -> Iterator[str]:
        parsed = self.parsed
        read = 0
        for i in tokens:
            if i < read or not parsed.words[i][:1].isupper():
                continue
            for first, end in ((i, i + 2), (max(0, i - 1), i + 1), (i, i + 1)):
                party = self.tables.party(" ".join(parsed.words[first:end]))
                if party is not None:
                    yield self._parties.get(party, party)
                    read = end
                    break
