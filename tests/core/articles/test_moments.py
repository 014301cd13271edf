"""Moments from feeds and pages: kept where there is more than a day, and only with the day they are of."""

from dataclasses import replace

import pytest

from core.articles import Publication
from core.articles.moments import kept_moment, moment_in
from core.articles.serialise import article_from_dict, article_to_dict
from core.articles.texts import plain_article
from core.articles.web.page import page_article
from core.feeds.parsing import parse
from tests.core.articles.web.pages import page
from tests.core.feeds.test_parsing import rss


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Tue, 01 Dec 2026 08:12:30 GMT", "2026-12-01T08:12:30+00:00"),
        ("Tue, 1 Dec 2026 00:30 +0100", "2026-11-30T23:30:00+00:00"),
        ("2026-12-01T09:12:00.250+01:00", "2026-12-01T08:12:00+00:00"),
        ("2026-12-01T08:12:00Z", "2026-12-01T08:12:00+00:00"),
        ("2026-12-01", ""),
        ("2026-12-01T09:12:00", ""),
        ("Tue, 01 Dec 2026 00:00:00 GMT", ""),
        ("2026-12-01T00:00:00+01:00", ""),
        ("Tue, 01 Dec 2026", ""),
        ("0001-01-01T00:00:01+14:00", ""),
        ("heute um zehn", ""),
        ("", ""),
    ],
)
def test_a_moment_is_more_than_a_day_and_of_a_zone(written: str, moment: str) -> None:
    assert moment_in(written) == moment


@pytest.mark.parametrize(
    "kept", ["2026-13-01T08:12:30+00:00", "2026-12-01", "x", "2026-12-01T08:12:30+01:00"]
)
def test_what_another_program_wrote_for_a_moment_is_left_out(kept: str) -> None:
    assert kept_moment(kept) == ""
    assert kept_moment("2026-12-01T08:12:30+00:00") == "2026-12-01T08:12:30+00:00"


def test_an_entry_of_a_feed_has_its_moment() -> None:
    day = "<pubDate>{}</pubDate>"
    entries = [
        f"<item><guid>{number}</guid><title>Ebbe</title>{day.format(written)}</item>"
        for number, written in enumerate(
            ("Tue, 01 Dec 2026 00:30:00 +0100", "Tue, 01 Dec 2026 00:00:00 GMT", "2026-12-01", "neulich")
        )
    ]
    found = [(entry.published, entry.moment) for entry in parse(rss(*entries)).entries]
    assert found == [
        ("2026-12-01", "2026-11-30T23:30:00+00:00"),
        ("2026-12-01", ""),
        ("2026-12-01", ""),
        ("", ""),
    ]
    item = b'{"id": "1", "title": "Flut", "date_published": "2026-12-01T08:12:00Z"}'
    (entry,) = parse(b'{"version": "https://jsonfeed.org/version/1", "items": [%s]}' % item).entries
    assert (entry.published, entry.moment) == ("2026-12-01", "2026-12-01T08:12:00+00:00")


def test_a_page_says_its_moment() -> None:
    head = '<meta property="article:published_time" content="2026-12-01T09:12:00+01:00">'
    about = page_article(page("", head).encode(), "a.html").publication
    assert about is not None
    assert (about.published, about.moment) == ("2026-12-01", "2026-12-01T08:12:00+00:00")
    other = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-11-30"}</script>'
    )
    about = page_article(page("", head + other).encode(), "a.html").publication
    assert about is not None
    assert (about.published, about.moment) == ("2026-11-30", ""), "that of another day is not the one"


@pytest.mark.parametrize(
    ("own", "moment"),
    [
        (Publication(), "2026-12-01T08:12:00+00:00"),
        (Publication(published="2026-12-01"), "2026-12-01T08:12:00+00:00"),
        (Publication(published="2026-11-30"), ""),
        (
            Publication(published="2026-12-01", moment="2026-12-01T07:00:00+00:00"),
            "2026-12-01T07:00:00+00:00",
        ),
    ],
)
def test_what_a_feed_says_of_the_moment_goes_with_the_day_it_says(own: Publication, moment: str) -> None:
    told = Publication(published="2026-12-01", moment="2026-12-01T08:12:00+00:00")
    assert own.completed(told).moment == moment


def test_a_moment_is_kept_with_its_article() -> None:
    about = Publication(published="2026-12-01", moment="2026-12-01T08:12:00+00:00")
    article = replace(plain_article("Ebbe\n\nDas Wasser ging.\n", "ebbe.txt"), publication=about)
    assert article_from_dict(article_to_dict(article)).publication == about
