"""A value of a table as words."""

from typing import Any


def cell(value: Any) -> str:
    """The value as words; several are separated by semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)
