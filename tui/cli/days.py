"""Days, months and years as options of commands."""

from argparse import ArgumentTypeError

from core.library.index.query import is_day
from core.translation import _


def day(typed: str) -> str:
    """What was typed, a day, a month or a year; empty for none. Raises ArgumentTypeError."""
    if typed and not is_day(typed):
        raise ArgumentTypeError(
            _("“{typed}” is no day; write 2026, 2026-03 or 2026-03-01").format(typed=typed)
        )
    return typed
