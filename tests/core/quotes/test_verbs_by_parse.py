"""Which English verbs are meant as said, and by whom."""

import pytest

from tests.core.quotes.said import found


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("She went on to say the mill would turn.", "the mill would turn", "She"),
        ("The boy was told by the keeper that the mill was old.", "that the mill was old", "the keeper"),
        ("The mill is old, said Rosa Quill, who owns it.", "The mill is old", "Rosa Quill"),
        ("The sluice, she pointed out, had jammed.", "The sluice … had jammed", "she"),
    ],
)
def test_verbs_of_saying(text, words, who):
    assert found(text, "en") == [("indirect", words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Does she say the mill will turn?",
        "She was about to say the mill would turn.",
        "Unless she says the mill will turn, nobody will pay.",
        "He could say the mill would turn.",
        "What was said is that the mill is old.",
        "The sluice which she said had jammed was mended.",
    ],
)
def test_what_is_not_said(text):
    assert found(text, "en") == []


def test_that_is_nobody():
    assert found("That says the mill is old.", "en") == [("indirect", "the mill is old", "")]
