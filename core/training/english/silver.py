"""What a trained network says of the names in sentences where nobody has annotated them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch

from core.language.ner.bio import BioDecoder, log_softmax
from core.training.batches import IGNORED
from core.training.english.network import Read, pad_lessons, words_of
from core.training.english.sources import Lesson
from core.training.germeval import LABELS
from core.training.joint_network import Joint
from core.training.learning import TASK

_SIZE = 32


def with_silver(model: Joint, read: Read, numbers: Sequence[int], sure: float) -> list[Lesson]:
    """Return the sentences, those with the given numbers with labels where the network is sure of them."""
    model.eval()
    lessons = list(read.lessons)
    with torch.no_grad():
        for number, labels in _said(model, read, numbers, sure):
            lessons[number] = replace(lessons[number], names=labels, narrow=False)
    return lessons


def _said(
    model: Joint, read: Read, numbers: Sequence[int], sure: float
) -> Iterator[tuple[int, tuple[int, ...]]]:
    decoder = BioDecoder(LABELS)
    order = sorted(numbers, key=lambda number: len(read.lessons[number].ids))
    for start in range(0, len(order), _SIZE):
        group = order[start : start + _SIZE]
        logits = model.tagger.heads[TASK](words_of(model, pad_lessons(read, group), False)).numpy()
        for row, number in enumerate(group):
            words = len(read.lessons[number].target.firsts)
            likely = log_softmax(logits[row, :words])
            best = decoder.best(likely)
            chances = np.exp(likely[np.arange(words), best])
            yield (
                number,
                tuple(
                    column if chance >= sure else IGNORED
                    for column, chance in zip(best, chances, strict=True)
                ),
            )
