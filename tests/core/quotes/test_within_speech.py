"""What somebody passes on inside their own words belongs to whoever said it first."""

import pytest

from tests.core.quotes.said import found


def indirect(text: str) -> list[tuple[str, str]]:
    """The indirect statements as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "„Mein Bruder behauptet, das Boot sei gestohlen“, sagte die Lotsin.",
            ("das Boot sei gestohlen", "Mein Bruder"),
        ),
        (
            "„Wir warten. Der Wirt hat versprochen, dass er morgen zahlt“, sagte die Köchin.",
            ("dass er morgen zahlt", "Der Wirt"),
        ),
        (
            "Die Lotsin sagte, sie sei allein gewesen. Der Wirt habe sie gefragt, ob sie ein Boot wolle.",
            ("ob sie ein Boot wolle", "Der Wirt"),
        ),
        (
            "Das Boot lag im Hafen, sagte die Lotsin. Die Köchin werfe ihr vor, sie habe es versteckt.",
            ("sie habe es versteckt", "Die Köchin"),
        ),
    ],
)
def test_what_another_said(text, inner):
    assert inner in indirect(text)


@pytest.mark.parametrize(
    "text",
    [
        "„Ich glaube, das Boot ist alt“, sagte die Lotsin.",
        "„Wir haben ihm gesagt, dass wir gehen“, sagte die Lotsin.",
        "„Sie wissen, dass Sie gehen sollen“, sagte die Lotsin.",
    ],
)
def test_what_they_say_themselves(text):
    assert indirect(text) == []


def test_whoever_passed_it_on_speaks_on():
    text = "Die Lotsin sagte, sie sei müde. Der Wirt habe gefragt, ob sie bleibe. Man habe lange gewartet."
    assert found(text)[-1] == ("indirect-free-indirect", "Man habe lange gewartet.", "Die Lotsin")
