"""RIS as rispy reads it."""

from dataclasses import replace

import rispy
from hypothesis import given

from core.exchange.characters import one_line
from core.exchange.reading import Reading
from core.exchange.ris import write
from tests.core.exchange.readings import PUBLICATION, READING, readings


def entries(*given: Reading) -> list[dict[str, object]]:
    return rispy.loads(write(given).files[".ris"].decode("utf-8"))


def test_articles_from_the_web() -> None:
    first, second = entries(READING, READING)
    assert first == second
    assert first["type_of_reference"] == "NEWS"
    assert first["title"] == "Rat ringt um Bäder 🏊"
    assert first["urls"] == ["https://example.org/baeder?a=1&b=2"]
    assert first["access_date"] == "2026/03/01"
    assert first["keywords"] == ["dossier/bäder", "zitat", "alt"]
    assert first["notes"] == ["Zum *Ganzen*.", "Nachfragen: * wann * wo", "über zwei Zeilen", "weg"]


def test_what_a_page_told_of_its_article() -> None:
    (entry,) = entries(
        replace(READING, article=replace(READING.article, source="a.html", publication=PUBLICATION))
    )
    assert entry["authors"] == ["von der Aue, Jette", "Brandt, Tom"]
    assert (entry["secondary_title"], entry["year"], entry["date"]) == ("Küstenbote", "2026", "2026/02/27")
    assert entry["urls"] == ["https://kb.example/a"]


def test_a_body_has_no_surname_and_a_chapter_is_no_newspaper() -> None:
    about = replace(PUBLICATION, authors=("Redaktion Küste", "Jette Brandt"))
    (entry,) = entries(
        replace(READING, article=replace(READING.article, source="buch.epub#3", publication=about))
    )
    assert entry["authors"] == ["Redaktion Küste", "Brandt, Jette"]
    assert entry["type_of_reference"] == "CHAP"


@given(readings())
def test_any_reading_is_one_entry(reading: Reading) -> None:
    (entry,) = entries(reading)
    assert entry.get("title", "") == one_line(reading.article.title)
