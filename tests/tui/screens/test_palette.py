"""Any command by its name."""

import pytest
from textual.command import CommandList
from textual.widgets import Input

from core.library import Library
from core.translation import use_language
from tui.app import LesartApp
from tui.commands import Commands
from tui.keymap import BY_ID, COMMANDS
from tui.keymap.synonyms import SYNONYMS
from tui.screens.palette import Palette


async def test_the_palette_runs_commands(reading):
    async with reading() as reader:
        await reader.press("colon")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.press(*"next quote", "enter")
        await reader.until(lambda: reader.screen.target is not None)
        assert reader.app.screen is reader.screen
        assert reader.at.startswith("„Ich gehe")


async def test_the_palette_offers_what_the_text_can_do_as_well(reading):
    async with reading() as reader:
        await reader.press("2", "ctrl+p")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.press(*"select by keyboard", "enter")
        await reader.until(lambda: reader.screen.view.selecting)
        assert reader.screen.focused is reader.screen.view


async def test_the_palette_offers_every_command_and_every_look(reading):
    async with reading() as reader:
        provider = Commands(reader.screen)
        offered = {offer.sentence for offer in provider._offers()}
        assert {command.tooltip for command in COMMANDS if command.palette} <= offered
        assert "Look: paper" in offered


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Notiz", BY_ID["note"].tooltip),
        ("Schlagwort", BY_ID["tag"].tooltip),
        ("theme", BY_ID["next-look"].tooltip),
        ("Farben", BY_ID["next-look"].tooltip),
        ("Rückgängig", BY_ID["undo"].tooltip),
        ("quit", BY_ID["leave"].tooltip),
        ("next quote", BY_ID["next-quote"].tooltip),
    ],
)
async def test_the_palette_knows_the_words_people_type(reading, typed, first):
    async with reading() as reader:
        hits = [hit async for hit in Commands(reader.screen).search(typed)]
        best = max(hits, key=lambda hit: hit.score)
        assert best.text == first


def test_other_words_are_for_commands_of_the_palette():
    assert set(SYNONYMS) <= set(BY_ID)


async def test_the_palette_of_the_library_offers_what_can_be_done_there(tmp_path):
    app = LesartApp(None, Library(tmp_path / "data", tmp_path / "cache"))
    async with app.run_test() as pilot:
        await pilot.press("colon")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Palette)
        offered = {offer.sentence for offer in Commands(app.screen_stack[0])._offers()}
        assert BY_ID["library-other"].tooltip in offered
        assert BY_ID["library-down"].tooltip not in offered
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen_stack[0].status.told == "q leaves Lesart"
        assert app.is_running


async def test_the_palette_speaks_the_language_in_use(reading):
    use_language("de")
    async with reading() as reader:
        await reader.press("colon")
        await reader.until(lambda: isinstance(reader.app.screen, Palette) and reader.app.screen.query(Input))
        assert reader.app.screen.query_one(Input).placeholder == "Befehl nach Namen suchen"
        await reader.press(*"xyzxyz")
        offered = reader.app.screen.query_one(CommandList)
        await reader.until(lambda: [str(each.prompt) for each in offered.options] == ["Kein Befehl passt."])


async def test_the_palette_is_drawn_on_a_terminal_of_any_width(reading):
    async with reading(size=(40, 24)) as reader:
        await reader.press("colon")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        for width in range(12, 0, -1):
            await reader.pilot.resize_terminal(width, 24)
            await reader.press("down", "pagedown", "home")
        await reader.pilot.resize_terminal(40, 24)
        await reader.press(*"next quote", "enter")
        await reader.until(lambda: reader.screen.target is not None)


async def test_nothing_can_be_chosen_when_the_list_is_gone_while_the_palette_closes(reading):
    async with reading() as reader:
        await reader.press("colon")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        palette = reader.app.screen
        await palette.query_one(CommandList).remove()
        assert palette.check_action("command_list", ("cursor_down",)) is False
        assert palette.check_action("cursor_down", ()) is False
