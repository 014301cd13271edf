"""Read the articles of a feed that nobody follows."""

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.source_names import spoken
from core.articles.sources import read_article
from core.feeds.entries import article_of, part_of
from core.feeds.parsing import NoFeedError, parse
from core.translation import _


def articles_in_feed(data: bytes, source: str) -> tuple[list[Article], str]:
    """The articles of a feed, the latest first, and a sentence about those that could not be read.

    Articles of which the feed has only the beginning are read from their pages. Raises SourceError if there are none.
    """
    name = spoken(source)
    try:
        feed = parse(data, source)
    except NoFeedError as error:
        raise SourceError(_("Cannot read the feed {name}: {error}.").format(name=name, error=error)) from None
    articles, troubles = list[Article](), list[str]()
    for entry in feed.entries:
        try:
            articles.append(article_of(entry, feed, feed.title or name, read_article))
        except SourceError as error:
            troubles.append(str(error))
            part = part_of(entry, feed, feed.title or name)
            articles += [part] if part is not None else []
    if not articles:
        raise SourceError(
            troubles[0]
            if troubles
            else _("There is nothing to read in {name}: the feed is empty.").format(name=name)
        )
    if not troubles:
        return articles, ""
    return (
        articles,
        _("{number} of {all} articles of {name} could not be read: {trouble}").format(
            number=len(troubles), all=len(feed.entries), name=name, trouble=troubles[0]
        ),
    )
