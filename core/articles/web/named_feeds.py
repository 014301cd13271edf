"""The feed that a page names in its head."""

from urllib.parse import urljoin

from lxml import etree, html

from core.articles.source_names import is_address

_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
"""Media types under which a page names its feeds."""


def named_feed(page: bytes, address: str) -> str:
    """The address of the first feed that a page from an address names; empty if it names none."""
    try:
        root = html.fromstring(page)
    except (etree.LxmlError, ValueError):
        return ""
    for link in root.iter("link"):
        rel = str(link.get("rel", "")).casefold().split()
        if "alternate" in rel and str(link.get("type", "")).casefold() in _TYPES and link.get("href"):
            found = urljoin(address, str(link.get("href")))
            return found if is_address(found) else ""
    return ""
