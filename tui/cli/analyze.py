"""`lesart analyze`: who acts and who said what, as JSON on standard output."""

import json
import sys
from collections.abc import Sequence

from core.analysis.serialise import to_dict
from core.articles.errors import SourceError
from core.articles.sources import read_articles
from tui.cli.output import SOURCES, complain, inform, parser
from tui.cli.progress import with_progress

EPILOG = """\
One object per article: text, blocks, mentions, actors and quotes. Offsets are Unicode code points into `text`,
the end exclusive. A book or a mailbox is one article per chapter or mail; book.epub#3 is the third. A source that
cannot be read is named on standard error, the others are analysed, and the exit status is 1."""


def analyze(words: Sequence[str]) -> int:
    """Write the analysis of each source; sources that cannot be read are skipped."""
    options = parser("lesart analyze", "Write the analysis of articles as JSON.", EPILOG)
    options.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help=SOURCES,
    )
    options.add_argument(
        "--format",
        choices=("json", "jsonl"),
        default="json",
        help="json for one source (default), jsonl for one line each",
    )
    chosen = options.parse_args(words)
    if chosen.format == "json" and len(chosen.sources) > 1:
        options.error("several sources need --format jsonl")
    indent = 2 if chosen.format == "json" else None
    from core.analyzer.analyze import analyze as analyzed

    status = 0
    sources = chosen.sources if sys.stdout.isatty() else with_progress(chosen.sources, "Analysing")
    for source in sources:
        try:
            articles = read_articles(source)
        except SourceError as error:
            status = complain(str(error))
            continue
        if len(articles) > 1 and chosen.format == "json":
            status = complain(
                f"{source} holds {len(articles)} articles: use --format jsonl, or name one, as {articles[0].source}."
            )
            continue
        for article in articles:
            inform(article.notice)
            try:
                analysis = analyzed(article)
            except OSError as error:
                status = complain(f"Cannot analyse {article.source}: {error}.")
                continue
            json.dump(to_dict(article, analysis), sys.stdout, ensure_ascii=False, indent=indent)
            sys.stdout.write("\n")
            sys.stdout.flush()
    return status
