from hypothesis import given
from hypothesis import strategies as st

from core.annotations.matching import best, distances

words = st.text("abc", max_size=9)


def table(pattern: str, text: str, anywhere: bool) -> list[int]:
    """The last row of the table of edit distances, filled cell by cell."""
    column = list(range(len(pattern) + 1))
    row = [column[-1]]
    for index, char in enumerate(text, 1):
        following = [0 if anywhere else index]
        for above, wanted in enumerate(pattern, 1):
            following.append(min(column[above] + 1, following[-1] + 1, column[above - 1] + (char != wanted)))
        column = following
        row.append(column[-1])
    return row


@given(words, st.text("abc", max_size=25), st.booleans())
def test_distances_are_those_of_the_plain_table(pattern, text, anywhere):
    assert distances(pattern, text, anywhere=anywhere) == table(pattern, text, anywhere)


@given(words, st.text("abc", max_size=25), st.integers(0, 25))
def test_the_best_stretch_takes_as_many_edits_as_it_says_and_none_takes_fewer(pattern, text, near):
    match = best(pattern, text, near)
    assert table(pattern, text[match.start : match.end], False)[-1] == match.edits
    assert match.edits == min(table(pattern, text, True))


def test_long_patterns_take_no_machine_word_limit():
    text = "Der Hafen schweigt. " * 40
    assert best(text[200:600].replace("schweigt", "schweigt!"), text, 200).edits == 20
