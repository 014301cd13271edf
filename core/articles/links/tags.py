"""The links in a few lines of HTML that stand in another text, read tag by tag."""

import re
from html import unescape

from core.articles.links.linked import Linked, Piece, linked
from core.articles.links.resolving import resolved

_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"</?a(?![\w:-])", re.IGNORECASE)
_TARGET = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def tagged(html: str, base: str) -> Linked:
    """The words between the tags with the links that these make of them."""
    pieces: list[Piece] = []
    link: tuple[int, str] = 0, ""
    at = 0
    for tag in (*_TAG.finditer(html), None):
        pieces.append((unescape(html[at : tag.start() if tag else len(html)]), *link))
        if tag is not None:
            at = tag.end()
            pieces.append((" ", *link))
            if is_link_tag(tag[0]):
                link = at, resolved(target_of(tag[0]), base)
    return linked(pieces)


def is_link_tag(tag: str) -> bool:
    """Whether a tag begins or ends a link."""
    return _LINK.match(tag) is not None


def target_of(tag: str) -> str:
    """Where the link leads that a tag begins; "" for the tag that ends one."""
    found = _TARGET.search(tag) if not tag.startswith("</") else None
    return unescape(found[1] or found[2] or found[3] or "") if found else ""
