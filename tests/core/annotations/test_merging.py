"""Two changes to one annotation made apart."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotations import Annotation
from core.annotations.merging import BETWEEN, merge

BASE = Annotation("a", None, ("hafen", "frist"), "Wer zahlt?", "2026-01-01", "2026-01-01")


def test_what_only_one_changed_is_as_that_one_has_it() -> None:
    mine, theirs = replace(BASE, note="Der Bund zahlt."), replace(BASE, tags=("hafen", "kai"))
    for one, other in ((mine, theirs), (theirs, mine)):
        merged = merge(BASE, one, other)
        assert (merged.note, set(merged.tags)) == ("Der Bund zahlt.", {"hafen", "kai"})


def test_two_notes_are_both_kept() -> None:
    merged = merge(BASE, replace(BASE, note="Die Stadt."), replace(BASE, note="Der Bund."))
    assert merged.note == f"Die Stadt.{BETWEEN}Der Bund."


def test_a_window_that_goes_on_writing_replaces_only_its_own_words() -> None:
    first = replace(BASE, note="Der Bund.")
    there = merge(BASE, first, replace(BASE, note="Die Stadt."))
    assert merge(first, there, replace(first, note="Der Bund, später.")).note == (
        f"Der Bund, später.{BETWEEN}Die Stadt."
    )


@pytest.mark.parametrize("note", ["", "Die Stadt."])
def test_the_same_change_made_twice_is_one(note: str) -> None:
    changed = replace(BASE, note=note)
    assert merge(BASE, changed, changed) == changed


words = st.text("ab \n—", max_size=6)
states = st.builds(
    lambda note, tags: replace(BASE, note=note, tags=tuple(sorted(tags))),
    words,
    st.sets(st.sampled_from("xyz")),
)


@given(states, states, states)
def test_no_word_of_either_is_lost(base: Annotation, theirs: Annotation, mine: Annotation) -> None:
    merged = merge(base, theirs, mine)
    for side, other in ((theirs, mine), (mine, theirs)):
        if side.note != base.note and other.note:
            assert side.note in merged.note
        assert set(side.tags) - set(base.tags) <= set(merged.tags)
    assert merged.id == base.id
