"""Lines that keep to the width they are given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.translation import LANGUAGES, use_language
from tests.tui.sample import ANALYSIS, ARTICLE
from tui.model.status_words import KEYS_MAP
from tui.text import cells
from tui.widgets.actors import ActorsPanel
from tui.widgets.lines import fitted, line, wrapped_lines
from tui.widgets.minimap import legend
from tui.widgets.panel import Entry, Heading
from tui.widgets.status import StatusLine, key_pieces

NASTY = [
    "Ada Lind",
    "日本語テキスト",
    "e\u0301e\u0301e\u0301",
    "👩‍👩‍👧 Familie",
    "[/x] [red]",
    "a\tb\x1b[31m\u202e",
    "",
]


@given(st.text(max_size=30), st.text(max_size=12), st.integers(1, 60))
def test_a_line_is_as_wide_as_it_was_asked_to_be(left, right, width):
    drawn = line([(left, "")], [(right, "")], width)
    assert cells(drawn.plain) == width


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("width", [1, 7, 38])
def test_entries_and_headings_never_run_over(words, width):
    entry = Entry("x", ([(words, "")], [(words, "")]), ([(words, "")], []))
    for drawn in (*entry.lines(width), *Heading(words, words).lines(width)):
        assert cells(drawn.plain) == width
        assert "\x1b" not in drawn.plain


def test_the_words_at_the_right_stay_and_those_at_the_left_give_way():
    assert line([("Ada Lind, Ministerin", "")], [("PER", "")], 12).plain == "Ada Lin… PER"


def test_an_entry_with_nothing_more_to_say_is_one_line():
    assert Entry("x", ([("a", "")], []), ([("", "")], [])).get_height({}, 30) == 1
    assert Entry("x", ([("a", "")], []), ([("b", "")], [])).get_height({}, 30) == 2


def test_pieces_are_cut_where_the_room_ends():
    assert fitted([("abc", "x"), ("def", "y")], 5) == [("abc", "x"), ("d…", "y")]


def test_one_ellipsis_says_that_something_was_cut_off():
    # The blank before the ellipsis goes, too, which leaves a column that nothing else may be cut off in.
    assert fitted([("abc def", "x"), ("ghi", "y")], 5) == [("abc…", "x")]


def test_the_legend_of_the_strip_fits_beside_a_key_in_eighty_columns():
    for language in LANGUAGES:
        use_language(language)
        status = Status()
        status.set_reactive(StatusLine.words, legend())
        status.set_reactive(StatusLine.keys, KEYS_MAP)
        status.set_reactive(StatusLine.whole, True)
        assert legend() in status.render().plain


def test_an_actor_shows_kind_age_spread_and_weight():
    panel = ActorsPanel(id="actors")
    panel._length = len(ARTICLE.text)
    first, second = panel._entry(ANALYSIS.actors[0], ANALYSIS.mentions_of("lind")).lines(40)
    assert first.plain.startswith("Ada Lind ")
    assert "PER  58  " in first.plain
    assert first.plain.endswith("   5")
    assert second.plain.strip() == "Ministerin, „die Eiserne“, Lind"


class Status(StatusLine):
    """A status line of a width of our choosing."""

    width = 80

    @property
    def content_size(self):
        from textual.geometry import Size

        return Size(self.width - 4, 1)


def drawn(width, words, told=""):
    status = Status()
    status.width = width
    status.set_reactive(StatusLine.words, words)
    status.set_reactive(StatusLine.told, told)
    status.set_reactive(StatusLine.keys, ("search", "note", "tag", "next-target", "keys"))
    return status.render().plain


def test_half_of_the_line_is_for_the_words_and_keys_take_the_rest():
    words = "quote 2 of 9 · Ada Lind, direct, cue “sagte”, sure"
    assert drawn(80, words).startswith(words[:37])
    assert drawn(80, words).endswith("…   m note  t tag  n next  ? keys")
    assert drawn(80, "name 3 of 9 · Ada Lind, person").endswith("/ find  m note  t tag  n next  ? keys")


def test_what_was_just_done_comes_before_words_that_leave_it_no_room():
    words, told = "16 names, 7 quotes, 4 marks · 40 %", "the strip needs 76 columns"
    assert drawn(60, words, told) == f"{told} · 16…   t tag  n next  ? keys"
    long = "quote 2 of 9 · Ada Lind, direct, cue “sagte”, sure"
    assert drawn(60, long, "saved").startswith("saved · quote 2 of 9")
    assert drawn(120, words, told).startswith(words)
    assert told in drawn(120, words, told)


@pytest.mark.parametrize("width", range(20, 201, 9))
def test_the_status_line_is_one_line_and_always_has_the_most_needed_key(width):
    shown = drawn(width, "quote 2 of 9 · Ada Lind, direct, cue “sagte”, sure", "saved")
    assert cells(shown) == width - 4
    assert shown.endswith("? keys")


def test_a_key_is_called_by_what_it_does_here():
    assert (
        "".join(text for text, _ in key_pieces(("enter-mark",), {}, {"enter-mark": "card"})) == "Enter card"
    )


def test_an_unfolded_entry_shows_all_it_has_as_far_as_there_is_room():
    entry = Entry("x", ([("Lind", "")], []), ([("eins zwei drei", "")], []), whole=[("eins zwei drei", "")])
    assert [each.plain.rstrip() for each in entry.lines(10)] == ["Lind", "  eins zw…"]
    entry.room = 9
    assert [each.plain.rstrip() for each in entry.lines(10)] == ["Lind", "  eins", "  zwei", "  drei"]
    entry.room = 3
    assert [each.plain.rstrip() for each in entry.lines(10)] == ["Lind", "  eins", "  zwei …"]


def test_what_is_said_in_brief_makes_room_for_a_name():
    name, how = [("Marlies Dombrowa", "")], [("indirect, sure", "")]
    entry = Entry("x", (name, how), ([("Nein", "")], []), brief=[("sure", "")])
    assert [entry.lines(width)[0].plain for width in (32, 31, 30)] == [
        "Marlies Dombrowa  indirect, sure",
        "Marlies Dombrowa indirect, sure",
        "Marlies Dombrowa          sure",
    ]


def test_a_word_too_long_for_a_line_is_broken_not_cut():
    assert [each.plain for each in wrapped_lines([("abcdefg hi", "")], 4)] == ["abcd", "efg ", "hi  "]


def test_keys_are_shown_as_the_reader_has_chosen_them():
    assert "".join(text for text, _ in key_pieces(("tag", "note"), {"tag": "f5"})) == "F5 tag  m note"
