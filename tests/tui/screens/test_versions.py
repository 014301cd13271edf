"""What the reader says of versions, and of what another window does."""

from core.library import Library
from tests.tui.screens.test_library_screens import NEW, Shelf, library, on, opened
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


async def test_a_mark_made_in_another_window_is_shown(library: Library, tmp_path) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 versions")
        await shelf.press("j", "enter")
        await shelf.at(ReaderScreen)
        await shelf.until(lambda: app.screen.furnished and app.screen.annotations)
        before = len(app.screen.annotations)
        other = Library(tmp_path / "library", tmp_path / "cache")
        made = other.save(NEW, on(NEW, "Am Sonntag ist Pause.", ("anderswo",)))
        app.screen.look_again()
        await shelf.until(lambda: len(app.screen.annotations) == before + 1)
        assert app.screen.told == "marks were changed elsewhere"
        other.delete(NEW, made.id)
        app.screen.look_again()
        await shelf.until(lambda: len(app.screen.annotations) == before)
        await shelf.press("v", "v", "l", "t", *"eigen", "enter")
        await shelf.until(lambda: len(app.screen.annotations) == before + 1)
        kept = app.screen.annotations
        app.screen.look_again()
        await shelf.until(lambda: not [each for each in app.screen.workers if each.group == "looking"])
        assert app.screen.annotations is kept, "what was made here is not told of"
