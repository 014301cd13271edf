"""The sentence before a statement that says little by itself, such as “wies das zurück”: what it points back to."""

import re
from collections.abc import Sequence
from functools import cache

from core.analysis import Quote, QuoteType
from core.articles import Article, Block, BlockKind
from core.library.index.terms import sound
from core.text.segments import nearest, sentences
from core.text.spans import Span, text_of
from core.text.tables import listed

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 8
"""Words up to which a statement that points back is not understood by itself."""
_HARDLY_ANY = 2
"""Words up to which one that tells what somebody does in words is not."""
_MOST = 300
"""Characters of the sentence that are kept."""
_READ = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADLINE)


def sentence_before(quote: Quote, article: Article) -> str:
    """What was said just before a statement that needs it; empty for one that stands by itself."""
    words = [each.casefold() for each in _WORD.findall(text_of(quote.spans, article.text))]
    points = len(words) <= _FEW and not _pointing().isdisjoint(words)
    if quote.type is QuoteType.DIRECT or not (
        points or (quote.type is QuoteType.REPORTED and len(words) <= _HARDLY_ANY)
    ):
        return ""
    span = _before(quote.spans[0][0], article.text, article.blocks)
    return sound(" ".join(article.text[slice(*span)].split())[:_MOST]) if span else ""


def _before(offset: int, text: str, blocks: Sequence[Block]) -> Span | None:
    """The sentence before the one at an offset, in the same block or at the end of the one before."""
    read = [each for each in blocks if each.kind in _READ and each.start <= offset]
    if not read or offset >= read[-1].end:
        return None
    here = sentences(text, read[-1].start, read[-1].end)
    if here and (at := nearest(here, offset)) > 0:
        return here[at - 1]
    earlier = sentences(text, read[-2].start, read[-2].end) if len(read) > 1 else []
    return earlier[-1] if earlier else None


@cache
def _pointing() -> frozenset[str]:
    return frozenset(listed("pointing_back"))
