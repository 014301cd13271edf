from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.language.parser.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    """Whether exactly one word hangs from the root and every word leads there."""
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return heads.count(0) == 1


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@st.composite
def tables(draw) -> np.ndarray:
    words = draw(st.integers(1, 5))
    return draw(arrays(np.float32, (words, words + 1), elements=st.floats(-8, 8, width=32)))


@given(tables())
def test_no_tree_is_better(scores: np.ndarray) -> None:
    words = len(scores)
    found = best_tree(scores)
    assert is_tree(found)
    trees = (list(heads) for heads in product(range(words + 1), repeat=words))
    best = max(total(scores, heads) for heads in trees if is_tree(heads))
    assert total(scores, found) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize("words", [40, 300])
def test_a_long_sentence_gets_a_tree(words: int) -> None:
    scores = np.random.default_rng(words).normal(size=(words, words + 1)).astype(np.float32)
    assert is_tree(best_tree(scores))


def test_equal_scores_give_a_tree() -> None:
    assert is_tree(best_tree(np.zeros((30, 31), np.float32)))


def test_no_words_no_tree() -> None:
    assert best_tree(np.zeros((0, 1), np.float32)) == []
