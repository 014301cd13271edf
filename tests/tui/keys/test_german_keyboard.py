"""Every command can be called on a German keyboard, in any terminal."""

import pytest

from tests.tui.keys.german import TAKEN, hindrance
from tui.keymap import COMMANDS

BESIDE = frozenset({*TAKEN, "super+c"})
"""Keys that may stand beside another that always arrives."""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_key_that_always_arrives(command):
    hindered = {key: why for key in command.key_list if (why := hindrance(key))}
    assert set(command.key_list) - set(hindered), hindered
    assert set(hindered) <= BESIDE, hindered


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("at", "needs AltGr"),
        ("left_square_bracket", "needs AltGr"),
        ("tilde", "needs AltGr"),
        ("circumflex_accent", "is a dead key"),
        ("grave_accent", "is a dead key"),
        ("ctrl+i", "arrives as tab"),
        ("ctrl+1", "cannot be told"),
        ("ctrl+shift+x", "cannot be told"),
        ("ctrl+enter", "arrives as enter"),
        ("alt+x", "needs a modifier"),
        ("super+c", "needs a modifier"),
        ("ctrl+b", "tmux"),
        ("ж", "is not on the keyboard"),
    ],
)
def test_keys_that_cannot_be_pressed_are_known(key, why):
    assert why in hindrance(key)


@pytest.mark.parametrize(
    "key", ["ß", "ä", "slash", "greater_than_sign", "number_sign", "ctrl+d", "f2", "shift+left"]
)
def test_keys_that_can_be_pressed_are_known_as_well(key):
    assert hindrance(key) == ""
