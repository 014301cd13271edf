"""Somebody told by a participle that no table has: "die Geehrte", "der Scheidende"."""

import pytest

from core.analysis.analysis import Form
from core.api import analyze
from tests.core.actors.speakers_of import speakers


def meant(text: str) -> dict[str, str]:
    """The descriptions of a German text, with the names of those whom they mean."""
    analysis = analyze(text, language="de").analysis
    nominal = (mention for mention in analysis.mentions if mention.form is Form.NOMINAL)
    found = ((mention, analysis.actor(mention.actor)) for mention in nominal)
    return {text[mention.start : mention.end]: actor.name for mention, actor in found if actor}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ina Morl geht. Die Scheidende dankte allen.", "Die Scheidende", "Ina Morl"),
        ("Ole Brams geht. Der Scheidende dankte allen.", "Der Scheidende", "Ole Brams"),
        ("Ole Brams starb mit 80. Der Verblichene war Küfer.", "Der Verblichene", "Ole Brams"),
        ("Ole Brams trug ein Tuch. Der Maskierte tanzte auf dem Tisch.", "Der Maskierte", "Ole Brams"),
    ],
)
def test_a_participle_means_whom_the_text_is_about(text: str, words: str, name: str):
    assert meant(text).get(words) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ina Morl lachte. Die Geschichte gefiel allen.",
        "Ina Morl lachte. Die Ernte gefiel allen, die Beute auch.",
        "Ina Morl lachte. Die Verluste schmerzten alle, die Gebote auch.",
        "Ina Morl lachte. Die Wende kam spät, die Spende früh.",
        "Ina Morl lachte. Das Gesagte gefiel allen.",
        "Ina Morl lachte. Die Geretteten dankten allen.",
    ],
)
def test_other_nouns_of_that_form_are_nobody(text: str):
    assert "Ina Morl" not in meant(text).values()


def test_who_gives_an_advice_says_it_and_not_who_gets_it():
    text = "Die Geehrte gab ihren Kollegen einen Rat mit auf den Weg: „Bleibt ruhig.“"
    assert speakers(text) == ["die Geehrte"]


def test_a_club_told_by_its_league_is_nobody_of_an_age():
    text = (
        "Jost Arkun spielt künftig für den FC Tiefenau. "
        "Wie der Drittligist am Samstag mitteilte, erhielt der 21-Jährige einen Vertrag bis 2030."
    )
    assert speakers(text) == ["FC Tiefenau"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Im Saal des Landtags war es still.", "des Landtags", "Landtag"),
        ("In der Sitzung des Stadtrats kam das zur Sprache.", "des Stadtrats", "Stadtrat"),
        ("Der Stadtrat zaudert. Ein Brief des Stadtrats fehlt.", "des Stadtrats", "der Stadtrat"),
    ],
)
def test_a_council_in_the_genitive_is_a_body_in_the_nominative(text: str, words: str, name: str):
    assert meant(text).get(words) == name
