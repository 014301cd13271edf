"""Whom "he" and "she" mean where somebody has been asked something, in English reports."""

import pytest

from tests.core.actors.test_english_actors import analysed, speakers


@pytest.mark.parametrize("verb", ["replied", "answered"])
@pytest.mark.parametrize(
    ("one", "other", "who"), [("Colin Reeve", "Simon Gale", "he"), ("Tilda Marsh", "Dora Finch", "she")]
)
def test_who_was_asked_replies(one: str, other: str, who: str, verb: str):
    assert speakers(analysed(f"{one} asked {other} about the mill. “It was late,” {who} {verb}.")) == [other]


def test_who_is_asked_by_nobody_named_replies():
    assert speakers(analysed("Colin Reeve was asked about the mill. “It was late,” he replied.")) == [
        "Colin Reeve"
    ]


def test_who_asked_may_go_on():
    assert speakers(analysed("Colin Reeve asked Simon Gale about the mill. “Well?” he said.")) == [
        "Colin Reeve"
    ]
