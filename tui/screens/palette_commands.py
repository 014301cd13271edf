"""The commands of the palette, imported when it is opened first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.command import Provider


def palette_commands() -> type[Provider]:
    """What the palette offers."""
    from tui.commands import Commands

    return Commands
