"""The command palette in the look of the page."""

from textual.command import CommandPalette

from core.locations import ASSETS


class Palette(CommandPalette):
    """Textual's own, with a style sheet that is read when it is opened first: the first paint does without."""

    CSS_PATH = ASSETS / "palette.tcss"
