"""`lesart keys`: every command with its keys, including the user's own."""

import json
from collections.abc import Sequence
from itertools import groupby

from core.locations import locations
from core.translation import N_, _
from tui.cli.output import complain, parser
from tui.config.keyfile import KEY_FILE, read_keys
from tui.keymap import COMMANDS, PLACE_NAMES, Command, Keys, keys_of, shown_keys

EPILOG = N_(
    """\
To change a key, write its command's name and the new key into {path}, a line each:

  next-quote = "f8"
  search = ["slash", "f3"]

Faults in that file are named on standard error, and the exit status is 1; the usual keys hold then."""
)


def keys(words: Sequence[str]) -> int:
    """Print the table of keys."""
    path = locations().config / KEY_FILE
    options = parser("lesart keys", _("Print every command with its keys."), _(EPILOG).format(path=path))
    options.add_argument(
        "--format", choices=("plain", "json"), default="plain", help=_("plain (default) for people, or json")
    )
    chosen = options.parse_args(words)
    own, complaints = read_keys(path)
    status = 0
    for sentence in complaints:
        status = complain(sentence)

    def as_object(command: Command, own: Keys) -> dict[str, object]:
        return {
            "id": command.id,
            "keys": list(keys_of(command.id, own)),
            "does": command.tooltip,
            "place": command.place,
            "group": command.group,
            "own": command.id in own,
        }

    if chosen.format == "json":
        print(json.dumps([as_object(command, own) for command in COMMANDS], ensure_ascii=False, indent=2))
        return status
    wide = max(len(command.id) for command in COMMANDS)
    rank = {place: number for number, place in enumerate(PLACE_NAMES)}
    ordered = sorted(COMMANDS, key=lambda command: rank[command.place])
    for place, commands in groupby(ordered, key=lambda command: PLACE_NAMES[command.place]):
        print(_("In {place}").format(place=_(place)))
        for command in commands:
            mark = "*" if command.id in own else " "
            print(f" {mark}{shown_keys(command.id, own):18} {command.id:{wide}}  {_(command.tooltip)}")
        print()
    if own:
        print(_("* your own choice"))
    return status
