"""What stands beside the list of articles."""

from dataclasses import replace
from datetime import date

from core.articles import Publication
from core.library import Library
from tests.tui.sample import ARTICLE
from tui.text import cells
from tui.widgets.article_entry import BESIDE, ArticleEntry, preview


def test_no_line_of_the_preview_begins_with_what_parts_its_facts(tmp_path):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(ARTICLE)
    record = library.records(library.article_numbers())[0]
    for length in range(1, 40):
        lines = preview(replace(record, outlet="h" * length, published="2026-03-14")).plain.splitlines()
        about = lines[1 : lines.index("")]
        assert " · ".join(about) == f"{'h' * length} · 2026-03-14 · 1 min · new"
        assert all(cells(each) <= BESIDE for each in about)


def test_a_part_of_an_article_is_told_from_a_whole_one(tmp_path):
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(replace(ARTICLE, publication=Publication(partial=True)))
    record = library.records(library.article_numbers())[0]
    today = date(2026, 3, 14)
    row = "\n".join(line.plain for line in ArticleEntry(record, today).lines(80))
    assert "1 min · in part" in row
    assert "1 min · in part · new" in preview(record).plain
    whole = replace(record, partial=False)
    assert "in part" not in preview(whole).plain + ArticleEntry(whole, today).lines(80)[1].plain
