"""Whose age a sentence tells that opens with it: that of whom the sentence before has introduced."""

import pytest

from core.api import analyze


def aged(text: str) -> dict[str, int]:
    actors = analyze(text, language="de").to_dict()["actors"]
    return {actor["name"]: actor["age"] for actor in actors if actor["age"] is not None}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Ida Holm leitet das Haus. Entworfen hat es Petra Dohm. Die 44-Jährige lebt in Kiel.", "Petra Dohm"),
        ("Ida Holm leitet das Haus. Es wurde von Petra Dohm geplant. Die 44-Jährige friert.", "Petra Dohm"),
        # the sentence before speaks of somebody else too
        ("Bo Lenz baut um. Er setzt auf Torwart Udo Kern. Der 44-Jährige kam im Sommer.", "Bo Lenz"),
        ("Bo Lenz gewann. Es war sein dritter Sieg vor Udo Kern. Der 44-Jährige jubelte.", "Bo Lenz"),
        ("Bo Lenz gewann. Er dankte seinem Vater Udo Lenz. Der 44-Jährige will weiterfahren.", "Bo Lenz"),
    ],
)
def test_the_age_is_that_of_whoever_is_new(text: str, whose: str):
    assert aged(text) == {whose: 44}


def test_who_governs_and_is_not_named_has_no_age():
    text = "Für Wirt Franz Hinter ist Schluss. An der Wand hängt der Bundespräsident. Er sei müde, sagt der 64-Jährige."
    assert aged(text) == {"Franz Hinter": 64}


@pytest.mark.parametrize(
    "newcomer",
    [
        "Ein Bademeister sagte, das Wasser sei kalt gewesen.",
        "„Das Wasser war kalt“, sagte ein Bademeister.",
        "Nach Angaben eines Bademeisters war das Wasser kalt.",
        "Laut einem Bademeister war das Wasser kalt.",
    ],
)
def test_the_age_is_that_of_somebody_new_who_has_no_name_but_speaks(newcomer: str):
    told = aged(f"Trainer Jan Toll lobte das Team. {newcomer} „Ich bin gesprungen“, sagte der 29-Jährige.")
    assert list(told.values()) == [29]
    assert "Jan Toll" not in told
