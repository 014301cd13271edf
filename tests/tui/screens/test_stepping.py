"""Going about the article by keys, and by clicks."""

import pytest

from tests.tui.sample import Memory, annotation
from tui.model.lens import Kind


@pytest.mark.parametrize(
    ("key", "first", "second"),
    [
        ("e", "Ada Lind", "Speicher drei"),
        ("c", "„Ich gehe", "der Hafen dürfe"),
        ("a", "Rücktritt", "hundert"),
    ],
)
async def test_each_kind_of_thing_has_a_key_on_and_a_key_back(reading, key, first, second):
    memory = Memory(annotation("a", "Rücktritt", ("x",)), annotation("b", "hundert", ("y",)))
    async with reading(memory) as reader:
        await reader.press(key)
        assert reader.at.startswith(first)
        await reader.press("n")
        assert reader.at.startswith(second)
        await reader.press(key.upper())
        assert reader.at.startswith(first)
        await reader.press("N")
        assert reader.screen.lens.index(reader.screen.target) == len(reader.screen.lens.targets) - 1
        assert reader.state == "round to the end"


async def test_the_status_line_says_where_one_is(reading):
    async with reading() as reader:
        assert reader.words == "14 names, 3 quotes · 100 %"
        await reader.press("c")
        assert reader.words == "quote 1 of 3 · Ada Lind, direct, cue “sagte”, sure"
        await reader.press("e")
        assert reader.words.startswith("name 6 of 14 · Ada Lind")


async def test_stepping_goes_on_from_where_one_reads(reading):
    async with reading(size=(80, 12)) as reader:
        await reader.press("c", "G")
        top, bottom = reader.screen.view.visible_span
        await reader.press("n")
        assert top <= reader.screen.target.start < bottom
        assert reader.screen.lens.index(reader.screen.target) > 0


async def test_the_panel_follows_the_text(reading):
    async with reading(Memory(annotation("b", "hundert", ("y",)))) as reader:
        await reader.press("c", "c")
        assert reader.screen.furniture.quotes.current == "q2"
        await reader.press("e")
        assert reader.screen.furniture.actors.current == "nordstern"
        await reader.press("a")
        assert reader.screen.furniture.notes.current == "b"


async def test_nothing_to_step_to_is_said(reading):
    async with reading() as reader:
        await reader.press("a")
        assert reader.state == "no marks of yours yet"


async def test_escape_lets_go_of_the_target(reading):
    async with reading() as reader:
        await reader.press("c", "escape")
        assert reader.screen.target is None
        assert reader.screen.view.target is None


async def test_an_actor_chosen_in_the_panel_is_what_one_steps_through(reading):
    async with reading() as reader:
        await reader.press("1", "g")
        assert reader.screen.furniture.actors.current == "lind"
        await reader.press("space")
        assert reader.screen.lens.kind is Kind.ACTOR
        assert reader.words == "mention 1 of 5 · Ada Lind, person, 58"
        await reader.press("escape")
        assert reader.screen.focused is reader.screen.view
        await reader.press("n")
        assert reader.words == "mention 2 of 5 · Ada Lind, person, 58"


async def test_a_quote_chosen_in_the_panel_is_gone_to_and_back(reading):
    async with reading(size=(120, 14)) as reader:
        await reader.press("2", "G", "enter")
        assert reader.at == "„Dann liegt hier alles still!“"
        there = reader.screen.view.top_offset
        assert there > 0
        await reader.press("backspace")
        assert reader.screen.view.top_offset == 0
        await reader.press("backspace")
        assert reader.screen.view.top_offset == there


async def test_space_shows_the_place_and_stays_in_the_panel(reading):
    async with reading() as reader:
        await reader.press("2", "g", "j", "space")
        assert reader.at == "der Hafen dürfe nicht zum Pfand werden"
        assert reader.screen.focused is reader.screen.furniture.quotes.entries
        await reader.press("escape")
        assert reader.screen.focused is reader.screen.view


async def test_lists_are_walked_with_the_same_keys(reading):
    async with reading() as reader:
        await reader.press("2", "g")
        seen = []
        for key in ("j", "down", "k", "up", "G", "g", "end", "home"):
            await reader.press(key)
            seen.append(reader.screen.furniture.quotes.current)
        assert seen == ["q2", "q3", "q2", "q1", "q3", "q1", "q3", "q1"]


async def test_tab_goes_round_text_and_panels(reading):
    async with reading() as reader:
        screen = reader.screen
        places = [
            screen.furniture.actors.entries,
            screen.furniture.quotes.entries,
            screen.furniture.notes.entries,
            screen.view,
        ]
        for place in places:
            await reader.press("tab")
            assert screen.focused is place
        for place in (screen.furniture.notes.entries, screen.furniture.quotes.entries):
            await reader.press("shift+tab")
            assert screen.focused is place
        await reader.press("0")
        assert screen.focused is screen.view


async def test_a_mark_is_gone_to_from_its_panel(reading):
    async with reading(Memory(annotation("b", "hundert", ("y",)))) as reader:
        await reader.press("3", "g", "enter")
        assert reader.at == "hundert"
        assert reader.screen.lens.kind is Kind.MARKS


class TestSearch:
    async def test_hits_show_while_typing_and_are_stepped_through(self, reading):
        async with reading() as reader:
            await reader.press("slash")
            await reader.type("lind")
            assert len(reader.screen.lens.targets) == 5
            assert [mark for mark in reader.screen.view.marks if mark.kind == "hit"]
            await reader.press("enter")
            assert reader.words == "hit 1 of 5 · “lind”"
            await reader.press("n")
            assert reader.words == "hit 2 of 5 · “lind”"
            await reader.press("N", "N")
            assert reader.words == "hit 5 of 5 · “lind”"

    async def test_letters_that_are_keys_elsewhere_are_typed(self, reading):
        async with reading() as reader:
            await reader.press("slash")
            await reader.type("quetxnm")
            assert reader.screen.furniture.search_line.input.value == "quetxnm"
            assert reader.app.is_running

    async def test_escape_goes_back_to_where_one_was(self, reading):
        async with reading(size=(80, 12)) as reader:
            await reader.press("c")
            before = reader.screen.view.top_offset, reader.screen.target
            await reader.press("slash")
            await reader.type("Freitag")
            assert reader.screen.view.top_offset > before[0]
            await reader.press("escape")
            assert (reader.screen.view.top_offset, reader.screen.target) == before
            assert reader.screen.lens.kind is Kind.QUOTES
            assert not [mark for mark in reader.screen.view.marks if mark.kind == "hit"]

    async def test_escape_in_the_text_ends_the_search(self, reading):
        async with reading() as reader:
            await reader.press("slash", *"lind", "enter", "escape")
            assert reader.screen.lens.kind is Kind.NAMES
            assert not [mark for mark in reader.screen.view.marks if mark.kind == "hit"]

    async def test_up_and_down_walk_the_hits_while_typing(self, reading):
        async with reading() as reader:
            await reader.press("slash", *"lind", "down")
            assert reader.screen.lens.index(reader.screen.target) == 1
            await reader.press("up", "up")
            assert reader.screen.lens.index(reader.screen.target) == 4

    async def test_nothing_found_is_said_and_changes_nothing(self, reading):
        async with reading() as reader:
            await reader.press("slash", *"gibtsnicht")
            assert "no hits" in str(reader.screen.furniture.search_line.count.render())
            await reader.press("enter")
            assert reader.screen.lens.kind is Kind.NAMES

    async def test_the_last_words_are_offered_again(self, reading):
        async with reading() as reader:
            await reader.press("slash", *"lind", "enter", "slash")
            assert reader.screen.furniture.search_line.input.value == "lind"
            await reader.press(*"varga")
            assert reader.screen.furniture.search_line.input.value == "varga"


async def test_a_click_on_a_name_makes_it_the_target(reading):
    async with reading() as reader:
        lines = [strip.text for strip in reader.app.screen._compositor.render_strips()]
        row = next(number for number, line in enumerate(lines) if "Jon Varga (44)" in line)
        await reader.pilot.click(offset=(lines[row].index("Varga"), row))
        await reader.settle()
        assert reader.at == "Jon Varga"
        assert reader.screen.furniture.actors.current == "varga"


async def test_a_click_on_an_entry_goes_to_its_place(reading):
    async with reading() as reader:
        await reader.pilot.click(reader.screen.furniture.quotes.entries, offset=(5, 2))
        await reader.settle()
        assert reader.at == "der Hafen dürfe nicht zum Pfand werden"


async def test_after_escape_stepping_goes_on_from_where_one_was(reading):
    async with reading() as reader:
        await reader.press("c", "c", "escape", "c")
        assert reader.words.startswith("quote 3 of 3")
