"""Folders of feeds: kept with them, taken from lists and written into them, renamed, dissolved and put back."""

from dataclasses import asdict
from pathlib import Path

import pytest

from core.feeds.foldering import move, put_back, put_into, rename_folder, take_in
from core.feeds.opml import read_opml, write_opml
from core.library import Library
from core.library.feed_folders import (
    as_known,
    as_path,
    feeds_in,
    feeds_meant,
    folders_of,
    in_query,
    is_within,
)
from core.library.feed_store import Feed, feed_from_document
from core.library.index.query import Choice, parse
from tests.core.library.conftest import make_article

LIST = b"""\
<opml version="1.0"><body>
<outline text="Wetterbote" xmlUrl="https://wetter.example/f"/>
<outline text="Politik" title="Politik"><outline text=" In-\nland ">
  <outline title="Amtsblatt" xmlUrl="https://amt.example/f"/>
  <outline title="Landbote" xmlUrl="https://land.example/f"><outline xmlUrl="https://kreis.example/f"/></outline>
</outline>
<outline title="Landbote" xmlUrl="https://land.example/f"/></outline>
<outline text="TV/Radio"><outline text="Funk" xmlURL="https://funk.example/f"/></outline>
<outline text="leer"/><outline><outline text="Blatt" xmlUrl="https://blatt.example/f"/></outline>
</body></opml>
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


def folders(library: Library) -> dict[str, tuple[str, ...]]:
    return {feed.name: feed.folders for feed in library.feeds()}


def follow(library: Library, **paths: str) -> None:
    for name, path in paths.items():
        library.follow(Feed(f"https://{name}.example/f", name, folders=tuple(filter(None, path.split(";")))))


def test_a_list_says_which_folders_a_feed_is_in() -> None:
    assert {feed.name: feed.folders for feed in read_opml(LIST)} == {
        "Wetterbote": (),
        "Amtsblatt": ("Politik/In- land",),
        "Landbote": ("Politik/In- land", "Politik"),
        "https://kreis.example/f": ("Politik/In- land",),
        "Funk": ("TV/Radio",),
        "Blatt": (),
    }


def test_what_is_written_is_read_again_with_its_folders() -> None:
    feeds = read_opml(LIST)
    written = write_opml(feeds)
    assert sorted(read_opml(written), key=lambda each: each.address) == sorted(
        feeds, key=lambda each: each.address
    )
    assert written.count(b'text="Politik"') == 1


def test_a_list_that_is_nested_without_end_is_harmless() -> None:
    deep = b"<opml>" + b'<outline text="a">' * 20000 + b'<outline xmlUrl="https://a.example/f"/>'
    assert len(read_opml(deep)) <= 1


def test_a_list_sorts_feeds_that_nobody_has_sorted_yet(library: Library) -> None:
    follow(library, amt="", funk="Hören")
    library.follow(Feed("https://land.example/f", "Mein Landbote"))
    done = take_in(library, LIST)
    assert (done.all, len(done.new)) == (6, 3)
    assert folders(library)["funk"] == ("Hören",)
    assert folders(library)["Mein Landbote"] == ("Politik/In- land", "Politik")
    put_back(library, done.sorted)
    assert folders(library)["Mein Landbote"] == ()


def test_a_file_of_feeds_from_before_there_were_folders_opens() -> None:
    feed = Feed("https://a.example/f", "Blatt", folders=("Politik",))
    old = {**asdict(feed), "seen": [], "taken": []}
    del old["folders"]
    assert feed_from_document(old) == Feed("https://a.example/f", "Blatt")


@pytest.mark.parametrize(
    ("words", "path"),
    [(" Politik / Aus\tland ", "Politik/Aus land"), ("/a//b/", "a/b"), ("\x1b[2Ja", "[2Ja"), (" / ", "")],
)
def test_a_path_is_what_is_meant_by_it(words: str, path: str) -> None:
    assert as_path(words) == path


def test_folders_are_listed_with_those_that_hold_only_others() -> None:
    feeds = [
        Feed(str(n), str(n), folders=(path,)) for n, path in enumerate(("b/c", "a x", "a/d", "A", "B/e"))
    ]
    assert folders_of(feeds) == ["a", "a/d", "a x", "b", "b/c", "B/e"]
    assert [feed.name for feed in feeds_in(feeds, "a")] == ["2", "3"]
    assert as_known("B/C/neu", folders_of(feeds)) == "b/c/neu"
    assert is_within("a/d", "A")
    assert not is_within("a x", "a")


def test_a_folder_is_renamed_with_all_in_it_and_dissolved_into_the_one_above(library: Library) -> None:
    follow(library, eins="Politik", zwei="politik/Inland;Sport", drei="Politiker")
    before = rename_folder(library, "Politik", "Land / Politik")
    assert folders(library) == {
        "eins": ("Land/Politik",),
        "zwei": ("Land/Politik/Inland", "Sport"),
        "drei": ("Politiker",),
    }
    put_back(library, before)
    assert folders(library)["zwei"] == ("politik/Inland", "Sport")
    rename_folder(library, "Politik", "")
    assert folders(library) == {"eins": (), "zwei": ("Inland", "Sport"), "drei": ("Politiker",)}


def test_a_feed_is_moved_out_of_one_of_its_folders(library: Library) -> None:
    follow(library, eins="Politik;Sport", zwei="Kultur")
    before = move(library, library.feeds()[0], "politik", "KULTUR/Film")
    assert folders(library)["eins"] == ("Sport", "Kultur/Film")
    put_back(library, before)
    assert folders(library)["eins"] == ("Politik", "Sport")
    move(library, library.feeds()[0], "Sport", "")
    assert folders(library)["eins"] == ("Politik",)
    put_into(library, library.feeds()[0], ["", "Sport", "sport "])
    assert folders(library)["eins"] == ("Sport",)


def test_a_folder_finds_the_articles_of_its_feeds(library: Library) -> None:
    articles = [make_article(f"Artikel Nummer {number} von heute\n") for number in range(4)]
    keys = [library.add(article).key for article in articles]
    for key, path in zip(keys, ("Politik", "Politik/„Inland“", "Kulturpolitik", ""), strict=True):
        library.follow(Feed(f"https://{key}/", key, taken=(key,), folders=(path,) if path else ()))

    def found(line: str) -> set[int]:
        numbers = library.article_numbers(parse(line).choice)
        return {keys.index(record.key) for record in library.records(numbers)}

    assert found("folder:politik") == {0, 1}
    assert found("folder:kultur") == {2}
    assert found("folder:land") == {1}
    assert found(in_query("Politik/„Inland“")) == {1}
    assert found("folder:nirgends") == found("folder:/") == set()
    assert parse('folder:"Politik/Aus land"').choice == Choice(folder="Politik/Aus land")
    assert [feed.taken[0] for feed in feeds_meant(library.feeds(), "POLITIK/")] == keys[:2]
