"""The links of an article as they are listed: in the order of the text, narrowed by what is typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from core.articles import Article
from core.articles.source_names import is_address
from core.articles.written_links import links_of
from core.text.search import LONGEST, find
from core.text.spans import text_of

_BEFORE = re.compile(r"(?:https?://|mailto:)?(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One link in the list."""

    number: int
    """Counted from 1 in the order of the text."""
    end: int
    """Where its words end in the text."""
    words: str
    """Empty where these are the address itself."""
    address: str
    host: str
    """Who one comes to: the host of a page, or a mailbox."""
    rest: str
    """The rest of the address."""

    @property
    def page(self) -> str:
        """The address of the page to be read; empty for a mailbox. A place on a page is none of its address."""
        return urldefrag(self.address).url if is_address(self.address) else ""


def rows_of(article: Article) -> tuple[Row, ...]:
    """All links of an article. For a long one this takes a while."""
    return tuple(
        _row(number, link.end, text_of([link.span], article.text), link.address)
        for number, link in enumerate(links_of(article), 1)
    )


def _row(number: int, end: int, words: str, address: str) -> Row:
    parts = urlsplit(address)
    if parts.scheme == "mailto":
        host, rest = parts.path, f"?{parts.query}" if parts.query else ""
    else:
        host = parts.netloc
        rest = address.partition("//")[2].removeprefix(host)
    is_same = _bare(words) == _bare(address)
    rest = "" if rest == "/" else rest
    return Row(number, end, "" if is_same else words, address, host.removeprefix("www."), rest)


def _bare(address: str) -> str:
    """An address without what is not always written."""
    return _BEFORE.sub("", address, count=1).rstrip("/").casefold()


def first_from(rows: Sequence[Row], offset: int) -> int:
    """The place in the list of the first link that is not before an offset, else of the last; 0 for an empty list."""
    return next((at for at, row in enumerate(rows) if row.end > offset), max(0, len(rows) - 1))


def fitting(typed: str, rows: Sequence[Row]) -> list[Row]:
    """The rows that hold what was typed; one whose number that is comes first."""
    wanted = " ".join(typed.split())
    if not wanted:
        return list(rows)
    numbered = [row for row in rows if str(row.number) == wanted]
    others = [row for row in rows if find(f"{row.words} {row.address}", wanted[:LONGEST])]
    return [*numbered, *(row for row in others if row not in numbered)]
