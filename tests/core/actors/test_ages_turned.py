"""Ages that a birthday tells, a death, or at which somebody does something."""

import pytest

from core.api import analyze

AGES = {
    "Nora Lamm feiert heute ihren 80. Geburtstag.": 80,
    "Nora Lamm wird am Montag 80.": 80,
    "Am Montag wird Nora Lamm 80.": 80,
    "Nora Lamm wurde gestern 80. Es gab Torte.": 80,
    "Nora Lamm ist am Montag 80 geworden.": 80,
    "Nora Lamm, gerade 74 geworden, lacht.": 74,
    "Nora Lamm lacht. Am Montag wird sie 80.": 80,
    "Nora Lamm lacht. Gerade ist sie 80 geworden.": 80,
    "Zum 80. Geburtstag von Nora Lamm kamen viele.": 80,
    "Zum 80. von Showlegende Nora Lamm kamen viele.": 80,
    "Nora Lamm lacht. Sie ist 74 Jahre alt.": 74,
    "Nora Lamm ist tot. Sie wurde 79 Jahre alt.": 79,
    "Nora Lamm ist am Sonntag in Lohne gestorben, im Schlaf, mit 79 Jahren.": 79,
    "Nora Lamm starb am Sonntag in Lohne, im Alter von 79 Jahren.": 79,
    "Im Alter von 79 Jahren ist Nora Lamm gestorben.": 79,
    "Nora Lamm starb mit 79.": 79,
    "Nora Lamm fährt mit 74 noch immer über die Dörfer.": 74,
    "Nora Lamm ist mit 74 Jahren die älteste im Chor.": 74,
    "Mit 74 Jahren ist Nora Lamm die älteste im Chor.": 74,
    # Of another day, of somebody else
    "Nora Lamm feierte 1990 ihren 40. Geburtstag.": None,
    "Nora Lamm lacht. Sie war 30 Jahre alt, als das Haus brannte.": None,
    "Schon mit 16 stand Nora Lamm auf der Bühne.": None,
    "Nora Lamm konnte mit 30 noch nicht lesen.": None,
    "Nora Lamm trat mit 30 noch immer auf.": None,
    "Nora Lamm besuchte den 80. Geburtstag ihrer Mutter.": None,
    "Nora Lamm feiert den 80. Geburtstag der Feuerwehr.": None,
    "Zum 80. Geburtstag der Mutter von Nora Lamm kamen viele.": None,
    "Die Schwester von Nora Lamm wird am Montag 80.": None,
    "Zum 100. Geburtstag von Nora Lamm erscheint ein Buch.": None,
    "Zum 80. Todestag von Nora Lamm erscheint ein Buch.": None,
    # No age
    "Nora Lamm wurde am Samstag 34. Sie war enttäuscht.": None,
    "Nora Lamm fährt mit 74 durch den Ort.": None,
    "Nora Lamm siegte mit 74 zu 30.": None,
}


@pytest.mark.parametrize("text", AGES)
def test_the_age_of_somebody(text: str) -> None:
    actors = analyze(f"Neues vom Ufer\n\n{text}\n", language="de").to_dict()["actors"]
    assert [actor["age"] for actor in actors if actor["name"] == "Nora Lamm"] == [AGES[text]]
