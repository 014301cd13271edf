"""Spans that cross become elements that nest."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.exchange.nesting import Closing, Opening, Words, nest, nest_all

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(SPAN, st.lists(st.tuples(SPAN, st.integers(0, 2)), max_size=8))
def test_elements_nest_and_cover_what_their_spans_cover(
    window: tuple[int, int], ranked: list[tuple[tuple[int, int], int]]
) -> None:
    spans, ranks = [span for span, _ in ranked], [rank for _, rank in ranked]
    stack: list[int] = []
    covered: dict[int, set[int]] = {index: set() for index in range(len(spans))}
    pieces = Counter[int]()
    at = window[0]
    for event in nest(window, spans, ranks, shut=frozenset((1,))):
        match event:
            case Opening(index):
                assert ranks[index] > 0 or all(ranks[outer] != 1 for outer in stack), "the rank 1 is shut"
                stack.append(index)
                pieces[index] += 1
            case Closing(index):
                assert stack.pop() == index
            case Words(start, end):
                assert start == at < end
                at = end
                for index in stack:
                    covered[index].update(range(start, end))
    assert at == window[1]
    assert not stack
    inside = set(range(*window))
    for index, span in enumerate(spans):
        assert covered[index] == inside & set(range(*span))
    for index, rank in enumerate(ranks):
        if pieces[index] and rank != 1 and ranks.count(rank) == 1 and rank == min(ranks):
            assert pieces[index] == 1, "nothing cuts the lowest rank"


def test_the_longest_is_outermost_and_the_first_of_equals() -> None:
    events = list(nest((0, 4), [(0, 2), (0, 4), (0, 2)], [0, 0, 0]))
    assert [event.index for event in events if isinstance(event, Opening)] == [1, 0, 2]


def test_the_higher_rank_is_cut_where_two_cross_and_whole_where_it_holds_the_other() -> None:
    crossing = [event.index for event in nest((0, 9), [(0, 5), (3, 8)], [1, 0]) if isinstance(event, Opening)]
    assert crossing == [0, 1, 0]
    holding = [event.index for event in nest((0, 9), [(0, 9), (3, 8)], [1, 0]) if isinstance(event, Opening)]
    assert holding == [0, 1]


@given(st.lists(st.integers(0, 40), max_size=8), st.lists(st.tuples(SPAN, st.integers(0, 2)), max_size=8))
def test_many_windows_at_once_are_the_same_as_one_by_one(
    edges: list[int], ranked: list[tuple[tuple[int, int], int]]
) -> None:
    windows = list(pairwise(sorted(set(edges))))
    spans, ranks = [span for span, _ in ranked], [rank for _, rank in ranked]
    assert nest_all(windows, spans, ranks) == [list(nest(window, spans, ranks)) for window in windows]
