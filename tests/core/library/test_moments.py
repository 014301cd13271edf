"""Lists are sorted by day and, within one, by the time of day; what has none comes after what has one."""

from dataclasses import replace

from core.articles import Publication
from core.library import Library
from core.library.index.query import Choice, Order, parse
from tests.core.library.conftest import make_article

MOMENTS = {
    "früh": ("2026-12-01", "2026-11-30T23:30:00+00:00"),
    "mittags": ("2026-12-01", "2026-12-01T11:00:00+00:00"),
    "irgendwann": ("2026-12-01", ""),
    "davor": ("2026-11-30", "2026-11-30T22:59:00+00:00"),
    "morgens": ("2026-12-01", "2026-12-01T06:00:00+00:00"),
}


def test_articles_of_one_day_are_sorted_by_their_time(library: Library) -> None:
    for name, (day, moment) in MOMENTS.items():
        about = Publication(published=day, moment=moment)
        library.add(replace(make_article(f"Es war {name} am {name[::-1]}\n"), publication=about))
    right = ["mittags", "morgens", "früh", "irgendwann", "davor"]

    def names(numbers: list[int]) -> list[str]:
        return [record.title.split()[2] for record in library.records(numbers)]

    assert names(library.article_numbers()) == right
    assert names(library.article_numbers(Choice(order=Order.SOURCE))) == right
    assert names([number for number, _day in library.article_groups(Choice())]) == right
    assert names(library.article_numbers(parse("since:2026-12-01 until:2026-12-01").choice)) == right[:-1]
    walked, record = list[str](), library.next_unread()
    while record is not None and record.title.split()[2] not in walked:
        walked.append(record.title.split()[2])
        record = library.next_unread(record.key)
    assert walked == right
    assert {record.moment for record in library.articles()} == {moment for _, moment in MOMENTS.values()}
