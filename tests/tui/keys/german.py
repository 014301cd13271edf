"""A German keyboard (DIN 2137, QWERTZ): what is typed with nothing, with Shift, with AltGr, and which keys are dead."""

from collections.abc import Mapping

from tests.tui.keys.sent import character_of

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß0123456789,.-#+< ")
SHIFTED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ!\"§$%&/()=?;:_'*>°")
ALTGR = frozenset("@€{}[]\\~|µ²³")
DEAD = frozenset("^´`")

NAMED = frozenset(
    (
        "enter",
        "escape",
        "tab",
        "backspace",
        "delete",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
    )
) | {f"f{number}" for number in range(1, 13)}
"""Keys with a name on them, which every keyboard has."""

ALIKE: Mapping[str, str] = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+space": "ctrl+@",
    "ctrl+enter": "enter",
    "ctrl+tab": "tab",
    "shift+enter": "enter",
    "shift+space": "space",
    "shift+backspace": "backspace",
}
"""Keys that a plain terminal sends as another."""

TAKEN: Mapping[str, str] = {
    "ctrl+s": "stops the output where a terminal is not raw",
    "ctrl+q": "lets it go on",
    "ctrl+z": "stops the program",
    "ctrl+backslash": "ends it",
    "ctrl+b": "begins the commands of tmux",
    "ctrl+a": "begins those of screen",
    "f1": "is the help of many terminals",
    "f10": "opens their menu",
    "f11": "gives them the whole screen",
    "shift+pageup": "scrolls the terminal",
    "shift+pagedown": "scrolls it too",
    "ctrl+pageup": "goes to another tab of the terminal",
    "ctrl+pagedown": "does so too",
}
"""Keys that do not always reach a program, and what they do instead."""


def hindrance(key: str) -> str:
    """Why a key cannot be pressed on this keyboard in any terminal; empty where it can."""
    *modifiers, base = key.split("+")
    character = " " if base == "space" else character_of(base)
    if base not in NAMED:
        if character in ALTGR:
            return "needs AltGr"
        if character in DEAD:
            return "is a dead key"
        if character not in PLAIN | SHIFTED:
            return "is not on the keyboard"
    if {"alt", "meta", "super", "hyper"} & set(modifiers):
        return "needs a modifier that a plain terminal does not send"
    if (
        modifiers
        and base not in NAMED
        and (modifiers != ["ctrl"] or not base.isascii() or not base.isalpha())
    ):
        return "cannot be told from the key without all its modifiers"
    if key in ALIKE:
        return f"arrives as {ALIKE[key]}"
    return TAKEN.get(key, "")
