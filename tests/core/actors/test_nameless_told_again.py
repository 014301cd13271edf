"""Somebody whom a report never names, told by other nouns further down: one person, unless others come between."""

import pytest

from core.api import analyze


def unnamed(text: str) -> list[str]:
    actors = analyze(text, language="de").to_dict()["actors"]
    return [actor["name"] for actor in actors if actor["kind"] == "unnamed"]


def speakers(text: str) -> list[str | None]:
    read = analyze(text, language="de")
    found = [read.speaker(quote) for quote in read.analysis.quotes]
    return [actor.name if actor else None for actor in found]


@pytest.mark.parametrize(
    "text",
    [
        "Eine 81 Jahre alte Frau verlor ihr Geld.\n\n„Er war höflich“, berichtete die Rentnerin.",
        "Ein angeblicher Klempner kam ins Haus.\n\nDer Mann behauptete, er müsse ins Bad.",
        "Ein 34-Jähriger fuhr gegen eine Laterne.\n\nDer Fahrer sagte, er habe nichts getrunken.",
        "Eine 52-jährige Tirolerin stürzte.\n\nDie Verletzte fror. „Es ging schnell“, sagte die Verunglückte.",
    ],
)
def test_the_only_one_told_of_is_meant(text: str):
    assert len(unnamed(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ein Nachbar hörte den Knall. Ein Postbote sah Rauch.\n\nDer Mann sagte, es sei laut gewesen.",
        "Ein Polizist stoppte den Wagen.\n\nDer Mann am Steuer sagte, er sei nüchtern.",
    ],
)
def test_of_several_none_is_meant(text: str):
    assert speakers(text)[-1] not in (None, *unnamed(text)[:-1])


def test_who_speaks_for_the_police_is_an_officer():
    text = (
        "Polizeisprecherin Rieke Harms warnt. „Ruft an“, sagt sie. Die Beamtin rät, Fremde nicht einzulassen."
    )
    assert speakers(text)[-1] == "Rieke Harms"
