"""Searching the whole library: texts, statements, tags and notes."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice
from operator import itemgetter

from core.analysis import QuoteType
from core.library.index.listing import conditions, known_records, records, statement_conditions
from core.library.index.marks import Found, marks
from core.library.index.query import Choice, Query
from core.library.index.terms import holds, is_form, loose, stem, terms
from core.library.records import ArticleRecord
from core.text.spans import Span

MOST = 10_000
"""What a search finds at most: more than anyone looks through."""
_MARKS = 100
"""Annotations that are listed before texts; the others come after them."""
_CANDIDATES = 5000
"""Statements that are looked through for words where only the first of all that there is are wanted."""
_SAMPLE = 2000
"""The latest statements that are counted to tell how common those are that a filter leaves."""
_COMMON = 0.1
"""The share of that sample from which they are common."""
_AT_ONCE = 200
"""Statements that are read at a time."""
_LOOKED_UP = 2000
"""Articles that filters are asked about one by one; for more, all that they leave are made out at once."""
_RANKED = 1000
"""Articles up to which the best are put first; of more, those with the words in their title, then the latest."""
_FORMS = 400
"""Terms that a word may stand for."""
_PART = 3
"""Letters that can be looked for within words."""

_Row = tuple[int, str, int, int, str, str, str, str, str]
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
    according: str = ""
    """Who says that a statement was made, where that is somebody else."""
    tags: tuple[str, ...] = ()
    note: str = ""


def search(database: sqlite3.Connection, query: Query, most: int = MOST) -> tuple[Hit, ...]:
    """What a query finds: tags and notes first, then statements if a filter asks for them, else texts.

    Texts come by rank and then by day, statements by day, both the latest first. At most so many are found, the first
    of those that a search for more finds; for few, not all statements are looked through.
    """
    if query.is_blank:
        return ()
    if query.choice.speaker or query.choice.kind:
        return tuple(_statements(database, query, most))
    marked, texts = _marks_and_texts(database, query, most)
    hits = [
        Hit(
            HitKind.MARK,
            each.article,
            each.id,
            None,
            each.passage,
            each.speaker,
            tags=each.tags,
            note=each.note,
        )
        for each in marked
    ]
    first, rest = hits[:_MARKS], hits[_MARKS:]
    numbers = texts(most - len(first))
    found = [*first, *(Hit(HitKind.TEXT, record) for record in records(database, numbers)), *rest]
    return tuple(found[:most])


def _marks_and_texts(
    database: sqlite3.Connection, query: Query, most: int
) -> tuple[list[Found], Callable[[int], list[int]]]:
    """The annotations that a query finds, and what gives the numbers of the texts that it finds, at most so many."""
    untagged = replace(query.choice, tag="")
    narrowed = untagged != Choice(order=untagged.order)
    allows = _allows(database, untagged)
    tag = f"#{query.choice.tag} " if query.choice.tag else ""
    marked = [
        each
        for each in marks(database, tag + query.plain, most)
        if not narrowed or allows(each.article.number)
    ]
    if not (query.words or query.phrases) and query.choice.tag:
        return marked, lambda _most: []
    tagged = _allows(database, query.choice) if query.choice.tag else allows
    return marked, lambda most: _texts(database, query, tagged, most)


def articles(database: sqlite3.Connection, query: Query) -> frozenset[int]:
    """The numbers of all articles in which a search finds something, with nothing read of what it would show."""
    if query.is_blank:
        return frozenset()
    if query.choice.speaker or query.choice.kind:
        return frozenset(number for number, *_ in _meant(database, query, MOST))
    marked, texts = _marks_and_texts(database, query, MOST)
    return frozenset((*texts(MOST), *(each.article.number for each in marked)))


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


def _texts(
    database: sqlite3.Connection, query: Query, is_shown: Callable[[int], bool], most: int
) -> list[int]:
    """The numbers of the articles with the words, the best first; of those that are as good, the latest."""
    sought = expression(database, query)
    if sought is None:
        return []
    if not sought:
        where, values = conditions(query.choice)
        rows = database.execute(
            f"SELECT id FROM articles WHERE {where} ORDER BY dated DESC, moment DESC, id DESC LIMIT ?",
            (*values, most),
        )
        return [number for (number,) in rows]
    matching = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC"
    some = [number for (number,) in database.execute(f"{matching} LIMIT ?", (sought, _RANKED))]
    if len(some) < _RANKED:
        ranked = database.execute(
            "SELECT texts.rowid FROM texts CROSS JOIN articles ON articles.id = texts.rowid"
            " WHERE texts MATCH ? AND rank MATCH 'bm25(8.0, 1.0)' ORDER BY CAST(printf('%.1e', rank) AS REAL),"
            " dated DESC, moment DESC, id DESC",
            (sought,),
        )
        return [number for (number,) in ranked if is_shown(number)][:most]
    titles = database.execute(matching, (f"title : ({sought})",))
    named = list(islice(filter(is_shown, map(itemgetter(0), titles)), most))
    others = database.execute(matching, (sought,))
    latest = islice(filter(is_shown, map(itemgetter(0), others)), most)
    return list(dict.fromkeys((*named, *latest)))[:most]


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


def _meant(database: sqlite3.Connection, query: Query, most: int) -> Iterator[_Row]:
    """So many statements with the words, the latest first, each read when it is asked for."""
    rows = _latest_statements(database, query.choice)
    if query.plain or query.without:
        holds_all = holding(database, query)
        candidates = rows if most >= MOST else islice(rows, _CANDIDATES)
        rows = (row for row in candidates if holds_all(row[5]))
    return islice(rows, most)


def _statements(database: sqlite3.Connection, query: Query, most: int) -> list[Hit]:
    """The same as they are shown."""
    found = list(_meant(database, query, most))
    known = known_records(database, [number for number, *_ in found])
    return [
        Hit(
            HitKind.STATEMENT,
            known[number],
            quote,
            (start, end),
            words,
            speaker,
            QuoteType(kind),
            cue,
            according,
        )
        for number, quote, start, end, speaker, words, kind, cue, according in found
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


_STATEMENT = "statements.article, quote, start, end, speaker, statements.words, kind, cue, according"


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
