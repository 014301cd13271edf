"""The folder that the analysis of an archive is written to, in parts that are whole or absent.

    OUT/run.json                 what was asked for: whoever goes on must ask for the same
    OUT/part-00001/part.json     how many documents, which failed, and a digest of what they were
    OUT/part-00001/…             analyses.jsonl, or one Parquet file a table
    OUT/errors.jsonl             at the end: every document that failed, with the reason

A part is written into a folder of another name and renamed when it is complete. On a file system that cannot rename
folders, part.json is written last: a part without it counts as absent.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.corpus.document import Document, Outcome
from core.corpus.extras import needed
from core.corpus.rows import COLUMNS, rows
from core.system_errors import cause
from core.translation import _

FORMATS = ("jsonl", "parquet")
ANALYSES = "analyses.jsonl"
_RUN, _PART, _ERRORS = "run.json", "part.json", "errors.jsonl"


class PartsError(Exception):
    """The folder cannot be used for this run. The message is one sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Run:
    """What has to be the same for a run to go on where it was stopped."""

    format: str
    part_size: int
    text_field: str
    pipeline: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of a part that is whole."""

    documents: int
    digest: str
    failed: tuple[tuple[str, str], ...] = ()
    """Source and reason of each document that could not be analysed."""


class Parts:
    """The parts of one run, in a local folder or at an address that fsspec knows."""

    def __init__(self, folder: str, run: Run) -> None:
        """Open or begin the folder. Raises PartsError if it has other things in it, or a run of another kind."""
        self._run = run
        self._store: _Local | _Remote = _Remote(folder) if "://" in folder else _Local(Path(folder))
        begun = self._store.read(_RUN)
        if begun is None:
            if not self._store.is_empty():
                raise PartsError(
                    _("{folder} has other files in it: choose an empty or a new folder.").format(
                        folder=folder
                    )
                )
            self._store.write(_RUN, _bytes(asdict(run)))
        elif _loaded(begun) != asdict(run):
            kept = _loaded(begun)
            differing = ", ".join(
                _("{name} {kept}, not {value}").format(
                    name=name.replace("_", " "), kept=kept.get(name), value=value
                )
                for name, value in asdict(run).items()
                if kept.get(name) != value
            )
            raise PartsError(
                _("The run in {folder} was begun with {differing}: use another folder to begin anew.").format(
                    folder=folder, differing=differing
                )
            )
        if run.format == "parquet":
            needed("duckdb")

    def whole(self, number: int, digest: str) -> Part | None:
        """The part of that number if it is whole. Raises PartsError if it was made from other documents."""
        data = self._store.read(f"{_name(number)}/{_PART}")
        if data is None:
            return None
        found = _loaded(data)
        part = Part(
            found["documents"], found["digest"], tuple((each[0], each[1]) for each in found["failed"])
        )
        if part.digest != digest:
            raise PartsError(
                _(
                    "Part {number} was made from other documents than these: use another folder to begin anew."
                ).format(number=number)
            )
        return part

    def finish(self, number: int, digest: str, outcomes: Sequence[Outcome]) -> Part:
        """Write a part, whole. Raises OSError."""
        failed = tuple((each.source, each.error) for each in outcomes if each.error)
        part = Part(len(outcomes), digest, failed)
        with TemporaryDirectory() as temporary:
            made = Path(temporary)
            if self._run.format == "parquet":
                write_tables(outcomes, made)
            else:
                _write_lines((line for each in outcomes for line in each.analyses), made / ANALYSES)
            (made / _PART).write_bytes(_bytes(asdict(part)))
            self._store.place(made, _name(number))
        return part

    def end(self, failed: Sequence[tuple[str, str]]) -> None:
        """All parts are whole: write the list of what failed, one document a line, if anything did."""
        listed = "".join(
            f"{json.dumps({'source': source, 'error': error}, ensure_ascii=False)}\n"
            for source, error in failed
        )
        if failed:
            self._store.write(_ERRORS, listed.encode("utf-8", "surrogatepass"))


def digest(documents: Sequence[Document]) -> str:
    """A digest of which documents these are: of their names, and of the texts that came with them."""
    found = sha256()
    for document in documents:
        found.update(document.source.encode("utf-8", "surrogatepass") + b"\0")
        text = document.article.text if document.article else document.text or ""
        found.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()


def _name(number: int) -> str:
    return f"part-{number:05}"


def _bytes(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=True, indent=1).encode()


def _loaded(data: bytes) -> dict[str, Any]:
    loaded = json.loads(data)
    return loaded if isinstance(loaded, dict) else {}


def _write_lines(lines: Iterator[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def write_tables(outcomes: Sequence[Outcome], folder: Path) -> None:
    """Write the rows of all analyses into a folder, one Parquet file a table; DuckDB makes them from JSON lines."""
    duckdb = needed("duckdb")
    lines = {table: folder / f"{table}.jsonl" for table in COLUMNS}
    files = {table: path.open("w", encoding="utf-8", errors="replace") for table, path in lines.items()}
    try:
        for outcome in outcomes:
            for line in outcome.analyses:
                for table, row in rows(json.loads(line)):
                    files[table].write(json.dumps(row, ensure_ascii=False) + "\n")
    finally:
        for file in files.values():
            file.close()
    connection = duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": "false"})
    try:
        for table, path in lines.items():
            _copy(connection, table, path, folder / f"{table}.parquet")
            path.unlink()
    finally:
        connection.close()


def _copy(connection: Any, table: str, lines: Path, to: Path) -> None:
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS[table].items())
    source = (
        f"read_json('{_quoted(lines)}', format = 'newline_delimited', columns = {{{columns}}},"
        f" maximum_object_size = {256 << 20})"
    )
    if not lines.stat().st_size:
        empty = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in COLUMNS[table].items())
        source = f"(SELECT {empty} WHERE false)"
    connection.execute(f"COPY (SELECT * FROM {source}) TO '{_quoted(to)}' (FORMAT parquet, COMPRESSION zstd)")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


class _Local:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PartsError(
                _("Cannot write into {folder}: {reason}.").format(folder=folder, reason=cause(error))
            ) from None
        for left in folder.glob(".part-*"):
            shutil.rmtree(left, ignore_errors=True)

    def is_empty(self) -> bool:
        return not any(self._folder.iterdir())

    def read(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        temporary = self._folder / f".part-{name}"
        temporary.write_bytes(data)
        temporary.replace(self._folder / name)

    def place(self, made: Path, name: str) -> None:
        temporary = self._folder / f".{name}"
        shutil.copytree(made, temporary, dirs_exist_ok=True)
        temporary.rename(self._folder / name)


class _Remote:
    """A folder at an address of fsspec."""

    def __init__(self, address: str) -> None:
        fsspec = needed("fsspec")
        try:
            self._files, self._folder = fsspec.core.url_to_fs(address)
            self._files.makedirs(self._folder, exist_ok=True)
        except (OSError, ValueError, ImportError) as error:
            raise PartsError(
                _("Cannot write to {address}: {error}.").format(address=address, error=error)
            ) from None

    def is_empty(self) -> bool:
        return not self._files.ls(self._folder, detail=False)

    def read(self, name: str) -> bytes | None:
        try:
            data: bytes = self._files.cat_file(f"{self._folder}/{name}")
        except FileNotFoundError:
            return None
        return data

    def write(self, name: str, data: bytes) -> None:
        self._files.pipe_file(f"{self._folder}/{name}", data)

    def place(self, made: Path, name: str) -> None:
        self._files.makedirs(f"{self._folder}/{name}", exist_ok=True)
        ordered = sorted(made.iterdir(), key=lambda path: (path.name == _PART, path.name))
        for path in ordered:
            self.write(f"{name}/{path.name}", path.read_bytes())
