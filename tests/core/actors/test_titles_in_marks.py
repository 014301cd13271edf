"""Whom a noun behind a title in marks and a hyphen means: "die „Nordwind“-Sängerin"."""

import pytest

from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("die „Nordwind“-Sängerin", "Mara Velten"),
        ("die „Nordwind“-Interpretin", "Mara Velten"),
        ("die »Lied vom Meer«-Sängerin", "Mara Velten"),
        ("der „Hafenblick“-Darsteller", "Tim Korn"),
    ],
)
def test_the_noun_behind_a_title_is_a_description(noun: str, name: str):
    told = "Sängerin Mara Velten hat" if name.startswith("Mara") else "Schauspieler Tim Korn hat"
    pronoun = "sie" if name.startswith("Mara") else "er"
    text = (
        f"{told} genug. „Wir haben es versucht“, sagte {noun} am Montag. Nun wolle {pronoun} pausieren, "
        f"erklärte {pronoun}."
    )
    assert speakers(text) == [name, name]


def test_it_is_not_what_the_title_is_of():
    text = "Die Redaktion ist wütend. „Nein“, meinte eine „Echo“-Reporterin. „Doch“, sagte der „Echo“-Verlag."
    assert speakers(text) == ["eine „Echo“-Reporterin", "Echo"]
