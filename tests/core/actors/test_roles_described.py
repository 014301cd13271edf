"""Roles that descriptions and sentences about somebody give: "den Vorsitzenden", "Er ist Bäcker"."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article


def roles(text: str, name: str) -> tuple[str, ...]:
    """The roles of the one actor of that name."""
    (actor,) = (each for each in analyze(plain_article(text, "text")).actors if each.name == name)
    return actor.roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Zwischen allen Stühlen sitzt die Kulturministerin. Sie achte die Freiheit der Bühnen, ließ Kim Lindner "
            "mitteilen, erwarte aber Ruhe.",
            "Kulturministerin",
        ),
        (
            "Das ließ die Baudirektorin nicht gelten. „Wir bauen nur, was bezahlt ist“, sagte Kim Lindner.",
            "Baudirektorin",
        ),
        (  # One who is spoken of in another case.
            "Den Vorsitzenden bringt das auf. „Hier steht Ihr Name“, ruft Kim Lindner und hält ein Blatt hoch.",
            "Vorsitzender",
        ),
        (
            "Der Hund gehört dem Trainer. Der heißt Kim Lindner, war Meister im Halbschwergewicht und glaubt nichts.",
            "Trainer",
        ),
        (  # Who spoke last and speaks again, though another is named.
            "Es war der zehnte Einsatz des jungen Kai Sommer (21). Endlich lief es für Sommer, auch heute soll Sommer "
            "spielen.\n\nKim Lindner (48) wundert es nicht: "
            "„Er hat jetzt mehr Raum.“\n\nDer Trainer strahlt: „Besser lief es hier noch nie.“",
            "Trainer",
        ),
        (  # Whose they are is told as well.
            "Anna Kolbe fiel in den Schnee. Doch ihr Aufnahmeleiter sah bald, dass etwas fehlte. „Anna wurde bleich“, "
            "erzählt Kim Lindner.",
            "Aufnahmeleiter",
        ),
        (
            "Der Verein kämpft weiter. Ihr Sprecher, ein pensionierter Studienrat, empfängt im Garten. Niemand habe "
            "etwas gegen die Fahrer, versichert Kim Lindner.",
            "Sprecher",
        ),
    ],
)
def test_a_description_of_somebody_named_gives_the_role(text: str, role: str) -> None:
    first = "Ina" if role.endswith("in") else "Ole"
    assert roles(text.replace("Kim", first), f"{first} Lindner") == (role,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (  # Whom something is done to.
            "Ole Brunner hat 40 Kühe. Im Mai schrieb er dem Landrat selbst einen Brief. „Es reicht“, sagt Brunner.",
            "Ole Brunner",
        ),
        (  # What somebody is in one matter only.
            "Ole Brunner kam am Montag. Der Zeuge schwieg lange. Dann lachte Brunner.",
            "Ole Brunner",
        ),
        (  # A woman, and a man.
            "Ina Lindner hat das Fest erfunden. Der Bürgermeister lobt sie dafür.",
            "Ina Lindner",
        ),
        (  # Somebody's who may be anybody.
            "Dessen Anwältin warnte vor Vorverurteilungen. Ihr Mandant habe den Weg verworfen, betonte Ina Lindner.",
            "Ina Lindner",
        ),
        (  # Two who may hold it.
            "Ole Brunner und Kai Sommer saßen im Rat. Der Bürgermeister kam zu spät. „Na endlich“, sagte Sommer.",
            "Kai Sommer",
        ),
    ],
)
def test_a_description_that_may_mean_somebody_else_gives_none(text: str, name: str) -> None:
    assert roles(text, name) == ()


TOLD = {
    "Kim Lindner trat auf. Bis vor drei Jahren war er Postangestellter in Wald.": ("Postangestellter",),
    "Kim Lindner lacht. Er arbeitet seit 20 Jahren als Bäcker in Lohne.": ("Bäcker",),
    "Kim Lindner hat lange für die Mine gearbeitet, als Sprengmeister.": ("Sprengmeister",),
    "Kim Lindner, der als Bäcker arbeitet, lacht.": ("Bäcker",),
    "Kim Lindner lachte. Er wurde Bergführer, dann Hüttenwart.": ("Bergführer",),
    "Kim Lindner, 34, ist Fernfahrerseelsorger, einer von fünf im ganzen Land.": ("Fernfahrerseelsorger",),
    # What they are not, are in one matter, or are to somebody.
    "Kim Lindner lachte. Er ist nicht Bäcker.": (),
    "Kim Lindner lachte. Er wäre Bäcker, wenn er wollte.": (),
    "Kim Lindner lachte. Er war Zeuge des Unfalls.": (),
    "Kim Lindner lachte. Er war Sieger und Held des Tages.": (),
    "Kim Lindner lachte. Er ist Vater von drei Söhnen.": (),
    # What somebody says, and what is said of others.
    "Kim Lindner lachte. Er sei Bäcker, sagt er.": (),
    "Kim Lindner lachte. „Er ist Bäcker“, sagte Ina Sommer.": (),
    "Kim Lindner traf Ina Sommer. Sie ist Bäckerin.": (),
}


@pytest.mark.parametrize("text", TOLD)
def test_what_a_text_says_that_somebody_is(text: str) -> None:
    assert roles("Neues vom Ufer\n\n" + text.replace("Kim", "Ole"), "Ole Lindner") == TOLD[text]
