"""Articles of feeds: from the feed itself, or from their pages, and never from files of this machine."""

from pathlib import Path

import pytest

from core.articles import Article
from core.articles.errors import SourceError
from core.feeds.entries import article_of
from core.feeds.parsing import Entry, ParsedFeed

FEED = ParsedFeed("Küstenbote", "de", ())


def entry(address: str, html: str = "Kurz.") -> Entry:
    return Entry("1", address, "Ein Titel", "2026-01-02", (), html)


def unread(source: str) -> Article:
    raise AssertionError(source)


@pytest.mark.parametrize("made", ["{path}", "file://{path}", "-", "ftp://zeitung.example/a"])
def test_only_web_addresses_are_followed(tmp_path: Path, made: str) -> None:
    (tmp_path / "secret.txt").write_text("Geheim.")
    found = article_of(entry(made.format(path=tmp_path / "secret.txt")), FEED, "Küstenbote", unread)
    assert "Kurz." in found.text
    assert "Geheim" not in found.text


def test_a_teaser_is_read_from_its_page(tmp_path: Path) -> None:
    def refused(source: str) -> Article:
        raise SourceError(f"asked for {source}")

    with pytest.raises(SourceError, match="asked for https"):
        article_of(entry("https://zeitung.example/a"), FEED, "Küstenbote", refused)
