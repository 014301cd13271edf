"""What the resolution of actors looks at: the text with its blocks, sentences and words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.articles import Block, BlockKind
from core.lexicon.lexicon import Lexicon
from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its grammar, as a pipeline reads it; empty strings where it says nothing. Tags are those of UD."""

    start: int
    end: int
    pos: str = ""
    dep: str = ""
    head: int = -1
    """Index of its head in the list of words; its own for a root."""
    gender: str = ""
    number: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A text, what each stretch of it is, where its sentences begin and end, and the lexicon of its language."""

    text: str
    blocks: Sequence[Block]
    sentences: Sequence[Span]
    """In order and without overlap."""
    lexicon: Lexicon
    words: Sequence[Word] = ()
    """The words in order with their grammar; none where no pipeline reads it. Rules then go by the text alone."""
    _block_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _sentence_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _word_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_block_starts", tuple(block.start for block in self.blocks))
        object.__setattr__(self, "_sentence_starts", tuple(start for start, _ in self.sentences))
        object.__setattr__(self, "_word_starts", tuple(word.start for word in self.words))

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

    def word_at(self, offset: int) -> Word | None:
        """The word that holds a character, or None where there is none or no grammar."""
        index = bisect_right(self._word_starts, offset) - 1
        return self.words[index] if index >= 0 and offset < self.words[index].end else None

    def index_of(self, word: Word) -> int:
        """Index of one of the words."""
        return bisect_left(self._word_starts, word.start)

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin between two offsets."""
        return self.words[bisect_left(self._word_starts, start) : bisect_left(self._word_starts, end)]

    def head_of(self, start: int, end: int) -> Word | None:
        """The word of a phrase on which the others hang: the first whose head lies outside; None without grammar."""
        for word in self.words_in(start, end):
            governor = self.words[word.head] if 0 <= word.head < len(self.words) else word
            if governor is word or not start <= governor.start < end:
                return word
        return None

    def governor(self, word: Word) -> Word | None:
        """The word on which a word hangs; None for a root."""
        found = self.words[word.head] if 0 <= word.head < len(self.words) else None
        return None if found is word else found
