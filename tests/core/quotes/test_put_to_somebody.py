"""What somebody replies to is not theirs: "Auf den Vorwurf, er habe gelogen, entgegnete X, …"."""

import pytest

from core.api import analyze
from core.language.pipeline import GERMAN

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def said(text: str) -> dict[str, str | None]:
    """What is said, with the name of who says so."""
    read = analyze(text, language="de")
    return {
        " … ".join(text[start:end] for start, end in quote.spans): actor.name
        if (actor := read.speaker(quote))
        else None
        for quote in read.analysis.quotes
    }


@pytest.mark.parametrize(
    ("put", "claim"),
    [
        ("Auf den Vorwurf", "er habe gelogen"),
        ("Auf den Einwand", "dass es zu spät sei"),
        ("Auf die Kritik", "die Preise seien zu hoch"),
        ("Zu dem Gerücht", "er wolle gehen"),
    ],
)
def test_somebody_replies_to_what_others_say(put, claim):
    text = f"{put}, {claim}, entgegnete Jon Berg, das sei Unsinn."
    assert said(text) == {claim: None, "das sei Unsinn": "Jon Berg"}


def test_a_claim_that_somebody_makes_is_theirs():
    assert said("Jon Berg erhob den Vorwurf, die Werft habe gelogen.") == {
        "die Werft habe gelogen": "Jon Berg"
    }


def test_what_is_said_goes_on_behind_a_short_source():
    assert said("Dafür sei es, so Jon Berg, längst zu spät.") == {"Dafür sei es … längst zu spät": "Jon Berg"}


def test_a_pronoun_may_be_between_the_verb_and_a_short_source():
    text = "Dafür sei es, so Jon Berg vom Deichverein, zu spät."
    assert said(text) == {"Dafür sei es … zu spät": "Jon Berg"}
