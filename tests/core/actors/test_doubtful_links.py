"""Descriptions that may mean somebody named before, and those that had better be left alone."""

import pytest

from tests.core.actors.test_opposed_roles import described


@pytest.mark.parametrize(
    ("text", "description", "meant"),
    [
        (
            "Horst Pauli verlor die Abstimmung. Der Bäckermeister, der für die FDP im Rat sitzt, wollte klagen.",
            "der bäckermeister",
            "Horst Pauli",
        ),
        (
            "Geschäftsführer Toni Arens bedauerte den Entscheid.\n\nFraktionschef Uwe Bissinger lobte den Haushalt. "
            "Er trage auch die Steuer mit. Der Zahnarzt mahnte, die Kosten zu senken.",
            "der zahnarzt",
            "Uwe Bissinger",
        ),
        (
            "Diktator Oleg Brandt (63) klammert sich an die Macht. Präsident Jon Varga (79) rief am Sonntag an. Der "
            "Despot will bleiben. Viele gingen auf die Straße.",
            "der despot",
            "Oleg Brandt",
        ),
        (
            "Jetzt hat Gerd Pawlik (76) Ärger. Der Rentner aus Herne parkte am 3. Mai. Sieben Minuten, sagt er. 41 "
            "Minuten, sagt die Firma. „Ich hab den Bon noch! Da steht die Uhrzeit drauf“, schimpft der Ex-Bergmann.",
            "der ex-bergmann",
            "Gerd Pawlik",
        ),
    ],
)
def test_somebody_known(text: str, description: str, meant: str):
    assert described(text)[description] == meant


@pytest.mark.parametrize(
    ("text", "description", "other"),
    [
        (
            "Staatsanwalt Kai Ruhr forderte drei Jahre. Der Angeklagte schwieg. Der Maler hatte 2019 eine Tankstelle "
            "überfallen. „Es tut mir leid“, sagte der Maler.",
            "der maler",
            "Kai Ruhr",
        ),
        (
            "Torwart Nico Fahl hielt zwei Elfmeter. Das Spiel dauerte lange. Es regnete. Die Fans sangen. "
            "Viele gingen. Am Ende wurde der Stürmer vom Platz gestellt.\n\nDie Bahnen fuhren nicht mehr.",
            "der stürmer",
            "Nico Fahl",
        ),
        (
            "Herbert Wanke leitet das Labor. Nach zwei Wochen fanden die Tiere den Autoren zufolge den Weg.",
            "den autoren",
            "Herbert Wanke",
        ),
    ],
)
def test_somebody_else_may_be_meant(text: str, description: str, other: str):
    assert described(text).get(description) != other
