"""An encoder that takes from another what it shares with it."""

import json
from pathlib import Path
from zlib import crc32

import pytest

from core.language.encoder.model import GRAPH, PIECES, VECTORS, EncoderFiles
from core.language.encoder.sharing import SHARED, graph_field, read_sharing, shared_folder, varint


@pytest.fixture
def other(tmp_path: Path) -> Path:
    folder = tmp_path / "xx_other" / "lesart_encoder"
    folder.mkdir(parents=True)
    for name, content in ((GRAPH, b"..weights.."), (VECTORS, b"vectors"), (PIECES, b"pieces")):
        (folder / name).write_bytes(content)
    return folder


def own_folder(tmp_path: Path, **facts: object) -> Path:
    folder = tmp_path / "yy_own" / "lesart_encoder"
    folder.mkdir(parents=True)
    (folder / GRAPH).write_bytes(b"own")
    (folder / SHARED).write_text(json.dumps({"pipeline": "xx_other", **facts}), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("number", "written"), [(0, b"\0"), (127, b"\x7f"), (128, b"\x80\1"), (300, b"\xac\2")]
)
def test_numbers_are_written_seven_bits_a_byte(number: int, written: bytes) -> None:
    assert varint(number) == written


def test_all_may_be_shared(other: Path, tmp_path: Path) -> None:
    assert read_sharing(own_folder(tmp_path)) == EncoderFiles(b"..weights..", b"vectors", b"pieces")


def test_the_weights_of_lower_layers_join_the_own_graph(other: Path, tmp_path: Path) -> None:
    folder = own_folder(tmp_path, start=2, end=9, crc32=0x1A88ED94)
    with pytest.raises(OSError, match="needs another version of xx_other"):
        read_sharing(folder)
    facts = {"pipeline": "xx_other", "start": 2, "end": 9, "crc32": crc32(b"weights")}
    (folder / SHARED).write_text(json.dumps(facts), encoding="utf-8")
    assert read_sharing(folder).graph == b"own" + graph_field(b"weights")


def test_what_it_needs_is_named_where_it_is_missing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="yy_own needs xx_other"):
        read_sharing(own_folder(tmp_path))


def test_an_encoder_of_its_own_shares_nothing(other: Path) -> None:
    assert shared_folder(other) is None
