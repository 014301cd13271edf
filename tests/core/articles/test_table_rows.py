"""Rows of tables as lines: every cell in the place of its column."""

import pytest
from lxml import html

from core.articles.article import Article
from core.articles.links.linked import Linked
from core.articles.table_rows import grid, row_of
from core.articles.texts import markdown_article
from core.articles.web.page import page_article

WIDE = """<table>
<tr><td></td><th></th><th>2024</th><th colspan="2">2025</th></tr>
<tr><td></td><td rowspan="2">Kiel</td><td>12</td><td>7</td><td>9</td></tr>
<tr><td> </td><td>11</td><td></td><td>8</td></tr>
<tr><td></td><td colspan="4">Quelle: Hafenamt</td></tr>
</table>"""


def lines(source: str) -> list[str]:
    table = html.fromstring(source)
    return [
        row_of([Linked("" if cell is None else cell.text_content().strip()) for cell in cells]).words
        for cells in grid(table).values()
    ]


def words(article: Article) -> set[str]:
    return {article.text[block.start : block.end] for block in article.blocks}


def test_every_cell_is_in_its_column_and_columns_without_words_are_none():
    assert lines(WIDE) == ["| 2024 | 2025", "Kiel | 12 | 7 | 9", "| 11 | | 8", "Quelle: Hafenamt"]


def test_a_table_within_another_is_one_of_its_own():
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert lines(f"<table><tr><td>x</td><td>{inner}</td></tr></table>") == ["x | ab"]


@pytest.mark.parametrize("number", ["-3", "zwei", "0", "99999999999", "²"])
def test_a_cell_takes_up_no_more_than_can_be(number):
    row = lines(f"<table><tr><td colspan='{number}'>a</td><td>b</td></tr></table>")
    assert row == ["a | b"]


def test_empty_cells_of_a_page_and_of_markdown_are_kept():
    told = "Das Hafenamt zählte die Kähne, die im Sommer kamen, und fand mehr als je zuvor in den Häfen. " * 4
    page = f"<html><body><article><h1>Kähne</h1><p>{told}</p>{WIDE}<p>{told}</p></article></body></html>"
    marked = f"# Kähne\n\n{told}\n\n| | 2024 | 2025 |\n|---|---|---|\n| Kiel | | 7 |\n"
    assert {"| 2024 | 2025", "| 11 | | 8"} <= words(page_article(page.encode(), "page.html", ""))
    assert {"| 2024 | 2025", "Kiel | | 7"} <= words(markdown_article(marked, "kaehne.md"))
