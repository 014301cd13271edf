"""Verbs that no table knows, and speakers told by the place of the marks, with the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import said

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "„Das Wasser steigt bis heute Abend“, trällerte der Lotse am Montag.",
            ("direct", "„Das Wasser steigt bis heute Abend“", "der Lotse", "trällerte"),
        ),
        ("„Gute Nacht“, trällerte Ada Lind.", ("direct", "„Gute Nacht“", "Ada Lind", "trällerte")),
        (
            "Ada Lind malte aus, das Wasser werde bis zum Abend steigen.",
            ("indirect", "das Wasser werde bis zum Abend steigen", "Ada Lind", "malte aus"),
        ),
        (
            "Die Ministerin wähnte, dass der Hafen bald geräumt sei.",
            ("indirect", "dass der Hafen bald geräumt sei", "Die Ministerin", "wähnte"),
        ),
    ],
)
def test_a_verb_in_no_table(text, found):
    assert said(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sorgte dafür, dass der Hafen bald geräumt wurde.",
        "Weil das Schiff „Morgenröte“ sank, suchten die Fischer ein neues.",
        "Ada Lind fuhr heim, die Fischer blieben im Hafen.",
    ],
)
def test_no_saying_without_marks_or_konjunktiv(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Auf dem Plakat am Hafen stand „Rettet unser schönes altes Watt!“ zu lesen.",
            "„Rettet unser schönes altes Watt!“",
            "dem Plakat",
        ),
        (
            "In einem Schreiben an die Fischer war von einem „offenen und ehrlichen Gespräch“ die Rede.",
            "„offenen und ehrlichen Gespräch“",
            "einem Schreiben",
        ),
        (
            "Für die Ministerin Ada Lind ist der Plan „vollkommen aus der Luft gegriffen“.",
            "„vollkommen aus der Luft gegriffen“",
            "die Ministerin Ada Lind",
        ),
        (
            "„Das Wasser steigt.“ so das Fazit der Lotsen.",
            "„Das Wasser steigt.“",
            "das Fazit der Lotsen",
        ),
        (
            "Der Verband, der die Maßnahme als „Kapitulation“ vor den Fischern sieht, klagt vor Gericht.",
            "„Kapitulation“",
            "Der Verband",
        ),
        ("„Das Wasser steigt,“ so Ada Lind.", "„Das Wasser steigt,“", "Ada Lind"),
    ],
)
def test_who_has_the_words_where_no_verb_says_so(text, words, speaker):
    (found,) = said(text)
    assert found[:3] == ("direct", words, speaker)


def test_coordinated_words_in_marks_are_alike():
    found = said("Die Ministerin nannte den Plan „teuer“ und „überflüssig“.")
    assert [(words, who) for kind, words, who, _ in found if kind == "direct"] == [
        ("„teuer“", "Die Ministerin"),
        ("„überflüssig“", "Die Ministerin"),
    ]
    assert said("Die Schiffe „Morgenröte“ und „Nordwind“ sanken.") == []


def test_whoever_holds_an_opinion_speaks():
    ((kind, _, who, _),) = said("37 Prozent der Fischer sind der Ansicht, dass der Hafen stirbt.")
    assert (kind, who) == ("indirect", "37 Prozent der Fischer")
