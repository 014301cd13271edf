"""Files of many documents, kept in memory in the form that was written: what has not changed is not encoded again.

The bytes are those that `file_format.pack` makes. A note more in an article that has 10,000 takes a fraction of the
time of reading, checking and encoding all of them.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from typing import Any, NoReturn, TypeVar

from core.library.file_format import HEADER, SURROGATES, Document, Tables, canonical, header_of, laid_out
from core.library.same_ends import same_end_items

T = TypeVar("T")

_MARGIN, _INNER_MARGIN = "\n ", "\n  "
"""The line breaks before a table and before a document."""


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("others may be using this document: change a copy")


class Kept(Document):
    """A document that is not changed, so that it is as it was written wherever it is met again."""

    __slots__ = ("meaning",)
    meaning: object
    """What it was read as, once it was."""
    __setitem__ = __delitem__ = __ior__ = update = setdefault = pop = popitem = clear = _refuse


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file: its documents by number, and two forms of each member, in the same order."""

    documents: dict[str, Kept]
    written: list[bytes]
    """Number and document as they stand in the file."""
    hashed: dict[str, bytes]
    """The same in the form that is hashed, by number, in any order."""


@dataclass(frozen=True, slots=True)
class Members:
    """The state of one file."""

    kind: str
    content: bytes
    """The file."""
    members: Mapping[str, Table]
    """What is in it, by table."""

    def tables(self) -> Tables:
        """The tables. Documents can be taken out and others put in, but none of them changed."""
        return {name: dict[str, Document](table.documents) for name, table in self.members.items()}


_EMPTY = Table({}, [], {})


def pack_members(kind: str, tables: Tables, earlier: Members | None) -> Members:
    """What `file_format.pack` makes of the tables; documents that are as in `earlier` are taken from there."""
    known = earlier.members if earlier is not None and earlier.kind == kind else {}
    members = {name: _table(table, known.get(name, _EMPTY)) for name, table in tables.items()}
    header = _header(kind, members)
    header["sha256"] = _digest(header, members)
    # In few pieces, since they are large: each time they are put together costs a millisecond.
    pieces = [_encoded(f'{{\n "{HEADER}": {laid_out(header, _MARGIN)}')]
    for name, table in members.items():
        begins, ends = ("{\n  ", b"\n }") if table.written else ("{", b"}")
        pieces += [_encoded(f",\n {laid_out(name, _MARGIN)}: {begins}"), b",\n  ".join(table.written), ends]
    return Members(kind, b"".join([*pieces, b"\n}\n"]), members)


def read_members(kind: str, content: bytes, verify: Callable[[Tables], object]) -> Members | None:
    """The state of a file, as far as nothing is unusual about it; else None, and `file_format.unpack` tells more."""
    try:
        header, members = _read(content.decode("utf-8", "surrogatepass"))
        expected = _header(kind, members)
        if canonical(header) != canonical({**expected, "sha256": _digest(expected, members)}):
            return None
        found = Members(kind, content, members)
        verify(found.tables())
    except (LookupError, TypeError, ValueError, OverflowError, AttributeError, RecursionError):
        return None
    return found


def _table(table: Mapping[str, Document], known: Table) -> Table:
    """The forms of a table; those of members that are as in `known` are taken from there."""
    start, end = same_end_items(known.documents.items(), table.items())
    before, after = len(known.documents) - end, len(table) - end
    was = dict(zip(islice(known.documents, start, before), known.written[start:before], strict=True))
    documents: dict[str, Kept] = {}
    written: list[bytes] = []
    hashed = dict(known.hashed)
    for number, document in islice(table.items(), start, after):
        if number in was and known.documents[number] == document:
            documents[number] = known.documents[number]
            written.append(was.pop(number))
        else:
            documents[number] = Kept(document)
            written.append(_encoded(f'"{number}": {laid_out(document, _INNER_MARGIN)}'))
            hashed[number] = _to_hash(number, document)
            was.pop(number, None)
    for number in was:
        del hashed[number]
    return Table(
        _with_middle(known.documents, start, documents, end),
        [*known.written[:start], *written, *known.written[before:]],
        hashed,
    )


def _with_middle(known: dict[str, Kept], start: int, middle: dict[str, Kept], end: int) -> dict[str, Kept]:
    """`start` members from the beginning of a table, others, and `end` members from its end."""
    if start == len(known):
        return known | middle
    items = known.items()
    return dict(chain(islice(items, start), middle.items(), islice(items, len(known) - end, None)))


def _header(kind: str, members: Mapping[str, Table]) -> Document:
    return header_of(kind, {name: table.written for name, table in members.items()})


def _to_hash(number: str, document: Document) -> bytes:
    return f'"{number}":{canonical(document)}'.encode("ascii")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", SURROGATES)


def _digest(header: Document, members: Mapping[str, Table]) -> str:
    """The hash that `file_format.pack` writes."""
    found = sha256(f"[{canonical(header)},{{".encode("ascii"))
    for at, (name, table) in enumerate(sorted(members.items())):
        found.update(f"{',' if at else ''}{canonical(name)}:{{".encode("ascii"))
        found.update(b",".join(map(table.hashed.__getitem__, sorted(table.hashed))))
        found.update(b"}")
    found.update(b"}]")
    return found.hexdigest()


# Reading


_BLANKS = (" ", "\t", "\n", "\r")
_value = json.JSONDecoder().raw_decode


def _read(text: str) -> tuple[Document, dict[str, Table]]:
    """Header and documents of a file. Raises ValueError if it is not whole JSON or holds something else."""

    def document(at: int) -> tuple[tuple[Any, str], int]:
        value, end = _value(text, at)
        return (value, text[at:end]), end

    found, end = _object(text, 0, lambda at: _object(text, at, document))
    if _past(text, end) != len(text):
        raise ValueError("something comes after the end")
    header = {name: value for name, (value, _) in found.pop(HEADER).items()}
    tables: dict[str, Table] = {}
    for name, table in found.items():
        read = tables[name] = Table({}, [], {})
        for number, (value, words) in table.items():
            if not (number.isascii() and number.isdigit() and isinstance(value, dict)):
                raise ValueError("there is something else than documents")
            read.documents[number] = Kept(value)
            # Byte by byte as in the file, halves of characters included.
            read.written.append(f'"{number}": {words}'.encode("utf-8", "surrogatepass"))
            read.hashed[number] = _to_hash(number, value)
    return header, tables


def _object(text: str, at: int, read: Callable[[int], tuple[T, int]]) -> tuple[dict[str, T], int]:
    """The object that begins at an offset, and the offset of its end.

    `read` does the same for each of its values. Raises ValueError if there is none.
    """
    found: dict[str, T] = {}
    at = _past(text, at, "{")
    while not text.startswith("}", at):
        if found:
            at = _past(text, at, ",")
        name, at = _value(text, at)
        if not isinstance(name, str):
            raise ValueError("a name expected")
        found[name], at = read(_past(text, at, ":"))
        at = _past(text, at)
    return found, at + 1


def _past(text: str, at: int, sign: str = "") -> int:
    """The offset behind a sign, and the blanks around it. Raises ValueError if the sign is not there."""
    while text.startswith(_BLANKS, at):
        at += 1
    if not sign:
        return at
    if not text.startswith(sign, at):
        raise ValueError(f"{sign} expected")
    return _past(text, at + 1)
