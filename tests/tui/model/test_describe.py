"""What status line and panels say."""

import pytest

from core.annotations.anchoring import place
from tests.tui.sample import ANALYSIS, TEXT, annotation
from tui.model import lens as lenses
from tui.model.describe import annotation_words, counted, describe, role_words, speaker_words, spread
from tui.model.lens import Kind


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no quotes"), (1, "1 quote"), (9, "9 quotes"), (4004, "4,004 quotes")]
)
def test_things_are_counted_in_words(number, words):
    assert counted(number, Kind.QUOTES) == words


def test_a_quote_is_described_with_speaker_kind_and_cue():
    lens = lenses.quotes(ANALYSIS)
    words = describe(lens, lens.targets[0], TEXT, ANALYSIS, ())
    assert words == "quote 1 of 3 · Ada Lind, direct, cue “sagte”, sure"
    assert (
        describe(lens, lens.targets[2], TEXT, ANALYSIS, ()) == "quote 3 of 3 · nobody named, direct, likely"
    )


def test_a_mention_is_described_by_its_actor():
    lens = lenses.mentions_of(ANALYSIS, "varga")
    assert describe(lens, lens.targets[1], TEXT, ANALYSIS, ()) == "mention 2 of 2 · Jon Varga, person, 44"


def test_a_name_that_is_no_actor_says_what_it_names():
    lens = lenses.names(ANALYSIS)
    words = [describe(lens, target, TEXT, ANALYSIS, ()) for target in lens.targets]
    assert "name 2 of 14 · Speicher drei, other name" in words


def test_marks_and_hits_are_described():
    own = place([annotation("a", "Werft", ("hafen",), "Bis\nwann?")], TEXT)
    lens = lenses.marks(own)
    assert describe(lens, lens.targets[0], TEXT, None, own) == "mark 1 of 1 · #hafen Bis wann?"
    hits = lenses.hits(TEXT, "hafen ")
    assert describe(hits, hits.targets[0], TEXT, None, ()).endswith("· “hafen”")


def test_who_is_not_known_as_an_actor_is_called_as_in_the_text():
    quote = ANALYSIS.quotes[0]
    assert speaker_words(quote, None) == "Lind"


def test_roles_come_before_other_names():
    assert role_words(ANALYSIS.actors[0]) == "Ministerin, „die Eiserne“, Lind"


def test_an_annotation_is_one_line():
    assert annotation_words(annotation("a", None, ("x", "y"), " a\n b ")) == "#x #y a b"


@pytest.mark.parametrize(
    ("places", "drawn"),
    [([], "    "), ([0], "▂   "), ([0, 99], "▂  ▂"), ([50] * 8, "  ▇ "), ([0, 1, 2, 3, 99], "▇  ▁")],
)
def test_mentions_are_spread_over_the_article(places, drawn):
    assert spread(places, 100, 4) == drawn
