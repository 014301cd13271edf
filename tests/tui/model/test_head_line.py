"""The line above an article."""

import time
from dataclasses import replace

import pytest

from core.articles import Article, Block, BlockKind, Publication
from tui.model.head_line import head_words

TEXT = "Wort " * 600


def article(source: str, publication: Publication | None = None) -> Article:
    return Article(source, TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),), "de", "", publication)


def test_source_authors_day_and_minutes() -> None:
    about = Publication(("Ada Lind", "Jon Varga"), "2026-05-03", "Seebote", modified="2026-05-04")
    told = head_words(article("https://seebote.example/a", about))
    assert told == "Seebote · Ada Lind, Jon Varga · 2026-05-03 · changed 2026-05-04 · 3 min"


def test_what_is_not_known_is_left_out() -> None:
    assert head_words(article("/tmp/kai.txt")) == "kai.txt · 3 min"
    assert head_words(article("-")) == "standard input · 3 min"
    assert head_words(article("https://www.seebote.example/a", Publication())) == "seebote.example · 3 min"


def test_of_many_authors_only_the_first_are_named() -> None:
    about = Publication(("A B", "C D", "E F", "G H", "I J"), site="Seebote")
    assert head_words(article("x", about)) == "Seebote · A B, C D, E F, 2 more · 3 min"


def test_of_a_part_it_says_so() -> None:
    assert head_words(article("kai.txt", Publication(partial=True))) == "kai.txt · 3 min · in part"


def test_the_time_of_day_is_that_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    about = Publication(published="2026-12-01", site="Seebote", moment="2026-12-01T08:12:00+00:00")
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Berlin")
        time.tzset()
        told = head_words(article("x", about))
        late = head_words(article("x", replace(about, moment="2026-12-01T23:12:00+00:00")))
    time.tzset()
    assert told == "Seebote · 2026-12-01 09:12 · 3 min"
    assert late == "Seebote · 2026-12-01 · 3 min", "it is another day there"
