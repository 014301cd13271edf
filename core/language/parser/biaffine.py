"""Scores of heads and relations from the vectors of the words (Dozat and Manning 2017)."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.language.heads import affine

SLOPE = 0.1

Floats = NDArray[np.float32]


class Biaffine:
    """The arrays of the parser, in full precision.

    `arc_dependent`, `arc_head` (arc, width + 1) and `relation_dependent`, `relation_head` (relation, width + 1)
    narrow the vectors of words; `arc_root` (arc,) and `relation_root` (relation,) are the root's;
    `arc` (arc + 1, arc) and `relation` (relations, relation + 1, relation + 1) compare a word with a head.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]]) -> None:
        self._arrays = {name: np.asarray(array, np.float32) for name, array in arrays.items()}

    def heads(self, words: Floats) -> Floats:
        """Score heads: words (n, width) to scores (n, 1 + n), column 0 for the root."""
        dependents = _with_one(self._narrow("arc_dependent", words))
        heads = np.vstack([self._arrays["arc_root"], self._narrow("arc_head", words)])
        scores: Floats = dependents @ self._arrays["arc"] @ heads.T
        return scores

    def relations(self, words: Floats, heads: list[int]) -> Floats:
        """Score the relations of words to their heads, which count from 1, 0 the root: shape (n, relations)."""
        dependents = _with_one(self._narrow("relation_dependent", words))
        above = np.vstack([self._arrays["relation_root"], self._narrow("relation_head", words)])
        table = self._arrays["relation"]
        width = table.shape[1]
        halfway = dependents @ table.transpose(1, 0, 2).reshape(width, -1)
        chosen = _with_one(above[heads])
        scores: Floats = np.einsum("nrc,nc->nr", halfway.reshape(len(words), -1, width), chosen)
        return scores

    def _narrow(self, name: str, words: Floats) -> Floats:
        values = affine(self._arrays[name], words)
        return np.where(values > 0, values, values * np.float32(SLOPE))


def _with_one(vectors: Floats) -> Floats:
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])
