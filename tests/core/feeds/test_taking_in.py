"""Entries whose pages cannot be read: kept as far as the feed has them, tried again, and given up in the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.annotations import Annotation
from core.articles import Article
from core.articles.errors import SourceError
from core.articles.texts import plain_article
from core.feeds.fetching import Fetching, fetch_feeds
from core.feeds.reading import articles_in_feed
from core.feeds.taking_in import TRIES
from core.feeds.troubles import one_by_one, trouble_of
from core.library import Library
from core.library.feed_store import Feed
from core.translation import _, use_language
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site
from tests.core.feeds.test_parsing import rss

__all__ = ["site"]

TEASER = "Am Anleger blieb es gestern still, denn kein Kutter lief aus."
WHOLE = "Am Siel.\n\nDrei Boote lagen fest. Der Wirt schloss früh, und die Gäste gingen heim.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


@pytest.fixture
def english() -> Iterator[None]:
    yield
    use_language("en")


def entry(number: int, text: str = TEASER) -> str:
    return (
        f"<item><guid>{number}</guid><title>Still am Kai {number}</title><description>{text}</description>"
        f"<link>http://127.0.0.1:9/{number}</link></item>"
    )


def follow(library: Library, site: Site, *entries: str) -> None:
    library.follow(Feed(site.put("/feed.xml", rss(*entries), "application/rss+xml"), "Deichbote"))


def refused(source: str) -> Article:
    raise SourceError(f"There is no page at {source}.")


def read(source: str) -> Article:
    return plain_article(WHOLE, source)


def fetched(library: Library, how=refused) -> Fetching:
    (done,) = fetch_feeds(library, library.feeds(), how)
    return done


def test_what_the_feed_has_is_kept_and_marked_as_a_part(library: Library, site: Site) -> None:
    follow(library, site, entry(1), entry(2, ""))
    done = fetched(library)
    assert (done.new, done.parts, len(done.failed)) == (2, 2, 2)
    record, _headline = library.articles()
    assert (record.title, record.partial, record.outlet) == ("Still am Kai 1", True, "Deichbote")
    article = library.load_article(record.key)
    assert article is not None
    assert TEASER in article.text
    assert done.trouble.startswith(
        "2 articles could not be read, the first of them because: There is no page"
    )
    assert [words.partition(":")[0] for words in one_by_one(done.failed)] == [
        "“Still am Kai 2”",
        "“Still am Kai 1”",
    ]


def test_a_page_that_always_fails_is_given_up(library: Library, site: Site) -> None:
    follow(library, site, entry(1))
    asked = []

    def refused_again(source: str) -> Article:
        asked.append(source)
        return refused(source)

    told = [fetched(library, refused_again).trouble for _time in range(TRIES + 2)]
    assert len(asked) == TRIES
    assert all(told[:TRIES])
    assert told[TRIES - 1].endswith(f"It has failed {TRIES} times and is tried no more.")
    assert told[TRIES:] == ["", ""]
    assert [record.title for record in library.articles()] == ["Still am Kai 1"]


@pytest.mark.parametrize("noted", [False, True])
def test_a_page_that_can_be_read_later_takes_the_place_of_its_part(library, site: Site, noted: bool) -> None:
    follow(library, site, entry(1))
    fetched(library)
    (part,) = library.articles()
    if noted:
        library.save(library.load_article(part.key), Annotation.new(None, (), "prüfen"))
    done = fetched(library, read)
    assert (done.trouble, done.feed.failed) == ("", ())
    titles = {record.title: record.partial for record in library.articles()}
    assert titles == ({"Am Siel.": False, "Still am Kai 1": True} if noted else {"Am Siel.": False})


def test_a_part_that_was_removed_stays_away(library: Library, site: Site) -> None:
    follow(library, site, entry(1))
    fetched(library)
    library.remove(library.articles()[0].key)
    assert fetched(library, read).trouble == ""
    assert library.articles() == ()


def test_a_feed_that_is_cut_off_is_in_trouble(library: Library, site: Site) -> None:
    follow(library, site, entry(1))
    whole = rss(entry(1), entry(2))
    site.put("/feed.xml", whole[: whole.index(b"Kai 2")], "application/rss+xml", ETag='"x"')
    done = fetched(library, read)
    assert done.new == 1
    assert done.trouble.startswith("The feed is cut off")
    assert "is cut off" in trouble_of(library.feeds()[0])
    assert library.feeds()[0].etag == ""


def test_what_is_no_feed_any_more_is_told_once_with_its_address(library: Library, site: Site) -> None:
    follow(library, site)
    site.put("/feed.xml", b"<html><p>Umgezogen</p></html>", "text/html")
    done = fetched(library)
    assert done.trouble == f"Cannot read the feed at {done.feed.address}: it is no feed."
    assert trouble_of(library.feeds()[0]) == done.trouble


def test_trouble_is_told_in_the_language_of_the_reader(library: Library, site: Site, english) -> None:
    follow(library, site, entry(1))
    use_language("de")
    fetched(library)
    use_language("en")
    assert (
        trouble_of(library.feeds()[0]) == "Something could not be fetched; fetch the feed again to see what."
    )
    fetched(library)
    assert trouble_of(library.feeds()[0]).startswith("There is no page at")


@pytest.mark.parametrize(("kept", "shown"), [("en", "de"), ("de", "en")])
def test_trouble_kept_in_another_language_is_told_again(
    library: Library, site: Site, english: None, kept: str, shown: str
) -> None:
    follow(library, site, entry(1))

    def failing(source: str) -> Article:
        why = _("There is no page at {address} ({status}); check the address.")
        raise SourceError(why.format(address=source, status=404))

    use_language(shown)
    wanted = trouble_of(fetched(library, failing).feed)
    use_language(kept)
    told = trouble_of(fetched(library, failing).feed)
    use_language(shown)
    assert trouble_of(library.feeds()[0]) == wanted != told


def test_of_a_feed_that_is_not_followed_parts_are_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.feeds.reading.read_article", refused)
    articles, trouble = articles_in_feed(rss(entry(1)), "feed.xml")
    assert [article.publication and article.publication.partial for article in articles] == [True]
    assert trouble.startswith("1 of 1 articles")


LONG = " ".join(f"Satz {number} steht in der Meldung vom Deich." for number in range(30))


def dated(text: str, hour: int, number: int = 1) -> str:
    day = f"<pubDate>Tue, 01 Dec 2026 {hour:02}:00:00 GMT</pubDate>"
    return entry(number, text).replace("</item>", f"{day}</item>")


def corrected(library: Library, site: Site, *entries: str, how=refused) -> Fetching:
    site.put("/feed.xml", rss(*entries), "application/rss+xml")
    return fetched(library, how)


def test_an_entry_that_was_corrected_is_a_new_version(library: Library, site: Site) -> None:
    follow(library, site, dated(LONG, 8))
    fetched(library)
    (first,) = library.articles()
    same = corrected(library, site, dated(LONG, 9))
    assert (same.new, same.corrected) == (0, 0)
    done = corrected(library, site, dated(LONG.replace("Satz 3 ", "Satz drei "), 10))
    assert (done.new, done.corrected, done.trouble) == (1, 1, "")
    (record,) = library.articles()
    assert [each.key for each in library.versions(record.key)] == [first.key, record.key]
    assert record.key in library.feeds()[0].taken
    again = corrected(library, site, dated(LONG.replace("Satz 3 ", "Satz drei "), 10))
    assert (again.new, again.corrected) == (0, 0)


def test_an_entry_with_nothing_in_common_but_its_id_is_a_version_too(library: Library, site: Site) -> None:
    follow(library, site, dated(LONG, 8))
    fetched(library)
    corrected(library, site, dated(LONG.upper()[::-1], 10))
    (record,) = library.articles()
    assert record.versions == 2


def test_of_a_part_the_feed_has_its_correction_is_a_part(library: Library, site: Site) -> None:
    follow(library, site, dated(TEASER, 8))
    for _try in range(TRIES):
        fetched(library)
    done = corrected(library, site, dated(TEASER.replace("still", "laut"), 10))
    assert (done.new, done.corrected) == (1, 1)
    (record,) = library.articles()
    assert (record.partial, record.versions) == (True, 2)


def test_a_page_that_the_feed_says_was_changed_is_read_again(library: Library, site: Site) -> None:
    follow(library, site, dated(TEASER, 8))
    fetched(library, read)
    asked = []

    def read_again(source: str) -> Article:
        asked.append(source)
        return plain_article(WHOLE + "Nachtrag: Ein Boot lief doch aus.\n", source)

    corrected(library, site, dated(TEASER, 8), how=read_again)
    assert asked == []
    done = corrected(library, site, dated(TEASER, 9), how=read_again)
    assert (len(asked), done.corrected) == (1, 1)
    assert [each.versions for each in library.articles()] == [2]


def test_an_article_that_was_removed_is_not_corrected(library: Library, site: Site) -> None:
    follow(library, site, dated(LONG, 8))
    fetched(library)
    library.remove(library.articles()[0].key)
    done = corrected(library, site, dated(LONG.replace("Satz 3 ", "Satz drei "), 10))
    assert (done.new, library.articles()) == (0, ())


def test_an_entry_with_a_headline_alone_is_kept_until_its_page_can_be_read(
    library: Library, site: Site
) -> None:
    follow(library, site, entry(1, ""))
    done = fetched(library)
    assert (done.new, done.parts, len(done.failed)) == (1, 1, 1)
    (record,) = library.articles()
    assert (record.title, record.partial, record.is_headline) == ("Still am Kai 1", True, True)
    fetched(library, read)
    (record,) = library.articles()
    assert (record.title, record.partial) == ("Am Siel.", False)


def test_an_entry_without_a_title_is_named_by_its_first_words(library: Library, site: Site) -> None:
    follow(library, site, entry(1).replace("Still am Kai 1", ""))
    (failure,) = fetched(library).failed
    assert failure.title == f"{TEASER.removesuffix(' aus.')}…"


def undated(text: str, title: str = "Still am Kai 1") -> str:
    return entry(1, text).replace("Still am Kai 1", title)


@pytest.mark.parametrize(
    ("changed", "versions"),
    [
        (undated(LONG.replace("Satz 3 ", "Satz 333 ")), 2),
        (undated(LONG, "Laut am Kai"), 2),
        (undated(LONG.replace(" ", "  ")), 1),
        (undated(LONG + " 12 Kommentare, vor 3 Stunden"), 1),
        (undated(LONG + " &lt;a href='https://deich.example/?utm_source=rss'&gt;&lt;/a&gt;"), 1),
    ],
    ids=["number", "title", "spaces", "counters", "tracking"],
)
def test_an_entry_with_other_words_is_a_version_though_its_feed_says_nothing(
    library: Library, site: Site, changed: str, versions: int
) -> None:
    follow(library, site, undated(LONG))
    fetched(library)
    done = corrected(library, site, changed)
    assert (done.corrected, done.trouble) == (versions - 1, "")
    assert [each.versions for each in library.articles()] == [versions]
    assert corrected(library, site, changed).new == 0


def test_what_was_read_from_the_page_is_corrected_from_the_page(library: Library, site: Site) -> None:
    follow(library, site, undated(LONG))
    fetched(library)
    address = library.articles()[0].source
    library.open_article(plain_article(f"{LONG}\n\n{WHOLE}", address))
    corrected(library, site, undated(LONG.replace("Satz 3 ", "Satz drei ")), how=read)
    (record,) = library.articles()
    assert (record.title, record.versions) == ("Am Siel.", 3)


def test_a_changed_teaser_whose_page_says_the_same_is_no_correction(library: Library, site: Site) -> None:
    follow(library, site, undated(TEASER))
    fetched(library, read)
    assert corrected(library, site, undated(TEASER.upper()), how=refused).new == 0
    done = corrected(library, site, undated("Ein anderer Anreißer."), how=refused)
    assert (done.new, done.failed) == (0, ())
    done = corrected(library, site, undated("Ein anderer Anreißer."), how=read)
    assert (done.new, [each.versions for each in library.articles()]) == (0, [1])
