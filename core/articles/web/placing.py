"""Locate extracted passages in the page they come from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from core.articles.article import BlockKind
from core.articles.web.elements import BREAKS, PARTED, squeezed, words_of

Passage = tuple[BlockKind, str]
"""A block to be: what it is, and its words."""
Placed = tuple[int, BlockKind, str]
"""A passage with the index of the page element that contains it, -1 if unknown."""
_Line = tuple[int, str, str]
"""Number and tag of an element that holds no other block, and words in it."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((*HEADINGS, "p", "li", "blockquote", "pre", "td", "th", "dd", "dt"))
_HOLDERS = frozenset("div section article main header footer aside ul ol table figure".split())


def placed_in(order: Sequence[HtmlElement], passages: Sequence[Passage]) -> Iterator[Placed]:
    """The passages with their places among the elements of a page, none before its predecessor.

    Elements that the extraction joined, as it does on short pages, are separated again.
    """
    places: dict[str, list[int]] = {}
    for number, element in enumerate(order):
        if element.tag in _BLOCKS or (element.tag in _HOLDERS and _is_leaf(element)):
            for words in filter(None, words_of(element).split(PARTED)):
                places.setdefault(squeezed(words), []).append(number)
    lines = _lines(order)
    last = -1
    for kind, words in passages:
        key = squeezed(words)
        if key not in places and (parts := _separated(key, lines)):
            for last, tag, part in parts:
                yield last, _kind(tag, kind), part
        else:
            last = next((each for each in places.get(key, ()) if each >= last), last)
            yield last, kind, words


def lost_headings(order: Sequence[HtmlElement], placed: Sequence[Placed]) -> Iterator[Placed]:
    """Headings that the extraction left out although the text directly below them is in the article."""
    known = {number for number, _, _ in placed}
    there = {squeezed(words) for _, _, words in placed}
    lines = _lines(order)
    for (number, tag, words), (following, _, _) in pairwise(lines):
        if (
            tag in HEADINGS[1:]
            and following in known
            and number not in known
            and squeezed(words) not in there
        ):
            yield number, BlockKind.SUBHEADING, BREAKS.sub(" ", words)


def _lines(order: Sequence[HtmlElement]) -> list[_Line]:
    """The text of the page, line by line."""
    return [
        (number, element.tag, words)
        for number, element in enumerate(order)
        if element.tag in _BLOCKS | _HOLDERS and _is_leaf(element)
        for words in words_of(element).split(PARTED)
        if words
    ]


def _is_leaf(element: HtmlElement) -> bool:
    """Whether an element contains no other block."""
    return not any(child.tag in _BLOCKS or child.tag in _HOLDERS for child in element)


def _separated(key: str, lines: Sequence[_Line]) -> list[_Line]:
    """The lines of the page that make up a passage, given without white space; empty if there are no such lines."""
    for first, (_, _, opening) in enumerate(lines):
        if not key.startswith(squeezed(opening)):
            continue
        parts: list[_Line] = []
        at = 0
        for line in lines[first:]:
            part = squeezed(line[2])
            if part and key.startswith(part, at):
                parts.append(line)
                at += len(part)
                if at == len(key):
                    return parts
    return []


def _kind(tag: str, kind: BlockKind) -> BlockKind:
    if tag in HEADINGS:
        return BlockKind.SUBHEADING
    return BlockKind.LIST_ITEM if tag == "li" else kind
