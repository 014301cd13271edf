"""Searching the whole library: texts, statements, tags and notes."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice
from operator import itemgetter

from core.analysis import QuoteType
from core.annotations.tags import is_within, normalise, same
from core.library.index.listing import SHOWN, conditions, records, statement_conditions
from core.library.index.query import Choice, Query
from core.library.index.terms import holds, is_form, loose, sound, stem, terms
from core.library.records import ArticleRecord
from core.text.folding import fold_query
from core.text.search import matcher
from core.text.spans import Span

MOST = 500
"""Annotations after which a search ends: more than anyone reads."""
_MARKS = 100
"""Annotations that are listed before texts."""
_CANDIDATES = 5000
"""Statements that are looked through for words."""
_SAMPLE = 2000
"""The latest statements that are counted to tell how common those are that a filter leaves."""
_COMMON = 0.1
"""The share of that sample from which they are common."""
_AT_ONCE = 200
"""Statements that are read at a time."""
_LATEST = 2000
"""Annotations, the latest made, of which those on the articles opened last come first."""
_ARTICLES = 200
"""Articles after which a search ends."""
_LOOKED_UP = 2000
"""Articles that filters are asked about one by one; for more, all that they leave are made out at once."""
_RANKED = 1000
"""Articles up to which the best are put first; of more, those with the words in their title, then the latest."""
_FORMS = 400
"""Terms that a word may stand for."""
_PART = 3
"""Letters that can be looked for within words."""

_Row = tuple[int, str, int, int, str, str, str, str]
"""A statement as `_STATEMENT` names its columns."""


class HitKind(StrEnum):
    """Where the words were found."""

    TEXT = "text"
    STATEMENT = "statement"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the library where a query was found."""

    kind: HitKind
    article: ArticleRecord
    id: str = ""
    """The id of the mark or of the quote."""
    span: Span | None = None
    """Where the statement is in the text; for a text, `core.library.index.snippets` finds out."""
    words: str = ""
    """The statement, or the passage that is marked; empty for a mark on the whole article."""
    speaker: str = ""
    type: QuoteType | None = None
    """The kind of speech of a statement."""
    cue: str = ""
    """What introduces a statement that is not direct speech."""
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation that holds what was searched for, and its article."""

    article: ArticleRecord
    id: str
    passage: str
    """The words it is anchored to; empty if it is on the whole article."""
    tags: tuple[str, ...]
    note: str


def search(database: sqlite3.Connection, query: Query) -> tuple[Hit, ...]:
    """What a query finds: tags and notes first, then statements if a filter asks for them, else texts, by rank."""
    if query.is_blank:
        return ()
    found: list[Hit] = []
    if not (query.choice.speaker or query.choice.kind):
        untagged = replace(query.choice, tag="")
        narrowed = untagged != Choice(order=untagged.order)
        allows = _allows(database, untagged)
        tag = f"#{query.choice.tag} " if query.choice.tag else ""
        found += [
            Hit(HitKind.MARK, each.article, each.id, None, each.passage, tags=each.tags, note=each.note)
            for each in marks(database, tag + query.plain, _MARKS)
            if not narrowed or allows(each.article.number)
        ]
        if query.words or query.phrases or not query.choice.tag:
            tagged = _allows(database, query.choice) if query.choice.tag else allows
            numbers = _texts(database, query, tagged)
            found += [Hit(HitKind.TEXT, record) for record in records(database, numbers)]
    else:
        found += _statements(database, query)
    return tuple(found)


def _allows(database: sqlite3.Connection, choice: Choice) -> Callable[[int], bool]:
    """Tells whether filters leave an article, by its number."""
    where, values = conditions(choice)
    one = f"SELECT 1 FROM articles WHERE id = ? AND {where}"
    # The articles with a tag would be made out anew for each that is looked up.
    left = 0 if choice.tag else _LOOKED_UP
    allowed: frozenset[int] | None = None

    def allows(number: int) -> bool:
        nonlocal left, allowed
        if left:
            left -= 1
            return database.execute(one, (number, *values)).fetchone() is not None
        if allowed is None:
            allowed = frozenset(
                row[0] for row in database.execute(f"SELECT id FROM articles WHERE {where}", values)
            )
        return number in allowed

    return allows


# Texts


def forms(database: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The terms of the library that a word stands for: itself, words that contain it, and its inflected forms."""
    sought = " ".join(terms(word))
    if not sought:
        return ()
    if " " in sought:  # "Hafen-Chef", "2,5": parts that follow one another.
        return (sought,)
    found: dict[str, None] = {}
    if len(loose(sought)) >= _PART:
        found.update((term, None) for term in _containing(database, sought) if holds(term, sought))
        root = stem(sought)
        if root != sought:
            found.update((term, None) for term in _beginning(database, root) if is_form(term, root))
    else:
        found.update((term, None) for term in _beginning(database, sought))
    # The word itself first, then those nearest to it in length.
    return tuple(sorted(found, key=lambda term: (not term.startswith(sought), len(term))))[:_FORMS]


def _containing(database: sqlite3.Connection, word: str) -> Iterator[str]:
    query = (
        "SELECT term FROM terms WHERE id IN (SELECT rowid FROM term_parts WHERE term_parts MATCH ? LIMIT ?)"
    )
    return (term for (term,) in database.execute(query, (f'"{loose(word)}"', 4 * _FORMS)))


def _beginning(database: sqlite3.Connection, word: str) -> Iterator[str]:
    query = "SELECT term FROM terms WHERE term >= ? AND term < ? LIMIT ?"
    return (term for (term,) in database.execute(query, (word, word + "\U0010ffff", 4 * _FORMS)))


def expression(database: sqlite3.Connection, query: Query) -> str | None:
    """A query in the language of FTS5; None if some word is nowhere in the library. Empty if it has no words."""
    parts: list[str] = []
    for word in query.words:
        found = forms(database, word)
        if not found:
            return None
        parts.append(_any_of(found))
    parts += [f'"{" ".join(terms(phrase))}"' for phrase in query.phrases if terms(phrase)]
    sought = " AND ".join(parts)
    unwanted = [term for word in query.without for term in forms(database, word)]
    if sought and unwanted:
        sought = f"({sought}) NOT {_any_of(unwanted)}"
    return sought


def _any_of(some: Sequence[str]) -> str:
    alternatives = " OR ".join(f'"{term}"' for term in some)
    return f"({alternatives})"


def _texts(database: sqlite3.Connection, query: Query, is_shown: Callable[[int], bool]) -> list[int]:
    """The numbers of the articles with the words, the best first."""
    sought = expression(database, query)
    if sought is None:
        return []
    if not sought:
        where, values = conditions(query.choice)
        rows = database.execute(
            f"SELECT id FROM articles WHERE {where} ORDER BY dated DESC LIMIT ?", (*values, _ARTICLES)
        )
        return [number for (number,) in rows]
    matching = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC"
    some = [number for (number,) in database.execute(f"{matching} LIMIT ?", (sought, _RANKED))]
    if len(some) < _RANKED:
        ranked = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? AND rank MATCH 'bm25(8.0, 1.0)' ORDER BY rank",
            (sought,),
        )
        return [number for (number,) in ranked if is_shown(number)][:_ARTICLES]
    titles = database.execute(f"{matching} LIMIT ?", (f"title : ({sought})", _ARTICLES))
    named = [number for (number,) in titles if is_shown(number)]
    latest: list[int] = []
    for (number,) in database.execute(matching, (sought,)):
        if is_shown(number):
            latest.append(number)
            if len(latest) == _ARTICLES:
                break
    return list(dict.fromkeys((*named, *latest)))[:_ARTICLES]


# Statements


def holding(database: sqlite3.Connection, query: Query) -> Callable[[str], bool]:
    """A test for whether a passage contains all words of a query; without words, every passage does."""
    wanted = [frozenset(forms(database, word)) for word in query.words]
    phrases = [" ".join(terms(phrase)) for phrase in query.phrases]
    unwanted = frozenset(term for word in query.without for term in forms(database, word))

    def holds_all(passage: str) -> bool:
        own = terms(passage)
        text = " ".join(own)
        return (
            all(some.intersection(own) or text in some for some in wanted)
            and all(phrase in text for phrase in phrases)
            and not unwanted.intersection(own)
        )

    return holds_all


def _statements(database: sqlite3.Connection, query: Query) -> list[Hit]:
    """Statements with the words, the latest first."""
    is_narrowed = bool(query.plain or query.without)
    rows = islice(_latest_statements(database, query.choice), _CANDIDATES if is_narrowed else _ARTICLES)
    holds_all = holding(database, query)
    found: list[_Row] = []
    for row in rows:
        if is_narrowed and not holds_all(row[5]):
            continue
        found.append(row)
        if len(found) == _ARTICLES:
            break
    known = _known(database, [number for number, *_ in found])
    return [
        Hit(HitKind.STATEMENT, known[number], quote, (start, end), words, speaker, QuoteType(kind), cue)
        for number, quote, start, end, speaker, words, kind, cue in found
    ]


def _latest_statements(database: sqlite3.Connection, choice: Choice) -> Iterator[_Row]:
    """Statements that filters leave, the latest first, each read when it is asked for."""
    said, values = statement_conditions(choice)
    others = replace(choice, speaker="", kind="")
    shown, more = conditions(others)
    if _is_common(database, said, values):
        yield from database.execute(
            f"SELECT {_STATEMENT} FROM articles CROSS JOIN statements ON statements.article = articles.id"
            f" WHERE {shown} AND {said} ORDER BY articles.dated DESC, articles.id DESC, start",
            (*more, *values),
        )
        return
    # One index has all that is sorted here; the rows themselves are read only as far as they are wanted.
    narrowed = others != Choice(order=choice.order)
    within = f"+article IN (SELECT id FROM articles WHERE {shown})" if narrowed else "1"
    ordered = database.execute(
        f"SELECT rowid, article FROM statements WHERE {said} AND {within} ORDER BY dated DESC, article DESC",
        (*values, *more) if narrowed else values,
    )
    for some in _by_article(ordered, _AT_ONCE):
        yield from database.execute(
            f"SELECT {_STATEMENT} FROM statements CROSS JOIN articles ON articles.id = statements.article"
            f" WHERE statements.rowid IN ({','.join(map(str, some))}) AND {shown}"
            " ORDER BY statements.dated DESC, statements.article DESC, start",
            more,
        )


_STATEMENT = "statements.article, quote, start, end, speaker, statements.words, kind, cue"


def _is_common(database: sqlite3.Connection, said: str, values: Sequence[str]) -> bool:
    """Whether so many statements meet a condition that going through articles day by day soon finds enough."""
    query = (
        f"SELECT count(*) FROM (SELECT kind, folded FROM statements ORDER BY dated DESC LIMIT {_SAMPLE})"
        f" AS statements WHERE {said}"
    )
    return bool(database.execute(query, values).fetchone()[0] >= _COMMON * _SAMPLE)


def _by_article(rows: Iterable[tuple[int, int]], least: int) -> Iterator[list[int]]:
    """Numbers of statements, at least so many at a time, from pairs with that of their article, which is not split."""
    some: list[int] = []
    for _, group in groupby(rows, key=itemgetter(1)):
        some += [number for number, _ in group]
        if len(some) >= least:
            yield some
            some = []
    if some:
        yield some


def _known(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, ArticleRecord]:
    unique = list(dict.fromkeys(numbers))
    return dict(zip(unique, records(database, unique), strict=True))


# Annotations


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
    hits: list[tuple[int, str, str, tuple[str, ...], str]] = []
    for number, mark, passage, own_json, note in rows:
        own = tuple(json.loads(own_json))
        if all(any(is_within(each, tag) for each in own) for tag in tags) and (
            not words or holds_all("\n".join((passage, note, *own)))
        ):
            hits.append((number, mark, passage, own, note))
            if len(hits) == most:
                break
    known = _known(database, [number for number, *_ in hits])
    return tuple(Found(known[number], mark, passage, own, note) for number, mark, passage, own, note in hits)


def marks_of(database: sqlite3.Connection, key: str, tag: str) -> tuple[Found, ...]:
    """The annotations of an article that bear a tag or one below it, in the order of the text."""
    rows = database.execute(
        "SELECT DISTINCT marks.id, articles.id, marks.mark, passage, marks.tags, note FROM tags"
        " JOIN articles ON articles.id = tags.article JOIN marks ON marks.id = tags.mark"
        " WHERE key = ? AND (same = ? OR (same >= ? AND same < ?)) ORDER BY start, marks.id",
        (key, same(tag), f"{same(tag)}/", f"{same(tag)}0"),
    ).fetchall()
    known = _known(database, [number for _, number, *_ in rows])
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
        "SELECT article, mark, passage, marks.tags, note FROM marks JOIN articles ON articles.id = article"
        f" WHERE marks.id IN ({latest} ORDER BY id DESC LIMIT ?) AND {SHOWN}"
        " ORDER BY last_opened DESC, articles.id DESC, start, marks.id"
    )
    return query, (*values, _LATEST)


def _tag(word: str) -> str:
    try:
        return normalise(word)
    except ValueError:
        return ""
