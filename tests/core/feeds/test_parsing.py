"""Feeds as they come: dates that cannot be, nesting without end, servers that answer nothing."""

import json
from pathlib import Path

import pytest

from core.articles import Article
from core.articles.errors import SourceError
from core.feeds.following import MOST_TROUBLES, fetch_feeds
from core.feeds.parsing import NoFeedError, parse
from core.library import Library
from core.library.feed_store import Feed
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site

__all__ = ["site"]


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>Deichbote</title>{"".join(items)}</channel></rss>'.encode()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sat, 14 Mar 2026 08:00:00 GMT", "2026-03-14"),
        ("Fri, 31 Dec 9999 23:59:59 -1200", ""),
        ("9999-12-31T23:59:59-14:00", ""),
        ("Mon, 01 Jan 0001 00:00:00 +1400", ""),
        ("Xxx, 99 Foo 99999999999 99:99:99", ""),
        ("1e400", ""),
    ],
)
def test_a_day_on_which_nothing_can_have_been_published_is_none(written: str, day: str) -> None:
    entry = f"<item><guid>1</guid><title>Ebbe</title><pubDate>{written}</pubDate></item>"
    assert [each.published for each in parse(rss(entry)).entries] == [day]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-14T08:00:00Z", "2026-03-14"),
        ("9999-12-31", ""),
        ("2026-02-30", ""),
        ("2026-W11-6", "2026-03-14"),
    ],
)
def test_the_same_in_json(written: str, day: str) -> None:
    item = {"id": "1", "title": "Ebbe", "date_published": written}
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode()
    assert [each.published for each in parse(data).entries] == [day]


def test_nesting_without_end_is_no_feed() -> None:
    with pytest.raises(NoFeedError):
        parse(b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000)


def test_a_server_whose_pages_all_fail_is_asked_no_more_than_so_often(tmp_path: Path, site: Site) -> None:
    entries = (
        f"<item><guid>{number}</guid><title>Nr. {number}</title><link>{site.address}/{number}</link></item>"
        for number in range(3 * MOST_TROUBLES)
    )
    feed = Feed(site.put("/feed.xml", rss(*entries), "application/rss+xml"), "Deichbote")
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.follow(feed)
    asked: list[str] = []

    def refused(source: str) -> Article:
        asked.append(source)
        raise SourceError("There is no such page.")

    (done,) = fetch_feeds(library, (feed,), refused)
    assert done.trouble == f"There is no such page. ({MOST_TROUBLES} such articles)"
    assert len(asked) == MOST_TROUBLES
