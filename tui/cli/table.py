"""A table on standard output."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tui.text import drawable


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings, numbers flush right, no wider than the terminal if there is one."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDE)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        values = [row[number] for row in rows]
        short = max(map(len, values), default=0) <= _SHORT
        right = bool(values) and all(map(_is_number, values))
        table.add_column(column, justify="right" if right else "left", overflow="fold", no_wrap=short)
    for row in rows:
        table.add_row(*(Text(drawable(value)) for value in row))
    console.print(table)


_WIDE = 240
_SHORT = 12
"""Columns; values up to this length stay on one line."""


def _is_number(words: str) -> bool:
    return not words or words.replace(".", "", 1).isdigit()
