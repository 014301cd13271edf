"""A long list whose entries are not all of the same height."""

from textual.app import App, ComposeResult
from textual.content import Content

from tests.tui.rest import until
from tui.widgets.lines import Lines, line
from tui.widgets.long_list import LongList


class Words(Lines):
    """Words, broken at the width."""

    def __init__(self, words: str) -> None:
        self._words = words

    def lines(self, width: int) -> list[Content]:
        return [
            line([(self._words[at : at + width], "")], [], width) for at in range(0, len(self._words), width)
        ]


WORDS = [f"{number}" * (25 if number % 3 else 5) for number in range(1, 10)]


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield LongList()

    def on_mount(self) -> None:
        listing = self.query_one(LongList)
        listing.heights = lambda at, width: -(-len(WORDS[at]) // max(1, width)) + 1
        listing.gap = Words("·")
        listing.show([*"123456789"], lambda at: Words(WORDS[at]))
        listing.focus()


def rows(app: App[None]) -> list[str]:
    listing = app.query_one(LongList)
    return [listing.render_line(y).text.rstrip() for y in range(listing.size.height)]


async def test_each_has_its_lines_and_what_fills_the_gap() -> None:
    async with Shown().run_test(size=(21, 9)) as pilot:
        await until(pilot, lambda: rows(pilot.app)[0] == "1" * 20)
        assert rows(pilot.app) == ["1" * 20, "1" * 5, "·", "2" * 20, "2" * 5, "·", "3" * 5, "·", "4" * 20]
        await pilot.resize_terminal(31, 9)
        await until(pilot, lambda: rows(pilot.app)[0] == "1" * 25)
        assert rows(pilot.app)[:6] == ["1" * 25, "·", "2" * 25, "·", "3" * 5, "·"]


async def test_it_is_walked_and_clicked_as_any() -> None:
    async with Shown().run_test(size=(21, 9)) as pilot:
        listing = pilot.app.query_one(LongList)
        await until(pilot, lambda: listing.current == "1")
        listing.action_page_down()
        assert listing.current == "3"
        listing.action_page_down()
        assert listing.current == "5"
        listing.action_page_up()
        assert listing.current == "3"
        listing.action_last()
        assert listing.current == "9"
        await until(pilot, lambda: rows(pilot.app)[-2:] == ["9" * 5, "·"])
        await pilot.click(LongList, offset=(2, 1))
        assert listing.current == "7"
        listing.action_first()
        await until(pilot, lambda: rows(pilot.app)[0] == "1" * 20)
        listing.show([], lambda at: Words(WORDS[at]))
        listing.action_page_down()
        listing.action_page_up()
        assert (listing.current, listing.max_scroll_y) == (None, 0)
