"""Who wrote the article on a page: persons and news agencies, not houses, desks or places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from core.articles.web.elements import flattened
from core.articles.web.lines import Line, plain
from core.articles.web.zones import tokens
from core.text.tables import FOLDER, LANGUAGES, either, read_table

_CALLED = re.compile(either("author_class"), re.IGNORECASE)
_PAGE_OF_AUTHOR = re.compile(rf"/(?:{either('author_page')})[/-]", re.IGNORECASE)
_BY = re.compile(r"^.{0,40}?\b(?:von|by|text|autor(?:in|en)?|interview)\b\s?:?\s*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:[,;/|·•\n]|\s(?:und|and|mit|with|sowie|für|in|aus)\s|&|\s[–—-]\s|\s\(|\)|\d)\s*"
)
_METAS = (
    "author", "article:author", "article:author_name", "cxenseparse:author", "parsely-author", "sailthru.author",
    "og:author", "mrf:authors", "byl", "dc.creator", "dcterms.creator",
)  # fmt: skip
_HOUSE = re.compile(rf"\b(?:{either('no_author')})\b|\.\w{{2,3}}$|@|https?:", re.IGNORECASE)
_AGENCY = re.compile(either("agency"), re.IGNORECASE)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|d['’][A-Z]\w+)"
_PARTICLE = (
    r"(?:von|van|vom|zu|zur|zum|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|und|y|auf)"
)
_PERSON = re.compile(rf"{_WORD}(?:\s(?:{_PARTICLE}\s)*{_WORD}){{1,4}}")
_KIND_BY = re.compile(rf"\b(?i:{either('kind_of_text')})\s(?i:von|by)\s{_PERSON.pattern}\.?$")
_LONGEST = 60
_NO_NAME = re.compile(rf"(?:{either('link_begins')})\b", re.IGNORECASE)
"""Words that a name does not begin with, but the label of a link does."""


def authors_of(
    root: HtmlElement,
    articles: Sequence[Mapping[str, Any]],
    persons: Mapping[str, str],
    houses: Iterable[str],
) -> tuple[str, ...]:
    """The authors that the head of a page states; empty where it states none, or only the house.

    `articles` are the page's structured articles, `persons` the names of its structured persons by identifier, and
    `houses` the names of the site and its publisher.
    """
    known = {plain(each) for each in houses if each}
    stated = [name for article in articles for name in _structured(article.get("author"), persons)]
    if found := _authors(stated, known, certain=True):
        return found
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").casefold()
        if name in _METAS:
            metas.setdefault(name, []).append(meta.get("content") or "")
    for name in _METAS:
        if found := _authors(metas.get(name, ()), known):
            return found
    return ()


def signed(lines: Sequence[Line], houses: Iterable[str]) -> tuple[str, ...]:
    """The authors that lines about the headline name: those called so by the page, and those that begin with "Von"."""
    known = {plain(each) for each in houses if each}
    for chosen in (_linked, _called, _begun, _ended):
        if found := _authors([line.words for line in lines if chosen(line)], known):
            return found
    return ()


def alone(line: Line, houses: Iterable[str]) -> tuple[str, ...]:
    """The author whose name is all of a bold line; `line` is the one directly above the text."""
    if line.is_heading or line.bold < len(line.key) or not 2 <= line.count <= 3:
        return ()
    return _authors([line.words], {plain(each) for each in houses if each})


def _linked(line: Line) -> bool:
    """Whether all of a line leads to the page of an author."""
    links = [each for each in (*line.element.iter("a"), *line.element.iterancestors("a")) if each.get("href")]
    return line.count <= 6 and any(_PAGE_OF_AUTHOR.search(each.get("href", "")) for each in links)


def _called(line: Line) -> bool:
    names = [" ".join(tokens(each)) for each in (*line.above[:4], *line.element.iterdescendants("*"))]
    return line.count <= 16 and (line.element.tag == "address" or any(map(_CALLED.search, names)))


def _begun(line: Line) -> bool:
    return line.count <= 16 and re.match(r"(?:von|by)\s?:?\s+[A-ZÄÖÜ]", line.words, re.IGNORECASE) is not None


def _ended(line: Line) -> bool:
    """Whether a line says what kind of text it is, and by whom: "Ein Rückblick von …"."""
    return line.count <= 12 and _KIND_BY.search(line.words) is not None


def _structured(value: Any, persons: Mapping[str, str]) -> Iterator[str]:
    """The names in the author of a structured article, which may be a name, an object, a reference, or several."""
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            waiting[:0] = each[:20]
        elif isinstance(each, dict):
            name = each.get("name")
            if not isinstance(name, str) or not name.strip():
                name = f"{each.get('givenName') or ''} {each.get('familyName') or ''}".strip()
            name = name or persons.get(str(each.get("@id")), "")
            if "Person" in str(each.get("@type") or "Person") or _is_agency(name):
                yield name


def _authors(stated: Iterable[str], houses: set[str], certain: bool = False) -> tuple[str, ...]:
    """The persons and agencies among what is stated; a `certain` name may be of one word."""
    found: dict[str, str] = {}
    for each in stated:
        words = flattened(each)
        if each.startswith(("http", "@")) or plain(words) in houses:
            continue
        if (begun := _BY.match(words)) and begun.end() < len(words):
            words = words[begun.end() :]
        for part in map(_trimmed, _BETWEEN.split(words)):
            if part and plain(part) not in houses and _is_author(part, certain, houses):
                found.setdefault(plain(part), part)
    return tuple(found.values())


def _trimmed(words: str) -> str:
    return re.sub(r"^(?:von|by|text|interview)\s?:?\s+", "", words.strip(" .:*–-"), flags=re.IGNORECASE)


def _is_author(name: str, certain: bool, houses: set[str]) -> bool:
    if len(name) > _LONGEST:
        return False
    if _is_agency(name):
        return True
    if _HOUSE.search(name) or any(house and house in plain(name) for house in houses if len(house) > 5):
        return False
    if _PERSON.fullmatch(name):
        return certain or not _NO_NAME.match(name)
    return certain and " " in name and name[0].isalpha() and not any(map(str.isdigit, name))


def _is_agency(name: str) -> bool:
    return name.casefold() in _agencies() or bool(_AGENCY.search(name))


@cache
def _agencies() -> frozenset[str]:
    rows = (row for language in LANGUAGES for row in read_table(FOLDER / language / "agencies.tsv"))
    return frozenset(row[0].casefold() for row in rows) - {
        "imago",
        "getty images",
        "picture alliance",
        "picture-alliance",
    }
