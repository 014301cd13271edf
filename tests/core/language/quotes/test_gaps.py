"""Statements and speakers with something between or left out: inserted clauses, shared verbs, disputed claims; with
the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.language.quotes.test_guessed import said

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def found(text: str) -> list[tuple[str, str, str]]:
    """Every quotation as (type, words, speaker)."""
    return [(kind, words, who) for kind, words, who, _ in said(text)]


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


def test_what_somebody_disputes_is_not_his_statement():
    assert found("Den Vorwurf, er habe gelogen, weist Jens Harms zurück.") == [
        ("indirect", "er habe gelogen", "")
    ]
    assert found("Jens Harms erhob den Vorwurf, Kamp habe gelogen.") == [
        ("indirect", "Kamp habe gelogen", "Jens Harms")
    ]


def test_what_is_done_with_words_is_not_said_by_what_it_is_done_to():
    assert found("Der Antrag wurde ihr mit dem Hinweis verweigert, die Akte sei verschollen.") == [
        ("indirect", "die Akte sei verschollen", "")
    ]


def test_talk_in_a_text_is_its_own_across_a_relative_clause():
    text = "In dem Schreiben, das dem Rat vorliegt, ist von „erheblichen Mängeln“ die Rede."
    assert found(text) == [("direct", "„erheblichen Mängeln“", "dem Schreiben")]


def test_a_speaker_ends_before_what_the_verb_governs():
    text = "Mit den Worten „Bis bald, Freunde“ verabschiedete sich der Sänger von seinem Publikum."
    assert [who for _, _, who in found(text)] == ["der Sänger"]


def test_a_clause_without_its_verb_needs_no_preposition():
    text = "Der Mieterbund nannte den Plan „unsozial“, der Städtetag „ein fatales Signal“."
    assert [who for _, _, who in found(text)] == ["Der Mieterbund", "der Städtetag"]


def test_a_verb_left_out_behind_the_marks():
    text = "Von einem „Schlag ins Gesicht“ sprach die Gewerkschaft, von einem „fairen Angebot“ der Kreistag."
    assert [who for _, _, who in found(text)] == ["die Gewerkschaft", "der Kreistag"]


def test_a_verb_in_a_relative_clause_does_not_say_what_the_main_clause_quotes():
    text = "Das Papier, über das zuerst der „Hafenblick“ berichtet hatte, nennt die Lage „dramatisch“."
    assert found(text) == [("direct", "„dramatisch“", "Das Papier")]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ute Kamp zeigte sich überzeugt, dass alles gut werde.", "dass alles gut werde", "Ute Kamp"),
        (
            "Ute Kamp zeigte sich enttäuscht über das Ergebnis: Mehr sei möglich.",
            "Mehr sei möglich",
            "Ute Kamp",
        ),
        ("Der Trainer ließ offen, ob er bleibt.", "ob er bleibt", "Der Trainer"),
        (
            "Die Grünen forderten die Stadt auf, den Vertrag offenzulegen.",
            "den Vertrag offenzulegen",
            "Die Grünen",
        ),
        (
            "Laut Karl Weiss, dem Leiter des Amts, sind die Werte gut.",
            "sind die Werte gut",
            "Karl Weiss, dem Leiter des Amts",
        ),
        (
            "Die Polizei geht nach eigenen Angaben von einem Unfall aus.",
            "Die Polizei geht … von einem Unfall aus",
            "eigenen Angaben",
        ),
    ],
)
def test_what_agencies_write(text, words, who):
    assert found(text) == [("indirect", words, who)]


def test_who_will_have_seen_something_claims_it():
    text = "Der Zeuge will gesehen haben, wie zwei Männer ins Boot stiegen."
    assert found(text) == [("free-indirect", text, "Der Zeuge")]
    assert found("Der Zeuge will bis Mai alles erledigt haben.") == []
    assert found("Der Sturm wird das Boot zerstört haben.") == []


def test_a_relative_clause_tells_of_the_source_and_is_not_said():
    text = "Laut dem Vertrag, den der Rat einsehen konnte, haftet die Stadt voll."
    assert found(text) == [("indirect", "haftet die Stadt voll", "dem Vertrag")]


def test_a_konjunktiv_behind_a_colon_is_said_by_who_acts_before():
    text = "Die Kritik des Rechnungshofs fällt deutlich aus: Die Behörde habe planlos gehandelt."
    assert found(text) == [("indirect", "Die Behörde habe planlos gehandelt", "Die Kritik des Rechnungshofs")]
    assert found("Der Plan ist einfach: Die Brücke könnte im Mai öffnen.") == []


def test_two_verbs_with_one_subject_say_two_things():
    text = "Der Bischof nannte die Tat einen „Angriff auf uns alle“, rief aber dazu auf, „ruhig zu bleiben“."
    assert [(words, who) for kind, words, who in found(text) if kind == "direct"] == [
        ("„Angriff auf uns alle“", "Der Bischof"),
        ("„ruhig zu bleiben“", "Der Bischof"),
    ]


def test_what_only_leads_up_to_the_main_clause_does_not_speak():
    text = "Danach gefragt, was er sich wünsche, muss der alte Mann nicht lange überlegen: „Gesundheit.“"
    assert found(text) == [("direct", "„Gesundheit.“", "der alte Mann")]


def test_a_word_that_only_links_is_no_statement():
    text = "Oder, wie es der Kapitän ausdrückt: „Erst das Schiff, dann der Schnaps.“"
    assert found(text) == [("direct", "„Erst das Schiff, dann der Schnaps.“", "der Kapitän")]


def test_nobody_speaks_as_es():
    found_in = found("Zum Abschied gab es ein Plakat mit der Aufschrift „Mach es gut, alter Freund“.")
    assert [who for _, _, who in found_in] == ["ein Plakat"]


def test_parts_of_one_statement_are_listed_once():
    text = "Er sei „sehr enttäuscht“, so der Minister, „aber nicht überrascht“."
    assert [words for kind, words, _ in found(text) if kind == "direct"] == [
        "„sehr enttäuscht“ … „aber nicht überrascht“"
    ]


def test_what_a_source_tells_to_have_been_called_is_the_callers():
    text = "Der Fahrer habe „Hilfe, Hilfe“ gerufen, so ein Anwohner."
    assert found(text) == [
        ("indirect", "Der Fahrer habe „Hilfe, Hilfe“ gerufen", "ein Anwohner"),
        ("direct", "„Hilfe, Hilfe“", "Der Fahrer"),
    ]
    assert found("Der Wirt wird von allen „Alter Fritz“ gerufen.") == []


def test_a_number_in_marks_is_said_by_who_is_named_before_it():
    text = "Die Behörden sprechen von 12 Toten, Ärzte vor Ort von „mindestens 40“."
    assert [who for kind, _, who in found(text) if kind == "direct"] == ["Ärzte"]


def test_a_statement_begins_behind_the_colon():
    text = "Am Abend dann die Kehrtwende: Man habe sich geirrt, hieß es nun."
    assert found(text) == [("indirect", "Man habe sich geirrt", "")]


def test_what_is_to_be_heard_somewhere_is_said_there():
    text = "Aus dem Ministerium war zu hören, man arbeite an einer Lösung."
    assert found(text) == [("indirect", "man arbeite an einer Lösung", "dem Ministerium")]


def test_an_object_es_leaves_the_subject_alone():
    text = "Die Richter sahen es als erwiesen an, dass der Mann aus Habgier gehandelt hat."
    assert found(text) == [("indirect", "dass der Mann aus Habgier gehandelt hat", "Die Richter")]


def test_words_before_their_verb_in_a_clause_are_said_by_its_subject():
    text = "Zeugen hörten, wie einer der Männer „Das ist für alle“ rief."
    assert found(text) == [("direct", "„Das ist für alle“", "einer der Männer")]


def test_who_expressed_himself_in_the_sentence_before_goes_on():
    text = "Kritisch äußerte sich auch der Bund der Steuerzahler. Das Projekt sei ein Unding."
    assert [who for _, _, who in found(text)] == ["der Bund der Steuerzahler"]


def test_a_semicolon_parts_two_speakers():
    text = "Das Angebot sei „ein Witz“, sagte Ute Kamp; Lars Thoma warf ihr vor, „nur Werbung zu machen“."
    assert [(words, who) for kind, words, who in found(text) if kind == "direct"] == [
        ("„ein Witz“", "Ute Kamp"),
        ("„nur Werbung zu machen“", "Lars Thoma"),
    ]
    assert found("Das Angebot, sagte Ute Kamp, sei schlecht; Lars Thoma lobte es.") == [
        ("indirect", "Das Angebot … sei schlecht", "Ute Kamp")
    ]


def test_an_age_names_somebody():
    text = "Von Kungelei will der 60-Jährige nichts wissen: „Ich hab nur gegessen.“"
    assert found(text) == [("direct", "„Ich hab nur gegessen.“", "der 60-Jährige")]


def test_ones_last_words_are_ones_own():
    text = "„Mehr kann ich nicht sagen“, waren seine letzten Worte."
    assert found(text) == [("direct", "„Mehr kann ich nicht sagen“", "seine")]


def test_a_verb_in_a_relative_clause_behind_the_marks_does_not_say_them():
    text = "Er könne das „vor Gott nicht verantworten“, was hier beschlossen werde, hatte Ole Brandt gesagt."
    assert [(words, who) for kind, words, who in found(text) if kind == "direct"] == [
        ("„vor Gott nicht verantworten“", "Ole Brandt")
    ]


def test_a_text_told_of_in_a_relative_clause_is_what_stands_before_it():
    text = "Man wird ein Vorwort drucken, in dem es heißt: „Manche Wörter sagen wir heute nicht mehr.“"
    assert found(text) == [("direct", "„Manche Wörter sagen wir heute nicht mehr.“", "ein Vorwort")]


def test_a_saying_keeps_where_it_stands():
    text = "Das Stück kostete – so die Formulierung in einem Telefonat – „sechstausend, Kinder die Hälfte“."
    assert {who for _, _, who in found(text)} == {"die Formulierung in einem Telefonat"}
