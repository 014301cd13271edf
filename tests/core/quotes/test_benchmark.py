"""The measures of the quotes benchmark."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis.analysis import Actor, ActorKind, Analysis, Part, Quote, QuoteType, Speaker
from tests.benchmarks.quotes.articles import Said, judge, read_article
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


ARTICLE = """agency-01
Kapitänin Ada Lind fährt die „Seestern“. „Wir bleiben“, sagte sie, „und zwar hier.“
---
S	„Wir bleiben“ | „und zwar hier.“	sie	Ada Lind	sagte
N	„Seestern“	name
"""


def told(spans: tuple[tuple[int, int], ...], speaker: tuple[int, int], actor: str | None = None) -> Analysis:
    who = Speaker((speaker,), "", actor)
    quote = Quote("q1", QuoteType.DIRECT, spans, "a rule", 1.0, who, Part(((56, 61),)))
    return Analysis("x", actors=(Actor("a", "Ada Lind", ActorKind.PERSON),), quotes=(quote,))


def test_an_article_is_read_with_its_annotations():
    article = read_article(ARTICLE)
    assert (article.half, article.marked) == ("reading", (("„Seestern“", "name"),))
    assert article.said == (Said(("„Wir bleiben“", "„und zwar hier.“"), "sie", "Ada Lind", "sagte"),)


@pytest.mark.parametrize(
    ("spans", "speaker", "actor", "expected"),
    [
        (((41, 54), (67, 83)), (62, 65), None, (True, True, True, False)),
        (((41, 53), (68, 82)), (62, 65), None, (True, True, True, False)),
        (((41, 54),), (62, 65), None, (False, False, False, False)),
        (((41, 54), (67, 83)), (0, 9), None, (True, False, True, False)),
        (((41, 54), (67, 83)), (0, 9), "a", (True, True, True, False)),
        (((41, 54), (67, 83), (29, 39)), (62, 65), None, (True, True, True, True)),
    ],
    ids=["right", "without marks", "half of it", "somebody else", "by the actor", "a name taken for speech"],
)
def test_an_article_is_held_against_what_was_found(spans, speaker, actor, expected):
    said, marked = judge(read_article(ARTICLE), told(spans, speaker, actor))
    assert (said.found, said.speaker, said.cue, marked.found) == expected
