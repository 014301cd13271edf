"""Treebank sentences in batches: each whole, in its row, and with nothing where nothing is known."""

import random

import pytest

from core.training.batches import IGNORED
from core.training.grammar import Target
from core.training.tree_batches import blank_tree, pad_trees, tree_batches

LONG = Target((4, 5, 6), (0, 2), ((1, 7), (2, 8)), (2, 0), (3, 4))
SHORT = Target((9,), (0,), ((3, IGNORED),), (0,), (5,))
WITHOUT_TREE = Target((9, 9), (0, 1), ((3, 1), (2, 1)), (), ())


def test_each_sentence_has_a_row_of_pieces_between_marks() -> None:
    batch = pad_trees([LONG, SHORT])
    assert batch.ids.tolist() == [[0, 4, 5, 6, 2], [0, 9, 2, 1, 1]]
    assert batch.present.tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]


def test_first_pieces_are_counted_behind_the_opening_mark() -> None:
    batch = pad_trees([LONG, SHORT])
    assert batch.firsts.tolist() == [[1, 3], [1, 0]]
    assert batch.words.tolist() == [[1, 1], [1, 0]]
    assert [batch.ids[0, first] for first in batch.firsts[0]] == [4, 6]


def test_what_is_not_known_is_ignored() -> None:
    batch = pad_trees([LONG, SHORT, WITHOUT_TREE])
    assert batch.tags.tolist() == [
        [[1, 7], [2, 8]],
        [[3, IGNORED], [IGNORED, IGNORED]],
        [[3, 1], [2, 1]],
    ]
    assert batch.heads.tolist() == [[2, 0], [0, IGNORED], [IGNORED, IGNORED]]
    assert batch.relations.tolist() == [[3, 4], [5, IGNORED], [IGNORED, IGNORED]]


@pytest.mark.parametrize("size", [1, 3, 8])
def test_batches_hold_every_sentence_once_and_no_more_than_they_may(size: int) -> None:
    sentences = [Target((4,) * (n % 7 + 1), (0,), ((n,),), (0,), (n,)) for n in range(20)]
    batches = list(tree_batches(sentences, size, random.Random(5)))
    assert max(len(batch.ids) for batch in batches) == size
    assert sorted(tag for batch in batches for tag in batch.tags[:, 0, 0].tolist()) == list(range(20))


def test_words_are_blanked_whole_and_keep_their_tree() -> None:
    blanked = blank_tree(LONG, 1.0, random.Random(1))
    assert set(blanked.ids) == {3}, "the unknown piece"
    assert (blanked.firsts, blanked.tags, blanked.heads) == (LONG.firsts, LONG.tags, LONG.heads)
    assert blank_tree(LONG, 0.0, random.Random(1)) == LONG
