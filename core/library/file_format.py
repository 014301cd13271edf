"""The form of every library file: JSON that says what it is, in which format, and how to tell that it is whole.

    {"lesart": {"kind": "annotations", "schema": 2, "documents": 2, "sha256": "…"}, "annotations": {"1": {…}, "2": {…}}}

The hash covers everything but itself, in a canonical form, so that a file may be re-indented. To edit a file by hand,
remove "sha256" and "documents" from its header: it is then accepted as it is. The header keeps its form in later
schemas.

A file of an older format is lifted when it is read, step by step, and is written in the new format with the next
change to it; until then it stays as it was.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import partial
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import Any

from core.library.errors import NewerFormatError
from core.translation import _

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
"""Tables by name, documents by number: what TinyDB hands to a storage."""
Step = Callable[[Tables], Tables]
"""A pure function from the tables of one format to those of the next."""

FIRST = 1
"""The oldest format there is."""
SCHEMA = 2
"""The format written by this version. A change of format raises it and adds a step to STEPS."""

HEADER = "lesart"
"""The name under which a file says what it is."""
_BATCH = 256
"""Members of a list or an object that are encoded at a time."""
_FEW = 16
"""Members of an object up to which each may be a long one, and is encoded separately."""


class UnsoundError(ValueError):
    """The content is not what was written. Its text says how it shows, as a clause: "it is not whole JSON"."""


# Writing


def pack(kind: str, tables: Tables, *, indent: int | None = 1) -> bytes:
    """The bytes of a file of that kind: UTF-8, except where the text holds both halves of a surrogate pair apart."""
    whole = _with_header(kind, tables)
    densely = partial(json.dumps, ensure_ascii=False)
    pieces = _pieces(whole, densely) if indent is None else _laid_out(whole, indent)
    content = BytesIO()
    with TextIOWrapper(content, "utf-8", SURROGATES, newline="\n") as text:
        text.writelines(pieces)
        text.write("\n")
        text.flush()
        return content.getvalue()


def _laid_out(whole: Document, indent: int) -> Iterator[str]:
    """The JSON of a file as json.dumps lays it out, document by document: in a third of the time that takes."""

    def members(value: Document, margin: str, inside: Callable[[Any, str], Iterator[str]]) -> Iterator[str]:
        inner, before = margin + " " * indent, "{"
        for name, each in value.items():
            yield f"{before}{inner}{_encode(name)}: "
            yield from inside(each, inner)
            before = ","
        yield f"{margin}}}" if value else "{}"

    def document(value: Any, margin: str) -> Iterator[str]:
        yield laid_out(value, margin, indent)

    return members(whole, "\n", lambda table, margin: members(table, margin, document))


_encode = json.JSONEncoder(ensure_ascii=False).encode


def laid_out(value: Any, margin: str, indent: int = 1) -> str:
    """The JSON of a value as it stands in a file; `margin` is the line break, and the blanks after it, around it."""
    if not value or not isinstance(value, dict | list | tuple):
        return _encode(value)
    inner = margin + " " * indent
    if isinstance(value, dict):
        members = [f"{_encode(name)}: {laid_out(each, inner, indent)}" for name, each in value.items()]
        return f"{{{inner}{f',{inner}'.join(members)}{margin}}}"
    return f"[{inner}{f',{inner}'.join([laid_out(each, inner, indent) for each in value])}{margin}]"


def _with_header(kind: str, tables: Tables) -> Document:
    """The tables with their header before them."""
    header = header_of(kind, tables)
    header["sha256"] = _digest(header, tables)
    return {HEADER: header, **tables}


def header_of(kind: str, tables: Mapping[str, Sized]) -> Document:
    """The header of a file in the format of this version, without the hash."""
    return {"kind": kind, "schema": SCHEMA, "documents": sum(map(len, tables.values()))}


def _digest(header: Document, tables: Any) -> str:
    """Hash of header and tables, whatever their layout on disk: of their JSON with sorted keys and without blanks."""
    fields = {name: value for name, value in header.items() if name != "sha256"}
    found = sha256(f"[{canonical(fields)},".encode("ascii"))
    for piece in _pieces(tables, canonical, ",", ":", sorted):
        found.update(piece.encode("ascii"))
    found.update(b"]")
    return found.hexdigest()


canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
"""The JSON of a value in the form that is hashed; ASCII."""


def _pieces(
    value: Any,
    encode: Callable[[Any], str],
    comma: str = ", ",
    colon: str = ": ",
    order: Callable[[Iterable[tuple[str, Any]]], Iterable[tuple[str, Any]]] = iter,
) -> Iterator[str]:
    """What `encode` makes of a value, piece by piece: the whole of a long article would take ten times its text."""
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


_LONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
SURROGATES = "lesart-surrogates"
"""The error handler that writes a lone surrogate as a JSON escape, and a high one before a low one as it is.

Escaped, the two would be read back as one character.
"""


def _encode_surrogates(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    escaped = _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", run)
    return escaped.encode("utf-8", "surrogatepass"), error.end


codecs.register_error(SURROGATES, _encode_surrogates)


# Reading


def unpack(kind: str, content: bytes, verify: Callable[[Tables], object] | None = None) -> Tables:
    """The tables in a file of that kind, lifted to the format of this version if the file has an older one.

    `verify` looks at the documents and raises LookupError, TypeError or ValueError on those that make no sense.
    Raises UnsoundError when the content is damaged, and NewerFormatError when it is whole but newer than this program.
    """
    try:
        data = json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise UnsoundError(_("it is not whole JSON")) from None
    header = data.pop(HEADER, None) if isinstance(data, dict) else None
    if not isinstance(header, dict) or header.get("kind") != kind or type(header.get("schema")) is not int:
        raise UnsoundError(_("it does not say that it holds {kind}").format(kind=kind))
    if "sha256" in header and header["sha256"] != _digest(header, data):
        raise UnsoundError(_("its content does not match its check sum"))
    if header["schema"] <= SCHEMA:
        _check_shape(header, data)
    try:
        tables = lift(kind, data, header["schema"], SCHEMA)
        if verify is not None:
            verify(tables)
    except (LookupError, TypeError, ValueError, OverflowError, AttributeError):
        raise UnsoundError(_("it holds something that this program does not understand")) from None
    return tables


def _check_shape(header: Document, tables: Any) -> None:
    """Raise UnsoundError unless `tables` holds tables of documents, as many as the header says."""
    for table in tables.values():
        if not isinstance(table, dict) or not all(
            number.isascii() and number.isdigit() and isinstance(document, dict)
            for number, document in table.items()
        ):
            raise UnsoundError(_("it holds something else than documents"))
    if "documents" in header and header["documents"] != sum(map(len, tables.values())):
        raise UnsoundError(_("the number of its documents is wrong"))


# Older formats


def lift(kind: str, tables: Tables, schema: int, target: int) -> Tables:
    """The tables of a file of that kind, written in format `schema`, as they are in format `target`.

    Raises NewerFormatError for a later format, and LookupError, TypeError or AttributeError when the tables are not
    what their format says.
    """
    if schema > target:
        raise NewerFormatError(
            _(
                "The library was written by a newer Lesart (format {schema}, this one knows {target}): it is "
                "left as it is; update Lesart to use it."
            ).format(schema=schema, target=target)
        )
    if schema < FIRST:
        raise LookupError(f"there never was a format {schema}")
    for each in range(schema, target):
        step = STEPS.get((kind, each))
        tables = step(tables) if step else tables
    return tables


def _with_fields(table: str, defaults: Document) -> Step:
    """A step that gives every document of a table fields it did not have."""

    def step(tables: Tables) -> Tables:
        documents = {number: {**defaults, **document} for number, document in tables.get(table, {}).items()}
        return {**tables, table: documents}

    return step


STEPS: Mapping[tuple[str, int], Step] = {
    # From 1 to 2: articles know the versions before and after them, and deletions have a table of their own.
    ("index", 1): _with_fields("index", {"previous": ""}),
    ("articles", 1): _with_fields("articles", {"previous": "", "following": ""}),
    ("annotations", 1): lambda tables: {"deleted": {}, **tables},
}
"""The step from a format to the next, by kind of file; kinds that did not change have none."""
