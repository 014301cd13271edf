"""Changes as data, and the history of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.sample import annotation
from tui.model.undo import Change, History, thing

TAGGED = annotation("a", "Hafen", ("hafen",))
NOTED = annotation("b", "Werft", (), "Wem gehört sie?")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(None, TAGGED), "#hafen added"),
        (Change(NOTED, None), "note deleted"),
        (Change(TAGGED, replace(TAGGED, tags=("hafen", "frist"))), "#frist added"),
        (Change(TAGGED, replace(TAGGED, tags=("frist", "wahl"))), "#frist #wahl added, #hafen taken off"),
        (Change(replace(TAGGED, tags=("a", "b")), replace(TAGGED, tags=("b", "a"))), "tags in another order"),
        (Change(replace(NOTED, tags=("x",)), NOTED), "#x taken off"),
        (Change(TAGGED, replace(TAGGED, note="Neu")), "note written"),
        (Change(NOTED, replace(NOTED, note="Anders")), "note changed"),
        (Change(replace(TAGGED, note="Alt"), TAGGED), "note taken off"),
        (Change(None, replace(TAGGED, note="Neu")), "note with #hafen added"),
    ],
)
def test_a_change_says_what_it_does(change, words):
    assert change.words == words


def test_taking_a_change_back_swaps_before_and_after():
    assert Change(None, TAGGED).inverse == Change(TAGGED, None)


def test_a_change_of_nothing_is_none():
    with pytest.raises(ValueError, match="before or after"):
        _ = Change(None, None).id


def test_undo_and_redo_go_back_and_forth():
    history = History().add(Change(None, TAGGED)).add(Change(None, NOTED))
    history, change = history.undo()
    assert change == Change(NOTED, None)
    history, change = history.undo()
    assert change == Change(TAGGED, None)
    assert history.undo() is None
    history, change = history.redo()
    assert change == Change(None, TAGGED)
    assert len(history.undone) == 1


def test_a_fresh_change_ends_what_could_be_redone():
    history, _ = History().add(Change(None, TAGGED)).undo()
    assert history.add(Change(None, NOTED)).redo() is None


def test_an_undo_or_redo_that_failed_can_be_tried_again():
    history = History().add(Change(None, TAGGED))
    undone, change = history.undo()
    assert undone.put_back(change) == history
    redone, change = undone.redo()
    assert redone.put_back(change) == undone


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=30))
def test_the_state_after_undo_and_redo_is_that_of_the_changes_done(steps):
    history, kept, count = History(), {}, 0
    for step in steps:
        change = None
        if step == "do":
            count += 1
            change = Change(None, replace(TAGGED, id=str(count)))
            history = history.add(change)
        elif (moved := history.undo() if step == "undo" else history.redo()) is not None:
            history, change = moved
        if change is not None:
            kept.pop(change.id, None)
            if change.after is not None:
                kept[change.id] = change.after
    assert set(kept) == {change.id for change in history.done}


def test_an_annotation_is_called_by_what_it_holds():
    assert [thing(TAGGED), thing(NOTED), thing(replace(NOTED, tags=("x",)))] == [
        "#hafen",
        "note",
        "note with #x",
    ]
