"""`lesart analyze`: who acts and who said what, as JSON on standard output, or as parts in a folder."""

import argparse
import gc
from collections.abc import Sequence
from importlib import import_module
from typing import cast

from core.corpus.inputs import is_collection
from core.translation import N_, _
from tui.cli.output import SOURCES, parser

EPILOG = N_(
    """\
One object per article: text, blocks, mentions, actors and quotes. Offsets are Unicode code points into `text`,
the end exclusive. A book or a mailbox is one article per chapter or mail; book.epub#3 is the third. A source that
cannot be read is named on standard error, the others are analysed, and the exit status is 1.

Sources may be whole archives: folders, patterns ("2026/*.html"), JSON lines (.jsonl, .jsonl.gz) and Parquet files,
whose text is in the field named by --text-field; other fields come back as "metadata". With --out FOLDER the result
is written in parts that are whole or absent; the same command again goes on where it was stopped. The result does
not depend on --jobs. The entries of a feed are analysed without following it; --library takes all articles of your
library. --cluster sends the work to a running Dask cluster: see core/corpus/CLUSTER.md."""
)
PART_SIZE = 500
_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000


def analyze(words: Sequence[str]) -> int:
    """Write the analysis of each source; sources that cannot be read are named and skipped."""
    options = _options()
    chosen = options.parse_args(words)
    if bool(chosen.sources) == chosen.library:
        options.error(_("give either sources or --library"))
    archive = chosen.library or len(chosen.sources) > 1 or is_collection(chosen.sources[0])
    if chosen.format is None:
        chosen.format = "jsonl" if chosen.out or (archive and len(chosen.sources) <= 1) else "json"
    if chosen.format == "json" and archive:
        options.error(_("several sources need --format jsonl"))
    if chosen.format == "json" and chosen.out:
        options.error(_("--out needs --format jsonl or parquet"))
    if chosen.format == "parquet" and not chosen.out:
        options.error(_("--format parquet needs --out FOLDER"))
    if chosen.format == "json":
        # One short article makes next to no garbage: looking for it among all that is imported and loaded, as often as
        # Python does by default, takes about a tenth of the time.
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # The help does without spaCy, and one article without workers and feeds.
    work = import_module("tui.cli.one_article" if chosen.format == "json" else "tui.cli.archive")
    return cast(int, work.run(chosen))


def _options() -> argparse.ArgumentParser:
    options = parser("lesart analyze", _("Write the analysis of articles as JSON or Parquet."), _(EPILOG))
    options.add_argument(
        "sources",
        nargs="*",
        metavar=_("SOURCE"),
        help=_("{sources}, or an archive").format(sources=_(SOURCES)),
    )
    options.add_argument(
        "--format",
        choices=("json", "jsonl", "parquet"),
        help=_("json for one source (default), jsonl for one line each, parquet for tables in a folder"),
    )
    options.add_argument(
        "-o",
        "--out",
        "--output",
        metavar=_("FOLDER"),
        help=_("write into parts in this folder instead of standard output"),
    )
    options.add_argument(
        "--jobs",
        type=_number,
        metavar=_("N"),
        help=_("processors to use, one process each (default: all, once an archive is worth it)"),
    )
    options.add_argument("--library", action="store_true", help=_("analyse all articles of your library"))
    options.add_argument(
        "--cluster", metavar=_("ADDRESS"), help=_("a Dask scheduler to do the work, tcp://HOST:8786")
    )
    options.add_argument(
        "--text-field",
        default="text",
        metavar=_("NAME"),
        help=_("field or column that has the text (default: text)"),
    )
    options.add_argument(
        "--part-size",
        type=_number,
        default=PART_SIZE,
        metavar=_("N"),
        help=_("documents in a part of --out (default: {part_size})").format(part_size=PART_SIZE),
    )
    return options


def _number(typed: str) -> int:
    if not (typed.isdecimal() and int(typed)):
        raise argparse.ArgumentTypeError(_("a number from 1 on"))
    return int(typed)
