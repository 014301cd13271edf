"""Words that look like names, and names that look like words, read with the bundled model."""

import pytest

from core.api import analyze
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def names(text: str, kind: str) -> list[str]:
    """The names of the actors of a kind."""
    actors = analyze(f"Neues vom Ufer\n\n{text}\n", language="de").analysis.actors
    return [actor.name for actor in actors if actor.kind.value == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Gegner warfen dem Propst Häresie und einen ausgeprägten Geiz vor.", []),
        ("Sie warfen dem Propst Simonie vor.", []),
        ("Dem Trainer Feigheit vorzuwerfen, sei absurd.", []),
        ("Man warf dem Minister Brenner Betrug vor.", ["Brenner"]),
        ("Man warf dem Minister Brenner vor, er habe gelogen.", ["Brenner"]),
        ("Das warf sie dem Kanzler Kolb vor.", ["Kolb"]),
    ],
)
def test_charges(text, people):
    assert names(text, "person") == people


def test_an_english_body_is_one():
    assert names("Die Bank of Norway hebt die Zinsen. Die Notenbank warnt.", "organisation") == [
        "Bank of Norway"
    ]


def test_a_pseudonym_is_of_whom_it_is_told():
    text = "Autorin Greta Wolf, die unter dem Pseudonym Mara Stein schreibt, las vor. Stein sagte, sie sei nervös."
    assert names(text, "person") == ["Greta Wolf"]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Gegenüber dem Standard sagte Ina Bolt, sie gehe.", ["Standard"]),
        ("„Ich gehe“, erklärte Ina Bolt gegenüber der Welt.", ["Welt"]),
        ("Ina Bolt verschloss sich gegenüber der Welt.", []),
    ],
)
def test_papers_without_marks(text, papers):
    assert names(text, "organisation") == papers


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Das sei nicht alles, sagt Ole Lindner, Imker aus Lohne.", ["Ole Lindner"]),
        ("Das sei nicht alles, sagt Ole Lindner (34), Imker aus Lohne.", ["Ole Lindner"]),
        ("Zwei Stunden hielt Ziege „Resi“ die Stadt in Atem. Eine Ziege gehört nicht in die Manege.", []),
        # Names that are nouns as well
        (
            "Ole Lindner und Bo Bauer kamen. Nach Lindner, Bauer und den anderen kam nur der Wirt.",
            ["Ole Lindner", "Bo Bauer"],
        ),
        ("Bo Bauer kam. Ein Bauer lachte. Bauer lachte auch.", ["Bo Bauer"]),
        ("Trainer Schmied lachte. Ein Schmied sei er nicht, sagte Schmied.", ["Schmied"]),
    ],
)
def test_nouns_beside_names_and_with_an_article(text: str, people: list[str]) -> None:
    assert names(text, "person") == people
