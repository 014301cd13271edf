"""Searching the annotations of the whole library."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from core.annotations.tags import is_within, normalise, same
from core.library.index.listing import SHOWN, known_records
from core.library.index.terms import sound
from core.library.records import ArticleRecord
from core.text.folding import fold_query
from core.text.search import matcher

MOST = 500
"""Annotations after which a search ends: more than anyone reads."""
_LATEST = 2000
"""Annotations, the latest made, of which those on the articles opened last come first."""
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
    speaker: str = ""
    """Who says the passage, where it is in a statement."""


_SPEAKER = (
    "(SELECT speaker FROM statements WHERE statements.article = marks.article AND statements.start <= marks.start"
    " AND marks.passage != '' AND marks.start + length(marks.passage) <= statements.end"
    " ORDER BY statements.end - statements.start LIMIT 1)"
)


def marks(database: sqlite3.Connection, query: str, most: int = MOST) -> tuple[Found, ...]:
    """Annotations with every word of `query` in passage, note or tags; "#tag" is that tag or one below it.

    Those on the article opened last come first, then in the order of the text; at most so many. Words are read as
    `core.text.search.find` reads them.
    """
    query = sound(query)
    tags = [tag for word in query.split() if word.startswith("#") and (tag := _tag(word))]
    words = " ".join(word for word in query.split() if not word.startswith("#"))
    if not tags and not words:
        return ()
    holds_all = matcher(words)
    rows = database.execute(*_candidates(words, tags))
    hits: list[tuple[int, str, str, tuple[str, ...], str, str]] = []
    for number, mark, passage, own_json, note, speaker in rows:
        own = tuple(json.loads(own_json))
        if all(any(is_within(each, tag) for each in own) for tag in tags) and (
            not words or holds_all("\n".join((passage, note, *own)))
        ):
            hits.append((number, mark, passage, own, note, speaker or ""))
            if len(hits) == most:
                break
    known = known_records(database, [number for number, *_ in hits])
    return tuple(
        Found(known[number], mark, passage, own, note, speaker)
        for number, mark, passage, own, note, speaker in hits
    )


def marks_of(database: sqlite3.Connection, key: str, tag: str) -> tuple[Found, ...]:
    """The annotations of an article that bear a tag or one below it, in the order of the text."""
    rows = database.execute(
        "SELECT DISTINCT marks.id, articles.id, marks.mark, passage, marks.tags, note FROM tags"
        " JOIN articles ON articles.id = tags.article JOIN marks ON marks.id = tags.mark"
        " WHERE key = ? AND (same = ? OR (same >= ? AND same < ?)) ORDER BY start, marks.id",
        (key, same(tag), f"{same(tag)}/", f"{same(tag)}0"),
    ).fetchall()
    known = known_records(database, [number for _, number, *_ in rows])
    return tuple(
        Found(known[number], mark, passage, tuple(json.loads(own)), note)
        for _, number, mark, passage, own, note in rows
    )


def _candidates(words: str, tags: Sequence[str]) -> tuple[str, tuple[str | int, ...]]:
    """A query for annotations that are likely to hold words and tags, and its values: of very many the latest made."""
    some, values = list[str](), list[str]()
    needed = [fold_query(word) for word in words.split()]
    if parts := [word for word in needed if len(word) >= _PART]:
        some.append("SELECT rowid AS id FROM mark_parts WHERE mark_parts MATCH ?")
        values.append(" AND ".join('"' + part.replace('"', '""') + '"' for part in parts))
    for word in needed:
        if word and len(word) < _PART:
            some.append("SELECT id FROM marks WHERE instr(folded, ?) > 0")
            values.append(word)
    for tag in tags:
        some.append("SELECT mark AS id FROM tags WHERE (same = ? OR (same >= ? AND same < ?))")
        values += [same(tag), f"{same(tag)}/", f"{same(tag)}0"]
    # A search with one condition ends once it has enough, where several are each made out in full.
    latest = (
        some[0]
        if len(some) == 1
        else "SELECT id FROM marks WHERE " + " AND ".join(f"id IN ({each})" for each in some)
        if some
        else "SELECT id FROM marks"
    )
    query = (
        f"SELECT article, mark, passage, marks.tags, note, {_SPEAKER} FROM marks JOIN articles ON articles.id = article"
        f" WHERE marks.id IN ({latest} ORDER BY id DESC LIMIT ?) AND {SHOWN}"
        " ORDER BY last_opened DESC, articles.id DESC, start, marks.id"
    )
    return query, (*values, _LATEST)


def _tag(word: str) -> str:
    try:
        return normalise(word)
    except ValueError:
        return ""
