"""The messages in the table of keys, for Babel: its rows are too many and too regular to mark each of them."""

from collections.abc import Iterator
from typing import Any

from tui.keymap.table import COMMANDS

Message = tuple[int, str, tuple[str, ...] | str, list[str]]
"""Line, function, its arguments, comments."""


def extract(file: object, keywords: object, comment_tags: object, options: Any) -> Iterator[Message]:  # noqa: ARG001
    """What Babel would find if every label and tooltip were an argument of `pgettext` or `_`."""
    for command in COMMANDS:
        yield 1, "pgettext", ("key", command.label), []
        yield 1, "_", command.tooltip, []
