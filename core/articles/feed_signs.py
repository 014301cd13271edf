"""What a feed looks like: no article, but a list of them that can be followed."""

import re

from core.articles.errors import SourceError
from core.translation import _

_BEGINNING = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_HEAD = 4096
"""Bytes in which a feed has to say that it is one."""
_FOLLOW = "lesart feed add"


def is_feed(data: bytes) -> bool:
    """Whether data look like a feed."""
    return _BEGINNING.search(data[:_HEAD]) is not None or b"https://jsonfeed.org/version" in data[:_HEAD]


class FeedError(SourceError):
    """A feed was found where an article was expected."""

    def __init__(self, data: bytes, source: str) -> None:
        super().__init__(
            _("{source} is a feed, not an article; “{follow} {source}” follows it.").format(
                source=source, follow=_FOLLOW
            )
        )
        self.data, self.source = data, source


def is_about_a_feed(error: SourceError) -> bool:
    """Whether an error, from a child process too, says that the source is a feed."""
    return f"“{_FOLLOW} " in str(error)
