import pytest
import spacy
from spacy.tokens import Span

from core.language.figures.dates import DATES, Dates, find_dates, widest
from tests.timing import seconds


def dates(text: str) -> list[str]:
    return [text[start:end] for start, end in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 5. Oktober 2025 kam sie.", ["5. Oktober 2025"]),
        ("Die Messe läuft vom 5. bis 7. Mai.", ["5. bis 7. Mai"]),
        ("Gegen 14.30 Uhr und um acht Uhr.", ["14.30 Uhr", "acht Uhr"]),
        ("Am Montag, 5. Mai, ist Schluss.", ["Montag, 5. Mai"]),
        ("Gestern Abend und morgen früh.", ["Gestern Abend", "morgen früh"]),
        ("Vor mehr als 20 Jahren und in zwei Wochen.", ["Vor mehr als 20 Jahren", "in zwei Wochen"]),
        ("Zwischen 2015 und 2019 und in den neunziger Jahren.", ["2015 und 2019", "neunziger Jahren"]),
        ("In der Nacht zum Sonntag, Ende Juli.", ["Nacht zum Sonntag", "Ende Juli"]),
        ("Stand: 2025-03-09.", ["2025-03-09"]),
    ],
)
def test_dates_are_found_without_what_stands_before_them(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der 44-Jährige (44) kam als 3. ins Ziel.",
        "Sie zahlte 2000 Euro und gewann 2:1.",
        "Guten morgen, sagte er.",
        "Der Morgen-Express fährt nach Maibach.",
        "Rund 2000 Menschen kamen.",
        "Die Linie 2020er fährt.",
        "Zimmer 1.204 und Version 3.5 sind alt.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert dates(text) == []


def test_of_overlapping_spans_the_first_and_longest_is_kept():
    assert widest([(3, 9), (0, 4), (0, 6), (6, 8)]) == [(0, 6), (6, 8)]


def test_a_month_within_a_name_is_no_date():
    nlp = spacy.blank("de")
    doc = nlp("Am Freitag kam August Horch, im August ging er.")
    doc.ents = (Span(doc, 3, 5, label="PER"),)
    doc = Dates("de")(doc)
    assert [(span.text, span.label_) for span in doc.spans[DATES]] == [
        ("Freitag", "DATE"),
        ("August", "DATE"),
    ]
    assert [ent.text for ent in doc.ents] == ["August Horch"]


def test_a_language_without_a_calendar_has_none():
    assert find_dates("il 5 maggio 2025", "it") == []
    doc = Dates("it")(spacy.blank("it")("il 5 maggio 2025"))
    assert list(doc.spans[DATES]) == []


@pytest.mark.benchmark
@pytest.mark.parametrize("piece", ["1 ", "1.", "ein", "12 bis ", "am ", "Ende der "])
def test_the_time_is_linear_in_texts_of_nothing_but_beginnings(piece):
    def took(times: int) -> float:
        return seconds(lambda: find_dates(piece * times))

    find_dates("")
    short, long = took(1_000), took(16_000)
    assert long < 60 * max(short, 0.003)
