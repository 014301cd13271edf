"""What is painted, with the names of the components in place of colours."""

from rich.style import Style

from tests.tui.widgets.article.page import ARTICLE, TEXT, span
from tui.model.marks import Mark, MarkKind, Marks, Target
from tui.widgets.article.layout import Layout
from tui.widgets.article.painter import KEPT, Painter
from tui.widgets.article.strip import Shown, marks_at

LAYOUT = Layout(ARTICLE, 80)
QUOTE = Mark(*span("„Er muss weg“"), MarkKind.QUOTE)
NAME = Mark(*span("Ada Lind"), MarkKind.PERSON)
NOTE = Mark(*span("niemand"), MarkKind.ANNOTATION)


def named(*names: str) -> Style:
    return Style(meta={"names": names})


def painted(words: str, shown: Shown) -> tuple[str, ...]:
    """The components of the stretch that begins with `words`."""
    row = LAYOUT.row_of(TEXT.index(words))
    (strip,) = Painter(named).strips(LAYOUT, shown, [row], 80)
    (style,) = [segment.style for segment in strip if segment.text.startswith(words)]
    assert style is not None
    names: tuple[str, ...] = style.meta["names"]
    return names


def test_marks_target_and_selection_lie_over_each_other_in_order() -> None:
    target = Target((NAME.span,))
    shown = Shown(Marks([NAME]), target, selection=NAME.span, caret=NAME.span, ruler=NAME.start)
    assert painted("Ada Lind", shown) == ("ruler", "person", "target", "selection", "caret")
    assert painted("Streit", shown) == ("headline",)


def test_what_is_not_bright_is_faded() -> None:
    assert painted("Im Hafen", Shown(Marks(), bright=(NAME.span,))) == ("faded",)
    assert painted("Ada Lind", Shown(Marks(), bright=(NAME.span,))) == ()


def test_strips_are_kept_until_they_are_forgotten() -> None:
    painter, plain = Painter(named), Shown(Marks())
    before = painter.strips(LAYOUT, plain, range(9), 80)
    assert all(map(lambda one, other: one is other, before, painter.strips(LAYOUT, plain, range(9), 80)))
    painter.forget_rows(4, 5)
    after = painter.strips(LAYOUT, plain, range(9), 80)
    assert [row for row in range(9) if after[row] is not before[row]] == [4, 5]
    painter.move(2)
    assert painter.strips(LAYOUT, plain, [8], 80) == [after[6]]
    assert painter.strips(LAYOUT, plain, [8], 90)[0].cell_length == 90


def test_only_so_many_strips_are_kept() -> None:
    layout, painter = Layout(ARTICLE, 80, measure=8), Painter(named)
    assert layout.height > KEPT
    first = painter.strips(layout, Shown(Marks()), [0], 80)[0]
    painter.strips(layout, Shown(Marks()), range(layout.height), 80)
    assert painter.strips(layout, Shown(Marks()), [0], 80)[0] is not first


def test_rows_below_the_text_are_blank() -> None:
    (strip,) = Painter(named).strips(LAYOUT, Shown(Marks()), [LAYOUT.height + 3], 80)
    assert (strip.text, strip.cell_length) == (" " * 80, 80)


def test_a_mark_is_found_in_its_words_its_bar_and_its_sign() -> None:
    marks = Marks([QUOTE, NAME, NOTE])
    row = LAYOUT.row_of(QUOTE.start)
    column = LAYOUT.column_of(LAYOUT.line(row), QUOTE.start)
    assert marks_at(LAYOUT, marks, row, column) == [QUOTE]
    assert marks_at(LAYOUT, marks, row, 0) == [QUOTE]
    assert marks_at(LAYOUT, marks, row, LAYOUT.right) == [NOTE]
    assert marks_at(LAYOUT, marks, row - 1, column) == []
