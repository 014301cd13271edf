"""What somebody is said to do or to have done, what somebody claims of himself, and where hearsay comes from."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "text",
    [
        "Er kam und er soll sich gefreut haben.",
        "Der Verein soll inzwischen neun Boote haben.",
        "Bei dem Fund soll es sich um Öl handeln.",
        "Der Wirt soll krank sein.",
    ],
)
def test_how_things_are_said_to_be_or_to_have_been(text):
    assert found(text) == [("free-indirect", text, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt soll rasch handeln.",
        "Der Wirt soll mit Booten handeln.",
        "Die Stadt soll um jedes Boot handeln.",
        "Der Wirt soll Zeuge sein.",
        "Das Fest soll ein Erfolg sein.",
        "Der Verein soll neun Boote haben.",
    ],
)
def test_what_somebody_has_to_do_or_to_be_is_no_hearsay(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Gegen den Wirt ermittelt die Polizei.", "die Polizei"),
        ("Gegen den Wirt, der lange schwieg, ermittelt die Polizei.", "die Polizei"),
        ("Weil ein Boot fehlt, ermittelt die Polizei.", "die Polizei"),
        ("Am Abend kam die Polizei.", ""),
        ("Gegen den Wirt ermittelt Karin Lenz.", ""),
    ],
)
def test_hearsay_is_of_the_body_that_investigates(before, source):
    assert found(f"{before} Er soll Boote versenkt haben.")[-1] == (
        "free-indirect",
        "Er soll Boote versenkt haben.",
        source,
    )


@pytest.mark.parametrize(("who", "source"), [("Roth", ""), ("Berg", "Angaben von Ina Roth")])
def test_nobody_passes_on_hearsay_of_herself(who, source):
    text = f"Nach Angaben von Ina Roth ist das Boot leer. {who} soll es versenkt haben."
    assert found(text)[-1] == ("free-indirect", f"{who} soll es versenkt haben.", source)


def test_who_claims_that_something_was_done_to_him():
    text = "Der Wirt will am Hafen bestohlen worden sein."
    assert found(text) == [("free-indirect", text, "Der Wirt")]


def test_a_thing_claims_nothing():
    assert found("Das Boot will zwölf Stürme überstanden haben.") == []


def test_hearsay_behind_what_the_writer_says():
    assert found("Der Wirt hat ein Boot und soll ein zweites versenkt haben.") == [
        ("free-indirect", "soll ein zweites versenkt haben.", "")
    ]
    assert found("Der Wirt ging heim; er soll Boote versenkt haben.") == [
        ("free-indirect", "er soll Boote versenkt haben.", "")
    ]


@pytest.mark.parametrize("when", ["bis Mai", "künftig", "2031"])
def test_what_is_to_come_is_planned(when):
    assert found(f"Der Wirt soll {when} krank sein.") == []


def test_what_somebody_claims_in_the_second_clause():
    text = "Der Hafen war leer, und der Wirt will dort ein Licht gesehen haben."
    assert found(text) == [("free-indirect", text, "der Wirt")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Gegen Lind wird von der Polizei ermittelt. Er soll Akten gefälscht haben.", "der Polizei"),
        ("Nach Berichten der Presse ist er Kapitän. Er soll reich geworden sein.", "Berichten der Presse"),
        ("Zwei Männer wurden laut der Agentur gefasst. Sie sollen getanzt haben.", "der Agentur"),
        ("Laut dem Wirt wurde der Fahrer gefasst. Er soll getrunken haben.", "dem Wirt"),
        ("Zwei Männer wurden laut der Agentur gefasst. Sie soll das Bild gekauft haben.", ""),
        ("Nach Angaben des Wirts kam ein Paket an. Er soll es bestellt haben.", ""),
        ("Nach Angaben der Wirtin kam ein Gast. Sie soll ihn gekannt haben.", ""),
    ],
)
def test_a_source_does_not_say_of_itself_what_is_said(text, source):
    assert found(text)[-1][2] == source


@pytest.mark.parametrize(
    ("between", "source"),
    [
        ("Auf den „Steg“ angesprochen, wollte sich der Sprecher nicht näher äußern.", ""),
        ("Auf den „Steg“ angesprochen, lief der Sprecher nicht fort.", "Polizei"),
    ],
)
def test_no_source_passes_on_hearsay_that_says_no_more(between, source):
    text = f"Laut Polizei war der Wirt allein. {between} Der Wirt soll das Boot versenkt haben."
    assert found(text)[-1][2] == source
