"""All links of an article: those that its source marks, and the addresses that are written out in its text."""

import re
from collections.abc import Iterator

from core.articles.article import Article
from core.articles.links.link import Link
from core.articles.links.resolving import is_sound
from core.text.spans import holding

_WRITTEN = re.compile(
    r"(?<![\w@./:-])(?:https?://|www\.(?=[\w-]+\.\w))[^\s<>\"„“”»«‹›‚‘’|\\^`{}–—…]+", re.IGNORECASE
)
_BEHIND = ".,;:!?'*_"
"""What ends a sentence around an address rather than the address."""
_BRACKETS = {")": "(", "]": "["}


def links_of(article: Article) -> tuple[Link, ...]:
    """The links of an article in the order of its text, but for those in blocks that say an earlier one again."""
    marked = [link for link in article.links if holding(article.repeated, link.start) is None]
    spans = [link.span for link in article.links]
    written = [
        link
        for link in written_out(article.text)
        if holding(article.repeated, link.start) is None
        and holding(spans, link.start) is None
        and holding(spans, link.end - 1) is None
    ]
    return tuple(sorted((*marked, *written), key=lambda link: link.span))


def written_out(text: str) -> Iterator[Link]:
    """The addresses in a text that anybody can read as such: those with https:// or www in front."""
    for match in _WRITTEN.finditer(text):
        words = _without_what_follows(match[0])
        address = words if words[:4].casefold() == "http" else f"https://{words}"
        if is_sound(address):
            yield Link(match.start(), match.start() + len(words), address)


def _without_what_follows(words: str) -> str:
    """An address without the punctuation of the sentence that it stands in, and brackets that open before it."""
    while words:
        last = words[-1]
        if last in _BEHIND or (last in _BRACKETS and words.count(last) > words.count(_BRACKETS[last])):
            words = words[:-1]
        else:
            break
    return words
