"""A part of a long article, to be analysed before the whole."""

from dataclasses import replace

from core.analyzer.smoothing import Edit, Smoothed
from core.articles import Article

LONG = 40_000
"""Characters from which on an article takes so long that a part of it is analysed first."""
BEFORE, AFTER = 1_500, 7_500
"""How far the part reaches at least before and behind where one reads."""


def window(article: Article, at: int) -> Smoothed | None:
    """The blocks around an offset as an article of their own, with the way back; None for one that is not long."""
    if len(article.text) < LONG:
        return None
    blocks = [block for block in article.blocks if block.end > at - BEFORE and block.start < at + AFTER]
    if not blocks or len(blocks) == len(article.blocks):
        return None
    start, end = blocks[0].start, blocks[-1].end
    part = replace(
        article,
        text=article.text[start:end],
        blocks=tuple(
            replace(
                block,
                start=block.start - start,
                end=block.end - start,
                repeats=None,
                dateline=None if block.dateline is None else block.dateline - start,
            )
            for block in blocks
        ),
    )
    return Smoothed(part, article, (Edit(0, start, ""), Edit(end, len(article.text), "")))
