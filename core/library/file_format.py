"""The form of every library file: JSON that says what it is, in which format, and how to tell that it is whole.

    {"lesart": {"kind": "annotations", "schema": 2, "documents": 2, "sha256": "…"}, "annotations": {"1": {…}, "2": {…}}}

The hash covers everything but itself, in a canonical form, so that a file may be re-indented. Whoever edits a file by
hand takes "sha256" and "documents" out, and it is accepted as it is. The header keeps its form in later schemas.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from io import BytesIO
from itertools import islice
from typing import Any

from core.library.migrations import Document, Tables, lift

SCHEMA = 2
"""The format written by this version. A change of format raises it and adds a step to `core.library.migrations`."""

_HEADER = "lesart"
_BATCH = 256
"""Members of a list or an object that are encoded at a time."""
_LONG = 1 << 16
"""Characters that are turned into bytes at a time."""
_FEW = 16
"""Members of an object up to which each may be a long one, and is encoded apart."""
_LONE_SURROGATE = "[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]"


class UnsoundError(ValueError):
    """The content is not what was written. Its text says how it shows, as a clause: "it is not whole JSON"."""


def pack(kind: str, tables: Tables, *, indent: int | None = 1) -> bytes:
    """The bytes of a file of that kind: UTF-8 except where the text holds both halves of a surrogate pair apart."""
    whole = _whole(kind, tables)
    if indent is None:
        pieces = _pieces(whole, partial(json.dumps, ensure_ascii=False))
    else:
        pieces = _joined(json.JSONEncoder(ensure_ascii=False, indent=indent).iterencode(whole))
    content = BytesIO()
    for piece in pieces:
        for part in _parts(piece):
            content.write(_encode(part))
    content.write(b"\n")
    return content.getvalue()


def pack_lines(kind: str, tables: Tables) -> bytes:
    """The same with one document a line: twenty times as quick to write as an indented file."""
    whole = _whole(kind, tables)
    parts = [f' "{_HEADER}": {json.dumps(whole[_HEADER])}']
    for name, documents in tables.items():
        lines = ",\n".join(
            f"  {json.dumps(number)}: {json.dumps(document, ensure_ascii=False)}"
            for number, document in documents.items()
        )
        parts.append(f" {json.dumps(name)}: {{\n{lines}\n }}")
    return _encode("{\n" + ",\n".join(parts) + "\n}\n")


def _whole(kind: str, tables: Tables) -> Document:
    """The tables with their header before them."""
    header = {"kind": kind, "schema": SCHEMA, "documents": sum(map(len, tables.values()))}
    header["sha256"] = _digest(header, tables)
    return {_HEADER: header, **tables}


def unpack(kind: str, content: bytes, verify: Callable[[Tables], None] | None = None) -> Tables:
    """The tables in a file of that kind, lifted to the format of this version where the file has an older one.

    `verify` looks at the documents and raises LookupError, TypeError or ValueError on those that make no sense.
    Raises UnsoundError when the content is damaged, and NewerFormatError when it is whole but newer than this program.
    """
    try:
        data = json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise UnsoundError("it is not whole JSON") from None
    header = data.pop(_HEADER, None) if isinstance(data, dict) else None
    if not isinstance(header, dict) or header.get("kind") != kind or type(header.get("schema")) is not int:
        raise UnsoundError(f"it does not say that it holds {kind}")
    if "sha256" in header and header["sha256"] != _digest(header, data):
        raise UnsoundError("its content does not match its check sum")
    if header["schema"] <= SCHEMA:
        _check_shape(header, data)
    try:
        tables = lift(kind, data, header["schema"], SCHEMA)
        if verify is not None:
            verify(tables)
    except (LookupError, TypeError, ValueError, OverflowError, AttributeError):
        raise UnsoundError("it holds something that this program does not understand") from None
    return tables


def _check_shape(header: Document, tables: Any) -> None:
    """Raise UnsoundError unless `tables` holds tables of documents, as many as the header says."""
    for table in tables.values():
        if not isinstance(table, dict) or not all(
            number.isascii() and number.isdigit() and isinstance(document, dict)
            for number, document in table.items()
        ):
            raise UnsoundError("it holds something else than documents")
    if "documents" in header and header["documents"] != sum(map(len, tables.values())):
        raise UnsoundError("the number of its documents is wrong")


def _digest(header: Document, tables: Any) -> str:
    """Hash of header and tables, whatever their layout on disk: of their JSON with sorted keys and without blanks."""
    fields = {name: value for name, value in header.items() if name != "sha256"}
    encode = partial(json.dumps, sort_keys=True, separators=(",", ":"))
    found = sha256(f"[{encode(fields)},".encode("ascii"))
    for piece in _pieces(tables, encode, ",", ":", sorted):
        for part in _parts(piece):
            found.update(part.encode("ascii"))
    found.update(b"]")
    return found.hexdigest()


def _pieces(
    value: Any,
    encode: Callable[[Any], str],
    comma: str = ", ",
    colon: str = ": ",
    order: Callable[[Iterable[tuple[str, Any]]], Iterable[tuple[str, Any]]] = iter,
) -> Iterator[str]:
    """What `encode` makes of a value, piece by piece: of a long article the whole would take ten times its text."""
    if isinstance(value, dict) and 0 < len(value) <= _FEW:
        before = "{"
        for name, each in order(value.items()):
            yield f"{before}{encode(name)}{colon}"
            yield from _pieces(each, encode, comma, colon, order)
            before = comma
        yield "}"
    elif isinstance(value, dict) and len(value) > _BATCH:
        members = iter(order(value.items()))
        before = "{"
        while batch := dict(islice(members, _BATCH)):
            yield before + encode(batch)[1:-1]
            before = comma
        yield "}"
    elif isinstance(value, list) and len(value) > _BATCH:
        before = "["
        for at in range(0, len(value), _BATCH):
            yield before + encode(value[at : at + _BATCH])[1:-1]
            before = comma
        yield "]"
    else:
        yield encode(value)


def _joined(chunks: Iterable[str]) -> Iterator[str]:
    """The chunks, many at a time."""
    batch: list[str] = []
    for chunk in chunks:
        batch.append(chunk)
        if len(batch) > 16 * _BATCH or len(chunk) > _LONG:
            last = batch.pop()
            yield "".join(batch)
            yield last
            batch.clear()
    yield "".join(batch)


def _parts(piece: str) -> Iterator[str]:
    """The piece in parts that are not long; none ends within a pair of surrogates."""
    start = 0
    while len(piece) - start > _LONG:
        end = start + _LONG
        end += "\ud800" <= piece[end - 1] <= "\udbff" and "\udc00" <= piece[end] <= "\udfff"
        yield piece[start:end]
        start = end
    yield piece[start:] if start else piece


def _encode(text: str) -> bytes:
    """UTF-8, lone surrogates as JSON escapes; a high one before a low one goes out raw, else the two would fuse."""
    escaped = re.sub(_LONE_SURROGATE, lambda match: f"\\u{ord(match[0]):04x}", text)
    return escaped.encode("utf-8", "surrogatepass")
