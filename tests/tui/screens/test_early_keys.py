"""Keys that are pressed before all is there that they need."""

import asyncio

import pytest

from tests.tui.gate import Gate
from tests.tui.sample import ARTICLE, Memory, analyze_at_once, annotation
from tui.app import LesartApp
from tui.screens.reader import ReaderScreen
from tui.screens.sheets.note import NoteDialog


@pytest.fixture
def may_go_on(monkeypatch):
    """What readers wait for before they furnish themselves: apart, or else nothing would ever come to rest."""
    furnish, told, tasks = ReaderScreen._furnish, asyncio.Event(), []

    async def furnish_later(screen):
        async def furnish_when_told():
            await told.wait()
            await furnish(screen)

        tasks.append(asyncio.create_task(furnish_when_told()))

    monkeypatch.setattr(ReaderScreen, "_furnish", furnish_later)
    return told


@pytest.mark.parametrize("words", ["haf", "h"])
async def test_keys_pressed_at_the_first_paint_are_done_in_their_order(may_go_on, words):
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


async def test_an_article_that_is_left_at_once_is_not_furnished(may_go_on):
    """What was begun for a screen ends with it, instead of ending the program."""
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


async def test_words_of_a_note_begun_at_the_first_paint_all_get_into_it(may_go_on):
    app = LesartApp(ARTICLE, Memory(), analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("M", "U", "r", "z", "e", "i", "t"):
            app.simulate_key(key)
        await asyncio.sleep(0.05)
        may_go_on.set()
        for _ in range(500):
            await pilot.pause(0.02)
            if (
                isinstance(app.screen, NoteDialog)
                and app.screen.is_mounted
                and app.screen.editor.text == "Urzeit"
            ):
                break
        assert isinstance(app.screen, NoteDialog)
        assert app.screen.editor.text == "Urzeit"


class SlowShelf(Memory):
    """An archive that has read what it holds on an article, and is slow to say it."""

    def __init__(self, gate: Gate, *annotations) -> None:
        super().__init__(*annotations)
        self._gate = gate

    def open_article(self, article):
        shelf = super().open_article(article)
        self._gate.hold()
        return shelf


@pytest.mark.parametrize("kept", [(), (annotation("a", None, note="Rückruf"),)], ids=["new", "changed"])
async def test_a_note_begun_before_the_library_has_answered_is_kept_and_shown(kept):
    gate = Gate()
    memory = SlowShelf(gate, *kept)
    app = LesartApp(ARTICLE, memory, analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.to_thread(gate.reached.wait, 60)
        reader = app.screen
        for key in ("M", "U", "r", "z", "e", "i", "t", "ctrl+s"):
            app.simulate_key(key)
        await asyncio.sleep(0.05)
        gate.open()
        for _ in range(500):
            await pilot.pause(0.02)
            if reader.annotations and memory.log:
                break
        note = "".join(each.note for each in kept) + "Urzeit"
        assert [each.note for each in memory.kept.values()] == [note]
        assert [each.annotation.note for each in reader.annotations] == [note]
