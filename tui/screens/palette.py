"""The command palette in the look of the page."""

from textual import on
from textual.command import CommandList, CommandPalette
from textual.message import Message
from textual.widgets import Input, OptionList

from core.locations import ASSETS
from tui.removal import ClosedOnce


class Palette(ClosedOnce, CommandPalette):
    """Textual's own, with a style sheet that is read when it is opened first: the first paint does without."""

    CSS_PATH = ASSETS / "palette.tcss"

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _choose_once(self, event: Message) -> None:
        """Run one command only: a double click, or Enter held down, chooses before the palette is gone."""
        if not self.is_current:
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before the list is there, nor a page turned where the terminal leaves it no line."""
        if not self.is_mounted:
            return False
        if action == "command_list" and not self.query_one(CommandList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)
