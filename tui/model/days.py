"""Days in words, as near as they are."""

from datetime import date, datetime

from core.translation import N_, _

_NEAR = 6
"""Days back for which the name of the day says it all."""


WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
WEEKDAYS_SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
MONTHS_SHORT = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


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
    return datetime.now().astimezone().date()


def day_words(moment: str, on: date) -> str:
    """ "today", "yesterday", "Wed", "14 Mar", "14 Mar 2024"; what is no day stays as it is, cut to ten characters."""
    day = local_day(moment)
    if day is None:
        return moment[:10]
    ago = (on - day).days
    if ago in (0, 1):
        return (_("today"), _("yesterday"))[ago]
    if 0 < ago <= _NEAR:
        return _(WEEKDAYS_SHORT[day.weekday()])
    return date_words(moment, on)


def clock_words(moment: str, day: str) -> str:
    """The time of a moment on the reader's clock: "09:12"; empty where it is another day than `day` there, or none."""
    found = local_day(moment) if len(moment) > len(day) else None
    if found is None or found.isoformat() != day:
        return ""
    return datetime.fromisoformat(moment).astimezone().strftime("%H:%M")


def exact_words(day: str, moment: str) -> str:
    """A day as ISO 8601 and the time on it, where that is known: "2026-12-01 09:12"."""
    return f"{day} {clock_words(moment, day)}".rstrip()


def date_words(moment: str, on: date) -> str:
    """ "14 Mar", or "14 Mar 2024" if it is another year; what is no day stays as it is, cut to ten characters."""
    day = local_day(moment)
    if day is None:
        return moment[:10]
    words = _("{day} {month}") if day.year == on.year else _("{day} {month} {year}")
    return words.format(day=day.day, month=_(MONTHS_SHORT[day.month - 1]), year=day.year)


def month_words(month: str) -> str:
    """ "March 2024" of a month as ISO 8601 has it; what is none stays as it is."""
    try:
        day = date.fromisoformat(f"{month}-01")
    except ValueError:
        return month
    return _("{month} {year}").format(month=_(MONTHS[day.month - 1]), year=day.year)


def long_day_words(moment: str, on: date) -> str:
    """The same as a heading: "Today", "Wednesday 26 November"."""
    day = local_day(moment)
    if day is None:
        return _("Undated")
    ago = (on - day).days
    if ago in (0, 1):
        return (_("Today"), _("Yesterday"))[ago]
    is_this_year = day.year == on.year
    words = _("{weekday} {day} {month}") if is_this_year else _("{weekday} {day} {month} {year}")
    weekday, month = _(WEEKDAYS[day.weekday()]), _(MONTHS[day.month - 1])
    return words.format(weekday=weekday, day=day.day, month=month, year=day.year)


def moment_words(moment: str) -> str:
    """Day and time in the reader's own time zone: "today 08:15", "14 Mar 08:15"; what is no moment stays as it is."""
    try:
        time = datetime.fromisoformat(moment).astimezone().strftime("%H:%M")
    except ValueError:
        return moment[:16].replace("T", " ")
    return f"{day_words(moment, today())} {time}"
