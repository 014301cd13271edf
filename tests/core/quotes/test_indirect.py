"""Indirect speech: clauses that somebody is said to have said."""

import pytest

from tests.core.language.bracketed import read, said


@pytest.mark.parametrize(
    ("text", "message", "speaker", "cue"),
    [
        ("[PER Lind] sagte, dass der Hafen sicher sei.", "dass der Hafen sicher sei", "Lind", "sagte"),
        (
            "Am Montag sagte [PER Lind] im Radio, dass der Hafen sicher sei.",
            "dass der Hafen sicher sei",
            "Lind",
            "sagte",
        ),
        (
            "[PER Lind] hat erklärt, dass der Hafen sicher sei.",
            "dass der Hafen sicher sei",
            "Lind",
            "hat erklärt",
        ),
        ("[PER Lind] sagte, der Hafen sei sicher.", "der Hafen sei sicher", "Lind", "sagte"),
        (
            "Am Abend warnte [PER Lind], der Verkehr solle die Bucht meiden.",
            "der Verkehr solle die Bucht meiden",
            "Lind",
            "warnte",
        ),
        (
            "[PER Lind] drohte, mit 20 Schleppern die Bucht zu sperren.",
            "mit 20 Schleppern die Bucht zu sperren",
            "Lind",
            "drohte",
        ),
        (
            "[PER Lind] hat den Fischern versprochen, keine Boote zu beschlagnahmen.",
            "keine Boote zu beschlagnahmen",
            "Lind",
            "hat … versprochen",
        ),
        (
            "[PER Lind] forderte die Werft auf, die Arbeit aufzunehmen.",
            "die Arbeit aufzunehmen",
            "Lind",
            "forderte … auf",
        ),
        ("[PER Lind] warf dem Reeder vor, gelogen zu haben.", "gelogen zu haben", "Lind", "warf … vor"),
        ("Der Hafen sei sicher, sagte [PER Lind].", "Der Hafen sei sicher", "Lind", "sagte"),
        (
            "Der Hafen werde bald geöffnet, teilte die Behörde am Freitag mit.",
            "Der Hafen werde bald geöffnet",
            "die Behörde",
            "teilte … mit",
        ),
        ("Der Hafen, sagte [PER Lind], sei sicher.", "Der Hafen … sei sicher", "Lind", "sagte"),
        (
            "Wie die Polizei mitteilte, wurde niemand verletzt.",
            "wurde niemand verletzt",
            "die Polizei",
            "Wie … mitteilte",
        ),
        (
            "Niemand wurde verletzt, wie die Polizei mitteilte.",
            "Niemand wurde verletzt",
            "die Polizei",
            "wie … mitteilte",
        ),
        (
            "[PER Lind] geht davon aus, dass der Hafen sicher ist.",
            "dass der Hafen sicher ist",
            "Lind",
            "geht davon aus",
        ),
        (
            "[PER Lind], die den Hafen leitet, sagte, dass er sicher sei.",
            "dass er sicher sei",
            "Lind",
            "sagte",
        ),
        ("Laut der Werft ist das Boot sicher.", "ist das Boot sicher", "der Werft", "Laut"),
        ("Das Boot ist laut der Werft sicher.", "Das Boot ist … sicher", "der Werft", "laut"),
        ("Der Werft zufolge ist das Boot sicher.", "ist das Boot sicher", "Der Werft", "zufolge"),
        (
            "Nach Angaben der Polizei ist das Boot sicher.",
            "ist das Boot sicher",
            "Angaben der Polizei",
            "Nach",
        ),
        (
            "Das Boot ist nach Angaben der Polizei sicher.",
            "Das Boot ist … sicher",
            "Angaben der Polizei",
            "nach",
        ),
        ("Seiner Meinung nach ist das Boot sicher.", "ist das Boot sicher", "Seiner Meinung", "nach"),
        ("Das Boot sei sicher, so die Werft.", "Das Boot sei sicher", "die Werft", "so"),
        (
            "Geht der Reeder, stünde er „wie ein Sieger“ da, so die „Hafenpost“.",
            "Geht der Reeder, stünde er „wie ein Sieger“ da",
            "die „Hafenpost“",
            "so",
        ),
        ("Demnach ist das Boot sicher.", "ist das Boot sicher", "Demnach", "Demnach"),
    ],
)
def test_message_speaker_and_cue(text, message, speaker, cue):
    found = [q for q in said(text) if q[0] == "indirect"]
    assert found == [("indirect", message, speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "[PER Lind] ging nach Hause, weil es regnete.",
        "Nach dem Spiel ist vor dem Spiel.",
        "Nach zwei Stunden war das Boot leer.",
        "Das Boot, das im Hafen liegt, ist alt.",
        "So war das damals.",
        "Die Werft baut Boote, die niemand braucht.",
        "Sie sprach leise und ging.",
    ],
)
def test_what_nobody_said_is_not_found(text):
    assert said(text) == []


def test_two_sources_in_a_sentence_have_a_statement_each():
    found = said("Laut der Werft ist das Boot alt, nach Angaben der Polizei fehlt ein Siegel.")
    assert [(message, who) for _, message, who, _ in found] == [
        ("ist das Boot alt", "der Werft"),
        ("fehlt ein Siegel", "Angaben der Polizei"),
    ]


def test_the_konjunktiv_goes_on_with_the_same_speaker():
    found = said(
        "[PER Lind] sagte, der Hafen sei sicher. Die Kräne habe man geprüft. Niemand müsse sich sorgen. Es regnet."
    )
    assert found[2] == ("indirect-free-indirect", "Niemand müsse sich sorgen.", "Lind", "")
    assert found[1] == (
        "indirect-free-indirect",
        "Die Kräne habe man geprüft.",
        "Lind",
        "",
    )
    assert len(found) == 3


def test_a_guess_of_the_writer_is_not_taken_for_speech():
    assert len(said("[PER Lind] sagte, der Hafen sei sicher.\nVarga könnte bald gewinnen.")) == 1


def test_hearsay_has_no_speaker():
    (found,) = said("Der Reeder soll ihr freie Fahrt zugesagt haben.")
    assert found[0] == "free-indirect"
    assert found[2] == ""


@pytest.mark.parametrize(
    ("text", "type", "message", "speaker"),
    [
        (
            "Die Behörde bestätigte das am Montag.",
            "reported",
            "bestätigte das am Montag",
            "Die Behörde",
        ),
        (
            "Das Rote Haus bestätigte das am Montag.",
            "reported",
            "bestätigte das am Montag",
            "Das Rote Haus",
        ),
        ("[PER Lind] forderte einen Neubau.", "reported", "forderte einen Neubau", "Lind"),
        (
            "Der Hafen ist zu. Das teilte die Polizei mit.",
            "indirect",
            "Der Hafen ist zu.",
            "die Polizei",
        ),
        (
            "[PER Lind] ist überzeugt, dass der Hafen sicher ist.",
            "indirect",
            "dass der Hafen sicher ist",
            "Lind",
        ),
        (
            "[PER Lind] ist der Meinung, dass der Hafen sicher ist.",
            "indirect",
            "dass der Hafen sicher ist",
            "Lind",
        ),
        ("Im Bericht heißt es, der Hafen sei sicher.", "indirect", "der Hafen sei sicher", "Bericht"),
    ],
)
def test_more_ways_of_saying(text, type, message, speaker):
    (found,) = said(text)
    assert found[:3] == (type, message.replace("[PER Lind]", "Lind"), speaker)


def test_the_addressee_is_told():
    doc = read("[PER Lind] forderte die Werft auf, die Arbeit aufzunehmen.")
    (found,) = doc._.findings
    assert [doc.text[a:b] for a, b in found.addressee] == ["die Werft"]


def test_a_plan_is_no_hearsay():
    assert said("Die Brücke soll bald gebaut werden.") == []


@pytest.mark.parametrize(
    ("text", "message", "speaker"),
    [
        ("[PER Lind] said that the port was safe.", "that the port was safe", "Lind"),
        ("The council said on Monday that the port was safe.", "that the port was safe", "The council"),
        ("The port was safe, [PER Lind] said.", "The port was safe", "Lind"),
        (
            "According to the port authority, 41 ships are waiting.",
            "41 ships are waiting",
            "the port authority",
        ),
    ],
)
def test_english(text, message, speaker):
    ((kind, words, who, _),) = said(text, "en")
    assert (kind, words, who) == ("indirect", message, speaker)


def test_the_subject_of_what_is_said_is_no_addressee():
    (found,) = read("[PER Lind] told reporters that the harbour board would pay.", "en")._.findings
    assert found.addressee == ()
