"""The documents that sources hold: files, addresses, folders, patterns, JSON lines, Parquet files, the library.

Documents come one at a time and in a fixed order, however large the archive is.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from glob import has_magic
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from core.articles.errors import SourceError
from core.articles.feed_signs import is_feed
from core.articles.gathering import ENDINGS, gathered
from core.articles.source_names import STANDARD_INPUT, is_address
from core.articles.sources import read_articles
from core.corpus.document import Document
from core.corpus.extras import needed
from core.library import Library
from core.system_errors import cause, fault
from core.translation import _

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TABLES = (".parquet",)
_ENDINGS = (*ENDINGS, *LINES, *TABLES)
LONGEST_LINE = 64 << 20
"""Bytes; a longer line is passed over rather than held in memory."""
_LINE = 4096
"""Bytes of a line or row of usual length."""
_ROWS = 256
"""Rows of a table that are in memory at a time."""


def documents(sources: Sequence[str], text_field: str = "text") -> Iterator[Document]:
    """All documents of the sources, in their order; folders and patterns in the order of their paths.

    `text_field` names the field of a line or the column of a table that has the text. A source that does not exist or
    holds nothing that can be read is one document that says so. Raises NeedsExtraError if a package is missing.
    """
    for source in sources:
        try:
            yield from _of(source, text_field)
        except SourceError as error:
            yield Document(source, unreadable=str(error))


def library_documents(library: Library) -> Iterator[Document]:
    """All articles of a library that are not removed, by their keys. Raises LibraryError."""
    for record in sorted(library.articles(), key=lambda record: record.key):
        article = library.load_article(record.key)
        if article is not None:
            yield Document(article.source, article=article)


def how_many(sources: Sequence[str]) -> int | None:
    """How many documents there will be, counted without reading them; None if that cannot be said quickly."""
    total = 0
    for source in sources:
        if is_address(source) or (source == STANDARD_INPUT and not is_collection(source)):
            total += 1
        elif source == STANDARD_INPUT or "://" in source:
            return None
        else:
            total += sum(map(_count, map(Path, gathered([source], _ENDINGS))))
    return total


def _count(path: Path) -> int:
    name = path.name.lower()
    try:
        if name.endswith(TABLES):
            duckdb = needed("duckdb")
            query = "SELECT num_rows FROM parquet_file_metadata(?)"
            return int(duckdb.connect().execute(query, [str(path)]).fetchone()[0])
        if not name.endswith(LINES):
            return 1
        with gzip.open(path) if name.endswith(".gz") else path.open("rb") as raw:
            return sum(piece.count(b"\n") for piece in iter(lambda: raw.read(1 << 20), b""))
    except (OSError, EOFError):
        return 1


def _of(source: str, text_field: str) -> Iterator[Document]:
    if source == STANDARD_INPUT:
        yield from _standard_input(text_field)
    elif is_address(source):
        yield Document(source)
    elif "://" in source:
        yield from _remote(source, text_field)
    else:
        found = False
        for path in gathered([source], _ENDINGS):
            found = True
            yield from _at(Path(path), text_field)
        if not found:
            raise SourceError(
                _("There is nothing to read in {source}: no text, page, JSON lines or Parquet file.").format(
                    source=source
                )
            )


def is_collection(source: str) -> bool:
    """Whether a source may hold more than one document."""
    if source == STANDARD_INPUT:
        return _lines_come_in()
    if is_address(source):
        return False
    if "://" in source or source.lower().endswith((*LINES, *TABLES)):
        return True
    return Path(source).is_dir() or (has_magic(source) and not Path(source).exists())


def is_more_than(sources: Sequence[str], few: int) -> bool:
    """Whether sources seem to hold more than a few documents; files are not opened for that."""
    number = 0
    for source in sources:
        if is_address(source) or source == STANDARD_INPUT:
            number += few + 1 if is_collection(source) else 1
        elif "://" in source:
            return True
        else:
            number += sum(map(_about, map(Path, gathered([source], _ENDINGS))))
    return number > few


def _about(path: Path) -> int:
    """About how many documents a file has, by its size."""
    if not path.name.lower().endswith((*LINES, *TABLES)):
        return 1
    try:
        return 1 + path.stat().st_size // _LINE
    except OSError:
        return 1


def _lines_come_in() -> bool:
    """Whether standard input begins as JSON lines do; nothing of it is used up."""
    peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
    beginning = bytes(peek(_LINE)) if peek else b""
    return beginning.startswith(b'{"') and not is_feed(beginning)


def _standard_input(text_field: str) -> Iterator[Document]:
    """Read here, since workers have another standard input."""
    if _lines_come_in():
        yield from lines(sys.stdin.buffer, STANDARD_INPUT, text_field)
    else:
        for article in read_articles(STANDARD_INPUT):
            yield Document(article.source, article=article)


def _at(path: Path, text_field: str) -> Iterator[Document]:
    name = path.name.lower()
    if name.endswith(LINES):
        try:
            raw = path.open("rb")
        except OSError as error:
            raise SourceError(
                _("Cannot read {path}: {reason}.").format(path=path, reason=cause(error))
            ) from None
        with raw, _unpacked(raw, name) as whole:
            yield from lines(whole, str(path), text_field)
    elif name.endswith(TABLES):
        yield from _rows(str(path), text_field)
    else:
        yield Document(str(path))


def _unpacked(raw: BinaryIO, name: str) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if name.endswith(".gz") else raw


def _remote(address: str, text_field: str) -> Iterator[Document]:
    """What is at an address of a file system that fsspec knows: s3://…, gs://…, hdfs://…, file://…"""
    fsspec = needed("fsspec")
    try:
        opened = fsspec.open_files(address, "rb", compression="infer")
    except (OSError, ValueError, ImportError) as error:
        raise SourceError(_("Cannot read {address}: {error}.").format(address=address, error=error)) from None
    if not opened:
        raise SourceError(_("Nothing matches {address}: check the address.").format(address=address))
    for file in opened:
        name = file.full_name
        if name.lower().endswith(TABLES):
            yield from _rows(name, text_field)
        elif name.lower().endswith(LINES):
            with file as raw:
                yield from lines(raw, name, text_field)
        else:
            with file as raw:
                yield Document(name, raw.read(LONGEST_LINE).decode("utf-8", "replace"))


def lines(raw: IO[bytes] | Any, name: str, text_field: str) -> Iterator[Document]:
    """One document a line of JSON; what is wrong with a line is said in its document. Empty lines are passed over."""
    number = 0
    try:
        while line := raw.readline(LONGEST_LINE):
            number += 1
            source = f"{name}#{number}"
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                while (rest := raw.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield Document(
                    source, unreadable=_("The line has more than {size} MB.").format(size=LONGEST_LINE >> 20)
                )
            elif line.strip():
                yield _from_line(line, source, text_field)
    except (OSError, EOFError) as error:
        yield Document(
            f"{name}#{number + 1}",
            unreadable=_("The file cannot be read on: {error}.").format(error=error),
        )


def _from_line(line: bytes, source: str, text_field: str) -> Document:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Document(
            source, unreadable=_("The line cannot be read as JSON: {error}.").format(error=fault(error))
        )
    if not isinstance(data, dict):
        return Document(source, unreadable=_("The line is no JSON object."))
    return _from_fields(data, source, text_field)


def _from_fields(data: dict[str, Any], source: str, text_field: str) -> Document:
    text = data.pop(text_field, None)
    if not isinstance(text, str):
        return Document(
            source, unreadable=_("It has no text in the field “{text_field}”.").format(text_field=text_field)
        )
    return Document(source, text, data)


def _rows(path: str, text_field: str) -> Iterator[Document]:
    duckdb = needed("duckdb")
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    try:
        table = connection.execute("SELECT * FROM read_parquet(?)", [path])
        names = [column[0] for column in table.description]
        number = 0
        while rows := table.fetchmany(_ROWS):
            for row in rows:
                number += 1
                fields = {
                    name: _plain(value) for name, value in zip(names, row, strict=True) if value is not None
                }
                yield _from_fields(fields, f"{path}#{number}", text_field)
    except duckdb.Error as error:
        raise SourceError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=str(error).splitlines()[0])
        ) from None
    finally:
        connection.close()


def _plain(value: Any) -> Any:
    """A value of a table as JSON has it: days and numbers of other kinds as text."""
    if isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    return str(value)
