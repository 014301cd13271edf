"""What the library knows of an address: its text for when it cannot be fetched, and how it was published."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError
from core.articles.numbering import first_of
from core.articles.source_names import is_address, is_id
from core.articles.sources import read_articles
from core.library.errors import LibraryError
from core.library.library import Library
from core.library.versions import is_version
from core.translation import _

_WHOLE = 64
"""Characters of an id."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article of the library, as it was read from an address."""

    article: Article
    day: str
    """When it was opened last, or else filed, as ISO 8601."""


def known(library: Library, source: str) -> Known | None:
    """What the library has from an address; None if that is nothing, or the source is no address. Never fails."""
    if is_address(source):
        with suppress(LibraryError):
            record = library.article_from(source)
            article = library.load_article(record.key) if record is not None and not record.removed else None
            if record is not None and article is not None:
                day = (record.last_opened or record.first_opened)[:10]
                return Known(replace(article, source=source), day)
    return None


def read_all(source: str, kept: Known | None) -> list[Article]:
    """The articles in a source; of an address that cannot be read, what was kept of it, with a notice.

    What a page does not say of its publication is taken from what was kept, if that is the same article. Raises
    SourceError.
    """
    try:
        articles = read_articles(source)
    except FeedError:
        raise
    except SourceError as error:
        if kept is None:
            raise
        notice = _("{error} This is the text that is in the library, of {day}.").format(
            error=error, day=kept.day
        )
        return [replace(kept.article, notice=notice)]
    if kept is None or len(articles) > 1 or not is_version(articles[0].text, kept.article.text):
        return articles
    return [articles[0].published_as(kept.article.publication)]


def read_any(library: Library, source: str, keys: Collection[str] | None = None) -> list[Article]:
    """The same with what a library has of the source, which may be an id, as `by_id` has it. Raises SourceError."""
    kept = by_id(library, source, keys)
    return read_all(source, known(library, source)) if kept is None else [kept]


def read_one(library: Library, source: str) -> Article:
    """The first article in a source, or what the library has of it. Raises SourceError."""
    return first_of(read_any(library, source))


def by_id(library: Library, source: str, keys: Collection[str] | None = None) -> Article | None:
    """The article with an id, or the only one whose id begins so; None for what is no id, or the name of a file.

    The beginning of the id of an earlier version stands for the latest one; the whole of it, for that very text.
    `keys` are those of the library, where they are known. Raises SourceError for an id of none or of several.
    """
    if not is_id(source):
        return None
    if keys is None:
        keys = [record.key for record in library.articles()]
    meant = [key for key in keys if key.startswith(source)]
    if not meant and len(source) < _WHOLE:
        with suppress(LibraryError):
            meant = library.later_than(source)
    meant = meant or [source]
    if len(meant) > 1:
        raise SourceError(
            _("The id {word} means {number} articles; give more of it.").format(
                word=source, number=len(meant)
            )
        )
    article = library.load_article(meant[0])
    if article is None:
        raise SourceError(
            _("No article in the library has the id {word}: see lesart export --list.").format(word=source)
        )
    return article
