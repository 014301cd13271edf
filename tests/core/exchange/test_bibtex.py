"""BibTeX as bibtexparser reads it."""

from dataclasses import replace

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given

from core.exchange.bibtex import escaped, write
from core.exchange.characters import one_line
from core.exchange.reading import Reading
from tests.core.exchange.readings import PUBLICATION, READING, readings


def entries(*given: Reading, decode: bool = False) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(
        write(given).files[".bib"].decode("utf-8"),
        append_middleware=[LatexDecodingMiddleware()] if decode else [],
    )
    assert not library.failed_blocks
    assert not library.comments
    return [
        {"key": entry.key, **{field.key: field.value for field in entry.fields}} for entry in library.entries
    ]


def letters(text: str) -> list[str]:
    return [char for char in text if char.isalnum()]


def test_an_article_from_the_web() -> None:
    (entry,) = entries(READING)
    assert entry["title"] == "{Rat ringt um Bäder 🏊}"
    assert entry["url"] == "https://example.org/baeder?a=1&b=2"
    assert entry["urldate"] == "2026-03-01"
    assert entry["language"] == "ngerman"
    assert entry["keywords"] == "dossier/bäder, zitat, alt"
    assert entry["key"].startswith("rat-ringt-um-")


def test_what_a_page_told_of_its_article() -> None:
    about = replace(
        PUBLICATION, authors=("Jette von der Aue", "Brandt und Sohn, Kiel", "A and B_C", "Redaktion Küste")
    )
    (entry,) = entries(replace(READING, article=replace(READING.article, publication=about)))
    assert (
        entry["author"]
        == "Jette von der Aue and {Brandt und Sohn, Kiel} and {A and B\\_C} and {Redaktion Küste}"
    )
    assert (entry["howpublished"], entry["date"], entry["year"]) == ("Küstenbote", "2026-02-27", "2026")


@given(readings())
def test_any_title_is_one_entry_and_prints_as_it_is(reading: Reading) -> None:
    (entry,) = entries(reading, decode=True)
    # The decoder's "ˆ" and "˜" for the signs escaped are letters to Python.
    printed = entry["title"].translate({0x2C6: "^", 0x2DC: "~"})
    assert letters(printed) == letters(one_line(reading.article.title))


def test_what_tex_would_run_is_escaped() -> None:
    text = write((READING,)).files[".bib"].decode()
    assert "\\" not in text
    assert escaped("50 % & \\input{x} $a_b^c$ ~ #1") == (
        r"50 \% \& \textbackslash{}input\{x\} \$a\_b\textasciicircum{}c\$ \textasciitilde{} \#1"
    )
