"""The user's own keys: a TOML file that assigns keys to commands, checked before it is used.

Textual silently accepts a key map with unknown names or with two commands on one key, one of which then does not work.
Therefore every line is checked here, and each error is reported in a sentence.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from textual.keys import Keys as KeyNames

from core.system_errors import fault
from core.translation import _
from tui.config.settings import SETTINGS_FILE
from tui.keymap import COMMANDS, PLACES, Command, Keys, shown

KEY_FILE = "keys.toml"
"""Name of the file in the configuration folder."""

MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
MISNAMED: Mapping[str, str] = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "spacebar": "space",
    "bs": "backspace",
}
ALIKE: Mapping[str, str] = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that most terminals send as another key."""


@cache
def _known() -> frozenset[str]:
    """The names of keys that Textual knows."""
    return frozenset(key.value for key in KeyNames) | {"space", "enter", "tab", "backspace"}


def read_keys(path: Path) -> tuple[Keys, tuple[str, ...]]:
    """The user's own keys, and one sentence per error in the file. A missing file is not an error."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError) as error:
        return {}, (_unread(path, error),)
    import tomllib  # imported here because most users have no such file

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also of a number without end, or of tables without end
        return {}, (_unread(path, error),)
    return check_keys(_flat(table))


def _unread(path: Path, error: Exception) -> str:
    return _("The key file {path} could not be read ({error}); the usual keys hold.").format(
        path=path, error=fault(error)
    )


def _flat(table: Mapping[str, object], before: str = "") -> dict[str, object]:
    """The table with dotted names joined again, which TOML parses as nested tables."""
    flat: dict[str, object] = {}
    for name, value in table.items():
        flat |= _flat(value, f"{before}{name}.") if isinstance(value, dict) else {f"{before}{name}": value}
    return flat


def check_keys(table: Mapping[str, object]) -> tuple[Keys, tuple[str, ...]]:
    """The valid part of `table` (command id to keys), and one sentence for each invalid entry."""
    complaints: list[str] = []
    own: dict[str, str] = {}
    ids = {command.id for command in COMMANDS}
    for id, value in table.items():
        keys = _as_keys(value)
        if id not in ids:
            complaints.append(
                _("There is no command “{id}”{perhaps}.").format(id=id, perhaps=_perhaps(id, ids))
            )
        elif not keys:
            complaints.append(
                _("“{id}” needs a key, or several in a list, each in quotation marks.").format(id=id)
            )
        elif wrong := [sentence for key in keys if (sentence := _fault(key))]:
            complaints.extend(_("“{id}”: {fault}").format(id=id, fault=sentence) for sentence in wrong)
        else:
            own[id] = ",".join(_named(key) for key in keys)
    while meeting := list(clashes(COMMANDS, own)):
        for one, other, key in meeting:
            complaints.append(
                _("{key} cannot be both “{one}” and “{other}”; the usual keys hold for them.").format(
                    key=shown(key), one=one, other=other
                )
            )
        for id in {id for one, other, _key in meeting for id in (one, other)}:
            own.pop(id, None)
    return own, tuple(complaints)


def faults_told(sentences: Sequence[str]) -> Sequence[str]:
    """The faults of the files of keys and settings; of more than two how many, for messages would cover the text."""
    if len(sentences) <= 2:
        return sentences
    words = _("{number} faults in {keys} and {settings}: “lesart doctor” names them.")
    return (words.format(number=len(sentences), keys=KEY_FILE, settings=SETTINGS_FILE),)


def _as_keys(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip()) or (
            (",",) if value == "," else ()
        )
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(part.strip() for part in value if part.strip())
    return ()


def _named(key: str) -> str:
    *modifiers, base = key.split("+") if len(key) > 1 else (key,)
    if len(base) == 1 and not base.isalnum():
        base = unicodedata.name(base, base).lower().replace("-", "_").replace(" ", "_")
        base = {
            "solidus": "slash",
            "low_line": "underscore",
            "hyphen_minus": "minus",
            "plus_sign": "plus",
        }.get(base, base)
    return "+".join((*modifiers, base))


def _fault(key: str) -> str | None:
    *modifiers, base = key.split("+") if len(key) > 1 else (key,)
    if unknown := [modifier for modifier in modifiers if modifier not in MODIFIERS]:
        return _("“{name}” is no modifier; use ctrl, shift or alt.").format(name=unknown[0])
    if base in MISNAMED:
        return _("the key “{key}” is called “{name}” here.").format(key=base, name=MISNAMED[base])
    if _named(key) in ALIKE:
        return _("“{key}” arrives as “{other}” in most terminals.").format(key=key, other=ALIKE[_named(key)])
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        return _("“{key}” never arrives; write “{other}”.").format(key=key, other=base.upper())
    if not key.isprintable():
        return _("there is no key “{key}”{perhaps}.").format(key=repr(key)[1:-1], perhaps="")
    if len(base) == 1 and not base.isspace():
        return None
    if base in _known() or _is_unicode_name(base):
        return None
    return _("there is no key “{key}”{perhaps}.").format(key=key, perhaps=_perhaps(base, _known()))


def _is_unicode_name(name: str) -> bool:
    try:
        unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return name in {"slash", "underscore", "minus", "plus", "circumflex_accent"}
    return True


def _perhaps(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return _(" (perhaps “{name}”?)").format(name=near[0]) if near else ""


def clashes(commands: Iterable[Command], own: Keys) -> Iterable[tuple[str, str, str]]:
    """Commands active in the same place that would share a key because of the user's keys, as (id, id, key)."""
    table = list(commands)
    keys = {
        command.id: tuple(own[command.id].split(",") if command.id in own else map(_named, command.key_list))
        for command in table
    }
    holders: dict[str, list[tuple[int, Command]]] = defaultdict(list)
    for index, command in enumerate(table):
        for key in keys[command.id]:
            holders[key].append((index, command))
    for index, one in enumerate(table):
        for key in keys[one.id]:
            for other_index, other in holders[key]:
                if other_index > index and (one.id in own or other.id in own) and _meet(one, other):
                    yield one.id, other.id, key


def _meet(one: Command, other: Command) -> bool:
    """Whether both are active in some place."""
    return any(one.place in chain and other.place in chain for chain in PLACES.values())
