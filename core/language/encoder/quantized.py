"""Piece vectors in four bits, decoded row by row when they are looked up."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2


def decode_q4_0(rows: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Decode rows of Q4_0 blocks: 32 values share one half-precision scale and take four bits each.

    A block is the scale (little-endian float16) and 16 bytes; the low halves of the bytes are values 0 to 15,
    the high halves 16 to 31, each stored plus 8. The format is that of the GGML library.

    Args:
        rows: Bytes, shape (rows, blocks * 18).

    Returns:
        Values, shape (rows, blocks * 32).

    Raises:
        ValueError: The row length is no multiple of 18.
    """
    if rows.shape[1] % BLOCK_BYTES:
        raise ValueError(f"a row of {rows.shape[1]} bytes is no whole number of {BLOCK_BYTES}-byte blocks")
    blocks = np.ascontiguousarray(rows).reshape(-1, BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8.0
    return (values * scales).reshape(len(rows), -1)


class PieceVectors:
    """The table of piece vectors, kept in its four-bit form.

    Args:
        rows: Q4_0 bytes, one row a piece; may be memory-mapped.
    """

    def __init__(self, rows: NDArray[np.uint8]) -> None:
        self.rows = rows
        self.width = rows.shape[1] // BLOCK_BYTES * BLOCK

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, ids: NDArray[Any]) -> NDArray[np.float32]:
        """Look up an array of piece ids of any shape; the result has one more axis, of `width`."""
        distinct, place = np.unique(ids, return_inverse=True)
        return decode_q4_0(np.asarray(self.rows[distinct]))[place.reshape(ids.shape)]
