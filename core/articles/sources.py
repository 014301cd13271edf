"""Read articles from files, standard input and web addresses."""

import re
import sys
from pathlib import Path

from core.articles.article import Article
from core.articles.decoding import UndecodableError, decode
from core.articles.errors import SourceError
from core.articles.source_names import MARKDOWN, PAGES, STANDARD_INPUT, is_address
from core.articles.texts import markdown_article, plain_article
from core.articles.web.charset import is_page

TEXTS = (*MARKDOWN, ".txt")
"""Endings of files that are read as they are, even if what they hold looks like a page."""


_WEB_LIKE = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/", re.IGNORECASE)
"""What may have been meant as an address."""


def read_article(source: str) -> Article:
    """Read the article at an address, in a file, or on standard input for "-".

    An address is fetched. From a web page, fetched or saved, only the article is taken. Raises SourceError if no
    article can be read.
    """
    if is_address(source):
        from core.articles.web.page import article_at  # imported only when a page is read

        return article_at(source)
    data = _bytes(source)
    name = "standard input" if source == STANDARD_INPUT else source
    if _is_page(source, data):
        from core.articles.web.page import page_article

        return page_article(data, source)
    try:
        text = decode(data)
    except UndecodableError as error:
        raise SourceError(f"Cannot read {name}: {error}; give a text or Markdown file.") from None
    if not text.strip():
        raise SourceError(f"Nothing to read in {name}: it is empty.")
    return (
        markdown_article(text, source) if source.lower().endswith(MARKDOWN) else plain_article(text, source)
    )


def _is_page(source: str, data: bytes) -> bool:
    """Whether a file is a web page: by its extension, or, if that is not conclusive, by how it begins."""
    ending = source.lower()
    if ending.endswith(PAGES):
        return bool(data.strip())
    if ending.endswith(TEXTS) or data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] != b"<":
        return False
    return is_page(data)


def _bytes(source: str) -> bytes:
    if source == STANDARD_INPUT:
        if sys.stdin is None:
            raise SourceError("Cannot read standard input: it is closed; give a file instead.")
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        hint = ", or begin an address with https://" if _WEB_LIKE.match(source) else ""
        raise SourceError(f"Cannot find {source}: check the path{hint}.") from None
    except IsADirectoryError:
        raise SourceError(f"Cannot read {source}: it is a folder; give a file in it.") from None
    except PermissionError:
        raise SourceError(f"Cannot read {source}: you have no permission to.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"Cannot read {source}: {reason}.") from None
