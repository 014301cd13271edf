"""Every way of searching finds the same, in the same order, as one plain query."""

import random
import sqlite3
from dataclasses import replace

import pytest

from core.analysis import QuoteType
from core.articles import Publication
from core.library.index import entries, searching
from core.library.index.listing import conditions, statement_conditions
from core.library.index.query import Choice, parse
from core.library.index.schema import TABLES
from core.library.index.terms import spell_name
from core.library.states import Reading, State
from tests.benchmarks.library import analysis_of, annotation_on, article_number

ARTICLES = 90
LINES = (
    "kind:indirect", "kind:direct", "kind:reported", "speaker:lind", "speaker:a", "speaker:nirgends",
    "speaker:voss kind:direct", "speaker:lind hafen", "speaker:lind hafen -kräne", "speaker:a -hafen",
    'speaker:a "im hafen"',
    "kind:direct brücke since:2024-02", "speaker:e until:2024-02", "speaker:voss until:2023", "speaker:a source:bote",
    "kind:indirect source:bote #politik", "speaker:lind state:archived", "kind:direct source:gibtsnicht",
    "speaker:varga #zahl since:2024-01-02",
)  # fmt: skip


def put(database, number):
    """One article of a few days, with its statements and what a reader did with it."""
    chance = random.Random(number)
    article = article_number(number, chance)
    site = article.publication.site if article.publication else ""
    day = f"2024-0{chance.randint(1, 3)}-0{chance.randint(1, 3)}"
    article = replace(article, publication=Publication(published=day, site=site))
    analysis = analysis_of(article, chance)
    kinds = (QuoteType.INDIRECT, QuoteType.INDIRECT, QuoteType.DIRECT)
    quotes = tuple(replace(each, type=chance.choice(kinds)) for each in analysis.quotes)
    known = entries.put_article(database, article, day, "", ())
    entries.put_analysis(database, known, article, replace(analysis, quotes=quotes))
    entries.put_marks(database, known, [annotation_on(article, chance)])
    state, removed = chance.choice(list(State)), chance.choice(("", "", "", "2024-05-01"))
    entries.put_reading(database, known, Reading(state, day, removed))
    superseded = chance.random() < 0.1
    database.execute("UPDATE articles SET superseded = ? WHERE id = ?", (superseded, known))


@pytest.fixture(scope="module")
def database():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.create_function("spelt", 1, spell_name, deterministic=True)
    connection.executescript(TABLES)
    for number in range(ARTICLES):
        put(connection, number)
    yield connection
    connection.close()


def plainly(database, query, candidates, most):
    said, values = statement_conditions(query.choice)
    shown, more = conditions(query.choice)
    rows = database.execute(
        "SELECT statements.article, quote, statements.words FROM statements"
        f" JOIN articles ON articles.id = statements.article WHERE {said} AND {shown}"
        " ORDER BY statements.dated DESC, statements.article DESC, start",
        (*values, *more),
    ).fetchall()
    holds = searching.holding(database, query)
    if query.plain or query.without:
        rows = [row for row in rows[:candidates] if holds(row[2])]
    return [(number, quote) for number, quote, _ in rows[:most]]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("common", [0.0, 0.1, 2.0])
@pytest.mark.parametrize(("candidates", "most", "at_once"), [(5000, 200, 200), (150, 40, 7)])
def test_every_way_finds_what_one_plain_query_finds(
    database, monkeypatch, line, common, candidates, most, at_once
):
    for name, value in (
        ("COMMON", common),
        ("CANDIDATES", candidates),
        ("AT_ONCE", at_once),
    ):
        monkeypatch.setattr(searching, f"_{name}", value)
    query = parse(line)
    found = [(hit.article.number, hit.id) for hit in searching.search(database, query, most)]
    assert found == plainly(database, query, candidates, most)


def test_the_random_library_has_something_to_find(database):
    found = {line: len(searching.search(database, parse(line))) for line in LINES}
    empty = {line for line, number in found.items() if not number}
    assert empty == {
        "kind:reported", "speaker:nirgends", "speaker:voss until:2023", "kind:direct source:gibtsnicht",
    }  # fmt: skip
    assert found["speaker:a"] == 364


def test_neither_way_sorts_whole_rows(database):
    """Common ones are met day by day without sorting; of others only what an index has is sorted."""
    plans: list[str] = []

    class Explaining:
        def execute(self, query, values=()):
            plans.extend(row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {query}", values))
            return database.execute(query, values)

    for common, expected in (
        (0.0, "SCAN articles USING COVERING INDEX articles_by_day"),
        (2.0, "SEARCH statements USING COVERING INDEX statements_by_speaker (folded=?)"),
    ):
        plans.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(searching, "_COMMON", common)
            assert list(searching._latest_statements(Explaining(), parse("speaker:lind").choice))
        assert expected in plans, plans
        assert ("USE TEMP B-TREE FOR ORDER BY" in plans) == (common > 1)


@pytest.mark.parametrize("ranked", [1000, 5])
@pytest.mark.parametrize(
    "line",
    [
        "hafen", "hafen source:bote", "brücke since:2024-02", "hafen #politik source:bote", "#zahl until:2024-02",
        "e state:archived", "lind state:read until:2024-02", "source:bote", "hafen #zahl",
    ],
)  # fmt: skip
def test_filters_leave_the_same_articles_whether_asked_one_by_one_or_at_once(
    database, monkeypatch, line, ranked
):
    monkeypatch.setattr(searching, "_RANKED", ranked)
    query = parse(line)
    found = []
    for number in (0, 3, 2000):
        monkeypatch.setattr(searching, "_LOOKED_UP", number)
        found.append(searching.search(database, query))
    assert found[0]
    assert found[0] == found[1] == found[2]
    filters = replace(query.choice, tag="")
    shown, values = conditions(filters)
    left = {number for (number,) in database.execute(f"SELECT id FROM articles WHERE {shown}", values)}
    if filters != Choice():  # Without filters, notes on archived articles are found as well.
        assert {hit.article.number for hit in found[0]} <= left


def test_an_article_that_is_dated_anew_takes_its_statements_along(database):
    number = ARTICLES
    put(database, number)
    article = article_number(number, random.Random(number))
    database.execute(
        "UPDATE articles SET state = 'new', removed = '', superseded = 0 WHERE key = ?", (article.key,)
    )
    later = replace(article, publication=Publication(published="2030-01-01", site="Hafenbote"))
    known = entries.put_article(database, later, "2024-01-01", "", ())
    for table in ("actors", "statements"):
        days = database.execute(f"SELECT DISTINCT dated FROM {table} WHERE article = ?", (known,)).fetchall()
        assert days == [("2030-01-01",)]
    assert searching.search(database, parse("kind:indirect"))[0].article.number == known
