"""Any command by its name."""

from tui.commands import Commands
from tui.keymap import COMMANDS


async def test_the_palette_runs_commands(reading):
    async with reading() as reader:
        await reader.press("colon")
        await reader.pilot.pause(0.2)
        assert reader.app.screen is not reader.screen
        await reader.press(*"next quote")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.pilot.pause(0.3)
        await reader.press("enter") if reader.app.screen is not reader.screen else None
        await reader.pilot.pause(0.2)
        assert reader.at.startswith("„Ich gehe")


async def test_the_palette_offers_what_the_text_can_do_as_well(reading):
    async with reading() as reader:
        await reader.press("2", "ctrl+p")
        await reader.pilot.pause(0.2)
        await reader.press(*"select by keyboard")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.pilot.pause(0.3)
        assert reader.screen.view.selecting
        assert reader.screen.focused is reader.screen.view


async def test_the_palette_offers_every_command_and_every_look(reading):
    async with reading() as reader:
        provider = Commands(reader.screen)
        offered = {sentence for sentence, _, _ in provider._offers()}
        assert {command.tooltip for command in COMMANDS if command.palette} <= offered
        assert "Look: paper" in offered
