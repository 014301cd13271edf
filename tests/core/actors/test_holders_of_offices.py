"""A name that could be a place is a person's where an office is before it."""

import pytest

from core.api import analyze
from core.language.pipeline import GERMAN

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def kinds(text: str) -> dict[str, str]:
    return {actor.name: str(actor.kind) for actor in analyze(text, language="de").analysis.actors}


@pytest.mark.parametrize(
    "office", ["Oberbürgermeisterin", "Landrätin", "Richterin", "Trainerin", "Sprecherin"]
)
def test_an_office_makes_a_person_of_a_name(office):
    assert kinds(f"{office} Ostendorf war nicht gekommen. Das Dach ist dicht.")["Ostendorf"] == "person"


@pytest.mark.parametrize("before", ["Gastgeber", "Partner", "Weltmeister", "Nachbar"])
def test_whoever_takes_part_may_be_a_country(before):
    assert kinds(f"{before} Frankreich zögerte am Montag. Das Dach ist dicht.")["Frankreich"] == "place"


def test_a_council_is_no_office():
    assert kinds("Im Landrat Baselland wurde am Montag gestritten.").get("Baselland") != "person"
