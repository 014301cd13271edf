import spacy
from spacy.tokens import Doc

from core.language.document import make_doc
from core.language.names.recurring import Recurring
from core.language.ner.component import SCORE
from tests.core.language.bracketed import unbracket
from tests.core.language.names.marked import names

NLP = spacy.blank("de")


def read(marked: str, *scores: float | None) -> Doc:
    text, found = unbracket(marked)
    doc = make_doc(NLP, text, ())
    doc.ents = tuple(doc.char_span(start, end, label=label) for start, end, label in found)
    for ent, score in zip(doc.ents, scores, strict=True):
        ent._.set(SCORE, score)
    return Recurring()(doc)


def test_a_certain_mention_decides_a_doubtful_one():
    doc = read("Die [ORG Nordwind] wuchs. Bei [PER Nordwind] gab es Geld.", 0.97, 0.65)
    assert names(doc) == [("Nordwind", "ORG"), ("Nordwind", "ORG")]


def test_two_certain_mentions_of_different_kinds_stay():
    doc = read("Der [ORG Kreis] und die [LOC Kreis] und die [PER Kreis].", 0.95, 0.95, 0.6)
    assert [label for _, label in names(doc)] == ["ORG", "LOC", "PER"]


def test_a_certain_mention_is_never_changed():
    doc = read("Die [ORG Nordwind] wuchs. Für [PER Nordwind] zahlt er.", None, 0.85)
    assert [label for _, label in names(doc)] == ["ORG", "PER"]


def test_a_place_behind_in_stays_a_place():
    doc = read("Die [ORG Nordwind] wuchs. Sie lebt in [LOC Nordwind].", 0.97, 0.65)
    assert [label for _, label in names(doc)] == ["ORG", "LOC"]


def test_works_and_events_are_found_again_where_their_form_says_that_they_are_names():
    doc = read(
        "Die [MISC Ruder-WM] beginnt, und [MISC Tide] auch. Zur Ruder-WM fährt mit Tide keiner.", 0.7, 0.9
    )
    assert names(doc) == [("Ruder-WM", "MISC"), ("Tide", "MISC"), ("Ruder-WM", "MISC")]


def test_a_name_in_several_words_is_found_again():
    doc = read("Sie schrieb [MISC Am Deich]. Die Wiese am Deich ist nass, Am Deich verkauft sich.", 0.9)
    assert [text for text, _ in names(doc)] == ["Am Deich", "Am Deich"]
