"""Days, months and years as they are typed: 2026-03-01, 2026-03, 1.3.2026, 7d, yesterday."""

import re
from datetime import date, timedelta

from core.text.tables import paired

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DOTTED = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")
_AGO = re.compile(r"(\d{1,4})([a-z])", re.IGNORECASE)


def day_of(typed: str, today: date | None = None) -> str:
    """A day of the calendar, a month or a year, as ISO 8601; empty for what is none."""
    words = typed.strip().casefold()
    try:
        if _ISO.fullmatch(words):
            return words if date.fromisoformat(f"{words}-01-01"[:10]) else ""
        if dotted := _DOTTED.fullmatch(words):
            day, month, year = dotted.groups()
            found = date(int(year), int(month), int(day or 1)).isoformat()
            return found if day else found[:7]
        before = _days_before(words)
        return ((today or date.today()) - timedelta(before)).isoformat() if before is not None else ""
    except (ValueError, OverflowError):
        return ""


def _days_before(words: str) -> int | None:
    """How many days before today is meant; None if nothing like that is."""
    if (ago := _AGO.fullmatch(words)) and (days := dict(paired("days_of_unit")).get(ago[2])):
        return int(ago[1]) * int(days)
    before = dict(paired("relative_day")).get(words)
    return int(before) if before is not None else None
