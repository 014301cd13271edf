"""Versions of one article: which text came after which, and whether a text is a new version of another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from core.articles.source_names import is_address, outlet_of, without_number
from core.text.segments import words

if TYPE_CHECKING:
    from core.articles import Article
    from core.library.records import ArticleRecord

_SHINGLE = 4
"""Words in a row that are compared."""
_NEEDED = 0.3
"""The part of the shorter text's word groups that the other one has to share."""
STANDARD_INPUT = "-"
_OTHER_FACES = ("m.", "mobile.", "amp.")
"""What the same site goes by in front of its name, beside "www."."""
_WORD = re.compile(r"[^\W_]{3,}")


def is_version(one: str, other: str) -> bool:
    """Whether two texts are so much alike that they are versions of the same article.

    A file is often overwritten with another article, and many pages have the same name: the source alone says little.
    """
    first, second = _shingles(one), _shingles(other)
    fewer = min(len(first), len(second))
    return bool(fewer) and len(first & second) >= _NEEDED * fewer


def same_place(one: str, other: str) -> bool:
    """Whether two sources may be the same: equal, or files or pages of one name in whatever folder."""
    if STANDARD_INPUT in (one, other):
        return False
    return one == other or name_of(one) == name_of(other) != ""


def is_other(article: Article, source: str, known: Article) -> bool:
    """Whether an article is surely none of the versions of a known one, last read from a source, however alike.

    Newsletters and the chapters of a book have much in common: a mail is told by its id, and what is in a file
    together with others by its number. What an agency sent is printed by many, and is an article of each of them.
    """
    one, other = (each.publication.message if each.publication else "" for each in (article, known))
    if one and other:
        return one != other
    return _member(article.source) != _member(source) or not same_publisher(article, source, known)


def same_publisher(article: Article, source: str, known: Article) -> bool:
    """Whether two articles, the known one last read from a source, may have one publisher, as far as they say."""
    one, other = _address(article, article.source), _address(known, source)
    if one and one == other:
        return True
    first, second = _site(article), _site(known)
    if one and other and not _related(_host(one), _host(other)):
        return bool(first and second) and (first <= second or second <= first)
    return not (first and second) or bool(first & second)


def _related(one: str, other: str) -> bool:
    """Whether two hosts are the same, or one is below the other."""
    return f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")


def _address(article: Article, source: str) -> str:
    """Where the article is from on the web, without what makes no difference; empty if that is not known."""
    stated = article.publication.address if article.publication else ""
    address = next(filter(is_address, (source, stated)), "")
    return address.split("#")[0].split("?")[0].rstrip("/")


def _host(address: str) -> str:
    host = outlet_of(address)
    for face in _OTHER_FACES:
        host = host.removeprefix(face)
    return host


def _site(article: Article) -> frozenset[str]:
    """The words of the name of the site that an article is from; none if that is not known, or only a host."""
    name = article.publication.site if article.publication else ""
    return frozenset(_WORD.findall(name.casefold()) if "." not in name or " " in name else ())


def _member(source: str) -> int | None:
    """The number of an article in its file; on a page, "#3" is a place in it."""
    return None if is_address(source) else without_number(source)[1]


def latest(records: Mapping[str, ArticleRecord]) -> list[ArticleRecord]:
    """The last version of each article, with the number of versions up to it."""
    chained = _chains(records)
    if not chained:
        return list(records.values())
    versions = {version.key for chain in chained for version in chain}
    return [
        *(record for key, record in records.items() if key not in versions),
        *(replace(chain[-1], versions=len(chain)) for chain in chained),
    ]


def superseded(records: Mapping[str, ArticleRecord]) -> set[str]:
    """Keys of all versions that a later one has replaced."""
    chained = _chains(records)
    return {version.key for chain in chained for version in chain} - {chain[-1].key for chain in chained}


def versions_of(key: str, records: Mapping[str, ArticleRecord]) -> tuple[ArticleRecord, ...]:
    """All versions of an article, the first one first, each with the number of versions up to it."""
    for chain in _chains(records):
        if any(version.key == key for version in chain):
            return tuple(replace(version, versions=number) for number, version in enumerate(chain, 1))
    return (records[key],) if key in records else ()


def _chains(records: Mapping[str, ArticleRecord]) -> list[tuple[ArticleRecord, ...]]:
    """The versions of each article that has several, the first one first."""
    after: dict[str, list[str]] = {}
    for record in records.values():
        if record.previous and record.previous in records:
            after.setdefault(record.previous, []).append(record.key)
    later = {key for keys in after.values() for key in keys}
    seen: set[str] = set()
    found: list[tuple[ArticleRecord, ...]] = []
    # A ring, made by hand, has no first version, but must not vanish: it begins anywhere.
    for first in (*(key for key in after if key not in later), *after):
        paths: list[tuple[str, ...]] = [(first,)] if first not in seen else []
        while paths:
            path = paths.pop()
            seen.add(path[-1])
            following = [key for key in after.get(path[-1], ()) if key not in seen]
            if not following:
                found.append(tuple(records[key] for key in path))
            paths += [(*path, key) for key in following]
    return found


def _shingles(text: str) -> set[tuple[str, ...]]:
    tokens = [text[start:end].casefold() for start, end in words(text)]
    return (
        {tuple(tokens[at : at + _SHINGLE]) for at in range(max(1, len(tokens) - _SHINGLE + 1))}
        if tokens
        else set()
    )


def name_of(source: str) -> str:
    """The last part of a path or an address, in small letters; empty for standard input."""
    if source == STANDARD_INPUT:
        return ""
    return source.split("?")[0].split("#")[0].rstrip("/").replace("\\", "/").rsplit("/", 1)[-1].casefold()
