"""Versions of one article: which text came after which, and whether a text is a new version of another at all."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.library.records import ArticleRecord
from core.segments import words

_SHINGLE = 4
"""Words in a row that are compared."""
_NEEDED = 0.3
"""The part of the shorter text's word groups that the other one has to share."""
STANDARD_INPUT = "-"


def is_version(one: str, other: str) -> bool:
    """Whether two texts are so much alike that they are the same article, one of them changed.

    A file is often written over with another article, and many pages have the same name: the source alone says little.
    """
    first, second = _shingles(one), _shingles(other)
    fewer = min(len(first), len(second))
    return bool(fewer) and len(first & second) >= _NEEDED * fewer


def same_place(one: str, other: str) -> bool:
    """Whether two sources may be the same: equal, or files or pages of one name in whatever folder."""
    if STANDARD_INPUT in (one, other):
        return False
    return one == other or _name(one) == _name(other) != ""


def chains(records: Mapping[str, ArticleRecord]) -> dict[str, tuple[ArticleRecord, ...]]:
    """The versions of each article, the first one first, under the key of the last; each record counts itself in."""
    after: dict[str, list[str]] = {}
    for record in records.values():
        if record.previous in records:
            after.setdefault(record.previous, []).append(record.key)
    if not after:
        return {key: (record,) for key, record in records.items()}
    found: dict[str, tuple[ArticleRecord, ...]] = {}
    seen: set[str] = set()

    def walk(key: str) -> None:
        paths: list[tuple[ArticleRecord, ...]] = [()]
        keys = [key]
        while keys:
            at, path = keys.pop(), paths.pop()
            if at in seen:
                continue
            seen.add(at)
            path = (*path, replace(records[at], versions=len(path) + 1) if path else records[at])
            later = [each for each in after.get(at, ()) if each not in seen]
            if not later:
                found[at] = path
            keys += later
            paths += [path] * len(later)

    for key, record in records.items():
        if record.previous not in records:
            walk(key)
    for key in records:  # A ring, made by hand: it has no first version, but must not vanish.
        if key not in seen:
            walk(key)
    return found


def superseded(records: Iterable[ArticleRecord], heads: Iterable[str]) -> set[str]:
    """Keys of all versions that a later one has taken the place of."""
    return {record.key for record in records} - set(heads)


def _shingles(text: str) -> set[tuple[str, ...]]:
    tokens = [text[start:end].casefold() for start, end in words(text)]
    return (
        {tuple(tokens[at : at + _SHINGLE]) for at in range(max(1, len(tokens) - _SHINGLE + 1))}
        if tokens
        else set()
    )


def _name(source: str) -> str:
    """The last part of a path or an address."""
    return source.split("?")[0].split("#")[0].rstrip("/").replace("\\", "/").rsplit("/", 1)[-1].casefold()
