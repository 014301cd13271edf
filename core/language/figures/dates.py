"""Dates, times of day and times relative to today: "5. Mai 2031", "Montagabend", "14.30 Uhr", "vor drei Jahren"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from core.language.figures import english
from core.language.figures.numbers import NUMBER, RANGE, VAGUE
from core.language.figures.tables import any_of, calendar, units
from core.language.stateless import Stateless
from core.text.spans import Span
from core.text.tables import either, listed

DATES = "dates"
"""Name of the span group; its label is the same for all."""
DATE = "DATE"

_GAP = "[ \u00a0]"
_YEAR = r"(?:1\d|2[01])\d\d(?:/(?:\d\d){1,2})?\b(?![.,]\d|[-–]\w*[a-zäöü])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])\."
_WRITTEN = r"(?:0?[1-9]|[12]\d|3[01])\.[ \u00a0]?(?:0?[1-9]|1[0-2])\."
_HOUR = r"(?:[01]?\d|2[0-4])"
_TO = rf"(?:{_GAP}?[-–]{_GAP}?|{_GAP}bis{_GAP}(?:zum{_GAP})?|{_GAP}(?:und|oder){_GAP}|/)"
_ENDING = "(?:e[nmrs]?)"
_ORDINAL = rf"(?:{either('ordinal_number')})[nmrs]?"
_BEGINS = r"(?<![\w.,-])"
_ENDS = r"(?![\w-])"


@Language.factory("lesart_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> "Dates":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Dates(nlp.lang or "")


class Dates(Stateless):
    """Sets `doc.spans["dates"]`, labelled DATE; `doc.ents` are left alone.

    A word that looks like a month or a year does not count within a name ("August Horch", "Expo 2000").

    Args:
        language: Whose table of the calendar is used; without one nothing is found.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of a document."""
        inside = {i for ent in doc.ents for i in range(ent.start, ent.end)}
        found: list[DocSpan] = []
        for start, end in find_dates(doc.text, self.language):
            span = doc.char_span(start, end, label=DATE, alignment_mode="expand")
            if span is not None and not inside.issuperset(range(span.start, span.end)):
                found.append(span)
        doc.spans[DATES] = found
        return doc


def find_dates(text: str, language: str = "de") -> list[Span]:
    """The dates in a text, in order and without overlap: where patterns compete, the one that begins first and longest.

    The time is linear in the text.
    """
    return widest(span for pattern in _patterns(language) for span in _matches(pattern, text))


def widest(spans: Iterable[Span]) -> list[Span]:
    """Spans in text order without those that overlap one that begins before them, or with them and is longer."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    named = "date" in pattern.groupindex
    for match in pattern.finditer(text):
        yield match.span("date") if named else match.span()


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = calendar(language)
    if not words:
        return ()
    if language == "en":
        return tuple(map(re.compile, english.date_patterns(words)))
    return tuple(
        re.compile(pattern)
        for pattern in (
            *_days(words),
            *_months_and_seasons(words),
            *_years(words, units(language)),
            *_told_from_today(words),
            *_hours(),
        )
    )


def _days(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    month = any_of(words["month"] + words["month_short"])
    weekday = any_of(words["weekday"])
    part = any_of([*words["part_of_day"], *(part.lower() for part in words["part_of_day"])])
    lead = rf"(?:{weekday}(?:{part})?,?{_GAP}(?:de[nm]{_GAP})?)?"
    date = rf"{_DAY}{_GAP}?{month}(?:{_GAP}{_YEAR})?"
    yield rf"{_BEGINS}{lead}(?:{_DAY}(?:{_GAP}{month})?{_TO})?{lead}{date}"
    yield rf"{_BEGINS}{lead}(?:{_WRITTEN}{_TO})?{_WRITTEN}(?:\d{{4}}|\d\d)?(?!\d)"
    yield rf"{_BEGINS}(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d{_ENDS}"
    early = rf"(?:{any_of(words['early'])}{_ENDING}{_GAP})?"
    yield rf"{_BEGINS}{early}{weekday}(?:{_GAP}?{part})?{_ENDS}"
    day_after = rf"(?:{_GAP}(?:{either('after_night')}){_GAP}{weekday})"
    yield rf"{_BEGINS}Nacht{day_after}{_ENDS}"
    before = any_of(words["before_part_of_day"])
    daytime = any_of(words["part_of_day"])
    yield rf"(?i:\b{before}){_GAP}(?P<date>{early}{daytime}){_ENDS}"
    yield rf"(?i:\bin der){_GAP}(?P<date>Nacht){_ENDS}(?!{_GAP}(?:des|der|vor|nach){_GAP})"
    yield rf"{_BEGINS}{any_of(words['holiday'])}(?:{_GAP}{_YEAR})?{_ENDS}"


def _months_and_seasons(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    month, season = any_of(words["month"]), any_of(words["season"])
    edge = any_of(words["edge"])
    yield rf"{_BEGINS}(?:{edge}{_GAP})?(?:{month}{_TO})?{month}(?:{_GAP}{_YEAR})?{_ENDS}"
    yield rf"{_BEGINS}{season}{_GAP}{_YEAR}"
    yield rf"(?i:\b{any_of(words['before_season'])}){_GAP}(?P<date>{season}){_ENDS}"
    yield rf"{_BEGINS}(?:{edge}{_GAP})(?:de[rs]{_GAP})(?:{month}|{season}|{either('edge_of')}){_ENDS}"
    yield rf"(?i:\b(?:{either('before_weekend')})){_GAP}(?P<date>Wochenende){_ENDS}"
    yield rf"{_BEGINS}{any_of(words['edge_joined'])}(?:{_GAP}{_YEAR}){_ENDS}"
    yield rf"(?i:\b(?:{either('before_edge')})){_GAP}(?P<date>{any_of(words['edge_joined'])}){_ENDS}"


def _years(words: Mapping[str, tuple[str, ...]], units: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    unit = any_of(form for forms in units.values() for form in forms)
    edge = any_of(words["edge"])
    counted = rf"(?!{_GAP}?{unit}{_ENDS})"
    bare = r"(?:19|20)\d\d\b(?![.,:]\d|[-–/]?\w|%)" + counted
    round_number = rf"(?!(?:1[0-9]|2[01])00{_GAP}[A-ZÄÖÜ])"
    not_vague = "".join(f"(?<!{word} )" for word in listed("vague_year"))
    yield rf"{_BEGINS}(?:{edge}{_GAP}(?:des{_GAP})?)?Jahre?s?n?{_GAP}{_YEAR}"
    yield rf"(?i:\b(?:im|das|des|dem)){_GAP}(?P<date>Jahre?s?{_GAP}{_YEAR}(?:{_TO}{_YEAR})?)"
    yield rf"{_BEGINS}{edge}{_GAP}{_YEAR}"
    yield rf"(?i:\bzwischen){_GAP}(?P<date>{_YEAR}{_GAP}und{_GAP}{_YEAR})"
    yield rf"{_BEGINS}(?<!/)(?:{_YEAR}(?:{_GAP}bis{_GAP}|–|-)){bare}"
    yield rf"{_BEGINS}(?<!/){not_vague}{round_number}{bare}"
    yield rf"(?i:\b{any_of(words['before_year'])}){_GAP}(?P<date>{round_number}1[0-8]\d\d\b){counted}(?![.,]\d|-)"
    decade = any_of(words["decade"])
    figures = r"(?:1[5-9]\d|20\d|\d)0er"
    yield rf"{_BEGINS}(?:{edge}{_GAP}der{_GAP})?(?:{decade}|{figures})(?:{_GAP}|-)Jahren?{_ENDS}"
    yield rf"{_BEGINS}(?:{edge}{_GAP}der{_GAP})?(?i:{decade})jahren?{_ENDS}"
    yield (
        rf"{_BEGINS}(?:{edge}{_GAP}des{_GAP})?(?:\d{{1,2}}\.{_TO})?\d{{1,2}}\.{_GAP}(?:{either('century')})"
    )


def _told_from_today(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    relative = rf"(?i:{any_of(words['relative'])}){_ENDING}"
    nouns = [*words["period"], *words["season"], *words["month"], *words["weekday"], *words["part_of_day"]]
    part = any_of(part.lower() for part in words["part_of_day"])
    edge = any_of(words["edge"])
    early = rf"(?:{any_of(words['early'])}{_ENDING}{_GAP})?"
    of_edge = rf"(?:{edge}{_GAP}(?:de[rs]{_GAP})?)?"
    period = rf"(?:{any_of(nouns)}|{any_of(words['weekday'])}(?:{part}))"
    yield rf"{_BEGINS}{of_edge}{relative}{_GAP}(?:{relative}{_GAP})?{early}{period}{_ENDS}"
    yield (
        rf"{_BEGINS}(?:{relative}{_GAP})?{_ORDINAL}{_GAP}(?:{either('part_of_year')})(?:{_GAP}(?:{_YEAR}|des Jahres))?"
    )
    day_time = any_of(words["part_of_day"] + words["time_of_day"])
    adverb = any_of(words["adverb"])
    yield rf"{_BEGINS}(?i:{adverb})(?:{_GAP}{day_time})?{_ENDS}"
    yield rf"{_BEGINS}(?<![Gg]uten )morgen(?:{_GAP}{day_time})?{_ENDS}"
    yield rf"(?:^|(?<=[.!?:\n]{_GAP})|(?<=[„»“\n]))Morgen(?={_GAP}[a-zäöü])(?:{_GAP}{day_time}{_ENDS})?"
    unit, long_unit = any_of(words["unit"]), any_of(words["long_unit"])
    few = rf"(?:(?:{VAGUE}{_GAP})?{RANGE}|{either('few')})"
    half = rf"(?:{NUMBER}{_GAP})?"
    yield rf"{_BEGINS}(?i:(?P<past>vor)|in){_GAP}{few}{_GAP}{half}(?(past){unit}|{long_unit}){_ENDS}"


def _hours() -> Iterator[str]:
    clock = rf"{_HOUR}(?:[.:][0-5]\d)?"
    word = rf"(?:{either('hour_in_words')})"
    hour = rf"(?:{clock}|{word})"
    span = rf"(?:{_GAP}Uhr)?(?:{_GAP}?[-–]{_GAP}?|{_GAP}(?:bis|und){_GAP})"
    yield rf"{_BEGINS}(?:{hour}{span})?{hour}{_GAP}Uhr(?:{_GAP}[0-5]\d\b)?(?!\w)"
    plain = rf"(?:{either('hour_of_clock')})"
    part = rf"(?:{either('part_of_hour')}){_GAP}{plain}"
    yield rf"(?i:\b(?:{either('before_hour')})){_GAP}(?:kurz (?:vor|nach) )?(?P<date>{part}\b)"
