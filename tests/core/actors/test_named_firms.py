"""Firms that are called like people, and what else is set right about names."""

import pytest

from core.analysis import ActorKind
from core.api import analyze
from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    "noun",
    [
        "Pharmakonzern",
        "Autobauer",
        "Versicherer",
        "Chemieriese",
        "Discounter",
        "Netzbetreiber",
        "Chipfertiger",
    ],
)
@pytest.mark.parametrize("name", ["Rodelmann", "Kirsch", "Ventus"])
def test_a_name_behind_a_noun_for_a_firm_is_the_firms(noun: str, name: str) -> None:
    text = f"Der {noun} {name} ruft Geräte zurück. Alte seien betroffen, teilte {name} am Montag mit."
    kinds = {actor.name: actor.kind for actor in analyze(text, language="de").analysis.actors}
    assert kinds == {name: ActorKind.ORGANISATION}
    assert set(speakers(text)) == {name}


@pytest.mark.parametrize("name", ["Orgelbauer Kirsch", "Weinhändler Kirsch", "Autobauer Rudi Kirsch"])
def test_who_makes_or_sells_by_hand_is_somebody(name: str) -> None:
    text = f"{name} lud am Montag ein. Er sei froh, sagte Kirsch. Der Saal war voll."
    kinds = {actor.kind for actor in analyze(text, language="de").analysis.actors if "Kirsch" in actor.name}
    assert kinds == {ActorKind.PERSON}


def test_a_town_in_the_genitive_goes_by_its_name() -> None:
    assert speakers("Nach Darstellung Moskaus war es ruhig.") == ["Moskau"]


def test_a_first_name_in_the_genitive_is_no_place() -> None:
    text = "Mona Sell (46) wartet. „Mona ist müde“, sagt eine Freundin. Monas Manager Ralf Kolm schweigt."
    assert [a.name for a in analyze(text, language="de").analysis.actors if a.kind is ActorKind.PLACE] == []
