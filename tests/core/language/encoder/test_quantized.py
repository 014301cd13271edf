import struct

import numpy as np
import pytest

from core.language.encoder.quantized import PieceVectors, decode_q4_0


def block(scale: float, values: list[int]) -> bytes:
    packed = [(low + 8) | (high + 8) << 4 for low, high in zip(values[:16], values[16:], strict=True)]
    return struct.pack("<e16B", scale, *packed)


FIRST = [(i % 16) - 8 for i in range(32)]
SECOND = [7 - (i % 16) for i in range(32)]


def rows(*blocks: bytes) -> np.ndarray:
    return np.stack([np.frombuffer(row, np.uint8) for row in blocks])


def test_decodes_scale_low_halves_and_high_halves() -> None:
    decoded = decode_q4_0(rows(block(0.5, FIRST) + block(-2.0, SECOND)))
    assert decoded.dtype == np.float32
    assert decoded.tolist() == [[v * 0.5 for v in FIRST] + [v * -2.0 for v in SECOND]]


def test_a_row_must_be_whole_blocks() -> None:
    with pytest.raises(ValueError, match="18-byte"):
        decode_q4_0(np.zeros((1, 19), np.uint8))


def test_looks_up_ids_of_any_shape_with_repeats() -> None:
    vectors = PieceVectors(rows(block(1.0, FIRST), block(1.0, SECOND)))
    assert (len(vectors), vectors.width) == (2, 32)
    found = vectors[np.array([[1, 0], [1, 1]])]
    assert found.shape == (2, 2, 32)
    assert found[0, 1].tolist() == FIRST
    assert found[1, 1].tolist() == SECOND
