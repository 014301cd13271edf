"""How well the actors of an article are told apart, on the articles in tests/data/actors.

python -m tests.benchmarks.actors [--half tuning|measuring] [--wrong]
"""

import argparse
import sys

from core.analysis.analyze import analyze
from core.articles.sources import plain_article
from tests.core.analysis.actors.gold import HALVES, load
from tests.core.analysis.actors.scoring import Scores, score

BARS = {
    "B³ F1": 0.88,
    "MUC F1": 0.85,
    "epithets recall": 0.60,
    "epithets precision": 0.85,
    "ages": 1.0,
    "roles F1": 0.85,
    "pronoun speakers": 0.75,
}
"""What the measuring half has to reach."""


def figures(scores: Scores) -> dict[str, float]:
    """The figures that have a bar, by name."""
    return {
        "B³ F1": scores.b_cubed.f1,
        "MUC F1": scores.muc.f1,
        "epithets recall": scores.epithets.recall,
        "epithets precision": scores.epithets.precision,
        "ages": scores.ages.f1,
        "roles F1": scores.roles.f1,
        "pronoun speakers": scores.pronouns.recall,
    }


def main() -> int:
    """Print the figures; status 1 where the measuring half misses a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong in the tuning half")
    options = parser.parse_args()
    missed = 0
    for half in [options.half] if options.half else HALVES:
        scores = score(
            (article, analyze(plain_article(article.text, article.name))) for article in load(half)
        )
        print(f"{half}")
        for name, ratio in (("mentions", scores.mentions), ("B³", scores.b_cubed), ("MUC", scores.muc)):
            print(f"  {name:20} P {ratio.precision:.3f}  R {ratio.recall:.3f}  F1 {ratio.f1:.3f}")
        for name, value in figures(scores).items():
            below = value < BARS[name]
            missed += below and half == "measuring"
            print(f"  {name:20} {value:.3f}   bar {BARS[name]:.2f}{'  missed' if below else ''}")
        print(f"  {'actors':20} P {scores.actors.precision:.3f}  R {scores.actors.recall:.3f}")
        print(f"  {'kinds':20} {scores.kinds.recall:.3f}")
        print(f"  {'names of no actor':20} {scores.false_friends} became one")
        if options.wrong and half == "tuning":
            print("\n".join(scores.wrong))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
