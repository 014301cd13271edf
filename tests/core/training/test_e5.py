"""A file in the format E5S1 with three pieces and two tensors, made by hand."""

import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.training.e5 import MEMBER, read_e5

PIECES = ["<s>", "▁Hafen", "ß"]


def q4_block(scale: float, value: int) -> bytes:
    return struct.pack("<e16B", scale, *[(value + 8) | (value + 8) << 4] * 16)


def small_file() -> bytes:
    text = [piece.encode() for piece in PIECES]
    starts = np.cumsum([0, *map(len, text)])
    head = b"E5S1" + struct.pack(
        "<i7ifi5iQ", 1, 32, 2, 4, 64, 3, 512, 2, 1e-12, 32, 3, 0, 2, 1, 3, sum(map(len, text))
    )
    head += struct.pack("<4I3f", *starts, 0.0, -1.5, -2.5) + b"".join(text)
    changes = struct.pack("<IB2I", ord("ﬁ"), 2, ord("f"), ord("i"))
    head += struct.pack("<iI", 1, len(changes)) + changes
    table = q4_block(1.0, 1) + q4_block(1.0, -8) + q4_block(0.5, 7)
    bias = struct.pack("<2f", 0.25, -4.0)

    def entries(start: int) -> bytes:
        return struct.pack("<i", 2) + b"".join(
            struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", *fields)
            for name, fields in (
                (b"emb.word", (1, 96, start, len(table))),
                (b"emb.ln.b", (0, 2, start + len(table), len(bias))),
            )
        )

    return head + entries(len(head) + len(entries(0))) + table + bias


@pytest.fixture(params=["file", "wheel"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "file":
        place = tmp_path / "small.bin"
        place.write_bytes(small_file())
    else:
        place = tmp_path / "small.whl"
        with zipfile.ZipFile(place, "w") as wheel:
            wheel.writestr(MEMBER, small_file())
    return place


def test_reads_shape_vocabulary_and_tensors(path: Path) -> None:
    file = read_e5(path)
    assert (file.shape.width, file.shape.layers, file.shape.heads, file.shape.inner) == (32, 2, 4, 64)
    assert file.pieces == tuple(PIECES)
    assert file.scores.tolist() == [0.0, -1.5, -2.5]
    assert file.normalization == {ord("ﬁ"): "fi"}
    assert file.tensor("emb.ln.b", 2).tolist() == [0.25, -4.0]
    assert file.tensor("emb.word", 3, 32)[:, 0].tolist() == [1.0, -8.0, 3.5]
    assert file.piece_rows().shape == (3, 18)


def test_refuses_another_format(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF....")
    with pytest.raises(ValueError, match="E5S1"):
        read_e5(tmp_path / "other.bin")
