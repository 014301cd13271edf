"""The command palette in the look of the page."""

from textual import on
from textual.app import ComposeResult
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from core.locations import ASSETS
from core.translation import _
from tui.keymap.library import FIND_COMMAND
from tui.removal import ClosedOnce


class _Commands(CommandList):
    """The commands. Textual cannot wrap words at a width of nothing, which padding leaves on a very narrow terminal."""

    def _get_left_gutter_width(self) -> int:
        return 1 if self.scrollable_content_region.width == self._padding() else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at that width; where padding leaves none, at one column more."""
        return super().get_content_height(container, viewport, width + (width == self._padding()))

    def _padding(self) -> int:
        return self.get_component_styles("option-list--option").padding.width


class Palette(ClosedOnce, CommandPalette):
    """Textual's own, with a style sheet that is read when it is opened first: the first paint does without."""

    CSS_PATH = ASSETS / "palette.tcss"

    def __init__(self) -> None:
        super().__init__(placeholder=_(FIND_COMMAND))

    def compose(self) -> ComposeResult:
        """Textual's own parts, with a list of commands that any terminal has room for."""
        for widget in super().compose():
            yield _Commands() if isinstance(widget, CommandList) else widget

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _choose_once(self, event: Message) -> None:
        """Run one command only: a double click, or Enter held down, chooses before the palette is gone."""
        if not self.is_current:
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before the list is there, nor a page turned where the terminal leaves it no line."""
        commands = next(iter(self.query(CommandList)), None)
        if not self.is_mounted or commands is None:  # While it closes, its parts go first.
            return False
        if action == "command_list" and not commands.scrollable_content_region:
            return False
        return super().check_action(action, parameters)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a moment that nothing matches, in the language in use: Textual's own words are English."""
        self._stop_no_matches_countdown()

        def say_so() -> None:
            if search_value:
                nothing = Content(_("No command matches."))
                for commands in self.query(CommandList):
                    commands.add_option(Option(nothing, id=self._NO_MATCHES, disabled=True))
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say_so)
