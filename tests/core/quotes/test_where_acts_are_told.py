"""In which clauses a reported speech act is looked for."""

import pytest

from tests.core.quotes.said import found
from tests.core.quotes.test_reported_acts import acts


@pytest.mark.parametrize("who", ["Wolfgang Kolm", "Präsident Worm", "Wortführer Ole Kolm", "Präsident Weil"])
def test_a_name_that_begins_like_a_question_word_opens_no_clause(who: str) -> None:
    assert acts(f"Die Gäste wollten das Boot. {who} lehnte das ab.") == [("lehnte das ab", who)]


def test_who_does_not_want_to_say_anything_opens_no_dependent_clause() -> None:
    text = "Der Sender fragte nach. Wollte sich die Reederei nicht äußern? Die Reederei wollte sich nicht äußern."
    assert acts(text)[-1] == ("wollte sich nicht äußern", "Die Reederei")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("während die Wirte ihn ablehnten", "ihn ablehnten"),
        ("während die Wirte von einem Ausverkauf sprachen", "von einem Ausverkauf sprachen"),
        ("wohingegen die Wirte ihn kritisierten", "ihn kritisierten"),
    ],
)
def test_somebody_else_does_so_meanwhile(other: str, words: str) -> None:
    assert acts(f"Der Rat lobte den Plan, {other}.") == [
        ("lobte den Plan", "Der Rat"),
        (words, "die Wirte"),
    ]


def test_what_happens_meanwhile_is_a_part_of_the_act_or_nothing() -> None:
    assert acts("Der Rat lobte die Helfer, während sie das Feuer löschten.") == [
        ("lobte die Helfer, während sie das Feuer löschten", "Der Rat")
    ]
    assert acts("Während die Wirte den Plan kritisierten, regnete es.") == []


def test_words_that_somebody_is_asked_about_are_not_theirs() -> None:
    text = "Auf den „blöden Esel“ angesprochen, wollte sich Wirt Ole Rabe nicht äußern."
    assert not [words for kind, words, _ in found(text) if kind == "direct"]
