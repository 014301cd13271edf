"""Keys that are pressed before all is there that they need."""

import asyncio

import pytest

from tests.tui.sample import ARTICLE, Memory, analyze_at_once
from tui.app import LesartApp
from tui.screens.reader import ReaderScreen


@pytest.mark.parametrize("words", ["haf", "h"])
async def test_keys_pressed_at_the_first_paint_are_done_in_their_order(monkeypatch, words):
    furnish, may_go_on = ReaderScreen._furnish, asyncio.Event()

    async def furnish_later(screen):
        await may_go_on.wait()
        await furnish(screen)

    monkeypatch.setattr(ReaderScreen, "_furnish", furnish_later)
    app = LesartApp(ARTICLE, Memory(), analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        for key in ("slash", *words):
            app.simulate_key(key)
        await asyncio.sleep(0.05)
        assert not screen.furnished
        may_go_on.set()
        for _ in range(500):
            await pilot.pause(0.02)
            if screen.furnished and screen.furniture.search_line.words == words:
                break
        assert screen.furniture.search_line.words == words


async def test_an_article_that_is_left_at_once_is_not_furnished(monkeypatch):
    """What was begun for a screen ends with it, instead of ending the program."""
    furnish, may_go_on = ReaderScreen._furnish, asyncio.Event()

    async def furnish_later(screen):
        await may_go_on.wait()
        await furnish(screen)

    monkeypatch.setattr(ReaderScreen, "_furnish", furnish_later)
    app = LesartApp(ARTICLE, Memory(), analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = app._reader(ARTICLE)
        await app.push_screen(reader)
        await asyncio.sleep(0.05)
        app.pop_screen()
        await asyncio.sleep(0.05)
        may_go_on.set()
        await pilot.pause(0.1)
        assert app.is_running
        assert not reader.furnished
