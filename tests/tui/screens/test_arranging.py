"""The parts of the page: how wide they are, which are there, and that this is remembered."""

import pytest

from tests.tui.sample import Memory, annotation
from tui.screens.reader.page import side_width


@pytest.mark.parametrize(
    ("columns", "wanted", "width"),
    [
        (60, 44, 60),
        (40, 44, 40),
        (80, 44, 80),
        (100, 44, 44),
        (120, 90, 70),
        (160, 44, 70),
        (200, 44, 110),
        (200, 30, 82),
        (240, 44, 124),
        (240, 60, 150),
    ],
)
def test_the_side_column_leaves_the_text_its_room(columns, wanted, width):
    assert side_width(columns, wanted) == width


async def test_panels_are_made_wider_and_narrower_and_stay_so(reading, tmp_path):
    async with reading(config=tmp_path) as reader:
        side = reader.screen.page.side
        before, measure = side.size.width, reader.screen.view.size.width
        await reader.press("1", "less_than_sign", "less_than_sign")
        assert side.size.width == before + 8
        assert reader.screen.view.size.width == measure - 8
        await reader.press("greater_than_sign")
        assert side.size.width == before + 4
    async with reading(config=tmp_path) as reader:
        assert reader.screen.page.side.size.width == before + 4


@pytest.mark.parametrize(
    ("key", "said"), [("less_than_sign", "no wider"), ("greater_than_sign", "no narrower")]
)
async def test_no_part_takes_all_the_room(reading, key, said):
    async with reading() as reader:
        await reader.press("1", *[key] * 20)
        assert reader.state == said
        assert 28 <= reader.screen.page.side.size.width <= 70
        assert reader.screen.view.size.width >= 45


async def test_hidden_panels_stay_hidden(reading, tmp_path):
    async with reading(config=tmp_path) as reader:
        await reader.press("P")
    async with reading(config=tmp_path) as reader:
        assert not reader.screen.page.side.display
        await reader.press("2")
        assert reader.screen.page.side.display
    async with reading(config=tmp_path) as reader:
        assert reader.screen.page.side.display


async def test_a_panel_takes_the_column_and_gives_it_back(reading, tmp_path):
    async with reading(config=tmp_path) as reader:
        screen = reader.screen
        await reader.press("2")
        assert all(
            panel.display
            for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
        )
        await reader.press("2")
        assert [
            panel.display
            for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
        ] == [
            False,
            True,
            False,
        ]
        await reader.press("tab")
        assert [
            panel.display
            for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
        ] == [
            False,
            False,
            True,
        ]
        await reader.press("0")
        assert screen.furniture.notes.display
    async with reading(config=tmp_path) as reader:
        screen = reader.screen
        assert [
            panel.display
            for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
        ] == [
            True,
            False,
            False,
        ]
        await reader.press("3", "3")
        assert all(
            panel.display
            for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
        )


async def test_on_a_low_screen_one_panel_at_a_time(reading):
    async with reading(size=(120, 16)) as reader:
        screen = reader.screen
        assert [
            panel.display
            for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
        ] == [
            True,
            False,
            False,
        ]
        await reader.press("3")
        assert screen.furniture.notes.display
        assert screen.furniture.notes.entries.region.height >= 8 or screen.furniture.notes.entries.has_class(
            "-empty"
        )


async def test_a_panel_gone_to_has_its_cursor_on_an_entry(reading):
    async with reading() as reader:
        await reader.press("2")
        assert reader.screen.furniture.quotes.current == "q1"
        await reader.press("enter")
        assert reader.at.startswith("„Ich gehe")


async def test_the_keys_of_the_moment_are_those_of_the_place(reading):
    async with reading(size=(160, 30)) as reader:
        for keys, said in (
            ("1", "/ filter"),
            ("slash", "Enter keep"),
            ("escape", "Enter card"),
            ("2", "Enter go there"),
            ("4", "read on"),
        ):
            await reader.press(keys)
            assert said in reader.screen.status.render().plain


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (99, 30)])
async def test_on_a_narrow_screen_the_text_has_it_all_and_panels_come_up_from_the_foot(reading, size):
    async with reading(size=size) as reader:
        screen = reader.screen
        side = screen.query_one("#side")
        assert not side.display
        assert screen.view.size.width >= size[0] - 4
        width = screen.view.size.width
        for key, panel in (
            ("1", screen.furniture.actors),
            ("2", screen.furniture.quotes),
            ("3", screen.furniture.notes),
        ):
            await reader.press(key)
            assert side.display
            assert panel.display
            assert (
                sum(
                    each.display
                    for each in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes)
                )
                == 1
            )
            assert screen.view.size.width == width, "the text must not be laid out anew for a panel"
            assert screen.view.region.bottom <= side.region.y, "nothing lies over the text"
            assert screen.focused is panel.entries
        await reader.press("escape")
        assert not side.display
        await reader.press("2", "g", "enter")
        assert not side.display
        assert reader.at.startswith("„Ich gehe")
        await reader.press("P")
        assert side.display
        await reader.press("P")
        assert not side.display


@pytest.mark.parametrize("size", [(100, 30), (120, 40), (200, 60)])
async def test_on_a_wide_screen_all_panels_stand_beside_the_text(reading, size):
    async with reading(Memory(annotation("a", "Rücktritt", ("x",))), size=size) as reader:
        screen = reader.screen
        for panel in (screen.furniture.actors, screen.furniture.quotes, screen.furniture.notes):
            assert panel.region.right <= size[0]
            assert panel.region.bottom <= size[1] - 1
            assert panel.region.x >= screen.view.region.right
            assert panel.entries.size.height >= 2


async def test_panels_side_by_side_where_there_is_room(reading):
    async with reading(size=(200, 60)) as reader:
        assert reader.screen.furniture.quotes.region.x > reader.screen.furniture.actors.region.right - 1
        assert reader.screen.view.text_width == 72


async def test_panels_are_hidden_and_shown(reading):
    async with reading() as reader:
        await reader.press("1", "P")
        assert not reader.screen.query_one("#side").display
        assert reader.screen.focused is reader.screen.view
        await reader.press("P")
        assert reader.screen.query_one("#side").display
        await reader.press("P", "2")
        assert reader.screen.query_one("#side").display


async def test_a_change_of_width_keeps_place_and_target(reading):
    async with reading(size=(120, 14)) as reader:
        await reader.press("c", "c", "c")
        target = reader.screen.target
        for width in (80, 60, 200, 100, 120):
            await reader.pilot.resize_terminal(width, 14)
            await reader.pilot.pause()
            assert reader.screen.target is target
            top, bottom = reader.screen.view.visible_span
            assert reader.screen.view.top_offset >= top
            assert bottom > top


async def test_focus_in_a_panel_survives_a_narrower_screen(reading):
    async with reading() as reader:
        await reader.press("2")
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert reader.screen.focused is reader.screen.furniture.quotes.entries
        assert reader.screen.furniture.quotes.display
        await reader.press("escape")
        assert reader.screen.focused is reader.screen.view
