"""What stands beside the list of articles."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from core.articles import Publication
from core.library import Library
from tests.tui.sample import ARTICLE
from tui.text import cells
from tui.widgets.article_entry import BESIDE, ArticleEntry, preview


def test_no_line_of_the_preview_begins_with_what_parts_its_facts(tmp_path):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(ARTICLE)
    record = library.records(library.article_numbers())[0]
    for length in range(1, 40):
        lines = preview(replace(record, outlet="h" * length, published="2026-03-14")).plain.splitlines()
        about = lines[1 : lines.index("")]
        assert " · ".join(about) == f"{'h' * length} · 2026-03-14 · 1 min · new"
        assert all(cells(each) <= BESIDE for each in about)


def test_the_preview_names_who_wrote_it(tmp_path):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(replace(ARTICLE, publication=Publication(authors=("Svenja Harms", "Jo Voss"))))
    record = library.records(library.article_numbers())[0]
    assert "Svenja Harms, Jo Voss" in preview(record).plain


def test_a_part_of_an_article_is_told_from_a_whole_one(tmp_path):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(replace(ARTICLE, publication=Publication(partial=True)))
    record = library.records(library.article_numbers())[0]
    today = date(2026, 3, 14)
    row = "\n".join(line.plain for line in ArticleEntry(record, today).lines(80))
    assert "1 min · in part" in row
    assert "in part" in preview(record).plain
    whole = replace(record, partial=False)
    assert "in part" not in preview(whole).plain + ArticleEntry(whole, today).lines(80)[1].plain


def test_an_article_without_a_date_does_not_look_as_if_it_were_of_the_day_it_was_added(tmp_path):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(ARTICLE)
    record = library.records(library.article_numbers())[0]
    undated = replace(record, published="", first_opened="2026-03-14T08:00:00.000+00:00")
    dated = replace(undated, published="2026-03-14")
    today = date(2026, 3, 14)
    ends = [ArticleEntry(each, today).lines(80)[0].plain.rstrip() for each in (undated, dated)]
    assert [end.endswith("added today") for end in ends] == [True, False]
    assert "undated" in preview(undated).plain
    assert "undated" not in preview(dated).plain


@pytest.fixture
def berlin(monkeypatch) -> Iterator[None]:
    """A clock an hour before that of the feeds."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("day", "moment", "clock", "ends"),
    [
        ("2026-12-01", "2026-12-01T08:12:00+00:00", "09:12", ("09:12", "09:12", "09:12")),
        ("2026-12-01", "", "", ("today", "today", "today")),
        ("2026-11-30", "2026-11-30T20:40:00+00:00", "21:40", ("yesterday", "21:40", "yesterday 21:40")),
        ("2026-11-30", "", "", ("yesterday", "yesterday", "yesterday")),
        ("2026-11-29", "2026-11-29T08:12:00+00:00", "09:12", ("Sun", "Sun", "Sun")),
        ("2026-11-30", "2026-11-30T23:40:00+00:00", "", ("yesterday", "yesterday", "yesterday")),
        ("2026-12-01", "2026-11-30T23:40:00+00:00", "00:40", ("00:40", "00:40", "00:40")),
    ],
)
def test_an_article_of_today_or_yesterday_has_its_time(tmp_path, berlin, day, moment, clock, ends):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(replace(ARTICLE, publication=Publication(published=day, moment=moment)))
    record = library.records(library.article_numbers())[0]
    today = date(2026, 12, 1)
    for (width, by_day), end in zip(((76, False), (76, True), (120, False)), ends, strict=True):
        row = ArticleEntry(record, today, by_day=by_day).lines(width)[0].plain
        assert cells(row) == width
        assert row.endswith(f" {end}")
    about = preview(record).plain.splitlines()[1]
    assert about.split(" · ")[1] == f"{day} {clock}".strip()
