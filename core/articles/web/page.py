"""Read the article on a page, fetched or saved."""

from core.articles.article import Article
from core.articles.decoding import UndecodableError, decode
from core.articles.errors import SourceError
from core.articles.language import LANGUAGES, UNKNOWN
from core.articles.texts import markdown_article, plain_article
from core.articles.titles import title_of
from core.articles.web.charset import characters, is_page
from core.articles.web.extraction import extract
from core.articles.web.fetching import fetch

_PAGES = ("text/html", "application/xhtml+xml", "")
_PDF = b"%PDF-"


def article_at(address: str) -> Article:
    """Fetch the article at an address. Its source is the article's permanent address.

    Raises SourceError, with a sentence that names the address, if no article can be read.
    """
    page = fetch(address)
    if page.data.startswith(_PDF) or page.kind == "application/pdf":
        raise SourceError(f"{address} is a PDF and no page; save its text to a file and open that.")
    if not page.data.strip():
        raise SourceError(f"Nothing to read at {address}: the page is empty.")
    if page.kind in ("text/plain", "text/markdown") and not is_page(page.data):
        return _text_article(page.data, page.kind, page.address)
    if page.kind not in _PAGES and not is_page(page.data):
        raise SourceError(f"{address} is no page but {page.kind}; give the address of an article.")
    return page_article(page.data, address, page.address, page.charset)


def page_article(data: bytes, source: str, read_from: str = "", declared: str = "") -> Article:
    """The article on a page given as bytes.

    `source` is the page's name for the user, `read_from` the address it was fetched from ("" for a saved page), and
    `declared` the encoding named by the server. Raises SourceError if the page contains no article.
    """
    found = extract(characters(data, declared), read_from)
    if found is None:
        name = "standard input" if source == "-" else source
        raise SourceError(
            f"No article found in {name}: it may only lead to others, or be put together in the browser; there, select "
            "the text, copy it, and give it to “lesart -”."
        )
    # The language of the text itself counts for more than the declared one, which is often just a default.
    language = found.language if found.language and found.language not in LANGUAGES else UNKNOWN
    title = found.title or title_of(found.text, found.blocks)
    kept = found.publication.address or read_from
    return Article(
        kept if read_from else source, found.text, found.blocks, language, title, found.publication
    )


def _text_article(data: bytes, kind: str, address: str) -> Article:
    """The article in a response that is plain text or Markdown."""
    try:
        text = decode(data)
    except UndecodableError as error:
        raise SourceError(f"Cannot read {address}: {error}; give the address of an article.") from None
    make = markdown_article if kind == "text/markdown" or address.lower().endswith(".md") else plain_article
    return make(text, address)
