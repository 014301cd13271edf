"""Passages that were extracted, found again in the page they are from."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from core.articles.article import BlockKind
from core.articles.web.elements import PARTED, squeezed, words_of

Passage = tuple[BlockKind, str]
"""A block to be: what it is, and its words."""
Placed = tuple[int, BlockKind, str]
"""The same with the number of the element in the page that it stands in, -1 where that is not known."""
_Line = tuple[int, str, str]
"""Number and tag of an element that holds no other block, and words in it."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((*HEADINGS, "p", "li", "blockquote", "pre", "td", "th", "dd", "dt"))
_HOLDERS = frozenset("div section article main header footer aside ul ol table figure".split())


def placed_in(order: Sequence[HtmlElement], passages: Sequence[Passage]) -> Iterator[Placed]:
    """The passages with their places among the elements of a page, none before its predecessor.

    Where extraction runs several elements together, as it does on short pages, they come apart again.
    """
    places: dict[str, list[int]] = {}
    lines: list[_Line] = []
    for number, element in enumerate(order):
        is_leaf = not any(child.tag in _BLOCKS or child.tag in _HOLDERS for child in element)
        if element.tag in _BLOCKS or (is_leaf and element.tag in _HOLDERS):
            for words in filter(None, words_of(element).split(PARTED)):
                places.setdefault(squeezed(words), []).append(number)
                if is_leaf:
                    lines.append((number, element.tag, words))
    last = -1
    for kind, words in passages:
        key = squeezed(words)
        if key not in places and (parts := _told_apart(key, lines)):
            for last, tag, part in parts:
                yield last, _kind(tag, kind), part
        else:
            last = next((each for each in places.get(key, ()) if each >= last), last)
            yield last, kind, words


def _told_apart(key: str, lines: Sequence[_Line]) -> list[_Line]:
    """The lines of the page that make up a passage, given without white space; none where they do not make it up."""
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
