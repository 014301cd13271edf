"""What a clause must hold so that its verb tells of a speech act: an object, a preposition that opens no date."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("behind", "tells"),
    [("Jahren", False), ("kurzem", False), ("20 Tagen", False), ("Glätte", True), ("Wellen", True)],
)
def test_when_somebody_warned_is_not_what_of(behind, tells):
    text = f"Der Lotse warnte vor {behind}."
    assert found(text) == ([("reported", f"warnte vor {behind}", "Der Lotse")] if tells else [])


@pytest.mark.parametrize("text", ["Freitag kritisierte die Köchin.", "Die Köchin kritisierte Montag."])
def test_a_day_is_no_object(text):
    assert found(text) == []


def test_the_object_may_be_before_a_dash_where_no_verb_is():
    act = [("reported", "kritisierte", "die Köchin")]
    assert found("Mehr Geld für Boote – die Köchin kritisierte.") == act
    assert found("Der Wirt kam spät – die Köchin kritisierte.") == []
