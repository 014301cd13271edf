"""Parse feeds: RSS and Atom of all makes with feedparser, and JSON Feed."""

import json
import re
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

import feedparser

from core.articles.feed_signs import is_feed
from core.translation import _

YEARS = range(1600, 2100)
"""Those in which something can have been published: not before the first newspaper."""


class NoFeedError(ValueError):
    """The data are no feed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a feed."""

    id: str
    """What tells it from the others, in this feed."""
    address: str
    """Of its page; empty if it has none."""
    title: str
    published: str
    """The day, as ISO 8601; empty if that is not known."""
    authors: tuple[str, ...]
    html: str
    """Its text, or a part of that, as HTML."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed holds, the latest entry first as a rule."""

    title: str
    language: str
    entries: tuple[Entry, ...]


def parse(data: bytes, address: str = "") -> ParsedFeed:
    """The feed in some data, fetched from `address`. Raises NoFeedError."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(data)
    if not is_feed(data):
        raise NoFeedError(_("it is no feed"))
    found = feedparser.parse(data, response_headers={"content-location": address}, sanitize_html=True)
    if not found.version and not found.entries:
        raise NoFeedError(_("it is no feed that can be read"))
    entries = tuple(_entry(each) for each in found.entries)
    return ParsedFeed(_line(found.feed.get("title", "")), _line(found.feed.get("language", "")), entries)


def _entry(data: Any) -> Entry:
    contents = [each.get("value", "") for each in data.get("content", [])]
    html = max([*contents, data.get("summary", "")], key=len)
    moment = data.get("published_parsed") or data.get("updated_parsed")
    address = _line(data.get("link", ""))
    authors = [_line(each.get("name", "")) for each in data.get("authors", [])] or [
        _line(data.get("author", ""))
    ]
    title = _line(data.get("title", ""))
    return Entry(
        _line(data.get("id", "")) or address or title,
        address,
        title,
        _plausible(time.strftime("%Y-%m-%d", moment)) if moment else "",
        tuple(author for author in authors if author),
        html,
    )


def _json_feed(data: bytes) -> ParsedFeed:
    try:
        found = json.loads(data.decode("utf-8", "replace").lstrip("\ufeff"))
        items = found["items"]
        if not str(found.get("version", "")).startswith("https://jsonfeed.org/"):
            raise NoFeedError(_("it is no feed"))
        entries = tuple(_item(item) for item in items if isinstance(item, dict))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NoFeedError(_("it is no feed that can be read")) from None
    return ParsedFeed(_line(found.get("title", "")), _line(found.get("language", "")), entries)


def _item(data: dict[str, Any]) -> Entry:
    address = _line(data.get("url", ""))
    authors = data.get("authors") or ([data["author"]] if isinstance(data.get("author"), dict) else [])
    text = data.get("content_text") or data.get("summary") or ""
    paragraphs = "".join(f"<p>{_escaped(part)}</p>" for part in str(text).split("\n\n") if part.strip())
    title = _line(data.get("title", ""))
    return Entry(
        _line(data.get("id", "")) or address or title,
        address,
        title,
        _plausible(str(data.get("date_published", ""))[:10]),
        tuple(_line(each.get("name", "")) for each in authors if isinstance(each, dict) and each.get("name")),
        str(data.get("content_html") or "") or paragraphs,
    )


def _plausible(day: str) -> str:
    """A day in ISO 8601; empty if it is none, or in a year in which nothing can have been published.

    The clock is not asked, which may be wrong.
    """
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return ""
    return found.isoformat() if found.year in YEARS else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _line(value: object) -> str:
    """A value as one line of text without markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", str(value or "")).split())
