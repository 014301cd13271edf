"""English: to which club or town an office belongs: "the Corby manager" is not that of the other side."""

from collections.abc import Iterator

from core.actors.coreference.discourse import Discourse
from core.analysis.analysis import Form
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import JOINED, SUBJECTS
from core.parsed_text.trees import dependent, dependents, subtree
from core.text.spans import Span

_ONE = ("appos", "nmod:desc", "compound", "flat")
_HELD = frozenset(("coaching", "sport", "town", "region"))
"""Classes of offices that somebody has of one club or place at a time."""
_OWN = ("his", "her", "their")
_MOST_CHAINED = 4


class Sides:
    """Compares the club or place in a description with those by which the text tells who somebody is."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._told: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {}

    def is_of_other(self, span: Span, key: str) -> bool:
        """Whether a description names one side, and the text tells that somebody has such an office of another."""
        classes, side = self._described(span)
        if "sport" in classes and "coaching" not in classes and self._has_players(key):
            return True
        told = (*self._of(key), *self._described_before(span, key)) if side else ()
        known = [names for held, names in told if held & classes]
        return bool(side and known) and not any(names & side for names in known)

    def _has_players(self, key: str) -> bool:
        """Whether somebody does something to "his players", and so is no striker but whom they play for."""
        parsed = self._parsed
        for mention in self._discourse.mentions:
            name = parsed.head_of(mention.start, mention.end) if mention.actor == key else None
            if name is None or parsed.dep[name] not in SUBJECTS:
                continue
            for noun in dependents(parsed, parsed.head[name], "obj", "iobj"):
                owner = dependent(parsed, noun, "nmod:poss")
                team = parsed.lexicon.has(parsed.low[noun], "players")
                if team and owner is not None and parsed.low[owner] in _OWN:
                    return True
        return False

    def is_of_same(self, span: Span, key: str) -> bool:
        """Whether a description names the side of which somebody has such an office, or whom they are said to lead:
        "after his Corby side lost"."""
        classes, side = self._described(span)
        return any((held & classes or not held) and names & side for held, names in self._of(key))

    def _described(self, span: Span) -> tuple[frozenset[str], frozenset[str]]:
        """The classes of the office in a description that is one of a side, and the words that name the side."""
        head = self._parsed.head_of(*span) if self._parsed.by_parse else None
        if head is None:
            return frozenset(), frozenset()
        return self._classes(head), self._names(head)

    def _described_before(self, span: Span, key: str) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The offices by which somebody has been described so far: "the Corby manager"."""
        before = self._discourse.between(0, span[0])
        nouns = (each.span for each in before if each.actor == key and each.form is Form.NOMINAL)
        return [(classes, names) for classes, names in map(self._described, nouns) if classes and names]

    def _classes(self, noun: int) -> frozenset[str]:
        return frozenset(self._tables.classes_of_role(self._parsed.low[noun]) & _HELD)

    def _names(self, noun: int) -> frozenset[str]:
        """The proper names in a phrase that say of what somebody has an office, without abbreviations, which may stand
        for a name in full."""
        parsed = self._parsed
        owners = [
            k for k in dependents(parsed, noun, "compound", "nmod:poss", "nmod") if parsed.pos[k] == "PROPN"
        ]
        words = {
            i for owner in owners for i in subtree(parsed, owner, without=("appos", "acl:relcl", "conj"))
        }
        return frozenset(parsed.low[i] for i in words if self._is_name(i) and not parsed.words[i].isupper())

    def _is_name(self, token: int) -> bool:
        return self._parsed.pos[token] in ("PROPN", "NOUN") and self._parsed.words[token][:1].isupper()

    def _of(self, key: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The offices that the text tells beside somebody's name, as classes and the side; for those whom somebody
        leads no classes."""
        if key not in self._told:
            self._told[key] = tuple(self._told_of(key)) if self._parsed.by_parse else ()
        return self._told[key]

    def _told_of(self, key: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        for mention in self._discourse.mentions:
            if mention.actor != key or mention.form is not Form.NAME:
                continue
            name = self._parsed.head_of(mention.start, mention.end)
            if name is None:
                continue
            for noun in self._beside(name):
                classes, names = self._classes(noun), self._names(noun)
                if classes and names:
                    yield classes, names
            yield from self._led(name)

    def _beside(self, name: int) -> Iterator[int]:
        """The nouns that are one with a name by the parse."""
        yield from dependents(self._parsed, name, *_ONE)
        above = name
        for _ in range(_MOST_CHAINED):
            if self._parsed.dep[above] not in _ONE:
                return
            above = self._parsed.head[above]
            yield above
            yield from (k for k in dependents(self._parsed, above, *_ONE) if k != name)

    def _led(self, name: int) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """The side in the sentence of which somebody is the subject: "Igor Lund left after his Corby side lost"."""
        parsed = self._parsed
        if parsed.dep[name] not in SUBJECTS:
            return
        for noun in subtree(parsed, parsed.head[name]):
            owner = dependent(parsed, noun, "nmod:poss")
            if (
                owner is not None
                and parsed.low[owner] in _OWN
                and parsed.lexicon.has(parsed.low[noun], "side")
            ):
                names = {parsed.low[k] for k in dependents(parsed, noun, *JOINED) if self._is_name(k)}
                yield frozenset(), frozenset(names)
