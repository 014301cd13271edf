"""Whose the answers of an English interview are: whom the lines above it introduce, and not who asks."""

import pytest

import core

_TURNS = """

Q: When did you know it was time to stop?

A: The day a rat nodded at me. I told Carl Moss.

Q: What did Carl Moss say?

A: Carl Moss said I should have nodded back.

Q: And the rents?

A: Ask Carl Moss."""


def speakers(text):
    """Who says each turn: a name, or None."""
    found = core.analyze(text, language="en").to_dict()
    names = {actor["id"]: actor["name"] for actor in found["actors"]}
    turns = [quote for quote in found["quotes"] if quote["rule"].startswith("interview")]
    return [names.get((quote["speaker"] or {}).get("actor")) for quote in turns]


@pytest.mark.parametrize(
    "lead",
    [
        "Orla Finch ran the Marlow market for thirty years. She talked to Ben Tate about rats and rents.",
        "Mayor Orla Finch, 55, took over from Paul Orde. She spoke with reporter Lisa Chan.",
        "The novelist Orla Finch lives on a barge. Interview by Lou Marsh",
        "The chef Orla Finch talks to Ben Tate",
        "Orla Finch, 44, is the last lamplighter of Denby. Our reporter Lou Marsh met her and Tom Orde on the quay.",
    ],
)
def test_who_is_introduced_answers(lead):
    assert speakers(lead + _TURNS) == ["Orla Finch"] * 3


@pytest.mark.parametrize(
    "lead",
    [
        "Orla Finch talks to Ben Tate about rats.",
        "Orla Finch and Tom Orde run the Denby ferry.",
        "The ferry has two captains.",
    ],
)
def test_it_is_left_open_who_answers_of_several(lead):
    assert speakers(lead + _TURNS) == [None] * 3


def test_letters_with_full_stops_are_turns():
    text = "The cellist Orla Finch, 61, has given up touring."
    assert speakers(text + _TURNS.replace("Q:", "Q.").replace("A:", "A.")) == ["Orla Finch"] * 3


def test_a_turn_is_said_by_whom_it_names():
    text = (
        "The Monday interview: Orla Finch\n\nOrla Finch is the first woman to run the Denby line.\n\n"
        "The Echo: Were you nervous?\n\nFinch: Terrified. The brakes were older than me.\n\n"
        "The Echo: Who taught you?\n\nFinch: My uncle. He told me never to look at the clock."
    )
    assert speakers(text) == ["Echo", "Orla Finch"] * 2
