"""Which wordings are the same statement, in the same words or nearly so, and where two of them differ.

Candidates share one of the smallest hashes of their word triples (a bottom-k sketch: Broder, On the resemblance and
containment of documents, 1997); those whose sets of words are alike enough are joined.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import groupby
from unicodedata import combining, normalize
from zlib import crc32

ALIKE = 0.6
"""Share of words that two wordings have in common, of all the words of both."""
SHORTEST = 6
"""Words; shorter statements are alike by chance."""
_SKETCH = 6
_CROWD = 400
"""Statements that share a triple; more of them share a phrase, not a statement."""
_WORD = re.compile(r"\w+")


def grouped(wordings: Sequence[str]) -> list[list[int]]:
    """The places of wordings that are the same statement, group by group; what is said once only is left out.

    Groups come in the order of their first places, which ascend within each.
    """
    words = [plain_words(each) for each in wordings]
    leader: dict[int, int] = {}

    def find(number: int) -> int:
        while leader.get(number, number) != number:
            number = leader[number]
        return number

    for first, other in _candidates(words):
        if _alike(words[first], words[other]):
            one, two = sorted((find(first), find(other)))
            leader[two] = leader[first] = leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(leader):
        groups[find(number)].append(number)
    return list(groups.values())


def plain_words(wording: str) -> list[str]:
    """The words of a wording in lower case, without accents."""
    bare = "".join(char for char in normalize("NFKD", wording.lower()) if not combining(char))
    return _WORD.findall(bare)


def _candidates(words: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs that share a triple of words, the first that has it and each of the others."""
    sketches = array("Q")
    for number, own in enumerate(words):
        if len(own) >= SHORTEST:
            hashes = {crc32(" ".join(own[at : at + 3]).encode()) for at in range(len(own) - 2)}
            sketches.extend(each << 32 | number for each in nsmallest(_SKETCH, hashes))
    pairs: dict[tuple[int, int], None] = {}
    for _, same in groupby(sorted(sketches), lambda each: each >> 32):
        first, *others = (each & 0xFFFFFFFF for each in same)
        if others and len(others) < _CROWD:
            pairs.update(dict.fromkeys((first, other) for other in others))
    return list(pairs)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    mine, theirs = set(one), set(other)
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
