"""Which kind of file a source is: by its extension, or, if that is not conclusive, by how it begins."""

import re
from enum import Enum, auto

from core.articles.source_names import MARKDOWN, PAGES
from core.articles.web.charset import is_page


class Kind(Enum):
    """The kinds of files that articles are read from."""

    TEXT = auto()
    MARKDOWN = auto()
    PAGE = auto()
    PDF = auto()
    EPUB = auto()
    MESSAGE = auto()
    """A mail, or a page saved as one (MHTML)."""
    MAILBOX = auto()
    WEB_ARCHIVE = auto()
    """A page as Safari saves it."""


PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
"""Media types of pages."""
TEXT_TYPES = frozenset(("text/plain", "text/markdown", "application/octet-stream"))
"""Media types of texts, and of what may be one."""
_UNSPECIFIC = ("", "text/plain", "application/octet-stream")
_TEXTS = (".txt",)
"""Endings of files that are read as they are, even if what they hold looks like something else."""
_ENDINGS = {
    **dict.fromkeys(MARKDOWN, Kind.MARKDOWN),
    ".eml": Kind.MESSAGE,
    ".emlx": Kind.MESSAGE,
    ".mht": Kind.MESSAGE,
    ".mhtml": Kind.MESSAGE,
    ".mbox": Kind.MAILBOX,
    ".mbx": Kind.MAILBOX,
}
_MEDIA_TYPES = {
    "application/pdf": Kind.PDF,
    "application/epub+zip": Kind.EPUB,
    "message/rfc822": Kind.MESSAGE,
    "multipart/related": Kind.MESSAGE,
    "application/mbox": Kind.MAILBOX,
    "application/x-webarchive": Kind.WEB_ARCHIVE,
    "text/markdown": Kind.MARKDOWN,
}
_MAILBOX_LINE = re.compile(rb"From \S+.{0,40}\d\d:\d\d(?::\d\d)?.{0,20}(?:19|20)\d\d")
_HEADER = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|X-[\w-]+|From|To|Subject|Date|Message-ID|MIME-Version|Reply-To"
    rb"|Content-Type|DKIM-Signature|List-[\w-]+|Snapshot-Content-Location):",
    re.IGNORECASE,
)
_MARKDOWN_BEGINNING = re.compile(
    rb"(?:---[ \t]*\r?\n(?:[ \t#-][^\n]*\n|\w[\w -]*:[^\n]*\n|\r?\n)+(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
    rb"|\+\+\+[ \t]*\r?\n(?:[^\n]*\n)*?\+\+\+[ \t]*(?:\r?\n|$)|\s*\#{1,6}[ ]\S)"
)
"""What no other text begins with: facts between two lines of signs, or a heading of Markdown."""
_FEWEST_HEADERS = 3
_HEAD = 8192


def kind_of(name: str, data: bytes, media_type: str = "") -> Kind:
    """The kind of a file called `name` with the contents `data`, sent as `media_type` if it came from a server."""
    ending = name.lower()
    if data.lstrip()[:5] == b"%PDF-":
        return Kind.PDF
    if data.startswith(b"PK\x03\x04") and (b"application/epub+zip" in data[:200] or ending.endswith(".epub")):
        return Kind.EPUB
    if data.startswith(b"bplist00") or (ending.endswith(".webarchive") and b"<plist" in data[:_HEAD]):
        return Kind.WEB_ARCHIVE
    if media_type not in _UNSPECIFIC:
        sent_as_page = media_type in PAGE_TYPES or is_page(data)
        return Kind.PAGE if sent_as_page else _MEDIA_TYPES.get(media_type, Kind.TEXT)
    if ending.endswith(tuple(_ENDINGS)):
        return next(kind for suffix, kind in _ENDINGS.items() if ending.endswith(suffix))
    if ending.endswith(PAGES) and data.strip():
        return Kind.PAGE
    if ending.endswith(_TEXTS):
        return Kind.TEXT
    if _MAILBOX_LINE.match(data):
        return Kind.MAILBOX
    if _begins_with_headers(data):
        return Kind.MESSAGE
    if _MARKDOWN_BEGINNING.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        return Kind.MARKDOWN
    begins = data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<"
    return Kind.PAGE if begins and is_page(data) else Kind.TEXT


def _begins_with_headers(data: bytes) -> bool:
    """Whether the first lines are those of a mail."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD].lstrip(), maxsplit=1)[0]
    lines = [line for line in head.splitlines() if not line[:1].isspace()]
    known = sum(1 for line in lines if _HEADER.match(line))
    return known >= _FEWEST_HEADERS and 2 * known > len(lines)
