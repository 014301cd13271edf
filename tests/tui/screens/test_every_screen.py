"""What holds for every screen and sheet: it can be removed at any moment, answers once, and fits any terminal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from core.library import Library
from tests.tui.rest import until
from tests.tui.sample import ARTICLE, analyze_at_once
from tests.tui.screens.every import every, kinds
from tui.app import LesartApp
from tui.keymap import COMMANDS
from tui.screens.palette import Palette
from tui.screens.reader import ReaderScreen

TINY = (1, 1), (5, 2), (30, 3)


@pytest.fixture
def archive(tmp_path: Path) -> Library:
    return Library(tmp_path / "data", tmp_path / "cache")


@asynccontextmanager
async def opened(archive: Library) -> AsyncIterator[tuple[LesartApp, Pilot[None]]]:
    """The running program with the sample article; an error in it comes out of here."""
    app = LesartApp(ARTICLE, archive, analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.furnished)
        yield app, pilot


async def test_every_kind_of_screen_is_tried(archive: Library) -> None:
    async with opened(archive) as (app, _):
        assert {type(screen) for screen in every(app, archive)} == kinds()


async def test_each_can_be_removed_while_it_is_being_mounted(archive: Library) -> None:
    """Textual then mounts none of its parts, and sends it the events of a mounted screen all the same."""
    async with opened(archive) as (app, pilot):
        for screen in every(app, archive):
            app.push_screen(screen)
            app.pop_screen()
            await pilot.pause(0)
            await until(pilot, lambda screen=screen: not screen.is_running)
            assert app.is_running, screen


async def test_each_is_closed_once(archive: Library) -> None:
    async with opened(archive) as (app, pilot):
        below = app.screen
        for screen in every(app, archive):
            await app.push_screen(screen)
            for _ in range(3):
                screen.dismiss(None)
            await until(pilot, lambda screen=screen: not screen.is_running)
            assert app.screen is below, screen
        app.screen.dismiss(None) if len(app.screen_stack) > 1 else None
        assert app.screen is below


@pytest.mark.parametrize("size", TINY, ids=str)
async def test_each_can_be_drawn_and_used_on_any_terminal(archive: Library, size: tuple[int, int]) -> None:
    keys = sorted({key for command in COMMANDS for key in command.key_list if key.startswith("page")})
    async with opened(archive) as (app, pilot):
        await pilot.resize_terminal(*size)
        for screen in every(app, archive):
            await app.push_screen(screen)
            await pilot.pause(0)
            for key in ("down", *keys, "end", "home", "up", "x"):
                app.simulate_key(key)
                await pilot.pause(0)
            if app.screen is screen:
                screen.dismiss(None)
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            await pilot.pause(0)


@pytest.mark.parametrize("size", TINY, ids=str)
async def test_each_part_of_the_reader_can_be_drawn_and_used_on_any_terminal(
    archive: Library, size: tuple[int, int]
) -> None:
    """At that size and at one at which the part is seen; nothing of it may have been drawn before."""
    parts = [command.key_list[0] for command in COMMANDS if command.id.startswith("go-")]
    assert len(parts) >= 5
    async with opened(archive) as (app, pilot):
        for part in ("slash", *parts):
            await pilot.resize_terminal(*size)
            for key in (part, "x", "pagedown", "pageup", "end", "home", "down", "up", "escape"):
                app.simulate_key(key)
                await pilot.pause(0)
            await pilot.resize_terminal(100, 30)
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            await pilot.pause(0)
        assert {type(widget).__name__ for widget in app.screen.walk_children()} > {"ArticleView", "Minimap"}


@pytest.mark.parametrize("keys", [("enter", "enter", "enter"), ("enter", "ctrl+p", "enter")], ids=" ".join)
async def test_the_palette_runs_one_command(archive: Library, keys: tuple[str, ...]) -> None:
    async with opened(archive) as (app, pilot):
        reader = app.screen
        app.action_command_palette()
        await until(pilot, lambda: app.screen.is_mounted and app.screen.has_class("-ready"))
        for key in (*"skim", *keys):
            app.simulate_key(key)
        await until(pilot, lambda: app.screen is reader)
        await pilot.pause(0.1)
        assert reader in app.screen_stack


async def test_the_palette_opens_again_while_the_one_before_is_being_removed(archive: Library) -> None:
    async with opened(archive) as (app, pilot):
        for _ in range(3):
            app.action_command_palette()
            app.pop_screen()
        app.action_command_palette()
        await until(pilot, lambda: isinstance(app.screen, Palette) and app.screen.is_mounted)


async def test_a_double_click_in_the_palette_runs_one_command(archive: Library) -> None:
    async with opened(archive) as (app, pilot):
        reader = app.screen
        app.action_command_palette()
        await until(pilot, lambda: app.screen.is_mounted and app.screen.has_class("-ready"))
        assert isinstance(app.screen, Palette)
        await pilot.pause(0.05)
        await pilot.double_click(offset=(40, 6))
        await until(pilot, lambda: app.screen is reader)
        await pilot.pause(0.1)
        assert reader in app.screen_stack


@pytest.mark.parametrize(("opener", "words"), [("colon", "skim"), ("slash", "haf")])
async def test_keys_typed_right_after_one_that_opens_a_line_go_into_it(
    archive: Library, opener: str, words: str
) -> None:
    async with opened(archive) as (app, pilot):
        for key in (opener, *words):
            app.simulate_key(key)
        await until(pilot, lambda: getattr(app.screen.focused, "value", None) == words)


async def test_a_paste_right_after_a_key_goes_into_the_line_it_opens(archive: Library) -> None:
    async with opened(archive) as (app, pilot):
        app.simulate_key("slash")
        app.post_message(events.Paste("haf"))
        await until(pilot, lambda: getattr(app.screen.focused, "value", None) == "haf")


async def test_keys_are_taken_again_after_a_screen_was_removed_under_them(archive: Library) -> None:
    async with opened(archive) as (app, pilot):
        for _ in range(3):
            app.simulate_key("colon")
            await until(pilot, lambda: isinstance(app.screen, Palette))
            app.simulate_key("s")
            app.pop_screen()
        app.simulate_key("slash")
        await until(pilot, lambda: isinstance(app.screen.focused, Input))
