"""Searching all annotations of the library."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from core.annotations.tags import is_within, normalise, same
from core.library.index.listing import SHOWN, records
from core.library.index.terms import sound
from core.library.records import ArticleRecord
from core.text.folding import fold_query
from core.text.search import matcher

MOST = 500
"""Annotations after which a search ends: more than anyone reads."""
_CANDIDATES = 5000
_PART = 3
"""Letters that can be looked for within words."""


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation that holds what was searched for, and its article."""

    article: ArticleRecord
    id: str
    passage: str
    """The words it is anchored to; empty if it is on the whole article."""
    tags: tuple[str, ...]
    note: str


def marks(database: sqlite3.Connection, query: str) -> tuple[Found, ...]:
    """Annotations with every word of `query` in passage, note or tags; "#tag" is that tag or one below it.

    Those on the article opened last come first, then in the order of the text; at most 500. Words are read as
    `core.text.search.find` reads them.
    """
    query = sound(query)
    tags = [tag for word in query.split() if word.startswith("#") and (tag := _tag(word))]
    words = " ".join(word for word in query.split() if not word.startswith("#"))
    if not tags and not words:
        return ()
    holds = matcher(words)
    where, values = [SHOWN], list[str]()
    needed = [fold_query(word) for word in words.split()]
    parts = [word for word in needed if len(word) >= _PART]
    if parts:
        where.append("marks.id IN (SELECT rowid FROM mark_parts WHERE mark_parts MATCH ?)")
        values.append(" AND ".join('"' + part.replace('"', '""') + '"' for part in parts))
    for word in needed:
        if word and len(word) < _PART:
            where.append("instr(folded, ?) > 0")
            values.append(word)
    for tag in tags:
        where.append("marks.id IN (SELECT mark FROM tags WHERE same = ? OR (same >= ? AND same < ?))")
        values += [same(tag), f"{same(tag)}/", f"{same(tag)}0"]
    rows = database.execute(
        "SELECT article, mark, passage, marks.tags, note FROM marks JOIN articles ON articles.id = article"
        f" WHERE {' AND '.join(where)} ORDER BY last_opened DESC, articles.id DESC, start, marks.id LIMIT ?",
        (*values, _CANDIDATES),
    )
    hits: list[tuple[int, str, str, tuple[str, ...], str]] = []
    for number, mark, passage, own_json, note in rows:
        own = tuple(json.loads(own_json))
        if all(any(is_within(each, tag) for each in own) for tag in tags) and (
            not words or holds("\n".join((passage, note, *own)))
        ):
            hits.append((number, mark, passage, own, note))
            if len(hits) == MOST:
                break
    numbers = list(dict.fromkeys(number for number, *_ in hits))
    known = dict(zip(numbers, records(database, numbers), strict=True))
    return tuple(Found(known[number], mark, passage, own, note) for number, mark, passage, own, note in hits)


def named(records: Iterable[ArticleRecord], query: str) -> tuple[ArticleRecord, ...]:
    """The articles whose title and source hold every word of `query`."""
    holds = matcher(query)
    return tuple(record for record in records if holds(f"{record.title}\n{record.source}"))


def _tag(word: str) -> str:
    try:
        return normalise(word)
    except ValueError:
        return ""
