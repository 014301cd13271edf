"""Which version of an article is the latest, kept in the index beside each."""

import sqlite3

from core.library.index.listing import by_key
from core.library.records import ArticleRecord
from core.library.versions import latest, superseded


def renumber(database: sqlite3.Connection, key: str) -> None:
    """Work out anew which of the versions that one article belongs to are superseded, and their numbers."""
    related = relatives(database, key)
    if len(related) < 2:
        return
    gone = superseded(related)
    counts = {each.key: each.versions for each in latest(related)}
    database.executemany(
        "UPDATE articles SET superseded = ?, versions = ? WHERE key = ?",
        [(each in gone, counts.get(each, 1), each) for each in related],
    )


def relatives(database: sqlite3.Connection, key: str) -> dict[str, ArticleRecord]:
    """All versions of the article that one of them is filed under, in no order."""
    found: dict[str, ArticleRecord] = {}
    coming = [key]
    while coming:
        record = by_key(database, coming.pop())
        if record is None or record.key in found:
            continue
        found[record.key] = record
        coming += [record.previous] if record.previous else []
        coming += _following(database, record.key)
    return found


def later(database: sqlite3.Connection, key: str) -> list[tuple[str, str]]:
    """The keys of the versions that came after one, behind those of the versions before them, in their order."""
    seen = {key}
    found = [(key, other) for other in _following(database, key)]
    for _earlier, each in found:  # It grows meanwhile.
        if each not in seen:
            seen.add(each)
            found += [(each, other) for other in _following(database, each) if other not in seen]
    return found


def _following(database: sqlite3.Connection, key: str) -> list[str]:
    query = "SELECT key FROM articles WHERE previous = ? AND previous != ''"
    return [other for (other,) in database.execute(query, (key,))]
