"""`python -m tests.benchmarks.figures`: P, R and F1 of dates and quantities in sentences of our own.

Rules may be tuned on the half "tuning"; the half "measuring" tells what they are worth. Exact spans, found on the text
alone, without a model. What counts is described in `tests/data/figures/README.md`; the exit status is 1 when the F1 of
either label on the measuring half is below the bar.
"""

import argparse
import sys
from functools import cache
from pathlib import Path

from core.language.figures.quantities import find_figures
from core.training.scoring import Score, Span, score_spans
from tests.core.language.bracketed import unbracket

BAR = 0.90
HALVES = ("tuning", "measuring")
LABELS = ("DATE", "QUANTITY")
FOLDER = Path(__file__).parents[1] / "data" / "figures"


@cache
def sentences(half: str) -> tuple[tuple[str, frozenset[Span]], ...]:
    """The sentences of a half without their brackets, and the figures in them."""
    lines = (FOLDER / f"de_{half}.txt").read_text(encoding="utf-8").splitlines()
    read = (unbracket(line) for line in lines if line)
    return tuple((text, frozenset(spans)) for text, spans in read)


def found(text: str) -> set[Span]:
    """The figures that the rules find."""
    dates, quantities = find_figures(text)
    return {(*span, "DATE") for span in dates} | {(*span, "QUANTITY") for span in quantities}


def measure(half: str) -> dict[str, Score]:
    """Score a half by label."""
    return score_spans((set(gold), found(text)) for text, gold in sentences(half))


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--errors", nargs="?", const="tuning", choices=HALVES, help="list each error of a half"
    )
    chosen = options.parse_args()
    print(f"{'half':12}{'':10}{'P':>8}{'R':>8}{'F1':>8}{'spans':>8}")
    for half in HALVES:
        scores = measure(half)
        for label in LABELS:
            one = scores.get(label, Score(0, 0, 0))
            measures = "".join(f"{100 * value:8.2f}" for value in (one.precision, one.recall, one.f1))
            print(f"{half:12}{label:10}{measures}{one.true:8}")
        if chosen.errors == half:
            for text, gold in sentences(half):
                for sign, spans in (("missed", gold - found(text)), ("invented", found(text) - gold)):
                    for start, end, label in sorted(spans):
                        print(f"  {sign:9}{label:9}{text[start:end]!r} in {text}")
    return 0 if all(scores[label].f1 >= BAR for label in LABELS) else 1


if __name__ == "__main__":
    sys.exit(main())
