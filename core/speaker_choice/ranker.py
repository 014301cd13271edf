"""From facts to probabilities: a linear softmax over the candidates, with weights read from a table.

The weights are fitted on annotated articles written for Lesart by `python -m tests.benchmarks.statements --fit`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from core.lexicon.weights import Weights, read_weights
from core.locations import ASSETS

Points = Sequence[tuple[float, float]]
"""Shares of a softmax, rising, with how often a choice of that share is right."""
_FALLBACK = "de"
AS_IT_IS: Points = ((0.0, 0.0), (1.0, 1.0))
"""A share that is taken for what it says."""


def weights_file(language: str) -> Path:
    """The table of a language."""
    return ASSETS / "lexicon" / language / "speaker_weights.tsv"


@cache
def shipped_weights(language: str) -> Weights:
    """The weight of each fact, as shipped; those of German for a language without a table."""
    file = weights_file(language)
    return read_weights(file if file.exists() else weights_file(_FALLBACK))


def points_file(language: str) -> Path:
    """The table of a language that says how often a share is right."""
    return ASSETS / "lexicon" / language / "speaker_confidence.tsv"


@cache
def shipped_points(language: str) -> Points:
    """How often a share is right, as shipped; for a language without a table, as often as it says."""
    file = points_file(language)
    if not file.exists():
        return AS_IT_IS
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(
        (float(row[0]), float(row[1])) for row in rows if len(row) == 2 and not row[0].startswith("#")
    )


def calibrated(share: float, points: Points) -> float:
    """How often a choice of a share is right, between the points next to it on a straight line."""
    at = bisect_right(points, (share, float("inf")))
    if at == 0 or at == len(points):
        return points[min(at, len(points) - 1)][1]
    (low, below), (high, above) = points[at - 1], points[at]
    return below + (above - below) * (share - low) / (high - low)
