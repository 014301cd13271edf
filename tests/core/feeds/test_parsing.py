"""Feeds as they come: dates that cannot be, nesting without end, servers that answer nothing."""

import json
from pathlib import Path

import pytest

from core.articles import Article
from core.articles.errors import SourceError
from core.feeds.fetching import fetch_feeds
from core.feeds.parsing import NoFeedError, parse
from core.feeds.taking_in import MOST_TROUBLES
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


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<![CDATA[Krach &#8211; &amp; mehr]]>", "Krach – & mehr"),
        ("Ebbe &amp;amp; Flut", "Ebbe & Flut"),
        ("Wenn 3 &lt; 5 und 7 &gt; 4", "Wenn 3 < 5 und 7 > 4"),
        ("<![CDATA[Der <em>Deich</em>, der hält]]>", "Der Deich, der hält"),
        ("<![CDATA[Oben<br/>Unten]]>", "Oben Unten"),
        ("Ein Buch namens &lt;Watt&gt;", "Ein Buch namens <Watt>"),
        ("R&amp;D &amp; Co", "R&D & Co"),
    ],
)
def test_titles_are_what_a_reader_would_see(written: str, title: str) -> None:
    feed = f"<rss version='2.0'><channel><title>{written}</title><item><title>{written}</title></item></channel></rss>"
    found = parse(feed.encode())
    assert (found.title, found.entries[0].title) == (title, title)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sat, 28 Nov 2026 00:30:00 +0100", "2026-11-28"),
        ("Fri, 27 Nov 2026 22:30:00 -0500", "2026-11-27"),
        ("2026-11-28T00:30:00+02:00", "2026-11-28"),
        ("Sat, 28 Nov 2026 00:30 CET", "2026-11-28"),
    ],
)
def test_the_day_is_the_one_that_the_feed_writes(written: str, day: str) -> None:
    entry = f"<item><guid>1</guid><title>Ebbe</title><pubDate>{written}</pubDate></item>"
    assert [each.published for each in parse(rss(entry)).entries] == [day]


def test_of_a_feed_that_is_cut_off_whole_entries_are_taken() -> None:
    whole = rss(*(f"<item><guid>{number}</guid><title>Nr. {number}</title></item>" for number in range(3)))
    assert not parse(whole).is_cut
    cut = parse(whole[: whole.index(b"Nr. 2") + 2])
    assert cut.is_cut
    assert [entry.title for entry in cut.entries] == ["Nr. 0", "Nr. 1"]
    assert parse(b"<rss><channel><title>Kaputt</title><item><title>Halb").is_cut


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


CONTENT = "<p>" + " ".join(f"Boot {number} lag am Siel fest." for number in range(30)) + "</p>"


@pytest.mark.parametrize(
    ("summary", "standfirst"),
    [
        ("<p>Am Siel ruht der Verkehr, und keiner weiß, wie lange.</p>", True),
        ("Boot 0 lag am Siel fest. Boot 1 lag am Siel fest.", False),
        ("Am Siel ruht der Verkehr, und keiner weiß, wie lange. Weiterlesen …", False),
        ("Von Imke Brodersen", False),
        ("", False),
    ],
)
def test_a_standfirst_beside_the_text_is_part_of_it(summary: str, standfirst: bool) -> None:
    content = f"<content:encoded><![CDATA[{CONTENT}]]></content:encoded>"
    item = f"<item><title>Am Siel</title><description><![CDATA[{summary}]]></description>{content}</item>"
    (entry,) = parse(rss(item)).entries
    assert (entry.html != CONTENT, entry.html.endswith(CONTENT)) == (standfirst, True)
    assert ("ruht der Verkehr" in entry.html) == standfirst
