"""Days in words, as near as they are."""

from datetime import date, datetime

from core.annotations.annotation import now

_NEAR = 6
"""Days back for which the name of the day says it all."""


def local_day(moment: str) -> date | None:
    """The day of a moment in the reader's own time zone; of a mere day that day. None for what is neither."""
    try:
        if len(moment) <= 10:
            return date.fromisoformat(moment)
        return datetime.fromisoformat(moment).astimezone().date()
    except ValueError:
        return None


def today() -> date:
    """The day it is for the reader."""
    return local_day(now()) or date.min


def day_words(moment: str, on: date) -> str:
    """ "today", "yesterday", "Wed", "14 Mar", "14 Mar 2024"; what is no day stays as it is, cut to ten characters."""
    day = local_day(moment)
    if day is None:
        return moment[:10]
    ago = (on - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    if 0 < ago <= _NEAR:
        return f"{day:%a}"
    return f"{day.day} {day:%b}" if day.year == on.year else f"{day.day} {day:%b} {day.year}"


def long_day_words(moment: str, on: date) -> str:
    """The same as a heading: "Today", "Wednesday 26 November"."""
    day = local_day(moment)
    if day is None:
        return "Undated"
    ago = (on - day).days
    if ago in (0, 1):
        return ("Today", "Yesterday")[ago]
    year = "" if day.year == on.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"
