"""How the blocks of an article are set at any width: what is before, above and below their lines."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from core.articles.article import Article, Block, BlockKind

MARKER = re.compile(r"(?:[-*•‣▪◦·]|\d{1,3}[.)])\s+")
"""What a list item begins with if its source has a marker of its own."""

_LEADS = {BlockKind.LIST_ITEM: "• ", BlockKind.TEASER: "→ "}
_INDENTS = {BlockKind.LIST_ITEM: 2, BlockKind.TEASER: 2, BlockKind.CAPTION: 2, BlockKind.CREDIT: 2}
_CLOSE = {
    (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
    (BlockKind.TEASER, BlockKind.TEASER),
    (BlockKind.CAPTION, BlockKind.CREDIT),
}
"""Kinds that follow each other without a blank line."""


class Setting(NamedTuple):
    """How one block is set."""

    above: int
    """Blank lines above it."""
    lead: str = ""
    """What is drawn before its first line, within the indent, and is not in the article."""
    first: int = 0
    """Columns before the first line, including the lead."""
    rest: int = 0
    """Columns before every further line."""
    is_ruled: bool = False
    """Whether there is a rule below it."""
    is_folded: bool = False
    """Whether one line says, in its place, that a caption is repeated."""

    @property
    def beside(self) -> int:
        """Lines that it takes besides those of its words."""
        return self.above + self.is_ruled


NO_ROWS: Mapping[int, object] = MappingProxyType({})
_shared = cache(Setting)
"""There are few different settings, so even a long article needs each only once."""


def settings(article: Article, unfolded: bool, rows: Mapping[int, object] = NO_ROWS) -> tuple[Setting, ...]:
    """How each block is set; with `unfolded`, captions that repeat others are shown in full.

    `rows` says of the indices of blocks that are rows of a table, which table that is.
    """
    before: Block | None = None
    found: list[Setting] = []
    for index, block in enumerate(article.blocks):
        setting = _setting(article.text, before, block, unfolded)
        if rows and index and rows.get(index) is not rows.get(index - 1):
            setting = setting._replace(above=max(1, setting.above))
        found.append(setting._replace(lead="") if index in rows else setting)
        before = block
    return tuple(found)


def _setting(text: str, before: Block | None, block: Block, unfolded: bool) -> Setting:
    kind = block.kind
    is_folded = block.repeats is not None and not unfolded
    above = _above(before, block, is_folded)
    if is_folded:
        return _shared(above, first=2, is_folded=True)
    if kind is BlockKind.LIST_ITEM and (marker := MARKER.match(text, block.start, block.end)):
        return _shared(above, rest=min(len(marker[0]), 6))
    indent = _INDENTS.get(kind, 0)
    return _shared(above, _LEADS.get(kind, ""), indent, indent, kind is BlockKind.HEADLINE)


def _above(before: Block | None, block: Block, is_folded: bool) -> int:
    if before is None:
        return 1
    if (before.kind, block.kind) in _CLOSE or (is_folded and before.kind is BlockKind.CAPTION):
        return 0
    return 2 if block.kind in (BlockKind.SUBHEADING, BlockKind.HEADLINE) else 1
