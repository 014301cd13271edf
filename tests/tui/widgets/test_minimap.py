"""The strip of the whole article: what it shows, and how keys and clicks travel along it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles import Article, Block, BlockKind
from tests.tui.sample import TEXT, Memory, annotation, at
from tui.model.marks import Mark, MarkKind
from tui.widgets.minimap import Slice, slices

SENTENCES = "\n\n".join(f"Satz {number} steht hier und sagt nicht viel." for number in range(120))
LONG = Article(
    "long.txt",
    SENTENCES,
    tuple(
        Block(BlockKind.PARAGRAPH, SENTENCES.index(words), SENTENCES.index(words) + len(words))
        for words in SENTENCES.split("\n\n")
    ),
    "de",
    "Sätze",
)


def test_a_line_holds_what_begins_in_it_and_the_share_that_is_quoted():
    marks = (
        Mark(0, 4, MarkKind.PERSON),
        Mark(5, 9, MarkKind.PLACE),
        Mark(5, 45, MarkKind.QUOTE),
        Mark(95, 99, MarkKind.ANNOTATION),
        Mark(60, 61, MarkKind.HIT),
    )
    found = slices(marks, 100, 10)
    assert [each.names for each in found] == [2, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [each.quoted for each in found] == [0.5, 1, 1, 1, 0.5, 0, 0, 0, 0, 0]
    assert [each.own for each in found].index(True) == 9
    assert [each.hit for each in found].index(True) == 6


def test_each_kind_of_thing_has_a_shape_of_its_own():
    assert Slice(1.0, 1, own=True).signs == ("┃", "·", "●")
    assert Slice(0.2, 5, hit=True).signs == ("╎", ":", "◦")
    assert Slice().signs == (" ", " ", " ")


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 60), st.sampled_from(MarkKind))), st.integers(0, 40)
)
def test_no_mark_is_lost_whatever_the_height(marks, lines):
    made = [Mark(start, min(100, start + length), kind) for start, length, kind in marks]
    found = slices(made, 100, lines)
    assert len(found) == lines
    assert all(0 <= each.quoted <= 1 for each in found)
    if lines:
        for kind, there in (
            (MarkKind.QUOTE, "quoted"),
            (MarkKind.ANNOTATION, "own"),
            (MarkKind.PERSON, "names"),
        ):
            assert any(mark.kind is kind for mark in made) <= any(getattr(each, there) for each in found)


def test_it_takes_no_more_time_for_long_quotes():
    marks = [Mark(number, 1_000_000 - number, MarkKind.QUOTE) for number in range(20_000)]
    began = time.process_time()
    assert slices(marks, 1_000_000, 50)[25].quoted == 1
    assert time.process_time() - began < 1


async def test_it_shows_names_quotes_own_marks_and_what_is_in_sight(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("x",))), size=(120, 14)) as reader:
        strip = reader.screen.page.minimap
        drawn = [strip.render_line(y).text for y in range(strip.size.height)]
        assert drawn[strip.line_of(at("Rücktritt")[0])][3] == "●"
        assert drawn[strip.line_of(at("„Ich gehe")[0] + 5)][1] in "┃╎"
        assert drawn[strip.line_of(at("Ada Lind")[0])][2] in "·:"
        assert drawn[0][0] == "│"
        assert drawn[-1][0] == " ", "the end is not in sight"


async def test_the_target_is_shown(reading):
    async with reading() as reader:
        await reader.press("c", "c")
        strip = reader.screen.page.minimap
        assert strip.render_line(strip.line_of(at("der Hafen dürfe")[0])).text[0] == "▸"


async def test_keys_travel_along_it_and_enter_reads_on_there(reading):
    async with reading(article=LONG, size=(120, 20)) as reader:
        await reader.press("4", "G")
        assert reader.screen.page.part == "map"
        assert "Satz 119" in reader.screen.article.text[slice(*reader.screen.view.visible_span)]
        await reader.press("k", "up", "enter")
        assert reader.screen.focused is reader.screen.view
        assert reader.screen.view.top_offset > len(LONG.text) // 2
        await reader.press("4", "g", "j")
        assert reader.screen.view.visible_span[0] < 200


async def test_escape_goes_back_to_where_one_was(reading):
    async with reading(article=LONG, size=(120, 20)) as reader:
        await reader.press("j", "j", "j", "j")
        before = reader.screen.view.top_offset
        assert before > 0
        await reader.press("4", "G")
        assert reader.screen.view.top_offset != before
        await reader.press("escape")
        assert reader.screen.view.top_offset == before
        assert reader.screen.focused is reader.screen.view


async def test_it_leads_from_quote_to_quote(reading):
    async with reading(size=(120, 40)) as reader:
        await reader.press("4", "g", "J")
        strip = reader.screen.page.minimap
        assert strip.render_line(strip.cursor).text[1] != " "
        first = strip.cursor
        await reader.press("J")
        assert strip.cursor > first
        await reader.press("K")
        assert strip.cursor == first


async def test_a_click_travels(reading):
    async with reading(article=LONG, size=(120, 20)) as reader:
        await reader.pilot.click(reader.screen.page.minimap, offset=(1, 18))
        await reader.settle()
        assert "Satz 115" in reader.screen.article.text[slice(*reader.screen.view.visible_span)]
        assert reader.screen.focused is not None


async def test_its_key_hides_it_and_that_is_remembered(reading, tmp_path):
    async with reading(config=tmp_path) as reader:
        await reader.press("4", "4")
        assert not reader.screen.page.minimap.display
        assert reader.screen.focused is reader.screen.view
    async with reading(config=tmp_path) as reader:
        assert not reader.screen.page.minimap.display
        await reader.press("4")
        assert reader.screen.page.minimap.display
        assert reader.screen.page.minimap.has_focus


@pytest.mark.parametrize(("columns", "shown"), [(60, False), (75, False), (76, True), (120, True)])
async def test_it_is_there_where_there_is_room(reading, columns, shown):
    async with reading(size=(columns, 20)) as reader:
        assert reader.screen.page.minimap.display is shown
        if not shown:
            await reader.press("4")
            assert reader.state == "the strip needs 76 columns"


def test_the_sample_is_longer_than_a_strip():
    assert len(TEXT) > 400
