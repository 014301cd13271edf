"""Repeated captions: a page may show the same one below the picture and again in its gallery."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.articles.article import Block, BlockKind

ALIKE = 0.6
"""Share of the shorter text's words that the other must hold to say the same."""
FEWEST = 5
"""Words below which a likeness says nothing."""


def fold(blocks: Sequence[Block], text: str) -> list[Block]:
    """`blocks`, with each caption that repeats an earlier one marked as its repetition.

    A caption repeats another if it has the same words, or if it is directly next to it and shares most of its words.
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
        ):
            first = index - 1 if before.repeats is None else before.repeats
        if first != index:
            folded[index] = replace(block, repeats=first)
    return folded


def _could_join(kind: BlockKind) -> bool:
    return kind in (BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.CAPTION)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:-\w+)*", text.casefold())


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    fewer, more = sorted((set(one), set(other)), key=len)
    return len(fewer) >= FEWEST and len(fewer & more) >= ALIKE * len(fewer) and len(more) <= 3 * len(fewer)
