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
