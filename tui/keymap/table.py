"""All rows in one table, and the bindings made from it."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType

from tui.keymap import article, correcting, dialogs, lists, program, reader
from tui.keymap.command import CORRECT, LIST, TYPE, Command
from tui.keymap.places import FIRST, PLACES

_GROUPS: Mapping[str, str] = {"correct": CORRECT, "history": CORRECT, "choice": CORRECT, "naming": TYPE}
"""Headings in the help for places of correcting; the others there are lists."""


def _table() -> Iterable[Command]:
    for part in (article, reader, lists, dialogs):
        yield from part.commands()
    for row in correcting.rows():
        yield Command(*row, group=_GROUPS.get(row[-1], LIST), palette=False)
    yield from program.commands()


COMMANDS: tuple[Command, ...] = tuple(_table())
BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def bindings(place: str) -> list[BindingType]:
    """The Textual bindings of one place; their ids allow the app to override them with the user's own keys."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=False,
            tooltip=command.tooltip,
            id=command.id,
            priority=place in FIRST,
        )
        for command in COMMANDS
        if command.place == place
    ]


def commands_in(place: str) -> tuple[Command, ...]:
    """The commands that are active in a place, in the order of the table."""
    return tuple(command for command in COMMANDS if command.place in PLACES[place])
