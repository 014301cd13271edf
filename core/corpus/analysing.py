"""One document to one line of JSON: what every worker does, on this machine or another."""

import gc
import os
from collections.abc import Sequence
from functools import cache
from threading import Lock

from core.analysis.serialise import to_dict
from core.analyzer.analyze import analyze, load
from core.articles.errors import SourceError
from core.corpus.document import Document, Outcome, line_of
from core.corpus.reading import articles_of
from core.language.encoder.threads import THREADS
from core.translation import _

LONGEST = 2_000_000
"""Characters; a longer text would take hours and gigabytes, and is set aside."""
_ONE_AT_A_TIME = Lock()
"""The pipeline is one per process; a worker with several threads takes turns."""


def analyse(documents: Sequence[Document]) -> list[Outcome]:
    """What becomes of each document. Never raises for a document that is bad: its outcome says what is wrong."""
    with _ONE_AT_A_TIME:
        return [_outcome(document) for document in documents]


def analyse_on_one_thread(documents: Sequence[Document]) -> list[Outcome]:
    """As `analyse`, in a worker that has one processor of many."""
    os.environ.setdefault(THREADS, "1")
    outcomes = analyse(documents)
    _keep_what_is_loaded()
    return outcomes


@cache
def _keep_what_is_loaded() -> None:
    """Leave out what the first batch has loaded, hundreds of thousands of objects, when garbage is looked for."""
    gc.collect()
    gc.freeze()


def warm_up() -> None:
    """Load the German pipeline, so that worker processes forked from this one share its memory."""
    load("de")


def _outcome(document: Document) -> Outcome:
    if document.unreadable:
        return Outcome(document.source, error=document.unreadable)
    try:
        articles, notice = articles_of(document)
    except (SourceError, OSError) as error:
        return Outcome(document.source, error=str(error))
    if any(len(article.text) > LONGEST for article in articles):
        return Outcome(
            document.source, error=_("It has more than {longest:,} characters.").format(longest=LONGEST)
        )
    try:
        found = (line_of(to_dict(article, analyze(article)), document.metadata) for article in articles)
        return Outcome(document.source, tuple(found), notice=notice)
    except OSError:
        raise  # The model is missing or damaged: no document will fare better.
    except Exception as error:
        return Outcome(
            document.source,
            error=_("The analysis failed: {kind}: {error}.").format(kind=type(error).__name__, error=error),
        )
