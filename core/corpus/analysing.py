"""One document to one line of JSON: what every worker does, on this machine or another."""

import gc
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from threading import Lock
from typing import Any

from core.analysis.serialise import to_dict
from core.analyzer.analyze import analyze, load
from core.articles import Article, Publication
from core.articles.decoding import normalise
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError
from core.articles.serialise import iso_day
from core.articles.sources import read_articles
from core.articles.texts import plain_article
from core.corpus.document import Document, Json, Outcome
from core.feeds.reading import articles_in_feed
from core.language.encoder.threads import THREADS
from core.translation import _

LONGEST = 2_000_000
"""Characters; a longer text would take hours and gigabytes, and is set aside."""
_TITLES, _SITES, _DAYS = ("title", "headline"), ("site", "outlet", "publisher"), ("published", "date", "day")
_ADDRESSES, _AUTHORS, _LANGUAGES = ("url", "address", "link"), ("authors", "author"), ("language", "lang")
_ONE_AT_A_TIME = Lock()
"""The pipeline is one per process; a worker with several threads takes turns."""


def analyse(documents: Sequence[Document]) -> list[Outcome]:
    """What becomes of each document. Never raises for a document that is bad: its outcome says what is wrong."""
    with _ONE_AT_A_TIME:
        return [_outcome(document) for document in documents]


def analyse_on_one_thread(documents: Sequence[Document]) -> list[Outcome]:
    """As `analyse`, in a worker that has one processor of many."""
    os.environ.setdefault(THREADS, "1")
    outcomes = analyse(documents)
    _keep_what_is_loaded()
    return outcomes


@cache
def _keep_what_is_loaded() -> None:
    """Leave out what the first batch has loaded, hundreds of thousands of objects, when garbage is looked for."""
    gc.collect()
    gc.freeze()


def warm_up() -> None:
    """Load the German pipeline, so that worker processes forked from this one share its memory."""
    load("de")


def _outcome(document: Document) -> Outcome:
    if document.unreadable:
        return Outcome(document.source, error=document.unreadable)
    try:
        articles, notice = articles_of(document)
    except (SourceError, OSError) as error:
        return Outcome(document.source, error=str(error))
    if any(len(article.text) > LONGEST for article in articles):
        return Outcome(
            document.source, error=_("It has more than {longest:,} characters.").format(longest=LONGEST)
        )
    try:
        found = (line_of(to_dict(article, analyze(article)), document.metadata) for article in articles)
        return Outcome(document.source, tuple(found), notice=notice)
    except OSError:
        raise  # The model is missing or damaged: no document will fare better.
    except Exception as error:
        return Outcome(
            document.source,
            error=_("The analysis failed: {kind}: {error}.").format(kind=type(error).__name__, error=error),
        )


def line_of(data: Json, metadata: Json) -> str:
    """The object that is written for an article; its archive's own fields are in "metadata", if it has any."""
    whole: dict[str, Any] = {**data, **({"metadata": metadata} if metadata else {})}
    return json.dumps(whole, ensure_ascii=False)


def articles_of(document: Document) -> tuple[list[Article], str]:
    """The articles of a document, and what is worth knowing of how they were read.

    There is one, but for a book, a mailbox or a feed. Raises SourceError.
    """
    if document.article is not None:
        return [document.article], document.article.notice
    if document.text is not None:
        return [_article_of(document.text, document)], ""
    try:
        articles = read_articles(document.source)
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
