"""Whom English reports mean by the party: "the Democrat", "the Tory", "the Labour councillor"."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed, speakers

PAIRS = {
    "Sen. Colin Reeve (D-Ohio) met Rep. Tilda Marsh (R-Texas).": ("Democrat", "Republican"),
    "Republican Senator Tilda Marsh met Democratic congressman Colin Reeve.": ("Democrat", "Republican"),
    "Sen. Colin Reeve, D-Ohio, met Rep. Tilda Marsh, R-Texas.": ("Democrat", "Republican"),
    "Cllr Colin Reeve (Con) met Cllr Tilda Marsh (Lab).": ("Tory", "Labour councillor"),
    "Conservative MP Colin Reeve met Labour MP Tilda Marsh.": ("Conservative", "Labour MP"),
    "Tory MP Colin Reeve met Labour MP Tilda Marsh.": ("Conservative", "Labour MP"),
}


@pytest.mark.parametrize("text", PAIRS)
def test_one_of_a_party_is_who_is_of_it(text: str):
    one, other = PAIRS[text]
    found = analysed(f"{text} The {one} said that it was late. The {other} said that it was early.")
    assert speakers(found) == ["Colin Reeve", "Tilda Marsh"]
    assert len(actor(found, "Colin Reeve").affiliations) == 1
    assert len(actor(found, "Tilda Marsh").affiliations) == 1


def test_the_party_itself_is_no_member():
    assert speakers(analysed("Tilda Marsh left. The Conservatives said that it was late.")) == [
        "Conservatives"
    ]
