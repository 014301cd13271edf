"""What terminals send for a key, without the kitty protocol."""

from collections.abc import Mapping

from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character

COMMON: Mapping[str, str] = {
    "space": " ",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "shift+right": "\x1b[1;2C",
    "shift+left": "\x1b[1;2D",
    "ctrl+up": "\x1b[1;5A",
    "ctrl+down": "\x1b[1;5B",
    "ctrl+right": "\x1b[1;5C",
    "ctrl+left": "\x1b[1;5D",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
}
"""As xterm sends them, by the names Textual has for them."""

OTHERWISE: Mapping[str, Mapping[str, str]] = {
    "xterm": {},
    "xterm with application keys": {
        "up": "\x1bOA",
        "down": "\x1bOB",
        "right": "\x1bOC",
        "left": "\x1bOD",
        "home": "\x1bOH",
        "end": "\x1bOF",
    },
    "tmux": {"home": "\x1b[1~", "end": "\x1b[4~"},
}
"""What some send otherwise."""


def character_of(key: str) -> str | None:
    """The character that a key without modifiers types; None where it types none."""
    named = {name: unicode for unicode, name in KEY_NAME_REPLACEMENTS.items()}
    if len(key) == 1:
        return key
    return key_to_character(named.get(key, key).replace("hyphen_minus", "hyphen-minus"))


def sent(key: str, terminal: str = "xterm") -> str:
    """The characters a terminal sends for a key. Raises KeyError for a key that none of them can send."""
    if (known := OTHERWISE[terminal].get(key) or COMMON.get(key)) is not None:
        return known
    *modifiers, base = key.split("+")
    if modifiers == ["ctrl"] and len(base) == 1:
        return chr(ord(base) - ord("a") + 1)
    character = character_of(base)
    if modifiers or character is None:
        raise KeyError(key)
    return character
