"""Who says so beside the statement: insertions, houses, hearsay of how things are, and whoever thinks so."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "text",
    [
        "Wer meint, mit dem neuen Kran sei alles getan, der täuscht sich.",
        "Wer glaubt, dass der Pegel sinkt, der irrt.",
    ],
)
def test_whoever_thinks_so_says_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Er selbst, so viel verrät der Lotse dann doch, gehe nie allein an Bord.",
        "Er selbst – so viel verrät der Lotse dann doch – gehe nie allein an Bord.",
        "Er selbst — so viel verrät der Lotse dann doch — gehe nie allein an Bord.",
    ],
)
def test_a_statement_has_somebody_inserted_behind_its_opening(text):
    assert found(text) == [("indirect", "Er selbst … gehe nie allein an Bord", "der Lotse")]


def test_who_says_it_comes_behind_it():
    text = "Zu dritt dagegen, so beschreibt es ein Team aus Kiel, fällt die Quote auf acht Prozent."
    assert found(text) == [
        ("indirect", "Zu dritt dagegen … fällt die Quote auf acht Prozent", "ein Team aus Kiel")
    ]


def test_in_a_house_it_is_the_house_that_says_so():
    text = "Im Rathaus geht man davon aus, dass die Fähre im Herbst wieder fährt."
    assert found(text) == [("indirect", "dass die Fähre im Herbst wieder fährt", "Rathaus")]
    assert found("Man geht davon aus, dass die Fähre im Herbst wieder fährt.") == []


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Bei dem Wrack soll es sich um einen Frachter handeln.", True),
        ("In der Fraktion soll schon ein Name kursieren.", True),
        ("Der Kapitän soll schwer krank sein.", True),
        ("Der Wirt soll inzwischen ein Boot haben.", True),
        ("Die Brücke soll bis Mai fertig sein.", False),
        ("Der Hafen soll zwei Kräne haben.", False),
        ("Die Schule soll ein neues Dach bekommen.", False),
    ],
)
def test_how_things_are_is_hearsay_and_plans_are_not(text, heard):
    assert bool(found(text)) == heard


def test_an_infinitive_ends_at_a_colon():
    text = "Zugleich warnt die Reederei davor, die Taue zu kappen: Das könne teuer werden."
    assert found(text)[:2] == [
        ("indirect", "die Taue zu kappen", "die Reederei"),
        ("indirect", "Das könne teuer werden", "die Reederei"),
    ]


def test_an_infinitive_of_the_past_is_what_somebody_is_accused_of():
    text = "Der Fischer, dessen Kutter am Kai liegt, warf der Stadt vor, das Gutachten geschönt zu haben."
    assert ("indirect", "das Gutachten geschönt zu haben") in [each[:2] for each in found(text)]


def test_of_two_verbs_the_first_has_what_is_before_and_the_second_what_is_behind():
    text = (
        "Diese zahlten weniger als andere, rechnete die Lehrerin vor und erinnerte daran, dass der Rat ein "
        "Konzept beschlossen habe."
    )
    assert found(text) == [
        ("indirect", "Diese zahlten weniger als andere", "die Lehrerin"),
        ("indirect", "dass der Rat ein Konzept beschlossen habe", "die Lehrerin"),
    ]


def test_a_plural_of_the_past_may_be_the_konjunktiv():
    text = (
        "Es werde ruhiger, sagte die Kämmerin. Anwohner hörten weniger Lärm, und der Park werde im Sommer "
        "voller."
    )
    words = "Anwohner hörten weniger Lärm, und der Park werde im Sommer voller."
    assert (words, "die Kämmerin") in [each[1:] for each in found(text)]


def test_a_list_of_verdicts_is_said_as_a_whole():
    assert direct("„Schwach“, „peinlich“, „mutlos“, urteilten Kritiker im ganzen Land.") == [
        ("„Schwach“", "Kritiker"),
        ("„peinlich“", "Kritiker"),
        ("„mutlos“", "Kritiker"),
    ]


def test_what_a_profession_calls_it_is_a_term():
    assert direct("Das ist es, was Biologen „soziale Geduld“ nennen.") == []
    assert direct("Kritiker nennen das eine „dreiste Lüge“.") == [("„dreiste Lüge“", "Kritiker")]


def test_a_town_says_nothing_in_a_headline():
    assert direct("Kreißsaal in Bramstedt schließt: „Das ist ein Schlag ins Gesicht“")[0][1] != "Bramstedt"


def test_a_trade_that_names_a_thing_does_nothing_in_words():
    assert found("Wetter-Experten bezeichnen solche Tage als „meteorologische Singularität“.") == []


def test_what_papers_are_said_to_show_is_hearsay():
    text = "Aus den Dokumenten soll hervorgehen, wie das Geld verschwand."
    assert [kind for kind, *_ in found(text)] == ["free-indirect"]


def test_who_is_told_something_does_not_say_it():
    text = "Er habe wohl geschlafen, bekam der Lotse zu hören."
    assert found(text) == [("indirect", "Er habe wohl geschlafen", "")]


def test_a_list_without_a_verb_is_nothing_said():
    text = "Er könne sich an nichts erinnern, sagte der Kassier. 71 gewonnene Duelle der Gäste, 34 der eigenen Elf."
    assert [words for _, words, _ in found(text)] == ["Er könne sich an nichts erinnern"]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("gibt Ada Lind, Leiterin des Forstamts, zu bedenken", "Ada Lind, Leiterin des Forstamts"),
        ("hielt die Leiterin der Ringschule, Ute Böhm, dagegen", "die Leiterin der Ringschule, Ute Böhm"),
    ],
)
def test_an_apposition_parts_a_verb_from_an_infinitive_or_an_adverb_of_it(behind, speaker):
    assert found(f"Dafür fehle jedes Geld, {behind}.") == [("indirect", "Dafür fehle jedes Geld", speaker)]
