"""The articles of a document, with what its archive says of them. Loads no model."""

from collections.abc import Sequence
from dataclasses import replace

from core.articles import Article, Publication
from core.articles.decoding import normalise
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError
from core.articles.serialise import iso_day
from core.articles.texts import plain_article
from core.corpus.document import Document, Json
from core.feeds.reading import articles_in_feed
from core.library.known_sources import read_all
from core.translation import _

_TITLES, _SITES, _DAYS = ("title", "headline"), ("site", "outlet", "publisher"), ("published", "date", "day")
_ADDRESSES, _AUTHORS, _LANGUAGES = ("url", "address", "link"), ("authors", "author"), ("language", "lang")


def articles_of(document: Document) -> tuple[list[Article], str]:
    """The articles of a document, and what is worth knowing of how they were read.

    There is one, but for a book, a mailbox or a feed. Raises SourceError.
    """
    if document.article is not None:
        return [document.article], document.article.notice
    if document.text is not None:
        return [_article_of(document.text, document)], ""
    try:
        articles = read_all(document.source, document.known)
    except FeedError as error:
        return articles_in_feed(error.data, error.source)
    return articles, articles[0].notice


def _article_of(text: str, document: Document) -> Article:
    """The article in a text; its title, day, site, address, authors and language are taken from the metadata."""
    if not text.strip():
        raise SourceError(_("Nothing to read in {source}: it is empty.").format(source=document.source))
    article = plain_article(normalise(text), document.source)
    publication = _publication(document.metadata)
    title = _first(document.metadata, _TITLES) or article.title
    language = _first(document.metadata, _LANGUAGES)[:2].lower() or article.language
    return replace(article, title=title, publication=publication, language=language)


def _publication(metadata: Json) -> Publication | None:
    authors = next((metadata[name] for name in _AUTHORS if metadata.get(name)), ())
    names = (
        (authors,)
        if isinstance(authors, str)
        else tuple(map(str, authors))
        if isinstance(authors, list)
        else ()
    )
    found = Publication(
        names, iso_day(_first(metadata, _DAYS)[:10]), _first(metadata, _SITES), _first(metadata, _ADDRESSES)
    )
    return found if found != Publication() else None


def _first(metadata: Json, names: Sequence[str]) -> str:
    """The first of these fields that has a text."""
    return next((value for name in names if isinstance(value := metadata.get(name), str) and value), "")
