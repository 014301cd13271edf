"""Files of several articles: which of them is meant, and how the others are named."""

from dataclasses import replace

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.source_names import is_address, numbered, spoken
from core.translation import _, ngettext


def first_of(articles: list[Article]) -> Article:
    """The first of the articles in a source; if there are more, with a notice that says so."""
    first = articles[0]
    if len(articles) == 1:
        return first
    name = first.source.rpartition("#")[0]
    sentence = (
        _("{name} holds {number} articles; this is the first. Others: {second} to {last}.")
        if len(articles) > 2
        else _("{name} holds {number} articles; this is the first. Others: {last}.")
    )
    notice = sentence.format(
        name=spoken(name), number=len(articles), second=numbered(name, 2), last=numbered(name, len(articles))
    )
    return replace(first, notice=f"{first.notice} {notice}".strip())


def selected(articles: list[Article], name: str, number: int | None) -> list[Article]:
    """The article with a number among those of the source `name`, or all of them for None. Raises SourceError."""
    if number is None or (len(articles) == 1 and is_address(name)):
        return articles  # On a page, "#3" is a place in it.
    if number > len(articles):
        sentence = ngettext(
            "Cannot read {name}: {file} holds {number} article.",
            "Cannot read {name}: {file} holds {number} articles.",
            len(articles),
        )
        raise SourceError(
            sentence.format(name=numbered(name, number), file=spoken(name), number=len(articles))
        )
    return [articles[number - 1]]
