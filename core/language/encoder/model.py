"""The encoder as it is shipped: pieces, their vectors, and the transformer as an ONNX graph."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.quantized import PieceVectors

GRAPH = "encoder.onnx"
VECTORS = "pieces.npy"
PIECES = "pieces.json"


@dataclass(frozen=True)
class EncoderFiles:
    """The bytes of the three files that make up an encoder."""

    graph: bytes
    vectors: bytes
    pieces: bytes

    @classmethod
    def read(cls, folder: Path) -> "EncoderFiles":
        """Read the files from their folder."""
        return cls(*((folder / name).read_bytes() for name in (GRAPH, VECTORS, PIECES)))

    def write(self, folder: Path) -> None:
        """Write the files into a folder, made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in ((GRAPH, self.graph), (VECTORS, self.vectors), (PIECES, self.pieces)):
            (folder / name).write_bytes(content)

    def pack(self) -> bytes:
        """Return the three files as one byte string, a NumPy archive."""
        buffer = BytesIO()
        graph, vectors, pieces = (
            np.frombuffer(part, np.uint8) for part in (self.graph, self.vectors, self.pieces)
        )
        np.savez(buffer, graph=graph, vectors=vectors, pieces=pieces)
        return buffer.getvalue()

    @classmethod
    def unpack(cls, data: bytes) -> "EncoderFiles":
        """Read the files from the byte string of `pack`."""
        with np.load(BytesIO(data)) as archive:
            return cls(*(archive[name].tobytes() for name in ("graph", "vectors", "pieces")))


def pack_pieces(tokenizer: UnigramTokenizer) -> bytes:
    """Write a tokenizer as JSON: pieces, scores and the normalisation of single characters."""
    content = {
        "pieces": tokenizer.pieces,
        "scores": [round(score, 4) for score in tokenizer.scores],
        "normalization": {chr(code): text for code, text in sorted(tokenizer.normalization.items())},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def unpack_pieces(data: bytes) -> UnigramTokenizer:
    """Read a tokenizer from the JSON of `pack_pieces`."""
    content = json.loads(data)
    normalization = {ord(sign): text for sign, text in content["normalization"].items()}
    return UnigramTokenizer(content["pieces"], content["scores"], normalization)


class Encoder:
    """Turns sequences of piece ids into vectors in context, in batches of bounded size.

    The weights of the graph are stored in eight bits and turned into float32 once, at load; so the arithmetic is
    that of the full-precision model with rounded weights. Idle threads sleep instead of spinning, which costs
    nothing measurable and leaves the processor to others.

    Args:
        files: The encoder's files.
        threads: Threads for the arithmetic of one batch.
        batch_pieces: Most pieces in a batch, padding included; it bounds the memory. A single longer sequence
            is a batch of its own.
    """

    def __init__(self, files: EncoderFiles, threads: int, batch_pieces: int) -> None:
        self.tokenizer = unpack_pieces(files.pieces)
        self.vectors = PieceVectors(np.load(BytesIO(files.vectors)))
        self.width = self.vectors.width
        self.batch_pieces = batch_pieces
        # A program that imported onnxruntime before Lesart, and its older builds for Windows, do not heed what
        # `core` says in the environment. Then at least no telemetry is sent for this session.
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.disable_quant_qdq", "1")
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(files.graph, options, providers=["CPUExecutionProvider"])

    def encode(self, sequences: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
        """Return the vectors of each sequence, shape (its length, width)."""
        order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
        results: list[NDArray[np.float32]] = [np.zeros((0, self.width), np.float32)] * len(sequences)
        group: list[int] = []
        for i in order:
            if group and (len(group) + 1) * len(sequences[i]) > self.batch_pieces:
                self._run(sequences, group, results)
                group = []
            group.append(i)
        if group:
            self._run(sequences, group, results)
        return results

    def _run(
        self, sequences: Sequence[Sequence[int]], group: list[int], results: list[NDArray[np.float32]]
    ) -> None:
        length = max(len(sequences[i]) for i in group)
        ids = np.full((len(group), length), UnigramTokenizer.pad_id, np.int64)
        present = np.zeros((len(group), length), np.float32)
        for row, i in enumerate(group):
            ids[row, : len(sequences[i])] = sequences[i]
            present[row, : len(sequences[i])] = 1.0
        (states,) = self._session.run(None, {"vectors": self.vectors[ids], "present": present})
        for row, i in enumerate(group):
            results[i] = states[row, : len(sequences[i])]
