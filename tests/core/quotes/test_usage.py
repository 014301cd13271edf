"""Words in marks that people in general use, or that a sentence explains as words: nobody said them."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "text",
    [
        "Die Truppe bekam viel „Altes Blech“, wie es umgangssprachlich heißt.",
        "Im Volksmund „Weg der alten Hexe“ genannt, führt der Pfad bergauf.",
        "Wer das Fest noch nicht kennt: „Moor or less!“ ist ein Wortspiel aus zwei Sprachen.",
        "„Wer rastet, der rostet“ ist ein altes Sprichwort.",
    ],
)
def test_nobody_says_what_people_say_in_general(text):
    assert found(text) == []


def test_a_letter_is_no_common_usage():
    assert found("Man sei am Ende, wie es in dem Schreiben heißt.") == [
        ("indirect", "Man sei am Ende", "dem Schreiben")
    ]


def test_words_in_marks_do_not_speak_themselves():
    text = "„Moor or less!“ ist ein Wortspiel zum Satz „Möge das Moor bei dir sein!“."
    assert all(not who.startswith("„") for _, who in direct(text))
