"""The measures of the quotes benchmark."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.quotes.metric import NONE, ROLES, Row, assign, count, overlap, pair_up


def row(quote: set[int], speaker: set[int] = frozenset()) -> Row:
    parts = dict.fromkeys(ROLES, frozenset())
    return Row("Direct", {**parts, "quote": frozenset(quote), "speaker": frozenset(speaker)}, "a rule")


gains = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.floats(0, 1), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


@given(gains)
def test_the_assignment_is_the_best_there_is(table):
    found = assign(table)
    assert len(found) == min(len(table), len(table[0])) == len(set(found.values()))
    turned = table if len(table) <= len(table[0]) else [list(column) for column in zip(*table, strict=True)]
    best = max(
        sum(line[k] for line, k in zip(turned, columns, strict=True))
        for columns in permutations(range(len(turned[0])), len(turned))
    )
    assert sum(table[i][k] for i, k in found.items()) == pytest.approx(best)


def test_every_row_is_in_one_pair():
    gold, predicted = [row({1, 2}), row({5})], [row({2, 1, 3})]
    pairs = list(pair_up(gold, predicted))
    assert [(pair.gold, pair.predicted) for pair in pairs] == [(gold[0], predicted[0]), (gold[1], NONE)]


def test_precision_is_per_prediction_and_recall_per_gold_quotation():
    figures = count(pair_up([row({1, 2}, {9}), row({5}, {8})], [row({1, 2, 3, 4}, {9})]))
    assert figures.macro("quote")[:2] == (0.5, 0.5)
    assert figures.macro("speaker")[:2] == (1.0, 0.5)
    assert figures.found["all"] == (1, 2)
    assert figures.speakers["all"] == (1, 2)


def test_overlap_is_the_f1_of_tokens():
    assert overlap(frozenset({1, 2}), frozenset({2, 3, 4})) == pytest.approx(0.4)
