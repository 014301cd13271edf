"""The rows of tables as lines of text: "Ort | Stimmen | Anteil", with every cell in the place of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.articles.links.linked import NOTHING, Linked, joined

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BETWEEN = " | "
"""What parts cells; where one is empty, two bars follow each other, and a row may begin with one."""
_MOST = 20
"""Columns that one cell may take up."""
_DIGITS = re.compile(r"\d{1,3}")


def row_of(cells: Sequence[Linked]) -> Linked:
    """A row as one line; where only one cell has words, these alone."""
    filled = [at for at, cell in enumerate(cells) if cell.words]
    if len(filled) < 2:
        return cells[filled[0]] if filled else NOTHING
    row = joined(cells[: filled[-1] + 1], BETWEEN)
    return row.rewritten(" ".join(row.words.split()))


def grid(table: HtmlElement) -> dict[HtmlElement, list[HtmlElement | None]]:
    """The cells of each row of a table, column by column, without columns that have no words in any row.

    A cell that takes up several places is in the first of them.
    """
    rows: dict[HtmlElement, list[HtmlElement | None]] = {}
    above: dict[int, int] = {}
    """In how many more rows a place is taken up by a cell from above."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        places = rows[row] = []
        begun: dict[int, int] = {}
        for cell in (each for each in row if each.tag in ("td", "th")):
            _pass_over(places, above)
            across, down = _number(cell, "colspan"), _number(cell, "rowspan")
            begun.update(dict.fromkeys(range(len(places), len(places) + across), down - 1))
            places += [cell, *[None] * (across - 1)]
        _pass_over(places, above)
        above = {at: left - 1 for at, left in above.items()} | begun
    used = {
        at
        for places in rows.values()
        for at, cell in enumerate(places)
        if cell is not None and cell.text_content().strip()
    }
    return {row: [cell for at, cell in enumerate(places) if at in used] for row, places in rows.items()}


def _pass_over(places: list[HtmlElement | None], above: dict[int, int]) -> None:
    """Leave the places free that cells of rows above take up."""
    while above.get(len(places), 0) > 0:
        places.append(None)


def _number(cell: HtmlElement, name: str) -> int:
    """How many columns or rows a cell takes up."""
    written = (cell.get(name) or "").strip()
    return max(1, min(int(written), _MOST)) if _DIGITS.fullmatch(written) else 1
