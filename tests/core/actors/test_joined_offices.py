"""Offices told in more than one word beside a name, ages in other spellings, and names behind relative pronouns."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def people(text):
    """Everybody in a text by name, with roles and age."""
    found = analyze(plain_article(text, "-")).actors
    return {actor.name: (list(actor.roles), actor.age) for actor in found if actor.kind.value != "place"}


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        (
            "Der Bau-, Verkehrs- und Umweltdirektor Urs Holl sprach.",
            "Urs Holl",
            ["Bau-, Verkehrs- und Umweltdirektor"],
        ),
        ("Der Luzerner Bildungs- und Kulturdirektor Urs Holl sprach.", "Urs Holl", None),
        (
            "Der Staatsrat und Gesundheitsdirektor Urs Holl kam.",
            "Urs Holl",
            ["Staatsrat", "Gesundheitsdirektor"],
        ),
        ("Der Bürgermeister dankte dem Förster und Jäger Tom Ried.", "Tom Ried", ["Förster", "Jäger"]),
        ("Der Präsident und Minister Tom Ried reisten ab.", "Tom Ried", ["Minister"]),
        ("Bäuerin und Rätin Agnes Moll ging.", "Agnes Moll", ["Bäuerin", "Rätin"]),
        ("Da kam Ida Moll, bis vor zwei Jahren Chefin der Werft.", "Ida Moll", ["Chefin der Werft"]),
        ("Da kam Ida Moll, zuletzt Chefin der Werft.", "Ida Moll", ["Chefin der Werft"]),
        (
            "„Nie“, hielt der Leiter der Wehr, Ulf Tamm, dem Minister entgegen.",
            "Ulf Tamm",
            ["Leiter der Wehr"],
        ),
        ("Agnes Moll kam. Die Wirtin und Jägerin Vera Lodd schwieg.", "Agnes Moll", []),
        (
            "Das Dach ist dicht. Dies teilte Ulf Tamm mit, Chef der Bauwacht.",
            "Ulf Tamm",
            ["Chef der Bauwacht"],
        ),
        ("Das kündigte Eva Moll an, Chefs anderer Firmen folgten.", "Eva Moll", []),
        ("Kai Brenz, von Beruf Landwirt, sitzt im Rat.", "Kai Brenz", ["Landwirt"]),
        ("Das sagte Eva Moll, ihres Zeichens Wirtin.", "Eva Moll", ["Wirtin"]),
    ],
)
def test_offices_in_several_words(text, name, roles):
    wanted = ["Bildungs- und Kulturdirektor"] if roles is None else roles
    assert people(text)[name][0] == wanted


def test_two_offices_with_one_article_are_one_person():
    assert list(people("Der frühere Torwart und heutige Trainer Jan Illing sprach.")) == ["Jan Illing"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Anna Pohl führt den Kiosk. Sie habe keine Angst, erklärt die 66jährige.", 66),
        ("Die 66jährige Wirtin Anna Pohl kocht.", 66),
        ("Anna Pohl floh. Die heute 45-Jährige lebt in Rom.", 45),
        ("Anna Pohl siegte. „Toll“, sagte die damals 17-Jährige.", None),
        ("Anna Pohl schwimmt. „Das hält jung“, sagt die bald 80-Jährige.", None),
    ],
)
def test_ages_in_other_spellings_and_of_other_times(text, age):
    assert people(text) == {"Anna Pohl": (people(text)["Anna Pohl"][0], age)}


def test_a_relative_pronoun_is_no_article_of_a_first_name():
    text = "Das schmälerte den Frust nicht, den Besart Rukaj so beschrieb: „Wir waren blind.“"
    assert list(people(text)) == ["Besart Rukaj"]


@pytest.mark.parametrize(
    "text", ["Es ist der Plan, den Minister Kolb vorstellte.", "Er nannte den Ball, den Torwart Kolb lobte."]
)
def test_an_office_behind_a_relative_pronoun_is_no_first_name(text):
    assert "Kolb" in people(text)
