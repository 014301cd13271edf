"""Which words make up a cue: a verb of saying with its auxiliary and its particle, or a stance with "sein"."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found, said

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def cues(text: str) -> list[tuple[str, str]]:
    """Speaker and cue of each quotation."""
    return [(who, cue) for _, _, who, cue in said(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Der Wirt ist der Meinung, dass das Boot leer sei.", "Der Wirt", "ist der Meinung"),
        ("Der Wirt ist guter Hoffnung, dass das Boot leer sei.", "Der Wirt", "guter Hoffnung"),
        ("Er zeigte sich der Meinung, dass das Boot leer sei.", "Er", "der Meinung"),
        ("Davon ist der Wirt ausgegangen, dass das Boot leer sei.", "der Wirt", "ist … ausgegangen"),
        ("Der Wirt gab zu lange im Saal keine Ruhe, das Boot sei leer.", "Der Wirt", "gab"),
        ("Betont mit aller Ruhe habe der Wirt, das Boot sei leer.", "der Wirt", "Betont"),
        ("Der Wirt kam, weil er gesagt bekommen hat, das Boot sei leer.", "er", "gesagt … hat"),
        ("Der Lotse ließ mitteilen, das Boot sei leer.", "Der Lotse", "ließ mitteilen"),
        ("Ina Roth hat, obwohl es spät war, gesagt, das Boot sei leer.", "Ina Roth", "hat … gesagt"),
        (
            "Im Blatt wird Ina Roth, die Reederin, zitiert, das Boot sei leer.",
            "Ina Roth, die Reederin",
            "wird … zitiert",
        ),
        (
            "Am Freitag wurde vom Wirt, der am Hafen lebt, erklärt, das Boot sei leer.",
            "Wirt",
            "wurde … erklärt",
        ),
        (
            "Der Wirt sagte am Abend mit diesen Worten: „Das Boot ist leer.“",
            "Der Wirt",
            "sagte … mit diesen Worten",
        ),
        ("Der Wirt sagte am Abend in seinen Worten: „Das Boot ist leer.“", "Der Wirt", "sagte"),
    ],
)
def test_the_words_of_a_cue(text, speaker, cue):
    assert cues(text) == [(speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt war überzeugt gestern und schlief, das Boot sei leer.",
        "Am Hafen war gut hören, das Boot sei leer.",
        "Der Wirt ging, ohne zu sagen, dass das Boot leer sei.",
        "Der Wirt war im Amt, das Boot sei leer.",
        "Das Boot lag leer, tanzte der Wirt.",
    ],
)
def test_no_cue(text):
    assert cues(text) == []


def test_nobody_speaks_to_whom_an_unlisted_verb_is_done():
    assert cues("„Das Boot ist leer“, wurde die Köchin belehrt.") == [("", "wurde … belehrt")]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Die Stadt hat entschieden, den Steg zu sperren.", "den Steg zu sperren", "Die Stadt"),
        (
            "Das Amt legte fest, dass bis Juli keine Boote fahren.",
            "dass bis Juli keine Boote fahren",
            "Das Amt",
        ),
        ("Er wird verdächtigt, den Steg angesägt zu haben.", "den Steg angesägt zu haben", ""),
        ("Lind schloss daraus, dass der Steg nicht hält.", "dass der Steg nicht hält", "Lind"),
        (
            "Nach bisher unbestätigten Berichten ist der Steg gebrochen.",
            "ist der Steg gebrochen",
            "unbestätigten Berichten",
        ),
        (
            "Nach jetzigem Ermittlungsstand ist der Steg gebrochen.",
            "ist der Steg gebrochen",
            "jetzigem Ermittlungsstand",
        ),
        (
            "Um acht meldeten die Nachrichten des Senders, Lind rechne mit Regen.",
            "Lind rechne mit Regen",
            "die Nachrichten des Senders",
        ),
        (
            "Anlass war ein Brief der bekannten Wirtin, in dem sie sagte, der Steg sei morsch.",
            "der Steg sei morsch",
            "sie",
        ),
        ("Der Steg sei morsch, wird vermutet.", "Der Steg sei morsch", ""),
        ("Der Wirt besteht darauf, dass alle zahlen.", "dass alle zahlen", "Der Wirt"),
        ("Die Wirtin hat wiederholt, dass alle zahlen.", "dass alle zahlen", "Die Wirtin"),
        ("Die Wirtin fand, dass alle zahlen.", "dass alle zahlen", "Die Wirtin"),
        ("Die Wirtin hat uns geraten, dass alle zahlen.", "dass alle zahlen", "Die Wirtin"),
        ("Die Wirtin klagte. Es sei, so wird gesagt, ein Unglück.", "Es sei … ein Unglück", ""),
    ],
)
def test_what_these_say(text, words, who):
    assert ("indirect", words, who) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das Amt muss sich fragen lassen, warum es den Weg frei macht.",
        "Aus dem Plan ergibt sich, dass der Steg bleibt.",
        "Mit einigen Gästen ist es so, dass sie nie gehen.",
        "Die Vereine haben sich darauf geeinigt, dass der Steg bleibt.",
        "Sie schloss die Tür, weil es zog.",
        "Das Problem besteht darin, dass viele kein Boot haben.",
        "Seit dem Umbau ist es wiederholt zu Streit gekommen, der letzte ereignete sich im Mai.",
        "Im Keller wurde Gold gefunden, es müsste alt sein.",
        "Der Wirt war in Streit geraten, dass die Gläser flogen.",
        "Das Blatt brachte seinen Bericht von einem Streit, ohne die Namen zu prüfen.",
    ],
)
def test_these_say_nothing(text):
    assert found(text) == []


def test_the_words_before_the_verb_belong_to_the_cue():
    assert (
        said("Lind wird mit den Worten zitiert: „Der Steg ist morsch.“")[0][3]
        == "wird mit den Worten zitiert"
    )
