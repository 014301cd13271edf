from hypothesis import given
from hypothesis import strategies as st

from tui.model.marks import Mark, MarkKind, Marks

MARKS = st.lists(
    st.builds(
        lambda start, length, kind: Mark(start, start + length, kind),
        st.integers(0, 30),
        st.integers(1, 30),
        st.sampled_from(list(MarkKind)),
    ),
    max_size=12,
)


@given(MARKS, st.integers(0, 40), st.integers(1, 10))
def test_every_overlapping_mark_is_found_and_no_other(marks: list[Mark], start: int, length: int) -> None:
    end = start + length
    expected = [mark for mark in marks if mark.start < end and start < mark.end]
    found = list(Marks(marks).between(start, end))
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_the_shortest_mark_lies_on_top() -> None:
    quote, name = Mark(0, 40, MarkKind.QUOTE), Mark(5, 8, MarkKind.PERSON)
    assert Marks([quote, name]).at(6) == [name, quote]
    assert Marks([quote, name]).at(8) == [quote]
    assert Marks([quote, name]).at(40) == []


def test_marks_are_kept_in_text_order() -> None:
    late, early = Mark(9, 12, MarkKind.PLACE), Mark(0, 3, MarkKind.HIT)
    assert Marks([late, early]).all == (early, late)
