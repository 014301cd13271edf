"""Clauses inserted and verbs left out: whose verb tells what, with the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def test_a_clause_without_its_verb_has_a_speaker_of_its_own():
    text = (
        "Die Gewerkschaft sprach von einem „Schlag ins Gesicht“, die Arbeitgeber von einem „fairen Angebot“."
    )
    assert found(text) == [
        ("direct", "„Schlag ins Gesicht“", "Die Gewerkschaft"),
        ("direct", "„fairen Angebot“", "die Arbeitgeber"),
    ]


def test_a_relative_clause_before_the_verb_is_nothing_said():
    text = "Der Regisseur, dessen neuer Film im Mai anläuft, schwärmt: „Sie ist ein Wunder.“"
    assert found(text) == [("direct", "„Sie ist ein Wunder.“", "Der Regisseur")]


def test_marks_complete_a_statement_that_wants_its_verb():
    assert found("Er habe, sagte der Zeuge, „keine andere Wahl gehabt“.") == [
        ("indirect", "Er habe … „keine andere Wahl gehabt“", "der Zeuge"),
        ("direct", "„keine andere Wahl gehabt“", "der Zeuge"),
    ]


def test_talk_in_a_text_is_its_own_across_a_relative_clause():
    text = "In dem Schreiben, das dem Rat vorliegt, ist von „erheblichen Mängeln“ die Rede."
    assert found(text) == [("direct", "„erheblichen Mängeln“", "dem Schreiben")]


def test_a_clause_without_its_verb_needs_no_preposition():
    text = "Der Mieterbund nannte den Plan „unsozial“, der Städtetag „ein fatales Signal“."
    assert [who for _, _, who in found(text)] == ["Der Mieterbund", "der Städtetag"]


def test_a_verb_left_out_behind_the_marks():
    text = "Von einem „Schlag ins Gesicht“ sprach die Gewerkschaft, von einem „fairen Angebot“ der Kreistag."
    assert [who for _, _, who in found(text)] == ["die Gewerkschaft", "der Kreistag"]


def test_a_verb_in_a_relative_clause_does_not_say_what_the_main_clause_quotes():
    text = "Das Papier, über das zuerst der „Hafenblick“ berichtet hatte, nennt die Lage „dramatisch“."
    assert found(text) == [
        ("reported", "nennt die Lage „dramatisch“", "Das Papier"),
        ("direct", "„dramatisch“", "Das Papier"),
    ]


def test_a_relative_clause_tells_of_the_source_and_is_not_said():
    text = "Laut dem Vertrag, den der Rat einsehen konnte, haftet die Stadt voll."
    assert found(text) == [("indirect", "haftet die Stadt voll", "dem Vertrag")]


def test_two_verbs_with_one_subject_say_two_things():
    text = "Der Bischof nannte die Tat einen „Angriff auf uns alle“, rief aber dazu auf, „ruhig zu bleiben“."
    assert [(words, who) for kind, words, who in found(text) if kind == "direct"] == [
        ("„Angriff auf uns alle“", "Der Bischof"),
        ("„ruhig zu bleiben“", "Der Bischof"),
    ]


def test_what_only_leads_up_to_the_main_clause_does_not_speak():
    text = "Danach gefragt, was er sich wünsche, muss der alte Mann nicht lange überlegen: „Gesundheit.“"
    assert found(text) == [("direct", "„Gesundheit.“", "der alte Mann")]


def test_a_number_in_marks_is_said_by_who_is_named_before_it():
    text = "Die Behörden sprechen von 12 Toten, Ärzte vor Ort von „mindestens 40“."
    assert [who for kind, _, who in found(text) if kind == "direct"] == ["Ärzte"]


def test_a_semicolon_parts_two_speakers():
    text = "Das Angebot sei „ein Witz“, sagte Ute Kamp; Lars Thoma warf ihr vor, „nur Werbung zu machen“."
    assert [(words, who) for kind, words, who in found(text) if kind == "direct"] == [
        ("„ein Witz“", "Ute Kamp"),
        ("„nur Werbung zu machen“", "Lars Thoma"),
    ]
    assert found("Das Angebot, sagte Ute Kamp, sei schlecht; Lars Thoma lobte es.") == [
        ("indirect", "Das Angebot … sei schlecht", "Ute Kamp"),
        ("reported", "lobte es", "Lars Thoma"),
    ]


def test_a_verb_in_a_relative_clause_behind_the_marks_does_not_say_them():
    text = "Er könne das „vor Gott nicht verantworten“, was hier beschlossen werde, hatte Ole Brandt gesagt."
    assert [(words, who) for kind, words, who in found(text) if kind == "direct"] == [
        ("„vor Gott nicht verantworten“", "Ole Brandt")
    ]


def test_a_text_told_of_in_a_relative_clause_is_what_stands_before_it():
    text = "Man wird ein Vorwort drucken, in dem es heißt: „Manche Wörter sagen wir heute nicht mehr.“"
    assert found(text) == [("direct", "„Manche Wörter sagen wir heute nicht mehr.“", "ein Vorwort")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sie lebt in Ulm, hat drei Kinder und meint, die Stadt tue zu wenig.", "Sie"),
        ("Kern war Ringer, wurde 1990 Meister und glaubt, dass ihn das gerettet hat.", "Kern"),
        ("Kern war krank, 1990 kam Ada Lind und meinte, das sei gerecht.", "Ada Lind"),
    ],
)
def test_a_verb_joined_to_one_without_a_subject_has_that_of_the_clause_before(text, speaker):
    assert [who for _, _, who in found(text)] == [speaker]
