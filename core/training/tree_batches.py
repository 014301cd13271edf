"""Treebank sentences sorted by length and padded into batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED, blank_words, of_like_length
from core.training.grammar import Target


@dataclass(frozen=True)
class Trees:
    """A padded batch of treebank sentences; arrays by (sentence, piece) and by (sentence, word)."""

    ids: NDArray[np.int64]
    present: NDArray[np.float32]
    firsts: NDArray[np.int64]
    words: NDArray[np.float32]
    tags: NDArray[np.int64]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]


def pad_trees(sentences: Sequence[Target]) -> Trees:
    """Put `<s>` and `</s>` around the pieces of each sentence and pad all to the longest."""
    length = max(len(sentence.ids) for sentence in sentences) + 2
    longest = max(len(sentence.firsts) for sentence in sentences)
    rows = len(sentences)
    batch = Trees(
        np.full((rows, length), UnigramTokenizer.pad_id, np.int64),
        np.zeros((rows, length), np.float32),
        np.zeros((rows, longest), np.int64),
        np.zeros((rows, longest), np.float32),
        np.full((rows, longest, len(sentences[0].tags[0])), IGNORED, np.int64),
        np.full((rows, longest), IGNORED, np.int64),
        np.full((rows, longest), IGNORED, np.int64),
    )
    for row, sentence in enumerate(sentences):
        marked = (UnigramTokenizer.begin_id, *sentence.ids, UnigramTokenizer.end_id)
        words = len(sentence.firsts)
        batch.ids[row, : len(marked)] = marked
        batch.present[row, : len(marked)] = 1.0
        batch.firsts[row, :words] = [first + 1 for first in sentence.firsts]
        batch.words[row, :words] = 1.0
        batch.tags[row, :words] = sentence.tags
        batch.heads[row, : len(sentence.heads)] = sentence.heads
        batch.relations[row, : len(sentence.relations)] = sentence.relations
    return batch


def tree_batches(sentences: Sequence[Target], size: int, generator: random.Random) -> Iterator[Trees]:
    """Yield batches of sentences of like length; a fresh mix each time."""
    yield from map(pad_trees, of_like_length(sentences, size, generator))


def blank_tree(sentence: Target, chance: float, generator: random.Random) -> Target:
    """Make some words unknown, as for names."""
    return replace(sentence, ids=blank_words(sentence.ids, sentence.firsts, chance, generator))
