"""Sentences as the encoder reads them, joined, sorted by length and padded into batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer, readable
from core.training.germeval import LABELS, Sentence

IGNORED = -100
_BUCKET = 25


@dataclass(frozen=True)
class Encoded:
    """Piece ids of some sentences without the marks around them, and the place and label of each word's first piece."""

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    labels: tuple[int, ...]


@dataclass(frozen=True)
class Batch:
    """Padded arrays of shape (sequences, length); `labels` is `IGNORED` except at the first piece of a word."""

    ids: NDArray[np.int64]
    present: NDArray[np.float32]
    labels: NDArray[np.int64]


def encode(sentence: Sentence, tokenizer: UnigramTokenizer) -> Encoded:
    """Cut the words of a sentence into pieces; a word with nothing readable becomes the unknown piece."""
    ids: list[int] = []
    firsts = []
    for word in sentence.words:
        firsts.append(len(ids))
        text = readable(word)
        ids.extend(tokenizer.encode(text) if text else (tokenizer.unknown_id,))
    return Encoded(tuple(ids), tuple(firsts), tuple(LABELS.index(label) for label in sentence.labels))


def join(parts: Sequence[Encoded]) -> Encoded:
    """Put sentences one after the other, as they stand in an article."""
    ids: list[int] = []
    firsts: list[int] = []
    labels: list[int] = []
    for part in parts:
        firsts.extend(first + len(ids) for first in part.firsts)
        ids.extend(part.ids)
        labels.extend(part.labels)
    return Encoded(tuple(ids), tuple(firsts), tuple(labels))


def joined_at_random(
    sentences: Sequence[Encoded], chances: Sequence[float], longest: int, generator: random.Random
) -> list[Encoded]:
    """Shuffle the sentences and join runs of 1, 2, 3 … of them with the given chances, up to `longest` pieces."""
    order = list(sentences)
    generator.shuffle(order)
    sequences = []
    position = 0
    while position < len(order):
        count = generator.choices(range(1, len(chances) + 1), chances)[0]
        run = order[position : position + count]
        while len(run) > 1 and sum(len(part.ids) for part in run) > longest:
            run.pop()
        sequences.append(join(run))
        position += len(run)
    return sequences


def shuffled_batches(sequences: Sequence[Encoded], size: int, generator: random.Random) -> Iterator[Batch]:
    """Yield batches of sequences of like length, in random order: little padding, and still a fresh mix each epoch."""
    order = list(sequences)
    generator.shuffle(order)
    groups: list[list[Encoded]] = []
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET], key=lambda sequence: len(sequence.ids))
        groups.extend(bucket[i : i + size] for i in range(0, len(bucket), size))
    generator.shuffle(groups)
    yield from map(pad, groups)


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
    return Batch(ids, present, labels)
