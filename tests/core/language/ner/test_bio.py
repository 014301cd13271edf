from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.ner.bio import BioDecoder, LabelledSpan, log_softmax

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def certain(*labels: str) -> np.ndarray:
    logits = np.zeros((len(labels), len(LABELS)), np.float32)
    for row, label in enumerate(labels):
        logits[row, LABELS.index(label)] = 20.0
    return log_softmax(logits)


def places(*labels: str) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in BioDecoder(LABELS).spans(certain(*labels))]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((), []),
        (("O", "O"), []),
        (("B-PER",), [(0, 1, "PER")]),
        (("B-PER", "I-PER", "O", "B-LOC"), [(0, 2, "PER"), (3, 4, "LOC")]),
        (("B-PER", "B-PER", "I-PER"), [(0, 1, "PER"), (1, 3, "PER")]),
        (("B-PER", "B-LOC", "I-LOC", "I-LOC"), [(0, 1, "PER"), (1, 4, "LOC")]),
    ],
)
def test_spans_of_a_lawful_sequence(labels: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    assert places(*labels) == expected


def test_inside_never_follows_outside_or_another_kind() -> None:
    assert [LABELS[i] for i in BioDecoder(LABELS).best(certain("O", "I-PER", "B-LOC", "I-PER"))] in (
        ["O", "B-PER", "B-LOC", "I-LOC"],
        ["O", "O", "B-PER", "I-PER"],
        ["O", "B-PER", "I-PER", "I-PER"],
        ["O", "O", "B-LOC", "I-LOC"],
        ["O", "O", "B-LOC", "O"],
    )


def test_a_clear_inside_pulls_its_beginning_along() -> None:
    logits = np.log(np.array([[0.55, 0.45, 1e-9, 1e-9, 1e-9], [1e-3, 1e-9, 0.999, 1e-9, 1e-9]], np.float32))
    assert [LABELS[i] for i in BioDecoder(LABELS).best(logits)] == ["B-PER", "I-PER"]


def test_the_score_is_the_mean_probability() -> None:
    logits = np.log(np.array([[0.1, 0.9, 1e-9, 1e-9, 1e-9], [0.5, 1e-9, 0.4, 1e-9, 0.1]], np.float32))
    assert BioDecoder(LABELS).spans(logits[:1]) == [LabelledSpan(0, 1, "PER", pytest.approx(0.9, abs=1e-4))]


@given(st.lists(st.lists(st.floats(-9, 9), min_size=5, max_size=5), max_size=12))
def test_any_scores_give_lawful_labels_and_ordered_spans(rows: list[list[float]]) -> None:
    scores = log_softmax(np.array(rows, np.float32).reshape(-1, 5))
    decoder = BioDecoder(LABELS)
    labels = [LABELS[i] for i in decoder.best(scores)]
    assert len(labels) == len(rows)
    for before, label in zip(["O", *labels], labels, strict=False):
        assert not label.startswith("I-") or before[2:] == label[2:]
    spans = decoder.spans(scores)
    assert all(0.0 < span.score <= 1.0 and span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_log_softmax_sums_to_one_far_from_zero() -> None:
    np.testing.assert_allclose(np.exp(log_softmax(np.array([[-9e5, -9e5]], np.float32))).sum(), 1.0)
    assert log_softmax(np.zeros((0, 3), np.float32)).shape == (0, 3)
