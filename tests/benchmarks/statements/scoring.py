"""What an analysis found against what was annotated: statements one to one, and whether the speaker is right."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from core.analysis import Actor, Analysis, Form, Quote, QuoteType
from core.text.spans import Span, overlaps
from tests.benchmarks.statements.gold import GoldActor, GoldArticle, GoldQuote

_WORD = re.compile(r"\w+")
BESIDE = 2
"""Characters, such as a comma and a space, between a name and a description that stands beside it."""
ENOUGH = 0.5
"""How much of their words two statements must share (F1) to be the same."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A statement that was found, with the one annotated."""

    gold: GoldQuote
    found: Quote


class Scored:
    """One article's analysis beside its annotation."""

    def __init__(self, gold: GoldArticle, analysis: Analysis) -> None:
        self.gold = gold
        self.analysis = analysis
        self._words = [match.span() for match in _WORD.finditer(gold.text)]
        self._gold_actors = {actor.name: actor for actor in gold.actors}
        self._same = self._who_is_who()
        self.matched, self.missed, self.false = self._match()

    def is_right(self, quote: GoldQuote, actor: str | None, words: str = "") -> bool:
        """Whether an actor of the analysis, or the bare words, is a right answer to who says a statement."""
        return any(self._is(name, actor, words) for name in quote.speakers)

    def is_right_speaker(self, match: Matched) -> bool:
        """Whether the speaker of a statement that was found is the right one, or rightly nobody."""
        speaker = match.found.speaker
        if speaker is None:
            return self.is_right(match.gold, None)
        return self.is_right(match.gold, speaker.actor, speaker.text)

    def links(self) -> tuple[int, int]:
        """How many annotated descriptions are linked to whom they are of, and how many to somebody else.

        One beside the name ("Bürgermeisterin Ada Lind") need be no mention: it is linked where the actor has it as a
        role. One that is taken for somebody whom the annotation does not know is neither.
        """
        right = wrong = 0
        for span, name in self.gold.descriptions.items():
            linked = {
                mention.actor
                for mention in self.analysis.mentions
                if mention.form is Form.NOMINAL and mention.actor and overlaps(span, mention.span)
            }
            if any(self._same.get(actor) == name for actor in linked):
                right += 1
            elif not linked:
                right += self._is_role(span, name)
            elif any(actor in self._same for actor in linked):
                wrong += 1
        return right, wrong

    def _is_role(self, span: Span, name: str) -> bool:
        """Whether a description stands beside the name of somebody who has it as a role."""
        beside = any(
            meant == name and (0 <= start - span[1] <= BESIDE or 0 <= span[0] - end <= BESIDE)
            for (start, end), meant in self.gold.mentions.items()
        )
        words = self.gold.text[slice(*span)]
        same = (self.analysis.actor(actor) for actor, meant in self._same.items() if meant == name)
        return beside and any(_same_noun(role, words) for each in same if each for role in each.roles)

    # Actors

    def _who_is_who(self) -> dict[str, str]:
        """For actors of the analysis, who they are: by the places where they are named, else by their name."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self.analysis.mentions:
            if mention.form is Form.NAME and mention.actor is not None:
                for span, name in self.gold.mentions.items():
                    if overlaps(mention.span, span):
                        votes[mention.actor][name] += 1
        same = {actor: counted.most_common(1)[0][0] for actor, counted in votes.items()}
        for actor in self.analysis.actors:
            if actor.id not in same:
                named = (each for each in self.gold.actors if _called(each, actor))
                found = next(named, None)
                if found is not None:
                    same[actor.id] = found.name
        return same

    def _is(self, name: str | None, id: str | None, words: str) -> bool:
        if name is None:
            return id is None and not words
        actor = self.analysis.actor(id)
        gold = self._gold_actors.get(name)
        if gold is None or (actor is None and not words):
            return False
        if actor is not None and actor.id in self._same and (gold.names or self._same[actor.id] == name):
            return self._same[actor.id] == name
        said = [actor.name] if actor is not None else []
        said.append(words)
        if gold.kind == "person" and gold.names:
            return False
        if gold.names:
            known = {_plain(each) for each in (*gold.names, *gold.descriptions)}
            return any(_names_in(gold, each) or _plain(each) in known for each in said if each)
        called = (gold.name, *gold.descriptions)
        return any(_same_noun(one, other) for one in called for other in said if other)

    # Statements

    def _of(self, spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(
            i
            for i, word in enumerate(self._words)
            if any(word[0] < end and word[1] > start for start, end in spans)
        )

    def _match(self) -> tuple[list[Matched], list[GoldQuote], list[Quote]]:
        wanted = [(quote, self._of(quote.spans)) for quote in self.gold.quotes]
        found = [(quote, self._of(quote.spans)) for quote in self.analysis.quotes]
        shared = sorted(
            (
                (2 * len(a & b) / (len(a) + len(b)) + 0.01 * _alike(one, other), i, k)
                for i, (one, a) in enumerate(wanted)
                for k, (other, b) in enumerate(found)
                if a & b and _alike(one, other)
            ),
            key=lambda item: (-item[0], item[1], item[2]),
        )
        taken: dict[int, int] = {}
        for share, i, k in shared:
            if share >= ENOUGH and i not in taken and k not in taken.values():
                taken[i] = k
        matched = [Matched(wanted[i][0], found[k][0]) for i, k in sorted(taken.items())]
        missed = [quote for i, (quote, _) in enumerate(wanted) if i not in taken]
        right = set(taken.values())
        loose = [tokens for i, (_, tokens) in enumerate(wanted)]
        false = [
            quote
            for k, (quote, tokens) in enumerate(found)
            if k not in right and not (quote.within and any(tokens & other for other in loose))
        ]
        return matched, missed, false


def _alike(gold: GoldQuote, found: Quote) -> int:
    """2 for the same kind of speech, 1 for kinds that annotators confuse, 0 for others."""
    direct = found.type is QuoteType.DIRECT
    if (gold.type == "direct") != direct:
        return 0
    return 2 if (gold.type == "reported") == (found.type is QuoteType.REPORTED) else 1


def _called(gold: GoldActor, actor: Actor) -> bool:
    names = {_plain(name) for name in (gold.name, *gold.names)}
    return any(_plain(name) in names for name in (actor.name, *actor.aliases))


def _plain(words: str) -> str:
    low = [word for word in _WORD.findall(words.casefold()) if word not in _ARTICLES]
    return " ".join(low)


_ARTICLES = frozenset("der die das den dem des ein eine einer einem einen".split())


def _names_in(gold: GoldActor, words: str) -> bool:
    said = f" {_plain(words)} "
    return any(f" {_plain(name)} " in said for name in (gold.name, *gold.names) if _plain(name))


def _same_noun(one: str, other: str) -> bool:
    """Whether two noun phrases share a noun, its beginning at least: "ein Sprecher der Polizei", "Polizeisprecher"."""
    ones, others = _nouns(one), _nouns(other)
    if not ones:
        return _plain(one) == _plain(other)
    return any(a.startswith(b) or b.startswith(a) for a in ones for b in others)


def _nouns(words: str) -> set[str]:
    """The nouns of a phrase in lower case without their endings."""
    nouns = (word for word in _WORD.findall(words) if word[:1].isupper() and len(word) > 2)
    stems = (re.sub(r"(?<=....)(?:innen|ern|en|es|er|n|s|e)$", "", noun.casefold()) for noun in nouns)
    return {stem for stem in stems if stem not in _ARTICLES}
