"""The article on a page, fetched or saved."""

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.language import LANGUAGES, UNKNOWN
from core.articles.source_names import spoken
from core.articles.titles import title_of
from core.articles.web.charset import characters
from core.articles.web.extraction import extract
from core.translation import _


def page_article(data: bytes, source: str, read_from: str = "", declared: str = "") -> Article:
    """The article on a page given as bytes.

    `source` is the page's name for the user, `read_from` the address it was fetched from ("" for a saved page), and
    `declared` the encoding named by the server. Raises SourceError if the page contains no article.
    """
    found = extract(characters(data, declared), read_from)
    if found is None:
        name = spoken(source)
        raise SourceError(
            _(
                "No article found in {name}: it may only lead to others, or be put together in the browser; "
                "there, select the text, copy it, and give it to “lesart -”."
            ).format(name=name)
        )
    # The language of the text itself counts for more than the declared one, which is often just a default.
    language = found.language if found.language and found.language not in LANGUAGES else UNKNOWN
    title = found.title or title_of(found.text, found.blocks)
    kept = found.publication.address or read_from
    return Article(
        kept if read_from else source, found.text, found.blocks, language, title, found.publication
    )
