"""Clauses behind "als" that say what something is like are in the Konjunktiv, though nobody says them."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "text",
    [
        "Ute Kamp tat so, als sei nichts geschehen.",
        "Ute Kamp lief, als gehe es um ihr Leben.",
        "Der Minister wirkte, als habe er nicht geschlafen.",
        "Jens Harms benahm sich, als gehöre ihm die Stadt.",
        "Jens Harms lachte, als könne ihn niemand hören.",
    ],
)
def test_what_somebody_does_as_if_is_said_by_nobody(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ute Kamp sagte, es sehe so aus, als komme der Regen bald.",
            "es sehe so aus, als komme der Regen bald",
        ),
        (
            "Es sehe so aus, als komme der Regen bald, sagte Ute Kamp.",
            "Es sehe so aus, als komme der Regen bald",
        ),
        ("Er wirkte, als sei er müde, sagte Ute Kamp.", "Er wirkte, als sei er müde"),
        (
            "Ute Kamp kritisierte, die Stadt tue so, als gehe sie das nichts an.",
            "die Stadt tue so, als gehe sie das nichts an",
        ),
    ],
)
def test_a_comparison_is_part_of_what_is_said(text, words):
    assert found(text) == [("indirect", words, "Ute Kamp")]
