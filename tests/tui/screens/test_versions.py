"""What the reader says of versions."""

from core.library import Library
from tests.tui.screens.test_library_screens import NEW, Shelf, library, opened
from tui.screens.reader import ReaderScreen

__all__ = ["library"]


async def test_the_last_version_does_not_say_which_one_it_is(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 versions")
        await shelf.press("j", "enter")
        await shelf.at(ReaderScreen)
        await shelf.until(lambda: app.screen.furnished and app.screen.annotations)
        assert app.screen.article == NEW
        assert "EARLIER" not in shelf.page
