"""Feeds are followed once, and a query that cannot be meant says why."""

import json
import zlib
from pathlib import Path

import pytest

from core.library import Library
from core.library.feed_store import Feed
from core.library.file_format import SCHEMA
from core.library.index.query import faults, parse
from core.library.legacy_index import LegacyIndex
from core.library.storage import Files


def test_a_feed_is_followed_once(library: Library) -> None:
    feed = Feed("https://kb.example/feed", "Kap-Bote")
    assert library.follow(feed)
    assert not library.follow(feed)
    assert [each.address for each in library.feeds()] == [feed.address]


@pytest.mark.parametrize("line", ["autor:Lind", "Hafen autor:Lind", "tag:"])
def test_a_filter_that_is_none_is_named(line: str) -> None:
    assert line.rpartition(" ")[2].partition(":")[0] + ":" in faults(parse(line))


def test_a_query_that_can_be_meant_has_no_fault() -> None:
    assert faults(parse("Hafen tag:neu 12:30")) == ""


def test_moments_of_an_older_library_are_read_from_its_journal(library: Library, folder: Path) -> None:
    library.feeds()
    folder.mkdir(exist_ok=True)
    lines = []
    for key, moment in (("a", "2026-01-02T00:00:00+00:00"), ("a", "2026-01-01T00:00:00+00:00")):
        content = json.dumps([SCHEMA, {"key": key, "last_opened": moment}]).encode()
        lines.append(b"%08x " % zlib.crc32(content) + content)
    (folder / "index.journal").write_bytes(b"\n".join([*lines, b"torn"]))
    assert LegacyIndex(Files(folder)).moments() == {"a": "2026-01-02T00:00:00+00:00"}
