"""Read articles from files, standard input and web addresses."""

from core.articles.article import Article
from core.articles.feed_signs import is_feed
from core.articles.files.kinds import Kind
from core.articles.interpreting import articles_of
from core.articles.numbering import first_of, selected
from core.articles.obtaining import obtain
from core.articles.source_names import STANDARD_INPUT, address_alone, without_number

_WEIGHTY = 1 << 20
"""Bytes from which on a source is read in a child process, whatever it is."""
_WEIGHTY_KINDS = (Kind.PDF, Kind.EPUB, Kind.MAILBOX)


def read_article(source: str) -> Article:
    """Read the article at an address, in a file, or on standard input for "-".

    An address is fetched. From a web page, fetched or saved, only the article is taken. Of a file that holds several
    articles this is the first, and its notice says how to name the others; "book.epub#3" names the third. Raises
    SourceError if no article can be read.
    """
    return first_of(read_articles(source))


def read_articles(source: str) -> list[Article]:
    """Read all articles in a source: one in most, but one for each chapter of a book and each mail of a mailbox.

    Standard input that holds nothing but an address stands for it.

    If there are several, each has the name of the source with its number, counted from 1. Raises SourceError.
    """
    name, number = without_number(source)
    found = obtain(name)
    if name == STANDARD_INPUT and (address := address_alone(found.data)):
        return read_articles(address)
    if (len(found.data) > _WEIGHTY or found.kind in _WEIGHTY_KINDS) and not is_feed(found.data):
        from core.articles.in_child_process import (
            read_obtained_apart,
        )  # imported only where a process is started

        return selected(read_obtained_apart(found), name, number)
    return selected(articles_of(found), name, number)
