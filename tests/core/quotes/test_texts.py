"""Where words in marks can be read or heard, and that a day is no such place."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("place", "named"),
    [("Im Brief", "Brief"), ("Darin", "Darin"), ("Am Festtag", ""), ("Am Ostermontag", "")],
)
def test_where_there_is_talk_of_something(place, named):
    assert direct(f"{place} war von „leeren Booten“ die Rede.") == [("„leeren Booten“", named)]


@pytest.mark.parametrize(("verb", "named"), [("ist zu", "der Halle"), ("will man", "")])
def test_a_place_where_something_is_to_be_heard(verb, named):
    text = f"In der Halle {verb} hören: „Das Boot ist leer.“"
    assert direct(text) == [("„Das Boot ist leer.“", named)]


@pytest.mark.parametrize("dash", [",", " –", " —"])
def test_words_that_a_sentence_points_back_to_are_speech(dash):
    assert direct(f"„Leinen los“{dash} mit diesen Worten ging sie.") == [("„Leinen los“", "sie")]
