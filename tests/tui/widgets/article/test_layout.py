import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles.article import Article, Block, BlockKind
from tui.text import cells
from tui.widgets.article.layout import NARROWEST, REMEMBERED, Layout, Row
from tui.widgets.article.wrap import Points

KINDS = list(BlockKind)


def article(*parts: tuple[BlockKind, str], repeats: dict[int, int] | None = None) -> Article:
    text, blocks = "", []
    for index, (kind, words) in enumerate(parts):
        blocks.append(Block(kind, len(text), len(text) + len(words), (repeats or {}).get(index)))
        text += words + "\n\n"
    return Article("-", text, tuple(blocks), "de", "")


def page(layout: Layout) -> list[str]:
    shown = []
    for row in range(layout.height):
        line = layout.line(row)
        if line.row is Row.TEXT:
            shown.append(" " * (line.indent - len(line.lead)) + line.lead + layout.text_of(line))
        elif line.row is Row.RULE:
            shown.append("─" * layout.rule_width(line.block or 0))
        else:
            shown.append("↳" if line.row is Row.FOLD else "")
    return shown


def test_a_page_of_every_kind_of_block() -> None:
    layout = Layout(
        article(
            (BlockKind.HEADLINE, "Streit am Kai um den Kran"),
            (BlockKind.PARAGRAPH, "Im Hafen steht ein Kran."),
            (BlockKind.CAPTION, "Der alte Kran im Hafen"),
            (BlockKind.CAPTION, "Der alte Kran im Hafen"),
            (BlockKind.CREDIT, "Foto: Ada Nord"),
            (BlockKind.SUBHEADING, "Was nun?"),
            (BlockKind.LIST_ITEM, "Abbau bis zum Mai"),
            (BlockKind.LIST_ITEM, "- Verkauf an ein Museum"),
            (BlockKind.LIST_ITEM, "10. Spenden sammeln und hoffen"),
            (BlockKind.TEASER, "Mehr zum Thema"),
            repeats={3: 2},
        ),
        20,
    )
    assert page(layout) == [
        "",
        "Streit am Kai um",
        "den Kran",
        "────────────────",
        "",
        "Im Hafen steht",
        "ein Kran.",
        "",
        "  Der alte Kran",
        "  im Hafen",
        "↳",
        "  Foto: Ada Nord",
        "",
        "",
        "Was nun?",
        "",
        "• Abbau bis zum",
        "  Mai",
        "- Verkauf an ein",
        "  Museum",
        "10. Spenden",
        "    sammeln und",
        "    hoffen",
        "",
        "→ Mehr zum Thema",
        "",
    ]


def test_an_unfolded_caption_is_shown_in_full() -> None:
    text = article((BlockKind.CAPTION, "Kran am Kai"), (BlockKind.CAPTION, "Kran am Kai"), repeats={1: 0})
    assert page(Layout(text, 40)) == ["", "  Kran am Kai", "↳", ""]
    assert page(Layout(text, 40, unfolded=True)) == ["", "  Kran am Kai", "", "  Kran am Kai", ""]


@pytest.mark.parametrize(
    ("width", "left", "text_width"),
    [
        (20, 2, 16),
        (40, 2, 36),
        (59, 2, 55),
        (60, 4, 52),
        (79, 4, 71),
        (80, 4, 72),
        (100, 14, 72),
        (200, 64, 72),
    ],
)
def test_the_text_stands_in_the_middle_at_a_comfortable_measure(
    width: int, left: int, text_width: int
) -> None:
    layout = Layout(article((BlockKind.PARAGRAPH, "x")), width)
    assert (layout.left, layout.text_width) == (left, text_width)
    assert layout.right < width


def test_a_narrow_terminal_is_laid_out_as_the_narrowest() -> None:
    text = article((BlockKind.PARAGRAPH, "Der Hafen von Kiel schläft noch"))
    assert page(Layout(text, 5)) == page(Layout(text, NARROWEST))


def test_an_empty_article_has_one_blank_line() -> None:
    layout = Layout(Article("-", "", (), "und", ""), 80)
    assert layout.height == 1
    assert page(layout) == [""]
    assert layout.row_of(0) == 0
    assert layout.offset_at(0, 5) is None


def test_between_blocks_the_next_one_counts() -> None:
    layout = Layout(article((BlockKind.PARAGRAPH, "Eins"), (BlockKind.PARAGRAPH, "Zwei")), 40)
    assert [layout.row_of(offset) for offset in (0, 3, 4, 5, 6, 9)] == [1, 1, 3, 3, 3, 3]


def test_columns_count_cells_and_offsets_count_characters() -> None:
    layout = Layout(article((BlockKind.PARAGRAPH, "a日b\u00adc")), 40)
    line = layout.line(1)
    assert [layout.column_of(line, offset) - layout.left for offset in range(6)] == [0, 1, 3, 4, 4, 5]
    at = [layout.offset_at(1, layout.left + column) for column in (-1, 0, 1, 2, 3, 4, 5, 30)]
    assert at == [0, 0, 1, 1, 2, 4, 4, 4]


WORDS = st.text("abcä日\u00ad\u0308 \t\n👍🏽-\x1b", min_size=1, max_size=60).map(lambda words: f"A{words}z")
ARTICLES = st.lists(st.tuples(st.sampled_from(KINDS), WORDS), max_size=6).flatmap(
    lambda parts: st.sets(st.integers(1, 6)).map(
        lambda folded: article(*parts, repeats={index: 0 for index in folded if index < len(parts)})
    )
)


LONG = st.lists(st.tuples(st.sampled_from(KINDS), WORDS | st.just("Der Kran steht " * 9)), max_size=24).map(
    lambda parts: article(*parts)
)


def anywhere(word: str) -> range:
    return range(1, len(word))


@given(ARTICLES, st.integers(1, 90), st.integers(4, 80), st.booleans(), st.sampled_from([None, anywhere]))
def test_every_character_of_a_block_is_on_one_line_that_keeps_its_width(
    text: Article, width: int, measure: int, unfolded: bool, points: Points | None
) -> None:
    layout = Layout(text, width, measure=measure, unfolded=unfolded, points=points)
    lines = [layout.line(row) for row in range(layout.height)]
    held = [offset for line in lines if line.holds_text for offset in range(line.start, line.end)]
    assert held == [offset for block in text.blocks for offset in range(block.start, block.end)]
    for row, line in enumerate(lines):
        if line.row is Row.TEXT:
            hyphen = layout.is_hyphenated(line)
            assert line.indent + cells(layout.text_of(line)) + hyphen <= layout.text_width
        for offset in range(line.start, line.end):
            assert layout.row_of(offset) == row


@given(ARTICLES, st.integers(20, 90))
def test_the_character_at_its_own_column_is_found_there(text: Article, width: int) -> None:
    layout = Layout(text, width)
    for row in range(layout.height):
        line = layout.line(row)
        if line.row is not Row.TEXT:
            continue
        for offset in range(line.start, line.start + len(layout.text_of(line))):
            found = layout.offset_at(row, layout.column_of(line, offset))
            assert found is not None
            assert layout.column_of(line, found) == layout.column_of(line, offset)


def test_words_are_never_torn_where_there_is_room() -> None:
    text = article((BlockKind.PARAGRAPH, "Der Hafen von Kiel schläft noch " * 20))
    layout = Layout(text, 50)
    words = {word for row in range(layout.height) for word in layout.text_of(layout.line(row)).split()}
    assert words == set(re.findall(r"\w+", text.text))


def test_a_parted_word_shows_a_hyphen_that_is_not_in_the_text() -> None:
    text = article((BlockKind.PARAGRAPH, "Er sprach vom Hafenverkauf"))
    layout = Layout(text, 26, points=lambda word: (5, 8) if word == "Hafenverkauf" else ())
    lines = [layout.line(row) for row in (1, 2)]
    assert [layout.text_of(line) for line in lines] == ["Er sprach vom Hafen", "verkauf"]
    assert [layout.is_hyphenated(line) for line in lines] == [True, False]
    assert layout.column_of(lines[1], text.text.index("verkauf")) == layout.left


def test_a_word_cut_for_want_of_room_shows_no_hyphen() -> None:
    layout = Layout(
        article((BlockKind.PARAGRAPH, "Hafenverkauf " * 2)), 20, measure=8, points=lambda word: (8,)
    )
    assert not layout.is_hyphenated(layout.line(1))


@given(LONG, st.integers(10, 90), st.floats(0, 1), st.integers(0, 30), st.sampled_from([None, anywhere]))
def test_what_is_laid_out_first_is_what_will_stand_there(
    text: Article, width: int, share: float, lines: int, points: Points | None
) -> None:
    offset = int(share * len(text.text))
    whole = Layout(text, width, points=points)
    opened = Layout(text, width, points=points, settled=False)
    opened.open(offset, lines)
    here, there = opened.row_of(offset), whole.row_of(offset)
    for by in range(-lines, lines + 1):
        assert (here + by < 0) == (there + by < 0)
        assert (here + by < opened.height) == (there + by < whole.height)
        if 0 <= there + by < whole.height:
            assert opened.line(here + by) == whole.line(there + by)
    assert here + opened.settle(here) == there
    assert opened.height == whole.height
    assert all(opened.line(row) == whole.line(row) for row in range(whole.height))
    assert [opened.row_of(at) for at in range(len(text.text))] == [
        whole.row_of(at) for at in range(len(text.text))
    ]


@given(LONG, st.lists(st.integers(10, 90), min_size=2, max_size=4), st.booleans())
def test_what_is_known_from_other_widths_changes_nothing(
    text: Article, widths: list[int], settled: bool
) -> None:
    known: Layout | None = None
    for width in widths:
        known = Layout(text, width, known=known, settled=settled)
        known.open(0, 5)
    assert known is not None
    known.settle()
    fresh = Layout(text, widths[-1])
    assert page(known) == page(fresh)


def test_counting_goes_on_where_it_was_left_and_moves_nothing() -> None:
    text = article(*((BlockKind.PARAGRAPH, f"Absatz {nth}: " + "Der Kran steht " * 9) for nth in range(900)))
    layout = Layout(text, 40, settled=False)
    layout.open(len(text.text) // 2, 20)
    height, row, turns = layout.height, layout.row_of(len(text.text) // 2), 1
    while not layout.count_on(0.0001):
        turns += 1
        assert (layout.height, layout.row_of(len(text.text) // 2)) == (height, row)
    assert turns > 1
    layout.settle(row)
    assert page(layout) == page(Layout(text, 40))


def test_the_lines_of_more_blocks_than_are_remembered_are_right_all_the_same() -> None:
    text = article(
        *((BlockKind.PARAGRAPH, f"Absatz {nth} " * (nth % 9 + 1)) for nth in range(REMEMBERED + 50))
    )
    layout = Layout(text, 30)
    assert page(layout) == page(layout)
