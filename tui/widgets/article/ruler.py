"""The reading ruler: it lies below one line of text and is kept as an offset, so it stays with its words."""

from core.articles.article import Article
from core.text.spans import Span
from tui.model.marks import Target
from tui.widgets.article.layout import Layout


def lay_ruler(target: Target | None, sight: Span) -> int:
    """Where a new ruler lies: on the target if it is within `sight`, otherwise on the first visible line."""
    top, bottom = sight
    return target.start if target is not None and top <= target.start < bottom else top


def move_ruler(ruler: int, layout: Layout, count: int) -> int:
    """The ruler moved by lines of text, down or, by less than 0, up; lines without text are skipped."""
    step = 1 if count > 0 else -1
    row = here = layout.row_of(ruler)
    while count and 0 <= row + step < layout.height:
        row += step
        if layout.line(row).holds_text:
            here = row
            count -= step
    return layout.line(here).start


def ruler_at_edge(article: Article, at_end: bool) -> int | None:
    """The ruler on the last or the first line of the article; None where it has no text."""
    if not article.blocks:
        return None
    return article.blocks[-1].end - 1 if at_end else article.blocks[0].start
