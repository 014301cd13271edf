"""Sentences as the encoder reads them, sorted by length and padded into batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer, readable
from core.training.germeval import LABELS, Sentence

IGNORED = -100
_BUCKET = 25


class HasPieces(Protocol):
    """A sentence cut into pieces, for whatever task."""

    @property
    def ids(self) -> tuple[int, ...]:
        """Ids of the pieces, without the marks around them."""


class Vectors(Protocol):
    """What the trained layers read of pieces: their vectors, or what layers below say of them."""

    def __getitem__(self, ids: NDArray[Any]) -> NDArray[np.float32]:
        """Return the vectors of ids (sentences, pieces), shape (sentences, pieces, width)."""


InPieces = TypeVar("InPieces", bound=HasPieces)


@dataclass(frozen=True)
class Encoded:
    """Piece ids of a sentence without the marks around them, and the place and label of each word's first piece."""

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    labels: tuple[int, ...]
    own: bool = False
    """Whether it is one of our own sentences, whose annotation may differ in kind from that of GermEval."""


@dataclass(frozen=True)
class Batch:
    """Padded arrays of shape (sequences, length); `labels` is `IGNORED` except at the first piece of a word.

    `own` has one value a sequence.
    """

    ids: NDArray[np.int64]
    present: NDArray[np.float32]
    labels: NDArray[np.int64]
    own: NDArray[np.bool_]


def encode(sentence: Sentence, tokenizer: UnigramTokenizer) -> Encoded:
    """Cut the words of a sentence into pieces; a word with nothing readable becomes the unknown piece."""
    ids: list[int] = []
    firsts = []
    for word in sentence.words:
        firsts.append(len(ids))
        text = readable(word)
        ids.extend(tokenizer.encode(text) if text else (tokenizer.unknown_id,))
    return Encoded(tuple(ids), tuple(firsts), tuple(LABELS.index(label) for label in sentence.labels))


def blank(sentence: Encoded, chance: float, generator: random.Random) -> Encoded:
    """Make some words unknown, all their pieces at once (word dropout, Iyyer et al. 2015).

    So the model learns from the words around a name as well as from the name.
    """
    return replace(sentence, ids=blank_words(sentence.ids, sentence.firsts, chance, generator))


def blank_words(
    ids: Sequence[int], firsts: Sequence[int], chance: float, generator: random.Random
) -> tuple[int, ...]:
    """Return the pieces of a sentence, of which those of some words are unknown; `firsts` tells where words begin."""
    pieces = list(ids)
    for start, end in zip(firsts, [*firsts[1:], len(pieces)], strict=True):
        if generator.random() < chance:
            pieces[start:end] = [UnigramTokenizer.unknown_id] * (end - start)
    return tuple(pieces)


def shuffled_batches(sequences: Sequence[Encoded], size: int, generator: random.Random) -> Iterator[Batch]:
    """Yield batches of sequences of like length, in random order: little padding, and still a fresh mix each epoch."""
    groups = list(of_like_length(sequences, size, generator))
    generator.shuffle(groups)
    yield from map(pad, groups)


def of_like_length(
    sentences: Sequence[InPieces], size: int, generator: random.Random
) -> Iterator[Sequence[InPieces]]:
    """Yield `size` sentences at a time, of like numbers of pieces, each sentence once, mixed anew at every call."""
    order = list(sentences)
    generator.shuffle(order)
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET], key=lambda sentence: len(sentence.ids))
        for i in range(0, len(bucket), size):
            yield bucket[i : i + size]


def pad(sequences: Sequence[Encoded]) -> Batch:
    """Put `<s>` and `</s>` around each sequence and pad all to the longest."""
    length = max(len(sequence.ids) for sequence in sequences) + 2
    ids = np.full((len(sequences), length), UnigramTokenizer.pad_id, np.int64)
    present = np.zeros((len(sequences), length), np.float32)
    labels = np.full((len(sequences), length), IGNORED, np.int64)
    for row, sequence in enumerate(sequences):
        marked = (UnigramTokenizer.begin_id, *sequence.ids, UnigramTokenizer.end_id)
        ids[row, : len(marked)] = marked
        present[row, : len(marked)] = 1.0
        labels[row, [first + 1 for first in sequence.firsts]] = sequence.labels
    return Batch(ids, present, labels, np.array([sequence.own for sequence in sequences]))
