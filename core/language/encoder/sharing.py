"""An encoder that shares pieces and lower layers with that of another pipeline.

Its folder has `shared.json`, which names the other pipeline's folder beside its own, and only what is its own: nothing,
or the graph without the weights of the shared layers. Those are one stretch of bytes of the other graph. Joining
them needs no parsing: two serialised messages of Protocol Buffers, one after another, are read as one message.
"""

import json
from pathlib import Path
from typing import Any
from zlib import crc32

from core.language.encoder.model import GRAPH, PIECES, VECTORS, EncoderFiles

SHARED = "shared.json"
_GRAPH_FIELD = b"\x3a"
"""The tag of the field `graph` of an ONNX model, number 7, a message with its length before it."""


def shared_folder(folder: Path) -> Path | None:
    """The folder of the encoder with which the one in `folder` shares files, or None if it stands alone."""
    if not (folder / SHARED).exists():
        return None
    return folder.parent.parent / str(_facts(folder)["pipeline"]) / folder.name


def read_sharing(folder: Path) -> EncoderFiles:
    """The files of an encoder that shares some, whole.

    Raises:
        OSError: The other encoder is missing, or not the one that this was trained on.
    """
    graph = shared_graph(folder)
    other = _other(folder)
    return EncoderFiles(graph, (other / VECTORS).read_bytes(), (other / PIECES).read_bytes())


def shared_graph(folder: Path) -> bytes:
    """The graph of an encoder that shares some of it, whole. Raises OSError as `read_sharing` does."""
    facts = _facts(folder)
    other = _other(folder)
    if "start" not in facts:
        return (other / GRAPH).read_bytes()
    part = _stretch(other / GRAPH, facts["start"], facts["end"])
    if crc32(part) != facts["crc32"]:
        raise OSError(f"The model {folder.parent.name} needs another version of {facts['pipeline']}")
    return (folder / GRAPH).read_bytes() + graph_field(part)


def _facts(folder: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((folder / SHARED).read_text(encoding="utf-8"))
    return facts


def _other(folder: Path) -> Path:
    other = shared_folder(folder)
    if other is None or not other.is_dir():
        needed = _facts(folder)["pipeline"]
        raise OSError(f"The model {folder.parent.name} needs {needed} beside it: install Lesart anew")
    return other


def _stretch(path: Path, start: int, end: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(end - start)


def graph_field(content: bytes) -> bytes:
    """Serialise an ONNX model of which nothing is set but the content of its graph."""
    return _GRAPH_FIELD + varint(len(content)) + content


def varint(number: int) -> bytes:
    """Write a number as Protocol Buffers do: seven bits a byte, the lowest first, the eighth says that more follow."""
    parts = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
