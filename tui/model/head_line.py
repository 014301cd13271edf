"""The line above an article: who published it, who wrote it, when, and how long it takes to read."""

from collections.abc import Sequence

from core.articles.article import Article, minutes_to_read
from core.articles.source_names import outlet_of, outlet_words
from core.translation import _
from tui.model.days import exact_words

NAMED = 3
"""Authors that are named; of more it says how many."""


def lack_words(is_headline: bool, is_part: bool) -> str:
    """That there is no more of an article than its headline or a part; empty for a whole one."""
    if is_headline:
        return _("text could not be read")
    return _("in part") if is_part else ""


def author_words(authors: Sequence[str]) -> str:
    """Who wrote an article; of many how many there are besides."""
    others = len(authors) - NAMED
    return ", ".join((*authors[:NAMED], *((_("{n} more").format(n=others),) if others > 0 else ())))


def head_words(article: Article) -> str:
    """Source, authors, day and minutes, as far as they are known: "Küstenbote · Jette Claasen · 2026-03-14 · 3 min".

    At the end stands that it is only a part of the article, if it is.
    """
    about = article.publication
    parts = [(about.site if about else "") or outlet_words(outlet_of(article.source))]
    if about is not None:
        parts += [author_words(about.authors), exact_words(about.published, about.moment)]
        if about.modified:
            parts.append(_("changed {day}").format(day=about.modified))
    parts.append(_("{n} min").format(n=minutes_to_read(len(article.text))))
    parts.append(lack_words(article.is_headline, about is not None and about.partial))
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())
