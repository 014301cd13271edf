"""The article in a text that is already at hand, plain or Markdown."""

from core.articles.article import Article
from core.articles.blocks import segment
from core.articles.titles import title_of


def plain_article(text: str, source: str) -> Article:
    """The article in a plain text, whose offsets are those of the text as given (see `decoding.normalise`)."""
    blocks = segment(text)
    return Article(source, text, blocks, "und", title_of(text, blocks))


def markdown_article(markdown: str, source: str) -> Article:
    """The article that a Markdown text says; offsets refer to the rendered text, without the marks."""
    from core.articles.markdown import from_markdown  # the parser is a good part of the start-up time

    text, blocks = from_markdown(markdown)
    return Article(source, text, blocks, "und", title_of(text, blocks))
