import pytest
from textual.events import MouseScrollDown

from tests.tui.widgets.article.page import PARTS, Bare, place, press, rows, selected, span
from tui.model.marks import Mark, MarkKind

pytestmark = pytest.mark.usefixtures("laid_out")


async def test_dragging_selects_whole_words() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        x, y = place(app.view, "Hafen")
        await pilot.mouse_down(offset=(x + 2, y))
        await pilot.hover(offset=(x + 8, y))
        await pilot.mouse_up(offset=(x + 8, y))
        assert selected(app) == "Hafen steht"
        assert not app.view.selecting
        await press(pilot, "v l")
        assert selected(app) == "Hafen steht ein"


async def test_dragging_back_over_lines_selects_what_lies_between() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        x, y = place(app.view, "sagte")
        await pilot.mouse_down(offset=(x + 1, y))
        await pilot.hover(offset=(place(app.view, "muss")[0], y - 1))
        await pilot.mouse_up(offset=(place(app.view, "muss")[0], y - 1))
        assert selected(app) == "muss weg“, sagte"


async def test_dragging_below_the_edge_scrolls_on() -> None:
    app = Bare()
    async with app.run_test(size=(80, 8)) as pilot:
        app.view.styles.height = 6
        await pilot.pause()
        x, y = place(app.view, "Hafen")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x, 7))
        await pilot.pause(0.4)
        await pilot.mouse_up(offset=(x, 7))
        scrolled = app.view.scroll_offset.y
        assert scrolled > 1
        assert selected(app).startswith("Hafen")
        await pilot.pause(0.2)
        assert app.view.scroll_offset.y == scrolled


@pytest.mark.parametrize(
    ("times", "expected"),
    [(2, "Hafen"), (3, "Kiel – Im Hafen steht ein Kran, den niemand mehr will."), (4, PARTS[1][1])],
)
async def test_clicks_select_by_units(times: int, expected: str) -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.click(offset=place(app.view, "Hafen"), times=times)
        assert selected(app) == expected


async def test_clicking_a_mark_its_bar_or_its_sign_tells_of_it() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        person = Mark(*span("muss"), MarkKind.PERSON, "p")
        quote = Mark(*span("„Er muss weg“"), MarkKind.QUOTE, "q")
        note = Mark(*span("niemand"), MarkKind.ANNOTATION, "n")
        app.view.set_marks([person, quote, note])
        for offset in (
            place(app.view, "muss"),
            place(app.view, "weg"),
            place(app.view, "┃"),
            place(app.view, "●"),
        ):
            await pilot.click(offset=offset)
            await pilot.pause()
        await pilot.click(offset=place(app.view, "Hafen"))
        await pilot.pause()
        assert [told for told in app.told if told is not None] == [person, quote, quote, note]


async def test_repeated_captions_unfold_by_key_and_by_click() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "f")
        assert "repeated" not in " ".join(rows(app.view))
        await press(pilot, "f")
        await pilot.click(offset=place(app.view, "repeated"))
        assert "repeated" not in " ".join(rows(app.view))


async def test_the_wheel_scrolls_and_the_position_follows() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        for _ in range(4):
            app.view.post_message(
                MouseScrollDown(app.view, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
            )
        await pilot.pause()
        assert app.view.scroll_offset.y > 3
        assert app.view.top_offset > 0


async def test_a_click_drops_the_selection() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.select(*span("Kran"))
        await pilot.click(offset=place(app.view, "Montag"))
        assert app.view.selection is None
