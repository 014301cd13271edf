"""Which clauses around a verb of saying it frames, and which it leaves alone."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def indirect(text: str) -> list[tuple[str, str]]:
    """The indirect statements as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind == "indirect"]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Das Boot sei leer", "Das Boot sei leer … der Steg sei alt"),
        ("Das Boot ist leer", "der Steg sei alt"),
    ],
)
def test_both_clauses_around_a_verb_are_said_in_the_konjunktiv_alone(before, words):
    assert indirect(f"{before}, klagt der Wirt, der Steg sei alt.") == [(words, "der Wirt")]


@pytest.mark.parametrize(
    ("behind", "says"),
    [
        (", das sagte der Verband", True),
        ("; das sagte der Verband", False),
        (" – das sagte der Verband", False),
        (", das lobte der Verband", False),
    ],
)
def test_a_last_clause_points_back_behind_a_comma_with_a_verb_of_saying(behind, says):
    assert indirect(f"Das Brot wird teurer{behind}.") == (
        [("Das Brot wird teurer", "der Verband")] if says else []
    )


@pytest.mark.parametrize(("who", "speaker"), [("jemand", "jemand"), ("kaum jemand", None)])
def test_somebody_says_it_unless_hardly_anybody_does(who, speaker):
    said = [] if speaker is None else [("das Boot sei leer", speaker)]
    assert indirect(f"Das sagte {who} am Hafen, das Boot sei leer.") == said


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt sagte, das ist leer.",
        "Der Wirt sagte es, und das Boot sei leer.",
        "Der Wirt betonte das, aber das Boot sei leer.",
    ],
)
def test_an_afterthought_is_not_said(text):
    assert indirect(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Lind fragte ihn, welcher Kahn gesunken sei.", "welcher Kahn gesunken sei", "Lind"),
        ("Der Koch verriet, mit welchem Messer er schneidet.", "mit welchem Messer er schneidet", "Der Koch"),
        ("Lind erklärte, welche Straßen gesperrt werden.", "welche Straßen gesperrt werden", "Lind"),
        ("Kai Brenz fragte die Nachbarin, wo sie war.", "wo sie war", "Kai Brenz"),
    ],
)
def test_what_somebody_asks_or_tells_may_begin_with_which(text, words, who):
    assert indirect(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Er kaufte das Boot, welches Öl verlor.",
        "Unklar ist, welche Partei gewinnt.",
        "Der Fahrer wird gefragt werden, wo er war.",
    ],
)
def test_which_asks_nothing_without_a_verb_of_asking(text):
    assert indirect(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Jan Rohde, der sagte, er habe Zeit, lachte.", "er habe Zeit", "Jan Rohde"),
        ("Ein Händler, der behauptet, das Tuch sei echt, verkauft es.", "das Tuch sei echt", "Ein Händler"),
        ("Wirt Ole Harms, der fürchtet, der Preis falle, klagt.", "der Preis falle", "Wirt Ole Harms"),
    ],
)
def test_a_verb_of_saying_in_a_relative_clause_frames_what_follows_it(text, words, who):
    assert indirect(text) == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Anders sieht das Wirtin Eva Moll: Die Gäste fehlten.", "Die Gäste fehlten", "Wirtin Eva Moll"),
        ("So sieht es auch der Verband: Es mangelte an Betten.", "Es mangelte an Betten", "der Verband"),
    ],
)
def test_how_somebody_sees_it_may_be_told_in_the_past(text, words, who):
    assert indirect(text) == [(words, who)]


def test_a_deed_before_a_colon_is_no_view():
    assert indirect("Das schaffte Torwart Behm: Er hielt drei Bälle.") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Neun Minuten, sagt er.", [("Neun Minuten", "er")]),
        ("Neun Minuten, heißt es.", []),
        ("Seit neun Minuten, sagt er.", []),
        ("Und neun Minuten, sagt er.", []),
        ("Neun, sagt er.", []),
    ],
)
def test_a_noun_alone_may_be_an_answer(text, says):
    assert indirect(text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Die Stadt räumte Fehler ein, betonte die Wirtin.", [("Die Stadt räumte Fehler ein", "die Wirtin")]),
        ("Die Stadt schlief, hieß es.", [("Die Stadt schlief", "")]),
        ("Die Stadt schlief, wurde gesagt.", []),
        ("„Freie Ufer“ heißt sie, dreitausend haben unterschrieben.", []),
        ("Was das heißt, weiß niemand.", []),
        ("Dass sie gehe, sei falsch, findet die Wirtin.", [("Dass sie gehe, sei falsch", "die Wirtin")]),
        ("Dass sie gehe, sei falsch; das findet die Wirtin.", []),
    ],
)
def test_which_verbs_behind_a_clause_say_it(text, says):
    assert indirect(text) == says


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Ob er bleibe, wisse er nicht, sagte Torwart Behm, das entscheide die Familie.",
            [("Ob er bleibe, wisse er nicht … das entscheide die Familie", "Torwart Behm")],
        ),
        (
            "Woher das Geld komme, verrät Sponsor Till Beck nicht: Das sei privat, sagt er.",
            [("Woher das Geld komme", "Sponsor Till Beck"), ("Das sei privat", "er")],
        ),
        (
            "Der Saal ist alt, das Dach morsch, er müsse weg, findet Rektorin Pape.",
            [("Der Saal ist alt, das Dach morsch, er müsse weg", "Rektorin Pape")],
        ),
        ("Neun Boote, meldeten die Fischer.", [("Neun Boote", "die Fischer")]),
        ("Die Fraktion der Fischer, meldete unterdessen Kritik am Steg an.", []),
        ("Die Köchin findet, dass Salz fehlt.", [("dass Salz fehlt", "Die Köchin")]),
        ("Lind fand sich damit ab, dass es regnet.", []),
        (
            "Die Behauptung von Koch Stahl, er rauche nicht, bezweifelt Moll.",
            [("er rauche nicht", "von Koch Stahl")],
        ),
        ("Die Sorge der Eltern, die Schule werde geschlossen, teilt der Rektor nicht.", []),
    ],
)
def test_what_a_frame_takes_and_what_belongs_to_another(text, statements):
    assert indirect(text) == statements
