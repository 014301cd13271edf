"""What a page states about its article: authors, date, site, address, and whether the text is complete."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from core.articles.article import Publication
from core.articles.web.addresses import permanent, tidy
from core.articles.web.elements import flattened, named

AUTHOR = re.compile(r"(?:^|[-_\s])(?:byline|author|authors|autor|autoren|vcard)(?:$|[-_\s])", re.IGNORECASE)
"""What a page calls those who wrote its article."""
_LINE = 60
"""Characters of a line that only names authors; a longer one tells of them."""
_SHORT = 120
"""Characters of a name; what is longer was put there by mistake."""


def publication(root: HtmlElement, document: Any, read_from: str) -> Publication:
    """The metadata of a page. `document` is trafilatura's result, `read_from` the page's address ("" if saved)."""
    site = _name(document.sitename).removeprefix("@")
    stated = _stated(root)
    authors = (
        name
        for each in (document.author or "").split(";")
        if (name := _name(each)) and name.casefold() in stated
    )
    return Publication(
        tuple(dict.fromkeys(each for each in authors if each.casefold() != site.casefold())),
        _day(document.date),
        site,
        _address(root, read_from),
        any(_is_partial(each) for each in _structured(root)),
    )


def declared_language(root: HtmlElement) -> str:
    """The language that the page declares, as ISO 639-1; "" if it declares none."""
    declared = root.get("lang") or root.get("xml:lang") or ""
    code = declared.replace("_", "-").split("-")[0].strip().casefold()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _name(words: str | None) -> str:
    name = flattened(words or "").replace("\n", " ")
    return name if len(name) <= _SHORT else ""


def _stated(root: HtmlElement) -> str:
    """Everything a page itself marks as an author, in lower case; names merely found nearby are often wrong."""
    authors = [each.get("content") or "" for each in root.iter("meta") if "author" in _names(each)]
    authors += [
        words
        for each in _structured(root)
        for key in ("author", "creator")
        for words in _texts(each.get(key))
    ]
    marked = (each for each in root.iter("*") if named(each, AUTHOR) or each.tag == "address")
    authors += [words for each in marked if len(words := flattened(each.text_content())) <= _LINE]
    return "\n".join(authors).casefold()


def _names(meta: HtmlElement) -> str:
    return f"{meta.get('name')} {meta.get('property')}"


def _texts(value: Any) -> Iterator[str]:
    return (each for each in _within(value) if isinstance(each, str))


def _within(value: Any) -> Iterator[Any]:
    """A JSON value and all values nested in it; iterative, since a page may nest them arbitrarily deep."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _day(stated: str | None) -> str:
    try:
        return date.fromisoformat((stated or "")[:10]).isoformat()
    except ValueError:
        return ""


def _address(root: HtmlElement, read_from: str) -> str:
    stated = (
        *(each.get("href") for each in root.iter("link") if "canonical" in (each.get("rel") or "").split()),
        *(each.get("content") for each in root.iter("meta") if each.get("property") == "og:url"),
    )
    found = (permanent(each, read_from) for each in stated if each)
    return next(filter(None, found), tidy(read_from) if read_from else "")


def _structured(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects in the page's JSON-LD."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().casefold() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (each for each in _within(data) if isinstance(each, dict))


def _is_partial(each: dict[str, Any]) -> bool:
    types = each.get("@type")
    kinds = " ".join(map(str, types)) if isinstance(types, list) else str(types)
    free = each.get("isAccessibleForFree")
    return "Article" in kinds and (free is False or str(free).casefold() == "false")
