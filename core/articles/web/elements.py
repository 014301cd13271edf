"""Helpers for the elements of a page."""

import re
from collections.abc import Collection, Sequence

from lxml import etree
from lxml.html import HtmlElement

from core.articles.links.linked import Linked, Piece, linked
from core.articles.links.resolving import resolved

BREAKS = re.compile(r"\s*\n\s*")
"""Where lines end."""
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((*range(9), *range(14, 32), *range(127, 133), *range(134, 160))),
    **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)),
    **dict.fromkeys((0x0B, 0x0C), " "),
}
"""Control characters, and those that only mark where a word may be hyphenated: neither is part of the words."""


_LEADS = "data-lesart-leads-to"
"""The attribute that holds the address in full of a link, once it has been worked out."""


def mark_links(root: HtmlElement, address: str) -> None:
    """Work out where each link leads, on a page at an address ("" if that is not known)."""
    stated = next((each.get("href") or "" for each in root.iter("base") if each.get("href")), "")
    base = resolved(stated, address) or address
    for each in root.iter("a"):
        each.set(_LEADS, resolved(each.get("href") or "", base, address))


def leads_to(element: HtmlElement) -> str:
    """Where a link leads, worked out by `mark_links`; "" for one that cannot be followed."""
    return element.get(_LEADS) or ""


def unseen_removed(text: str) -> str:
    """Text without control characters other than white space, soft hyphens and zero-width spaces."""
    return text.translate(_UNSEEN)


def words_of(element: HtmlElement, without: Collection[HtmlElement] = (), apart: bool = False) -> str:
    """The words in an element, white space flattened; explicit line breaks become line feeds.

    The contents of the elements `without` are left out. `apart` parts the words of elements that follow each other
    directly, as those of a headline do that are set one below the other.
    """
    parts: list[str] = []

    def walk(each: HtmlElement) -> None:
        if each in without or each.tag in ("script", "style", "noscript", "template"):
            return
        if isinstance(each.tag, str):
            parts.append("\n" if each.tag in ("br", "lb") else " ".join((each.text or "").split("\n")))
            for child in each:
                walk(child)
                if apart and _is_parted(child, parts):
                    parts.append(" ")
                parts.append(" ".join((child.tail or "").split("\n")))

    walk(element)
    return flattened("".join(parts))


def linked_words(element: HtmlElement) -> Linked:
    """The characters in an element as they stand there, with the links in it.

    A link around all of it is none of its words: around a figure, it leads to the picture.
    """
    pieces: list[Piece] = []
    links: list[HtmlElement] = []

    def add(text: str | None) -> None:
        if text:
            pieces.append((text, links[-1], leads_to(links[-1])) if links else (text, None, ""))

    for event, each in etree.iterwalk(element, events=("start", "end")):
        is_link = each.tag == "a" and bool(leads_to(each))
        if event == "end":
            links[-1:] = [] if is_link and links and links[-1] is each else links[-1:]
            if each is not element:
                add(each.tail)
        else:
            links += [each] if is_link else []
            add(each.text)
    return linked(pieces)


def _is_parted(child: HtmlElement, before: Sequence[str]) -> bool:
    """Whether what follows an element stands on a line of its own: another element, or words that begin anew."""
    if not child.tail:
        return child.getnext() is not None
    last = next((part for part in reversed(before) if part), "")
    return last[-1:].islower() and (child.tail[0].isupper() or child.tail[0] in '„“"»«')


def flattened(text: str) -> str:
    """Text with every run of white space as one space, except for line feeds, which absorb it."""
    lines = unseen_removed(text).split("\n")
    flat = "\n".join(" ".join(line.split()) for line in lines)
    return re.sub("\n+", "\n", flat).strip("\n ")


def squeezed(text: str) -> str:
    """Text without any white space, to compare two renderings of the same words."""
    return "".join(unseen_removed(text).split())


def is_longer(element: HtmlElement, limit: int) -> bool:
    """Whether an element has more characters than that; of a long one only so many are looked at."""
    size = 0
    for text in element.itertext():
        size += len(text)
        if size > limit:
            return True
    return False


def named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether the class, id or machine-readable attributes of an element match a pattern."""
    return any(
        pattern.search(value)
        for name in ("class", "id", "itemprop", "rel", "data-testid")
        if (value := element.get(name))
    )
