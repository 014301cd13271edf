"""Files of several articles: which of them is meant, and how the others are named."""

from dataclasses import replace

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.source_names import is_address, numbered, spoken


def first_of(articles: list[Article]) -> Article:
    """The first of the articles in a source; if there are more, with a notice that says so."""
    first = articles[0]
    if len(articles) == 1:
        return first
    name = first.source.rpartition("#")[0]
    last = numbered(name, len(articles))
    others = f"{numbered(name, 2)} to {last}" if len(articles) > 2 else last
    notice = f"{spoken(name)} holds {len(articles)} articles; this is the first. Others: {others}."
    return replace(first, notice=f"{first.notice} {notice}".strip())


def selected(articles: list[Article], name: str, number: int | None) -> list[Article]:
    """The article with a number among those of the source `name`, or all of them for None. Raises SourceError."""
    if number is None or (len(articles) == 1 and is_address(name)):
        return articles  # On a page, "#3" is a place in it.
    if number > len(articles):
        holds = f"{len(articles)} articles" if len(articles) > 1 else "one article"
        raise SourceError(f"Cannot read {numbered(name, number)}: {spoken(name)} holds {holds}.")
    return [articles[number - 1]]
