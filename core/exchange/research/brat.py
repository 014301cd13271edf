"""brat standoff: the unchanged text, and one line for each annotation of it.

Names are text-bound annotations by label, quotations by type, with the relations Speaker, Cue and Addressee to the
corresponding words; mentions of the same actor are linked by "Equiv". The reader's marks have the type Mark, with tags
and note in an annotator's note. Offsets are code points; a passage with a line break is divided into fragments,
because brat does not allow line breaks within one.
"""

import re
from collections.abc import Iterator, Sequence

from core.analysis import Part, Speaker
from core.annotations.anchoring import How
from core.exchange.characters import one_line, utf8
from core.exchange.formats import Written
from core.exchange.reading import NAMES, Reading, span_of
from core.exchange.research.quote_types import TYPES
from core.text.spans import Span
from core.translation import ngettext

PARTS = ("Speaker", "Cue", "Addressee")
_QUOTES = "|".join(TYPES.values())
CONFIGURATION = "\n".join(
    (
        "[entities]",
        *sorted(label.value for label in NAMES),
        *("DATE", "QUANTITY"),
        *TYPES.values(),
        *PARTS,
        "Mark",
        "",
        "[relations]",
        *(f"{part}\tArg1:{_QUOTES}, Arg2:{part}" for part in PARTS),
        "Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive",
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        "",
        "[events]",
        "",
        "[attributes]",
        "Form\tArg:"
        + "|".join(sorted(label.value for label in NAMES))
        + ", Value:name|derived|part|nominal|pronoun",
        "Approximate\tArg:Mark",
        "",
    )
)
"""The types and relations that brat requires in "annotation.conf"."""

_BREAKS = re.compile("[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""A fragment without anything that brat, or Python when reading lines, treats as the end of a field or line."""


def write(readings: Sequence[Reading]) -> Written:
    """Text, annotations and configuration of one article."""
    (reading,) = readings
    lines = _Lines(reading.article.text)
    _mentions(reading, lines)
    _quotes(reading, lines)
    remarks = tuple(_marks(reading, lines))
    return Written(
        {
            ".txt": utf8(reading.article.text),
            ".ann": utf8("".join(f"{line}\n" for line in lines.written)),
            "annotation.conf": CONFIGURATION.encode(),
        },
        remarks,
    )


class _Lines:
    """The lines of an .ann file under construction, with running numbers for each kind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.written: list[str] = []
        self._numbers: dict[str, int] = {}

    def next(self, kind: str) -> str:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return f"{kind}{self._numbers[kind]}"

    def bound(self, type: str, spans: Sequence[Span]) -> str | None:
        """Add a text-bound annotation; returns its id, or None if there are no words to bind it to."""
        fragments = list(fragments_of(spans, self.text))
        if not fragments:
            return None
        id = self.next("T")
        where = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(self.text[start:end] for start, end in fragments)
        self.written.append(f"{id}\t{type} {where}\t{words}")
        return id


def fragments_of(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """The spans split at line breaks and tabs, without spaces at either end."""
    for start, end in spans:
        for match in _BREAKS.finditer(text, start, end):
            words = match.group()
            first = match.start() + len(words) - len(words.lstrip())
            last = match.end() - (len(words) - len(words.rstrip()))
            if first < last:
                yield first, last


def _mentions(reading: Reading, lines: _Lines) -> None:
    same: dict[str, list[str]] = {}
    for mention in reading.analysis.mentions:
        id = lines.bound(mention.label.value, (mention.span,))
        if id is None:
            continue
        if mention.label in NAMES:
            lines.written.append(f"{lines.next('A')}\tForm {id} {mention.form.value}")
        if mention.actor is not None:
            same.setdefault(mention.actor, []).append(id)
    for ids in same.values():
        if len(ids) > 1:
            lines.written.append(f"*\tEquiv {' '.join(ids)}")


def _quotes(reading: Reading, lines: _Lines) -> None:
    for quote in reading.analysis.quotes:
        id = lines.bound(TYPES[quote.type], quote.spans)
        parts: tuple[Part | Speaker | None, ...] = (quote.speaker, quote.cue, quote.addressee)
        for name, part in zip(PARTS, parts, strict=True):
            other = lines.bound(name, part.spans) if part and id else None
            if other is not None:
                lines.written.append(f"{lines.next('R')}\t{name} Arg1:{id} Arg2:{other}")


def _marks(reading: Reading, lines: _Lines) -> Iterator[str]:
    """Add the reader's marks; returns messages about those that brat cannot represent."""
    left_out = 0
    for placed in reading.marks:
        annotation, span = placed.annotation, span_of(placed)
        id = lines.bound("Mark", (span,)) if span else None
        if id is None:
            left_out += 1
            continue
        if placed.located and placed.located.how is How.APPROXIMATE:
            lines.written.append(f"{lines.next('A')}\tApproximate {id}")
        words = " ".join((*(f"#{tag}" for tag in annotation.tags), one_line(annotation.note))).strip()
        lines.written.append(f"{lines.next('#')}\tAnnotatorNotes {id}\t{words}")
    if left_out:
        yield ngettext(
            "{number} mark on no passage of “{title}” left out: brat has no place for it.",
            "{number} marks on no passage of “{title}” left out: brat has no place for them.",
            left_out,
        ).format(number=left_out, title=reading.article.title)
