"""Lists of articles from the index: sorted, narrowed, counted."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from core.library.index.query import Choice, Order
from core.library.index.terms import spell
from core.library.records import ArticleRecord
from core.library.states import Reading, State

_COLUMNS = (
    "key, title, source, language, first_opened, last_opened, marks, previous, versions, published, state, removed,"
    " outlet, words, length, position, opening, analysed, statements, chief, partial, id,"
    " authors, address, moment"
)
SHOWN = "articles.removed = '' AND articles.superseded = 0"
"""What holds of an article that is in the library and has no later version there."""
_AMONG = (
    "articles.key IN (WITH RECURSIVE meant(key) AS (SELECT value FROM json_each({}) UNION"
    " SELECT later.key FROM articles AS later JOIN meant ON later.previous = meant.key AND later.previous != '')"
    " SELECT key FROM meant)"
)
"""What holds of an article with one of some keys, and of all later versions of one."""
_OF_FEED = _AMONG.format("feed_articles(?)")
_OF_FOLDER = _AMONG.format("folder_articles(?)")
_AT_ONCE = 500
"""Rows that are asked for by number at a time."""


_ORDERS = {
    Order.DAY: "dated DESC, moment DESC, id DESC",
    Order.OPENED: "last_opened DESC, dated DESC, moment DESC, id DESC",
    Order.TITLE: "title COLLATE NOCASE, id",
    Order.SOURCE: "outlet COLLATE NOCASE, dated DESC, moment DESC, id DESC",
    Order.LENGTH: "words, id",
    Order.STATEMENTS: "statements DESC, dated DESC, moment DESC, id DESC",
    Order.MARKS: "marks DESC, dated DESC, moment DESC, id DESC",
    Order.STATE: "CASE state WHEN 'begun' THEN 0 WHEN 'new' THEN 1 WHEN 'later' THEN 2 WHEN 'read' THEN 3 ELSE 4 END,"
    " dated DESC, moment DESC, id DESC",
}


def listed(database: sqlite3.Connection, choice: Choice, most: int = -1) -> list[int]:
    """The numbers of the articles in a list, in order."""
    where, values = conditions(choice)
    query = f"SELECT id FROM articles WHERE {where} ORDER BY {_ORDERS[choice.order]} LIMIT ?"
    return [number for (number,) in database.execute(query, (*values, most))]


_GROUPS = {Order.DAY: "substr(dated, 1, 10)", Order.SOURCE: "outlet", Order.STATE: "state"}


def grouped(database: sqlite3.Connection, choice: Choice) -> list[tuple[int, str]]:
    """The same, each with the day, the source or the state it is sorted by; with "" for other orders."""
    where, values = conditions(choice)
    group = _GROUPS.get(choice.order, "''")
    query = f"SELECT id, {group} FROM articles WHERE {where} ORDER BY {_ORDERS[choice.order]}"
    return database.execute(query, values).fetchall()


def conditions(choice: Choice) -> tuple[str, list[str]]:
    """What has to hold of the row of an article, as SQL, and its values."""
    parts, values = [SHOWN], list[str]()
    if choice.states:
        parts.append(f"articles.state IN ({','.join('?' * len(choice.states))})")
        values += [state.value for state in choice.states]
    else:
        parts.append("articles.state != 'archived'")
    if choice.outlet:
        parts.append("instr(spelt(articles.outlet), ?) > 0")
        values.append(spell(choice.outlet))
    if choice.feed:
        parts.append(_OF_FEED)
        values.append(choice.feed)
    if choice.folder:
        parts.append(_OF_FOLDER)
        values.append(choice.folder)
    if choice.site:
        parts.append("articles.outlet = ?")
        values.append(choice.site)
    if names := spell(choice.author).split():
        named = " AND ".join(["instr(spelt(value), ?) > 0"] * len(names))
        parts.append(f"EXISTS (SELECT 1 FROM json_each(articles.authors) WHERE {named})")
        values += names
    if choice.since:
        parts.append("articles.dated >= ?")
        values.append(choice.since)
    if choice.until:
        parts.append("articles.dated <= ?")
        values.append(f"{choice.until}\N{LATIN SMALL LETTER Z WITH CARON}")
    if choice.tag:
        parts.append("articles.id IN (SELECT article FROM tags WHERE same = ? OR (same >= ? AND same < ?))")
        values += [choice.tag, f"{choice.tag}/", f"{choice.tag}0"]
    if choice.speaker or choice.kind:
        said, sought = statement_conditions(choice)
        parts.append(f"articles.id IN (SELECT article FROM statements WHERE {said})")
        values += sought
    return " AND ".join(parts), values


def statement_conditions(choice: Choice) -> tuple[str, list[str]]:
    """The same for a statement."""
    parts, values = list[str](), list[str]()
    if choice.kind:
        parts.append("statements.kind = ?")
        values.append(choice.kind)
    if words := spell(choice.speaker).split():
        names = " AND ".join(["instr(folded, ?) > 0"] * len(words))
        parts.append(f"statements.folded IN (SELECT folded FROM speakers WHERE {names})")
        values += words
    return " AND ".join(parts) or "1", values


def records(database: sqlite3.Connection, numbers: Sequence[int]) -> list[ArticleRecord]:
    """The articles of these numbers, in their order; those that are gone are left out."""
    found: dict[int, ArticleRecord] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        some = numbers[at : at + _AT_ONCE]
        query = f"SELECT {_COLUMNS} FROM articles WHERE id IN ({','.join('?' * len(some))})"
        found.update((record.number, record) for record in map(_record, database.execute(query, some)))
    return [found[number] for number in numbers if number in found]


def known_records(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, ArticleRecord]:
    """The same, each once, by its number."""
    unique = list(dict.fromkeys(numbers))
    return {record.number: record for record in records(database, unique)}


def by_key(database: sqlite3.Connection, key: str) -> ArticleRecord | None:
    """The article filed under a key, removed ones and earlier versions too."""
    row = database.execute(f"SELECT {_COLUMNS} FROM articles WHERE key = ?", (key,)).fetchone()
    return _record(row) if row is not None else None


def readings(database: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Reading]:
    """What has been done with some articles, by key."""
    found = {key: by_key(database, key) for key in keys}
    return {
        key: Reading(each.state, each.last_opened, each.removed) if each is not None else Reading()
        for key, each in found.items()
    }


def chosen(database: sqlite3.Connection, where: str, values: Iterable[object] = ()) -> list[ArticleRecord]:
    """The articles for which a condition holds, with what follows it."""
    return [
        _record(row)
        for row in database.execute(f"SELECT {_COLUMNS} FROM articles WHERE {where}", tuple(values))
    ]


def counts(database: sqlite3.Connection, keys: Collection[str] | None = None) -> dict[State, int]:
    """How many articles there are in each state, of those with some keys, in any version, or of all."""
    among = f"{SHOWN} AND {_AMONG.format('?')}"
    where, values = (SHOWN, ()) if keys is None else (among, (json.dumps([*keys]),))
    query = f"SELECT state, count(*) FROM articles WHERE {where} GROUP BY state"
    return {State(state): number for state, number in database.execute(query, values)}


def counts_among(database: sqlite3.Connection, numbers: Collection[int]) -> dict[State, int]:
    """The same of the articles of some numbers."""
    query = (
        f"SELECT state, count(*) FROM articles WHERE {SHOWN} AND id IN (SELECT value FROM json_each(?))"
        " GROUP BY state"
    )
    return {State(state): number for state, number in database.execute(query, (json.dumps([*numbers]),))}


def next_unread(
    database: sqlite3.Connection, key: str = "", choice: Choice | None = None
) -> ArticleRecord | None:
    """The next new article after a given one, by day, the latest first; after the last comes the first.

    With a `choice`, one of the articles that this would list if they were new.
    """
    new, values = f"{SHOWN} AND state = 'new'", list[str]()
    if choice is not None:
        new, values = conditions(replace(choice, states=(State.NEW,)))
    row = (
        database.execute("SELECT dated, moment, id FROM articles WHERE key = ?", (key,)).fetchone()
        if key
        else None
    )
    order = "ORDER BY dated DESC, moment DESC, id DESC LIMIT 1"
    if row is not None:
        after = chosen(database, f"{new} AND (dated, moment, id) < (?, ?, ?) {order}", (*values, *row))
        if after:
            return after[0]
    return next(iter(chosen(database, f"{new} AND key != ? {order}", (*values, key))), None)


def going_on(database: sqlite3.Connection) -> ArticleRecord | None:
    """The article that was begun and opened last."""
    where = f"{SHOWN} AND state = 'begun' ORDER BY last_opened DESC LIMIT 1"
    return next(iter(chosen(database, where)), None)


def _record(row: Sequence[object]) -> ArticleRecord:
    (
        *plain,
        state,
        removed,
        outlet,
        words,
        length,
        position,
        opening,
        analysed,
        statements,
        chief,
        partial,
        number,
        authors,
        address,
        moment,
    ) = row
    return _MAKE(
        *plain,
        State(str(state)),
        removed,
        outlet,
        words,
        length,
        position,
        opening,
        bool(analysed),
        statements,
        tuple((name, said) for name, said in json.loads(str(chief))),
        bool(partial),
        number,
        tuple(json.loads(str(authors))),
        address,
        moment,
    )


_MAKE: Callable[..., ArticleRecord] = ArticleRecord
