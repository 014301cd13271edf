"""Words taken for people that the text shows to be places, papers, things or parts of longer names."""

import pytest

from core.api import analyze


def actors(text: str) -> dict[str, str]:
    return {actor["name"]: actor["kind"] for actor in analyze(text, language="de").to_dict()["actors"]}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Torvenien plant eine Waffenruhe.\n\nDarin verpflichte sich Torvenien zum Abzug. Der torvenische Chef kam.",
            "Torvenien",
        ),
        ("Die Armee zieht aus der Nachbarrepublik Selmora ab.\n\nSelmora sprach von Toten.", "Selmora"),
        ("Sie bestellten den Botschafter des Nachbarlandes Meledin ein. Meledin schwieg.", "Meledin"),
        ("Wer kennt die Gemeinde Tannrüti? Tannrüti lehnt die Fusion ab.", "Tannrüti"),
        (
            "Ellerstadt kämpft um sein Haus\n\nEllerstadt. Die Nachricht kam am Abend. Es regnete.",
            "Ellerstadt",
        ),
    ],
)
def test_a_place_by_the_words_of_the_text_is_nobody(text: str, place: str):
    assert actors(text)[place] == "place"
    assert "person" not in actors(text).values()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Sabine Wagner sang wagnerisch. Wagner lachte. In Wagner steckt viel.", "Sabine Wagner"),
        ("Bürgermeister Kroll winkte ab. In der Gemeinde Kroll gibt es Streit. Kroll schwieg.", "Kroll"),
    ],
)
def test_who_is_named_in_full_or_by_an_office_stays_somebody(text: str, person: str):
    found = analyze(text, language="de").to_dict()["actors"]
    assert (person, "person") in [(actor["name"], actor["kind"]) for actor in found]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Das Promi-Magazin „Luna“ will erfahren haben, dass Bo Valdan heiratet.", ["Bo Valdan"]),
        ("Bo Valdan kritisiert viele. Heuer habe er schon 23 Mal ausrücken müssen.", ["Bo Valdan"]),
        (
            "Bo Valdan und Mia-Lou Fenner trennen sich. „Mia ist mein Zuhause“, sagte Valdan.",
            ["Bo Valdan", "Mia-Lou Fenner"],
        ),
        ("Stadtrat Hansjörg Rauch konterte, es bleibe dabei. Rauch widersprach.", ["Hansjörg Rauch"]),
    ],
)
def test_there_is_nobody_else(text: str, people: list[str]):
    assert [name for name, kind in actors(text).items() if kind == "person"] == people


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Von der Gemeinde Tannrüti kam kein Geld. Die Kommune sei arm, hieß es.", "Die Kommune", "Tannrüti"),
        ("Die Stadt Tannau plant ein Bad. Die Stadt will bald bauen.", "Die Stadt", "Tannau"),
        ("Laut Landkreis Tannau brannte es. Die Kreisverwaltung schwieg.", "Die Kreisverwaltung", "Tannau"),
        ("Der Kanton Tessau zahlt nichts. Der Kanton sei arm, sagte sie.", "Der Kanton", "Tessau"),
    ],
)
def test_who_governs_a_place_called_so_is_that_place(text: str, words: str, place: str):
    assert _meant(text, words) == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Tannau plant man ein Bad. Die Kommune will bald bauen.", "Die Kommune"),
        ("Die Stadt Tannau und die Stadt Morl streiten. Die Kommune will bauen.", "Die Kommune"),
        ("Der Landkreis Tannau zahlt nichts. Die Stadt will bald bauen.", "Die Stadt"),
    ],
)
def test_who_governs_another_place_is_not(text: str, words: str):
    assert _meant(text, words) not in ("Tannau", "Morl")


def test_several_behind_a_preposition_are_nobody_named_before():
    text = "Er kam, sagte Ole Brams. Gegenüber den Beamten gab der Mann an, er wolle nach Hause."
    assert _meant(text, "den Beamten") is None


def _meant(text: str, words: str) -> str | None:
    """The name of whom a description means."""
    analysis = analyze(text, language="de").analysis
    at = text.index(words, text.index(".") if words[0] == "D" else 0)
    actors = (analysis.actor(each.actor) for each in analysis.mentions if each.start == at)
    return next((actor.name for actor in actors if actor), None)
