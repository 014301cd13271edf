"""What a page states about its article: authors, date, site, address, and whether the text is complete."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from core.articles.article import Publication
from core.articles.moments import moment_in
from core.articles.web.addresses import permanent, tidy
from core.articles.web.authors import authors_of
from core.articles.web.elements import flattened

_SHORT = 120
"""Characters of a name; what is longer was put there by mistake."""
_ARTICLES = re.compile(r"Article|Posting|Report|Review|Blog|NewsStory")


def publication(root: HtmlElement, document: Any, read_from: str) -> Publication:
    """The metadata of a page. `document` is what trafilatura finds, `read_from` the page's address ("" if saved)."""
    objects = list(structured(root))
    articles = [each for each in objects if _ARTICLES.search(str(each.get("@type")))]
    site = _name(document.sitename).removeprefix("@").split(", ")[0]
    persons = {str(each.get("@id")): str(each.get("name") or "") for each in objects if "@id" in each}
    published = next((day for each in articles if (day := _day(each.get("datePublished")))), "")
    published = published or _meta_day(root, "article:published_time") or _day(document.date)
    stated = [*(each.get("datePublished") for each in articles), *_metas(root, "article:published_time")]
    moments = (moment_in(str(each)) for each in stated if published and _day(each) == published)
    modified = next((day for each in articles if (day := _day(each.get("dateModified")))), "")
    modified = modified or _meta_day(root, "article:modified_time")
    return Publication(
        authors_of(root, articles, persons, houses(root, site)),
        published,
        site,
        _address(root, read_from),
        any(_is_partial(each) for each in objects),
        modified if modified > published else "",
        moment=next(filter(None, moments), ""),
    )


def houses(root: HtmlElement, site: str) -> list[str]:
    """The names of the site, of its publisher and of its host, none of which is the author of an article."""
    publishers = [each.get("publisher") for each in structured(root)]
    names = [str(each.get("name") or "") for each in publishers if isinstance(each, dict)]
    host = urlsplit(_address(root, "")).hostname or ""
    metas = [
        each.get("content") or "" for each in root.iter("meta") if each.get("property") == "og:site_name"
    ]
    return [site, *names, *metas, host.removeprefix("www."), host.removeprefix("www.").rpartition(".")[0]]


def declared_language(root: HtmlElement) -> str:
    """The language that the page declares, as ISO 639-1; "" if it declares none."""
    declared = root.get("lang") or root.get("xml:lang") or ""
    code = declared.replace("_", "-").split("-")[0].strip().casefold()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _name(words: str | None) -> str:
    name = flattened(words or "").replace("\n", " ")
    return name if len(name) <= _SHORT else ""


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


def _day(stated: Any) -> str:
    try:
        return date.fromisoformat(str(stated or "").strip()[:10]).isoformat()
    except ValueError:
        return ""


def _meta_day(root: HtmlElement, name: str) -> str:
    return next((day for each in _metas(root, name) if (day := _day(each))), "")


def _metas(root: HtmlElement, name: str) -> Iterator[Any]:
    """What the page says of itself under a name."""
    metas = (each for each in root.iter("meta") if name in (each.get("property"), each.get("name")))
    return (each.get("content") for each in metas)


def _address(root: HtmlElement, read_from: str) -> str:
    stated = (
        *(each.get("href") for each in root.iter("link") if "canonical" in (each.get("rel") or "").split()),
        *(each.get("content") for each in root.iter("meta") if each.get("property") == "og:url"),
    )
    found = (permanent(each, read_from) for each in stated if each)
    return next(filter(None, found), tidy(read_from) if read_from else "")


def structured(root: HtmlElement) -> Iterator[dict[str, Any]]:
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
