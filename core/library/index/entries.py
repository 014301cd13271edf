"""What the index has of each article: its rows, and how they are put in and taken out."""

import json
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from operator import attrgetter, itemgetter

from core.analysis import ActorKind, Analysis, Quote, QuoteType
from core.analysis.cue_words import according_to, cue_beside, is_refusal
from core.analysis.identity import alias_key, identity
from core.annotations.annotation import Annotation
from core.annotations.tags import same
from core.articles import Article, BlockKind
from core.articles.source_names import outlet_of
from core.library.index.before import sentence_before
from core.library.index.nested import outermost
from core.library.index.sources import plain_address
from core.library.index.terms import fingerprint, loose, sound, spell, terms
from core.library.records import OPENING
from core.library.states import Reading, State
from core.library.versions import name_of
from core.text.folding import fold
from core.text.segments import sentences
from core.text.spans import Span, text_of

_SENTENCE = 400
"""Characters of the sentence of a mention that are kept."""
_CHIEF = 4
"""Actors named in a list of articles."""
_ACTING = (ActorKind.PERSON, ActorKind.ORGANISATION)
"""Kinds of actors that are named though they say nothing."""
_KNOWN_ELSEWHERE = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)
"""Kinds of actors that other articles may have too."""
_NEAR_THE_END = 0.9
"""The part of an article after which it counts as read, in the library of an older Lesart."""
FIELD = "\x1f"
"""What separates the fields of a mark in its folded text, and names, neither of which hold it themselves."""

_PLACES = ", ".join("?" * 17)
"""Of the values of a statement."""
_INSERT = """
INSERT INTO articles (title, source, name, outlet, language, published, first_opened, authors, address, moment, dated,
    previous, partial, key, words, length, opening, fingerprint)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE articles SET title = ?, source = ?, name = ?, outlet = ?, language = ?, published = ?, first_opened = ?,
    authors = ?, address = ?, moment = ?, dated = ?, previous = ?, partial = ?
WHERE id = ?
"""


def number_of(database: sqlite3.Connection, key: str) -> int | None:
    """The number of the article filed under a key; None if it is not listed."""
    row = database.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row is not None else None


def has_file(database: sqlite3.Connection, kind: str, key: str) -> bool:
    """Whether a file of that kind was met."""
    found = database.execute("SELECT 1 FROM files WHERE kind = ? AND key = ?", (kind, key))
    return found.fetchone() is not None


# Articles


def put_article(
    database: sqlite3.Connection, article: Article, first_opened: str, previous: str, sources: Sequence[str]
) -> int:
    """List an article, or what has changed about it. Returns its number."""
    about = [sound(field) for field in _about(article, first_opened, previous)]
    *_rest, dated, _previous = about
    partial = article.publication is not None and article.publication.partial
    number = number_of(database, article.key)
    if number is None:
        found = terms(article.text)
        size = len(found), len(article.text)
        cursor = database.execute(
            _INSERT, (*about, partial, article.key, *size, _opening(article), fingerprint(article.text))
        )
        number = int(cursor.lastrowid or 0)
        _put_text(database, number, terms(article.title), found)
    else:
        database.execute(_UPDATE, (*about, partial, number))
        for table in ("actors", "statements"):  # They are sorted by the day of their article.
            database.execute(
                f"UPDATE {table} SET dated = ? WHERE article = ? AND dated != ?", (dated, number, dated)
            )
        database.execute("DELETE FROM addresses WHERE article = ?", (number,))
    known = (*sources, article.source, article.publication.address if article.publication else "")
    database.executemany(
        "INSERT OR IGNORE INTO addresses VALUES (?, ?)",
        [(plain_address(source), number) for source in dict.fromkeys(known) if source],
    )
    return number


def remove_article(database: sqlite3.Connection, number: int) -> None:
    """Forget an article whose file is gone. Its words stay in the index of texts, where nothing leads to them."""
    for (id,) in database.execute("SELECT id FROM marks WHERE article = ?", (number,)).fetchall():
        _remove_mark(database, number, id)
    for table in ("addresses", "actors", "statements", "spoken_of"):
        database.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    database.execute("DELETE FROM articles WHERE id = ?", (number,))


def _about(article: Article, first_opened: str, previous: str) -> tuple[str, ...]:
    """What is known of an article beside its text, in the order of the columns."""
    publication, source = article.publication, article.source
    published = publication.published if publication else ""
    outlet = (publication.site if publication else "") or outlet_of(source)
    moment = publication.moment if publication and published else ""
    dated = published or first_opened
    where = source, name_of(source), outlet
    by = json.dumps(publication.authors if publication else ()), publication.address if publication else ""
    return article.title, *where, article.language, published, first_opened, *by, moment, dated, previous


def _put_text(database: sqlite3.Connection, number: int, title: Sequence[str], text: Sequence[str]) -> None:
    row = number, " ".join(title), " ".join(text)
    database.execute("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", row)
    for term in {*title, *text}:
        cursor = database.execute("INSERT OR IGNORE INTO terms (term) VALUES (?)", (term,))
        if cursor.rowcount:
            part = cursor.lastrowid, loose(term)
            database.execute("INSERT INTO term_parts (rowid, term) VALUES (?, ?)", part)


def _opening(article: Article) -> str:
    """The first words of the report itself."""
    for block in article.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            return sound(" ".join(article.text[block.start : block.end].split())[:OPENING])
    return ""


# What was done with them


def put_reading(database: sqlite3.Connection, number: int, reading: Reading) -> None:
    """Take in what was done with an article."""
    database.execute(
        "UPDATE articles SET state = ?, last_opened = ?, removed = ? WHERE id = ?",
        (reading.state.value, reading.opened, reading.removed, number),
    )


def put_position(database: sqlite3.Connection, number: int, position: int) -> None:
    """Take in where reading stopped."""
    database.execute("UPDATE articles SET position = min(?, length) WHERE id = ?", (position, number))


def initial_reading(position: int, length: int, opened: str) -> Reading:
    """What the library of an older Lesart says of an article: when it was opened, and where reading stopped."""
    if not opened:
        return Reading()
    return Reading(State.READ if position > length * _NEAR_THE_END else State.BEGUN, opened)


# Annotations


def put_marks(database: sqlite3.Connection, number: int, annotations: Iterable[Annotation]) -> None:
    """Take in the tags and notes of an article; those that are as they were cost nothing."""
    query = "SELECT mark, start, passage, tags, note, id FROM marks WHERE article = ?"
    known = {row[:-1]: row[-1] for row in database.execute(query, (number,))}
    wanted = {_mark(each): each for each in annotations if each.correction is None}
    for row, id in known.items():
        if row not in wanted:
            _remove_mark(database, number, id)
    for row, each in wanted.items():
        if row not in known:
            _put_mark(database, number, row, each)


def change_marks(
    database: sqlite3.Connection, number: int, gone: Iterable[Annotation], new: Iterable[Annotation]
) -> None:
    """Take out a few tags and notes of an article and put in others, which are not there yet."""
    for mark in {each.id for each in gone}:
        query = "SELECT id FROM marks WHERE article = ? AND mark = ?"
        for (id,) in database.execute(query, (number, mark)).fetchall():
            _remove_mark(database, number, id)
    for each in new:
        if each.correction is None:
            _put_mark(database, number, _mark(each), each)


def count_marks(
    database: sqlite3.Connection, number: int, annotations: Iterable[Annotation], deletions: int
) -> None:
    """Keep how many tags and notes an article has, and how many annotations were deleted from it."""
    marks = sum(each.correction is None for each in annotations)
    database.execute("UPDATE articles SET marks = ?, deletions = ? WHERE id = ?", (marks, deletions, number))


def put_corrected(database: sqlite3.Connection, number: int, corrected: bool) -> bool:
    """Keep whether the analysis of an article is corrected. Returns whether that is new."""
    query = "UPDATE articles SET corrected = ? WHERE id = ? AND corrected != ?"
    return database.execute(query, (corrected, number, corrected)).rowcount > 0


_Row = tuple[str, int, str, str, str]


def _mark(annotation: Annotation) -> _Row:
    """The row of a tag or a note."""
    passage, start = (annotation.anchor.exact, annotation.anchor.start) if annotation.anchor else ("", -1)
    return annotation.id, start, sound(passage), json.dumps(annotation.tags), sound(annotation.note)


def _put_mark(database: sqlite3.Connection, number: int, row: _Row, annotation: Annotation) -> None:
    folded = FIELD.join(fold(sound(text)) for text in (row[2], row[4], *annotation.tags))
    cursor = database.execute(
        "INSERT INTO marks (article, mark, start, passage, tags, note, folded) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, *row, folded),
    )
    id = cursor.lastrowid
    database.execute("INSERT INTO mark_parts (rowid, folded) VALUES (?, ?)", (id, folded))
    database.executemany(
        "INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?)",
        [(same_tag(tag), number, id, sound(tag)) for tag in annotation.tags],
    )


def _remove_mark(database: sqlite3.Connection, number: int, id: int) -> None:
    database.execute(
        "INSERT INTO mark_parts (mark_parts, rowid, folded) SELECT 'delete', id, folded FROM marks WHERE id = ?",
        (id,),
    )
    database.execute("DELETE FROM marks WHERE id = ?", (id,))
    database.execute("DELETE FROM tags WHERE article = ? AND mark = ?", (number, id))


def same_tag(tag: str) -> str:
    """The tag without regard to capital letters; what is not a tag, from a file edited by hand, stays itself."""
    try:
        return sound(same(tag))
    except ValueError:
        return sound(tag)


# Analyses


def put_analysis(database: sqlite3.Connection, number: int, article: Article, analysis: Analysis) -> None:
    """Take in who acts in an article and who said what, as the reader corrected it."""
    remove_analysis(database, number)
    dated = database.execute("SELECT dated FROM articles WHERE id = ?", (number,)).fetchone()[0]
    quotes = [quote for quote in analysis.quotes if quote.speaker is not None and quote.repeats is None]
    counted = _counted(quotes, article.text)
    said = Counter(map(_whose, counted))
    mentions = Counter(mention.actor for mention in analysis.mentions)
    names = {actor.id: (actor.name, identity(actor) or "") for actor in analysis.actors}
    database.executemany(
        f"INSERT INTO statements VALUES ({number}, {_PLACES})",
        [(*_statement(quote, article, analysis, names), dated) for quote in quotes],
    )
    database.execute(
        "INSERT OR IGNORE INTO speakers SELECT DISTINCT folded FROM statements WHERE article = ?", (number,)
    )
    spoken_of = [(each, quote.id) for quote in quotes for each in _named_in(quote, analysis)]
    database.executemany(f"INSERT OR IGNORE INTO spoken_of VALUES ({number}, ?, ?)", spoken_of)
    words = _spoken(counted, article.text)
    direct = _spoken((quote for quote in quotes if quote.type is QuoteType.DIRECT), article.text)
    silent = {each.id for each in analysis.actors if not said[each.id] and each.kind in _KNOWN_ELSEWHERE}
    places = _first_mentions(article, analysis, silent)
    database.executemany(
        f"INSERT INTO actors VALUES ({number}, {', '.join('?' * 13)})",
        [
            (
                each.id,
                sound(each.name),
                each.kind.value,
                sound(names[each.id][1]),
                sound(FIELD.join(alias_key(name) for name in (each.name, *each.aliases))),
                json.dumps((each.aliases, each.roles)),
                mentions[each.id],
                said[each.id],
                dated,
                words[each.id],
                direct[each.id],
                *places.get(each.id, (-1, "")),
            )
            for each in analysis.actors
        ],
    )
    chief = sorted(analysis.actors, key=lambda each: (-said[each.id], -mentions[each.id]))
    shown = [(each.name, said[each.id]) for each in chief if each.kind in _ACTING or said[each.id]]
    database.execute(
        "UPDATE articles SET analysed = 1, statements = ?, chief = ? WHERE id = ?",
        (len(counted), json.dumps(shown[:_CHIEF]), number),
    )


def remove_analysis(database: sqlite3.Connection, number: int) -> None:
    """Forget the analysis of an article."""
    for table in ("actors", "statements", "spoken_of"):
        database.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    database.execute("UPDATE articles SET analysed = 0, statements = 0, chief = '[]' WHERE id = ?", (number,))


def _whose(quote: Quote) -> str | None:
    return quote.speaker.actor if quote.speaker is not None else None


def _counted(quotes: Iterable[Quote], text: str) -> list[Quote]:
    """The statements that count: no parts of others, no words said again, and none that were refused."""
    whole = outermost(quotes, attrgetter("spans"), _whose)
    told = [each for each in whole if not is_refusal(each, text)]
    once = {(_whose(each), fingerprint(text_of(each.spans, text))): each for each in reversed(told)}
    return [each for each in told if once[_whose(each), fingerprint(text_of(each.spans, text))] is each]


def _spoken(quotes: Iterable[Quote], text: str) -> Counter[str]:
    """The number of words in each actor's statements."""
    words = Counter[str]()
    for quote in quotes:
        if (actor := _whose(quote)) is not None:
            words[actor] += len(text_of(quote.spans, text).split())
    return words


def _named_in(quote: Quote, analysis: Analysis) -> set[str]:
    """The actors who are mentioned in somebody else's statement."""
    speaker = quote.speaker.actor if quote.speaker is not None else None
    return {
        mention.actor
        for mention in analysis.mentions
        if mention.actor not in (None, speaker)
        and any(start <= mention.start < end for start, end in quote.spans)
    }


def _first_mentions(article: Article, analysis: Analysis, silent: Set[str]) -> dict[str, tuple[int, str]]:
    """Where some actors are mentioned first, in the report itself if anywhere there, and the sentence around that."""
    text = article.text
    whole = 0, len(text)
    blocks = [(block.start, block.end) for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    first: dict[str, tuple[int, Span]] = {}
    for mention in analysis.mentions:
        if mention.actor is None or mention.actor not in silent:
            continue
        if first.get(mention.actor, (0, whole))[1] != whole:
            continue
        block = next((each for each in blocks if each[0] <= mention.start < each[1]), whole)
        if block != whole or mention.actor not in first:
            first[mention.actor] = mention.start, block
    divided = {block: sentences(text, *block) for block in {block for _, block in first.values()}}
    found: dict[str, tuple[int, str]] = {}
    for actor, (offset, block) in first.items():
        at = bisect_right(divided[block], offset, key=itemgetter(0)) - 1
        start, end = divided[block][at] if at >= 0 else (offset, offset)
        found[actor] = offset, sound(" ".join(text[start:end].split())[:_SENTENCE])
    return found


def _statement(
    quote: Quote, article: Article, analysis: Analysis, names: Mapping[str, tuple[str, str]]
) -> tuple[object, ...]:
    """The row of a statement that somebody makes."""
    actor = (quote.speaker.actor if quote.speaker else None) or ""
    speaker, whose = names.get(actor) or ((quote.speaker.text if quote.speaker else ""), "")
    text = article.text
    words, (start, end) = text_of(quote.spans, text), quote.spans[0]
    who = sound(speaker), sound(spell(speaker)), sound(whose)
    place = quote.id, actor, json.dumps(quote.spans), round(quote.confidence, 3), start, end
    beside = sound(cue_beside(quote, text)), sound(according_to(quote, analysis)), is_refusal(quote, text)
    before = sentence_before(quote, article)
    return *place, quote.type.value, *who, sound(words), fingerprint(words), *beside, before
