"""From facts to probabilities: a linear softmax over options, with weights read from a table."""

from collections.abc import Mapping, Sequence
from math import exp
from pathlib import Path

Facts = Mapping[str, float]
"""What speaks for and against an option, by name."""
Weights = Mapping[str, float]
"""What each fact weighs; a fact that is not listed weighs nothing."""


def read_weights(file: Path) -> Weights:
    """The weight of each fact in a table of two columns."""
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {row[0]: float(row[1]) for row in rows if len(row) == 2 and not row[0].startswith("#")}


def probabilities(options: Sequence[Facts], weights: Weights) -> list[float]:
    """How likely each of the options is; they add up to one."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in facts.items()) for facts in options]
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def true_facts(facts: Mapping[str, bool]) -> Facts:
    """Those of some facts that hold."""
    return {name: 1.0 for name, holds in facts.items() if holds}
