"""Compose a text from blocks, for sources that are not one text to begin with."""

from dataclasses import dataclass, field, replace

from core.articles.article import Block, BlockKind
from core.articles.blocks import CREDIT, CREDIT_LENGTH, TEASER_LENGTH, is_teaser
from core.articles.captions import fold
from core.articles.datelines import with_datelines
from core.articles.links.link import Link
from core.articles.links.linked import NOTHING, Linked
from core.articles.turns import with_turns
from core.articles.writer_credits import is_writer_credit

BETWEEN = "\n\n"
"""What separates blocks, the same as in a plain text."""


@dataclass(slots=True)
class Composition:
    """A text under construction, one part per block, and the blocks in it."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    bold: set[int] = field(default_factory=set)
    """Indices of the blocks that are all in bold."""
    links: list[Link] = field(default_factory=list)
    """The links in the text so far."""

    def add(
        self,
        kind: BlockKind,
        words: str,
        entry: str | None = None,
        bold: bool = False,
        told: Linked = NOTHING,
    ) -> None:
        """Append a block; a block without words is left out. `told` is what its words were, with their links."""
        words = words.strip()
        if not words:
            return
        start = self.blocks[-1].end + len(BETWEEN) if self.blocks else 0
        self.parts.append(words)
        if bold:
            self.bold.add(len(self.blocks))
        self.blocks.append(Block(kind, start, start + len(words), entry=entry))
        self.links += [
            replace(link, start=start + link.start, end=start + link.end)
            for link in told.rewritten(words).links
        ]

    @property
    def text(self) -> str:
        """The complete text so far."""
        return BETWEEN.join(self.parts)

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks, with repeated captions, datelines and the turns of an interview marked."""
        text = self.text
        return text, tuple(with_turns(with_datelines(fold(self.blocks, text), text), text, self.bold))


def paragraph_kind(words: str) -> BlockKind:
    """The kind of a paragraph by its words: credits and teasers use fixed phrases."""
    if (len(words) <= CREDIT_LENGTH and CREDIT.match(words)) or is_writer_credit(words):
        return BlockKind.CREDIT
    if len(words) <= TEASER_LENGTH and is_teaser(words):
        return BlockKind.TEASER
    return BlockKind.PARAGRAPH
