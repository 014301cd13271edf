"""Speakers without a name, with every mention of them: several people, a text, an organisation that no table lists.

"Gutachter", "die Ermittler" and "der Bericht" are not described by other words, as a rule, but by the same noun again,
in the same number. What is told of them must not differ: the doctors of one hospital are not those of another.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import APPOSED
from core.text.personal_names import fold
from core.text.spans import Span

_PART_OF_PHRASE = ("det", "amod", "nummod")
_TELLING = ("amod", "nmod", "nmod:poss", "nummod")
"""Relations of what tells one group from another."""
_ACTING = frozenset(("company", "bank", "authority", "association", "union", "club", "media", "party"))
"""Classes of bodies that act in the plural: "europäische Unternehmen"."""
_SYNONYM = 0.8
"""How sure it is that a text is meant by another noun for texts of its kind."""


@dataclass(slots=True)
class _Nameless:
    """An actor without a name, known by one noun in one number."""

    key: str
    lemma: str
    plural: bool
    told: frozenset[str]
    """The adjectives and complements that say which one it is."""
    first: int
    """Where it is first mentioned."""
    label: Label
    kinds: frozenset[str] = field(default_factory=frozenset)
    """For a text the classes of its noun."""


class Gatherer:
    """Finds the mentions of actors without a name, by the nouns of those mentions that are known."""

    def __init__(
        self, parsed: ParsedText, tables: Tables, names: Sequence[Mention], found: Mapping[Span, Mention]
    ) -> None:
        self._parsed = parsed
        self._tables = tables
        self._taken = sorted([mention.span for mention in names] + list(found))
        self._starts = [start for start, _ in self._taken]
        self._longest = max((end - start for start, end in self._taken), default=0)
        self._known: list[_Nameless] = []
        self.same: dict[str, str] = {}
        """The keys of those that turn out to be another, with its key."""

    def learn(self, mentions: Sequence[Mention], persons: Collection[str]) -> None:
        """Take in the mentions of actors without a name; `persons` are the keys of single people, known otherwise."""
        for mention in sorted(mentions):
            key = mention.actor or ""
            token = self._parsed.head_of(mention.start, mention.end)
            if mention.form is not Form.NOMINAL or token is None or self._parsed.pos[token] != "NOUN":
                continue
            if key in persons or any(each.key == key for each in self._known) or key in self.same:
                continue
            told = self._told(token)
            plural = self._parsed.number[token] == "Plur"
            lemma = self._parsed.lemma[token]
            same = self._meant(lemma, plural, told, token)
            if same is not None:
                self.same[key] = same.key
                continue
            self._known.append(
                _Nameless(
                    key,
                    lemma,
                    plural,
                    told,
                    mention.start,
                    mention.label,
                    self._tables.classes_of_document(lemma) if mention.label is Label.MISC else frozenset(),
                )
            )

    def learn_groups(self, is_said: Callable[[int], bool]) -> list[str]:
        """Take in groups that act, though they say nothing, and return their keys: several people or bodies of whom it
        is told which they are ("iranische Sicherheitskräfte"), and those that come up again."""
        parsed = self._parsed
        groups: dict[str, list[int]] = {}
        for token in range(len(parsed.words)):
            if self._is_group(token) and not self._is_left_alone(token, is_said):
                groups.setdefault(parsed.lemma[token], []).append(token)
        keys: list[str] = []
        for lemma, tokens in groups.items():
            acting = [token for token in tokens if parsed.dep[token] == "nsubj"]
            known = any(each.lemma == lemma for each in self._known)
            if known or not acting or not any(self._is_specified(token, len(tokens)) for token in acting):
                continue
            first = tokens[0]
            key = f"n{fold(lemma)} {first}"
            plural = parsed.number[first] == "Plur"
            told = self._told(first)
            self._known.append(_Nameless(key, lemma, plural, told, parsed.starts[first], Label.PER))
            keys.append(key)
        return keys

    def _is_group(self, token: int) -> bool:
        """Whether a noun is for several people or bodies, or for a crowd that is one: "das Publikum"."""
        parsed, lemma = self._parsed, self._parsed.lemma[token]
        if parsed.pos[token] != "NOUN" or not lemma[:1].isupper():
            return False
        if parsed.number[token] != "Plur":
            return parsed.lexicon.has(lemma.lower(), "crowd")
        role = parsed.lexicon.role(lemma)
        people = role is not None or parsed.lexicon.ends_in(lemma.lower(), "people_ending")
        acts = bool(self._tables.classes_of_body(lemma) & _ACTING)
        firm = acts and self._is_told(token, "amod")
        related = lemma in self._tables.humans or lemma in self._tables.kin
        both = acts or related or parsed.lexicon.ends_in(lemma.lower(), "side")
        return people or firm or (both and self._is_both(token))

    def _is_specified(self, token: int, mentions: int) -> bool:
        """Whether it is told which ones are meant, or they are taken as known and come up again."""
        if any(self._parsed.lemma[k].lower() in ("jeder", "kein") for k in self._parsed.children(token)):
            return False
        told = self._is_both(token) or self._is_told(token, "amod", "nmod")
        return told or (mentions > 1 and self._is_definite(token))

    def _is_both(self, token: int) -> bool:
        return any(self._parsed.low[k].startswith("beide") for k in self._parsed.children(token))

    def _is_told(self, token: int, *relations: str) -> bool:
        return any(self._parsed.dep[k] in relations for k in self._parsed.children(token))

    def _is_left_alone(self, token: int, is_said: Callable[[int], bool]) -> bool:
        """Whether a noun is spoken by somebody, beside a name, taken, or no whole word."""
        parsed = self._parsed
        if (
            is_said(parsed.starts[token])
            or not parsed.is_story(parsed.starts[token])
            or self._is_taken(token)
        ):
            return True
        named = any(parsed.dep[k] in APPOSED for k in parsed.children(token))
        return named or parsed.dep[token] in APPOSED or parsed.words[token].endswith("-")

    def gather(self, is_said: Callable[[int], bool]) -> Iterator[Mention]:
        """The further mentions, in text order; direct speech is left alone."""
        if not self._known:
            return
        parsed = self._parsed
        for token in range(len(parsed.words)):
            if parsed.pos[token] != "NOUN" or self._is_left_alone(token, is_said):
                continue
            plural = parsed.number[token] == "Plur"
            lemma = parsed.lemma[token]
            meant = self._meant(lemma, plural, self._told(token), token)
            sure = 1.0
            if meant is None and not plural and self._is_definite(token):
                meant, sure = self._by_kind(lemma, parsed.starts[token]), _SYNONYM
            if meant is not None:
                yield Mention(
                    self._start(token),
                    parsed.ends[token],
                    meant.label,
                    Form.NOMINAL,
                    meant.key,
                    confidence=sure,
                )

    def _meant(self, lemma: str, plural: bool, told: frozenset[str], token: int) -> _Nameless | None:
        """The one known by that noun of whom nothing else is told, the last one before where there are several."""
        fitting = [each for each in self._known if each.lemma == lemma and each.plural == plural]
        same = [each for each in fitting if each.told == told]
        if not same and not told and self._is_definite(token):
            same = fitting
        elif not same:
            same = [each for each in fitting if not each.told and self._parsed.starts[token] < each.first]
        if not plural and same and self._is_new(token):
            same = [each for each in same if self._parsed.starts[token] < each.first]
        return same[-1] if same else None

    def _by_kind(self, lemma: str, offset: int) -> _Nameless | None:
        """The one text before that a noun for texts of its kind can mean: "die Untersuchung" for a study."""
        kinds = self._tables.classes_of_document(lemma)
        if not kinds:
            return None
        texts = [
            each
            for each in self._known
            if each.kinds
            and not each.plural
            and each.first < offset
            and (each.kinds & kinds or "any" in kinds)
        ]
        return texts[0] if len(texts) == 1 else None

    def _told(self, token: int) -> frozenset[str]:
        parsed = self._parsed
        return frozenset(parsed.lemma[k].lower() for k in parsed.children(token) if parsed.dep[k] in _TELLING)

    def _is_definite(self, token: int) -> bool:
        articles = [k for k in self._parsed.children(token) if self._parsed.dep[k] == "det"]
        low = [self._parsed.low[k] for k in articles]
        before = self._parsed.low[token - 1] if token else ""
        return any(
            self._parsed.lexicon.has(word, "definite") or word.startswith("dies") for word in [*low, before]
        )

    def _is_new(self, token: int) -> bool:
        """Whether an article introduces somebody, or denies that there is anybody: "ein", "kein"."""
        articles = [k for k in self._parsed.children(token) if self._parsed.dep[k] == "det"]
        return any(self._parsed.lemma[k].lower() in ("ein", "kein") for k in articles)

    def _start(self, token: int) -> int:
        """Where the phrase begins, its article and adjectives included as far as they are next to one another."""
        parts = {k for k in self._parsed.children(token) if self._parsed.dep[k] in _PART_OF_PHRASE}
        first = token
        while first - 1 in parts:
            first -= 1
        return self._parsed.starts[first]

    def _is_taken(self, token: int) -> bool:
        """Whether a name or a description is there already."""
        start, end = self._parsed.starts[token], self._parsed.ends[token]
        at = bisect_right(self._starts, end) - 1
        while at >= 0 and self._starts[at] > start - self._longest - 1:
            if self._taken[at][1] > start and self._taken[at][0] < end:
                return True
            at -= 1
        return False
