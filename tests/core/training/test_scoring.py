import pytest

from core.training.scoring import Score, score_spans, table


def test_counts_exact_spans_by_label_and_over_all() -> None:
    scores = score_spans(
        [
            ({(0, 2, "PER"), (3, 4, "LOC")}, {(0, 2, "PER"), (3, 5, "LOC")}),
            ({(0, 1, "LOC")}, {(0, 1, "LOC"), (2, 3, "LOC")}),
            ({(0, 1, "ORG")}, set()),
        ]
    )
    assert scores == {
        "LOC": Score(1, 3, 2),
        "ORG": Score(0, 0, 1),
        "PER": Score(1, 1, 1),
        "micro": Score(2, 4, 4),
    }


def test_measures() -> None:
    score = Score(right=2, predicted=4, true=8)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1) == (0.0, 0.0, 0.0)


def test_table_is_in_per_cent() -> None:
    assert table({"PER": Score(1, 2, 1)}).splitlines()[1].split() == ["PER", "50.00", "100.00", "66.67", "1"]
