from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import cells, drawable
from tui.widgets.article.wrap import Points, Stretch


def wrap(text: str, start: int, end: int, first: int, rest: int) -> list[int]:
    return Stretch(text, start, end).breaks(first, rest)


def lines(text: str, width: int, rest: int | None = None) -> list[str]:
    starts = wrap(text, 0, len(text), width, rest or width)
    return [drawable(text[start:end].rstrip()) for start, end in pairwise([*starts, len(text)])]


def test_lines_break_at_spaces() -> None:
    assert lines("Der Hafen von Kiel schläft", 10) == ["Der Hafen", "von Kiel", "schläft"]


def test_a_line_may_be_exactly_full() -> None:
    assert lines("abcde fghij", 5) == ["abcde", "fghij"]
    assert lines("abcde fghij", 11) == ["abcde fghij"]


def test_the_first_line_may_have_another_width() -> None:
    assert lines("aa bb cc dd", 5, 2) == ["aa bb", "cc", "dd"]


def test_long_compounds_break_behind_their_hyphen_only_between_letters() -> None:
    assert lines("Das ist der Hafen-Direktor", 18) == ["Das ist der Hafen-", "Direktor"]
    assert lines("am 17.-18. Mai und 7-jährig", 23) == ["am 17.-18. Mai und", "7-jährig"]
    assert lines("eine E-Mail", 7) == ["eine", "E-Mail"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("Donaudampfschiff", 6) == ["Donaud", "ampfsc", "hiff"]


def test_a_dash_stays_with_the_word_before() -> None:
    assert lines("Er ging fort – und kam", 12) == ["Er ging", "fort – und", "kam"]


def test_hard_spaces_do_not_break() -> None:
    assert lines("rund 30\u00a0Euro", 9) == ["rund", "30\u00a0Euro"]
    assert lines("日 30\u00a0Euro", 7) == ["日", "30\u00a0Euro"]


def test_newlines_within_a_block_are_spaces() -> None:
    assert lines("Der\nHafen\n\nvon Kiel", 10) == ["Der Hafen", "von Kiel"]


def test_a_soft_hyphen_breaks_and_leaves_room_for_its_mark() -> None:
    assert lines("Donau\u00addampf\u00adschiff", 6) == ["Donau", "dampf", "schiff"]
    assert wrap("Donau\u00addampf", 0, 11, 6, 6) == [0, 6]
    assert wrap("Donau\u00addampf", 0, 11, 5, 5) == [0, 5]


def test_a_long_word_is_parted_where_the_line_would_stay_empty() -> None:
    points = {"Hafenverkaufsausschuss": (5, 8, 13, 16), "Hafenverkauf": (5, 8)}
    words = lambda word: points.get(word, ())  # noqa: E731

    def parted(text: str, width: int) -> list[str]:
        starts = Stretch(text, 0, len(text)).breaks(width, width, words)
        return [text[start:end].rstrip() for start, end in pairwise([*starts, len(text)])]

    assert parted("Der Hafenverkaufsausschuss tagt", 18) == ["Der Hafenverkaufs", "ausschuss tagt"]
    assert parted("Der Hafenverkaufsausschuss tagt", 17) == ["Der Hafenver", "kaufsausschuss", "tagt"]
    assert parted("Er will den Hafenverkauf", 17) == ["Er will den", "Hafenverkauf"]
    assert parted("Hafenverkaufsausschuss", 12) == ["Hafenver", "kaufsaus", "schuss"]
    assert parted("www.de/Hafenverkaufsausschuss", 20) == ["www.de/Hafenverkaufs", "ausschuss"]
    assert parted("日本 Hafenverkaufsausschuss", 18) == ["日本 Hafenver", "kaufsausschuss"]


def test_wide_characters_break_between_each_other_but_not_before_a_full_stop() -> None:
    assert lines("日本語です。", 6) == ["日本語", "です。"]
    assert lines("日本語。です", 6) == ["日本", "語。で", "す"]


def test_accents_stay_with_their_letter() -> None:
    assert lines("a\u0308" * 6, 3) == ["a\u0308" * 3, "a\u0308" * 3]


@pytest.mark.parametrize("points", [None, lambda word: range(1, len(word))], ids=["whole", "parted"])
@pytest.mark.parametrize("alphabet", ["ab -–\n", "aä日\u00ad\u0308 \t\n👍🏽🇩\u200d-\u00a0x\x1b"])
def test_every_wrap_covers_the_text_and_keeps_within_its_width(alphabet: str, points: Points | None) -> None:
    @given(st.text(alphabet, max_size=120), st.integers(2, 30), st.integers(2, 30), st.integers(0, 3))
    def check(text: str, first: int, rest: int, start: int) -> None:
        start = min(start, len(text))
        starts = Stretch(text, start, len(text)).breaks(first, rest, points)
        assert starts[0] == start
        assert all(before < after for before, after in pairwise(starts))
        assert starts == [start] or starts[-1] < len(text)
        for nth, (here, there) in enumerate(pairwise([*starts, len(text)])):
            assert cells(text[here:there].rstrip()) <= (rest if nth else first)

    check()


@given(st.text("ab d-", max_size=200), st.integers(4, 30))
def test_plain_and_odd_text_break_alike(text: str, width: int) -> None:
    odd = text.replace("d", "\u05d0")  # a Hebrew letter: as wide as any, but measured the other way
    assert [len(line) for line in lines(odd, width)] == [len(line) for line in lines(text, width)]
