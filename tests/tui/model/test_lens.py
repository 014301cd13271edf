"""Lenses and the search that feeds one of them."""

import pytest

from core.annotations import Anchor, Annotation
from core.annotations.anchoring import place
from tests.tui.sample import ANALYSIS, TEXT, annotation, at
from tui.model import lens as lenses
from tui.model.lens import Kind, Lens, Target
from tui.model.marking import marks_for


def words(span):
    return TEXT[slice(*span)]


def test_names_are_stepped_through_without_dates():
    found = [words(target.spans[0]) for target in lenses.names(ANALYSIS).targets]
    assert found[:3] == ["Ada Lind", "Speicher drei", "Kapstadt"] or found[:2] == [
        "Ada Lind",
        "Speicher drei",
    ]
    assert "Montag" not in found
    assert len(found) == 14


def test_dates_and_quantities_have_a_lens_of_their_own_and_are_marked_while_it_is_taken_up():
    lens = lenses.figures(ANALYSIS)
    assert "Montag" in [words(target.spans[0]) for target in lens.targets]
    ids = {target.id for target in lens.targets}
    assert ids <= {mark.id for mark in marks_for(ANALYSIS, (), lens)}
    assert ids.isdisjoint(mark.id for mark in marks_for(ANALYSIS, (), lenses.names(ANALYSIS)))


def test_one_actor_has_his_mentions_only():
    lens = lenses.mentions_of(ANALYSIS, "varga")
    assert [words(target.spans[0]) for target in lens.targets] == ["Jon Varga", "Varga"]


def test_a_quote_in_two_parts_is_one_target():
    first = lenses.quotes(ANALYSIS).targets[0]
    assert len(first.spans) == 2
    assert (first.start, first.end) == (first.spans[0][0], first.spans[1][1])


def test_marks_on_the_whole_article_come_first_and_those_that_lost_their_words_last():
    lost = Annotation("lost", Anchor(3, 9, "nichts da"), ("x",))
    own = [annotation("b", "Rücktritt"), annotation("a", None), lost, annotation("c", "Werft")]
    lens = lenses.marks(place(own, TEXT))
    assert [target.id for target in lens.targets] == ["a", "b", "c", "lost"]
    assert [target.is_placed for target in lens.targets] == [False, True, True, False]
    assert lens.index(lens.targets[3]) == 3
    assert lens.step(None, at("Rücktritt")[1], 1).id == "c"


def test_before_an_analysis_every_lens_is_empty():
    assert not lenses.names(None).targets
    assert not lenses.quotes(None).targets
    assert not lenses.mentions_of(None, "lind").targets


LENS = Lens(
    Kind.NAMES, tuple(Target(Kind.NAMES, str(start), ((start, start + 2),)) for start in (10, 20, 30))
)


@pytest.mark.parametrize(
    ("current", "offset", "by", "expected"),
    [
        (None, 0, 1, 10),
        (None, 15, 1, 20),
        (None, 20, 1, 20),
        (None, 15, -1, 10),
        (None, 5, -1, 30),
        (None, 31, 1, 10),
        (LENS.targets[0], 0, 1, 20),
        (LENS.targets[2], 0, 1, 10),
        (LENS.targets[0], 0, -1, 30),
        (Target(Kind.QUOTES, "q", ((12, 18),)), 0, 1, 20),
        (Target(Kind.QUOTES, "q", ((12, 18),)), 0, -1, 10),
        (Target(Kind.QUOTES, "q", ((20, 28),)), 0, 1, 30),
    ],
)
def test_a_step_goes_on_from_the_target_or_else_from_the_place(current, offset, by, expected):
    target = LENS.step(current, offset, by)
    assert target is not None
    assert target.start == expected


def test_an_empty_lens_has_nowhere_to_step():
    assert Lens(Kind.HITS).step(None, 0, 1) is None


def test_search_hits_are_targets_in_text_order():
    lens = lenses.hits(TEXT, "lind")
    assert lens.subject == "lind"
    assert len(lens.targets) == 5
    assert lens.targets[0].spans == ((at("Ada Lind")[0] + 4, at("Ada Lind")[1]),)


def test_looking_for_nothing_or_for_far_too_much_finds_nothing():
    assert lenses.hits(TEXT, "  ").targets == ()
    assert lenses.hits(TEXT, "x" * 1000).targets == ()


def test_targets_of_mentions_are_made_when_asked_for_and_are_the_same_each_time():
    targets = lenses.names(ANALYSIS).targets
    assert targets[0] == targets[0] == next(iter(targets))
    assert targets == tuple(targets) == lenses.names(ANALYSIS).targets
    assert targets[1:] == tuple(targets)[1:]
    assert targets[-1] == tuple(targets)[-1]
    assert targets != ()
    assert hash(targets) == hash(lenses.names(ANALYSIS).targets)
