"""Somebody whom a report never names, told by other nouns further down: one person, unless others come between."""

import pytest

from core.api import analyze
from tests.core.actors.speakers_of import speakers


def unnamed(text: str) -> list[str]:
    actors = analyze(text, language="de").to_dict()["actors"]
    return [actor["name"] for actor in actors if actor["kind"] == "unnamed"]


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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ein enger Freund packt aus: „Sie stritten.“ Es sei aus gewesen, verrät der Insider.",
            "ein enger Freund",
        ),
        ("Ein Nachbar hörte den Knall. „Es war laut“, sagte der Augenzeuge.", "ein Nachbar"),
        ("Ein Nachbar kam. Ein Wirt auch. „Es war laut“, sagte der Augenzeuge.", "der Augenzeuge"),
        ("Ein Passant rief an. „Es war laut“, sagte der Kommissar.", "der Kommissar"),
    ],
)
def test_who_saw_or_knows_something_is_who_was_told_of(text: str, speaker: str):
    assert speakers(text)[-1] == speaker


def test_the_only_man_named_has_the_profession_told_far_below():
    text = "Rico Valdan und Mia Fenner trennen sich.\n\nDie Fans weinen.\n\n„Es ist aus“, sagte der Sänger."
    assert speakers(text)[-1] == "Rico Valdan"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jella Maur kam. „Meine Frau sagt, das sei das Nützlichste“, so Bo Vossler.", "meine Frau"),
        ("Petra Dohm ging. „Unsere Chefin sagt, es gehe so“, rief ein Mitarbeiter.", "unsere Chefin"),
    ],
)
def test_whom_a_speaker_calls_their_own_is_nobody_named(text: str, speaker: str):
    assert speaker in speakers(text)


def test_a_young_woman_is_the_one_named_in_the_paragraph():
    text = (
        "Hinten weint eine Frau.\n\nDas Gericht berät.\n\nKollegin Jana T. (29) erzählt lange. Ob sie fror, will der "
        "Richter wissen. Die junge Frau ringt um Worte. Sie habe geschwiegen, sagt sie."
    )
    assert speakers(text)[-1] == "Jana T."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Minister verteidigt Genehmigung\n\nUmweltminister Bo Falk antwortete knapp. Es regnete.",
            "Bo Falk",
        ),
        ("Minister verteidigt Plan\n\nUmweltminister Bo Falk kam. Bauminister Udo Kern ging.", "Minister"),
    ],
)
def test_a_bare_office_in_a_headline_is_of_the_one_who_has_it(text: str, speaker: str):
    assert speakers(text)[0] == speaker


def test_a_general_noun_for_a_body_means_the_only_one_in_the_paragraph():
    text = (
        "Der Aufsichtsrat hat es beschlossen. Dem Gremium gehören elf an.\n\nDer Personalrat hält das für falsch. "
        "Es gebe keine Stellen, heißt es aus dem Gremium."
    )
    assert speakers(text)[-1] == "der Personalrat"


def test_of_two_with_like_offices_the_one_in_the_paragraph_is_meant():
    text = (
        "Stürmer Jari Lohm prallte in die Bande und blieb liegen.\n\nZwei Tore schoss Verteidiger Noah Amm. "
        "Er stammt aus Kiel. Gejubelt habe er nicht, sagte der Torschütze."
    )
    assert speakers(text)[-1] == "Noah Amm"
