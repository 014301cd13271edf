"""Which annotation is worked on, and what it becomes."""

from dataclasses import replace

from core.annotations.anchoring import How, place
from tests.tui.sample import ANALYSIS, ARTICLE, TEXT, annotation, at
from tui.model.annotating import (
    after_change,
    annotation_here,
    annotation_of_article,
    change_to,
    confirmed,
    draft_place,
    highlighted,
    marking,
    tagged,
    whole_words,
)
from tui.model.reader_state import Position, ReaderState
from tui.model.standing import NOWHERE, standing
from tui.model.undo import Change

MARK = annotation("a", "Hafens", ("hafen",))
STATE = ReaderState(ARTICLE, ANALYSIS).with_annotations(place((MARK,), TEXT))


def here(state, **position):
    return standing(state, Position(**position))


def test_a_new_annotation_is_on_the_words_one_stands_on():
    made = annotation_here(STATE, here(STATE, selection=at(" Werft Nordstern")))
    assert made.anchor.exact == "Werft Nordstern"


def test_a_passage_that_bears_an_annotation_has_that_one():
    assert annotation_here(STATE, here(STATE, selection=at("Hafens"))) == MARK


def test_nothing_is_worked_on_where_nothing_is_stood_on():
    assert annotation_here(STATE, here(STATE)) is None


def test_the_article_has_one_annotation():
    whole = annotation("w", None, ("frist",))
    assert annotation_of_article(STATE).blank
    assert annotation_of_article(STATE.with_annotations(place((whole,), TEXT))) == whole


def test_tags_are_added_once():
    assert tagged(MARK, ("hafen",)) is None
    assert tagged(MARK, ("frist",)).tags == ("hafen", "frist")
    assert highlighted(highlighted(MARK)).tags == MARK.tags


def test_an_annotation_that_became_blank_is_deleted():
    assert change_to(STATE, MARK.edited(tags=())) == Change(MARK, None)
    assert change_to(STATE, annotation("b", "Werft")) is None
    assert change_to(STATE, annotation("b", "Werft", ("x",))).before is None


def test_every_place_is_marked_in_one_change():
    places = whole_words(TEXT, "Lind")
    assert len(places) == len([each for each in ANALYSIS.mentions if each.actor == "lind"])
    change = marking(STATE, places, ("wer",))
    assert len(change.all) == len(places)
    marked = place(tuple(each.after for each in change.all), TEXT)
    assert marking(after_change(STATE, change, marked), places, ("wer",)) is None


def test_a_part_of_a_longer_word_is_not_that_word():
    assert [TEXT[start - 1 : end + 1] for start, end in whole_words(TEXT, "Hafen")] == [" Hafen ", " Hafen "]


def test_a_place_in_doubt_is_confirmed():
    (placed,) = STATE.annotations
    doubtful = replace(placed, located=replace(placed.located, how=How.APPROXIMATE))
    change = confirmed(STATE.with_annotations((doubtful,)), NOWHERE)
    assert change.words == "place confirmed"
    assert confirmed(STATE, NOWHERE) is None


def test_a_draft_is_found_again_by_its_place():
    assert draft_place(MARK) == "{}:{}".format(*at("Hafens"))
    assert draft_place(annotation("w", None)) == "article"
