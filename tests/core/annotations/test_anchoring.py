import random
import time
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.annotations import Anchor, Annotation, How, locate, place
from tests.core.annotations.landing import GOOD, Case, Landing, cases

TEXT = """Der Hafen schweigt

Kapstadt – Am Morgen lagen die Kräne still. Ada Lind trat vor die Tore und sprach lange mit den Schauerleuten.
„Ich gehe erst, wenn die Arbeit getan ist“, sagte sie. Jon Varga widersprach ihr noch am Mittag.

Der Reeder will verhandeln, aber nicht um jeden Preis. Am Abend lagen die Kräne noch immer still.
"""

texts = st.text(st.characters(), min_size=1)
words = st.text(st.characters(categories=("L", "Zs")), min_size=60, max_size=200)


def anchor_of(words: str, text: str = TEXT) -> Anchor:
    start = text.index(words)
    return Anchor.of(text, start, start + len(words))


def passage_of(data: st.DataObject, text: str) -> tuple[int, int]:
    start = data.draw(st.integers(0, len(text) - 1))
    return start, data.draw(st.integers(start + 1, len(text)))


@given(st.data(), texts)
def test_any_passage_of_any_text_is_found_again_in_it(data, text):
    start, end = passage_of(data, text)
    located = locate(Anchor.of(text, start, end), text)
    assert (located.span, located.how) == ((start, end), How.POSITION)


@given(st.data(), words, st.text(st.characters(categories=("N",)), min_size=1, max_size=300))
def test_what_is_put_before_a_passage_moves_it(data, text, added):
    """The added text has nothing in common with the old one, so the only way to be wrong is to be lost."""
    start, end = passage_of(data, text)
    anchor = Anchor.of(text, start, end)
    around = anchor.prefix + anchor.exact + anchor.suffix
    assume(len(around) >= 40 and len(set(around)) > 20)
    located = locate(anchor, added + text)
    if located.how is How.MOVED:
        assert located.span is not None
        assert (added + text)[slice(*located.span)] == anchor.exact
    if text.count(anchor.exact) == 1:
        assert (located.span, located.how) == ((start + len(added), end + len(added)), How.MOVED)


@given(st.data(), words)
def test_a_deleted_passage_is_never_claimed_to_be_there(data, text):
    start, end = passage_of(data, text)
    anchor = Anchor.of(text, start, end)
    left = text[:start] + text[end:]
    located = locate(anchor, left)
    if anchor.exact not in left:
        assert located.how in (How.APPROXIMATE, How.ORPHAN)
    if not set(anchor.exact) & set(left):
        assert located.how is How.ORPHAN


@given(st.data(), texts, texts)
def test_every_span_lies_in_the_text_and_says_what_it_claims(data, text, other):
    anchor = Anchor.of(text, *passage_of(data, text))
    located = locate(anchor, other)
    assert (located.span is None) == (located.how is How.ORPHAN)
    assert 0 <= located.score <= 1
    if located.span is not None:
        start, end = located.span
        assert 0 <= start < end <= len(other)
        if located.how in (How.POSITION, How.MOVED):
            assert other[start:end] == anchor.exact
        assert (located.how is How.POSITION) <= (start == anchor.start)


def test_a_deleted_sentence_leaves_an_orphan():
    sentence = "Jon Varga widersprach ihr noch am Mittag."
    assert locate(anchor_of(sentence), TEXT.replace(sentence, "")).how is How.ORPHAN


def test_a_mended_typo_is_approximate_and_keeps_its_edges():
    anchor = anchor_of("sprach lange mit den Schauerleuten")
    text = TEXT.replace("Schauerleuten", "Schauerleuuten")
    located = locate(anchor, text)
    assert located.how is How.APPROXIMATE
    assert located.span is not None
    assert text[slice(*located.span)] == "sprach lange mit den Schauerleuuten"


def test_of_equal_words_the_one_in_its_surroundings_is_meant():
    second = TEXT.rindex("lagen die Kräne")
    anchor = Anchor.of(TEXT, second, second + len("lagen die Kräne"))
    text = "Lesezeit: zwei Minuten\n\n" + TEXT
    assert locate(anchor, text).span == (second + 24, second + 24 + len("lagen die Kräne"))


def test_a_short_word_in_the_old_place_but_in_other_surroundings_is_not_taken():
    anchor = anchor_of("sie")
    text = "x" * anchor.start + "sie" + "y" * 80
    assert locate(anchor, text).how is How.ORPHAN


def test_a_word_that_only_stands_elsewhere_is_not_taken():
    anchor = anchor_of("Varga")
    text = TEXT.replace("Jon Varga", "Der Reeder") + "\nMehr zum Thema: Wer ist Varga?\n"
    assert locate(anchor, text).how is How.ORPHAN


def test_words_said_twice_in_equal_surroundings_are_no_certain_find():
    anchor = anchor_of("Ada Lind trat vor die Tore")
    located = locate(anchor, TEXT[40:] + TEXT)
    assert located.how in (How.APPROXIMATE, How.ORPHAN)


@pytest.mark.parametrize(("next_nearest", "how"), [(390, How.ORPHAN), (400, How.APPROXIMATE)])
def test_of_equal_places_one_is_taken_if_the_next_is_four_times_as_far(next_nearest, how):
    before, words = (
        "Im Hafen war es am frühen Morgen kalt. ",
        "Ada Lind trat vor die Tore der Werft und schwieg.",
    )
    anchor = Anchor.of(
        f"{before}{words} Dann kam Wind auf, aus Norden.", len(before), len(before) + len(words)
    )
    passage = anchor.prefix + anchor.exact + anchor.suffix
    text = ""
    for far in (100, next_nearest):
        text += "-" * (anchor.start - len(anchor.prefix) + far - len(text)) + passage
    located = locate(anchor, text)
    assert located.how is how
    assert how is How.ORPHAN or located.span == (anchor.start + 100, anchor.end + 100)


def test_a_long_passage_is_found_by_its_ends():
    text = " ".join(f"Satz {number} vom {number * 37 % 101}. Kai." for number in range(400))
    anchor = Anchor.of(text, 1000, 4000)
    changed = text[:2000] + "Ein Nachtrag. " + text[2000:]
    located = locate(anchor, changed)
    assert located.how is How.APPROXIMATE
    assert located.span == (1000, 4014)


def test_annotations_come_in_the_order_of_the_text_between_the_whole_and_the_lost():
    late = Annotation("late", anchor_of("Der Reeder will verhandeln"), ("t",))
    early = Annotation("early", anchor_of("Der Hafen schweigt"), ("t",))
    lost = Annotation("lost", Anchor(0, 9, "Niemandem", "", " gehört das Watt, sagte man frü"), ("t",))
    whole = Annotation("whole", None, ("t",))
    placed = place([lost, late, early, whole], TEXT)
    assert [one.annotation.id for one in placed] == ["whole", "early", "late", "lost"]
    assert placed[-1].annotation == lost
    assert placed[-1].located is not None
    assert placed[-1].located.span is None


def test_a_moved_annotation_is_anchored_anew():
    annotation = Annotation("a", anchor_of("Jon Varga"), ("t",))
    text = "Eilmeldung: " + TEXT
    (placed,) = place([annotation], text)
    assert placed.annotation.anchor == anchor_of("Jon Varga", text)


@pytest.mark.benchmark
def test_any_passage_of_a_very_long_text_is_looked_for_in_bounded_time():
    chance = random.Random(7)
    vocabulary = TEXT.split()
    text = " ".join(chance.choice(vocabulary) for _ in range(200_000))
    changed = text[:500] + "Nachtrag. " + text[500:700_100] + "x" + text[700_100:]
    begun = time.process_time()
    for length in (1, 5, 60, 250, 3000, 300_000):
        locate(Anchor.of(text, 700_000, 700_000 + length), changed)
    assert time.process_time() - begun < 6 * 1.5


@pytest.fixture(scope="module")
def landed() -> list[Case]:
    return cases()


def test_after_edits_nearly_all_passages_are_found_or_rightly_given_up(landed):
    bad = Counter((case.kind, case.landing) for case in landed if case.landing not in GOOD)
    assert len(landed) == 500
    assert bad.total() <= 0.03 * len(landed), bad


def test_after_edits_no_passage_lands_on_a_wrong_one_unseen(landed):
    assert [case for case in landed if case.landing is Landing.WRONG] == []


def test_after_edits_passages_that_are_there_are_mostly_found(landed):
    """Giving everything up would be right by the two tests above only where nothing is there."""
    found = sum(case.landing is Landing.RIGHT for case in landed)
    assert found >= 0.75 * len(landed)


def test_context_counts_where_it_touches_the_passage_and_less_a_few_words_away():
    anchor = Anchor(300, 304, "Kran", "am alten Steg steht der blaue ", "")
    away, touching = "am alten Steg steht der blaue und hohe Kran", "am alten Steg steht der blaue Kran"
    text = f"{'Möwen. ' * 40}{away}. {'Regen fiel. ' * 9}{touching}."
    located = locate(anchor, text)
    assert located.span is not None
    assert located.span[0] == text.rindex("Kran")


@pytest.mark.parametrize(("length", "how"), [(600, How.APPROXIMATE), (601, How.ORPHAN)])
def test_a_passage_is_compared_whole_up_to_a_length_and_by_its_ends_beyond_it(length, how):
    text = " ".join(f"Satz {number} vom {number * 37 % 101}. Kai." for number in range(200))
    anchor = Anchor.of(text, 1000, 1000 + length)
    changed = text[:1000] + text[1000 : 1000 + length].replace("vom", "beim") + text[1000 + length :]
    assert locate(anchor, changed).how is how
