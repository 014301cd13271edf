"""Sources named without a verb: how far they reach, and what only looks like one."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("die Formulierung in dem Vertrag", "die Formulierung in dem Vertrag"),
        ("die Wirtin in dem Brief", "die Wirtin"),
        ("der Verein in Kiel", "der Verein"),
    ],
)
def test_only_a_saying_has_its_place_in_the_source(source, speaker):
    assert found(f"Das Boot ist leer, so {source}.") == [("indirect", "Das Boot ist leer", speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt die Meldung, die nach Kiel kam.",
        "Das Boot ist leer, so der Wirt kommt.",
        "Die Kosten, die demnach steigen, sind hoch.",
        "Der Wirt liest einen Bericht. Danach gab es zwölf Bier.",
    ],
)
def test_no_source(text):
    assert found(text) == []
