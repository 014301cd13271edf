"""Make an article from a text that has already been read, plain or Markdown."""

from core.articles.article import Article
from core.articles.blocks import segment
from core.articles.source_names import is_address
from core.articles.titles import title_of


def plain_article(text: str, source: str) -> Article:
    """The article in a plain text. Offsets refer to the text as given (see `decoding.normalise`)."""
    blocks = segment(text)
    return Article(source, text, blocks, "und", title_of(text, blocks))


def markdown_article(markdown: str, source: str) -> Article:
    """The article in a Markdown text. Offsets refer to the rendered text, without the markup."""
    from core.articles.markdown.document import (
        from_markdown,
    )  # importing the parser would slow down every start

    text, blocks, links, stated = from_markdown(markdown, source if is_address(source) else "")
    title = stated.title or title_of(text, blocks)
    return Article(source, text, blocks, "und", title, stated.publication, links=links)
