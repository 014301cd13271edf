"""Whose age a report of a trial tells: that of the accused, not of who judges or accuses there."""

import pytest

from core.api import analyze


def ages(text: str) -> dict[str, int | None]:
    actors = analyze(text, language="de").to_dict()["actors"]
    return {actor["name"]: actor["age"] for actor in actors if actor["kind"] == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Staatsanwalt Jan Holm wollte drei Jahre Haft. Das Gericht glaubte dem 38-Jährigen. Es ging um Udo Kern.",
        "Richter Ole Brand sprach Udo Kern frei. Staatsanwalt Jan Holm ging. Das Gericht glaubte dem 38-Jährigen.",
        "Udo Kern muss sich verantworten. Staatsanwalt Jan Holm sprach lange. „Es reicht“, sagte der 38-Jährige.",
        "Der Angeklagte Udo Kern schwieg. Staatsanwalt Jan Holm sprach lange. Der 38-Jährige will Berufung einlegen.",
    ],
)
def test_an_age_is_not_the_judges(text: str):
    found = ages(text)
    assert found["Jan Holm"] is None
    assert found["Udo Kern"] in (None, 38)


@pytest.mark.parametrize(
    "text",
    [
        "Staatsanwalt Jan Holm ist neu. „Ich freue mich“, sagte der 51-Jährige.",
        "Richter Jan Holm geht in Pension. Der 51-Jährige war lange krank.",
        "Staatsanwältin Ida Dohm beschuldigt Rita Malz. Richter Jan Holm lachte. „Gut“, sagte der 51-Jährige.",
    ],
)
def test_who_judges_has_an_age_where_nobody_else_can_be_meant(text: str):
    assert ages(text)["Jan Holm"] == 51


def test_an_age_goes_to_whoever_is_found_to_be_meant_later():
    text = (
        "Wegen Betrugs steht Udo Kern vor Gericht. Ida Holm spricht von Gier. „Er log“, sagt die 39-Jährige."
    )
    assert ages(text)["Ida Holm"] == 39
