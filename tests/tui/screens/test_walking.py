"""From article to article: through the library's list, what was chosen, what was found, and what was named."""

from core.articles.texts import plain_article
from core.library import Library
from tests.tui.screens.test_library_screens import Shelf, library, opened
from tui.model.walk import Walk
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen

__all__ = ["library"]


async def test_what_is_listed_is_walked_forward_and_back(library: Library) -> None:
    app, run = opened(library)

    def at(words: str) -> bool:
        reader = app.screen
        return isinstance(reader, ReaderScreen) and reader.furnished and reader.status.words.startswith(words)

    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("enter")
        await shelf.until(lambda: at("1 of 2"))
        first = app.screen.article
        await shelf.press("right_parenthesis")
        await shelf.until(lambda: at("2 of 2"))
        assert app.screen.article != first
        await shelf.press("right_parenthesis")
        await shelf.until(lambda: app.screen.told == "the last one")
        await shelf.press("underscore")
        await shelf.until(lambda: app.screen.told.startswith("this article: "))
        assert "reads the next one" not in app.screen.told
        await shelf.press("left_parenthesis")
        await shelf.until(lambda: at("1 of 2"))
        assert app.screen.article == first
        await shelf.press("left_parenthesis")
        await shelf.until(lambda: app.screen.told == "the first one")
        await shelf.press("q")
        await shelf.at(LibraryScreen)


async def test_what_was_chosen_or_found_is_walked_alone(library: Library) -> None:
    for number in range(3):
        library.add(plain_article(f"Nummer {number}\n\nDie Fähre {number} kam.\n", f"{number}.txt"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("5 articles")
        await shelf.press("v", "v", "g", "enter")
        await shelf.until(lambda: isinstance(app.screen, ReaderScreen) and app.screen.furnished)
        await shelf.until(lambda: app.screen.status.words.startswith("1 of 2"))
        await shelf.press("q")
        await shelf.at(LibraryScreen)
        await shelf.press("escape", "slash", *"fähre")
        await shelf.shows("3 found")
        await shelf.press("enter", "j", "enter")
        await shelf.until(lambda: isinstance(app.screen, ReaderScreen) and app.screen.furnished)
        assert app.screen.services.walk.words == "2 of 3"


async def test_what_was_named_is_walked_and_leaving_leaves(library: Library, tmp_path) -> None:
    names = [str(tmp_path / f"{number}.txt") for number in range(3)]
    for name in (names[0], names[2]):
        (tmp_path / name).write_text(f"Text {name}\n\nEin Satz steht hier.\n", "utf-8")
    app, run = opened(library, source=names[0], walk=Walk(names))

    def at(words: str) -> bool:
        reader = app.screen
        return isinstance(reader, ReaderScreen) and reader.furnished and reader.status.words.startswith(words)

    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.until(lambda: at("1 of 3"))
        await shelf.press("right_parenthesis")
        await shelf.shows("This cannot be opened.")
        await shelf.press("right_parenthesis")
        await shelf.until(lambda: at("3 of 3"))
        await shelf.press("q")
        await shelf.until(lambda: app.return_code == 0)


async def test_leaving_leads_to_the_article_that_was_read_last(library: Library) -> None:
    """What is done next must not meet the article that reading began with."""
    for number in range(3):
        library.add(plain_article(f"Nummer {number}\n\nDie Fähre {number} kam.\n", f"{number}.txt"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("5 articles")
        await shelf.press("enter")
        for place in ("2 of 5", "3 of 5"):
            await shelf.until(lambda: isinstance(app.screen, ReaderScreen) and app.screen.furnished)
            await shelf.press("right_parenthesis")
            await shelf.until(lambda words=place: app.screen.status.words.startswith(words))
        last = app.screen.article.key
        await shelf.press("q")
        await shelf.at(LibraryScreen)
        await shelf.until(lambda: app.screen.record is not None and app.screen.record.key == last)


async def test_leaving_leads_to_what_was_found_in_the_article_that_was_read_last(library: Library) -> None:
    for number in range(3):
        library.add(plain_article(f"Nummer {number}\n\nDie Fähre {number} kam.\n", f"{number}.txt"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.press("slash", *"fähre")
        await shelf.shows("3 found")
        await shelf.press("enter", "enter")
        await shelf.until(lambda: isinstance(app.screen, ReaderScreen) and app.screen.furnished)
        await shelf.press("right_parenthesis")
        await shelf.until(lambda: app.screen.status.words.startswith("2 of 3"))
        last = app.screen.article.key
        await shelf.press("q")
        await shelf.at(LibraryScreen)
        await shelf.until(lambda: app.screen.hit is not None and app.screen.hit.article.key == last)


async def test_from_an_article_opened_by_itself_there_is_a_way_back(library: Library, tmp_path) -> None:
    for number in range(2):
        library.add(plain_article(f"Nummer {number}\n\nDie Fähre {number} kam.\n", f"{number}.txt"))
    path = tmp_path / "allein.txt"
    path.write_text("Allein gekommen\n\nEin Satz steht hier.\n", "utf-8")
    app, run = opened(library, source=str(path))

    def at(title: str) -> bool:
        reader = app.screen
        return (
            isinstance(reader, ReaderScreen) and reader.furnished and reader.article.title.startswith(title)
        )

    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.until(lambda: at("Allein"))
        await shelf.press("left_parenthesis")
        await shelf.until(lambda: app.screen.told == "there is none before")
        await shelf.press("right_parenthesis")
        await shelf.until(lambda: at("Nummer"))
        first = app.screen.article
        await shelf.press("right_parenthesis")
        await shelf.until(lambda: at("Nummer") and app.screen.article != first)
        await shelf.press("left_parenthesis")
        await shelf.until(lambda: at("Nummer") and app.screen.article == first)
        await shelf.press("left_parenthesis")
        await shelf.until(lambda: at("Allein"))
        await shelf.press("left_parenthesis")
        await shelf.until(lambda: app.screen.told == "there is none before")
