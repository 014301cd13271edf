"""Which wordings are the same statement, in the same words or nearly so, and where two of them differ.

Candidates come from their sketches (`core.text.sketches`); those whose sets of words are alike enough are joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from core.text.sketches import pairs, plain_words

ALIKE = 0.6
"""Share of words that two wordings have in common, of all the words of both."""


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

    for first, other in candidates:
        if _alike(wordings[first], wordings[other]):
            one, two = sorted((find(first), find(other)))
            leader[two] = leader[first] = leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(leader):
        groups[find(number)].append(number)
    return list(groups.values())


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
