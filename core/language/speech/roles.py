"""Scores of the roles that words have in speech, alone and towards the word that says that something is said.

The linear head follows the usual tagging of tokens, the other is the arc scorer of Dozat and Manning (2017) with a
label for each role, so that one word may have a part in several events.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.language.heads import affine

ROLES = ("cue", "source", "message", "addressee")
SLOPE = 0.1

Floats = NDArray[np.float32]


class SpeechScores:
    """The arrays of both heads, in full precision.

    `roles` (roles, width + 1) scores words alone; `cue` and `word` (narrow, width + 1) narrow the vectors of a cue
    and of any word, and `link` (roles, narrow + 1, narrow + 1) compares them. Scores above 0 mean yes.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]]) -> None:
        self._arrays = {name: np.asarray(array, np.float32) for name, array in arrays.items()}

    def cues(self, words: Floats) -> Floats:
        """Score words (n, width) as cues: shape (n,)."""
        return affine(self._arrays["roles"][:1], words)[:, 0]

    def towards(self, words: Floats, cues: list[int]) -> Floats:
        """Score the roles of all words towards the words at `cues`: shape (cues, n, roles)."""
        left = self._narrow("cue", words[cues])
        right = self._narrow("word", words)
        scores: Floats = np.einsum("ca,rab,nb->cnr", left, self._arrays["link"], right, optimize=True)
        return scores

    def _narrow(self, name: str, words: Floats) -> Floats:
        values = affine(self._arrays[name], words)
        values = np.maximum(values, values * np.float32(SLOPE))
        return np.hstack([values, np.ones((len(values), 1), np.float32)])


def events(scores: SpeechScores, words: Floats) -> list[tuple[list[int], ...]]:
    """Find the events in the vectors of a sentence: for each, the places of the words of each role, in order.

    Cue words that count each other as cues are one event ("brachte … zum Ausdruck"); its roles are those of the mean
    of their scores.
    """
    found = np.flatnonzero(scores.cues(words) > 0).tolist()
    if not found:
        return []
    ties = scores.towards(words, found)
    cue = ROLES.index("cue")
    groups: list[list[int]] = []
    for i, place in enumerate(found):
        group = next(
            (g for g in groups if any(ties[i, found[j], cue] + ties[j, place, cue] > 0 for j in g)), None
        )
        if group is None:
            groups.append([i])
        else:
            group.append(i)
    result = []
    for group in groups:
        yes = ties[group].mean(axis=0) > 0
        cues = [found[i] for i in group]
        result.append((cues, *(np.flatnonzero(yes[:, role]).tolist() for role in range(1, len(ROLES)))))
    return result
