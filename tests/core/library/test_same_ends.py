"""What a change of a long list leaves as it was, at the beginning and at the end."""

from hypothesis import given
from hypothesis import strategies as st

from core.library.same_ends import same_end_items, same_ends

few = st.lists(st.integers(0, 2), max_size=6)


@given(few, few)
def test_the_ends_are_the_same_and_as_long_as_they_can_be(before, after):
    one, other = tuple(before), tuple(after)
    start, end = same_ends(one, other)
    most = min(len(one), len(other))
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start + end <= most
    assert start == most or one[start] != other[start]
    assert start + end == most or one[-end - 1] != other[-end - 1]


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 1)), st.data())
def test_items_are_the_same_where_name_and_value_are(before, draw):
    after = dict(draw.draw(st.permutations(list(before.items()))))
    assert same_end_items(before.items(), after.items()) == same_values(before, after)


def same_values(before, after):
    items = [dict.fromkeys(before.items()), dict.fromkeys(after.items())]
    tokens = {item: object() for item in items[0]}
    return same_ends(*(tuple(tokens[item] for item in each) for each in items))


def test_equal_objects_are_not_the_very_same():
    one = (["a"], ["b"])
    assert same_ends(one, (one[0], ["b"])) == (1, 0)
    assert same_end_items({"1": ["a"]}.items(), {"1": ["a"]}.items()) == (1, 0)
