"""Writing the trained network as the files that the run time reads."""

from collections.abc import Sequence
from io import BytesIO

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.language.encoder.model import EncoderFiles, pack_pieces
from core.language.encoder.pieces import UnigramTokenizer
from core.language.ner.component import DERIVED, PART, Head
from core.training.germeval import LABELS
from core.training.graph import EncoderWeights, LayerWeights, Norm, Product
from core.training.network import Encoder
from core.training.rounding import Rounded

_SHIPPED_KIND = {"OTH": "MISC"}
_SHIPPED_FORM = {"": "", "deriv": f"|{DERIVED}", "part": f"|{PART}"}


def encoder_weights(encoder: Encoder, rounded: Sequence[Rounded] = ()) -> EncoderWeights:
    """Take the weights out of the encoder.

    Args:
        encoder: The trained encoder.
        rounded: What `round_encoder` returned for it, in the order of use; without it the matrices stay as they are.

    Raises:
        ValueError: A matrix of the encoder is not the one that was rounded.
    """
    remaining = iter(rounded)

    def product(linear: nn.Linear) -> Product:
        matrix = _array(linear.weight.T)
        if not rounded:
            return Product(matrix, _array(linear.bias))
        eight_bits = next(remaining)
        if not np.array_equal(matrix, eight_bits.restored):
            raise ValueError("a matrix of the encoder is not the rounded one in its place")
        return Product(eight_bits, _array(linear.bias))

    layers = [
        LayerWeights(
            product(layer.query_key_value),
            product(layer.attended),
            _norm(layer.attended_norm),
            product(layer.inner),
            product(layer.outer),
            _norm(layer.outer_norm),
        )
        for layer in encoder.layers
    ]
    first = encoder.layers[0]
    return EncoderWeights(
        _array(encoder.positions), _norm(encoder.norm), layers, first.heads, encoder.norm.eps
    )


def _norm(norm: nn.LayerNorm) -> Norm:
    return Norm(_array(norm.weight), _array(norm.bias))


def _array(tensor: Tensor) -> NDArray[np.float32]:
    values: NDArray[np.float32] = tensor.detach().numpy()
    return np.ascontiguousarray(values)


def encoder_files(
    graph: onnx.ModelProto, rows: NDArray[np.uint8], tokenizer: UnigramTokenizer
) -> EncoderFiles:
    """Put graph, table of piece vectors and pieces together as they are shipped."""
    buffer = BytesIO()
    np.save(buffer, rows)
    return EncoderFiles(graph.SerializeToString(), buffer.getvalue(), pack_pieces(tokenizer))


def ner_head(layer: nn.Linear) -> Head:
    """Return the linear layer with the labels as spaCy's German models name them."""
    weights = torch.cat([layer.weight, layer.bias[:, None]], dim=1).detach().numpy()
    return Head(tuple(map(shipped_label, LABELS)), weights.astype(np.float32))


def shipped_label(label: str) -> str:
    """Turn a label of GermEval into Lesart's: `B-OTH` to `B-MISC`, `I-LOCderiv` to `I-LOC|derived`."""
    if label == "O":
        return label
    mark, kind, form = label[:2], label[2:5], label[5:]
    return f"{mark}{_SHIPPED_KIND.get(kind, kind)}{_SHIPPED_FORM[form]}"
