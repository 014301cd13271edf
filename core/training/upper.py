"""Layers that are trained on what the frozen layers of a shipped encoder say."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.language.encoder.model import Encoder as ShippedEncoder
from core.language.encoder.pieces import UnigramTokenizer
from core.training.export import encoder_weights
from core.training.graph import EncoderWeights, LayerWeights, Norm, Product
from core.training.network import MASKED, Encoder, Layer
from core.training.rounding import Rounded
from core.training.shared import Shared


class Upper(Encoder):
    """The layers above those that are shared: it reads states instead of vectors of pieces."""

    def __init__(self, shared: Shared, layers: int, dropout: float = 0.1) -> None:
        super().__init__(replace(shared.shape, layers=layers, positions=1), dropout)
        for layer, weights in zip(
            self.layers, shared.weights.layers[shared.shape.layers - layers :], strict=True
        ):
            load_layer(layer, weights)

    def enter(self, vectors: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Return the states as they are, and the mask."""
        return vectors, ((1.0 - present) * MASKED)[:, None, None, :].to(vectors.dtype)


class Lower:
    """What the frozen layers say of pieces, in place of the vectors of these."""

    def __init__(self, encoder: ShippedEncoder) -> None:
        self._encoder = encoder

    def __getitem__(self, ids: NDArray[Any]) -> NDArray[np.float32]:
        """Run the layers over padded ids (sentences, pieces); padding gets zeros."""
        lengths = (ids != UnigramTokenizer.pad_id).sum(1)
        states = np.zeros((*ids.shape, self._encoder.width), np.float32)
        found = self._encoder.encode([row[:length] for row, length in zip(ids, lengths, strict=True)])
        for row, said in enumerate(found):
            states[row, : len(said)] = said
        return states


def load_layer(layer: Layer, weights: LayerWeights) -> None:
    """Give a layer the weights of a shipped one."""
    for name in ("query_key_value", "attended", "inner", "outer"):
        product: Product = getattr(weights, name)
        linear: nn.Linear = getattr(layer, name)
        matrix = product.matrix.restored if isinstance(product.matrix, Rounded) else product.matrix
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(np.ascontiguousarray(matrix.T)))
            linear.bias.copy_(torch.from_numpy(product.bias.copy()))
    for name in ("attended_norm", "outer_norm"):
        norm: Norm = getattr(weights, name)
        ours: nn.LayerNorm = getattr(layer, name)
        with torch.no_grad():
            ours.weight.copy_(torch.from_numpy(norm.weight.copy()))
            ours.bias.copy_(torch.from_numpy(norm.bias.copy()))


def whole_weights(shared: Shared, upper: Upper, rounded: Sequence[Rounded]) -> EncoderWeights:
    """The weights of all layers: the lower ones as they are shipped, the upper ones as `upper` has them."""
    lower = len(shared.weights.layers) - len(upper.layers)
    own = encoder_weights(upper, rounded)
    return replace(shared.weights, layers=[*shared.weights.layers[:lower], *own.layers])
