"""Feeds fetched side by side: so many hosts at once, each asked for one thing at a time, one hand that writes."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Barrier, Condition, Event, current_thread

import pytest

from core.articles import Article
from core.articles.errors import SourceError
from core.articles.texts import plain_article
from core.feeds.fetching import Round, fetch_feeds
from core.library import Library
from core.library.feed_store import Feed
from tests.core.articles.web.serving import Answer, Site, serving
from tests.core.feeds.test_parsing import rss

LONGEST = 60
"""Seconds that a test waits for what must come: one that fails has to end."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


@pytest.fixture
def sites(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Site]]:
    """Eight servers, which count as hosts of their own for their ports."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ExitStack() as stack:
        yield [stack.enter_context(serving()) for _ in range(8)]


def story(name: str) -> str:
    """A text that shares few words with that of another name."""
    return " ".join(f"{name}{number} lief aus mit {name[::-1]}{number}." for number in range(60))


def entry(address: str, text: str = "Nur der Anfang …") -> str:
    return (
        f"<item><guid>{address}</guid><title>{address}</title><link>{address}</link>"
        f"<description>{text}</description></item>"
    )


def read(source: str) -> Article:
    """The article of a page, which nobody is asked for."""
    return plain_article(f"{source}\n\n{story(source.rpartition(':')[2].replace('/', 'x'))}\n", source)


def follow(library: Library, site: Site, *entries: str, path: str = "/feed.xml") -> Feed:
    feed = Feed(site.put(path, rss(*entries), "application/rss+xml"), f"{site.address}{path}")
    library.follow(feed)
    return feed


class Watch:
    """Counts how many are asked at once, in all and of each host."""

    def __init__(self) -> None:
        self.changed = Condition()
        self.inside: Counter[str] = Counter()
        self.most_of_one = self.most = 0

    def watched(self, host: str, answer: Answer, meanwhile: Callable[[], object]) -> Answer:
        def counted(handler: BaseHTTPRequestHandler) -> None:
            with self.changed:
                self.inside[host] += 1
                self.most_of_one = max(self.most_of_one, self.inside[host])
                self.most = max(self.most, self.inside.total())
                self.changed.notify_all()
            meanwhile()
            with self.changed:
                self.inside[host] -= 1
            answer(handler)

        return counted

    def wait_for(self, number: int) -> None:
        """Until so many are asked at once."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.inside.total() >= number, LONGEST)


def test_so_many_hosts_are_asked_at_once_and_none_for_two_things(library: Library, sites: list[Site]) -> None:
    watch, met = Watch(), Barrier(4)
    for site in sites:
        for path in ("/eins.xml", "/zwei.xml"):
            follow(library, site, path=path)
            # Nobody is answered before four are asked; with fewer at once this would never end.
            site.answers[path] = watch.watched(site.address, site.answers[path], lambda: met.wait(LONGEST))
    done = list(fetch_feeds(library, library.feeds(), at_once=4))
    assert [each.trouble for each in done] == [""] * 16
    assert (watch.most, watch.most_of_one) == (4, 1)


def test_a_slow_host_does_not_hold_up_the_others(library: Library, sites: list[Site]) -> None:
    others_are_done = Event()
    slow, *others = (follow(library, site, entry(f"{site.address}/1", story(site.address))) for site in sites)
    answer = sites[0].answers["/feed.xml"]
    watch = Watch()
    sites[0].answers["/feed.xml"] = watch.watched("", answer, lambda: others_are_done.wait(LONGEST))
    coming = fetch_feeds(library, library.feeds(), read, at_once=2)
    names = [next(coming).feed.name for _ in others]
    assert sorted(names) == sorted(feed.name for feed in others)
    others_are_done.set()
    assert [each.feed.name for each in coming] == [slow.name]


def test_pages_of_one_feed_come_from_several_hosts_at_once_and_are_written_in_order(
    library: Library, sites: list[Site]
) -> None:
    pages = [f"http://127.0.0.{number}/artikel/{number}" for number in range(2, 10)]
    follow(library, sites[0], *map(entry, reversed(pages)))
    met = Barrier(4)

    def read_together(source: str) -> Article:
        met.wait(LONGEST)
        return read(source)

    (done,) = fetch_feeds(library, library.feeds(), read_together, at_once=4)
    assert done.new == len(pages)
    written = [library.record(key) for key in library.feeds()[0].taken]
    assert [record.source for record in written if record] == pages


def test_a_feed_that_is_begun_is_done_before_others_are_begun(library: Library, sites: list[Site]) -> None:
    for site in sites:
        follow(library, site, *(entry(f"{site.address}/{number}") for number in range(3)))
    at_once = 2
    for ended, _ in enumerate(fetch_feeds(library, library.feeds(), read, at_once=at_once), 1):
        assert sum(len(site.requests) for site in sites) <= ended + at_once


def test_the_library_is_written_by_one_hand(library: Library, sites: list[Site], monkeypatch) -> None:
    for site in sites:
        follow(library, site, *(entry(f"{site.address}/{number}") for number in range(3)))
    hands = set()
    for name in ("add", "change_feed"):
        real = getattr(library, name)

        def watched(*given: object, real=real, **named: object) -> object:
            hands.add(current_thread())
            return real(*given, **named)

        monkeypatch.setattr(library, name, watched)
    assert sum(done.new for done in fetch_feeds(library, library.feeds(), read)) == 24
    assert hands == {current_thread()}


def test_a_page_that_two_feeds_have_is_fetched_once(library: Library, sites: list[Site]) -> None:
    address = f"{sites[2].address}/artikel"
    for site in sites[:2]:
        follow(library, site, entry(address))
    asked, both = [], Barrier(2)
    for site in sites[:2]:
        answer = site.answers["/feed.xml"]
        site.answers["/feed.xml"] = Watch().watched("", answer, lambda: both.wait(LONGEST))

    def counted(source: str) -> Article:
        asked.append(source)
        return read(source)

    done = list(fetch_feeds(library, library.feeds(), counted))
    assert asked == [address]
    assert sorted(each.new for each in done) == [0, 1]
    assert len({feed.taken for feed in library.feeds()}) == 1


@pytest.mark.parametrize("is_interrupted", [False, True])
def test_what_is_broken_off_is_whole_as_far_as_it_came(
    library: Library, sites: list[Site], monkeypatch: pytest.MonkeyPatch, is_interrupted: bool
) -> None:
    pages = [f"{sites[1].address}/{number}" for number in range(4)]
    follow(library, sites[0], *map(entry, reversed(pages)))
    reached, goes_on = Event(), Event()

    def slow(source: str) -> Article:
        if source == pages[1]:
            raise SourceError("There is no page.")
        if source == pages[2] and not is_interrupted:
            reached.set()
            goes_on.wait(LONGEST)
        return read(source)

    fetching = Round(library, library.feeds(), slow)
    with ThreadPoolExecutor(1) as pool, monkeypatch.context() as meanwhile:
        if is_interrupted:
            meanwhile.setattr(library, "add", interrupted_at(pages[2], library.add))
            with pytest.raises(KeyboardInterrupt):
                list(fetching)
        else:
            pool.submit(lambda: reached.wait(LONGEST) and fetching.stop())
            assert list(fetching) == []
        goes_on.set()
    (feed,) = library.feeds()
    assert (feed.checked, feed.seen, [each.id for each in feed.failed]) == ("", (pages[0],), [pages[1]])
    sources = {record.key: record.source for record in library.articles()}
    assert [sources[key] for key in feed.taken] == pages[:2]
    (again,) = fetch_feeds(library, library.feeds(), read)
    assert (again.trouble, again.feed.failed) == ("", ())
    sources = {record.key: (record.source, record.partial) for record in library.articles()}
    assert sorted(sources.values()) == [(page, False) for page in pages]
    assert set(sources) <= set(again.feed.taken)


def interrupted_at(source: str, add: Callable[..., object]) -> Callable[..., object]:
    """What adds articles until it comes to the one from a source, and is interrupted when that is added."""

    def added(article: Article, **how: object) -> object:
        done = add(article, **how)
        if article.source == source:
            raise KeyboardInterrupt
        return done

    return added


def test_a_host_in_trouble_is_asked_no_more(library: Library, sites: list[Site], monkeypatch) -> None:
    monkeypatch.setattr("core.feeds.taking_in.MOST_TROUBLES", 3)
    pages = [f"{sites[1].address}/{number}" for number in range(20)]
    follow(library, sites[0], *map(entry, reversed(pages)))
    asked = []

    def refused(source: str) -> Article:
        asked.append(source)
        raise SourceError("There is no page.")

    (done,) = fetch_feeds(library, library.feeds(), refused, at_once=4)
    assert len(done.failed) == 3
    assert asked == pages[:3]


def test_an_error_that_is_nobodys_fault_is_not_swallowed(library: Library, sites: list[Site]) -> None:
    follow(library, sites[0], entry(f"{sites[1].address}/1"))

    def broken(source: str) -> Article:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(fetch_feeds(library, library.feeds(), broken))
