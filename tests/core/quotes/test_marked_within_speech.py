"""Words in marks inside what somebody says: which are a quotation of their own, and which are only marked."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sagte, das sei eine „absurde“ Forderung der Wirte.",
        "Der Lotse sagte, er fahre seit Jahren „trotz“ aller Verbote.",
    ],
)
def test_a_single_word_that_is_no_verdict_is_only_marked(text):
    assert direct(text) == []


def test_a_capital_makes_a_name_of_two_words_in_a_reported_act():
    assert direct("Die Köchin lobte den Wirt für „Großes Kino“.") == []
    assert direct("Der Verband kritisierte den „massiven Druck“ der Stadt.") == [
        ("„massiven Druck“", "Der Verband")
    ]


def test_a_phrase_in_what_is_threatened_is_only_marked():
    assert direct("Die Köchin drohte, den „faulen Zauber“ zu beenden.") == []


def test_behind_the_definite_article_a_short_phrase_with_a_capital_is_a_name():
    assert direct("Die Lotsin sagte, sie kenne das „Recht des Stärkeren“ nicht.") == []
    assert direct("Die Lotsin sagte, sie kenne das „Recht des Stärkeren auf hoher See“ nicht.") == [
        ("„Recht des Stärkeren auf hoher See“", "Die Lotsin")
    ]
    assert direct("Die Lotsin sagte, sie habe die „große Ruhe“ genossen.") == [("„große Ruhe“", "Die Lotsin")]


@pytest.mark.parametrize(
    ("words", "is_quoted"),
    [
        ("ist der Zustand „katastrophal“", True),
        ("war es „ein Skandal“", True),
        ("war es ein „Skandal“", True),
        ("sei die „neue“ Brücke fertig", False),
        ("war die Lage „wie früher“", False),
        ("gehört die „Silbermöwe Drei“ dem Amt für Häfen", False),
        ("sei der so genannte „Kompromiss“ geplatzt", False),
    ],
)
def test_which_words_of_a_source_are_its_own(words, is_quoted):
    assert bool(direct(f"Nach Angaben der Stadt {words}.")) is is_quoted


@pytest.mark.parametrize(
    ("words", "is_quoted"),
    [
        ("das sei „Unfug“", True),
        ("die Lage sei „besser als Kiel“", True),
        ("der Plan sei „Wahnsinn“ und teuer", True),
        ("es gebe „Unfug“", False),
        ("„Unfug“ mache ihn krank", False),
        ("das werde „Chaos“ geben", False),
        ("er wolle „neu anfangen“", True),
        ("„droht Gefahr“ stehe dort", True),
    ],
)
def test_which_words_in_marks_are_a_verdict_or_a_clause(words, is_quoted):
    assert bool(direct(f"Der Wirt sagte, {words}.")) is is_quoted
