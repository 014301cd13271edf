"""The encoder as it is shipped: pieces, their vectors, and the transformer as an ONNX graph."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.quantized import PieceVectors
from core.language.encoder.threads import most_threads

GRAPH = "encoder.onnx"
VECTORS = "pieces.npy"
PIECES = "pieces.json"
Session: TypeAlias = onnxruntime.InferenceSession
"""A graph that is ready to run."""
THREADS = 2
"""Threads for the arithmetic, unless a pipeline says otherwise."""
MASKED = np.float32(-1e4)
"""Added to the attention scores of places that hold no piece."""


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


def open_session(graph: bytes | str, threads: int) -> Session:
    """Make a graph, given by its bytes or its path, ready to run.

    Idle threads sleep instead of spinning, which costs nothing measurable and leaves the processor to others.
    """
    # A program that imported onnxruntime before Lesart, and its older builds for Windows, do not heed what `core` says
    # in the environment. Then at least no telemetry is sent for this session.
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(threads, most_threads())
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return Session(graph, options, providers=["CPUExecutionProvider"])


class Encoder:
    """Turns sequences of piece ids into vectors in context, in batches of bounded size.

    The sequences of a batch are laid end to end without padding. Matrices are kept and multiplied in eight bits, and
    every piece is rounded by a scale of its own, so a sequence gives the same vectors in any company.

    Args:
        files: The encoder's files or their folder; `core.training.graph` describes the graph.
        threads: Threads for the arithmetic of one batch; fewer where the environment says so.
        batch_pieces: Most pieces in a batch; larger ones are slower, since they do not fit into the processor's
            cache. A single longer sequence is a batch of its own.
        session: The session of the graph, if it is open already.
    """

    def __init__(
        self,
        files: EncoderFiles | Path,
        threads: int,
        batch_pieces: int,
        session: Session | None = None,
    ) -> None:
        if isinstance(files, Path):
            graph: bytes | str = str(files / GRAPH)
            pieces, rows = (files / PIECES).read_bytes(), np.load(files / VECTORS)
        else:
            graph, pieces, rows = files.graph, files.pieces, np.load(BytesIO(files.vectors))
        self.tokenizer = unpack_pieces(pieces)
        self.vectors = PieceVectors(rows)
        self.width = self.vectors.width
        self.batch_pieces = batch_pieces
        self._session = session or open_session(graph, threads)

    def encode(
        self, sequences: Sequence[Sequence[int]], advanced: Callable[[int], None] | None = None
    ) -> list[NDArray[np.float32]]:
        """Return the vectors of each sequence, shape (its length, width).

        `advanced` is told after each batch how many sequences that was.
        """
        results: list[NDArray[np.float32]] = [np.zeros((0, self.width), np.float32)] * len(sequences)
        for group in self._groups([len(sequence) for sequence in sequences]):
            encoded = self._run([sequences[i] for i in group])
            for i, states in zip(group, encoded, strict=True):
                results[i] = states
            if advanced is not None:
                advanced(len(group))
        return results

    def _groups(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        """Sequences to read together, those of like length beside each other; empty ones are left out."""
        group: list[int] = []
        pieces = 0
        for i in sorted((i for i, length in enumerate(lengths) if length), key=lambda i: lengths[i]):
            if group and pieces + lengths[i] > self.batch_pieces:
                yield group
                group, pieces = [], 0
            group.append(i)
            pieces += lengths[i]
        if group:
            yield group

    def _run(self, sequences: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
        lengths = np.array([len(sequence) for sequence in sequences])
        starts = np.cumsum(lengths) - lengths
        places = np.arange(lengths.max())
        present = places < lengths[:, None]
        (states,) = self._session.run(
            None,
            {
                "vectors": self.vectors[np.concatenate([np.asarray(ids, np.int64) for ids in sequences])],
                "place": np.nonzero(present)[1],
                "spread": np.where(present, starts[:, None] + places, 0),
                "gather": np.flatnonzero(present),
                "mask": np.where(present, np.float32(0), MASKED)[:, None, None],
            },
        )
        return np.split(states, starts[1:])
