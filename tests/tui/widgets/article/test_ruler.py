import pytest

from core.articles.article import Article
from tests.tui.widgets.article.page import ARTICLE, TEXT, Bare, press, resize, rows, span
from tui.model.marks import Target
from tui.widgets.article import ArticleView
from tui.widgets.article.layout import Layout
from tui.widgets.article.ruler import lay_ruler, move_ruler, ruler_at_edge

pytestmark = pytest.mark.usefixtures("laid_out")


async def test_the_ruler_lies_on_a_line_and_is_moved_by_the_keys_that_scroll() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.lay_ruler()
        assert ruled(app.view) == [1]
        await press(pilot, "j")
        assert ruled(app.view) == [4]  # over rule and blank line
        await press(pilot, "k k k")
        assert ruled(app.view) == [1]
        await press(pilot, "G")
        assert ruled(app.view)
        assert TEXT[app.view.ruler or 0 :].strip() in "".join(rows(app.view))
        app.view.ruler = None
        assert ruled(app.view) == []


async def test_the_ruler_stays_with_its_words_when_the_lines_fall_anew() -> None:
    app = Bare()
    async with app.run_test(size=(100, 12)) as pilot:
        app.view.ruler = span("Absatz 2")[0]
        app.view.reveal(*span("Absatz 2"))
        for width in (40, 30, 120):
            await resize(pilot, width, 12)
            app.view.reveal(*span("Absatz 2"))
            (row,) = ruled(app.view)
            assert "Absatz 2" in rows(app.view)[row]


def test_a_ruler_moves_by_lines_of_text_and_stops_at_the_edges() -> None:
    layout = Layout(ARTICLE, 80)
    first = ARTICLE.blocks[0].start
    assert move_ruler(first, layout, 1) == span("Kiel")[0]
    assert move_ruler(first, layout, 3) == span("Der alte Kran")[0]
    assert move_ruler(span("Der alte Kran")[0], layout, -2) == span("Kiel")[0]
    assert move_ruler(first, layout, -5) == first
    last = ruler_at_edge(ARTICLE, at_end=True)
    assert last is not None
    assert move_ruler(last, layout, 5) == layout.line(layout.row_of(last)).start
    assert ruler_at_edge(Article("-", "", (), "und", ""), at_end=True) is None


def test_a_ruler_is_laid_on_the_target_only_if_it_is_visible() -> None:
    target = Target((span("Ada Lind"),))
    assert lay_ruler(target, (0, len(TEXT))) == span("Ada Lind")[0]
    assert lay_ruler(target, span("Absatz 3")) == span("Absatz 3")[0]
    assert lay_ruler(None, (0, 5)) == 0


def ruled(view: ArticleView) -> list[int]:
    return [y for y, line in enumerate(rows(view)) if "›" in line]
