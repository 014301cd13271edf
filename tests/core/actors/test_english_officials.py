"""Officials of whom a place has one, and their offices, in English reports."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed, speakers


@pytest.mark.parametrize(
    "noun", ["judge", "coroner", "magistrate", "mayor", "governor", "referee", "prosecutor"]
)
def test_an_official_is_nobody_of_whom_the_text_has_told_something_else(noun: str):
    found = analysed(f"Dora Finch has lost the mill at Denby. The {noun} said that it was late.")
    assert speakers(found) == [f"the {noun}"]
    assert actor(found, "Dora Finch").roles == ()


def test_an_official_is_who_the_text_has_told():
    found = analysed("Mayor Dora Finch has left Denby. The mayor said that it was late.")
    assert speakers(found) == ["Dora Finch"]


def test_a_retired_official_may_be_who_was_spoken_of():
    found = analysed("Dora Finch chairs the panel. The retired judge said that it was late.")
    assert speakers(found) == ["Dora Finch"]


@pytest.mark.parametrize("noun", ["mayor", "governor"])
@pytest.mark.parametrize("before", ["Dora Finch has lost the mill.", "{} Dora Finch has left Denby."])
def test_the_office_of_somebody_is_not_who_holds_it(noun: str, before: str):
    text = f"{before.format(noun.capitalize())} The {noun}'s office said that it was late."
    assert speakers(analysed(text)) == [f"the {noun}'s office"]
