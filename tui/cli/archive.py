"""The work of `lesart analyze` on archives: workers, progress, and going on after a stop."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from core.analyzer.version import pipeline_version
from core.corpus.analysing import analyse, analyse_on_one_thread
from core.corpus.cluster import PATIENCE, Cluster, ClusterError
from core.corpus.dispatch import Engine
from core.corpus.document import Document
from core.corpus.extras import NeedsExtraError
from core.corpus.inputs import documents, how_many, is_more_than, library_documents
from core.corpus.local import InProcess, Processes, processors, use_one_thread
from core.corpus.parts import Parts, PartsError, Run
from core.corpus.run import Sum, into_parts, stream
from core.library import LibraryError
from core.library.known_sources import known
from core.system_errors import cause
from core.translation import _, ngettext, number_words
from tui.cli.output import FAILED, complain, inform, print_json_line
from tui.cli.own_library import own_library
from tui.cli.progress import Bar

_LITTLE = 20
"""Documents that one process has analysed before several have started."""


def run(chosen: Namespace) -> int:
    """Run what the options of `lesart analyze` ask for; the exit status."""
    try:
        with closing(_engine(chosen)) as engine:
            return _into_parts(chosen, engine) if chosen.out else _to_output(chosen, engine)
    except (NeedsExtraError, PartsError, ClusterError, LibraryError) as error:
        return complain(str(error))
    except OSError as error:
        return complain(_("Cannot analyse: {error}.").format(error=cause(error)))


def _engine(chosen: Namespace) -> Engine:
    """One process that may use all processors if there is little to do; else one for each processor."""
    if chosen.cluster:
        return Cluster(chosen.cluster, analyse_on_one_thread, PATIENCE)
    if chosen.jobs == 1:
        use_one_thread()
    jobs = chosen.jobs or (processors() if _is_much(chosen) else 1)
    return Processes(jobs, analyse) if jobs > 1 else InProcess(analyse)


def _is_much(chosen: Namespace) -> bool:
    if chosen.library:
        return len(own_library().article_numbers()) > _LITTLE
    return is_more_than(chosen.sources, _LITTLE)


def _how_many(chosen: Namespace) -> int | None:
    return len(own_library().article_numbers()) if chosen.library else how_many(chosen.sources)


def _documents(chosen: Namespace) -> Iterator[Document]:
    library = own_library()
    if chosen.library:
        yield from library_documents(library)
        return
    for document in documents(chosen.sources, chosen.text_field):
        yield replace(document, known=kept) if (kept := known(library, document.source)) else document


def _to_output(chosen: Namespace, engine: Engine) -> int:
    status = 0
    with Bar(_("Analysing"), lambda: _how_many(chosen), shown=not sys.stdout.isatty()) as bar:
        for outcome in stream(_documents(chosen), engine):
            inform(outcome.notice)
            if outcome.error:
                status = complain(_sentence(outcome.source, outcome.error))
            for line in outcome.analyses:
                print_json_line(line)
            sys.stdout.flush()
            bar.advance(1)
    return status


def _into_parts(chosen: Namespace, engine: Engine) -> int:
    run = Run(chosen.format, chosen.part_size, chosen.text_field, pipeline_version("de"))
    parts = Parts(chosen.out, run)
    coming = _documents(chosen)
    try:
        with Bar(_("Analysing"), lambda: _how_many(chosen)) as bar:
            result = into_parts(coming, engine, parts, chosen.part_size, lambda done, _all: bar.advance(done))
    except KeyboardInterrupt:
        print(_("Stopped; the same command goes on after the last whole part."), file=sys.stderr)
        raise
    print(_summary(result, chosen.out), file=sys.stderr)
    return FAILED if result.failed else 0


def _summary(result: Sum, folder: str) -> str:
    analysed = result.documents - result.failed
    sentence = ngettext("{number} document in {folder}", "{number} documents in {folder}", analysed).format(
        number=number_words(analysed), folder=folder
    )
    if result.kept:
        sentence += _(", {number} of them already before").format(number=number_words(result.kept))
    if result.failed:
        sentence += _("; {number} failed: see {folder}/errors.jsonl").format(
            number=number_words(result.failed), folder=folder
        )
    return f"{sentence}."


def _sentence(source: str, error: str) -> str:
    return error if source in error else f"{source}: {error}"
