"""The list of feeds as its screen changes it, and all of that taken back."""

from pathlib import Path

import pytest

from core.articles.errors import SourceError
from core.library import Library, LibraryError
from core.library.feed_store import Feed
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site
from tests.tui.cli.test_feeds import WHOLE, item, rss
from tui.services.following import Following

__all__ = ["site"]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


def names(library: Library) -> list[str]:
    return [feed.name for feed in library.feeds()]


def test_a_feed_followed_again_has_the_place_it_had(library, tmp_path) -> None:
    for name in ("eins", "zwei", "drei"):
        library.follow(Feed(f"https://{name}.example/feed", name))
    following = Following(library, tmp_path)
    for _ in range(2):
        following.remove(library.feeds()[0])
    assert names(library) == ["drei"]
    following.undo()
    assert names(library) == ["zwei", "drei"]
    following.undo()
    assert names(library) == ["eins", "zwei", "drei"]


def test_a_place_taken_meanwhile_is_left_to_whoever_has_it(library, tmp_path) -> None:
    library.follow(Feed("https://eins.example/feed", "eins"))
    following = Following(library, tmp_path)
    following.remove(library.feeds()[0])
    library.follow(Feed("https://zwei.example/feed", "zwei"))
    following.undo()
    assert names(library) == ["zwei", "eins"]


def test_a_feed_is_followed_renamed_and_removed_and_all_that_taken_back(
    library, tmp_path, site: Site
) -> None:
    address = site.put("/feed.xml", rss(item("Alles", f"{site.address}/ganz", WHOLE)), "application/rss+xml")
    following = Following(library, tmp_path)
    assert following.add(address) == "Küstenblick"
    assert following.add(address) == "Küstenblick is followed already"
    following.rename(library.feeds()[0], "Küste")
    following.remove(library.feeds()[0])
    assert names(library) == []
    following.undo()
    assert names(library) == ["Küste"]
    following.undo()
    assert names(library) == ["Küstenblick"]
    following.undo()
    assert names(library) == []
    assert following.undo() == "nothing to take back"


def test_a_list_is_written_and_taken_in(library, tmp_path, site: Site) -> None:
    address = site.put("/feed.xml", rss(item("Alles", f"{site.address}/ganz", WHOLE)), "application/rss+xml")
    following = Following(library, tmp_path / "exports")
    following.add(address)
    assert following.write_list().endswith("feeds.opml")
    assert following.write_list().endswith("feeds.opml"), "the same once more replaces nothing"
    written = (tmp_path / "exports" / "feeds.opml").read_bytes()
    following.rename(library.feeds()[0], "Küste")
    assert following.write_list() == ""
    assert (tmp_path / "exports" / "feeds.opml").read_bytes() == written
    assert following.write_list(replaces=True).endswith("feeds.opml")
    assert "Küste" in (tmp_path / "exports" / "feeds.opml").read_text("utf-8")
    following.undo()
    following.write_list(replaces=True)
    following.remove(library.feeds()[0])
    assert following.add(str(tmp_path / "exports" / "feeds.opml")) == "1 feed added"
    assert names(library) == ["Küstenblick"]
    following.undo()
    assert names(library) == []


def test_no_two_feeds_get_one_name(library, tmp_path) -> None:
    for number in range(2):
        library.follow(Feed(f"https://zeitung.example/{number}", f"Blatt {number}"))
    following = Following(library, tmp_path)
    with pytest.raises(LibraryError, match="is called “Blatt 1” already"):
        following.rename(library.feeds()[0], "blatt  1")
    following.rename(library.feeds()[1], "BLATT 1")
    assert names(library) == ["Blatt 0", "BLATT 1"]


def test_a_list_without_addresses_on_the_web_is_told_as_such(library, tmp_path) -> None:
    (tmp_path / "leer.opml").write_text(
        '<opml><body><outline xmlUrl="ftp://zeitung.example/f"/></body></opml>'
    )
    with pytest.raises(LibraryError, match="There is no feed with an address on the web"):
        Following(library, tmp_path).add(str(tmp_path / "leer.opml"))


def test_what_is_no_feed_and_no_list_is_told_in_a_sentence(library, tmp_path, site: Site) -> None:
    following = Following(library, tmp_path)
    with pytest.raises(SourceError):
        following.add(site.put("/seite", b"<p>Nichts</p>"))
    (tmp_path / "kaputt.opml").write_text("kein OPML")
    with pytest.raises(LibraryError):
        following.add(str(tmp_path / "kaputt.opml"))
    assert names(library) == []
