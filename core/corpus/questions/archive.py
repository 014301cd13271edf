"""The tables of an analysed archive, as views of an in-memory database that is asked in SQL.

articles    as `core.corpus.rows` has them, narrowed; outlet and day are never null
actors      with `who`, the same for the same actor in all articles, and whether that is in `doubt`
spoken      every statement with a speaker, once, with who speaks, where and when
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import escape
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.analysis.serialise import to_dict
from core.corpus.document import Outcome
from core.corpus.extras import needed
from core.corpus.parts import ANALYSES, write_tables
from core.corpus.questions.answer import Answer, Narrowed
from core.corpus.rows import COLUMNS
from core.library import Library
from core.system_errors import cause, fault
from core.translation import _

KINDS = ("person", "organisation", "place")
"""Kinds of actors that can be the same in several articles."""
_AT_ONCE = 500
_MEMORY = "800MB"
_ROWS = 20_000

_VIEWS = """
CREATE MACRO plain(words) AS lower(strip_accents(words));
CREATE VIEW articles AS
  SELECT * REPLACE (coalesce(site, '') AS site, coalesce(published, '') AS published)
  FROM read_parquet($articles)
  WHERE ($since = '' OR published >= $since)
    AND ($until = '' OR substr(published, 1, length($until)) <= $until)
    AND ($outlet = '' OR contains(plain(site), plain($outlet)))
    AND ($topic = '' OR regexp_matches(plain(text), '\\b' || regexp_escape(plain($topic))));
CREATE VIEW actors AS
  SELECT *, coalesce(identity, kind || '?' || plain(name)) AS who, identity IS NULL AS doubt
  FROM read_parquet($actors) WHERE kind IN ('person', 'organisation', 'place') AND ($kind = '' OR kind = $kind);
CREATE VIEW spoken AS
  SELECT q.source, q.quote, q.type, q.start, q.text, q.words, q.speaker_confidence AS likely, q.about,
    a.who, a.doubt, a.name, a.kind, a.roles, a.affiliations, r.site AS outlet, r.published AS day
  FROM read_parquet($quotes) q JOIN actors a ON a.source = q.source AND a.actor = q.speaker
  JOIN articles r ON r.source = q.source
  WHERE NOT q.repeated;
"""


class ArchiveError(Exception):
    """There is no analysed archive. The message is one sentence for the reader."""


class Archive:
    """An archive that can be asked."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def ask(self, query: str, arguments: Sequence[Any] = ()) -> Answer:
        """The answer to a query in SQL over the views."""
        found = self._connection.execute(query, list(arguments))
        return Answer(tuple(column[0] for column in found.description), tuple(found.fetchall()))

    def batches(self, query: str) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a query in SQL over the views, some at a time."""
        found = self._connection.execute(query)
        while batch := found.fetchmany(_ROWS):
            yield batch


@contextmanager
def opened(path: str, narrowed: Narrowed) -> Iterator[Archive]:
    """The archive in a folder that `lesart analyze --out` has written, or in a file of its lines.

    Raises ArchiveError, and NeedsExtraError without DuckDB.
    """
    with TemporaryDirectory() as temporary:
        try:
            yield from _asked(_tables(Path(path), Path(temporary)), narrowed, temporary)
        except needed("duckdb").IOException as error:
            raise ArchiveError(
                _("Cannot read {path}: {reason}.").format(path=path, reason=str(error).splitlines()[0])
            ) from None


@contextmanager
def opened_library(library: Library, narrowed: Narrowed) -> Iterator[Archive]:
    """All that the library has analysed, corrected by its reader.

    Raises ArchiveError, LibraryError, and NeedsExtraError without DuckDB.
    """
    with TemporaryDirectory() as temporary:
        lines = (json.dumps(to_dict(*reading), ensure_ascii=False) for reading in library.readings())
        outcomes = (Outcome("", (line,)) for line in lines)
        if not _written(_batched(outcomes), Path(temporary)):
            raise ArchiveError(_("Nothing in the library is analysed yet: open articles, or add some."))
        yield from _asked(_patterns(Path(temporary)), narrowed, temporary)


def _asked(tables: dict[str, str], narrowed: Narrowed, temporary: str) -> Iterator[Archive]:
    settings = {"autoinstall_known_extensions": "false", "memory_limit": _MEMORY, "temp_directory": temporary}
    connection = needed("duckdb").connect(config=settings)
    try:
        for statement in filter(str.strip, _filled(tables, narrowed).split(";\n")):
            connection.execute(statement)
        yield Archive(connection)
    finally:
        connection.close()


def _filled(tables: dict[str, str], narrowed: Narrowed) -> str:
    """The views with their paths and words in place: views take no arguments."""
    values = {
        **tables,
        "since": narrowed.since,
        "until": narrowed.until,
        "outlet": narrowed.outlet,
        "topic": narrowed.topic,
        "kind": narrowed.kind,
    }
    filled = _VIEWS
    for name, value in values.items():
        quoted = value.replace("'", "''").replace(";\n", "; ")
        filled = filled.replace(f"${name}", f"'{quoted}'")
    return filled


def _tables(path: Path, temporary: Path) -> dict[str, str]:
    """A pattern of Parquet files for each table; lines are turned into such files first."""
    if path.is_dir() and any(path.glob("part-*/articles.parquet")):
        return _patterns(path)
    files = sorted(path.glob(f"part-*/{ANALYSES}")) if path.is_dir() else [path]
    if not files or not path.exists():
        raise ArchiveError(
            _("There is nothing analysed in {path}: make it with lesart analyze … --out {path}.").format(
                path=path
            )
        )
    if not _written(_batched(chain.from_iterable(map(_read, files))), temporary):
        raise ArchiveError(_("There is nothing analysed in {path}.").format(path=path))
    return _patterns(temporary)


def _patterns(folder: Path) -> dict[str, str]:
    return {table: f"{escape(str(folder))}/part-*/{table}.parquet" for table in COLUMNS}


def _written(pieces: Iterator[list[Outcome]], folder: Path) -> int:
    """Write tables of these analyses into a folder; how many pieces there were."""
    number = 0
    for number, outcomes in enumerate(pieces, 1):
        part = folder / f"part-{number:05}"
        part.mkdir()
        write_tables(outcomes, part)
    return number


def _batched(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    """Some outcomes at a time."""
    while piece := list(islice(outcomes, _AT_ONCE)):
        yield piece


def _read(path: Path) -> Iterator[Outcome]:
    """The lines of a file; lines that are no analyses are an error."""
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                data = json.loads(line)
                if not isinstance(data, dict) or "quotes" not in data:
                    raise ArchiveError(
                        _("Line {number} of {path} is not what lesart analyze writes.").format(
                            number=number, path=path
                        )
                    )
                yield Outcome(str(data["source"]), (line,))
    except OSError as error:
        raise ArchiveError(
            _("Cannot read {path}: {reason}.").format(path=path, reason=cause(error))
        ) from None
    except (ValueError, RecursionError) as error:
        raise ArchiveError(
            _("{path} is not what lesart analyze writes: {error}.").format(path=path, error=fault(error))
        ) from None


def save(answer: Answer, path: Path) -> None:
    """Write an answer as a Parquet file. Raises OSError, and NeedsExtraError without DuckDB."""
    duckdb = needed("duckdb")
    with TemporaryDirectory() as temporary:
        lines = Path(temporary) / "answer.jsonl"
        with lines.open("w", encoding="utf-8", errors="replace") as file:
            for row in answer.rows:
                file.write(f"{json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False)}\n")
        made = Path(temporary) / "answer.parquet"
        source = duckdb.connect(config={"autoinstall_known_extensions": "false"})
        if answer.rows:
            source.read_json(str(lines), format="newline_delimited").write_parquet(str(made))
        else:
            empty = ", ".join(f'NULL::VARCHAR AS "{name}"' for name in answer.columns)
            source.sql(f"SELECT {empty} WHERE false").write_parquet(str(made))
        path.write_bytes(made.read_bytes())
