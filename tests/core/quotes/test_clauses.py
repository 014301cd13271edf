"""Which clauses before a verb of saying are said, and from where on."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found, said

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Lange schwieg sie, nun sei es genug", "nun sei es genug"),
        ("Das Boot ist alt, nun sei es genug", "Das Boot ist alt, nun sei es genug"),
        ("Lange schwieg sie – nun sei es genug", "Lange schwieg sie – nun sei es genug"),
        ("Das Boot lag leer, es regnete", "Das Boot lag leer, es regnete"),
        ("Die These: Das Boot sei leer", "Das Boot sei leer"),
        ("Wie es schien", None),
    ],
)
def test_what_the_writer_tells_in_the_past_is_not_said(before, words):
    said = [] if words is None else [("indirect", words, "der Wirt")]
    assert found(f"{before}, sagte der Wirt.") == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das Boot, sagte der Wirt, sei leer, weil es regnet.", "Das Boot … sei leer, weil es regnet"),
        ("Wie es schien, sagte der Wirt, war das Boot leer.", "Wie es schien … war das Boot leer"),
        ("Wie sagte der Wirt am frühen Abend allen Gästen, das Boot sei leer.", "das Boot sei leer"),
    ],
)
def test_a_statement_reaches_around_who_says_it(text, words):
    assert found(text) == [("indirect", words, "der Wirt")]


def test_marked_words_at_its_end_leave_a_statement_in_the_konjunktiv_whole():
    assert found("Das Boot sei leer, „ganz leer“, sagte der Wirt.")[0] == (
        "indirect",
        "Das Boot sei leer, „ganz leer“",
        "der Wirt",
    )


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("wie Ina Roth, Sprecherin der Werft, mitteilte", "Ina Roth, Sprecherin der Werft"),
        ("wie die Sprecherin Ina Roth mitteilte", "die Sprecherin Ina Roth"),
        ("und wie Ina Roth mitteilte", "Ina Roth"),
    ],
)
def test_as_somebody_says(frame, speaker):
    text = f"Das Boot ist leer, {frame}, bis zum Abend."
    assert [(who, cue) for _, _, who, cue in said(text)] == [(speaker, "wie … mitteilte")]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Wie die Wirtin am Freitag mitteilte, sieht die Stadt in dem Steg ein Hindernis.",
            "sieht die Stadt in dem Steg ein Hindernis",
            "die Wirtin",
        ),
        (
            "Wie die Wirtin bestätigte, kündigte der Fischer neue Stege an.",
            "kündigte der Fischer neue Stege an",
            "die Wirtin",
        ),
    ],
)
def test_what_follows_wie_somebody_said_may_tell_of_speech_itself(text, words, who):
    assert ("indirect", words, who) in found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Wirtin hält es für möglich, dass der Steg versinkt.", "dass der Steg versinkt"),
        (
            "Manche Fischer hielten es für sehr wahrscheinlich, dass der Steg versinkt.",
            "dass der Steg versinkt",
        ),
        (
            "Sie halte es für richtig, den Steg zu sperren, sagte die Wirtin.",
            "Sie halte es für richtig, den Steg zu sperren",
        ),
        (
            "Weil sie es für möglich hält, dass der Steg versinkt, baut sie einen neuen.",
            "dass der Steg versinkt",
        ),
    ],
)
def test_what_somebody_holds_possible_is_said(text, words):
    assert [(kind, said) for kind, said, _ in found(text)] == [("indirect", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Wirtin hält es für falsch, den Steg zu sperren.",
        "Die Wirtin hält den Steg für sicher.",
    ],
)
def test_what_somebody_holds_false_is_no_statement_without_that(text):
    assert [kind for kind, _, _ in found(text)] == ["reported"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Am Freitag sagte Lind, ohne den Steg zu nennen, dass die Stadt spart.", "dass die Stadt spart"),
        ("Die Stadt teilte mit, um alle zu beruhigen, der Steg sei sicher.", "der Steg sei sicher"),
        ("Die Wirtin hatte angekündigt bei der Wahl erneut anzutreten.", "bei der Wahl erneut anzutreten"),
        ("Die Fischer haben dazu aufgerufen die Boote zu schützen und zu warten.", "die Boote zu schützen"),
    ],
)
def test_what_is_said_behind_an_insertion_or_without_a_comma(text, words):
    assert [said for _, said, _ in found(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Sicher ist nur, dass im Winter, als niemand an den Steg dachte, das Wasser stieg.",
        "Es ging nicht darum, sondern wie die Gäste über den Steg informiert werden sollen.",
        "Gift wurde in der Luft festgestellt, was ein Hinweis darauf ist, dass es noch benutzt wird.",
        "Die Stadt hat angekündigt, um zu sparen.",
    ],
)
def test_what_nobody_says_is_not_found(text):
    assert found(text) == []
