"""Nouns for people in general beside names that look like them, read with the bundled model."""

import pytest

from core.api import analyze
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def people(text: str) -> list[str]:
    """The persons that a text has, by name."""
    found = analyze(f"Neues vom Ufer\n\n{text}\n", language="de")
    return [actor.name for actor in found.analysis.actors if actor.kind.value == "person"]


@pytest.mark.parametrize(
    "text",
    ["„Es nervt“, sagen Angler.", "Dänemarks Fischer klagen: „Die Netze bleiben leer.“"],
)
def test_people_in_general_are_nobody_of_that_name(text):
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Udo Fischer klagt. Fischer und Müller klagen.", ["Udo Fischer", "Müller"]),
        ("„Es reicht“, sagt Fischer. Das freut Meike Bauer.", ["Fischer", "Meike Bauer"]),
    ],
)
def test_surnames_that_say_what_people_are_stay_names(text, names):
    assert people(text) == names


@pytest.mark.parametrize("noun", ["Bote", "Angler", "Pendler", "Spaziergänger", "Anwohner", "Forscher"])
def test_he_is_whoever_was_introduced_and_not_a_name_beside(noun):
    read = analyze(
        f"Am Ufer\n\nEin {noun} traf am Steg Minister Bernd Klasing. „Der war nett“, erzählte er.\n"
    )
    (quote,) = read.analysis.quotes
    assert read.speaker(quote).name == f"ein {noun}"


@pytest.mark.parametrize("noun", ["Kritiker", "Ermittler", "Züchterin", "Wissenschaftler"])
def test_what_people_are_in_general_is_a_role_of_one_who_is_named(noun):
    article = "Die" if noun.endswith("in") else "Der"
    (actor,) = analyze(
        f"Am Ufer\n\n{article} {noun} Toni Orth ist zufrieden.\n", language="de"
    ).analysis.actors
    assert actor.roles == (noun,)
