"""The keys that are active everywhere, or lead out of the reader."""

from collections.abc import Iterable

from tui.keymap.command import MORE, Command


def commands() -> Iterable[Command]:
    """Help, palette, leaving."""
    yield Command(
        "keys",
        "question_mark,f1",
        "app.keys",
        "keys",
        "Show the keys of the place you are in",
        "reader",
        MORE,
    )
    yield Command(
        "palette",
        "colon,ctrl+p",
        "app.command_palette",
        "commands",
        "Find a command by name",
        "reader",
        MORE,
        palette=False,
    )
    yield Command(
        "leave",
        "q",
        "screen.close",
        "leave",
        "Leave the article, back to the library if it came from there",
        "reader",
        MORE,
    )
    yield Command(
        "leave-now",
        "ctrl+q,f12",
        "app.quit",
        "leave",
        "Leave Lesart from wherever you are",
        "anywhere",
        MORE,
        palette=False,
    )
