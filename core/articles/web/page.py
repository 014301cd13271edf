"""The article on a page, fetched or saved."""

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.language import LANGUAGES, UNKNOWN
from core.articles.source_names import spoken
from core.articles.titles import title_of
from core.articles.web.charset import characters
from core.articles.web.extraction import TooShortError, extract
from core.articles.web.named_feeds import named_feed
from core.translation import _


def page_article(
    data: bytes, source: str, read_from: str = "", declared: str = "", saved_from: str = ""
) -> Article:
    """The article on a page given as bytes.

    `source` is the page's name for the user, `read_from` the address it was fetched from ("" for a saved page), and
    `declared` the encoding named by the server; a saved page was at `saved_from`, if that is known. Raises
    SourceError if the page contains no article.
    """
    try:
        found, words = extract(characters(data, declared), read_from, saved_from), 0
    except TooShortError as error:
        found, words = None, error.words
    if found is None:
        raise SourceError(_none(spoken(source), named_feed(data, read_from), words))
    # The language of the text itself counts for more than the declared one, which is often just a default.
    language = found.language if found.language and found.language not in LANGUAGES else UNKNOWN
    title = found.title or title_of(found.text, found.blocks)
    kept = found.publication.address or read_from
    name = kept if read_from else source
    return Article(name, found.text, found.blocks, language, title, found.publication, links=found.links)


_SENTENCE = 12
"""Words from which on what is too short for an article may be all of one."""


def _none(name: str, feed: str, words: int) -> str:
    """Why there is no article on a page of so many words, and what to do about it."""
    if words >= _SENTENCE:
        sentence = _(
            "Too little text for an article in {name}, {words} words: to read it nevertheless, select it in the "
            "browser, copy it, and give it to “lesart -”."
        )
        if feed:
            sentence += " " + _("The page names a feed, {feed}: “a” in the list of feeds follows it.")
    elif feed:
        sentence = _(
            "No article found in {name}, but the page names a feed, {feed}: “a” in the list of feeds follows it, "
            "as does lesart feed add."
        )
    else:
        sentence = _(
            "No article found in {name}: it may only lead to others, or be put together in the browser; "
            "there, select the text, copy it, and give it to “lesart -”."
        )
    return sentence.format(name=name, feed=feed, words=words)
