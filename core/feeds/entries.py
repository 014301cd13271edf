"""The article of an entry: from the feed if that has all of it, else from its page."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import cast

from core.articles.article import Article, Block, BlockKind, Publication
from core.articles.errors import SourceError
from core.articles.late import late
from core.articles.links.tags import tagged
from core.articles.source_names import is_address
from core.articles.texts import plain_article
from core.feeds.parsing import Entry, ParsedFeed, plain
from core.text.spans import whole_words
from core.text.tables import either
from core.translation import _

_WHOLE = 150
"""Words from which on the text in a feed is taken for the whole article."""
_CUT = re.compile(rf"(?:\.\.\.|\[…\]|\[\.\.\.\]|{either('cut_off')})\W*$", re.IGNORECASE)
"""How a text ends of which the rest is elsewhere."""
_HEADING = 60
"""Characters of the first words by which an entry without a title is called."""


def article_of(
    entry: Entry, feed: ParsedFeed, name: str, read: Callable[[str], Article], from_page: bool = False
) -> Article:
    """The article of an entry; `read` reads one from its page, which has to be if `from_page`. Raises SourceError.

    An entry never leads to a file of this machine. What its page does not say of day, site and authors is taken from
    the feed, which is called `name`.
    """
    in_feed = is_in_feed(entry) and not from_page
    article = _from_feed(entry, feed, name) if in_feed else read(entry.address)
    return _told(article, entry, name)


def is_in_feed(entry: Entry) -> bool:
    """Whether all of an entry is in the feed, or nowhere else."""
    words = plain(entry.html)
    is_whole = len(words.split()) >= _WHOLE and not _CUT.search(words)
    return is_whole or not is_address(entry.address)


def source_of(entry: Entry, name: str) -> str:
    """The source of the article of an entry in a feed of a name."""
    return entry.address or f"{name}: {entry.id}"


def part_of(entry: Entry, feed: ParsedFeed, name: str) -> Article | None:
    """What a feed called `name` has of an entry whose page cannot be read; None if that is not a word."""
    try:
        article = _told(_from_feed(entry, feed, name), entry, name)
    except SourceError:
        return None
    return _as_part(article)


def headline_of(entry: Entry, name: str) -> Article | None:
    """What there is of an entry in a feed of a name that has no words of it but the headline; None without one."""
    if not entry.title:
        return None
    headline = Block(BlockKind.HEADLINE, 0, len(entry.title))
    article = Article(source_of(entry, name), f"{entry.title}\n", (headline,), "und", entry.title)
    return _as_part(_told(article, entry, name))


def heading_of(entry: Entry) -> str:
    """What an entry is called by: its title, else its first words, else where it is."""
    words = plain(entry.html)
    beginning = whole_words(words, _HEADING)
    return entry.title or (beginning if beginning == words else f"{beginning}…") or entry.address or entry.id


def _as_part(article: Article) -> Article:
    return replace(article, publication=replace(article.publication or Publication(), partial=True))


def _told(article: Article, entry: Entry, name: str) -> Article:
    """An article with what its entry says of it where it says nothing itself."""
    told = Publication(entry.authors, entry.published, name, entry.address, moment=entry.moment)
    return replace(article, publication=(article.publication or Publication()).completed(told, entry.address))


def _from_feed(entry: Entry, feed: ParsedFeed, name: str) -> Article:
    source = source_of(entry, name)
    if not plain(entry.html):
        raise SourceError(
            _("There is nothing to read in “{title}” of {name}.").format(
                title=entry.title or entry.id, name=name
            )
        )
    base = f'<base href="{escape(entry.address)}">' if is_address(entry.address) else ""
    page = (
        f'<!doctype html><html lang="{escape(feed.language or "de")}"><head><meta charset="utf-8">{base}'
        f"<title>{escape(entry.title)}</title></head><body><article><h1>{escape(entry.title)}</h1>"
        f"{entry.html}</article></body></html>"
    )
    try:
        read = late("core.articles.files.saved_page:page")
        return cast(
            Article, replace(read(page.encode("utf-8", "replace"), source, "", "utf-8"), source=source)
        )
    except SourceError:
        article = plain_article(f"{entry.title}\n\n{plain(entry.html)}\n", source)
        return replace(article, links=tagged(entry.html, entry.address).rewritten(article.text).links)
