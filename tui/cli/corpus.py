"""`lesart corpus`: tables about an archive that `lesart analyze` has written."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from core.corpus.extras import NeedsExtraError
from core.corpus.questions.answer import Answer, Narrowed
from core.corpus.questions.archive import Archive, ArchiveError, opened, opened_library, save
from core.corpus.questions.cell import cell
from core.corpus.questions.page import page
from core.corpus.questions.repeated import repeated
from core.corpus.questions.tables import about, months, outlets, people, statements
from core.exchange.csv_tables import table_bytes
from core.library import LibraryError
from core.system_errors import cause
from core.translation import N_, _
from tui.cli.days import day
from tui.cli.numbers import at_least_one
from tui.cli.output import complain, inform, parser
from tui.cli.own_library import own_library
from tui.cli.table import print_table

EPILOG = N_(
    """\
  people       who is quoted: statements, words, share of direct speech, articles, first and last day, roles
  outlets      articles, statements and speakers of each outlet
  months       the same by month
  about        who speaks about whom
  statements   all that --name said, by day
  repeated     statements that several articles have, with all their sources
  page         all of it with plots, as one HTML page (--out FILE)

FOLDER is what lesart analyze … --out FOLDER has written; a file of JSON lines will do. --library asks what
you have read, with your corrections. Outlet and day come from the
page of an article, or from the fields site, outlet or publisher, and published, date or day of an archive."""
)
QUESTIONS: dict[str, Callable[[Archive, argparse.Namespace], Answer]] = {
    "people": lambda archive, chosen: people(archive, chosen.by, chosen.most),
    "outlets": lambda archive, _chosen: outlets(archive),
    "months": lambda archive, _chosen: months(archive),
    "about": lambda archive, chosen: about(archive, chosen.most),
    "statements": lambda archive, chosen: statements(archive, chosen.name),
    "repeated": lambda archive, _chosen: repeated(archive),
}
SCREENFUL = 40
"""Rows that are shown at a terminal where nobody says how many."""


def corpus(words: Sequence[str]) -> int:
    """Answer one question; the exit status."""
    options = _options()
    chosen = options.parse_args(words)
    if bool(chosen.folder) == chosen.library:
        options.error(_("give either FOLDER or --library"))
    if chosen.question == "statements" and not chosen.name:
        options.error(_("statements needs --name"))
    if chosen.question == "page" and not chosen.out:
        options.error(_("page needs --out FILE"))
    if chosen.format == "parquet" and not chosen.out:
        options.error(_("--format parquet needs --out FILE"))
    at_terminal = not chosen.out and chosen.format == "table" and sys.stdout.isatty()
    if chosen.most is None:
        chosen.most = SCREENFUL if at_terminal else 0
    narrowed = Narrowed(chosen.since, chosen.until, chosen.outlet, chosen.topic, chosen.kind)
    try:
        with _opened(chosen, narrowed) as archive:
            if chosen.question == "page":
                title = Path(chosen.folder).name if chosen.folder else "Library"
                Path(chosen.out).write_text(page(archive, title, narrowed), encoding="utf-8")
            else:
                _write(QUESTIONS[chosen.question](archive, chosen), chosen)
    except (ArchiveError, LibraryError, NeedsExtraError) as error:
        return complain(str(error))
    except OSError as error:
        return complain(_("Cannot write {out}: {reason}.").format(out=chosen.out, reason=cause(error)))
    return 0


def _opened(chosen: argparse.Namespace, narrowed: Narrowed) -> AbstractContextManager[Archive]:
    if not chosen.library:
        return opened(chosen.folder, narrowed)
    return opened_library(own_library(), narrowed)


def _options() -> argparse.ArgumentParser:
    options = parser("lesart corpus", _("Tables about an analysed archive."), _(EPILOG))
    options.add_argument(
        "question", choices=(*QUESTIONS, "page"), metavar=_("QUESTION"), help=_("one of those below")
    )
    options.add_argument(
        "folder", nargs="?", metavar=_("FOLDER"), help=_("what lesart analyze --out has written")
    )
    options.add_argument(
        "--library", action="store_true", help=_("ask your own library instead, with corrections made")
    )
    options.add_argument(
        "--since",
        default="",
        type=day,
        metavar=_("DAY"),
        help=_("from this day on: 2026, 2026-03 or 2026-03-01"),
    )
    options.add_argument(
        "--until",
        default="",
        type=day,
        metavar=_("DAY"),
        help=_("to this day, month or year, all of it included"),
    )
    options.add_argument(
        "--outlet", default="", metavar=_("WORDS"), help=_("only outlets with these words in their name")
    )
    options.add_argument(
        "--topic", default="", metavar=_("WORD"), help=_("only articles with a word that begins so")
    )
    options.add_argument(
        "--kind", default="", choices=("person", "organisation", "place"), help=_("only such speakers")
    )
    options.add_argument("--name", default="", metavar=_("NAME"), help=_("whose statements: the full name"))
    options.add_argument(
        "--by", default="", choices=("outlet", "month"), help=_("people for each outlet or month")
    )
    options.add_argument(
        "--most", type=at_least_one, default=None, metavar=_("N"), help=_("rows, for people and about")
    )
    options.add_argument(
        "--format", default="table", choices=("table", "csv", "json", "parquet"), help=_("default: table")
    )
    options.add_argument(
        "-o", "--out", "--output", default="", metavar=_("FILE"), help=_("write into this file")
    )
    return options


def _write(answer: Answer, chosen: argparse.Namespace) -> None:
    if chosen.format == "parquet":
        save(answer, Path(chosen.out))
    elif chosen.format == "table" and not chosen.out:
        shown = _for_the_eye(answer)
        if not shown.rows:
            inform(_nothing(chosen))
            return
        print_table(shown.columns, [[cell(value) for value in row] for row in shown.rows])
    else:
        rows = [[cell(value) for value in row] for row in answer.rows]
        written = _json(answer) if chosen.format == "json" else table_bytes(answer.columns, rows)
        if chosen.out:
            Path(chosen.out).write_bytes(written)
        else:
            sys.stdout.buffer.write(written)


def _nothing(chosen: argparse.Namespace) -> str:
    """What is said instead of a table without rows."""
    if chosen.name:
        return _(
            "Nobody called “{name}” says anything there; give the full name, as people lists it."
        ).format(name=chosen.name)
    if any((chosen.since, chosen.until, chosen.outlet, chosen.topic, chosen.kind)):
        return _("Nothing is left with these days, outlets, topics and kinds.")
    return _("There is nothing to answer that with.")


def _for_the_eye(answer: Answer) -> Answer:
    """What a terminal has room for: a doubtful name with "?", and without what only a program wants."""
    columns = [name for name in answer.columns if name not in ("doubt", "affiliations", "first")]
    rows = []
    for values in answer.rows:
        row = dict(zip(answer.columns, values, strict=True))
        if row.get("doubt"):
            name = "name" if "name" in row else "about"
            row[name] = f"{row[name]} ?"
        rows.append(tuple(row[name] for name in columns))
    return Answer(tuple(columns), tuple(rows))


def _json(answer: Answer) -> bytes:
    rows = (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode("utf-8", "replace")
