"""From facts to probabilities: a linear softmax over the candidates, with weights read from a table.

The weights are fitted on annotated articles written for Lesart by `python -m tests.benchmarks.statements --fit`.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from core.locations import ASSETS
from core.speaker_choice.features import Features

WEIGHTS = ASSETS / "lexicon" / "de" / "speaker_weights.tsv"

Weights = Mapping[str, float]


@cache
def shipped_weights() -> Weights:
    """The weight of each fact, as shipped."""
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {row[0]: float(row[1]) for row in rows if len(row) == 2 and not row[0].startswith("#")}


def probabilities(options: Sequence[Features], weights: Weights) -> list[float]:
    """How likely each of the options is; they add up to one."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in facts.items()) for facts in options]
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
