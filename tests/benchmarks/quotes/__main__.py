"""`python -m tests.benchmarks.quotes --corpus FILE`: score the German quote finder on annotated articles.

FILE holds one document a line (see `corpus.py`), plain or gzipped; the corpus of Petersen-Frey and Biemann (2024) in
this form was used for the figures in `core/quotes/README.md`. Printed are the published measures, precision by
rule and by band of confidence, what each family of rules gives, and the errors by kind.

Reading the articles takes some minutes; with `--parsed FILE` what the pipeline reads is kept there, and later runs take
seconds. `--write-confidence` sets the table of confidences by what is found here: for the training part only.
"""

import argparse
import sys
from pathlib import Path

from core.lexicon.lexicon import load_lexicon
from core.parsed_text.from_doc import parsed_text
from core.quotes.finder import find_quotes
from core.quotes.rules import CONFIDENCE
from tests.benchmarks.quotes.corpus import TYPES, joined, parsed, read_corpus
from tests.benchmarks.quotes.metric import ROLES, Figures, Pair, count
from tests.benchmarks.quotes.tables import (
    Predicted,
    ablation,
    by_band,
    by_rule,
    errors,
    everything,
    pairs_of,
)

_HEAD = """\
# How often each rule of the quote finder was right: findings that share half or more of their words with an annotated
# quotation. Source: `python -m tests.benchmarks.quotes --write-confidence`, measured on the training part of the
# German quotation corpus of Petersen-Frey and Biemann (2024), of which nothing else is in this file.
# Columns, separated by tabs: rule · right · findings
"""


def main() -> int:
    """Predict, score, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--corpus", type=Path, required=True, help="annotated documents, one a line")
    options.add_argument("--parsed", type=Path, help="file to keep the pipeline's reading in")
    options.add_argument("--write-confidence", action="store_true", help="set the table of confidences")
    options.add_argument("--brief", action="store_true", help="print the measures only")
    chosen = options.parse_args()
    lexicon = load_lexicon("de")
    documents = read_corpus(chosen.corpus)
    predicted = [
        (
            document,
            [document.row(each) for each in joined(document.text, find_quotes(parsed_text(doc, lexicon)))],
        )
        for document, doc in zip(documents, parsed(documents, chosen.parsed), strict=True)
    ]
    pairs = pairs_of(predicted)
    figures = count(pairs)
    print_measures(figures)
    if not chosen.brief:
        print_confidence(pairs)
        print_ablation(predicted, figures)
        print_errors(predicted)
    if chosen.write_confidence:
        write_confidence(pairs)
    return 0


def print_measures(figures: Figures) -> None:
    """The published measures, and what was found with which speaker."""
    print(f"{'macro':22}{'P':>8}{'R':>8}{'F1':>8}")
    named = (
        ("quote", ("quote",)),
        ("roles", ROLES),
        ("joint", ("quote", *ROLES)),
        *((r, (r,)) for r in ROLES),
    )
    for name, parts in named:
        print(f"{name:22}" + "".join(f"{value:8.3f}" for value in figures.macro(*parts)))
    print(
        f"\n{'found':22}{'recall':>8}   speaker right (precision of all that was found {figures.found_precision:.3f})"
    )
    for name in ("all", *TYPES.values()):
        hits, total = figures.found.get(name, (0, 0))
        right, spoken = figures.speakers.get(name, (0, 0))
        if total:
            print(f"{name:22}{hits / total:8.3f}   {right}/{spoken} = {right / max(spoken, 1):.3f}")


def print_confidence(pairs: list[Pair]) -> None:
    """Precision by rule, and the confidence against the precision it stands for."""
    print(f"\n{'rule':34}{'findings':>9}{'right':>8}")
    for rule, (hits, total) in sorted(by_rule(pairs).items(), key=lambda item: -item[1][1]):
        print(f"{rule:34}{total:9}{hits / total:8.2f}")
    print(f"\n{'confidence':14}{'findings':>9}{'mean':>8}{'right':>8}")
    for low, high, total, mean, right in by_band(pairs):
        print(f"{f'{low:.2f} to {high:.2f}':14}{total:9}{mean:8.2f}{right:8.2f}")


def print_ablation(predicted: Predicted, figures: Figures) -> None:
    """What macro F1 loses, in points, without the findings of each family."""
    print(f"\n{'without':22}{'findings':>9}{'quote':>8}{'roles':>8}{'joint':>8}")
    whole = everything(figures)
    for family, left_out, without in ablation(predicted):
        losses = (100 * (mine - theirs) for mine, theirs in zip(everything(without), whole, strict=True))
        print(f"{family:22}{left_out:9}" + "".join(f"{loss:+8.1f}" for loss in losses))


def print_errors(predicted: Predicted) -> None:
    """Errors by kind, the frequent ones first."""
    for name, kinds in errors(predicted).items():
        print(f"\n{name} ({sum(kinds.values())})")
        for kind, number in kinds.most_common():
            print(f"{number:5}  {kind}")


def write_confidence(pairs: list[Pair]) -> None:
    """Set the table that `core.quotes.rules` reads."""
    rows = (f"{rule}\t{hits}\t{total}\n" for rule, (hits, total) in by_rule(pairs).items())
    CONFIDENCE.write_text(_HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
