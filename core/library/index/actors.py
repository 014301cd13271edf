"""Actors over all articles: who they are, how often they speak, and what each of them said."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from core.analysis import ActorKind, QuoteType
from core.analysis.cue_words import introduction
from core.analysis.identity import alias_key
from core.library.index.entries import FIELD
from core.library.index.listing import SHOWN, conditions
from core.library.index.query import Choice, Query
from core.library.index.searching import expression
from core.library.index.terms import loose, spell
from core.library.states import State
from core.text.spans import Span
from core.translation import _

_HIDDEN = "article NOT IN (SELECT id FROM articles WHERE removed != '' OR superseded = 1)"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the list of all actors."""

    identity: str
    """Empty for a name that identifies nobody."""
    name: str
    """As the latest article has it."""
    kind: ActorKind
    articles: int
    statements: int
    last: str
    """The day of the last article, as ISO 8601."""
    words: int = 0
    """Words in these statements."""
    direct: int = 0
    """Those of them in direct speech."""

    @property
    def in_doubt(self) -> bool:
        """Whether it may be several people, as where articles have only a surname."""
        return not self.identity


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
    start: int
    """Where it is mentioned first, a code point offset; -1 where that is not known."""
    sentence: str
    """The sentence of that mention; empty for somebody who speaks."""


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
    speaker: str = ""
    cue: str = ""
    """What introduces it, where it is not direct speech."""
    according: str = ""
    """Who says that it was said, where that is somebody else."""
    refusal: bool = False
    """Whether it only is told that somebody would not speak."""
    before: str = ""
    """The sentence before, where it points back to that."""

    def introduced(self, *, quoted: bool = False) -> str:
        """What introduces it, the article's words in quotation marks if wanted, and by whose account it was made."""
        words = _("“{words}”").format(words=self.cue) if quoted and self.cue else self.cue
        return introduction(words, self.according)


class Ranking(StrEnum):
    """What a list of actors may be sorted by."""

    STATEMENTS = "statements"
    WORDS = "words"
    DIRECT = "direct"
    """The share of direct speech in their words, those with few words last."""
    LAST = "last"


def people(
    database: sqlite3.Connection,
    words: str = "",
    most: int = 500,
    ranking: Ranking = Ranking.STATEMENTS,
) -> list[Person]:
    """Everyone whose name holds the words, at most so many; people named by a surname alone are in doubt."""
    # Of people the identity has plain letters for umlauts, of bodies it has them written out.
    sought = [form for word in spell(words).split() for form in (word, loose(word))]
    sums = "count(*) AS n, sum(statements) AS said, max(dated) AS last, sum(words) AS w, sum(direct) AS d"
    order = f"ORDER BY {_RANKINGS[ranking]}said DESC, n DESC, name LIMIT ?"
    first = f"substr(names, 1, instr(names || '{FIELD}', '{FIELD}') - 1)"
    found: list[Person] = []
    # The identity has the name in it, and one index all that is summed up.
    for identity, which, group, name in (
        ("identity", "identity != ''", "identity", "substr(identity, instr(identity, ':'))"),
        ("''", "identity = '' AND kind = 'person'", first, "names"),
    ):
        where = " AND ".join(
            [which, _HIDDEN, *[f"(instr({name}, ?) > 0 OR instr({name}, ?) > 0)"] * (len(sought) // 2)]
        )
        rows = database.execute(
            f"SELECT {identity}, name, kind, {sums} FROM actors WHERE {where} GROUP BY {group} {order}",
            (*sought, most),
        )
        found += map(_person, rows)
    return sorted(found, key=_KEYS[ranking])[:most]


_FEW = 20
"""Words below which a share of direct speech says little."""
_RANKINGS = {
    Ranking.STATEMENTS: "",
    Ranking.WORDS: "w DESC, ",
    Ranking.DIRECT: f"sum(words) >= {_FEW} DESC, 1.0 * sum(direct) / max(1, sum(words)) DESC, ",
    Ranking.LAST: "last DESC, ",
}


def _by_statements(person: Person) -> tuple[Any, ...]:
    return -person.statements, -person.articles, person.name


_KEYS: Mapping[Ranking, Callable[[Person], tuple[Any, ...]]] = {
    Ranking.STATEMENTS: _by_statements,
    Ranking.WORDS: lambda each: (-each.words, *_by_statements(each)),
    Ranking.DIRECT: lambda each: (
        each.words < _FEW,
        -each.direct / max(1, each.words),
        *_by_statements(each),
    ),
    Ranking.LAST: lambda each: (*(-ord(char) for char in each.last), *_by_statements(each)),
}


def _person(row: Sequence[Any]) -> Person:
    identity, name, kind, articles, said, last, words, direct = row
    return Person(identity, name, ActorKind(kind), articles, said, last[:10], words, direct)


@dataclass(frozen=True, slots=True)
class Share:
    """How much is said in one source, or in one month."""

    name: str
    articles: int
    speakers: int
    statements: int
    words: int
    """Words in these statements."""
    direct: int
    """Those of them in direct speech."""


def shares(database: sqlite3.Connection, by: str) -> list[Share]:
    """How much is said by source or by month ("outlet", "month")."""
    key = {"outlet": "outlet", "month": "substr(actors.dated, 1, 7)"}[by]
    order = {"outlet": "sum(actors.statements) DESC, 1", "month": "1 DESC"}[by]
    rows = database.execute(
        f"SELECT {key}, count(DISTINCT article), count(DISTINCT CASE WHEN actors.statements > 0 THEN"
        " CASE identity WHEN '' THEN article || actor ELSE identity END END),"
        " sum(actors.statements), sum(actors.words), sum(direct)"
        f" FROM actors JOIN articles ON articles.id = article WHERE {SHOWN} GROUP BY 1 ORDER BY {order}"
    )
    return [Share(*row) for row in rows]


def days(database: sqlite3.Connection, wanted: Collection[str], choice: Choice) -> list[tuple[str, int, int]]:
    """Each day on which some identities are in articles of a list: with how many, and their statements there."""
    where, values = _within(choice)
    rows = database.execute(
        "SELECT substr(dated, 1, 10), count(DISTINCT article), sum(statements) FROM actors"
        f" WHERE identity IN ({_marks(wanted)}) AND {where} GROUP BY 1 ORDER BY 1",
        (*wanted, *values),
    )
    return rows.fetchall()


def _within(choice: Choice) -> tuple[str, list[str]]:
    """What has to hold of an actor in an article that is in a list, as SQL, and its values."""
    if choice == Choice():
        return _HIDDEN, []
    where, values = conditions(replace(choice, states=choice.states or tuple(State), speaker="", kind=""))
    return f"article IN (SELECT id FROM articles WHERE {where})", values


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def appearances(database: sqlite3.Connection, wanted: Collection[str], most: int, query: Query) -> list[Row]:
    """Where some identities appear in the articles of a query, the latest first, at most so many."""
    sought = _sought(database, query)
    if sought is None:
        return []
    where, values = sought
    condition = f"identity IN ({_marks(wanted)}) AND {where} ORDER BY dated DESC LIMIT ?"
    return list(_rows(database, condition, (*wanted, *values, most)))


def doubtful(database: sqlite3.Connection, key: str, wanted: Collection[str]) -> int:
    """In how many articles without some identities somebody has a name that identifies nobody, by its alias key."""
    query = (
        f"SELECT count(DISTINCT article) FROM actors WHERE {_DOUBT} AND {_HIDDEN}"
        f" AND article NOT IN (SELECT article FROM actors WHERE identity IN ({_marks(wanted)}))"
    )
    return int(database.execute(query, (*_named(key), *wanted)).fetchone()[0])


_DOUBT = "identity = '' AND kind = 'person' AND (names = ? OR (names >= ? AND names < ?))"


def _named(key: str) -> tuple[str, str, str]:
    return key, f"{key}{FIELD}", f"{key} "


def in_doubt(database: sqlite3.Connection, key: str, most: int, query: Query) -> list[Row]:
    """The rows of those, the latest first, in articles that a query finds."""
    sought = _sought(database, query)
    if sought is None:
        return []
    where, values = sought
    condition = f"{_DOUBT} AND {where} ORDER BY dated DESC LIMIT ?"
    return list(_rows(database, condition, (*_named(key), *values, most)))


def _sought(database: sqlite3.Connection, query: Query) -> tuple[str, list[str]] | None:
    """What has to hold of an actor in an article that a query finds; None if it can find nothing."""
    where, values = _within(query.choice)
    if not query.plain:
        return where, values
    sought = expression(database, query)
    if sought is None:
        return None
    return f"{where} AND article IN (SELECT rowid FROM texts WHERE texts MATCH ?)", [*values, sought]


def _rows(database: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[Row]:
    columns = "article, actor, name, kind, mentions, statements, about, start, sentence"
    for row in database.execute(f"SELECT {columns} FROM actors WHERE {where}", values):
        article, actor, name, kind, mentions, said, about, start, sentence = row
        aliases, roles = map(tuple, json.loads(about))
        yield Row(article, actor, name, ActorKind(kind), mentions, said, aliases, roles, start, sentence)


_SAID = (
    "SELECT statements.article, statements.quote, kind, spans, confidence, words, wording, speaker, cue,"
    " according, refusal, before FROM statements"
)


def statements(database: sqlite3.Connection, row: Row) -> list[Said]:
    """What an actor says in an article, in the order of the text."""
    return _said(database, "WHERE article = ? AND actor = ? ORDER BY start", row)


def about(database: sqlite3.Connection, row: Row) -> list[Said]:
    """What others say of an actor in an article, in the order of the text."""
    join = "JOIN spoken_of USING (article, quote) WHERE spoken_of.article = ? AND spoken_of.actor = ? ORDER BY start"
    return _said(database, join, row)


def _said(database: sqlite3.Connection, where: str, row: Row) -> list[Said]:
    rows = database.execute(f"{_SAID} {where}", (row.article, row.actor))
    return [
        Said(
            article,
            quote,
            QuoteType(kind),
            tuple((start, end) for start, end in json.loads(spans)),
            confidence,
            words,
            wording,
            speaker,
            cue,
            according,
            bool(refusal),
            before,
        )
        for article, quote, kind, spans, *rest, cue, according, refusal, before in rows
        for confidence, words, wording, speaker in (rest,)
    ]


def called(database: sqlite3.Connection, key: str, most: int) -> list[Person]:
    """Who has every word of an alias key in the name; where nobody has, who has them within words."""
    near = [each for each in people(database, key, 4 * most) if not each.in_doubt]
    wanted = set(key.split())
    exact = [each for each in near if wanted <= set(alias_key(each.name).split())]
    return (exact or near)[:most]
