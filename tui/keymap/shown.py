"""Keys by name and as they are printed for people."""

from collections.abc import Mapping

from textual.keys import key_to_character

from core.translation import N_, _
from tui.keymap.table import BY_ID

Keys = Mapping[str, str]
"""The reader's own choice of keys: command id to keys."""


def keys_of(id: str, own: Keys) -> tuple[str, ...]:
    """The keys that run a command, the reader's own choice first."""
    command = BY_ID[id]
    chosen = own.get(id)
    return tuple(key.strip() for key in chosen.split(",")) if chosen else command.key_list


def key(id: str, own: Keys) -> str:
    """The first key of a command, as it is printed."""
    return shown(keys_of(id, own)[0])


NAMES: Mapping[str, str] = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    "at": "@",
    "backslash": "\\",
    "enter": "Enter",
    "escape": "Esc",
    "space": N_("Space"),
    "tab": "Tab",
    "shift+tab": N_("Shift+Tab"),
    "backspace": N_("Backspace"),
    "delete": N_("Del"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
    "home": N_("Home"),
    "end": N_("End"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

MODIFIERS: Mapping[str, str] = {"ctrl": N_("Ctrl"), "shift": N_("Shift"), "alt": "Alt"}
"""Keys that are held down with another."""

HIDDEN = "super+"
"""Keys with this modifier are the same as those with Ctrl on another system, and not printed."""


def shown_keys(id: str, own: Keys) -> str:
    """All keys of a command as they are printed."""
    return " ".join(shown(key) for key in keys_of(id, own) if not key.startswith(HIDDEN))


def shown(key: str) -> str:
    """A key as it is printed for people: "Ctrl+R", "?", "Esc"."""
    if key in NAMES:
        return _(NAMES[key])
    *modifiers, base = key.split("+")
    name = _(NAMES[base]) if base in NAMES else key_to_character(base) or base
    if modifiers:
        return "+".join(
            (
                *(_(MODIFIERS.get(modifier, modifier.capitalize())) for modifier in modifiers),
                name.capitalize() if len(name) > 1 else name.upper(),
            )
        )
    return name.upper() if len(name) > 1 and name[0] == "f" and name[1:].isdigit() else name
