"""Where what a verb of saying introduces begins and ends."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def indirect(text: str) -> list[str]:
    """The words of the indirect statements."""
    return [words for kind, words, _ in found(text) if kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Wirt sagte, das Boot gesehen zu haben.", "das Boot gesehen zu haben"),
        ("Die Wirtin betonte, am Steg gewesen zu sein.", "am Steg gewesen zu sein"),
        ("Das Amt gab am Montag bekannt, die Boote prüfen zu wollen.", "die Boote prüfen zu wollen"),
        ("Der Wirt verkündete, sich um das Boot kümmern zu müssen.", "sich um das Boot kümmern zu müssen"),
        (
            "Die Werft gab bekannt, für den Steg ein Boot anbieten zu können, um Gäste zu locken.",
            "für den Steg ein Boot anbieten zu können, um Gäste zu locken",
        ),
        ("Der Wirt verkündete Leuten, die Boote kaufen wollen, den Preis.", None),
        ("Der Wirt versprach Bier, um Gäste zu locken.", None),
        ("Der Wirt drohte, ohne zu zögern.", None),
        ("Der Wirt meinte, warum das Boot leer sei.", "warum das Boot leer sei"),
    ],
)
def test_which_infinitives_and_questions_are_said(text, words):
    assert indirect(text) == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Wirt gab an, da gewesen zu sein, was nicht stimmte.", "da gewesen zu sein"),
        ("Der Wirt gab an, da gewesen zu sein, was nicht stimme.", "da gewesen zu sein, was nicht stimme"),
        ("Als Antwort, sagte der Wirt, dass er gehe, kam ein Pfiff.", "dass er gehe"),
    ],
)
def test_the_writer_goes_on_in_the_indicative(text, words):
    assert indirect(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Wirt äußerte sich dahingehend, das Boot „sei gesunken“.", "das Boot „sei gesunken“"),
        (
            "Der Wirt fürchtet, sobald das Wasser steige, werde das Boot sinken.",
            "sobald das Wasser steige, werde das Boot sinken",
        ),
        (
            "Der Wirt wagte die Prognose, das Boot werde sinken: „Ich gehe davon aus.“",
            "das Boot werde sinken",
        ),
        ("Der Wirt glaubt, dass das Boot leer sei: „Wir haben gesucht.“", "dass das Boot leer sei"),
    ],
)
def test_how_far_a_statement_reaches(text, words):
    assert indirect(text) == [words]


def test_what_is_threatened_ends_where_a_reason_is_given():
    assert indirect("Die Wirtin drohte, den Hafen zu sperren: Man habe genug.") == [
        "den Hafen zu sperren",
        "Man habe genug",
    ]
