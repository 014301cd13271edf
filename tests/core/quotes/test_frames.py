"""Which clauses around a verb of saying it frames, and which it leaves alone."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def indirect(text: str) -> list[tuple[str, str]]:
    """The indirect statements as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind == "indirect"]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Das Boot sei leer", "Das Boot sei leer … der Steg sei alt"),
        ("Das Boot ist leer", "der Steg sei alt"),
    ],
)
def test_both_clauses_around_a_verb_are_said_in_the_konjunktiv_alone(before, words):
    assert indirect(f"{before}, klagt der Wirt, der Steg sei alt.") == [(words, "der Wirt")]


@pytest.mark.parametrize(
    ("behind", "says"),
    [
        (", das sagte der Verband", True),
        ("; das sagte der Verband", False),
        (" – das sagte der Verband", False),
        (", das lobte der Verband", False),
    ],
)
def test_a_last_clause_points_back_behind_a_comma_with_a_verb_of_saying(behind, says):
    assert indirect(f"Das Brot wird teurer{behind}.") == (
        [("Das Brot wird teurer", "der Verband")] if says else []
    )


@pytest.mark.parametrize(("who", "speaker"), [("jemand", "jemand"), ("kaum jemand", None)])
def test_somebody_says_it_unless_hardly_anybody_does(who, speaker):
    said = [] if speaker is None else [("das Boot sei leer", speaker)]
    assert indirect(f"Das sagte {who} am Hafen, das Boot sei leer.") == said


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt sagte, das ist leer.",
        "Der Wirt sagte es, und das Boot sei leer.",
        "Der Wirt betonte das, aber das Boot sei leer.",
    ],
)
def test_an_afterthought_is_not_said(text):
    assert indirect(text) == []
