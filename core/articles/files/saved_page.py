"""Pages that a browser saved: what they say about where they came from, and what was packed into them."""

import re
from dataclasses import replace

from core.articles.article import Article, Publication
from core.articles.source_names import is_address
from core.articles.web.addresses import tidy
from core.articles.web.page import page_article

_SAVED_FROM = re.compile(
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:)\s*(https?://[^\s>]{4,2000})",
    re.IGNORECASE,
)
_HEAD = 4096
_PACKED = re.compile(rb"""data:[a-z]+/[\w.+-]+;base64,[A-Za-z0-9+/=\s]{200,}""")
"""Pictures and fonts within a page."""


def saved_page_article(data: bytes, source: str, address: str = "", declared: str = "") -> Article:
    """The article on a saved page, which was fetched from `address`, or from where its first lines say.

    Its source remains the file; the address is part of what is known about its publication. Raises SourceError.
    """
    found = _SAVED_FROM.search(data, 0, _HEAD)
    address = address or (found[1].decode("ascii", "ignore") if found else "")
    article = page_article(
        _PACKED.sub(b"data:,", data),
        source,
        declared=declared,
        saved_from=address if is_address(address) else "",
    )
    about = article.publication or Publication()
    if about.address or not is_address(address):
        return article
    return replace(article, publication=replace(about, address=tidy(address)))


def page(data: bytes, source: str, read_from: str, declared: str) -> Article:
    """The article on a page: fetched from the address `read_from`, or saved, for which that is ""."""
    if read_from:
        return page_article(data, source, read_from, declared)
    return saved_page_article(data, source)
