"""The shipped German encoder: its weights read back out of its graph, and what its lower layers say of sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from core.language.encoder.model import PIECES, VECTORS, Encoder, EncoderFiles, unpack_pieces
from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.quantized import PieceVectors
from core.training.e5 import Shape
from core.training.graph import EncoderWeights, LayerWeights, Norm, Product, packed_graph
from core.training.rounding import Rounded

BATCH_PIECES = 512
AT_ONCE = 256


@dataclass(frozen=True)
class Shared:
    """A shipped encoder: its files, its weights, and its pieces."""

    files: EncoderFiles
    weights: EncoderWeights
    tokenizer: UnigramTokenizer
    rows: NDArray[np.uint8]

    @property
    def vectors(self) -> PieceVectors:
        """The vectors of the pieces."""
        return PieceVectors(self.rows)

    @property
    def shape(self) -> Shape:
        """The shape of the encoder."""
        layer = self.weights.layers[0]
        longest, width = self.weights.positions.shape
        inner = len(layer.inner.bias)
        return Shape(
            width, len(self.weights.layers), self.weights.heads, inner, longest, self.weights.epsilon
        )


def read_shared(folder: Path) -> Shared:
    """Read the encoder of a pipeline from its folder, as `core.training.graph` wrote it."""
    files = EncoderFiles.read(folder)
    graph = onnx.load_model_from_string(files.graph).graph
    constants = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    epsilon = next(
        attribute.f
        for node in graph.node
        if node.op_type == "LayerNormalization"
        for attribute in node.attribute
        if attribute.name == "epsilon"
    )

    def product(name: str) -> Product:
        rounded = Rounded(constants[f"{name}.int8"], constants[f"{name}.scale"])
        return Product(rounded, constants[f"{name}.bias"])

    def norm(name: str) -> Norm:
        return Norm(constants[f"{name}.weight"], constants[f"{name}.bias"])

    layers: list[LayerWeights] = []
    while f"layer{len(layers)}.inner.int8" in constants:
        name = f"layer{len(layers)}"
        layers.append(
            LayerWeights(
                product(f"{name}.query_key_value"),
                product(f"{name}.attended"),
                norm(f"{name}.attended_norm"),
                product(f"{name}.inner"),
                product(f"{name}.outer"),
                norm(f"{name}.outer_norm"),
            )
        )
    weights = EncoderWeights(
        constants["positions"], norm("norm"), layers, int(constants["apart"][2]) // 3, epsilon
    )
    rows = np.load(folder / VECTORS)
    return Shared(files, weights, unpack_pieces((folder / PIECES).read_bytes()), rows)


def lower_encoder(shared: Shared, layers: int, threads: int) -> Encoder:
    """The first layers of the encoder, in eight bits as it is shipped."""
    weights = shared.weights
    some = EncoderWeights(
        weights.positions, weights.norm, weights.layers[:layers], weights.heads, weights.epsilon
    )
    graph = packed_graph(some).SerializeToString()
    return Encoder(EncoderFiles(graph, shared.files.vectors, shared.files.pieces), threads, BATCH_PIECES)


def read_states(encoder: Encoder, sentences: Iterable[Sequence[int]]) -> NDArray[np.float16]:
    """What the encoder says of the pieces of sentences, marks around them included, one row after another."""
    marked = [(UnigramTokenizer.begin_id, *ids, UnigramTokenizer.end_id) for ids in sentences]
    parts: list[NDArray[np.float16]] = []
    for start in range(0, len(marked), AT_ONCE):
        parts.extend(states.astype(np.float16) for states in encoder.encode(marked[start : start + AT_ONCE]))
    return np.concatenate(parts)
