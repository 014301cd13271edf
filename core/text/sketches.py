"""Which of many texts are likely to be nearly the same, without comparing each with each.

Texts are likely alike that share one of the smallest hashes of their word triples (a bottom-k sketch: Broder, On the
resemblance and containment of documents, 1997). Eight bytes a hash are kept, the texts are not.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import combining, normalize
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SHORTEST = 6
"""Words; shorter texts are alike by chance."""
_SKETCH = 6
"""Hashes of a text that are kept."""
_CROWD = 400
"""Texts that share a triple; more of them share a phrase, not a statement."""
_TRIPLE = 3
_MIX = np.uint64(0x9E3779B97F4A7C15)
"""An odd number near 2 to the 64 over the golden ratio: products with it scatter well (Knuth, TAOCP 3, 6.4)."""
_LOW = np.uint64(32)
_WORD = re.compile(r"\w+")


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents."""
    return _WORD.findall(_plain(text))


def pairs(batches: Iterable[Sequence[str]]) -> list[tuple[int, int]]:
    """The pairs of texts that share a triple of words: the first that has it and each of the others.

    Texts are counted from 0 through all batches; pairs ascend, each once.
    """
    known: dict[str, int] = {}
    sketches: list[NDArray[np.uint64]] = []
    first = 0
    for batch in batches:
        sketches.append(_sketches(batch, first, known))
        first += len(batch)
    return _sharing(np.concatenate(sketches)) if sketches else []


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _accents().sub("", normalize("NFKD", text.lower()))


@cache
def _accents() -> re.Pattern[str]:
    """What is combined with the letter before it."""
    marks = (chr(code) for code in range(sys.maxunicode + 1) if combining(chr(code)))
    return re.compile(f"[{''.join(marks)}]+")


def _sketches(batch: Sequence[str], first: int, known: dict[str, int]) -> NDArray[np.uint64]:
    """The smallest hashes of each text, above the number of the text. `known` keeps the hashes of words."""
    codes: list[int] = []
    counts = []
    for text in batch:
        words = plain_words(text)
        if len(words) < SHORTEST:
            words = []
        for word in words:
            code = known.get(word)
            if code is None:
                code = known[word] = crc32(word.encode())
            codes.append(code)
        counts.append(len(words))
    triples = _triples(np.array(codes, np.uint64))
    owners = np.repeat(np.arange(len(batch), dtype=np.uint64), counts)
    within = owners[: len(triples)] == owners[_TRIPLE - 1 :]
    hashes = np.unique(owners[: len(triples)][within] << _LOW | triples[within])
    numbers = hashes >> _LOW
    starts = np.searchsorted(numbers, numbers)
    smallest = hashes[np.arange(len(hashes)) - starts < _SKETCH]
    return (smallest << _LOW) | ((smallest >> _LOW) + np.uint64(first))


def _triples(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash of 32 bits for each three words that follow each other."""
    mixed = codes[: max(len(codes) - _TRIPLE + 1, 0)]
    for further in range(1, _TRIPLE):
        mixed = mixed * _MIX
        mixed = (mixed ^ (mixed >> _LOW)) + codes[further : further + len(mixed)]
    mixed = mixed * _MIX
    return mixed >> _LOW


def _sharing(sketches: NDArray[np.uint64]) -> list[tuple[int, int]]:
    """The pairs of texts that have a hash in common: the first that has it and each of the others."""
    sketches.sort()
    hashes = sketches >> _LOW
    begins = np.flatnonzero(np.diff(hashes, prepend=hashes[:1] + np.uint64(1)))
    sizes = np.diff(begins, append=len(sketches))
    fitting = (sizes > 1) & (sizes < _CROWD)
    leaders = np.repeat(np.where(fitting, begins, -1), sizes)
    members = np.flatnonzero((leaders >= 0) & (leaders != np.arange(len(sketches))))
    numbers = (sketches & np.uint64(0xFFFFFFFF)).astype(np.int64)
    found = np.unique(np.stack([numbers[leaders[members]], numbers[members]], axis=1), axis=0)
    return [(first, other) for first, other in found.tolist()]
