"""What the resolution of actors looks at: the text with its blocks, sentences and words."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.articles import Block, BlockKind
from core.language.lexicon import Lexicon
from core.spans import Span


@dataclass(frozen=True, slots=True)
class Story:
    """A text, what each stretch of it is, where its sentences begin and end, and the lexicon of its language."""

    text: str
    blocks: Sequence[Block]
    sentences: Sequence[Span]
    """In order and without overlap."""
    lexicon: Lexicon
    _block_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _sentence_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_block_starts", tuple(block.start for block in self.blocks))
        object.__setattr__(self, "_sentence_starts", tuple(start for start, _ in self.sentences))

    def block_at(self, offset: int) -> int | None:
        """Index of the block that holds a character, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].end else None

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a character, or of the last one before it; -1 where there is none."""
        return bisect_right(self._sentence_starts, offset) - 1

    def is_told(self, offset: int) -> bool:
        """Whether a character belongs to the report, and not to a credit or a teaser."""
        index = self.block_at(offset)
        return index is not None and self.blocks[index].kind.is_story

    def is_running_text(self, offset: int) -> bool:
        """Whether a character stands in a paragraph or list, where one sentence follows from another."""
        index = self.block_at(offset)
        return index is not None and self.blocks[index].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

    def before(self, offset: int, reach: int = 120) -> str:
        """The text before a character, within its block, at most `reach` characters."""
        index = self.block_at(offset)
        start = 0 if index is None else self.blocks[index].start
        return self.text[max(start, offset - reach) : offset]

    def after(self, offset: int, reach: int = 160) -> str:
        """The text from a character on, within the block of the character before it, at most `reach` characters."""
        index = self.block_at(max(0, offset - 1))
        end = len(self.text) if index is None else self.blocks[index].end
        return self.text[offset : min(end, offset + reach)]
