import pytest

from core.articles.blocks import segment
from core.articles.turns import with_turns
from core.language.document import make_doc
from tests.core.quotes.said import pipeline


def findings(text):
    """The quotations in a text whose blocks are told apart as those of a file."""
    nlp = pipeline()
    doc = make_doc(nlp, text, segment(text))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc._.findings


TURNS = """Die Frau am Leuchtturm

Ida Morgen (58) hütet seit zwölf Jahren das Feuer von Sandhuk.

KÜSTENBLATT: Frau Morgen, schlafen Sie gut?

Morgen: Meistens. Nur der Wind hält mich wach, und mein Nachbar sagt immer: „Zieh doch weg.“

KÜSTENBLATT: Und wer löst Sie ab?

Morgen: Das weiß noch niemand. Ich habe gehört, das Amt suche jemanden."""


def spoken(text):
    return [
        (
            text[finding.spans[0][0] : finding.spans[-1][1]],
            *(text[start:end] for start, end in finding.speaker),
        )
        for finding in findings(text)
    ]


def test_turns_of_an_interview_are_direct_speech_of_whom_they_name():
    said = spoken(TURNS)
    assert ("Frau Morgen, schlafen Sie gut?", "KÜSTENBLATT") in said
    assert ("Das weiß noch niemand. Ich habe gehört, das Amt suche jemanden.", "Morgen") in said
    assert sum(len(words) > 1 and words[1] in ("KÜSTENBLATT", "Morgen") for words in said) == 4


@pytest.mark.parametrize("credit", ["Interview: Lea Sommer", "Gespräch: Lea Sommer und Jonas Otter"])
def test_who_led_an_interview_is_not_said_by_the_word_for_it(credit):
    said = spoken(TURNS.replace("Sandhuk.\n", f"Sandhuk.\n\n{credit}\n"))
    assert [words for words in said if words[1:] == (credit.partition(":")[0],)] == []
    assert ("Frau Morgen, schlafen Sie gut?", "KÜSTENBLATT") in said


@pytest.mark.parametrize("told", ["Sie gießt Tee ein.", "(Sie lacht.) „Ach ja.“"])
def test_what_happens_between_two_turns_is_none(told):
    said = spoken(TURNS.replace("\n\nKÜSTENBLATT: Und", f"\n\n{told}\n\nKÜSTENBLATT: Und"))
    assert [words for words in said if words not in spoken(TURNS)] in ([], [("„Ach ja.“", "Sie")])
    assert set(spoken(TURNS)) <= set(said)


def test_a_short_answer_is_no_credit():
    said = spoken(f"{TURNS}\n\nGast: Und Ihr Vorbild?\n\nMorgen: Lea Sommer")
    assert ("Lea Sommer", "Morgen") in said
    assert ("Und Ihr Vorbild?", "Gast") in said


def test_what_somebody_quotes_in_a_turn_is_a_quotation_within_it():
    found = findings(TURNS)
    inner = next(each for each in found if TURNS[slice(*each.spans[0])] == "„Zieh doch weg.“")
    assert inner.within is not None
    assert TURNS[slice(*inner.speaker[0])] == "mein Nachbar"


def test_initials_stand_for_the_name_they_abbreviate():
    text = TURNS.replace("Morgen: ", "I. M.: ")
    assert ("Das weiß noch niemand. Ich habe gehört, das Amt suche jemanden.", "Ida Morgen") in spoken(text)


def test_questions_of_the_paper_are_nobodys():
    text = TURNS.replace("KÜSTENBLATT: ", "Frage: ").replace("Morgen: ", "Antwort: ")
    assert ("Das weiß noch niemand. Ich habe gehört, das Amt suche jemanden.", "Ida Morgen") in spoken(text)
    assert not any(words[0].startswith("Und wer löst") for words in spoken(text))


def test_a_list_with_colons_is_no_interview():
    text = (
        "Das Wetter am Wochenende\n\nKiel: 12 Grad und Regen.\n\nHusum: 13 Grad.\n\nEmden: 11 Grad und Nebel."
    )
    assert not findings(text)


ANSWERS = """Kapitän auf Zeit

Nils Otter führt die Fähre nur noch bis Mai. Ein Besuch an Bord.

Herr Otter, fällt der Abschied schwer?

„Ich habe mich an den Gedanken gewöhnt. An Land ist es auch schön.“

Was werden Sie vermissen?

„Die Stille vor dem ersten Fahrgast.“

Und was nicht?

„Den Kaffee aus dem Automaten.“"""


def test_answers_in_marks_are_those_of_the_person_asked():
    said = dict(words for words in spoken(ANSWERS) if len(words) > 1)
    assert said["„Die Stille vor dem ersten Fahrgast.“"] == "Nils Otter"
    assert said["„Den Kaffee aus dem Automaten.“"] == "Nils Otter"
    assert all(finding.carried for finding in findings(ANSWERS))


def test_who_is_named_most_is_asked_where_no_question_names_anybody():
    text = ANSWERS.replace("Herr Otter, fällt", "Fällt")
    assert {who for _, *speakers in spoken(text) for who in speakers} == {"Nils Otter"}


def test_the_headline_of_an_interview_is_what_the_person_asked_says():
    text = ANSWERS.replace("Kapitän auf Zeit", "„An Land ist es auch schön“")
    assert ("„An Land ist es auch schön“", "Nils Otter") in spoken(text)


@pytest.mark.parametrize(
    ("beside", "speaker"),
    [
        ("„Der Deich hält noch hundert Jahre.“ – Deichgraf Nils Otter", "Deichgraf Nils Otter"),
        ("„Der Deich hält noch hundert Jahre.“ (Ida Morgen, Hafenamt)", "Ida Morgen"),
        ("„Der Deich hält noch hundert Jahre.“\n\n– Nils Otter, Deichgraf", "Nils Otter"),
        ("„Der Deich hält noch hundert Jahre.“\n\n(Ida Morgen, Hafenamt)", "Ida Morgen"),
        ("Vom Verband der Deichgrafen:\n\n„Der Deich hält noch hundert Jahre.“", "Verband der Deichgrafen"),
        ("Lotsin Ida Morgen dazu:\n\n„Der Deich hält noch hundert Jahre.“", "Lotsin Ida Morgen"),
    ],
)
def test_a_name_on_the_line_or_beside_it_says_who_speaks(beside, speaker):
    text = f"Stimmen zum neuen Deich\n\nDer Neubau wurde am Montag fertig.\n\n{beside}"
    assert ("„Der Deich hält noch hundert Jahre.“", speaker) in spoken(text)


def test_a_title_with_its_author_in_brackets_is_nothing_said():
    text = "Neue Bücher\n\n„Sommer am Deich“ (Ida Morgen)\n\n„Der Deich hält.“ – Ida Morgen"
    assert spoken(text) == [("„Der Deich hält.“", "Ida Morgen")]


UNLABELLED = """„Der Wind hält mich wach“

Ida Morgen (58) hütet seit zwölf Jahren das Feuer von Sandhuk. Ein Gespräch.

Frau Morgen, schlafen Sie gut?

Meistens. Nur das Meer ist laut, und mein Nachbar sagt immer: „Zieh doch weg.“

Das klingt einsam.

Ich bin gern allein. Mein Hund ist ja auch noch da.

Und wer löst Sie ab?

Das weiß ich nicht. Ich habe gehört, das Amt suche jemanden.

Was raten Sie ihm?

Warme Socken."""


def test_paragraphs_between_questions_are_answers():
    said = spoken(UNLABELLED)
    for words in ("Ich bin gern allein. Mein Hund ist ja auch noch da.", "Warme Socken."):
        assert (words, "Ida Morgen") in said
    assert ("„Der Wind hält mich wach“", "Ida Morgen") in said
    assert ("„Zieh doch weg.“", "mein Nachbar") in said
    assert not any(words.startswith(("Das klingt", "Und wer")) for words, *_ in said)


def test_questions_in_bold_need_no_marks():
    text = UNLABELLED.replace("Was raten Sie ihm?", "Was raten Sie ihm? Schnell bitte.")
    bold = [k for k, block in enumerate(segment(text)) if text[block.start : block.end].startswith(BOLD)]
    nlp = pipeline()
    doc = make_doc(nlp, text, with_turns(segment(text), text, bold))
    for _, component in nlp.pipeline:
        doc = component(doc)
    answers = [text[slice(*each.spans[0])] for each in doc._.findings if each.rule == "interview, answer"]
    assert "Warme Socken." in answers
    assert len(answers) == 5


BOLD = ("Frau Morgen", "Das klingt", "Und wer", "Was raten")


def test_questions_in_a_report_make_no_interview():
    text = (
        "Warum schließt das Bad?\n\nIda Morgen versteht es nicht. „Ich war immer da“, sagt sie.\n\nWer zahlt?\n\n"
        "Die Stadt schweigt.\n\nUnd wie geht es weiter?\n\nDas Bad bleibt zu. Der Rat entscheidet im Mai."
    )
    assert [words for words, *_ in spoken(text)] == ["„Ich war immer da“"]


def test_an_interview_ends_with_whoever_led_it():
    report = "Das Amt sieht es anders. „Wir suchen ja“, teilte es am Abend mit. Mehr ist nicht bekannt."
    said = spoken(f"{UNLABELLED}\n\nInterview: Lea Sommer\n\n{report}")
    assert ("Warme Socken.", "Ida Morgen") in said
    assert not any(words.startswith("Das Amt") or "Lea Sommer" in who for words, *who in said)


def test_a_name_before_a_colon_is_no_part_of_an_answer():
    said = spoken(UNLABELLED.replace("Warme Socken.", "Morgen: Warme Socken."))
    assert ("Warme Socken.", "Ida Morgen") in said


def test_what_somebody_does_may_stand_beside_the_name_before_a_turn():
    laughing = TURNS.replace("Morgen: Das", "Morgen (lacht): Das")
    assert [words for words, *_ in spoken(laughing)] == [words for words, *_ in spoken(TURNS)]
