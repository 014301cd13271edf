"""Where English statements begin and end, and which clauses are none."""

import pytest

from tests.core.quotes.said import found, said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Rosa Quill said after the hearing that the sluice was shut.",
            "that the sluice was shut",
            "Rosa Quill",
        ),
        (
            "Rosa Quill told a meeting on Friday that the sluice was shut.",
            "that the sluice was shut",
            "Rosa Quill",
        ),
        ("Pressed by reporters, Noel Hadley said he was tired.", "he was tired", "Noel Hadley"),
        (
            "The mayor said the fair would open, although rain fell.",
            "the fair would open, although rain fell",
            "The mayor",
        ),
        (
            "The baker said the ovens were too old and would be sold.",
            "the ovens were too old and would be sold",
            "The baker",
        ),
        ("He said in a letter the bridge was shut.", "the bridge was shut", "He"),
        ("He said on Monday the bridge was shut.", "the bridge was shut", "He"),
        ("The keeper explained why the bridge was shut.", "why the bridge was shut", "The keeper"),
        ("The keeper wondered who had shut the bridge.", "who had shut the bridge", "The keeper"),
        ("As the keeper put it, the bridge was shut.", "the bridge was shut", "the keeper"),
        ("As the keeper said, the bridge was shut.", "the bridge was shut", "the keeper"),
        ("The bridge was shut, an inquiry has found.", "The bridge was shut", "an inquiry"),
        ("She promised to sell the mill and moved to Denby.", "to sell the mill", "She"),
        (
            "She promised to sell the mill and to move to Denby.",
            "to sell the mill and to move to Denby",
            "She",
        ),
        ("She called on the council to mend the bridge.", "to mend the bridge", "She"),
        ("She asked to see the mill.", "to see the mill", "She"),
        ("The keeper did not deny the bridge was shut.", "the bridge was shut", "The keeper"),
    ],
)
def test_statements(text, words, who):
    assert found(text, "en") == [("indirect", words, who)]


def test_two_who_speak_in_one_sentence():
    text = "The mayor said the fair would open in May, though traders said it was too late."
    assert found(text, "en") == [
        ("indirect", "the fair would open in May", "The mayor"),
        ("indirect", "it was too late", "traders"),
    ]


def test_what_somebody_adds():
    text = "The baker said the ovens were too old, adding that they leaked."
    assert said(text, "en") == [
        ("indirect", "the ovens were too old", "The baker", "said"),
        ("indirect", "that they leaked", "The baker", "adding"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the bridge was shut.",
        "Everyone says the bridge is shut.",
        "The keeper did not claim the bridge was shut.",
        "The keeper was asked whether the bridge was shut.",
        "She did not promise to sell the mill.",
    ],
)
def test_nothing_is_stated(text):
    assert found(text, "en") == []


def test_hearsay_ends_where_the_writer_goes_on():
    text = "The keeper is believed to be ill and his son has left."
    assert found(text, "en") == [("free-indirect", "The keeper is believed to be ill", "")]
