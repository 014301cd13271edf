"""How much of a sentence a source says that is named in it."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def words(text: str) -> list[str]:
    return [said for _, said, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Weil laut dem Wirt das Boot leer ist, ging sie.", "Weil … das Boot leer ist, ging sie"),
        ("Das Boot, das laut dem Wirt leer ist, liegt am Steg.", "das … leer ist"),
        ("Das Boot sei leer, so der Wirt, während er aufsteht.", "Das Boot sei leer"),
        ("Das Boot sei leer, so der Wirt, der früh kam (um vier).", "Das Boot sei leer"),
        ("Danach sei das Boot leer, so der Wirt.", "Danach sei das Boot leer"),
        ("Das Boot sei leer, so der Wirt, während er aufstehe.", "Das Boot sei leer … während er aufstehe"),
        ("Das Boot ist leer, so der Wirt, während es sinkt.", "Das Boot ist leer … während es sinkt"),
        ("Doch laut dem Wirt ist das Boot leer.", "ist das Boot leer"),
        ("Es gibt Gerüchte, nach denen das Boot leer ist.", "das Boot leer ist"),
    ],
)
def test_what_a_source_says(text, said):
    assert words(text) == [said]


@pytest.mark.parametrize("between", [",", ";", " –"])
def test_two_sources_share_a_sentence(between):
    text = f"Laut dem Wirt ist das Boot leer{between} laut der Wirtin ist es voll."
    assert words(text) == ["ist das Boot leer", "ist es voll"]


def test_behind_a_colon_goes_on_what_the_source_says_unless_somebody_else_says_so():
    assert words("Laut dem Wirt fehlt ein Boot: Der Sturm hat es geholt.") == [
        "fehlt ein Boot: Der Sturm hat es geholt"
    ]
    assert words("Aus Sicht der Wirte kommt das zu spät: Der Rat warf ihnen vor, zu jammern.") == [
        "kommt das zu spät",
        "zu jammern",
    ]


def test_three_words_without_a_verb_are_no_statement():
    assert words("Drei volle Boote, so der Wirt.") == []
    assert words("Ganz viele volle Boote, so der Wirt.") == ["Ganz viele volle Boote"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nach Worten von Lind, die am Freitag in Trier war, fehlt Personal.", "fehlt Personal"),
        ("Laut Förster Ried, der den Wald seit Jahren kennt, sterben die Eichen.", "sterben die Eichen"),
        (
            "Laut Polizei wurde der Mann, der keinen Helm trug, verletzt.",
            "wurde der Mann, der keinen Helm trug, verletzt",
        ),
    ],
)
def test_what_is_told_of_the_source_is_no_part_of_what_it_says(text, words):
    assert [said for _, said, _ in found(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Nach Angaben der Wirtin war der Damm im März dicht; im Sommer brach er an zwei Stellen.",
            "war der Damm im März dicht",
        ),
        (
            "Nach Angaben der Wirtin war der Damm im März dicht; im Sommer sei er an zwei Stellen gebrochen.",
            "war der Damm im März dicht; im Sommer sei er an zwei Stellen gebrochen",
        ),
        ("Alle sehen denselben Fehler: Der Damm war laut der Wirtin nie dicht.", "Der Damm war … nie dicht"),
        (
            "Der Damm sei im März dicht gewesen; im Sommer war er laut der Wirtin undicht.",
            "Der Damm sei im März dicht gewesen; im Sommer war er … undicht",
        ),
        (
            "Gezählt wurden dort am Ufer drei Boote; laut der Wirtin nur zwei.",
            "Gezählt wurden dort am Ufer drei Boote; … nur zwei",
        ),
    ],
)
def test_a_source_speaks_for_no_other_sentence_beside_its_own(text, words):
    assert words in [said for _, said, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Am Ufer wurde gebaut, weil die Stadt laut der Wirtin versucht, den Damm zu erhöhen.",
            "weil die Stadt … versucht, den Damm zu erhöhen",
        ),
        (
            "Am Ufer wird gebaut, obwohl es laut der Wirtin unklar ist, ob der Damm hält.",
            "obwohl es … unklar ist, ob der Damm hält",
        ),
    ],
)
def test_a_dependent_clause_has_what_its_verb_takes(text, words):
    assert [said for _, said, _ in found(text)] == [words]


def test_a_list_in_what_is_told_of_the_source_does_not_end_it():
    text = (
        "Nach Angaben der Wirtin, die sich auf Briefe von Kreis-, Land- und Bundesbehörden stützt, "
        "kommt das Amt zu einem anderen Urteil."
    )
    assert words(text) == ["kommt das Amt zu einem anderen Urteil"]


def test_a_paper_in_marks_is_no_more_than_its_name():
    assert found("Die Boote haben laut „Uferkurier“ Netze verloren und zwei Fischer gerettet.") == [
        ("indirect", "Die Boote haben … Netze verloren und zwei Fischer gerettet", "„Uferkurier“")
    ]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Nach Planungen aus dem Jahr 2019 wird der Steg gesperrt.",
            "wird der Steg gesperrt",
            "Planungen aus dem Jahr 2019",
        ),
        ("Laut Wirt Jens Pohl am Freitag war der Steg leer.", "war der Steg leer", "Wirt Jens Pohl"),
        (
            "Nach Meinung vieler Fischer und Gäste wird sich der neue Steg durchsetzen.",
            "wird sich der neue Steg durchsetzen",
            "Meinung vieler Fischer und Gäste",
        ),
        (
            "Nach Meinung von Jens Pohl, im Ort als Fischer bekannt, könnte der Steg versinken.",
            "könnte der Steg versinken",
            "Meinung von Jens Pohl",
        ),
        (
            "Der Steg war laut der Wirtin aus Ulm am Freitag leer.",
            "Der Steg war … am Freitag leer",
            "der Wirtin aus Ulm",
        ),
    ],
)
def test_all_before_the_verb_belongs_to_a_source_that_opens_the_sentence(text, words, who):
    assert ("indirect", words, who) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Monate nach dem Urteil des Gerichts war der Steg offen.",
        "Kurz nach der Meldung der Feuerwehr brannte der Steg.",
        "Nach Auszählung aller Stimmen liegt die Wirtin vorn.",
    ],
)
def test_nach_may_tell_when_something_was(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Das Boot sei leer, so Lind, die auch angab, dass es sinke.", "Das Boot sei leer", "Lind"),
        (
            "Wie die Stadt mitteilte, ist der Steg laut dem Amt noch dicht.",
            "ist der Steg … noch dicht",
            "dem Amt",
        ),
        (
            "Die Fischer wehren sich gegen den Steg, der laut Lind zu Schäden führe, die keiner beheben könne.",
            "der … zu Schäden führe, die keiner beheben könne",
            "Lind",
        ),
        (
            "Die Fischer kennen den Steg, der laut Lind zu Schäden führt, die keiner beheben wird.",
            "der … zu Schäden führt",
            "Lind",
        ),
    ],
)
def test_a_source_has_its_clause_and_what_is_reported_behind_it(text, words, who):
    assert ("indirect", words, who) in found(text)
