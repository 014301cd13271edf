"""The tour: each step is done by doing it, and it comes by itself once only."""

import pytest

from core.articles.sources import read_article
from core.locations import DEMO
from tests.tui.sample import ANALYSIS, Memory, analyze_at_once
from tui.app import LesartApp
from tui.config.settings import Preferences
from tui.keymap import BY_ID
from tui.screens.reader import ReaderScreen
from tui.screens.tour import FAREWELL, STEPS, TourStrip


def strips(reader):
    return list(reader.screen.query(TourStrip))


def said(reader):
    (strip,) = strips(reader)
    return str(strip.render())


async def begin(reader):
    reader.screen.do.tour.begin()
    await reader.settle()


async def test_five_steps_are_done_by_doing_them(reading):
    async with reading() as reader:
        await begin(reader)
        for number, keys in enumerate(
            (("1", "escape"), ("e",), ("c",), ("r", "escape"), ("t", *"hafen", "enter")), start=1
        ):
            assert f"Tour, {number} of 5" in said(reader)
            await reader.press("j", "k")
            assert f"Tour, {number} of 5" in said(reader), "other keys do not lead on"
            await reader.press(*keys)
        assert "That was the tour." in said(reader)
        await reader.press("escape", "escape")
        assert strips(reader) == []


async def test_a_note_instead_of_a_tag_will_do(reading):
    async with reading() as reader:
        await begin(reader)
        await reader.press("1", "escape", "e", "c", "r", "escape", "m", *"Wer?", "f2")
        assert "That was the tour." in said(reader)


@pytest.mark.parametrize("done", range(5))
async def test_it_can_be_left_at_any_step(reading, done):
    async with reading() as reader:
        await begin(reader)
        for keys in (("1", "escape"), ("e",), ("c",), ("r", "escape"))[:done]:
            await reader.press(*keys)
        await reader.press("escape")
        assert strips(reader) == []
        assert reader.app.is_running
        await reader.press("c")
        assert reader.screen.target is not None


async def test_escape_lets_go_of_a_selection_first(reading):
    async with reading() as reader:
        await begin(reader)
        await reader.press("v", "v", "escape")
        assert strips(reader)


async def test_it_names_the_readers_own_keys(reading, tmp_path):
    (tmp_path / "keys.toml").write_text('next-name = "f6"\n', encoding="utf-8")
    async with reading(config=tmp_path) as reader:
        await begin(reader)
        await reader.press("1")
        assert "F6 goes to the next name" in said(reader)


async def test_it_comes_by_itself_once_only(tmp_path):
    for shown in (True, False):
        app = LesartApp(
            read_article(str(DEMO)),
            Memory(analysis=ANALYSIS),
            analyze=analyze_at_once,
            pipeline=lambda language: "none",
            config=tmp_path,
            tour=True,
        )
        async with app.run_test() as pilot:
            while not (isinstance(app.screen, ReaderScreen) and app.screen.analysis):
                await pilot.pause(0.01)
            await pilot.pause()
            assert bool(app.screen.query(TourStrip)) is shown
    assert not Preferences(tmp_path).now.tour


async def test_it_can_be_taken_again_from_anywhere(reading):
    async with reading() as reader:
        await reader.app.action_tour()
        await reader.until(
            lambda: isinstance(reader.app.screen, ReaderScreen) and reader.app.screen.query(TourStrip)
        )
        assert reader.app.screen.article.title.startswith("Machtkampf am Kap: Wie lange")
        await reader.app.action_tour()
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 2, "the article that is open is used again"
        await reader.pilot.press("q")
        await reader.until(lambda: len(reader.app.screen_stack) == 1)
        assert reader.app.screen.article is not None


async def test_at_sixty_columns_every_word_of_it_is_seen(reading):
    async with reading(size=(60, 20)) as reader:
        await begin(reader)
        drawn = " ".join(
            " ".join(strip.text for strip in reader.app.screen._compositor.render_strips()).split()
        )
        assert "Enter opens the card of one, Esc leads back." in drawn
        assert reader.screen.view.size.height >= 12


def test_the_keys_it_names_are_those_of_commands():
    from string import Formatter

    for sentence in (*(step.sentence for step in STEPS), FAREWELL):
        for _, name, _, _ in Formatter().parse(sentence):
            assert name is None or name in BY_ID
    assert len(STEPS) == 5
