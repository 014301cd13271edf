import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.search import LONGEST, MOST, find


def found(text: str, query: str, regex: bool = False) -> list[str]:
    return [text[start:end] for start, end in find(text, query, regex)]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Müller", "mueller"),
        ("Mueller", "müller"),
        ("Müller", "MÜLLER"),
        ("Müller", "muller"),
        ("Mu\u0308ller", "müller"),
        ("Mu\u0308ller", "mueller"),
        ("Straße", "strasse"),
        ("Strasse", "straße"),
        ("STRASSE", "Straße"),
        ("Nicolás", "nicolas"),
        ("Nicolas", "Nicolás"),
        ("Ærø", "aero"),
        ("„Ende“", '"ende"'),
        ("Rock ’n’ Roll", "rock 'n' roll"),
        ("Ost–West", "ost-west"),
        ("Und dann …", "und dann ..."),
        ("Grö\u00adße", "größe"),
        ("weiße\n  Haus", "weiße haus"),
        ("am\u00a0Montag", "am montag"),
        ("Ver-\nhandlung", "verhandlung"),
    ],
)
def test_spellings_of_the_same_are_found(text: str, query: str) -> None:
    assert found(text, query) == [text]


@pytest.mark.parametrize(
    ("text", "query"), [("schon", "schön"), ("Bar", "Bär"), ("Haus", "Maus"), ("Wassen", "Wasen ")]
)
def test_different_words_are_not_found(text: str, query: str) -> None:
    assert found(text, query) == []


def test_offsets_are_those_of_the_text_and_hits_do_not_overlap() -> None:
    text = "Ada. ADA, adada"
    assert find(text, "ada") == [(0, 3), (5, 8), (10, 13)]


def test_an_empty_query_finds_nothing() -> None:
    assert find("a b", "") == []
    assert find("a b", "  ") == []


def test_marks_of_regular_expressions_mean_themselves() -> None:
    assert found("a.b (c)* [d] ab", "a.b") == ["a.b"]
    assert found("a.b (c)* [d]", "(c)* [d]") == ["(c)* [d]"]


def test_a_regular_expression_is_searched_for_when_asked() -> None:
    assert found("Am 3. Mai und am 12. Juni", r"\d+\. \w+", regex=True) == ["3. Mai", "12. Juni"]


def test_a_wrong_pattern_is_told_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="no regular expression"):
        find("text", "(", regex=True)


def test_a_pattern_that_never_ends_is_given_up() -> None:
    began = time.monotonic()
    with pytest.raises(ValueError, match="too long"):
        find("a" * 5000 + "!", r"(a+)+$", regex=True)
    assert time.monotonic() - began < 10


def test_a_query_of_any_length_answers_soon() -> None:
    began = time.monotonic()
    assert find("a" * 200_000, "a" * (LONGEST - 1) + "b") == []
    assert time.monotonic() - began < 10
    with pytest.raises(ValueError, match="characters"):
        find("a", "a" * (LONGEST + 1))


def test_there_is_an_end_to_hits() -> None:
    assert len(find("a " * (MOST + 5), "a")) == MOST


@given(st.text(max_size=40), st.text(max_size=8))
def test_hits_are_in_order_and_within_the_text(text: str, query: str) -> None:
    spans = find(text, query)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(st.lists(st.sampled_from(["Haus", "große", "Müller", "né", "„So“", "3,5"]), min_size=1, max_size=6))
def test_what_stands_in_the_text_is_found_as_it_stands(parts: list[str]) -> None:
    text = "Anfang " + " ".join(parts) + " Ende"
    assert (7, 7 + len(" ".join(parts))) in find(text, " ".join(parts))
