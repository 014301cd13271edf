"""Writing the trained network as the files that the run time reads."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn

from core.language.encoder.model import EncoderFiles, pack_pieces
from core.language.encoder.pieces import UnigramTokenizer
from core.language.ner.component import DERIVED, PART, Head
from core.training.germeval import LABELS
from core.training.network import Encoder
from core.training.rounding import Rounded

OPSET = 17
_SHIPPED_KIND = {"OTH": "MISC"}
_SHIPPED_FORM = {"": "", "deriv": f"|{DERIVED}", "part": f"|{PART}"}


def encoder_graph(encoder: Encoder, width: int) -> onnx.ModelProto:
    """Trace the encoder: `vectors` (batch, length, width) and `present` (batch, length) to `states`."""
    encoder.eval()
    example = (torch.randn(2, 17, width), torch.ones(2, 17))
    axes = {0: "batch", 1: "length"}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            encoder,
            example,
            str(path),
            input_names=["vectors", "present"],
            output_names=["states"],
            dynamic_axes={"vectors": axes, "present": axes, "states": axes},
            opset_version=OPSET,
            dynamo=False,
        )
        return onnx.load(path)


def quantize_weights(graph: onnx.ModelProto, rounded: Sequence[Rounded]) -> onnx.ModelProto:
    """Store the matrices of the graph in eight bits with one scale an output channel, undone when it is loaded.

    Each matrix becomes a `DequantizeLinear` of its rounded values.

    Args:
        graph: The encoder, its matrices rounded.
        rounded: The matrices in the order in which the graph multiplies with them.

    Raises:
        ValueError: A matrix of the graph is not the one that was rounded.
    """
    quantized = onnx.ModelProto()
    quantized.CopyFrom(graph)
    body = quantized.graph
    weights = {tensor.name: tensor for tensor in body.initializer if len(tensor.dims) == 2}
    used = [name for node in body.node if node.op_type == "MatMul" for name in node.input if name in weights]
    kept = [tensor for tensor in body.initializer if tensor.name not in used]
    restored = []
    for name, matrix in zip(used, rounded, strict=True):
        if not np.array_equal(numpy_helper.to_array(weights[name]), matrix.restored):
            raise ValueError(f"the matrix {name} of the graph is not the rounded one in its place")
        kept += [
            numpy_helper.from_array(matrix.values, f"{name}.int8"),
            numpy_helper.from_array(matrix.scales, f"{name}.scale"),
        ]
        inputs = [f"{name}.int8", f"{name}.scale"]
        restored.append(
            onnx.helper.make_node("DequantizeLinear", inputs, [name], axis=1, name=f"restore.{name}")
        )
    nodes = [*restored, *body.node]
    del body.initializer[:], body.node[:]
    body.initializer.extend(kept)
    body.node.extend(nodes)
    onnx.checker.check_model(quantized)
    return quantized


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
