"""Repeated captions: a page may show the same one below the picture and again in its gallery."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from core.articles.article import Block, BlockKind
from core.text.tables import listed

ALIKE = 0.6
"""Share of the shorter text's words that the other must hold to say the same."""
_WORD = re.compile(r"\w+(?:-\w+)*")
_FACTS = frozenset(listed("caption_fact"))
"""Words for a day, a number or a side: what tells one picture from another."""
FEWEST = 5
"""Words below which a likeness says nothing."""


def fold(blocks: Sequence[Block], text: str) -> list[Block]:
    """`blocks`, with each caption that repeats an earlier one marked as its repetition.

    A caption repeats another if it has the same words, or if it is directly next to it, shares most of its words and
    tells of no other name, date or number in their place.
    A block beside a caption that shares most of its words is a caption itself, whatever it looked like alone.
    """
    folded = list(blocks)
    words = [_words(text[block.start : block.end]) for block in folded]
    for index in range(len(folded) - 2, -1, -1):
        beside_caption = folded[index + 1].kind is BlockKind.CAPTION and _could_join(folded[index].kind)
        if beside_caption and _alike(words[index], words[index + 1]):
            folded[index] = replace(folded[index], kind=BlockKind.CAPTION)
    seen: dict[tuple[str, ...], int] = {}
    for index, block in enumerate(folded):
        if block.kind is not BlockKind.CAPTION:
            continue
        first = seen.setdefault(tuple(words[index]), index)
        before = folded[index - 1] if index else None
        if (
            first == index
            and before
            and before.kind is BlockKind.CAPTION
            and _alike(words[index], words[index - 1])
            and not _exchanged(text[before.start : before.end], text[block.start : block.end])
        ):
            first = index - 1 if before.repeats is None else before.repeats
        if first != index:
            folded[index] = replace(block, repeats=first)
    return folded


def _could_join(kind: BlockKind) -> bool:
    return kind in (BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.CAPTION)


def _exchanged(one: str, other: str) -> bool:
    """Whether each tells of a name, a date or a number that the other does not have: they show different things."""
    words = {*_words(one)}, {*_words(other)}
    return any(
        {*told(one)} - words[1] and {*told(other)} - words[0] for told in (_leading_names, _dates_and_numbers)
    )


def _leading_names(text: str) -> Iterator[str]:
    """The words with a capital that a caption begins with: who or what is shown."""
    for word in takewhile(lambda word: word[0].isupper(), _WORD.findall(text)):
        yield word.casefold()


def _dates_and_numbers(text: str) -> Iterator[str]:
    return (word for word in _words(text) if word[0].isdigit() or word in _FACTS)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    fewer, more = sorted((set(one), set(other)), key=len)
    return len(fewer) >= FEWEST and len(fewer & more) >= ALIKE * len(fewer) and len(more) <= 3 * len(fewer)
