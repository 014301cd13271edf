"""Parse feeds: RSS and Atom of all makes with feedparser, and JSON Feed."""

import json
import re
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import escape, unescape
from typing import Any

import feedparser

from core.articles.feed_signs import is_feed
from core.articles.moments import moment_in
from core.text.tables import either
from core.translation import _

YEARS = range(1600, 2100)
"""Those in which something can have been published: not before the first newspaper."""
_END = re.compile(rb"</(?:rss|feed|rdf:RDF)\s*>")
"""What a feed ends with; one without it was cut off on the way."""
_ENTRY_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>")
_INLINE = "a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|tt|u|wbr"
_APART = "blockquote|br|div|h[1-6]|hr|img|li|ol|p|ul"
_TAG = re.compile(rf"</?(?:(?:{_INLINE})|({_APART}))(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""A tag as it is met in titles; the group is one that parts words. “3 < 5” holds none, nor does “<Unterleuten>”."""
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


_ANY_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote)\b[^>]*>", re.IGNORECASE)
_CUT = re.compile(rf"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|{either('cut_off')})\W*$", re.IGNORECASE)
_GROUP = 3
"""Words in a row that an excerpt has in common with the text."""


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
    changed: str = ""
    """When it was changed last, or else published, as ISO 8601 in UTC; empty if the feed does not say."""
    moment: str = ""
    """When it was published, as ISO 8601 in UTC; empty if no more than the day is known."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed holds, the latest entry first as a rule."""

    title: str
    language: str
    entries: tuple[Entry, ...]
    is_cut: bool = False
    """Whether its end is missing; the entry that it breaks off in is left out."""


def parse(data: bytes, address: str = "") -> ParsedFeed:
    """The feed in some data, fetched from `address`. Raises NoFeedError."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(data)
    if not is_feed(data):
        raise NoFeedError(_("it is no feed"))
    found = feedparser.parse(data, response_headers={"content-location": address}, sanitize_html=True)
    if not found.version and not found.entries:
        raise NoFeedError(_("it is no feed that can be read"))
    is_cut = bool(found.bozo) and not _END.search(data)
    whole = len(_ENTRY_END.findall(data)) if is_cut else None
    entries = tuple(_entry(each) for each in found.entries[:whole])
    return ParsedFeed(
        _title(found.feed.get("title", "")), _line(found.feed.get("language", "")), entries, is_cut
    )


def _entry(data: Any) -> Entry:
    contents = [each.get("value", "") for each in data.get("content", [])]
    summary = data.get("summary", "")
    html = max([*contents, summary], key=len)
    moment = data.get("published_parsed") or data.get("updated_parsed")
    address = _line(data.get("link", ""))
    authors = [_title(each.get("name", "")) for each in data.get("authors", [])] or [
        _title(data.get("author", ""))
    ]
    title = _title(data.get("title", ""))
    # `get` would give the other one for a moment that is not there.
    changed = data.get("updated_parsed") if "updated_parsed" in data else moment
    written = str(data.get("published" if data.get("published_parsed") else "updated", ""))
    published = _day(written, _plausible(time.strftime("%Y-%m-%d", moment))) if moment else ""
    return Entry(
        _line(data.get("id", "")) or address or title,
        address,
        title,
        published,
        tuple(author for author in authors if author),
        with_standfirst(html, summary),
        time.strftime("%Y-%m-%dT%H:%M:%S", changed) if changed else "",
        moment_in(written) if published else "",
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
    return ParsedFeed(_title(found.get("title", "")), _line(found.get("language", "")), entries)


def _item(data: dict[str, Any]) -> Entry:
    address = _line(data.get("url", ""))
    authors = data.get("authors") or ([data["author"]] if isinstance(data.get("author"), dict) else [])
    text = data.get("content_text") or data.get("summary") or ""
    paragraphs = "".join(f"<p>{_escaped(part)}</p>" for part in str(text).split("\n\n") if part.strip())
    title = _title(data.get("title", ""))
    written = str(data.get("date_published", ""))
    published = _plausible(written[:10])
    return Entry(
        _line(data.get("id", "")) or address or title,
        address,
        title,
        published,
        tuple(
            _title(each.get("name", "")) for each in authors if isinstance(each, dict) and each.get("name")
        ),
        _html_of(data) or paragraphs,
        _moment(str(data.get("date_modified") or data.get("date_published") or "")),
        moment_in(written) if published else "",
    )


def _html_of(item: dict[str, Any]) -> str:
    html = str(item.get("content_html") or "")
    return with_standfirst(html, _escaped(str(item.get("summary") or ""))) if html else ""


def plain(html: str) -> str:
    """The words of some HTML."""
    return " ".join(unescape(_ANY_TAG.sub(" ", html)).split())


def with_standfirst(html: str, summary: str) -> str:
    """The text of an entry behind its summary, as far as that is a standfirst and no excerpt of the text."""
    if len(plain(summary)) >= len(plain(html)):
        return html
    parts = [each for each in map(plain, _BREAK.split(summary)) if each]
    if len(parts) > 3 or any(_CUT.search(each) for each in parts):
        return html
    said = _groups(plain(html))
    own = [
        each for each in parts if _ends_sentence(each) and len(_groups(each) & said) < len(_groups(each)) / 2
    ]
    return "".join(f"<p>{escape(each)}</p>" for each in own) + html


def _groups(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[at : at + _GROUP]) for at in range(max(1, len(words) - _GROUP + 1))}


def _ends_sentence(words: str) -> bool:
    return words.rstrip("»«”“\"'’)")[-1:] in (".", "!", "?") and len(words.split()) > _GROUP


def _moment(written: str) -> str:
    """A moment in ISO 8601, in UTC and so that later ones are greater; empty if it is none."""
    try:
        found = datetime.fromisoformat(written)
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""


def _day(written: str, utc: str) -> str:
    """The day that stands in a date as it is written, which may be the one before or after that in UTC.

    Where the date cannot be made out, or says something else altogether, that in UTC is taken.
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            day = read(written.strip()).date()
            if abs(day - date.fromisoformat(utc)) <= timedelta(days=1):
                return day.isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return utc


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


def _title(value: object) -> str:
    """A title or a name as one line of text, of which some feeds make HTML and others do not say so."""
    text = _TAG.sub(lambda tag: " " if tag[1] else "", str(value or ""))
    return " ".join(_REFERENCE.sub(lambda each: unescape(each[0]), text).split())


def _line(value: object) -> str:
    """A value as one line of text without markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", str(value or "")).split())
