"""Tables for spreadsheets: actors, quotations, the reader's own tags and notes, and links.

Comma-separated according to RFC 4180 by default, with every field quoted, in UTF-8 with a byte order mark, without
which Excel garbles umlauts. A field that a spreadsheet would interpret as a formula is prefixed with an apostrophe,
as recommended by OWASP.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from core.analysis.cue_words import according_to
from core.annotations.anchoring import How
from core.articles.source_names import outlet_of
from core.articles.written_links import links_of
from core.exchange.characters import harmless, utf8
from core.exchange.formats import Written
from core.exchange.reading import Reading, span_of
from core.text.spans import text_of

Field = str | int | float | None
_FORMULA = re.compile("[\\s\ufeff\u200b-\u200f\u2060'\"]*[=+\\-@\uff1d\uff0b\uff0d\uff20|%]|[\t\r\n]")
"""How a formula begins; invisible characters before it are ignored."""
PLACES = {
    How.POSITION: "found",
    How.MOVED: "found",
    How.APPROXIMATE: "approximate",
    How.ORPHAN: "gone",
}

ACTORS = ("article", "actor", "kind", "age", "roles", "also called", "mentions", "quotes", "source")
QUOTES = (
    "article",
    "number",
    "speaker",
    "speaker in the text",
    "type",
    "quote",
    "cue",
    "addressee",
    "confidence",
    "start",
    "end",
    "source",
    "confidence of the speaker",
    "perhaps",
    "day",
    "outlet",
    "authors",
    "according to",
)
ANNOTATIONS = (
    "article",
    "passage",
    "tags",
    "note",
    "place",
    "start",
    "end",
    "created",
    "modified",
    "source",
    "speaker",
    "day",
    "outlet",
    "authors",
)
LINKS = ("article", "words", "address", "start", "end", "source", "day", "outlet", "authors")


def write(readings: Sequence[Reading], separator: str = ",") -> Written:
    """All three tables, each covering all articles."""
    return Written(
        {
            ".actors.csv": table_bytes(ACTORS, _actors(readings), separator),
            ".quotes.csv": table_bytes(QUOTES, _quotes(readings), separator),
            ".annotations.csv": table_bytes(ANNOTATIONS, _annotations(readings), separator),
        }
    )


def write_actors(readings: Sequence[Reading], separator: str = ",") -> Written:
    """The table of actors."""
    return Written({".csv": table_bytes(ACTORS, _actors(readings), separator)})


def write_quotes(readings: Sequence[Reading], separator: str = ",") -> Written:
    """The table of quotations."""
    return Written({".csv": table_bytes(QUOTES, _quotes(readings), separator)})


def write_annotations(readings: Sequence[Reading], separator: str = ",") -> Written:
    """The table of the reader's own tags and notes."""
    return Written({".csv": table_bytes(ANNOTATIONS, _annotations(readings), separator)})


def write_links(readings: Sequence[Reading], separator: str = ",") -> Written:
    """The table of the links in the articles."""
    return Written({".csv": table_bytes(LINKS, _links(readings), separator)})


def table_bytes(head: Sequence[str], rows: Iterable[Sequence[Field]], separator: str = ",") -> bytes:
    """Any table in the form described above."""
    table = StringIO()
    writer = csv.writer(table, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_field(field) for field in row] for row in rows)
    return utf8("\ufeff" + table.getvalue())


def _field(field: Field) -> str:
    if field is None:
        return ""
    words = harmless(str(field)).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{words}" if isinstance(field, str) and _FORMULA.match(words) else words


def _actors(readings: Iterable[Reading]) -> Iterator[Sequence[Field]]:
    for reading in readings:
        article, analysis = reading.article, reading.analysis
        for actor in analysis.actors:
            yield (
                article.title,
                actor.name,
                actor.kind.value,
                actor.age,
                "; ".join(actor.roles),
                "; ".join(actor.aliases),
                len(analysis.mentions_of(actor.id)),
                sum(
                    quote.speaker is not None and quote.speaker.actor == actor.id for quote in analysis.quotes
                ),
                reading.origin,
            )


def _quotes(readings: Iterable[Reading]) -> Iterator[Sequence[Field]]:
    for reading in readings:
        article = reading.article
        for number, quote in enumerate(reading.analysis.quotes, 1):
            speaker = reading.speaker(quote)
            yield (
                article.title,
                number,
                speaker.name if speaker else None,
                quote.speaker.text if quote.speaker else None,
                quote.type.value,
                text_of(quote.spans, article.text),
                text_of(quote.cue.spans, article.text) if quote.cue else None,
                text_of(quote.addressee.spans, article.text) if quote.addressee else None,
                round(quote.confidence, 2),
                quote.spans[0][0],
                quote.spans[-1][1],
                reading.origin,
                round(quote.speaker.confidence, 2) if quote.speaker else None,
                "; ".join(actor.name for actor in reading.perhaps(quote)),
                *_where(reading),
                according_to(quote, reading.analysis),
            )


def _annotations(readings: Iterable[Reading]) -> Iterator[Sequence[Field]]:
    for reading in readings:
        for placed in reading.marks:
            annotation, span = placed.annotation, span_of(placed)
            yield (
                reading.article.title,
                annotation.anchor.exact if annotation.anchor else None,
                ", ".join(annotation.tags),
                annotation.note,
                PLACES[placed.located.how] if placed.located else "whole article",
                span[0] if span else None,
                span[1] if span else None,
                annotation.created,
                annotation.modified,
                reading.origin,
                reading.speaker_of(span),
                *_where(reading),
            )


def _links(readings: Iterable[Reading]) -> Iterator[Sequence[Field]]:
    for reading in readings:
        article = reading.article
        for link in links_of(article):
            words = text_of([link.span], article.text)
            yield (article.title, words, link.address, *link.span, reading.origin, *_where(reading))


def _where(reading: Reading) -> tuple[str, str, str]:
    """The day an article is from, who published it and who wrote it."""
    about = reading.publication
    return reading.dated, about.site or outlet_of(reading.article.source), "; ".join(about.authors)
