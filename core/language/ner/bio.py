"""Labels in BIO, and the best lawful sequence of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e4


@dataclass(frozen=True)
class LabelledSpan:
    """A stretch of positions with one label and the probability that the model gives it.

    The score is the geometric mean of the probabilities of the labels within.
    """

    start: int
    end: int
    label: str
    score: float


class BioDecoder:
    """Viterbi decoding (Viterbi 1967) in which `I-x` may only follow `B-x` or `I-x`.

    Args:
        labels: The labels by column: `O`, `B-…` and `I-…`.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self._start = np.zeros(len(labels), np.float32)
        self._follow = np.zeros((len(labels), len(labels)), np.float32)
        for column, label in enumerate(labels):
            if label.startswith("I-"):
                self._start[column] = FORBIDDEN
                for row, before in enumerate(labels):
                    if before[2:] != label[2:]:
                        self._follow[row, column] = FORBIDDEN

    def best(self, log_probabilities: NDArray[np.float32]) -> list[int]:
        """Return the column of the best label at each position of one sentence, shape (positions, labels)."""
        if not len(log_probabilities):
            return []
        likeliest: list[int] = log_probabilities.argmax(axis=1).tolist()
        if self._is_lawful(likeliest):
            return likeliest
        scores = log_probabilities[0] + self._start
        origins = []
        for row in log_probabilities[1:]:
            paths = scores[:, None] + self._follow
            origin = paths.argmax(axis=0)
            origins.append(origin)
            scores = np.take_along_axis(paths, origin[None], axis=0)[0] + row
        best = [int(scores.argmax())]
        for origin in reversed(origins):
            best.append(int(origin[best[-1]]))
        return best[::-1]

    def _is_lawful(self, columns: Sequence[int]) -> bool:
        return not self._start[columns[0]] and not self._follow[columns[:-1], columns[1:]].any()

    def spans(self, log_probabilities: NDArray[np.float32]) -> list[LabelledSpan]:
        """Return the labelled spans of the best sequence of one sentence, in order."""
        columns = self.best(log_probabilities)
        spans = []
        start = 0
        for position, column in enumerate(columns):
            following = columns[position + 1] if position + 1 < len(columns) else None
            label = self.labels[column]
            if label.startswith("B-"):
                start = position
            if label != "O" and (following is None or not self._continues(following)):
                rows = np.arange(start, position + 1)
                mean = float(log_probabilities[rows, columns[start : position + 1]].mean())
                spans.append(LabelledSpan(start, position + 1, label[2:], float(np.exp(mean))))
        return spans

    def _continues(self, column: int) -> bool:
        return self.labels[column].startswith("I-")


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Turn the logits of each row into log probabilities."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    normalized: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalized
