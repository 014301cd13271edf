"""Actors over all articles: who they are, how often they speak, and what each of them said."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.analysis import ActorKind, QuoteType
from core.library.index.entries import FIELD
from core.library.index.listing import SHOWN
from core.library.index.terms import spell
from core.text.spans import Span

_IN_ARTICLES = f"JOIN articles ON articles.id = actors.article WHERE {SHOWN}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the list of all actors."""

    identity: str
    name: str
    """As most articles have it."""
    kind: ActorKind
    articles: int
    statements: int
    last: str
    """The day of the last article, as ISO 8601."""


@dataclass(frozen=True, slots=True)
class Row:
    """An actor in one article."""

    article: int
    actor: str
    name: str
    kind: ActorKind
    mentions: int
    statements: int
    aliases: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, with its words for use without the article."""

    article: int
    quote: str
    type: QuoteType
    spans: tuple[Span, ...]
    confidence: float
    words: str
    wording: str
    """What two statements with the same words have in common."""


def people(database: sqlite3.Connection, words: str = "", most: int = 500) -> list[Person]:
    """Everyone who is known beyond one article and whose name holds the words, who speaks most first."""
    sought = spell(words).split()
    where = " AND ".join(["instr(names, ?) > 0"] * len(sought)) or "1"
    rows = database.execute(
        "SELECT identity, name, kind, count(*), sum(actors.statements), max(actors.dated) FROM actors"
        f" WHERE identity != '' AND {where} GROUP BY identity"
        " ORDER BY sum(actors.statements) DESC, count(*) DESC, name LIMIT ?",
        (*sought, most),
    )
    return [
        Person(identity, name, ActorKind(kind), articles, statements, last[:10])
        for identity, name, kind, articles, statements, last in rows
    ]


def numbers(database: sqlite3.Connection, wanted: Collection[str]) -> tuple[int, int]:
    """In how many articles some identities are, and how many statements they make there."""
    marks = ",".join("?" * len(wanted))
    row = database.execute(
        f"SELECT count(DISTINCT article), coalesce(sum(statements), 0) FROM actors WHERE identity IN ({marks})",
        tuple(wanted),
    ).fetchone()
    return int(row[0]), int(row[1])


def appearances(
    database: sqlite3.Connection, wanted: Collection[str], aliases: Mapping[str, str], most: int
) -> list[Row]:
    """Where some identities appear, the latest articles first, at most so many.

    `aliases` are all confirmed ones, by alias key with the identity each stands for.
    """
    found: dict[tuple[int, str], Row] = {}
    marks = ",".join("?" * len(wanted))
    for row, names in _rows(
        database, f"identity IN ({marks}) ORDER BY actors.dated DESC LIMIT ?", (*wanted, most)
    ):
        if aliases.get(names.split(FIELD)[0], "") in ("", *wanted):
            found[row.article, row.actor] = row
    for key in [key for key, whose in aliases.items() if whose in wanted]:
        for row, names in _rows(database, "names >= ? AND names < ? LIMIT ?", (key, f"{key}{chr(32)}", most)):
            if names.split(FIELD)[0] == key:
                found[row.article, row.actor] = row
        unknown = "identity = '' AND instr(names, ?) > 0 LIMIT ?"
        for row, names in _rows(database, unknown, (key, most)):
            first, *others = names.split(FIELD)
            if first not in aliases and key in others:
                found[row.article, row.actor] = row
    return list(found.values())


def _rows(database: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[tuple[Row, str]]:
    query = (
        "SELECT article, actor, actors.name, kind, mentions, actors.statements, about, names FROM actors"
        f" {_IN_ARTICLES} AND {where}"
    )
    for article, actor, name, kind, mentions, statements, about, names in database.execute(query, values):
        aliases, roles = json.loads(about)
        yield (
            Row(article, actor, name, ActorKind(kind), mentions, statements, tuple(aliases), tuple(roles)),
            names,
        )


def statements(database: sqlite3.Connection, row: Row) -> list[Said]:
    """What an actor says in an article, in the order of the text."""
    query = (
        "SELECT quote, kind, spans, confidence, words, wording FROM statements"
        " WHERE article = ? AND actor = ? ORDER BY start"
    )
    return [
        Said(
            row.article,
            quote,
            QuoteType(kind),
            tuple((start, end) for start, end in json.loads(spans)),
            confidence,
            words,
            wording,
        )
        for quote, kind, spans, confidence, words, wording in database.execute(
            query, (row.article, row.actor)
        )
    ]


def named_like(database: sqlite3.Connection, key: str, most: int) -> list[str]:
    """Names of people and bodies that contain some words, who is in most articles first."""
    query = (
        "SELECT name FROM actors WHERE identity != '' AND instr(names, ?) > 0"
        " GROUP BY identity ORDER BY count(*) DESC, min(rowid) LIMIT ?"
    )
    return [name for (name,) in database.execute(query, (key, most))]
