"""The work of `lesart analyze`: one article, or archives with workers, progress, and going on after a stop."""

import sys
from argparse import Namespace
from contextlib import closing

from core.analysis.serialise import to_dict
from core.analyzer.analyze import analyze
from core.analyzer.version import pipeline_version
from core.articles.errors import SourceError
from core.articles.sources import read_articles
from core.corpus.analysing import analyse
from core.corpus.cluster import PATIENCE, Cluster, ClusterError
from core.corpus.dispatch import Engine
from core.corpus.extras import NeedsExtraError
from core.corpus.inputs import documents, how_many
from core.corpus.local import InProcess, Processes
from core.corpus.parts import Parts, PartsError, Run
from core.corpus.run import Sum, into_parts, stream
from tui.cli.output import FAILED, complain, inform, print_json, print_json_line
from tui.cli.progress import Bar


def analyze_one(source: str) -> int:
    """Write one analysis as an object that can be read; the exit status."""
    try:
        articles = read_articles(source)
        if len(articles) > 1:
            several = f"{source} holds {len(articles)} articles"
            return complain(f"{several}: use --format jsonl, or name one, as {articles[0].source}.")
        inform(articles[0].notice)
        data = to_dict(articles[0], analyze(articles[0]))
    except SourceError as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"Cannot analyse {source}: {error}.")
    print_json(data)
    return 0


def analyze_archive(chosen: Namespace) -> int:
    """Run what the options of `lesart analyze` ask for; the exit status."""
    try:
        with closing(_engine(chosen)) as engine:
            return _into_parts(chosen, engine) if chosen.out else _to_output(chosen, engine)
    except (NeedsExtraError, PartsError, ClusterError) as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"Cannot analyse: {error}.")


def _engine(chosen: Namespace) -> Engine:
    if chosen.cluster:
        return Cluster(chosen.cluster, analyse, PATIENCE)
    return Processes(chosen.jobs, analyse) if chosen.jobs > 1 else InProcess(analyse)


def _to_output(chosen: Namespace, engine: Engine) -> int:
    status = 0
    with Bar("Analysing", lambda: how_many(chosen.sources), shown=not sys.stdout.isatty()) as bar:
        for outcome in stream(documents(chosen.sources, chosen.text_field), engine):
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
    coming = documents(chosen.sources, chosen.text_field)
    try:
        with Bar("Analysing", lambda: how_many(chosen.sources)) as bar:
            result = into_parts(coming, engine, parts, chosen.part_size, lambda done, _: bar.advance(done))
    except KeyboardInterrupt:
        print("Stopped; the same command goes on after the last whole part.", file=sys.stderr)
        raise
    print(_summary(result, chosen.out), file=sys.stderr)
    return FAILED if result.failed else 0


def _summary(result: Sum, folder: str) -> str:
    kept = f", {result.kept} of them already before" if result.kept else ""
    failed = f"; {result.failed} failed: see {folder}/errors.jsonl" if result.failed else ""
    return f"{result.documents} documents in {folder}{kept}{failed}."


def _sentence(source: str, error: str) -> str:
    return error if source in error else f"{source}: {error}"
