"""Helpers for the elements of a page."""

import re
from collections.abc import Collection

from lxml.html import HtmlElement

PARTED = "\ue000"
"""Stands in the text of a page where two line breaks part what is set as one paragraph; for private use in Unicode."""
BREAKS = re.compile(f"\\s*[\n{PARTED}]\\s*")
"""Where lines end."""
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((*range(9), *range(14, 32), *range(127, 133), *range(134, 160))),
    **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)),
    **dict.fromkeys((0x0B, 0x0C), " "),
}
"""Control characters, and those that only mark where a word may be hyphenated: neither is part of the words."""


def unseen_removed(text: str) -> str:
    """Text without control characters other than white space, soft hyphens and zero-width spaces."""
    return text.translate(_UNSEEN)


def words_of(element: HtmlElement, without: Collection[HtmlElement] = ()) -> str:
    """The words in an element, white space flattened; explicit line breaks become line feeds, or `PARTED`.

    The contents of the elements `without` are left out.
    """
    parts: list[str] = []

    def walk(each: HtmlElement) -> None:
        if each in without or each.tag in ("script", "style", "noscript", "template"):
            return
        if isinstance(each.tag, str):
            parts.append("\n" if each.tag in ("br", "lb") else " ".join((each.text or "").split("\n")))
            for child in each:
                walk(child)
                parts.append(" ".join((child.tail or "").split("\n")))

    walk(element)
    return flattened("".join(parts))


def flattened(text: str) -> str:
    """Text with every run of white space as one space, except for line feeds and `PARTED`, which absorb it."""
    lines = unseen_removed(text).split("\n")
    flat = "\n".join(" ".join(line.split()) for line in lines)
    flat = re.sub(f" *{PARTED} *", PARTED, flat)
    flat = re.sub(f"[\n{PARTED}]*{PARTED}[\n{PARTED}]*", PARTED, flat)
    return re.sub("\n+", "\n", flat).strip(f"\n{PARTED} ")


def squeezed(text: str) -> str:
    """Text without any white space, to compare two renderings of the same words."""
    return "".join(unseen_removed(text).replace(PARTED, "").split())


def named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether the class, id or machine-readable attributes of an element match a pattern."""
    return any(
        pattern.search(value)
        for name in ("class", "id", "itemprop", "rel", "data-testid")
        if (value := element.get(name))
    )
