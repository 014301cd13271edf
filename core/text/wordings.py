"""Which wordings are the same statement, in the same words or nearly so, and where two of them differ.

Candidates come from their sketches (`core.text.sketches`); those whose sets of words are alike enough are joined, but
not where their figures differ, or one says no to what the other affirms: "20 Tote" and "200 Tote" are two facts.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from core.text.sketches import pairs, plain_words
from core.text.tables import either

ALIKE = 0.6
"""Share of words that two wordings have in common, of all the words of both."""
SHORT = 4
"""Words from which on a statement is the same where every word is, if the same one says it."""
_FIGURE = r"(?<!\w)[^\W\d_]{0,2}\d+(?:[.,:\s\u202f\u00a0]\d+)*"
"""A figure, or the name of a road or a room, as "A7"; other digits in words are a part of these."""
_GROUPING = re.compile(r"[.,\s\u202f\u00a0](?=\d{3}(?!\d))")
"""What separates the thousands of a figure."""


def grouped(wordings: Sequence[str]) -> list[list[int]]:
    """The places of wordings that are the same statement, group by group; what is said once only is left out.

    Groups come in the order of their first places, which ascend within each.
    """
    return joined(pairs([wordings]), dict(enumerate(wordings)))


def joined(candidates: Iterable[tuple[int, int]], wordings: Mapping[int, str]) -> list[list[int]]:
    """The same for pairs that may be alike, which ascend; `wordings` needs those of the pairs only."""
    leader: dict[int, int] = {}

    def find(number: int) -> int:
        while leader.get(number, number) != number:
            number = leader[number]
        return number

    for first, other in _same(candidates, wordings):
        one, two = sorted((find(first), find(other)))
        leader[two] = leader[first] = leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(leader):
        groups[find(number)].append(number)
    return list(groups.values())


def _same(candidates: Iterable[tuple[int, int]], wordings: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """The pairs that are one statement; those like a first one but for what decides are compared with each other."""
    facts: dict[int, tuple[str, ...]] = {}
    bearers: dict[tuple[int, tuple[str, ...]], int] = {}
    for first, other in candidates:
        for number in (first, other):
            if number not in facts:
                facts[number] = _facts(wordings[number])
        if not _alike(wordings[first], wordings[other]):
            continue
        own = facts[other]
        bearer = first if own == facts[first] else bearers.setdefault((first, own), other)
        if bearer != other and (bearer == first or _alike(wordings[bearer], wordings[other])):
            yield bearer, other


def repeated(said: Sequence[tuple[Hashable, str]]) -> list[list[int]]:
    """The places of what the same one says in the very same words, group by group, as `grouped` has them.

    For statements too short to be compared by their words alone; the shortest of all are the same by chance.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at, (speaker, words) in enumerate(said):
        same = tuple(plain_words(words))
        if len(same) >= SHORT:
            groups[speaker, same].append(at)
    return [group for group in groups.values() if len(group) > 1]


def _facts(wording: str) -> tuple[str, ...]:
    """The figures in a wording, and where it says no, in their order: what makes two statements of the same words."""
    return tuple(
        _GROUPING.sub("", figure).casefold() if figure else (number.casefold() or "no")
        for figure, number, _denial in _deciding().findall(wording)
    )


@cache
def _deciding() -> re.Pattern[str]:
    number, denial = either("number_word"), either("denial")
    return re.compile(rf"({_FIGURE})|\b({number})\b|(\b(?:{denial})\b|n['’]t\b)", re.IGNORECASE)


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(plain_words(one)), set(plain_words(other))
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


def differences(first: str, other: str) -> list[tuple[str, bool]]:
    """`other` in parts, each with whether these words are not in `first` at that place; blanks are made single."""
    own = other.split()
    before = [_bare(word) for word in first.split()]
    parts: list[tuple[str, bool]] = []
    matcher = SequenceMatcher(None, before, [_bare(word) for word in own], autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        if start < end:
            parts.append((" ".join(own[start:end]), kind != "equal"))
    return parts


def _bare(word: str) -> str:
    """A word without the marks around it."""
    return "".join(plain_words(word)) or word
