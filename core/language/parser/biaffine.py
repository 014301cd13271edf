"""Scores of heads and relations from the vectors of the words (Dozat and Manning 2017)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.language.heads import affine

SLOPE = 0.1

Floats = NDArray[np.float32]


_NARROWED = ("arc_dependent", "arc_head", "relation_dependent", "relation_head")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The narrowed vectors of words: as dependents and as heads, for arcs (n, arc) and relations (n, relation)."""

    arc_dependent: Floats
    arc_head: Floats
    relation_dependent: Floats
    relation_head: Floats

    def __getitem__(self, rows: slice) -> "Narrowed":
        """Those of some of the words."""
        return Narrowed(
            self.arc_dependent[rows],
            self.arc_head[rows],
            self.relation_dependent[rows],
            self.relation_head[rows],
        )


class Biaffine:
    """The arrays of the parser, in full precision.

    `arc_dependent`, `arc_head` (arc, width + 1) and `relation_dependent`, `relation_head` (relation, width + 1)
    narrow the vectors of words; `arc_root` (arc,) and `relation_root` (relation,) are the root's;
    `arc` (arc + 1, arc) and `relation` (relations, relation + 1, relation + 1) compare a word with a head.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]]) -> None:
        self._arrays = {name: np.asarray(array, np.float32) for name, array in arrays.items()}
        relation = self._arrays.pop("relation")
        self._width = relation.shape[1]
        self._relation = np.ascontiguousarray(relation.transpose(1, 0, 2).reshape(self._width, -1))

    def narrow(self, words: Floats) -> "Narrowed":
        """Narrow the vectors (n, width) of words, of as many sentences as you like at once."""
        return Narrowed(*(self._narrow(name, words) for name in _NARROWED))

    def heads(self, words: "Narrowed") -> Floats:
        """Score heads of the words of a sentence: shape (n, 1 + n), column 0 for the root."""
        heads = np.vstack([self._arrays["arc_root"], words.arc_head])
        scores: Floats = _with_one(words.arc_dependent) @ self._arrays["arc"] @ heads.T
        return scores

    def relations(self, words: "Narrowed", heads: list[int]) -> Floats:
        """Score the relations of words to their heads, which count from 1, 0 the root: shape (n, relations)."""
        above = np.vstack([self._arrays["relation_root"], words.relation_head])
        halfway = _with_one(words.relation_dependent) @ self._relation
        chosen = _with_one(above[heads])
        scores: Floats = np.matmul(halfway.reshape(len(heads), -1, self._width), chosen[:, :, None])
        return scores[:, :, 0]

    def _narrow(self, name: str, words: Floats) -> Floats:
        values = affine(self._arrays[name], words)
        narrow: Floats = np.maximum(values, values * np.float32(SLOPE))
        return narrow


def _with_one(vectors: Floats) -> Floats:
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])
