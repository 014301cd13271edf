"""English dates and quantities."""

import pytest

from core.language.figures.dates import find_dates
from core.language.figures.quantities import find_figures
from tests.timing import seconds


def dates(text: str) -> list[str]:
    return [text[start:end] for start, end in find_dates(text, "en")]


def quantities(text: str) -> list[str]:
    return [text[start:end] for start, end in find_figures(text, "en")[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She came on Monday, May 5, 2031.", ["Monday, May 5, 2031"]),
        ("The fair runs from 5 to 7 May.", ["5 to 7 May"]),
        ("It closed on 12th March 2019 at 5:30 p.m. GMT.", ["12th March 2019", "5:30 p.m. GMT"]),
        ("He resigned last week, late on Friday evening.", ["last week", "Friday evening"]),
        ("In 2019 and since the late 1980s.", ["2019", "the late 1980s"]),
        ("Nearly three years ago, in early March, it was closed.", ["Nearly three years ago", "early March"]),
        ("Yesterday morning and the day after tomorrow.", ["Yesterday morning", "the day after tomorrow"]),
        ("Sales fell in the first quarter of 2030.", ["the first quarter of 2030"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize("text", ["They may march again.", "Fall in line!", "It cost $2000.", "He is 44."])
def test_no_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost about $1.5 million.", ["about $1.5 million"]),
        ("A loan of £20bn to €25 billion.", ["£20bn to €25 billion"]),
        ("Some 15,000 people marched 12 miles.", ["Some 15,000 people", "12 miles"]),
        ("About two thirds of voters and 40 per cent of members.", ["About two thirds", "40 per cent"]),
        ("Tens of thousands of fans came.", ["Tens of thousands of fans"]),
        ("In 2019 he left.", []),
    ],
)
def test_quantities(text: str, expected: list[str]) -> None:
    assert quantities(text) == expected


def test_long_texts_take_no_longer_a_word() -> None:
    text = "On 5 May 1 2 3 one two million of the last three years, "
    assert seconds(lambda: find_figures(text * 400, "en")) < 5
