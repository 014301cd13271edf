"""Tables: set in columns, with a first column in several lines, or cell by cell; every letter where it is clicked."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.articles.article import Article, BlockKind
from tests.tui.widgets.article.page import Bare, article, rows
from tui.model.marks import Mark, MarkKind
from tui.text import cells
from tui.widgets.article.layout import Layout

ITEM = BlockKind.LIST_ITEM
BEFORE, AFTER = (BlockKind.PARAGRAPH, "Davor."), (BlockKind.PARAGRAPH, "Danach.")


def table(*lines: str) -> Article:
    return article(BEFORE, *((ITEM, line) for line in lines), AFTER)


VALUES = table(
    "Ort | Stimmen | Anteil",
    "Kiel | 1.204 | 51,2",
    "Neuenkirchen an der Lake | 87 | –",
    "Sand | | 7,5",
)
NAMES = table(
    "Verein | Vorsitz", "Wümme klar | Malte Quast", "Rettet den Teich | Ines Sartorius und Tarek Aydin"
)


def drawn(article: Article, width: int) -> list[str]:
    """What stands on each line of the text, with the blank columns within it, between "Davor." and "Danach."."""
    layout, found = Layout(article, width), []
    for line in map(layout.line, range(layout.height)):
        words, text = "", layout.text_of(line) if line.holds_text else ""
        pads = dict(line.pads)
        for at, letter in enumerate(text, line.start):
            words += " " * pads.get(at, 0) + letter
        found.append(f"{line.lead.rjust(line.indent)}{words}".rstrip())
    return found[found.index("Davor.") + 1 : found.index("Danach.")]


def test_columns_are_below_each_other_and_numbers_at_their_right() -> None:
    assert drawn(VALUES, 80) == [
        "",
        "  Ort                      | Stimmen | Anteil",
        "  Kiel                     |   1.204 |   51,2",
        "  Neuenkirchen an der Lake |      87 |      –",
        "  Sand                     |         |    7,5",
        "",
    ]


def test_a_first_column_that_is_too_wide_is_broken_into_lines() -> None:
    assert drawn(VALUES, 46) == [
        "",
        "  Ort                   | Stimmen | Anteil",
        "  Kiel                  |   1.204 |   51,2",
        "  Neuenkirchen an der",
        "    Lake                |      87 |      –",
        "  Sand                  |         |    7,5",
        "",
    ]


def test_where_there_is_no_room_each_cell_has_its_line_below_the_name_of_its_column() -> None:
    assert drawn(VALUES, 32) == [
        "",
        "  Ort | Stimmen | Anteil",
        "  Kiel",
        "    Stimmen: 1.204",
        "    Anteil:  51,2",
        "  Neuenkirchen an der Lake",
        "    Stimmen: 87",
        "    Anteil:  –",
        "  Sand",
        "    Anteil:  7,5",
        "",
    ]


def test_without_names_of_columns_only_what_is_too_long_is_parted() -> None:
    assert drawn(NAMES, 40) == [
        "",
        "  Verein | Vorsitz",
        "  Wümme klar | Malte Quast",
        "  Rettet den Teich",
        "    Ines Sartorius und Tarek Aydin",
        "",
    ]


def test_lists_beside_a_table_stay_lists_and_two_tables_are_two() -> None:
    mixed = table("a | b", "c | d", "eins", "zwei", "1 | 2 | 3", "4 | 5 | 6")
    assert drawn(mixed, 80) == [
        "",
        "  a | b",
        "  c | d",
        "",
        "• eins",
        "• zwei",
        "",
        "  1 | 2 | 3",
        "  4 | 5 | 6",
        "",
    ]


def test_a_row_whose_last_cells_are_empty_keeps_its_columns() -> None:
    cut = table("| 2021 | 2026", "Kiel | 12 | 7 | 5", "Sand | 9 | 14 | 3", "eins | zwei")
    assert drawn(cut, 80)[1:-1] == [
        "       | 2021 | 2026",
        "  Kiel |   12 |    7 | 5",
        "  Sand |    9 |   14 | 3",
        "  eins | zwei",
    ]


def test_a_heading_within_a_table_has_all_of_its_line() -> None:
    headed = table("a | b", "Zweite Liga, von der wir lange nichts hörten", "ccc | d")
    assert drawn(headed, 80)[1:-1] == [
        "  a   | b",
        "  Zweite Liga, von der wir lange nichts hörten",
        "  ccc | d",
    ]


def test_one_row_alone_is_no_table() -> None:
    assert drawn(table("a | b", "eins"), 80) == ["", "• a | b", "• eins", ""]


def test_signs_that_only_look_like_bars_part_no_cells() -> None:
    assert drawn(table("a|b", "c||d"), 80) == ["", "• a|b", "• c||d", ""]


CELLS = st.one_of(
    st.sampled_from(
        ("", "12", "-3,5 %", "日本語", "a\u0308", "Wort", "zwei Wörter", "Donaudampfschifffahrt " * 3)
    ),
    st.text("ab |1", max_size=8),
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5).map(" | ".join), min_size=2, max_size=6)


@given(TABLES, st.sampled_from((8, 20, 33, 48, 60, 80)))
def test_every_letter_is_on_one_line_and_found_where_it_is_drawn(lines: list[str], width: int) -> None:
    lines = [" ".join(line.split()) for line in lines if line.strip(" |")]
    shown = table(*lines)
    layout = Layout(shown, width)
    found = [line for line in map(layout.line, range(layout.height)) if line.holds_text]
    covered = [at for line in found for at in range(line.start, line.end)]
    assert covered == [at for block in shown.blocks for at in range(block.start, block.end)]
    assert all(first.start < second.start for first, second in pairwise(found))
    for row in range(layout.height):
        line = layout.line(row)
        text = layout.text_of(line) if line.holds_text else ""
        assert (
            layout.column_of(line, line.end) <= layout.left + layout.text_width
            or len(text) <= 1
            or width < 20
        )
        for at in range(line.start, line.start + len(text)):
            assert layout.row_of(at) == row
            if cells(shown.text[at]):
                assert layout.offset_at(row, layout.column_of(line, at)) == at


async def test_the_columns_are_painted() -> None:
    app = Bare(VALUES)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        page = [line.rstrip() for line in rows(app.view)]
        assert "    Kiel                     |   1.204 |   51,2" in page
        app.view.set_marks([Mark(*at("87 | –"), MarkKind.QUOTE, "q")])
        assert "┃   Neuenkirchen an der Lake |      87 |      –" in [line.rstrip() for line in rows(app.view)]


def at(words: str) -> tuple[int, int]:
    start = VALUES.text.index(words)
    return start, start + len(words)
