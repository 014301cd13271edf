"""From facts to probabilities: a linear softmax over the candidates, with weights read from a table.

The weights are fitted on annotated articles written for Lesart by `python -m tests.benchmarks.statements --fit`.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from core.locations import ASSETS
from core.speaker_choice.features import Features

Weights = Mapping[str, float]
_FALLBACK = "de"


def weights_file(language: str) -> Path:
    """The table of a language."""
    return ASSETS / "lexicon" / language / "speaker_weights.tsv"


@cache
def shipped_weights(language: str) -> Weights:
    """The weight of each fact, as shipped; those of German for a language without a table."""
    file = weights_file(language)
    file = file if file.exists() else weights_file(_FALLBACK)
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {row[0]: float(row[1]) for row in rows if len(row) == 2 and not row[0].startswith("#")}


def probabilities(options: Sequence[Features], weights: Weights) -> list[float]:
    """How likely each of the options is; they add up to one."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in facts.items()) for facts in options]
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
