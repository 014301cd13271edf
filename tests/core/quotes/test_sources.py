"""Sources named without a verb: how far they reach, and what only looks like one."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("die Formulierung in dem Vertrag", "die Formulierung in dem Vertrag"),
        ("die Wirtin in dem Brief", "die Wirtin"),
        ("der Verein in Kiel", "der Verein"),
    ],
)
def test_only_a_saying_has_its_place_in_the_source(source, speaker):
    assert found(f"Das Boot ist leer, so {source}.") == [("indirect", "Das Boot ist leer", speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt die Meldung, die nach Kiel kam.",
        "Das Boot ist leer, so der Wirt kommt.",
        "Die Kosten, die demnach steigen, sind hoch.",
        "Der Wirt liest einen Bericht. Danach gab es zwölf Bier.",
        "Die Fähren fahren nach Plan.",
    ],
)
def test_no_source(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Die These, wonach das Boot gesunken ist, gerät ins Wanken.", "das Boot gesunken ist", "Die These"),
        (
            "Ein Hinweis, wonach das Boot am Kai lag, führte in die Irre.",
            "das Boot am Kai lag",
            "Ein Hinweis",
        ),
        ("Gerüchte, nach denen das Boot gesunken ist, sind falsch.", "das Boot gesunken ist", "Gerüchte"),
        ("Es gab Hinweise, wonach das Boot am Kai lag.", "das Boot am Kai lag", "Hinweise"),
        (
            "Es gibt einen Erlass, wonach Boote, die sinken, zu bergen sind.",
            "Boote, die sinken, zu bergen sind",
            "einen Erlass",
        ),
        (
            "Demnach lag das Boot, das der Wirt sucht, am Kai.",
            "lag das Boot, das der Wirt sucht, am Kai",
            "Demnach",
        ),
        ("Die Kosten sind demnach gestiegen.", "Die Kosten sind … gestiegen", "demnach"),
        ("Danach sei das Boot gesunken.", "sei das Boot gesunken", "Danach"),
    ],
)
def test_what_points_back_ends_where_the_sentence_goes_on(text, words, speaker):
    assert found(text) == [("indirect", words, speaker)]


def test_figures_behind_a_text_come_from_it():
    known = "Das geht aus einem Bericht hervor."
    assert found(f"{known} Danach sanken 812 Boote.") == [("indirect", "sanken 812 Boote", "Danach")]
    assert found(f"{known} Danach sanken Boote.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Wonach der Wirt suchte, weiß niemand.",
        "Tage, nach denen niemand mehr fragt, sind vorbei.",
        "Demnach gefragt wurde niemand.",
        "Danach gefragt, schwieg die Wirtin.",
        "Danach lag das Boot am Kai.",
    ],
)
def test_nothing_is_pointed_back_to(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Das Boot sei leer, so der Wirt, während er aufstand.", [("Das Boot sei leer", "der Wirt")]),
        ("Das Boot sei leer, so der Wirt, der aufstand.", [("Das Boot sei leer", "der Wirt")]),
        (
            "Das Boot ist leer, so der Wirt, während er aufstand.",
            [("Das Boot ist leer … während er aufstand", "der Wirt")],
        ),
        (
            "Laut der Wirtin ist das Boot leer; laut dem Lotsen ist es voll.",
            [("ist das Boot leer", "der Wirtin"), ("ist es voll", "dem Lotsen")],
        ),
        (
            "Laut der Wirtin ist das Boot leer, laut dem Lotsen voll.",
            [("ist das Boot leer", "der Wirtin")],
        ),
        ("Und laut der Wirtin ist das Boot leer.", [("ist das Boot leer", "der Wirtin")]),
        ("Laut der Wirtin ist es so.", [("ist es so", "der Wirtin")]),
        ("Laut Wirtin leer.", []),
    ],
)
def test_how_far_a_source_speaks(text, says):
    assert found(text) == [("indirect", *each) for each in says]


def test_two_sources_joined_before_the_verb():
    text = "Laut dem Landesamt und dem Fischereiverband steigt die Zahl."
    assert found(text) == [("indirect", "steigt die Zahl", "dem Landesamt")]


def test_how_somebody_says_it_is_not_said():
    text = "Alles sei ruhig, meldete die Wache, sichtlich erleichtert."
    assert found(text) == [("indirect", "Alles sei ruhig", "die Wache")]


def test_what_rumours_say_is_not_said_by_whoever_answers_them():
    assert found("Ada Lind dementierte Gerüchte, wonach sie gehen werde.") == [
        ("reported", "dementierte Gerüchte", "Ada Lind"),
        ("indirect", "sie gehen werde", "Gerüchte"),
    ]
    assert found("Der Wirt fragte, wonach sie suche.") == [("indirect", "wonach sie suche", "Der Wirt")]


@pytest.mark.parametrize(
    "text",
    [
        "In Ulm gibt es mehrere Statistiken nach dem Unglück im Hafen.",
        "Aus neuen Studien nach dem Brand im Hafen zogen alle ihre Lehren.",
        "Der Wunsch nach einem Neubeginn erlitt im Juni einen Dämpfer.",
        "Im Frühjahr kamen zu wenige Soldaten nach Ulm.",
        "Sie helfen dem Land nach der Unabhängigkeitserklärung beim Aufbau.",
    ],
)
def test_nach_before_what_it_governs_names_no_source(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Den Angaben nach ist der Damm dicht.", "ist der Damm dicht", "Den Angaben"),
        (
            "Der Damm ist den Angaben nach der älteste im Kreis.",
            "Der Damm ist … der älteste im Kreis",
            "den Angaben",
        ),
        ("Ihrer Ansicht nach muss der Damm dichter werden.", "muss der Damm dichter werden", "Ihrer Ansicht"),
    ],
)
def test_nach_behind_a_noun_of_saying_names_a_source(text, words, who):
    assert found(text) == [("indirect", words, who)]
