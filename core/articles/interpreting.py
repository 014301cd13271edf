"""Turn what was obtained from a source into articles, each kind of file by a module of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from core.articles.article import Article
from core.articles.decoding import UndecodableError, decode, looks_encoded_twice
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError, is_feed
from core.articles.files.kinds import TEXT_TYPES, Kind
from core.articles.late import late
from core.articles.obtaining import Obtained
from core.articles.source_names import numbered, spoken
from core.articles.texts import markdown_article, plain_article
from core.translation import _

LONGEST = 10_000_000
"""Characters of a text."""
_READERS = {
    Kind.PDF: "core.articles.files.pdf.reading:pdf_articles",
    Kind.EPUB: "core.articles.files.epub:epub_articles",
    Kind.MESSAGE: "core.articles.files.messages:message_articles",
    Kind.MAILBOX: "core.articles.files.mailbox:mailbox_articles",
    Kind.WEB_ARCHIVE: "core.articles.files.web_archive:web_archive_articles",
}
"""Module and function for each kind of file that is neither a text nor a page."""


def articles_of(found: Obtained) -> list[Article]:
    """All articles in what was obtained, in order, each with a name of its own. Raises SourceError."""
    articles = _read(found)
    if len(articles) == 1:
        return articles
    return [replace(each, source=numbered(each.source, number)) for number, each in enumerate(articles, 1)]


def _read(found: Obtained) -> list[Article]:
    if is_feed(found.data):
        raise FeedError(found.data, found.address or found.source)
    if found.kind in _READERS:
        return list(late(_READERS[found.kind])(found.data, found.address or found.source))
    return [_with_mended_letters(found, _page if found.kind is Kind.PAGE else _text)]


def _with_mended_letters(found: Obtained, read: Callable[[Obtained], Article]) -> Article:
    """The article; if its text had been encoded twice, from the text as it was before, with a notice."""
    if not looks_encoded_twice(found.data):
        return read(found)
    better = late("core.articles.double_encoding:undone")(found.data)
    if better is None:
        return read(found)
    notice = _("The text of {source} was encoded twice; its letters were mended.").format(
        source=spoken(found.address or found.source)
    )
    return replace(read(replace(found, data=better)), notice=notice)


def _page(found: Obtained) -> Article:
    if not found.data.strip():
        raise SourceError(_("Nothing to read at {source}: the page is empty.").format(source=found.source))
    read = late("core.articles.files.saved_page:page")
    return cast(Article, read(found.data, found.source, found.address, found.charset))


def _text(found: Obtained) -> Article:
    name = spoken(found.source)
    if found.address and found.media_type not in TEXT_TYPES:
        raise SourceError(
            _("{name} is no page but {media_type}; give the address of an article.").format(
                name=name, media_type=found.media_type
            )
        )
    try:
        text = decode(found.data)
    except UndecodableError as error:
        sentence = (
            _("Cannot read {name}: {error}; give the address of an article.")
            if found.address
            else _("Cannot read {name}: {error}; give a text or Markdown file.")
        )
        raise SourceError(sentence.format(name=name, error=error)) from None
    if not text.strip():
        sentence = (
            _("Nothing to read at {source}: the page is empty.")
            if found.address
            else _("Nothing to read in {source}: it is empty.")
        )
        raise SourceError(sentence.format(source=name))
    if len(text) > LONGEST:
        raise SourceError(
            _("Cannot read {name}: it is longer than {longest:,} characters, and no article is.").format(
                name=name, longest=LONGEST
            )
        )
    make = markdown_article if found.kind is Kind.MARKDOWN else plain_article
    return make(text, found.address or found.source)
