"""Days in words, near and far, and what is no day."""

from datetime import date, datetime

import pytest

from tui.model.days import date_words, day_words, moment_words, month_words

ON = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("day", "near", "dated"),
    [
        ("2024-03-14", "today", "14 Mar"),
        ("2024-03-13", "yesterday", "13 Mar"),
        ("2024-03-08", "Fri", "8 Mar"),
        ("2024-03-07", "7 Mar", "7 Mar"),
        ("2024-03-15", "15 Mar", "15 Mar"),
        ("2023-03-14", "14 Mar 2023", "14 Mar 2023"),
        ("2023-03", "2023-03", "2023-03"),
        ("in the spring of 2023", "in the spr", "in the spr"),
        ("", "", ""),
    ],
)
def test_a_day_is_named_as_near_as_it_is_and_dated_where_many_stand_in_a_row(day, near, dated):
    assert day_words(day, ON) == near
    assert date_words(day, ON) == dated


def test_a_moment_is_a_day_as_near_as_it_is_and_a_time(monkeypatch):
    monkeypatch.setattr("tui.model.days.today", lambda: ON)
    moments = [datetime(2024, 3, day, 8, 15).astimezone().isoformat() for day in (14, 13, 7)]
    assert [moment_words(each) for each in moments] == ["today 08:15", "yesterday 08:15", "7 Mar 08:15"]
    assert moment_words("long ago") == "long ago"


def test_a_month_is_named_with_its_year():
    assert month_words("2024-03") == "March 2024"
    assert month_words("") == ""
    assert month_words("2024-13") == "2024-13"
    assert month_words("spring") == "spring"
