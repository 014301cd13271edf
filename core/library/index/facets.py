"""What a list can be narrowed to: the sources, tags, speakers and authors in it, each with a count of articles."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.annotations.tags import same
from core.library.index.listing import conditions
from core.library.index.query import Choice

MOST = 300
"""Values of each kind that are offered, those in most articles first."""


class Field(StrEnum):
    """What an article is narrowed by."""

    SOURCE = "source"
    TAG = "tag"
    SPEAKER = "speaker"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field, and in how many articles of a list it is."""

    field: Field
    value: str
    articles: int


def value_in(choice: Choice, field: Field) -> str:
    """What a list is narrowed to in a field; empty if it is not."""
    return {
        Field.SOURCE: choice.site,
        Field.TAG: choice.tag,
        Field.SPEAKER: choice.speaker,
        Field.AUTHOR: choice.author,
    }[field]


def narrowed(choice: Choice, field: Field, value: str) -> Choice:
    """The list with only the articles that have a value; with an empty one, no longer narrowed by that field."""
    if field is Field.SOURCE:
        return replace(choice, site=value)
    if field is Field.TAG:
        return replace(choice, tag=same(value) if value else "")
    return replace(choice, author=value) if field is Field.AUTHOR else replace(choice, speaker=value)


def facets(database: sqlite3.Connection, choice: Choice) -> list[Facet]:
    """The values in the articles of a list, field by field; each field as if the list were not narrowed by it."""
    counts = {
        Field.SOURCE: _sources,
        Field.TAG: _tags,
        Field.SPEAKER: _speakers,
        Field.AUTHOR: _authors,
    }
    return [
        Facet(field, value, articles)
        for field, count in counts.items()
        for value, articles in count(database, narrowed(choice, field, ""))
    ]


def _sources(database: sqlite3.Connection, choice: Choice) -> Sequence[tuple[str, int]]:
    where, values = conditions(choice)
    return database.execute(
        f"SELECT outlet, count(*) FROM articles WHERE outlet != '' AND {where}"
        " GROUP BY outlet ORDER BY 2 DESC, outlet LIMIT ?",
        (*values, MOST),
    ).fetchall()


def _tags(database: sqlite3.Connection, choice: Choice) -> Sequence[tuple[str, int]]:
    where, values = conditions(choice)
    return database.execute(
        "SELECT tag, count(DISTINCT article) FROM tags JOIN articles ON articles.id = article"
        f" WHERE {where} GROUP BY same ORDER BY 2 DESC, same LIMIT ?",
        (*values, MOST),
    ).fetchall()


def _authors(database: sqlite3.Connection, choice: Choice) -> Sequence[tuple[str, int]]:
    where, values = conditions(choice)
    return database.execute(
        "SELECT each.value, count(DISTINCT articles.id) FROM articles, json_each(articles.authors) AS each"
        f" WHERE each.value != '' AND {where} GROUP BY each.value ORDER BY 2 DESC, each.value LIMIT ?",
        (*values, MOST),
    ).fetchall()


def _speakers(database: sqlite3.Connection, choice: Choice) -> Sequence[tuple[str, int]]:
    """Those with a full name: a surname alone may be several people's."""
    where, values = conditions(choice)
    # Who is left out of a whole library is few.
    within = f"NOT IN (SELECT id FROM articles WHERE NOT ({where}))"
    if choice != Choice(order=choice.order):
        within = f"IN (SELECT id FROM articles WHERE {where})"
    return database.execute(
        f"SELECT name, count(*) FROM actors WHERE identity != '' AND statements > 0 AND article {within}"
        " GROUP BY identity ORDER BY 2 DESC, name LIMIT ?",
        (*values, MOST),
    ).fetchall()
