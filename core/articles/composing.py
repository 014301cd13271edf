"""A text put together of blocks, for sources that are not one text to begin with."""

from dataclasses import dataclass, field

from core.articles.article import Block, BlockKind
from core.articles.blocks import CREDIT, CREDIT_LENGTH, TEASER, TEASER_LENGTH
from core.articles.captions import fold
from core.articles.datelines import with_datelines

BETWEEN = "\n\n"
"""What stands between blocks: the same that parts them in a plain text."""


@dataclass(slots=True)
class Composition:
    """The text as it grows, a part a block, and the blocks in it."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def add(self, kind: BlockKind, words: str) -> None:
        """Go on with a block; one without words is left out."""
        words = words.strip()
        if not words:
            return
        start = self.blocks[-1].end + len(BETWEEN) if self.blocks else 0
        self.parts.append(words)
        self.blocks.append(Block(kind, start, start + len(words)))

    @property
    def text(self) -> str:
        """The whole text."""
        return BETWEEN.join(self.parts)

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks, repeated captions and datelines told."""
        text = self.text
        return text, tuple(with_datelines(fold(self.blocks, text), text))


def paragraph_kind(words: str) -> BlockKind:
    """What a paragraph is by its words: a credit or a teaser has set ones."""
    if len(words) <= CREDIT_LENGTH and CREDIT.match(words):
        return BlockKind.CREDIT
    if len(words) <= TEASER_LENGTH and TEASER.match(words):
        return BlockKind.TEASER
    return BlockKind.PARAGRAPH
