import pytest

from tests.tui.widgets.article.page import TEXT, Bare, press, resize, rows, span
from tui.widgets.article import ArticleView

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


def ruled(view: ArticleView) -> list[int]:
    return [y for y, line in enumerate(rows(view)) if "›" in line]
