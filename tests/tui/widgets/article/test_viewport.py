import time

import pytest
from textual import on

from core.articles.article import Article, BlockKind
from tests.tui.widgets.article.page import TEXT, Bare, article, place, press, resize, rows, span
from tui.model.marks import Mark, MarkKind
from tui.widgets.article import ArticleView

pytestmark = pytest.mark.usefixtures("laid_out")


async def test_keys_scroll() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        view = app.view
        seen = []
        for keys in (
            "j j",
            "k",
            "space",
            "b",
            "pagedown",
            "pageup",
            "ctrl+d",
            "ctrl+u",
            "G",
            "g",
            "end",
            "home",
        ):
            await press(pilot, keys)
            seen.append(view.scroll_offset.y)
        last = view.max_scroll_y
        assert seen == [2, 1, 11, 1, 11, 1, 6, 1, last, 0, last, 0]
        assert view.progress < 0.3
        await press(pilot, "G")
        assert view.progress == 1


async def test_keys_of_the_caret_are_left_to_others_while_there_is_none() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)):
        for action in ("move", "extend", "grow", "nudge", "swap", "drop", "copy"):
            assert app.view.check_action(action, ()) is False
        app.view.select(*span("Kran"))
        for action in ("move", "extend", "grow", "nudge", "swap", "drop", "copy"):
            assert app.view.check_action(action, ()) is True


async def test_the_reading_position_holds_through_every_change() -> None:
    app = Bare()
    async with app.run_test(size=(100, 20)) as pilot:
        view = app.view
        await press(pilot, "space j j")
        top, row, page = view.top_offset, view.scroll_offset.y, rows(view)
        assert top > 0
        for width, height in ((50, 20), (30, 9), (20, 30), (200, 20), (100, 20)):
            await resize(pilot, width, height)
            assert view.top_offset == top
            first = view.render_line(0).text.strip()
            assert first in " ".join(TEXT.split())
            start, end = view.visible_span
            assert start <= top < end
        assert (view.scroll_offset.y, rows(view)) == (row, page)
        view.measure = 40
        assert view.top_offset == top
        view.measure = 72
        view.unfolded = True
        assert view.render_line(0).text == page[0]
        assert view.scroll_offset.y == row + 1
        view.unfolded = False
        assert (view.scroll_offset.y, rows(view)) == (row, page)


async def test_the_position_near_the_end_comes_back_after_a_wide_moment() -> None:
    app = Bare()
    async with app.run_test(size=(30, 10)) as pilot:
        await press(pilot, "G k k")
        top, row = app.view.top_offset, app.view.scroll_offset.y
        await resize(pilot, 200, 50)
        await resize(pilot, 30, 10)
        end = time.monotonic() + 30
        while (app.view.top_offset, app.view.scroll_offset.y) != (top, row) and time.monotonic() < end:
            await pilot.pause(0.01)
        assert (app.view.top_offset, app.view.scroll_offset.y) == (top, row)


async def test_a_change_made_while_hidden_is_there_when_shown_again() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.display = False
        await pilot.pause()
        app.view.measure = 20
        app.view.unfolded = True
        await pilot.pause()
        app.view.display = True
        await pilot.pause()
        assert max(len(line.strip()) for line in rows(app.view)) <= 20


async def test_a_position_taken_can_be_given_back() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        for key in ("space", "j", "j", "j", "space", "k", "k"):
            await press(pilot, key)
            top, page = app.view.top_offset, rows(app.view)
            app.view.top_offset = len(TEXT)
            assert rows(app.view) != page
            app.view.top_offset = top
            assert rows(app.view) == page


async def test_revealing_scrolls_no_further_than_it_must() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        view = app.view
        view.reveal(*span("Montag"))
        assert view.scroll_offset.y == 0
        view.reveal(*span("Absatz 1"))
        near = view.scroll_offset.y
        assert 0 < near < 12
        _, row = place(view, "Absatz 1")
        assert row == 12 - 1 - 3
        view.reveal(*span("Absatz 1"))
        assert view.scroll_offset.y == near
        view.reveal(*span("Absatz 9"))
        assert 2 <= place(view, "Absatz 9")[1] <= 6
        view.reveal(*span("Streit"))
        await pilot.pause()
        assert view.scroll_offset.y <= 1


async def test_a_passage_higher_than_the_view_is_revealed_from_its_beginning() -> None:
    app = Bare()
    async with app.run_test(size=(40, 6)):
        app.view.reveal(span("Absatz 3")[0], span("Absatz 6")[0])
        assert place(app.view, "Absatz 3")[1] == 1


async def test_what_is_wanted_before_the_first_frame_is_revealed_in_it() -> None:
    app = Bare()
    app.view.reveal(*span("Absatz 9"))
    async with app.run_test(size=(80, 12)):
        assert place(app.view, "Absatz 9")


async def test_another_article_begins_anew() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "space v")
        app.view.set_target([span("Absatz 1")])
        app.view.set_marks([Mark(0, 3, MarkKind.PLACE)])
        app.view.article = article((BlockKind.PARAGRAPH, "Etwas anderes."))
        await pilot.pause()
        assert rows(app.view)[1].strip() == "Etwas anderes."
        assert (app.view.top_offset, app.view.marks, app.view.target, app.view.selection) == (
            0,
            (),
            None,
            None,
        )
        assert not app.view.selecting


async def test_an_article_without_text_can_be_shown_and_selected_from() -> None:
    app = Bare(Article("-", "", (), "und", ""))
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "j k G g space v w l")
        assert app.view.selection is None


async def test_moving_is_told() -> None:
    tops = []

    class Told(Bare):
        @on(ArticleView.Moved)
        def moved(self, event: ArticleView.Moved) -> None:
            tops.append(event.top)

    app = Told()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.set_marks([Mark(0, 3, MarkKind.PLACE)])
        await resize(pilot, 60, 12)
        await pilot.pause()
        assert tops == []
        await press(pilot, "space")
        assert tops == [app.view.top_offset]
