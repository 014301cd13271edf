"""RIS entries of the articles, for reference managers. The reader's tags become keywords, the notes notes."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from core.exchange.characters import one_line, utf8
from core.exchange.citing import is_body
from core.exchange.formats import Written
from core.exchange.reading import Reading

TYPES = {".epub": "CHAP", ".eml": "PCOMM", ".mbox": "PCOMM"}
"""Types of what is no newspaper article, by the kind of file: a chapter of a book, a letter."""


def write(readings: Sequence[Reading]) -> Written:
    """One entry per article."""
    return Written({".ris": utf8("\r\n".join("".join(_entry(reading)) for reading in readings))})


def _entry(reading: Reading) -> Iterator[str]:
    for tag, value in _fields(reading):
        yield f"{tag}  - {one_line(value)}\r\n"


def _fields(reading: Reading) -> Iterator[tuple[str, str]]:
    article = reading.article
    yield "TY", TYPES.get(PurePosixPath(article.source.partition("#")[0]).suffix.lower(), "NEWS")
    yield "TI", article.title
    about = reading.publication
    for author in about.authors:
        yield "AU", _inverted(author)
    if about.site:
        yield "T2", about.site
    if about.published:
        yield "PY", about.published[:4]
        yield "DA", about.published.replace("-", "/")
    if reading.address:
        yield "UR", reading.address
        if reading.opened:
            yield "Y2", reading.opened[:10].replace("-", "/")
    if reading.analysis.language != "und":
        yield "LA", reading.analysis.language
    for tag in reading.tags:
        yield "KW", tag
    for placed in reading.marks:
        if placed.annotation.note.strip():
            yield "N1", placed.annotation.note
    yield "ER", ""


def _inverted(name: str) -> str:
    """A name with the surname first, as RIS has it: "von der Aue, Ada"; a body, or a single word, as it is."""
    if is_body(name):
        return name
    words = name.split()
    surname = len(words) - 1
    while surname > 1 and words[surname - 1].islower():
        surname -= 1
    return (
        f"{' '.join(words[surname:])}, {' '.join(words[:surname])}"
        if surname > 0 and "," not in name
        else name
    )
