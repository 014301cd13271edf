"""Acts that somebody declines, and acts whose noun is the subject."""

import pytest

from tests.core.quotes.said import found


def reported(text: str) -> list[tuple[str, str]]:
    """The reported acts as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind == "reported"]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("Die Reederei wollte sich nicht äussern.", "wollte sich nicht äussern", "Die Reederei"),
        ("Das Amt will den Plan nicht kommentieren.", "will den Plan nicht kommentieren", "Das Amt"),
        ("Scharfe Kritik kam vom Lotsenverband.", "Scharfe Kritik kam", "Lotsenverband"),
        ("Bei den Fischern stieß der Plan auf Ablehnung.", "stieß der Plan auf Ablehnung", "den Fischern"),
        (
            "Auch eine Haftung der Werft verneinte der Senat.",
            "Auch eine Haftung der Werft verneinte",
            "der Senat",
        ),
        ("Die Lotsen boten sich als Helfer an.", "boten sich als Helfer an", "Die Lotsen"),
    ],
)
def test_an_act_and_whose_it_is(text, act, who):
    assert reported(text) == [(act, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Reederei wollte sich dazu äußern.",
        "Der Rat will den Hafen nicht verteidigen.",
        "Der Bus kam aus Leer.",
        "Kritik erhielt der Plan gestern.",
    ],
)
def test_no_act(text):
    assert reported(text) == []
