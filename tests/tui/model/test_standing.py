"""One rule for what the keys act on, wherever one is."""

from dataclasses import replace

import pytest

from core.annotations import Anchor, Annotation
from core.annotations.anchoring import place
from tests.tui.sample import ANALYSIS, ARTICLE, TEXT, annotation, at
from tui.model.lens import Kind
from tui.model.reader_state import Position, ReaderState
from tui.model.standing import On, Opens, is_on_row, opens, standing
from tui.model.status_words import key_labels, status_keys, status_words

LOST = Annotation("lost", Anchor(3, 9, "nichts da"), ("weg",))
MARKS = (
    annotation("a", None, (), "Zum Ganzen"),
    annotation("b", "Rücktritt", ("frist",)),
    annotation("c", "„Dann liegt hier alles still!“", ("wichtig",)),
    LOST,
)
STATE = ReaderState(ARTICLE, ANALYSIS).with_annotations(place(MARKS, TEXT))
TEXT_PART = Position(sight=(0, len(TEXT)))


def target(kind, id, subject=""):
    lens = STATE.lens_of(kind, subject)
    found = lens.find(id)
    assert found is not None
    return STATE.at(lens, found), TEXT_PART


def row(panel, id):
    return replace(STATE, on_row=True), Position(part=panel, entry=id)


def name(words, nth=0):
    return target(Kind.NAMES, "{}:{}".format(*at(words, nth)))


def hit(words):
    lens = STATE.lens_of(Kind.HITS, words)
    return STATE.at(lens, lens.targets[0]), TEXT_PART


def selected(words):
    return STATE, Position(selection=at(words))


PLACES = {
    "nothing": ((STATE, TEXT_PART), On.NOTHING, None, None, None, Opens.NOTHING),
    "a name": (name("Jon Varga"), On.NAME, None, None, "varga", Opens.CARD),
    "a name of nobody": (name("Speicher drei"), On.NAME, None, None, None, Opens.NOTHING),
    "a quote": (target(Kind.QUOTES, "q2"), On.QUOTE, None, "q2", "varga", Opens.CARD),
    "a quote that bears a mark": (target(Kind.QUOTES, "q3"), On.QUOTE, "c", "q3", None, Opens.MARK),
    "a mark": (target(Kind.MARKS, "b"), On.MARK, "b", None, None, Opens.MARK),
    "a mark on the article": (target(Kind.MARKS, "a"), On.MARK, "a", None, None, Opens.MARK),
    "a mark whose words are gone": (target(Kind.MARKS, "lost"), On.MARK, "lost", None, None, Opens.MARK),
    "a mark on a quote": (target(Kind.MARKS, "c"), On.MARK, "c", "q3", None, Opens.MARK),
    "a date": (
        target(Kind.FIGURES, "{}:{}".format(*at("Montag", 1))),
        On.FIGURE,
        None,
        None,
        None,
        Opens.NOTHING,
    ),
    "a hit in a quote": (hit("Pfand"), On.HIT, None, "q2", "varga", Opens.CARD),
    "a hit in a name": (hit("Varga"), On.HIT, None, None, "varga", Opens.CARD),
    "a hit on a mark": (hit("Rücktritt"), On.HIT, "b", None, None, Opens.MARK),
    "a selection": (selected("hundert"), On.PASSAGE, None, None, None, Opens.NOTE),
    "a selection in a quote": (selected("die Arbeit"), On.PASSAGE, None, "q1", "lind", Opens.NOTE),
    "an actor": (row("actors", "lind"), On.ACTOR, None, None, "lind", Opens.CARD),
    "a quote of the panel": (row("quotes", "q1"), On.QUOTE, None, "q1", "lind", Opens.PLACE),
    "a mark of the panel": (row("notes", "b"), On.MARK, "b", None, None, Opens.PLACE),
    "the article's mark in the panel": (row("notes", "a"), On.MARK, "a", None, None, Opens.MARK),
}
"""By place: where one is, what one stands on, one's own mark, the quote and the actor there, and what Enter does."""


@pytest.mark.parametrize("where", PLACES)
def test_every_key_acts_on_the_same(where):
    (state, position), on, mark, quote, actor, opened = PLACES[where]
    here = standing(state, position)
    found = here.annotation and here.annotation.id, here.quote and here.quote.id, here.actor and here.actor.id
    assert (here.on, *found) == (on, mark, quote, actor)
    assert opens(here, is_on_row(state, position)) is opened


@pytest.mark.parametrize("where", PLACES)
def test_the_line_at_the_foot_names_what_the_keys_do(where):
    (state, position), on, mark, _, _, opened = PLACES[where]
    keys, labels = status_keys(state, position, typing=False), key_labels(state, position)
    assert ({"enter-mark", "list-go"} & {*keys} != set()) == (
        opened is not Opens.NOTHING and on is not On.PASSAGE
    )
    words = {Opens.CARD: "card", Opens.MARK: "read", Opens.PLACE: "go there", Opens.NOTE: "note"}
    assert labels.get("enter-mark", "") == words.get(opened, "")
    assert ("delete" in keys) == (on is On.MARK)
    assert ("tag" in keys) == (on is not On.NOTHING)
    assert ("yours" in status_words(state, position, str)) == (mark is not None and on is not On.MARK)


def test_the_entry_counts_until_something_else_is_chosen():
    lens = STATE.lens_of(Kind.QUOTES)
    state, position = row("actors", "lind")
    state = state.at(lens, lens.targets[1])
    assert standing(state, position).quote.id == "q2"
    assert standing(replace(state, on_row=True), position).on is On.ACTOR
    assert standing(replace(state, on_row=True), position._replace(part="text")).quote.id == "q2"


def test_in_a_panel_the_entry_counts_once_what_was_made_is_gone():
    _, position = row("actors", "lind")
    assert STATE.target is None
    assert not STATE.on_row
    assert standing(STATE, position).on is On.ACTOR


def test_a_selection_was_chosen_after_the_target():
    state, _ = name("Jon Varga")
    assert standing(state, Position(selection=at("hundert"))).on is On.PASSAGE


def test_white_space_alone_is_nothing_to_stand_on():
    start = TEXT.index(" ")
    assert standing(STATE, Position(selection=(start, start + 1))).on is On.NOTHING


def test_what_one_stands_on_is_said():
    def say(place):
        return status_words(*place, str)

    assert say(row("actors", "varga")) == "Jon Varga, person, 44 · 2 mentions"
    assert say(row("quotes", "q2")).startswith("quote 2 of 3 · Jon Varga, indirect")
    assert say(target(Kind.MARKS, "a")) == "mark 1 of 4 · Zum Ganzen · on the whole article"
    assert say(target(Kind.MARKS, "lost")) == "mark 4 of 4 · #weg · its words are gone"
    assert say(hit("Pfand")) == "hit 1 of 1 · “Pfand” · in a quote of Jon Varga"
    assert say(target(Kind.QUOTES, "q3")).endswith("likely · yours: #wichtig")
