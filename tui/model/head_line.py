"""The line above an article: who published it, who wrote it, when, and how long it takes to read."""

from math import ceil

from core.articles.article import Article
from core.articles.source_names import outlet_of

PACE = 1300
"""Characters read in a minute: 200 words of German, with the spaces after them."""
NAMED = 3
"""Authors that are named; of more it says how many."""


def head_words(article: Article) -> str:
    """Source, authors, day and minutes, as far as they are known: "Küstenbote · Jette Claasen · 2026-03-14 · 3 min"."""
    about = article.publication
    parts = [(about.site if about else "") or outlet_of(article.source)]
    if about is not None:
        others = len(about.authors) - NAMED
        names = about.authors[:NAMED] + ((f"{others} more",) if others > 0 else ())
        parts += [", ".join(names), about.published]
        if about.modified:
            parts.append(f"changed {about.modified}")
    parts.append(f"{minutes(article)} min")
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def minutes(article: Article) -> int:
    """How long the article takes to read, at least a minute."""
    story = (block for block in article.blocks if block.kind.is_story and block.repeats is None)
    return max(1, ceil(sum(block.end - block.start for block in story) / PACE))
