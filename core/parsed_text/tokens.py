"""The tokens of a text with their grammar, as plain lists: no spaCy object is needed to read them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from core.text.spans import Span


@dataclass(frozen=True, kw_only=True, eq=False)
class Tokens:
    """Parallel lists with one entry per token. A token is named by its index, a range of tokens excludes its end.

    Tags, relations and features are those of Universal Dependencies; where the pipeline says nothing, they are "".
    """

    words: list[str]
    low: list[str]
    """The words in lower case."""
    starts: list[int]
    """Offsets of the first character of each token."""
    ends: list[int]
    """Offsets behind the last character of each token."""
    space: list[bool]
    """Whether the token is only white space."""
    sentence_start: list[bool]
    entity: list[str]
    """The label of the name that the token belongs to."""
    continues_entity: list[bool]
    """Whether the token belongs to the same name as the one before it."""
    has_parse: bool
    """Whether the pipeline has read the grammar of the sentences. Without it, rules go by the words alone."""
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    """The token that each token depends on; a root is its own head."""
    gender: list[str]
    number: list[str]
    case: list[str]
    verb_form: list[str]
    mood: list[str]
    """"Ind", "Sub" or "Imp" of finite verbs as the parse reads them."""

    def span(self, first: int, end: int) -> Span:
        """Characters from token `first` up to and without token `end`."""
        return self.starts[first], self.ends[end - 1]

    def spans_of(self, tokens: Sequence[int]) -> tuple[Span, ...]:
        """Characters of tokens in ascending order; neighbours share one span."""
        runs: list[list[int]] = []
        for i in tokens:
            if runs and i == runs[-1][1]:
                runs[-1][1] = i + 1
            else:
                runs.append([i, i + 1])
        return tuple(self.span(first, end) for first, end in runs)

    def token_at(self, offset: int) -> int:
        """The token that holds a character, or the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def token_from(self, offset: int) -> int:
        """The first token that begins at or behind a character."""
        return bisect_left(self.starts, offset)

    def parsed_at(self, offset: int) -> int | None:
        """The token that holds a character, or None between tokens and in a text without a parse."""
        i = bisect_right(self.starts, offset) - 1
        return i if self.has_parse and i >= 0 and offset < self.ends[i] else None

    def children(self, i: int) -> Sequence[int]:
        """The tokens that depend on token `i`, in text order."""
        return self._children[i]

    def governor(self, i: int) -> int | None:
        """The token that token `i` depends on; None for a root."""
        return None if self.head[i] == i else self.head[i]

    def head_of(self, start: int, end: int) -> int | None:
        """The head of the phrase between two offsets: the first token whose own head lies outside of it.

        None where there is none, or no parse.
        """
        if not self.has_parse:
            return None
        first, behind = self.token_from(start), self.token_from(end)
        return next((i for i in range(first, behind) if self._is_outside(i, first, behind)), None)

    def _is_outside(self, i: int, first: int, end: int) -> bool:
        return self.head[i] == i or not first <= self.head[i] < end

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.head]
        for i, head in enumerate(self.head):
            if head != i:
                children[head].append(i)
        return children
