"""Tables: what the csv module reads back, and nothing that a spreadsheet would run."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis import Actor, ActorKind
from core.articles.links.link import Link
from core.exchange.csv_tables import write, write_actors, write_links, write_quotes
from core.exchange.reading import Reading
from tests.core.exchange.readings import HOSTILE, READING, at, readings


def table(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(
        csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True)
    )


def named(name: str) -> Reading:
    actor = Actor("a", name, ActorKind.PERSON)
    return replace(READING, analysis=replace(READING.analysis, actors=(actor,)))


def test_the_three_tables() -> None:
    files = write((READING, READING)).files
    actors, quotes, marks = (table(files[f".{name}.csv"]) for name in ("actors", "quotes", "annotations"))
    assert len(actors) == 10
    assert actors[1]["actor"] == "Jette Claasen"
    assert (actors[1]["age"], actors[1]["mentions"], actors[1]["quotes"]) == ("51", "2", "1")
    assert quotes[0]["quote"] == "„Wir bleiben“ … „Und zwar alle.“"
    assert quotes[1]["speaker in the text"] == "die Stadt Kiel"
    assert [mark["place"] for mark in marks[:4]] == ["whole article", "found", "found", "gone"]
    assert marks[1]["note"] == "Nachfragen:\n\n* wann\n* wo"
    assert len(marks) == 8, "corrections show in the other tables"


def test_excel_is_told_that_it_is_utf8() -> None:
    assert all(content.startswith(b"\xef\xbb\xbf") for content in write((READING,)).files.values())


def test_another_separator() -> None:
    (content,) = write_quotes((READING,), separator=";").files.values()
    assert table(content, ";")[0]["type"] == "direct"


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1+1",
        "\u200b=1",
        '"=1',
        "\tAda",
        "\rAda",
        "\nAda",
        *(words for words in HOSTILE if words[0] in "=@-"),
    ],
)
def test_formulas_are_made_harmless(formula: str) -> None:
    (content,) = write_actors((named(formula),)).files.values()
    assert table(content)[0]["actor"].startswith("'")


@pytest.mark.parametrize("name", ["Ada Lind", "„=“ heißt gleich", "100 %", "5 - 3", "'Ndrangheta", '"Rat"'])
def test_ordinary_words_stay_as_they_are(name: str) -> None:
    (content,) = write_actors((named(name),)).files.values()
    assert table(content)[0]["actor"] == name


@given(st.text(max_size=30))
def test_no_cell_begins_a_formula_and_no_word_is_lost(name: str) -> None:
    (content,) = write_actors((named(name),)).files.values()
    cell = table(content)[0]["actor"]
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    letters = [char for char in name if char.isalnum()]
    assert [char for char in cell if char.isalnum()] == letters


@given(readings())
def test_any_reading_makes_tables_of_even_rows(reading: Reading) -> None:
    for content in write((reading,)).files.values():
        rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}


def test_links_have_their_words_and_where_they_lead() -> None:
    link = Link(*at("Stadt Kiel"), "https://kiel.example/?a=1,2")
    shown = replace(READING, article=replace(READING.article, links=(link,)))
    (row,) = table(write_links((shown,)).files[".csv"])
    assert (row["words"], row["address"]) == ("Stadt Kiel", "https://kiel.example/?a=1,2")
    assert (int(row["start"]), int(row["end"])) == at("Stadt Kiel")
