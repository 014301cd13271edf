"""Make articles of what was obtained from a source, each kind of file by its own module."""

from collections.abc import Callable
from dataclasses import replace

from core.articles.article import Article
from core.articles.decoding import UndecodableError, decode
from core.articles.errors import SourceError
from core.articles.files.kinds import TEXT_TYPES, Kind
from core.articles.mending import mended
from core.articles.obtaining import Obtained
from core.articles.source_names import numbered, spoken
from core.articles.texts import markdown_article, plain_article

LONGEST = 10_000_000
"""Characters of a text."""


def articles_of(found: Obtained) -> list[Article]:
    """All articles in what was obtained, in order, each with a name of its own. Raises SourceError."""
    articles = _read(found)
    if len(articles) == 1:
        return articles
    return [replace(each, source=numbered(each.source, number)) for number, each in enumerate(articles, 1)]


def _read(found: Obtained) -> list[Article]:
    name = found.address or found.source
    match found.kind:
        case Kind.PDF:
            from core.articles.files.pdf import pdf_article

            return [pdf_article(found.data, name)]
        case Kind.EPUB:
            from core.articles.files.epub import epub_articles

            return epub_articles(found.data, name)
        case Kind.MESSAGE:
            from core.articles.files.messages import message_article

            return [message_article(found.data, name)]
        case Kind.MAILBOX:
            from core.articles.files.mailbox import mailbox_articles

            return mailbox_articles(found.data, name)
        case Kind.WEB_ARCHIVE:
            from core.articles.files.web_archive import web_archive_article

            return [web_archive_article(found.data, name)]
        case Kind.PAGE:
            return [_with_mended_letters(found, _page)]
        case _:
            return [_with_mended_letters(found, _text)]


def _with_mended_letters(found: Obtained, read: Callable[[Obtained], Article]) -> Article:
    """The article; if its text had been encoded twice, from the text as it was before, with a notice."""
    better = mended(found.data)
    if better is None:
        return read(found)
    notice = (
        f"The text of {spoken(found.address or found.source)} was encoded twice; its letters were mended."
    )
    return replace(read(replace(found, data=better)), notice=notice)


def _page(found: Obtained) -> Article:
    if not found.data.strip():
        raise SourceError(f"Nothing to read at {found.source}: the page is empty.")
    if not found.address:
        from core.articles.files.saved_page import saved_page_article

        return saved_page_article(found.data, found.source)
    from core.articles.web.page import page_article  # imported only when a page is read

    return page_article(found.data, found.source, found.address, found.charset)


def _text(found: Obtained) -> Article:
    name = spoken(found.source)
    if found.address and found.media_type not in TEXT_TYPES:
        raise SourceError(f"{name} is no page but {found.media_type}; give the address of an article.")
    try:
        text = decode(found.data)
    except UndecodableError as error:
        rather = "the address of an article" if found.address else "a text or Markdown file"
        raise SourceError(f"Cannot read {name}: {error}; give {rather}.") from None
    if not text.strip():
        rest = f"at {name}: the page is empty" if found.address else f"in {name}: it is empty"
        raise SourceError(f"Nothing to read {rest}.")
    if len(text) > LONGEST:
        raise SourceError(f"Cannot read {name}: it is longer than {LONGEST:,} characters, and no article is.")
    make = markdown_article if found.kind is Kind.MARKDOWN else plain_article
    return make(text, found.address or found.source)
