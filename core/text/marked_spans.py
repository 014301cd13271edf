"""Pair quotation marks, paragraph by paragraph, in every style used in news.

„…“ ‚…‘ (also closed by ” and ’, and by „ where a word ends), “…” ‘…’, »…« and «…» (either way round, also »…»,
and « … » with spaces inside as in French), ›…‹, "…", '…', ,,…'' and ``…'', <<…>>, 「…」 and 『…』. An unpaired mark
never reaches beyond its paragraph, unless the first mark of the next one closes it: then the part there is a
quotation of its own. An apostrophe is not a quotation mark.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.text.quotation_marks import OPENING
from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of text in quotation marks, including the marks. Offsets are code points into the text."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    level: int
    """0 for the outermost, 1 for marks within marks, and so on."""
    closed: bool
    """Whether the closing mark was found; if not, the span ends with its paragraph or before the next such mark."""

    @property
    def span(self) -> Span:
        """Start and end as a pair, with the marks."""
        return self.start, self.end

    @property
    def inner(self) -> Span:
        """Start and end as a pair, without the marks."""
        return self.inner_start, self.inner_end


_MARK = re.compile(r",,|``|''|<<|>>|[„“”‟\"‚‘’‛'»«›‹「」『』]")
_CLOSERS = {
    "„": '“”"‟„',
    ",,": "“”\"''",
    "``": "''",
    "“": "”“",
    "‟": "”",
    "”": "”",
    '"': '"“”',
    "''": "''",
    "‚": "‘’'",
    "‘": "’",
    "‛": "’",
    "’": "’",
    "'": "'",
    "»": "«»",
    "«": "»",
    "<<": ">>",
    ">>": "<<",
    "「": "」",
    "『": "』",
    "›": "‹",
    "‹": "›",
}
_ALWAYS_OPEN = frozenset(("„", "‚", ",,", "``", "「", "『"))
_NEVER_OPEN = frozenset(("」", "』"))
_BLANK_INSIDE = {"«": "»", "‹": "›"}
"""Marks that may be separated from their words by a space, with their closing marks."""
_SINGLE = frozenset("‚‘’‛'›‹")
_PLURAL_GENITIVE = re.compile(r"s’ [a-z]")
_CLOSED_OR_OPENED = re.compile(r"[,.!?…]’|‘")
_STOPS = frozenset(",.;:!?)]")
_DEPTH = 4
"""More open marks than this at once indicate damaged text: the oldest is discarded, which also bounds the work."""


def marked_stretches(text: str, paragraphs: Iterable[Span]) -> list[Marked]:
    """All spans in quotation marks, in order of their start, outer before inner. Time is linear in the text.

    An unpaired opening mark gives a span that is not `closed`; one that encloses nothing is left out.
    """
    found: list[Marked] = []
    open_mark: str | None = None
    spans = list(paragraphs)
    for number, (start, end) in enumerate(spans):
        closing = _closing_of(text, start, end, open_mark) if open_mark is not None else None
        if closing is not None:
            found.append(Marked(start, closing.end(), start, closing.start(), 0, True))
        next_start = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        anew = text[next_start : next_start + 1]
        here = list(_in_paragraph(text, start if closing is None else closing.end(), end, anew))
        found.extend(here)
        left_open = here[-1].start if here and not here[-1].closed and here[-1].end >= end else None
        opening = _MARK.match(text, left_open) if left_open is not None else None
        open_mark = opening.group() if opening is not None else None
    found.sort(key=lambda marked: (marked.start, -marked.end))
    return found


def lines(text: str) -> Iterator[Span]:
    """The lines of a text as paragraphs, for texts whose blocks are unknown."""
    start = 0
    for piece in text.split("\n"):
        if piece:
            yield start, start + len(piece)
        start += len(piece) + 1


def _closing_of(text: str, start: int, end: int, opened: str) -> re.Match[str] | None:
    """The first mark of a paragraph, if it closes one that the previous paragraph left open."""
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        if _is_apostrophe(mark, before, after, closes=False):
            continue
        closes = (
            mark in _CLOSERS[opened] and at > start and not _opening_side(before) and _closing_side(after)
        )
        return match if closes else None
    return None


def _in_paragraph(text: str, start: int, end: int, anew: str = "") -> Iterator[Marked]:
    """The stretches of one paragraph; `anew` is the character with which the next one begins."""
    open_marks: list[tuple[str, int, int]] = []
    closed: list[tuple[int, int, int, int]] = []
    lost: list[tuple[int, int]] = []
    openings: list[int] = []
    last = {mark: text.rfind(closing, start, end) for mark, closing in _BLANK_INSIDE.items()}
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        if _is_apostrophe(mark, before, after, any(mark in _CLOSERS[opened[0]] for opened in open_marks)):
            continue
        if open_marks and open_marks[-1][0] == "‘" and _is_genitive(text, at, end):
            continue
        partner = None
        misused = mark == "„" and not _opening_side(before) and _closing_side(after)
        if misused or (mark not in _ALWAYS_OPEN and not _only_opens(mark, before, after, open_marks)):
            partner = next(
                (k for k in reversed(range(len(open_marks))) if mark in _CLOSERS[open_marks[k][0]]), None
            )
        if partner is not None:
            _, opened_at, inner = open_marks[partner]
            lost.extend((left_at, left_inner) for _, left_at, left_inner in open_marks[partner + 1 :])
            del open_marks[partner:]
            closed.append((opened_at, match.end(), inner, at))
        elif mark in _ALWAYS_OPEN or _can_open(mark, before, after, last.get(mark, -1) > at):
            if len(open_marks) == _DEPTH:
                _, left_at, left_inner = open_marks.pop(0)
                lost.append((left_at, left_inner))
            open_marks.append((mark, at, match.end()))
            openings.append(at)
    lost.extend((left_at, left_inner) for _, left_at, left_inner in open_marks)
    lost = [(at, inner) for at, inner in lost if _goes_on(text, at, anew, openings)]
    yield from _with_levels(text, end, closed, lost, openings)


def _goes_on(text: str, at: int, anew: str, openings: list[int]) -> bool:
    """Whether an unpaired mark is one: a single one, which may be an apostrophe, only where it is the last that opens,
    before a capital, and the next paragraph opens `anew` with it."""
    return text[at] not in _SINGLE or (
        text[at] == anew and openings[-1] == at and text[at + 1 : at + 2].isupper()
    )


def _with_levels(
    text: str,
    end: int,
    closed: list[tuple[int, int, int, int]],
    lost: list[tuple[int, int]],
    openings: list[int],
) -> Iterator[Marked]:
    """Set the depth of closed pairs, and the end of unpaired marks: the next opening mark or the paragraph's end."""
    stretches = sorted((a, b, c, d, True) for a, b, c, d in closed)
    following = {opening: openings[k + 1] for k, opening in enumerate(openings[:-1])}
    for at, inner in lost:
        stop = following.get(at, end)
        while stop > inner and text[stop - 1].isspace():
            stop -= 1
        if stop > inner:
            stretches.append((at, stop, inner, stop, False))
    stretches.sort(key=lambda item: (item[0], -item[1]))
    around: list[int] = []
    previous: tuple[int, int] | None = None
    for start, stop, inner_start, inner_end, is_closed in stretches:
        while around and around[-1] <= start:
            around.pop()
        doubled = previous is not None and previous[0] == start - 1 and previous[1] == stop + 1
        previous = (start, stop)
        if inner_end <= inner_start or not text[inner_start:inner_end].strip() or doubled:
            continue
        yield Marked(start, stop, inner_start, inner_end, len(around), is_closed)
        around.append(stop)


def _is_apostrophe(mark: str, before: str, after: str, closes: bool) -> bool:
    """Whether a single mark is an apostrophe, for an omission or a genitive: "gibt's", "Hans' Haus", "don’t", "'ne"."""
    if mark not in ("'", "’", "‘"):
        return False
    if before.isalnum() and after.isalnum():
        return True
    return mark != "‘" and before.isalnum() and not closes


def _is_genitive(text: str, at: int, end: int) -> bool:
    """Whether a mark within ‘…’ belongs to a plural genitive ("the dogs’ home"), since speech closes only later."""
    if not _PLURAL_GENITIVE.match(text, at - 1, end):
        return False
    later = _CLOSED_OR_OPENED.search(text, at + 1, end)
    return later is not None and later.group() != "‘"


def _only_opens(mark: str, before: str, after: str, open_marks: list[tuple[str, int, int]]) -> bool:
    """Whether a mark that could close is placed like an opening one: a space before it, a word directly after it."""
    if mark in ("“", "”", "‘", "’", "‟", "‛"):
        return bool(
            _opening_side(before)
            and not _closing_side(after)
            and not (open_marks and open_marks[-1][0] in "„‚")
        )
    return _opening_side(before) and not _closing_side(after) and mark in ("»", "«", "›", "‹", '"', "'", "''")


def _can_open(mark: str, before: str, after: str, closed_later: bool) -> bool:
    """Whether a mark may open: nothing ends before it, and a word follows, in French style after a space."""
    if mark in _NEVER_OPEN or not _opening_side(before) or after in _STOPS:
        return False
    return not after.isspace() or closed_later


def _opening_side(char: str) -> bool:
    return char.isspace() or char in "([{–—-/:…" + OPENING


def _closing_side(char: str) -> bool:
    return char.isspace() or char in ")]}.,;:!?–—-/…“”‘’\"'«»"
