from functools import cache
from itertools import pairwise
from pathlib import Path

import pyphen
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.widgets.article.hyphenation import LEFT, LONG, RIGHT, Hyphenation, hyphenation, language_by_words

GERMAN = hyphenation("de")
WORDS = """Hafenverkaufsausschuss Donaudampfschifffahrtsgesellschaft Straßenverkehrsordnung Staubecken Ofen
 Ministerpräsidentenkonferenz Fußballeuropameisterschaft Autobahnanschlussstelle ÜBERGANGSREGELUNG Xylophonistin
 Bundesverfassungsgericht Kältemittelleitung Umweltverträglichkeitsprüfung Analphabetismus""".split()


@cache
def german_pyphen() -> pyphen.Pyphen:
    """Made when a test wants it: it reads its patterns for half a second."""
    return pyphen.Pyphen(lang="de_DE")


def parted(word: str) -> str:
    assert GERMAN is not None
    return "-".join(word[start:end] for start, end in pairwise([0, *GERMAN.points(word), len(word)]))


def test_long_compounds_are_parted_between_their_syllables() -> None:
    assert parted("Donaudampfschifffahrtsgesellschaft") == "Donau-dampf-schiff-fahrts-ge-sell-schaft"
    assert parted("Hafenverkaufsausschuss") == "Hafen-ver-kaufs-aus-schuss"


def test_short_words_stay_whole() -> None:
    assert parted("Staubecken") == "Staubecken"


def test_no_syllable_of_one_letter_is_cut_off() -> None:
    assert "-r-" in german_pyphen().inserted("Fußballeuropameisterschaft")
    assert parted("Fußballeuropameisterschaft") == "Fußball-europa-meis-ter-schaft"


@pytest.mark.parametrize("word", WORDS)
def test_the_patterns_give_what_pyphen_gives(word: str) -> None:
    assert GERMAN is not None
    assert GERMAN.all_points(word) == german_pyphen().positions(word)


@example("nösc")  # two patterns with the same letters
@example("ablage")
@given(st.text("abcdefghilmnoprstuäöüß", min_size=1, max_size=24))
def test_the_patterns_give_what_pyphen_gives_for_any_letters(word: str) -> None:
    assert GERMAN is not None
    assert GERMAN.all_points(word) == german_pyphen().positions(word)


@given(st.text(min_size=1, max_size=24))
def test_every_point_leaves_enough_on_both_sides(word: str) -> None:
    assert GERMAN is not None
    points = GERMAN.points(word)
    assert all(LEFT <= point <= len(word) - RIGHT for point in points)
    assert not points or len(word) >= LONG


def test_a_language_without_patterns_has_none() -> None:
    assert hyphenation("und") is None
    assert hyphenation("../de") is None
    assert hyphenation("en") is not None


def test_a_dictionary_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Hyphenation(tmp_path / "hyph_xx.dic")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat tagt, und die Stadt wartet auf das Ergebnis.", "de"),
        ("The council met, and the town was waiting for the result.", "en"),
        ("Le conseil se réunit et la ville attend.", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_guessed_by_small_words(text: str, language: str) -> None:
    assert language_by_words(text) == language
