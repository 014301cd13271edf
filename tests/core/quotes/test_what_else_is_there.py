"""What else a sentence or an article holds neither hides who says what nor is taken for it."""

import pytest

from tests.core.quotes.said import direct, found, said


@pytest.mark.parametrize(
    "between", ["", ", weil im Herbst Aufträge fehlten", ", da am Kap niemand mehr baue"]
)
def test_a_phrase_of_another_clause_hides_no_text_that_says_it(between):
    text = f"Die Werft schließe{between}, heißt es in einer Mitteilung."
    assert found(text) == [("indirect", f"Die Werft schließe{between}", "einer Mitteilung")]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Der Hafen, sagte Ada Lind, bleibt bis Mai geschlossen.", "sagte", "Ada Lind"),
        ("Der Hafen, betonte die Ministerin, bleibt bis Mai geschlossen.", "betonte", "die Ministerin"),
    ],
)
def test_a_noun_is_the_beginning_of_a_statement_that_goes_on_with_its_verb(text, cue, speaker):
    assert said(text) == [("indirect", "Der Hafen … bleibt bis Mai geschlossen", speaker, cue)]


def test_a_threat_is_what_follows_unless_a_preposition_says_what_it_is():
    assert found("Lind droht, die Werft bleibt zu.") == [("indirect", "die Werft bleibt zu", "Lind")]
    assert found("Lind droht mit Streik, die Werft bleibt zu.") == [("reported", "droht mit Streik", "Lind")]


@pytest.mark.parametrize(
    "before",
    ["", "Der Fischer will heute nicht mehr am Hafen arbeiten, ", "Er will den Kahn nicht mehr sehen, und "],
)
def test_what_somebody_wants_hides_nobody_who_claims_to_have_seen_it(before):
    text = f"{before}der Wirt will ihn am Abend dort gesehen haben."
    ((kind, _, speaker),) = found(text[0].upper() + text[1:])
    assert (kind, speaker.lower()) == ("free-indirect", "der wirt")


def test_words_in_marks_that_open_an_article_are_no_answer_to_what_is_asked_below():
    paragraphs = (
        "„Wir gehen heim.“",
        "Lea Brunner leitet die Werft.",
        "Frau Brunner, warum bleibt sie zu?",
        "„Weil Holz fehlt.“",
        "Frau Brunner, was nun?",
        "„Wir warten ab.“",
        "Wie lange noch?",
        "„Bis der Winter kommt.“",
    )
    assert direct("\n\n".join(paragraphs)) == [
        ("„Wir gehen heim.“", ""),
        ("„Weil Holz fehlt.“", "Lea Brunner"),
        ("„Wir warten ab.“", "Lea Brunner"),
        ("„Bis der Winter kommt.“", "Lea Brunner"),
    ]


@pytest.mark.parametrize(
    ("behind", "ends_before"),
    [
        (", doch er werde wachsen", False),
        (", die Fähren lagen still", False),
        (", doch er blieb offen", True),
    ],
)
def test_a_statement_ends_only_before_what_the_writer_tells_against_it(behind, ends_before):
    told = "der Hafen sei zu klein"
    assert found(f"Lind sagte, {told}{behind}.") == [
        ("indirect", told if ends_before else told + behind, "Lind")
    ]


def test_a_verb_of_saying_in_the_konjunktiv_is_part_of_the_speech_that_goes_on():
    text = "Ada Lind sagte, der Hafen sei zu klein. Er müsse wachsen, wie auch der Wirt sage."
    assert found(text)[1] == (
        "indirect-free-indirect",
        "Er müsse wachsen, wie auch der Wirt sage.",
        "Ada Lind",
    )


def test_whoever_is_asked_may_be_described_in_the_konjunktiv_without_a_question():
    assert found("Lind fragte, was mit den Kähnen geschehe.") == [
        ("indirect", "was mit den Kähnen geschehe", "Lind")
    ]
    assert found("Lind fragte die Frau, die am Tresen stehe.") == []


def test_what_somebody_thinks_is_no_statement_where_the_writer_vouches_for_it():
    assert found("Lind zweifelte, der Hafen war längst zu.") == []
    assert found("Lind betonte, der Hafen war längst zu.") == [
        ("indirect", "der Hafen war längst zu", "Lind")
    ]


def test_what_else_is_said_in_a_sentence_hides_nothing_that_is_quoted_in_it():
    quoted = "der Sender zitiert die Ministerin mit den Worten: „Das Boot ist alt.“"
    assert direct(f"„Wir bleiben“, sagte Jon Berg, und {quoted}") == [
        ("„Wir bleiben“", "Jon Berg"),
        ("„Das Boot ist alt.“", "der Sender"),
        ("Das Boot ist alt.", "die Ministerin"),
    ]
