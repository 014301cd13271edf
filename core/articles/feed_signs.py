"""What a feed looks like: no article, but a list of them that can be followed."""

import re

from core.articles.errors import SourceError
from core.articles.source_names import is_address
from core.translation import _

_BEGINNING = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_HEAD = 4096
"""Bytes in which a feed has to say that it is one."""
_ABOUT = 1 << 16
"""Bytes in which it says where it comes from."""
_LINK = re.compile(r"<(?:\w+:)?link\b[^>]*>")
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']+)["']""")
_SELF = re.compile(r"""\brel\s*=\s*["']self["']""")
_ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_JSON = re.compile(r'"feed_url"\s*:\s*"([^"]+)"')
_FOLLOW = "lesart feed add"
_FOLLOWED = re.compile(rf"{_FOLLOW} (https?://[^\s“”„]+)", re.IGNORECASE)


def is_feed(data: bytes) -> bool:
    """Whether data look like a feed."""
    return _BEGINNING.search(data[:_HEAD]) is not None or b"https://jsonfeed.org/version" in data[:_HEAD]


def address_in(data: bytes) -> str:
    """The address at which a feed says it is; empty if it does not say. That of its site or an entry is another."""
    head = data[:_ABOUT].decode("utf-8", "replace")
    about = _ENTRY.split(head, maxsplit=1)[0]
    own = [href[1] for tag in _LINK.findall(about) if _SELF.search(tag) and (href := _HREF.search(tag))]
    found = [*own, *(_JSON.findall(head) if head.lstrip("\ufeff \t\r\n").startswith("{") else [])]
    return next((each for each in map(_unescaped, found) if is_address(each)), "")


def _unescaped(address: str) -> str:
    """An address as it is meant: of what XML has to escape, addresses contain only the ampersand."""
    return re.sub("&(?:amp|#38|#x26);", "&", address)


class FeedError(SourceError):
    """A feed was found where an article was expected."""

    def __init__(self, data: bytes, source: str) -> None:
        address = source if is_address(source) else address_in(data)
        message = _("{source} is a feed saved as a file; give “{follow}” the address it comes from.")
        if address:
            message = _("{source} is a feed saved as a file; “{follow} {address}” follows it.")
        if address == source:
            message = _("{source} is a feed, not an article; “{follow} {source}” follows it.")
        super().__init__(message.format(source=source, follow=_FOLLOW, address=address))
        self.data, self.source = data, source


def feed_to_follow(error: SourceError) -> str:
    """The address of the feed that an error, from a child process too, is about; empty if it is about none."""
    found = _FOLLOWED.search(str(error))
    return found[1] if found else ""
