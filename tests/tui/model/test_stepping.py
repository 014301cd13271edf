"""Where steps lead, and what is let go of first."""

from dataclasses import replace

import pytest

from tests.tui.sample import ANALYSIS, ARTICLE, TEXT, at
from tui.model.lens import Kind
from tui.model.reader_state import Position, ReaderState
from tui.model.reading_modes import Reading, Way
from tui.model.stepping import Held, chosen_in, goes_round, held, next_target, nothing_words, without

STATE = ReaderState(ARTICLE, ANALYSIS)
ALL = Position(sight=(0, len(TEXT)))
NAMES = STATE.lens_of(Kind.NAMES)


def words(target):
    return TEXT[slice(*target.spans[0])]


def test_a_step_goes_on_from_the_target_in_sight():
    first = next_target(STATE, ALL, NAMES, 1)
    assert words(first) == "Ada Lind"
    second = next_target(STATE.at(NAMES, first), ALL, NAMES, 1)
    assert words(second) == "Speicher drei"


def test_whoever_has_scrolled_on_steps_from_where_they_read():
    start = at("Jon Varga")[0]
    state = STATE.at(NAMES, NAMES.targets[0])
    below = Position(top=start, sight=(start, len(TEXT)))
    assert words(next_target(state, below, NAMES, 1)) == "Jon Varga"


def test_a_selection_is_where_stepping_begins():
    selected = ALL._replace(selection=at("Jon Varga"))
    assert words(next_target(STATE, selected, NAMES, 1)) == "Jon Varga"


def test_a_step_over_the_end_goes_round():
    first, last = NAMES.targets[0], NAMES.targets[-1]
    on_last, on_first = STATE.at(NAMES, last), STATE.at(NAMES, first)
    whole = Position(sight=(0, len(TEXT)))
    assert goes_round(on_last, whole, NAMES, first, 1)
    assert goes_round(on_first, whole, NAMES, last, -1)
    assert not goes_round(on_first, whole, NAMES, NAMES.targets[1], 1)
    assert not goes_round(STATE, whole, NAMES, first, 1)


def test_a_step_from_where_one_reads_goes_round_only_over_an_end():
    """The target, out of sight, is not where it starts: from the last page to the one before it is no way round."""
    first, *_, one_but_last, last = NAMES.targets
    page = Position(top=last.start, sight=(last.start, last.end))
    assert not goes_round(STATE.at(NAMES, first), page, NAMES, one_but_last, -1)
    beginning = Position(top=0, sight=(0, first.end))
    assert not goes_round(STATE.at(NAMES, last), beginning, NAMES, first, 1)
    assert goes_round(STATE.at(NAMES, last), beginning, NAMES, last, -1)


def test_a_step_back_from_the_very_end_comes_to_the_last_in_sight():
    *_, one_but_last, last = NAMES.targets
    bottom = Position(top=one_but_last.start, sight=(one_but_last.start, len(TEXT)))
    assert next_target(STATE, bottom, NAMES, -1) == last


@pytest.mark.parametrize(
    ("analysis", "kind", "said"),
    [
        (None, Kind.NAMES, "no names yet"),
        (ANALYSIS, Kind.QUOTES, "no quotes here"),
        (ANALYSIS, Kind.MARKS, "no marks of yours yet"),
    ],
)
def test_a_lens_without_targets_says_why(analysis, kind, said):
    assert nothing_words(ReaderState(ARTICLE, analysis), kind) == said


def test_an_entry_stands_for_a_lens_and_a_target():
    lens, target = chosen_in(STATE, "actors", "varga")
    assert (lens.kind, lens.subject, words(target)) == (Kind.ACTOR, "varga", "Jon Varga")
    lens, target = chosen_in(STATE, "quotes", "q2", "q1 q2")
    assert (len(lens.targets), target.id) == (2, "q2")
    assert chosen_in(STATE, "notes", "gone")[1] is None


def test_one_thing_is_let_go_of_after_the_other():
    hits = STATE.lens_of(Kind.HITS, "Lind")
    state = replace(STATE, zen=True, reading=Reading(Way.SKIM)).at(hits, hits.targets[0])
    left = []
    while (what := held(state, selecting=False, touring=False)) is not Held.LENS:
        left.append(what)
        state = without(state, what)
    assert left == [Held.SEARCH, Held.ZEN, Held.READING]
    assert without(state, Held.LENS).lens.kind is Kind.NAMES


def test_a_selection_goes_before_the_tour_and_the_tour_before_all_else():
    state = STATE.at(NAMES, NAMES.targets[0])
    assert held(state, selecting=True, touring=True) is Held.SELECTION
    assert held(state, selecting=False, touring=True) is Held.TOUR
    assert held(state, selecting=False, touring=False) is Held.TARGET


def test_a_step_goes_on_from_the_target_that_was_let_go_while_it_is_in_sight():
    second, third = NAMES.targets[1:3]
    state = without(STATE.at(NAMES, second), Held.TARGET)
    assert state.target is None
    assert next_target(state, ALL, NAMES, 1) == third
    assert next_target(state, ALL, NAMES, -1) == NAMES.targets[0]
    start = at("Jon Varga")[0]
    below = Position(top=start, sight=(start, len(TEXT)))
    assert words(next_target(state, below, NAMES, 1)) == "Jon Varga"
    hits = STATE.lens_of(Kind.HITS, "Jon Varga")
    found = without(STATE.at(hits, hits.targets[0]), Held.SEARCH)
    assert next_target(found, ALL, NAMES, 1).start > start
