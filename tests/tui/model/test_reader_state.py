"""The state follows what is known of the article."""

from dataclasses import replace

from core.annotations.anchoring import place
from tests.tui.sample import ANALYSIS, ARTICLE, TEXT, annotation, at
from tui.model.lens import Kind
from tui.model.reader_state import Position, ReaderState
from tui.model.reading_choice import actor_to_read_for, next_reading, reading_in
from tui.model.reading_modes import Reading, Way
from tui.model.standing import standing
from tui.model.status_words import count_words, key_labels, status_keys, status_words

STATE = ReaderState(ARTICLE, ANALYSIS)
WITHOUT_VARGA = replace(
    ANALYSIS,
    mentions=tuple(each for each in ANALYSIS.mentions if each.actor != "varga"),
    actors=tuple(each for each in ANALYSIS.actors if each.id != "varga"),
)


def on(state, kind, id, subject=""):
    lens = state.lens_of(kind, subject)
    return state.at(lens, lens.find(id))


def test_what_a_new_analysis_no_longer_has_is_let_go_of():
    lens = STATE.lens_of(Kind.ACTOR, "varga")
    state = replace(STATE.at(lens, lens.targets[0]), reading=Reading(Way.ACTOR, "varga"))
    after = state.with_analysis(WITHOUT_VARGA)
    assert (after.target, after.reading, after.lens.kind) == (None, Reading(), Kind.NAMES)


def test_a_target_that_is_still_there_stays():
    state = on(STATE, Kind.QUOTES, "q2")
    assert state.with_analysis(WITHOUT_VARGA).target == state.target


def test_a_mark_that_is_gone_is_not_stood_on():
    marked = STATE.with_annotations(place((annotation("a", "Hafen", ("hafen",)),), TEXT))
    state = on(marked, Kind.MARKS, "a")
    assert state.target.id == "a"
    assert state.with_annotations(()).target is None


def test_one_reads_for_who_is_stood_on_else_for_who_is_named_most():
    spoken = on(STATE, Kind.QUOTES, "q2")
    assert actor_to_read_for(spoken, standing(spoken, Position())) == "varga"
    row = Position(part="actors", entry="union")
    assert actor_to_read_for(spoken, standing(replace(spoken, on_row=True), row)) == "union"
    assert actor_to_read_for(STATE) == "lind"
    assert reading_in(ReaderState(ARTICLE), Way.ACTOR) is None


def test_ways_of_reading_go_round_without_those_that_need_an_analysis():
    bare = ReaderState(ARTICLE)
    assert next_reading(bare, 1) == Reading(Way.SKIM)
    assert next_reading(bare, -1) == Reading(Way.CLEAN)


def test_the_line_at_the_foot_says_where_one_is():
    selected = Position(selection=at("Der Druck"))
    state = replace(STATE, reading=Reading(Way.SKIM))
    assert status_words(state, selected, lambda _: "") == "skimming · selected “Der Druck”"
    assert status_words(STATE, Position(), lambda _: "all of it") == "all of it"
    assert status_words(on(STATE, Kind.QUOTES, "q3"), Position(), str).startswith("quote 3 of 3")


def test_what_moving_the_caret_does_is_said_and_what_the_key_for_selecting_does():
    travels, extends = (Position(selection=at("Der Druck"), caret=how) for how in ("travels", "extends"))
    assert status_words(STATE, travels, str) == "at “Der Druck”"
    assert status_words(STATE, extends, str) == "selected “Der Druck”"
    labels = [key_labels(STATE, position)["article.select"] for position in (travels, extends)]
    assert labels == ["begin here", "begin anew"]
    assert "article.select" not in key_labels(STATE, Position(selection=at("Der Druck")))


def test_counts_of_a_part_are_said_to_be_of_a_part():
    assert count_words(replace(STATE, in_part=True)) == "14 names, 3 quotes so far"


def test_its_keys_are_those_of_the_part_one_is_in():
    assert "leave-target" in status_keys(STATE, Position(selection=(0, 3)), typing=False)
    assert "filter-keep" in status_keys(STATE, Position(part="actors"), typing=True)
    row = Position(part="actors", entry="lind")
    assert "list-go" in status_keys(replace(STATE, on_row=True), row, typing=False)
    assert "map-stay" in status_keys(STATE, Position(part="map"), typing=False)


def test_mentions_in_a_caption_that_is_folded_are_neither_counted_nor_stepped_to():
    """As on the card and in the panel, unless they are all there is."""
    lens = STATE.lens_of(Kind.ACTOR, "lind")
    hidden = lens.targets[-1].spans[0]
    block = next(each for each in ARTICLE.blocks if each.start <= hidden[0] < each.end)
    folded = tuple(replace(each, repeats=0) if each is block else each for each in ARTICLE.blocks)
    state = replace(STATE, article=replace(ARTICLE, blocks=folded))
    assert hidden not in [each.spans[0] for each in state.lens_of(Kind.ACTOR, "lind").targets]
    assert state.lens_of(Kind.ACTOR, "varga").targets
