"""Whether a trade names something with words in marks, or some of it only called it so."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("Experten nennen", None),
        ("Biologen nennen", None),
        ("Experten nannten", "Experten"),
        ("Die Biologen nennen", "Die Biologen"),
        ("Einige Experten nennen", "Einige Experten"),
        ("Britische Experten nennen", "Britische Experten"),
    ],
)
def test_a_term_is_what_a_whole_trade_always_says(who, says):
    assert direct(f"{who} das „stehende Welle“.") == ([("„stehende Welle“", says)] if says else [])


@pytest.mark.parametrize(
    "text",
    [
        "Der Ort wirbt als „Perle der Alb“ um Gäste.",
        "Sängerin Ada Bolt, bekannt als „Die Nachtigall“, singt.",
        "Bolte schimpft, dass die Stadt das Fest „Tag der Sterne“ nennt und den Hof als „grüne Oase“ verkauft.",
    ],
)
def test_what_something_is_offered_as_is_a_term(text):
    assert direct(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trainer Udo Hassel nannte die Entscheidung „einen Witz“.", "„einen Witz“"),
        ("Ministerin Ada Kern nannte das Vorhaben „einen Blankoscheck“.", "„einen Blankoscheck“"),
        ("Ada Kern nannte das „Theater fürs Publikum“.", "„Theater fürs Publikum“"),
        ("Ada Kern nannte die Ankündigung „Theater für das Publikum“.", "„Theater für das Publikum“"),
        ("Ada Kern nannte ihr Verhalten „Kindergarten“.", "„Kindergarten“"),
        ("Die Firma nennt ihr neues Rad „Blitz Drei“.", None),
        ("Hier nennen sie den Platz „Katzenwinkel“.", None),
        ("Die Polizei nennt die Übung „Sicherer Schulweg“.", None),
        ("Der Autor nannte sein Buch „Das Ende der Nacht“.", None),
    ],
)
def test_a_deed_is_judged_and_a_thing_is_named(text, words):
    assert [said for said, _ in direct(text)] == ([words] if words else [])


def test_a_verb_in_another_clause_does_not_take_the_words():
    text = "Die Ortspartei hat Protest angekündigt; ihr Präsident Udo Kern nannte den Kredit „überzogen“."
    assert direct(text) == [("„überzogen“", "ihr Präsident Udo Kern")]
