"""Quantities: a number with its unit, and large numbers with what they count."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from core.language.figures import english
from core.language.figures.dates import DATES, find_dates, widest
from core.language.figures.numbers import FIGURE, GROUPED, LARGE, MAGNITUDE, PLAIN, RANGE, STARTS, TO, VAGUE
from core.language.figures.tables import any_of, units
from core.language.names.entities import MISC, put
from core.language.stateless import Stateless
from core.text.spans import Span, overlaps
from core.text.tables import either

QUANTITIES = "quantities"
"""Name of the span group; its label is the same for all."""
QUANTITY = "QUANTITY"

_GAP = "[ \u00a0\u202f]"
_BEGINS = r"(?<![\w.,:-])"
_ENDS = r"(?![\w-])"
_NOUN = r"(?:[a-zäöüß]{3,}(?:e|en|er)[ \u00a0])?[A-ZÄÖÜ][\w-]*[a-zäöüß]\w*"
_OPEN, _CLOSED = frozenset('„“»«‚"'), frozenset('“”«»‘"')
_SIGNS = "€$£¥"


@Language.factory("lesart_quantities", assigns=["doc.ents", "doc.spans"])
def make_quantities(nlp: Language, name: str) -> "Quantities":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Quantities(nlp.lang or "")


class Quantities(Stateless):
    """Sets `doc.spans["quantities"]`, labelled QUANTITY; spans of the group "dates" are excluded.

    A MISC inside a quantity is its unit ("Euro") and no name, and so is one that is a unit of money by itself.

    Args:
        language: Whose table of units is used; without one nothing is found.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Find the quantities of a document."""
        dates = [(span.start_char, span.end_char) for span in doc.spans.get(DATES, ())]
        found: list[DocSpan] = []
        for start, end in _without(find_quantities(doc.text, self.language), dates):
            span = doc.char_span(start, end, label=QUANTITY, alignment_mode="expand")
            if span is not None:
                found.append(span)
        doc.spans[QUANTITIES] = found
        inside = {i for span in found for i in range(span.start, span.end)}
        money = frozenset(units(self.language).get("money", ()))
        put(doc, (), [ent for ent in doc.ents if _is_unit(ent, inside, money)])
        return doc


def _is_unit(ent: DocSpan, inside: set[int], money: frozenset[str]) -> bool:
    """Whether a MISC is a unit and no name: in a quantity, or money by itself ("die Einführung des Euro")."""
    if ent.label_ != MISC or _in_marks(ent):
        return False
    return ent.text in money or inside.issuperset(range(ent.start, ent.end))


def _in_marks(ent: DocSpan) -> bool:
    """Whether a name is all there is in quotation marks: the film „37 Grad“."""
    before = ent.doc[ent.start - 1].text if ent.start else ""
    behind = ent.doc[ent.end].text if ent.end < len(ent.doc) else ""
    return before in _OPEN and behind in _CLOSED


def find_quantities(text: str, language: str = "de") -> list[Span]:
    """Whatever looks like a quantity in a text, in order and without overlap; a date may be among them.

    The time is linear in the text.
    """
    return widest(match.span() for pattern in _patterns(language) for match in pattern.finditer(text))


def find_figures(text: str, language: str = "de") -> tuple[list[Span], list[Span]]:
    """The dates and the quantities of a text, each in order."""
    dates = find_dates(text, language)
    return dates, list(_without(find_quantities(text, language), dates))


def _without(spans: list[Span], taken: list[Span]) -> Iterator[Span]:
    """Those of `spans` that overlap none of `taken`; both are in order."""
    rest = iter(taken)
    next_taken = next(rest, None)
    for span in spans:
        while next_taken is not None and next_taken[1] <= span[0]:
            next_taken = next(rest, None)
        if next_taken is None or not overlaps(span, next_taken):
            yield span


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    kinds = units(language)
    if kinds and language == "en":
        return tuple(map(re.compile, english.quantity_patterns(kinds)))
    return (
        tuple(re.compile(pattern) for pattern in (*_measured(kinds), *_parts(), *_large())) if kinds else ()
    )


def _measured(kinds: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    unit = any_of(form for forms in kinds.values() for form in forms)
    not_length = any_of(form for kind, forms in kinds.items() if kind != "length" for form in forms)
    vague = rf"(?:{VAGUE}{_GAP})?"
    yield rf"{_BEGINS}{STARTS}{vague}{RANGE}{_GAP}{unit}{_ENDS}"
    yield rf"{_BEGINS}{STARTS}{vague}(?:{FIGURE}{TO})?{FIGURE}{unit}{_ENDS}"
    yield rf"{_BEGINS}(?i:über){_GAP}{RANGE}{_GAP}{not_length}{_ENDS}"
    yield rf"{_BEGINS}{vague}[{_SIGNS}]{_GAP}?{FIGURE}(?:{TO}{FIGURE})?(?:{_GAP}{MAGNITUDE}\b)?"
    yield rf"\bTempo{_GAP}\d{{1,3}}{_ENDS}"


def _parts() -> Iterator[str]:
    count = rf"(?i:{either('counting')})"
    part = rf"(?:{either('fraction')})[ns]?"
    vague = rf"(?:{VAGUE}{_GAP})?"
    yield rf"{_BEGINS}{STARTS}{vague}{count}{_GAP}{part}{_ENDS}(?!{_GAP}(?:vor|nach)\b)"
    yield rf"{_BEGINS}{vague}(?i:die|der){_GAP}Hälfte{_ENDS}"


def _large() -> Iterator[str]:
    """Numbers from a thousand on, except four digits that may be a year."""
    vague = rf"(?:(?:{VAGUE}|(?i:über|{either('several')})){_GAP})?"
    figures = rf"(?:{GROUPED}|(?!(?:1[89]|20)\d\d\b)\d{{4,}})"
    yield rf"{_BEGINS}{STARTS}{vague}{figures}(?:{TO}{figures})?(?:{_GAP}{_NOUN})?{_ENDS}(?![.,:]\d)"
    yield rf"{_BEGINS}{STARTS}{vague}(?:{PLAIN}{TO})?{LARGE}(?:{_GAP}{_NOUN})?{_ENDS}"
    many = rf"(?:[Hh]undert)?(?i:{either('thousands')})"
    yield rf"{_BEGINS}(?i:{either('several')}){_GAP}{many}(?:{_GAP}{_NOUN})?{_ENDS}"
    yield rf"{_BEGINS}(?=[ZzHhTt])(?i:{either('thousands_of')})n?(?:{_GAP}von)?{_GAP}{_NOUN}{_ENDS}"
