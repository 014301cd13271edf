"""`make bench`: one table of what Lesart costs and gives, beside programs that do less; `make bench-check` compares.

Every figure is a ratio of two things that were measured in turn in the same run, so that it holds on any machine:
start-up beside an empty Textual app and `less`, analysis beside a bare spaCy pipeline, a key in the reader beside a
bare ScrollView, saving a note beside a plain TinyDB file. Quality is the share of statements in the annotated articles
that are counted only, which are found and given to the right speaker.

The figures are written as JSON. With `--check` they are compared with those in `table.json` beside this file instead,
and the exit status is 1 when one is worse by more than its tolerance.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from core.annotations.serialise import annotation_to_dict
from core.library import Library
from core.locations import ASSETS
from tests.benchmarks.first_paint import EMPTY
from tests.benchmarks.library import annotation_on, article_number
from tests.benchmarks.painting import both
from tests.benchmarks.statements.__main__ import half, read
from tests.benchmarks.statements.gold import FOLDER, articles
from tests.benchmarks.terminal import seconds_until

KEPT = Path(__file__).with_suffix(".json")
SAMPLE = ASSETS / "samples" / "hafenkoenigin.txt"
MARKER = "Machtkampf"
NOTES = 200
"""Notes that an article has already when one more is saved."""
COUNTED = 12
"""Annotated articles that are read for the quality."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    measure: Callable[[int], float]
    """The figure, from so many runs."""
    beside: str
    tolerance: float
    """The part by which the figure may be worse than the one kept: of ratios of times more than of shares."""
    more_is_better: bool = False

    def is_worse(self, now: float, kept: float) -> bool:
        """Whether a figure is worse than the one kept by more than the tolerance."""
        return now < kept * (1 - self.tolerance) if self.more_is_better else now > kept * (1 + self.tolerance)


def _ratio(one: Callable[[], float], other: Callable[[], float], runs: int) -> float:
    """The ratio of the medians of two figures taken in turn; the first of each warms up."""
    pairs = [(one(), other()) for _ in range(runs + 1)][1:]
    return median(a for a, _ in pairs) / median(b for _, b in pairs)


def _start(beside: list[str], runs: int) -> float:
    lesart = str(Path(sys.executable).with_name("lesart"))
    with tempfile.TemporaryDirectory() as home:
        environment = {"LESART_HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
        return _ratio(
            lambda: seconds_until([lesart, str(SAMPLE)], MARKER, environment),
            lambda: seconds_until(beside, MARKER, environment),
            runs,
        )


def start_textual(runs: int) -> float:
    """The first paint of an article beside that of an empty Textual app."""
    return _start([sys.executable, "-c", EMPTY], runs)


def start_less(runs: int) -> float:
    """The same beside `less`."""
    return _start([shutil.which("less") or "less", str(SAMPLE)], runs)


def analysis(runs: int) -> float:
    """Everything that is made of an article beside what spaCy alone does with its text.

    That is its tokenizer, sentencizer, tagger, parser and names, small and untrained: trained ones cost as much.
    """
    import spacy

    from core.analyzer.analyze import analyze, load
    from core.articles.sources import read_article

    article = read_article(str(SAMPLE))
    load(article.language)
    bare = spacy.blank("de")
    for name in ("sentencizer", "tagger", "parser", "ner"):
        component = bare.add_pipe(name)
        if hasattr(component, "add_label"):
            component.add_label("nsubj" if name == "parser" else "PER")
    bare.initialize()

    def timed(work: Callable[[], object]) -> Callable[[], float]:
        def once() -> float:
            started = time.perf_counter()
            work()
            return time.perf_counter() - started

        return once

    return _ratio(timed(lambda: analyze(article)), timed(lambda: bare(article.text)), runs)


def reader(runs: int) -> float:
    """A key that steps, from press to paint, beside a bare ScrollView that scrolls."""
    with both(700) as (bare, lesart):
        return _ratio(lambda: lesart.press("n")[0], lambda: bare.press("n")[0], 8 * runs)


def saving(runs: int) -> float:
    """Saving one more note beside inserting it into a plain TinyDB file, which is not durable and has no copy."""
    from tinydb import TinyDB

    chance = random.Random(1)
    article = article_number(1, chance)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library", Path(folder) / "cache")
        library.open_article(article)
        notes = [annotation_on(article, chance) for _ in range(NOTES)]
        library.save_all(article, notes)
        with TinyDB(Path(folder) / "plain.json", indent=1, ensure_ascii=False, encoding="utf-8") as plain:
            plain.insert_multiple(map(annotation_to_dict, notes))

            def ours() -> float:
                note = annotation_on(article, chance)
                started = time.perf_counter()
                library.save(article, note)
                return time.perf_counter() - started

            def theirs() -> float:
                document = annotation_to_dict(annotation_on(article, chance))
                started = time.perf_counter()
                plain.insert(document)
                return time.perf_counter() - started

            return _ratio(ours, theirs, 4 * runs)


def quality(_runs: int) -> float:
    """The share of annotated statements that are found and given to the right speaker."""
    found = [read(gold) for gold in [each for each in articles(FOLDER) if half(each) == "counted"][:COUNTED]]
    right = sum(each.scored.is_right_speaker(match) for each in found for match in each.scored.matched)
    return right / sum(len(each.scored.matched) + len(each.scored.missed) for each in found)


ROWS = {
    "start-up, beside an empty Textual app": Row(start_textual, "Textual", 0.4),
    "start-up, beside less": Row(start_less, "less", 0.6),
    "analysis of an article": Row(analysis, "spaCy", 0.35),
    "a step in the reader": Row(reader, "ScrollView", 1.0),
    "saving a note": Row(saving, "TinyDB", 1.0),
    "statements right, of all annotated": Row(quality, "people", 0.02, more_is_better=True),
}


def main() -> int:
    """Measure, print, keep or compare."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=7)
    options.add_argument(
        "--check", action="store_true", help="compare with the figures kept, and keep nothing"
    )
    options.add_argument("--only", help="rows with this in their names")
    chosen = options.parse_args()
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    figures: dict[str, float] = {}
    worse = False
    for name, row in ROWS.items():
        if chosen.only and chosen.only not in name:
            continue
        figures[name] = now = round(row.measure(chosen.runs), 3)
        was = kept.get(name)
        is_worse = was is not None and row.is_worse(now, was)
        worse |= is_worse
        unit = "share" if row.more_is_better else "times"
        print(
            f"{name:38} {now:8.3f} {unit} of {row.beside:10} kept {'-' if was is None else f'{was:.3f}':>8}"
            f"{'  WORSE' if is_worse else ''}",
            flush=True,
        )
    if chosen.check:
        return int(worse)
    KEPT.write_text(json.dumps({**kept, **figures}, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
