"""Every key in one table, used by bindings, help, status line, palette and the user's own key file."""

from tui.keymap.command import LIST, MORE, READ, VIEW, Command
from tui.keymap.places import PLACE_NAMES, PLACES
from tui.keymap.shown import Keys, key, keys_of, shown, shown_keys
from tui.keymap.table import BY_ID, COMMANDS, bindings, commands_in

__all__ = [
    "BY_ID",
    "COMMANDS",
    "LIST",
    "MORE",
    "PLACES",
    "PLACE_NAMES",
    "READ",
    "VIEW",
    "Command",
    "Keys",
    "bindings",
    "commands_in",
    "key",
    "keys_of",
    "shown",
    "shown_keys",
]
