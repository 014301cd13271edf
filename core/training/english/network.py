"""The upper layers and the heads that English has of its own."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from core.language.encoder.model import Encoder as ShippedEncoder
from core.training.batches import IGNORED, of_like_length
from core.training.english.sources import KINDS, Lesson
from core.training.germeval import LABELS
from core.training.grammar import Inventory
from core.training.joint_network import Joint
from core.training.learning import TASK
from core.training.network import Tagger
from core.training.shared import Shared, read_states
from core.training.tree_batches import Trees, pad_trees
from core.training.upper import Upper

_NARROW = torch.tensor([label == "O" or label[2:] not in KINDS for label in LABELS])
"""The labels that a word outside all names of `KINDS` may have."""


def english_network(shared: Shared, layers: int, labels: Inventory) -> Joint:
    """The network before training: upper layers as German has them, and fresh heads."""
    width = shared.shape.width
    return Joint(Tagger(Upper(shared, layers), width, {TASK: len(LABELS)}), width, labels)


@dataclass(frozen=True)
class Read:
    """Sentences, and what the shared layers say of their pieces: rows (pieces, width), and where each begins."""

    lessons: Sequence[Lesson]
    states: NDArray[np.float16]
    starts: NDArray[np.int64]


@dataclass(frozen=True)
class Batch:
    """A padded batch: states (sentences, pieces, width), grammar, and labels of names (sentences, words)."""

    states: Tensor
    trees: Trees
    names: NDArray[np.int64]
    narrow: NDArray[np.bool_]


def read_lessons(encoder: ShippedEncoder, lessons: Sequence[Lesson]) -> Read:
    """Run the shared layers over sentences."""
    lengths = np.array([len(lesson.ids) + 2 for lesson in lessons])
    return Read(
        lessons, read_states(encoder, [lesson.ids for lesson in lessons]), np.cumsum(lengths) - lengths
    )


@dataclass(frozen=True)
class _Placed:
    number: int
    ids: tuple[int, ...]


def batches(read: Read, chosen: Sequence[int], size: int, generator: random.Random) -> Iterator[Batch]:
    """Yield batches of the sentences with the numbers `chosen`, those of like length together."""
    placed = [_Placed(number, read.lessons[number].ids) for number in chosen]
    for group in of_like_length(placed, size, generator):
        yield pad_lessons(read, [each.number for each in group])


def pad_lessons(read: Read, numbers: Sequence[int]) -> Batch:
    """Put the sentences with the given numbers side by side, the shorter ones filled up."""
    lessons = [read.lessons[number] for number in numbers]
    trees = pad_trees([lesson.target for lesson in lessons])
    places = np.arange(trees.ids.shape[1])
    rows = np.where(trees.present > 0, read.starts[list(numbers)][:, None] + places, 0)
    names = np.full(trees.words.shape, IGNORED, np.int64)
    for row, lesson in enumerate(lessons):
        names[row, : len(lesson.names)] = lesson.names
    states = torch.from_numpy(read.states[rows].astype(np.float32))
    return Batch(states, trees, names, np.array([lesson.narrow for lesson in lessons]))


def words_of(model: Joint, batch: Batch, bfloat16: bool) -> Tensor:
    """Return the vectors of words, shape (sentences, words, width)."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        states = model.tagger.encoder(batch.states, torch.from_numpy(batch.trees.present))
        states = model.tagger.dropout(states)
    places = torch.from_numpy(batch.trees.firsts)
    return torch.gather(states, 1, places[:, :, None].expand(-1, -1, states.shape[-1])).float()


def english_loss(model: Joint, batch: Batch, bfloat16: bool, names_weight: float = 1.0) -> Tensor:
    """Return the loss of a batch: of grammar and of names, where they are annotated."""
    words = words_of(model, batch, bfloat16)
    loss = torch.zeros(())
    if (batch.trees.tags != IGNORED).any():
        loss = loss + model.loss(words, batch.trees, bfloat16=False)
    if (batch.names != IGNORED).any():
        loss = loss + names_weight * _names_loss(model.tagger.heads[TASK](words), batch)
    return loss


def _names_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Cross entropy; where only `KINDS` are annotated, a word outside may have any label but theirs."""
    names = torch.from_numpy(batch.names)
    here = names != IGNORED
    likely = torch.log_softmax(logits, -1)
    one = functional.nll_loss(
        likely.flatten(0, 1), names.flatten(), ignore_index=IGNORED, reduction="none"
    ).view(names.shape)
    several = -torch.logsumexp(likely[:, :, _NARROW], -1)
    unsure = torch.from_numpy(batch.narrow)[:, None] & (names == LABELS.index("O"))
    each = torch.where(unsure, several, one)
    return (each * here).sum() / here.sum().clamp(min=1)
