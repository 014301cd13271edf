"""What earlier networks say of sentences that nobody has annotated for it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.training.batches import IGNORED, Vectors
from core.training.grammar import Target
from core.training.joint_network import Joint, of_words
from core.training.learning import TASK
from core.training.network import Tagger
from core.training.tree_batches import Trees, pad_trees

SURE_OF_TAG = 0.6
SURE_OF_RELATION = 0.5


@dataclass(frozen=True, eq=False)
class Silver:
    """The mean of what several networks say of the words of a sentence.

    Where a choice among many matters, as of names and heads, it is kept as probabilities, for how the teachers waver
    teaches too (Hinton et al. 2015); of tags and relations only what they are sure of.
    """

    names: NDArray[np.float16]
    """Probabilities (words, labels)."""
    heads: NDArray[np.float16]
    """Probabilities (words, 1 + words); column 0 is the root."""
    head: NDArray[np.int64]
    """The likeliest column of `heads` for each word."""
    relations: NDArray[np.int64]
    """The relation of each word to that head, `IGNORED` where the teachers are not sure."""
    tags: NDArray[np.int64]
    """Columns as in `Target` (words, columns), `IGNORED` where they are not sure."""


@dataclass(frozen=True, eq=False)
class SilverBatch:
    """`Silver` of several sentences, padded: arrays by (sentence, word, …)."""

    firsts: NDArray[np.int64]
    words: NDArray[np.float32]
    names: NDArray[np.float32]
    heads: NDArray[np.float32]
    head: NDArray[np.int64]
    relations: NDArray[np.int64]
    tags: NDArray[np.int64]


def consult(
    teachers: Sequence[Joint],
    namers: Sequence[Tagger],
    pieces: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    vectors: Vectors,
    bfloat16: bool = False,
    size: int = 32,
) -> list[Silver]:
    """Ask all teachers about sentences, each given by its pieces and the places of first pieces of words.

    `namers` know names only, and are asked for nothing else.
    """
    found: dict[int, Silver] = {}
    order = sorted(range(len(pieces)), key=lambda i: len(pieces[i][0]))
    for teacher in teachers:
        teacher.eval()
    for namer in namers:
        namer.eval()
    for start in range(0, len(order), size):
        group = order[start : start + size]
        batch = pad_trees([untagged(*pieces[i], len(teachers[0].sizes)) for i in group])
        with torch.no_grad():
            found.update(zip(group, _ask(teachers, namers, batch, vectors, bfloat16), strict=True))
    return [found[i] for i in range(len(pieces))]


def untagged(ids: tuple[int, ...], firsts: tuple[int, ...], columns: int) -> Target:
    """Return a sentence of whose grammar nothing is known."""
    return Target(ids, firsts, ((IGNORED,) * columns,) * len(firsts), (), ())


def pad_silver(silver: Sequence[Silver], firsts: Sequence[tuple[int, ...]]) -> SilverBatch:
    """Pad to the longest sentence; `firsts` are the places of first pieces without the mark before a sentence."""
    longest, rows = max(len(places) for places in firsts), len(silver)
    labels, columns = silver[0].names.shape[1], silver[0].tags.shape[1]
    batch = SilverBatch(
        np.zeros((rows, longest), np.int64),
        np.zeros((rows, longest), np.float32),
        np.zeros((rows, longest, labels), np.float32),
        np.zeros((rows, longest, 1 + longest), np.float32),
        np.zeros((rows, longest), np.int64),
        np.full((rows, longest), IGNORED, np.int64),
        np.full((rows, longest, columns), IGNORED, np.int64),
    )
    for row, (said, places) in enumerate(zip(silver, firsts, strict=True)):
        words = len(places)
        batch.firsts[row, :words] = [place + 1 for place in places]
        batch.words[row, :words] = 1.0
        batch.names[row, :words] = said.names
        batch.heads[row, :words, : 1 + words] = said.heads
        batch.head[row, :words] = said.head
        batch.relations[row, :words] = said.relations
        batch.tags[row, :words] = said.tags
    return batch


def _ask(
    teachers: Sequence[Joint],
    namers: Sequence[Tagger],
    batch: Trees,
    vectors: Vectors,
    bfloat16: bool,
) -> list[Silver]:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        read = [(teacher, teacher.words(batch, vectors)) for teacher in teachers]
        names = _mean(
            [
                *(teacher.tagger.heads[TASK](words) for teacher, words in read),
                *(namer.heads[TASK](_words(namer, batch, vectors)) for namer in namers),
            ]
        )
        tags = [_mean(column) for column in zip(*(t.tag(words) for t, words in read), strict=True)]
    read = [(teacher, words.float()) for teacher, words in read]
    present = torch.from_numpy(batch.words)
    heads = _mean([teacher.parser(words, present) for teacher, words in read])
    head = heads.argmax(-1)
    relations = _mean([teacher.parser.relations(words, head) for teacher, words in read])
    columns = torch.stack([_sure(column, SURE_OF_TAG) for column in tags], dim=-1)
    ties = _sure(relations, SURE_OF_RELATION)
    lengths = batch.words.sum(1).astype(int)
    return [
        Silver(
            names[row, :n].numpy().astype(np.float16),
            heads[row, :n, : 1 + n].numpy().astype(np.float16),
            head[row, :n].numpy(),
            ties[row, :n].numpy(),
            columns[row, :n].numpy(),
        )
        for row, n in enumerate(lengths)
    ]


def _words(tagger: Tagger, batch: Trees, vectors: Vectors) -> Tensor:
    states = tagger.encoder(torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present))
    return of_words(states, batch.firsts)


def _mean(logits: Sequence[Tensor]) -> Tensor:
    """Return the mean of the probabilities."""
    return torch.stack([torch.softmax(scores.float(), -1) for scores in logits]).mean(0)


def _sure(probabilities: Tensor, least: float) -> Tensor:
    """Return the likeliest choice, `IGNORED` where it is less likely than `least`."""
    most, choice = probabilities.max(-1)
    return torch.where(most > least, choice, IGNORED)
