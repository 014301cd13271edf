"""How the blocks of an article are set, whatever the width: what stands before, above and below their lines."""

import re
from dataclasses import dataclass

from core.articles.article import Article, Block, BlockKind
from tui.widgets.article.wrap import Stretch

_MARKER = re.compile(r"(?:[-*•‣▪◦·]|\d{1,3}[.)])\s+")
"""What a list item begins with, if its source gives it a sign of its own."""

_LEADS = {BlockKind.LIST_ITEM: "• ", BlockKind.TEASER: "→ "}
_INDENTS = {BlockKind.LIST_ITEM: 2, BlockKind.TEASER: 2, BlockKind.CAPTION: 2, BlockKind.CREDIT: 2}
_CLOSE = {
    (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
    (BlockKind.TEASER, BlockKind.TEASER),
    (BlockKind.CAPTION, BlockKind.CREDIT),
}
"""Kinds that stand right below each other."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one block is set."""

    stretch: Stretch
    """Its words."""
    above: int
    """Blank lines above it."""
    lead: str = ""
    """What stands before its first line, within the indent, and is not in the article."""
    first: int = 0
    """Columns before the first line, the lead included."""
    rest: int = 0
    """Columns before every further line."""
    is_ruled: bool = False
    """Whether a rule stands below it."""
    is_folded: bool = False
    """Whether a single line tells that something is said again here."""


def settings(article: Article, unfolded: bool) -> tuple[Setting, ...]:
    """How each block is set; `unfolded` shows captions in full that repeat others."""
    before: Block | None = None
    found: list[Setting] = []
    for block in article.blocks:
        found.append(_setting(article.text, before, block, unfolded))
        before = block
    return tuple(found)


def _setting(text: str, before: Block | None, block: Block, unfolded: bool) -> Setting:
    kind = block.kind
    stretch = Stretch(text, block.start, block.end)
    is_folded = block.repeats is not None and not unfolded
    above = _above(before, block, is_folded)
    if is_folded:
        return Setting(stretch, above, first=2, is_folded=True)
    if kind is BlockKind.LIST_ITEM and (marker := _MARKER.match(text, block.start, block.end)):
        return Setting(stretch, above, rest=min(len(marker[0]), 6))
    indent = _INDENTS.get(kind, 0)
    return Setting(stretch, above, _LEADS.get(kind, ""), indent, indent, kind is BlockKind.HEADLINE)


def _above(before: Block | None, block: Block, is_folded: bool) -> int:
    if before is None:
        return 1
    if (before.kind, block.kind) in _CLOSE or (is_folded and before.kind is BlockKind.CAPTION):
        return 0
    return 2 if block.kind in (BlockKind.SUBHEADING, BlockKind.HEADLINE) else 1
