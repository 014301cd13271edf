"""Precision, recall and F1 over exact spans."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int, str]
MICRO = "micro"


@dataclass(frozen=True)
class Score:
    """Counts of spans that are right, predicted and true; the measures follow from them."""

    right: int
    predicted: int
    true: int

    @property
    def precision(self) -> float:
        """Share of the predicted spans that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the true spans that were found."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.predicted + self.true) if self.right else 0.0


def score_spans(pairs: Iterable[tuple[set[Span], set[Span]]]) -> dict[str, Score]:
    """Score pairs of (true spans, predicted spans), one a sentence, by label and over all labels as "micro".

    A predicted span is right when start, end and label agree with a true one.
    """
    right: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for gold, guess in pairs:
        right.update(label for _, _, label in gold & guess)
        predicted.update(label for _, _, label in guess)
        true.update(label for _, _, label in gold)
    labels = sorted(set(predicted) | set(true))
    scores = {label: Score(right[label], predicted[label], true[label]) for label in labels}
    scores[MICRO] = Score(right.total(), predicted.total(), true.total())
    return scores


def table(scores: dict[str, Score], counted: str = "spans") -> str:
    """Lay out the scores as lines of label, P, R, F1 in per cent, and the number of true spans or words."""
    rows = [f"{'':10}{'P':>8}{'R':>8}{'F1':>8}{counted:>8}"]
    for label, score in scores.items():
        measures = "".join(f"{100 * value:8.2f}" for value in (score.precision, score.recall, score.f1))
        rows.append(f"{label:10}{measures}{score.true:8}")
    return "\n".join(rows)
