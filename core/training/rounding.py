"""Rounding the matrices of the encoder to eight bits, so that what the encoder says changes as little as possible."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.training.batches import Encoded, HasPieces, Vectors, pad
from core.training.network import Encoder

DAMPING = 0.01
"""Share of the mean square of an input that is added to the square of each, so that the inverse exists."""
_BLOCK = 64
_GREATEST = 127


@dataclass(frozen=True)
class Rounded:
    """A matrix (inputs, outputs) in eight bits, with one scale an output."""

    values: NDArray[np.int8]
    scales: NDArray[np.float32]

    @property
    def restored(self) -> NDArray[np.float32]:
        """The matrix that was rounded, as far as it can be restored."""
        return self.values * self.scales


def round_nearest(matrix: NDArray[np.float32]) -> Rounded:
    """Round each value of a matrix to the nearest step; the greatest of a column is 127 steps."""
    scales = _scales(matrix)
    return Rounded(_steps(matrix, scales).astype(np.int8), scales)


def round_for_inputs(matrix: NDArray[np.float32], squares: NDArray[np.float64]) -> Rounded:
    """Round a matrix so that its product with typical inputs changes least.

    The rows are rounded one after another, and what a row loses is made up for by those not rounded yet, as far as
    their inputs go together (GPTQ: Frantar et al. 2023, "Accurate post-training quantization for generative
    pre-trained transformers").

    Args:
        matrix: The weights, shape (inputs, outputs).
        squares: The sum over typical inputs x of x xᵀ, shape (inputs, inputs).
    """
    count = len(matrix)
    scales = _scales(matrix)
    rest = matrix.astype(np.float64)
    damped = squares + np.eye(count) * max(DAMPING * float(np.mean(np.diag(squares))), 1e-12)
    spread = np.linalg.cholesky(np.linalg.inv(damped)).T
    values = np.zeros(matrix.shape, np.int8)
    for start in range(0, count, _BLOCK):
        end = min(count, start + _BLOCK)
        errors = np.zeros((end - start, matrix.shape[1]))
        for row in range(start, end):
            steps = _steps(rest[row], scales)
            values[row] = steps
            errors[row - start] = (rest[row] - steps * scales) / spread[row, row]
            rest[row:end] -= np.outer(spread[row, row:end], errors[row - start])
        rest[end:] -= spread[start:end, end:].T @ errors
    return Rounded(values, scales)


def round_encoder(
    encoder: Encoder, vectors: Vectors, typical: Sequence[HasPieces], batch: int = 16
) -> list[Rounded]:
    """Give the matrices of the encoder values that eight bits can hold, and return them in the order of their use.

    Layer by layer, each for the inputs that it gets from the rounded ones below when `typical` sentences are read.
    Heads that are trained on it afterwards make up for part of what rounding costs.
    """
    return round_layers(encoder, _batches(vectors, typical, batch))


def round_layers(encoder: Encoder, typical: Iterable[tuple[Tensor, Tensor]]) -> list[Rounded]:
    """The same for typical inputs (batch, length, width) and what is present of them (batch, length)."""
    encoder.eval()
    rounded = []
    with torch.no_grad():
        read = [(*encoder.enter(inputs, present), present) for inputs, present in typical]
        for layer in encoder.layers:
            matrices = [part for part in layer.modules() if isinstance(part, nn.Linear)]
            for matrix, squares in zip(matrices, _squares(layer, matrices, read), strict=True):
                rounded.append(round_for_inputs(matrix.weight.T.numpy(), squares))
                matrix.weight.copy_(torch.from_numpy(rounded[-1].restored).T)
            read = [(layer(states, mask), mask, present) for states, mask, present in read]
    return rounded


def _scales(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    scales: NDArray[np.float32] = np.maximum(np.abs(matrix).max(axis=0) / _GREATEST, 1e-12).astype(np.float32)
    return scales


def _steps(values: NDArray[Any], scales: NDArray[np.float32]) -> NDArray[Any]:
    return np.clip(np.round(values / scales), -_GREATEST, _GREATEST)


def _batches(vectors: Vectors, sentences: Sequence[HasPieces], size: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield piece vectors (batch, length, width), and 1.0 at pieces and 0.0 at padding (batch, length)."""
    order = sorted(sentences, key=lambda sentence: len(sentence.ids))
    for start in range(0, len(order), size):
        batch = pad([Encoded(sentence.ids, (), ()) for sentence in order[start : start + size]])
        yield torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present)


def _squares(
    layer: nn.Module, matrices: Sequence[nn.Linear], read: Sequence[tuple[Tensor, Tensor, Tensor]]
) -> list[NDArray[np.float64]]:
    """Sum x xᵀ over the inputs x of each matrix at all pieces, while the layer reads its states."""
    sums = [torch.zeros(matrix.in_features, matrix.in_features, dtype=torch.float64) for matrix in matrices]
    given: dict[nn.Module, Tensor] = {}

    def remember(matrix: nn.Module, arguments: tuple[Tensor]) -> None:
        (given[matrix],) = arguments

    hooks = [matrix.register_forward_pre_hook(remember) for matrix in matrices]
    for states, mask, present in read:
        layer(states, mask)
        for total, matrix in zip(sums, matrices, strict=True):
            rows = given[matrix][present > 0].double()
            total += rows.T @ rows
    for hook in hooks:
        hook.remove()
    return [total.numpy() for total in sums]
