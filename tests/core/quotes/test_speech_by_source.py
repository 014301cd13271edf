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
