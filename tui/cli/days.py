"""Days, months and years as options of commands."""

from argparse import ArgumentTypeError

from core.library.index.days import day_of
from core.translation import _


def day(typed: str) -> str:
    """What was typed, a day, a month or a year, as ISO 8601; empty for none. Raises ArgumentTypeError."""
    if typed and not (found := day_of(typed)):
        raise ArgumentTypeError(
            _("“{typed}” is no day; write 2026, 2026-03, 2026-03-01 or 7d").format(typed=typed)
        )
    return found if typed else ""
