"""What a sentence says of the one before it, and nouns of saying before a colon."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("behind", "says"),
    [
        ("Das meldet die Polizei.", True),
        ("Das wurde vom Wirt gesagt.", False),
        ("Das sagte viel.", False),
        ("Das sagte niemand.", False),
        ("Das sagte kein Wirt.", False),
        ("Das sagte der Wirt, der Steg sei alt.", False),
    ],
)
def test_a_sentence_is_said_where_the_next_has_a_speaker_and_nothing_else_to_say(behind, says):
    assert (
        ("indirect", "Das Boot ist leer.") in [each[:2] for each in found(f"Das Boot ist leer. {behind}")]
    ) is says


@pytest.mark.parametrize(("between", "speaker"), [("", "sie"), (" Es regnete.", "")])
def test_these_words_are_those_right_before(between, speaker):
    assert direct(f"„Leinen los.“{between} Mit diesen Worten ging sie.") == [("„Leinen los.“", speaker)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die These der Wirtin: Das Boot ist leer.", "Das Boot ist leer."),
        ("Mit der These der Wirtin: Das Boot ist leer.", None),
        ("Die Forderung der Wirtin: ein neues Boot zu bauen.", None),
    ],
)
def test_a_main_clause_is_said_behind_a_noun_without_preposition(text, words):
    said = [] if words is None else [("indirect", words.rstrip("."), "der Wirtin")]
    assert found(text) == said


@pytest.mark.parametrize(
    "behind", ["wies der Wirt zurück", "bestritt der Wirt", "kehrt zurück", "gefällt dem Wirt"]
)
def test_a_noun_of_saying_opens_a_statement_of_nobody_where_none_is_named(behind):
    assert found(f"Die These, das Boot sei leer, {behind}.") == [("indirect", "das Boot sei leer", "")]


@pytest.mark.parametrize(
    "behind",
    [
        "Das teilte der Minister von Sundau, Tom Rens, in der Nacht mit.",
        "Das teilte Tom Rens, der Minister von Sundau, am Montag mit.",
    ],
)
def test_what_is_said_of_the_speaker_parts_a_verb_from_its_particle(behind):
    assert found(f"Das Boot ist leer. {behind}")[0][:2] == ("indirect", "Das Boot ist leer.")


@pytest.mark.parametrize(
    ("behind", "whose"),
    [("hieß es weiter", "Die Werft"), ("heißt es weiter", "Die Werft"), ("hieß es", "")],
)
def test_a_source_goes_on_where_the_text_says_so(behind, whose):
    text = f"Die Werft teilte mit, das Boot sei leer. Man prüfe den Steg, {behind}."
    assert found(text)[1] == ("indirect", "Man prüfe den Steg", whose)
