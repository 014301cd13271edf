"""Adding, fetching and filing articles as the library screen does it."""

from pathlib import Path

import pytest

from core.articles.sources import read_article
from core.library import Library, LibraryError
from core.library.feed_store import Feed
from core.library.states import State
from tests.core.articles.web.conftest import site
from tests.core.articles.web.pages import page
from tests.core.articles.web.serving import Site
from tests.core.library.conftest import make_article
from tests.tui.cli.test_feeds import WHOLE, item, rss
from tui.services import filing as filing_module
from tui.services.filing import Filing

__all__ = ["site"]


async def read(source: str):
    return read_article(source)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


async def done(steps) -> list[str]:
    return [words async for words in steps]


async def test_files_and_addresses_are_added_and_troubles_kept(library, tmp_path, site: Site) -> None:
    (tmp_path / "eins.txt").write_text("Eins\n\nDer erste Text von allen.\n", "utf-8")
    filing = Filing(library, read)
    assert await done(filing.add(str(tmp_path))) == ["adding …"]
    assert filing.result == "1 added"
    address = site.put("/a", page("").encode())
    words = await done(filing.add(f"{address} {site.address}/weg"))
    assert words == ["adding 1 of 2 …", "adding 2 of 2 …"]
    assert filing.result == "1 added"
    assert len(filing.troubles) == 1
    assert library.counts() == {State.NEW: 2}


async def test_the_address_of_a_feed_is_followed_and_fetched(library, site: Site) -> None:
    address = site.put("/feed.xml", rss(item("Alles", f"{site.address}/ganz", WHOLE)), "application/rss+xml")
    filing = Filing(library, read)
    await done(filing.add(address))
    assert filing.result == "1 new"
    assert [feed.name for feed in library.feeds()] == ["Küstenblick"]
    assert await done(filing.fetch()) == ["fetching 1 of 1: Küstenblick …"]
    assert filing.result == "0 new"


def test_changes_are_taken_back_one_by_one(library) -> None:
    articles = [make_article(f"Artikel Nummer {number} von heute\n") for number in range(3)]
    keys = [library.add(article).key for article in articles]
    filing = Filing(library, read)
    filing.set_state(keys[:2], State.LATER)
    filing.remove(keys[1:])
    assert library.counts() == {State.LATER: 1}
    filing.undo()
    assert library.counts() == {State.LATER: 2, State.NEW: 1}
    filing.undo()
    assert library.counts() == {State.NEW: 3}
    assert not filing.can_undo


async def test_whoever_leaves_off_fetching_asks_nobody_any_more(library, site: Site) -> None:
    for name in ("eins", "zwei", "drei"):
        feed = rss(item(name, f"{site.address}/{name}", WHOLE.replace("Fähre", name)), title=name)
        library.follow(Feed(site.put(f"/{name}.xml", feed), name))
    filing = Filing(library, read)
    coming = filing.fetch(None, lambda: 1)
    assert await anext(coming) == "fetching 1 of 3: eins …"
    assert site.requests == [], "nothing is begun before it is said"
    assert await anext(coming) == "fetching 2 of 3: zwei …"
    await coming.aclose()
    assert [feed.name for feed in filing.feeds_left] == ["zwei", "drei"]
    assert len(library.article_numbers()) == 1
    assert await done(filing.fetch(filing.feeds_left)) == [
        "fetching 1 of 2: zwei …",
        "fetching 2 of 2: drei …",
    ]
    assert filing.result == "2 new"
    assert all(feed.checked for feed in library.feeds())


async def test_a_change_of_very_many_is_made_in_parts_and_taken_back_as_one(library, monkeypatch) -> None:
    monkeypatch.setattr(filing_module, "TOGETHER", 2)
    keys = [library.add(make_article(f"Artikel Nummer {number} von heute\n")).key for number in range(5)]
    filing = Filing(library, read)
    set_states, parts = library.set_states, []

    def some(keys, state):
        parts.append(len(keys))
        if len(parts) == 6:
            raise LibraryError("voll")
        return set_states(keys, state)

    monkeypatch.setattr(library, "set_states", some)
    filing.set_state(keys, State.READ)
    assert parts == [2, 2, 1]
    filing.undo()
    assert library.counts() == {State.NEW: 5}
    with pytest.raises(LibraryError):
        filing.set_state(keys, State.ARCHIVED)
    assert library.counts() == {State.ARCHIVED: 4, State.NEW: 1}
    filing.undo()
    assert library.counts() == {State.NEW: 5}
