"""When somebody spoke: statements per day, counted in equal periods, and drawn as a row of blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.translation import N_

BLOCKS = " ▁▂▃▄▅▆▇█"
"""From nothing to the most, in eighths; the least that there is has a block."""
_LEVELS = len(BLOCKS) - 1


class Period(StrEnum):
    """What one block stands for."""

    DAY = N_("day")
    WEEK = N_("week")
    MONTH = N_("month")
    QUARTER = N_("quarter")
    YEAR = N_("year")


@dataclass(frozen=True, slots=True)
class Plot:
    """Rows of blocks on one scale, from zero to the most in any row."""

    period: Period
    first: str
    """The first day, as ISO 8601; empty if nothing is plotted."""
    last: str
    most: int
    """Statements that a full block stands for."""
    rows: tuple[tuple[int, ...], ...]
    """The number of statements in each period, row by row."""

    def blocks(self, row: int) -> str:
        """A row, one character a period."""
        return "".join(
            BLOCKS[-(-number * _LEVELS // self.most) if number else 0] for number in self.rows[row]
        )


def plotted(rows: Sequence[Iterable[tuple[str, int]]], width: int) -> Plot:
    """A plot of some rows of days and numbers, in the shortest periods of which `width` are enough.

    Days that are none, and months or years alone, are left out of it.
    """
    known = [_known(row) for row in rows]
    days = [day for row in known for day in row]
    if not days:
        return Plot(Period.MONTH, "", "", 0, tuple(() for _ in rows))
    first, last = min(days), max(days)
    fitting = [each for each in Period if _place(last, each) - _place(first, each) < max(1, width)]
    period = next(iter(fitting), Period.YEAR)
    start = _place(first, period)
    length = min(max(1, width), _place(last, period) - start + 1)
    start = _place(last, period) - length + 1
    counted: list[tuple[int, ...]] = []
    for row in known:
        numbers = [0] * length
        for day, number in row.items():
            if _place(day, period) >= start:
                numbers[_place(day, period) - start] += number
        counted.append(tuple(numbers))
    most = max((number for row in counted for number in row), default=0)
    return Plot(period, first.isoformat(), last.isoformat(), most, tuple(counted))


def _known(row: Iterable[tuple[str, int]]) -> Mapping[date, int]:
    found: dict[date, int] = {}
    for words, number in row:
        try:
            day = date.fromisoformat(words[:10])
        except ValueError:
            continue
        if number:
            found[day] = found.get(day, 0) + number
    return found


def _place(day: date, period: Period) -> int:
    """The number of the period that a day is in; the next one has the next number."""
    match period:
        case Period.DAY:
            return day.toordinal()
        case Period.WEEK:
            return (day - timedelta(days=day.weekday())).toordinal() // 7
        case Period.MONTH:
            return day.year * 12 + day.month - 1
        case Period.QUARTER:
            return day.year * 4 + (day.month - 1) // 3
        case Period.YEAR:
            return day.year
