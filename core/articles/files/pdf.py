"""The article in a PDF."""

from core.articles.article import Article
from core.articles.errors import SourceError


def pdf_articles(data: bytes, source: str) -> list[Article]:
    """The article in a PDF. Raises SourceError."""
    del data
    raise SourceError(f"{source} is a PDF and no page; save its text to a file and open that.")
