"""What is told in the Konjunktiv in the passive, or of whom something is so, goes on with who speaks."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.actors.speakers_of import speakers
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")

OPENING = "Ein Teil fehle, teilte die Reederei mit. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Gäste würden schriftlich informiert, die Fahrt sei kostenlos.",
        "Die Gäste seien informiert worden, die Fahrt sei kostenlos.",
        "Die Behörden würden verständigt, der Steg sei sicher.",
    ],
)
def test_who_is_told_does_not_say_it(sentence: str) -> None:
    assert [said for _, said, _ in found(OPENING + sentence)][1:] == [sentence]
    assert speakers(OPENING + sentence) == ["die Reederei"] * 2


def test_for_whom_something_is_so_by_somebody_elses_words() -> None:
    text = "Analystin Ada Moll rechnet mit hohen Kosten. Das sei für die Werft „ein Ärgernis, mehr nicht“."
    assert set(speakers(text)) == {"Ada Moll"}
    text = "Analystin Ada Moll rechnet mit Kosten. Für die Werft ist das „ein Ärgernis, mehr nicht“."
    assert speakers(text) == ["die Werft"]


@pytest.mark.parametrize(
    "opening",
    ["Wenige Stunden nach dem Brand", "Eine Woche vor der Wahl", "Kurze Zeit später", "Drei Tage zuvor"],
)
def test_a_span_of_time_does_nothing(opening: str) -> None:
    assert speakers(f"{opening} haben die Wirte den Rat kritisiert.") == ["die Wirte"]
