"""In an obituary a pronoun means who has died, unless somebody else of that sex was the subject just before."""

import pytest

from tests.core.actors.test_english_actors import analysed, speakers

OBITUARY = "Orla Penn\n\nOrla Penn, who has died aged 96, mapped the mosses of Elm.\n\n"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("In 1960 the guild of Iris Vale elected her. She said the boat was cold.", "Orla Penn"),
        ("She was joined by Iris Vale, a painter, in 1960. She said the boat was cold.", "Orla Penn"),
        ("Her daughter, Iris Vale, said the boat leaked. She added that nobody minded.", "Iris Vale"),
        ("Her daughter, Iris Vale, laughed. “We never sank,” she said.", "Iris Vale"),
    ],
)
def test_whom_a_pronoun_means_in_an_obituary(told, who):
    assert speakers(analysed(OBITUARY + told))[-1] == who


def test_who_has_died_in_the_main_clause():
    text = "Orla Penn, botanist\n\nOrla Penn, the botanist, has died at her home in Elm. She was 96.\n\n"
    told = "She met Iris Vale in 1960.\n\nIris Vale left her the boat.\n\nShe said it was cold."
    assert speakers(analysed(text + told)) == ["Orla Penn"]


def test_who_speaks_of_somebody_killed_is_not_the_dead():
    text = (
        "Tributes paid to Orla Penn\n\nOrla Penn, 20, who died in a crash on Monday, was a nurse.\n\n"
        "Her mother, Iris Penn, said the road was unsafe. She urged the council to act.\n\n“We are broken,” she said."
    )
    assert set(speakers(analysed(text))) == {"Iris Penn"}
