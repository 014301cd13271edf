"""The encoder as an ONNX graph over pieces without padding, its products in eight-bit integers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from core.training.rounding import Rounded

OPSET = 17
MICROSOFT = "com.microsoft"
"""The domain of onnxruntime's own operators, of which the integer product and the GELU with its bias are used."""
LEAST = 1e-6
"""Smallest magnitude that a row is divided by, so that a row of zeros stays one."""
_STEPS = 127

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Norm:
    """The weights (width,) and biases (width,) of a layer norm."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True)
class Product:
    """A matrix (inputs, outputs) and the biases (outputs,) that are added to its products.

    A rounded matrix is multiplied in integers, another in full precision.
    """

    matrix: Rounded | Floats
    bias: Floats


@dataclass(frozen=True)
class LayerWeights:
    """The weights of one transformer layer; the fields are named as in `core.training.network.Layer`."""

    query_key_value: Product
    attended: Product
    attended_norm: Norm
    inner: Product
    outer: Product
    outer_norm: Norm


@dataclass(frozen=True)
class EncoderWeights:
    """The weights of the encoder, with the positions (longest, width), in the order of their use."""

    positions: Floats
    norm: Norm
    layers: Sequence[LayerWeights]
    heads: int
    epsilon: float


def packed_graph(weights: EncoderWeights) -> onnx.ModelProto:
    """Build the graph that encodes sequences laid end to end.

    Norms and products see only real pieces, one row each; only the attention, a small part of the work, sees
    sequences side by side, the shorter ones filled up. Each row is rounded to eight bits by a scale of its own, so
    what a sequence gives does not depend on those that are read with it.

    Inputs are `vectors` (pieces, width) of the pieces of all sequences; `place` (pieces,), the place of each in its
    sequence; `spread` (sequences, longest), the row of each piece, any row for filling; `gather` (pieces,), where
    each piece is among the sequences side by side; `mask` (sequences, 1, 1, longest), which is added to the attention
    scores. The output is `states` (pieces, width).
    """
    writer = _Writer(weights)
    states = writer.enter()
    for number, layer in enumerate(weights.layers):
        states = writer.layer(f"layer{number}", layer, states)
    return writer.model(states)


class _Writer:
    """Collects the nodes and the constants of the graph. Methods take and return names of values."""

    def __init__(self, weights: EncoderWeights) -> None:
        self._weights = weights
        self._width = weights.positions.shape[1]
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        size = self._width // weights.heads
        self._constant("step", np.float32(1 / _STEPS))
        self._constant("middle", np.uint8(128))
        self._constant("int8.middle", np.int8(0))
        self._constant("least", np.float32(LEAST))
        self._constant("apart", np.array([0, 0, 3 * weights.heads, size], np.int64))
        self._constant("together", np.array([-1, self._width], np.int64))
        self._constant("to_scores", np.float32(size**-0.5))

    def enter(self) -> str:
        """What the first layer reads."""
        positions = self._constant("positions", self._weights.positions)
        placed = self._add("Gather", "positions.placed", positions, "place")
        return self._norm("norm", self._add("Add", "norm.sum", "vectors", placed), self._weights.norm)

    def layer(self, name: str, weights: LayerWeights, states: str) -> str:
        """One transformer layer."""
        heads = self._biased(f"{name}.query_key_value", states, weights.query_key_value)
        attended = self._biased(f"{name}.attended", self._attention(name, heads), weights.attended)
        states = self._norm(
            f"{name}.attended_norm",
            self._add("Add", f"{name}.attended.sum", states, attended),
            weights.attended_norm,
        )
        inner = self._product(f"{name}.inner", states, weights.inner)
        bias = self._constant(f"{name}.inner.bias", weights.inner.bias)
        inner = self._add("BiasGelu", f"{name}.gelu", inner, bias, domain=MICROSOFT)
        outer = self._biased(f"{name}.outer", inner, weights.outer)
        return self._norm(
            f"{name}.outer_norm",
            self._add("Add", f"{name}.outer.sum", states, outer),
            weights.outer_norm,
        )

    def model(self, states: str) -> onnx.ModelProto:
        """The graph with `states` as its output."""
        self._add("Identity", "states", states)
        counts = {
            "vectors": (TensorProto.FLOAT, ["pieces", self._width]),
            "place": (TensorProto.INT64, ["pieces"]),
            "spread": (TensorProto.INT64, ["sequences", "longest"]),
            "gather": (TensorProto.INT64, ["pieces"]),
            "mask": (TensorProto.FLOAT, ["sequences", 1, 1, "longest"]),
        }
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info(name, *kind) for name, kind in counts.items()],
            [helper.make_tensor_value_info("states", TensorProto.FLOAT, ["pieces", self._width])],
            list(self._constants.values()),
        )
        imports = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=imports, ir_version=8)

    def _attention(self, name: str, joined: str) -> str:
        """The mixture of values for each piece, from queries, keys and values in one row."""
        side_by_side = self._add("Gather", f"{name}.spread", joined, "spread")
        apart = self._add("Reshape", f"{name}.apart", side_by_side, "apart")
        turned = self._add("Transpose", f"{name}.turned", apart, perm=[0, 2, 1, 3])
        query, key, value = self._split(name, turned)
        key = self._add("Transpose", f"{name}.key.turned", key, perm=[0, 1, 3, 2])
        scores = self._add("MatMul", f"{name}.products", query, key)
        scores = self._add("Mul", f"{name}.scaled", scores, "to_scores")
        scores = self._add("Add", f"{name}.masked", scores, "mask")
        shares = self._add("Softmax", f"{name}.shares", scores, axis=-1)
        mixed = self._add("MatMul", f"{name}.mixed", shares, value)
        mixed = self._add("Transpose", f"{name}.mixed.turned", mixed, perm=[0, 2, 1, 3])
        rows = self._add("Reshape", f"{name}.mixed.rows", mixed, "together")
        return self._add("Gather", f"{name}.mixed.packed", rows, "gather")

    def _split(self, name: str, turned: str) -> Iterator[str]:
        names = [f"{name}.{part}" for part in ("query", "key", "value")]
        self._nodes.append(helper.make_node("Split", [turned], names, name=f"{name}.parts", axis=1))
        return iter(names)

    def _biased(self, name: str, rows: str, product: Product) -> str:
        bias = self._constant(f"{name}.bias", product.bias)
        return self._add("Add", f"{name}.biased", self._product(name, rows, product), bias)

    def _product(self, name: str, rows: str, product: Product) -> str:
        """Rows times a matrix without the bias, in integers: each row is divided by its greatest magnitude."""
        if not isinstance(product.matrix, Rounded):
            return self._add(
                "MatMul", f"{name}.product", rows, self._constant(f"{name}.matrix", product.matrix)
            )
        matrix = self._constant(f"{name}.int8", product.matrix.values)
        scale = self._constant(f"{name}.scale", product.matrix.scales)
        greatest = self._add("ReduceMax", f"{name}.greatest", self._add("Abs", f"{name}.abs", rows), axes=[1])
        greatest = self._add("Max", f"{name}.magnitude", greatest, "least")
        unit = self._add("Div", f"{name}.unit", rows, greatest)
        rounded = self._add("QuantizeLinear", f"{name}.uint8", unit, "step", "middle")
        inputs = (rounded, matrix, "step", scale, "middle", "int8.middle")
        result = self._add("MatMulIntegerToFloat", f"{name}.product", *inputs, domain=MICROSOFT)
        return self._add("Mul", f"{name}.restored", result, greatest)

    def _norm(self, name: str, rows: str, norm: Norm) -> str:
        inputs = (
            rows,
            self._constant(f"{name}.weight", norm.weight),
            self._constant(f"{name}.bias", norm.bias),
        )
        return self._add("LayerNormalization", name, *inputs, axis=-1, epsilon=self._weights.epsilon)

    def _constant(self, name: str, value: Any) -> str:
        self._constants[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def _add(self, kind: str, name: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        node = helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **attributes)
        self._nodes.append(node)
        return name
