"""Why a regular expression is none."""

import re

import pytest

from core.text.wrong_patterns import REASONS, reason


def compiled(pattern: str) -> Exception:
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        return error
    raise AssertionError(pattern)


WRONG = ("(a", "a)", "[a", "[z-a]", "*", "a**", "a{3,2}", "a\\", "\\q", "\\x1", "(?<=a+)b")


@pytest.mark.parametrize(("pattern", "words"), list(zip(WRONG, (words for _, words in REASONS), strict=True)))
def test_what_is_wrong_is_said_in_words_of_ones_own(pattern, words):
    assert reason(compiled(pattern)).startswith(words)


def test_the_place_is_counted_from_one():
    assert reason(compiled("Hafen (zu")) == "a bracket “(” is not closed (character 7)"


def test_what_no_words_are_known_for_names_at_least_the_place():
    assert reason(compiled("a(?y)")) == "it is not understood from character 3 on"


def test_what_python_gives_up_is_too_large():
    assert reason(compiled("a{99999999999}")) == "it is too large"
