"""The library narrowed to a source, a tag or a speaker: driven by keys."""

from pathlib import Path

from core.articles.texts import plain_article
from core.library import Library
from tests.tui.screens.test_library_screens import Shelf, library, opened
from tui.screens.library import LibraryScreen
from tui.screens.lists.tag_list import TagListScreen
from tui.screens.sheets.open import OpenDialog

__all__ = ["library"]


async def test_the_list_is_narrowed_by_what_there_is_and_comes_back(library: Library) -> None:
    app, run = opened(library, (120, 30))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("L")
        await shelf.shows("Only articles with …")
        await shelf.shows("hafen.txt  source · 1 article")
        await shelf.press(*"reed")
        await shelf.shows("#hafen/reeder  tag · 1 article")
        await shelf.press("enter")
        await shelf.shows("#hafen/reeder · by day")
        await shelf.until(lambda: "deich.txt" not in shelf.page)
        # The marks that have it stand beside the article.
        await shelf.shows("● “Der Reeder will lange")
        # Beside that, what was narrowed can be narrowed further, or by nothing again.
        await shelf.press("f")
        await shelf.shows("Nothing is new here.")
        await shelf.press("L")
        await shelf.shows("all tags again, and articles without")
        await shelf.press("1", "escape")
        await shelf.until(lambda: "#hafen/reeder" not in shelf.page and "deich.txt" in shelf.page)


async def test_new_articles_are_counted_among_those_that_are_listed(library: Library) -> None:
    library.add(plain_article("Am Deich\n\nDie Schafe sind da.\n", "deich.txt"))
    library.add(plain_article("Am Wehr\n\nDie Fische sind da.\n", "wehr.txt"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("4 articles · 2 new")
        await shelf.press("slash", *"source:wehr", "enter")
        await shelf.until(lambda: app.screen.status.words == "1 article · 1 new")
        await shelf.press("escape", "slash", *"source:hafen", "enter")
        await shelf.until(lambda: app.screen.status.words == "1 article")
        await shelf.press("escape", "f", "f")
        await shelf.until(lambda: app.screen.status.words == "2 articles")
        await shelf.shows("begun · by day")


async def test_a_search_stays_within_what_the_list_is_narrowed_to(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("L", *"deich")
        await shelf.shows("deich.txt  source · 1 article")
        await shelf.press("enter")
        await shelf.shows("deich.txt · by day")
        await shelf.press("slash", *"kräne", "enter")
        await shelf.shows("Nothing found.")
        await shelf.press("escape")
        await shelf.shows("deich.txt · by day")
        await shelf.press("escape")
        await shelf.shows("2 articles")
        await shelf.press("slash", *"source:hafen", "enter")
        await shelf.shows("source:hafen · by day")
        await shelf.until(lambda: "deich.txt" not in shelf.page)


async def test_where_nothing_fits_what_is_typed_that_is_said(library: Library) -> None:
    app, run = opened(library, (120, 30))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("L")
        await shelf.shows("Only articles with …")
        await shelf.press(*"xyz")
        await shelf.shows("nothing found")
        await shelf.press("enter", "escape")
        await shelf.shows("2 articles")


async def test_from_the_articles_of_a_tag_esc_leads_back_to_the_tags(library: Library) -> None:
    app, run = opened(library, (120, 30))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("T")
        await shelf.shows("/reeder")
        await shelf.shows("2 tags")
        await shelf.press("G", "enter")
        await shelf.at(LibraryScreen)
        await shelf.press("escape")
        await shelf.at(TagListScreen)
        await shelf.press("escape")
        await shelf.at(LibraryScreen)
        await shelf.shows("2 articles")


async def test_a_search_begun_anew_does_not_say_what_the_last_one_found(library: Library) -> None:
    app, run = opened(library, (120, 30))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("slash", *"deich")
        await shelf.shows("1 found")
        await shelf.press("escape")
        await shelf.shows("2 articles")
        await shelf.press("slash")
        await shelf.until(lambda: "1 found" not in shelf.page)


async def test_tab_says_how_a_path_may_go_on(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "texte"
    (folder / "alt").mkdir(parents=True)
    (folder / "eins.txt").write_text("Kurz.", encoding="utf-8")
    app, run = opened(library, (120, 30))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("o")
        await shelf.at(OpenDialog)
        app.screen.typed.value = f"{folder}/"
        await shelf.press("tab")
        await shelf.shows("alt/ · eins.txt")
        assert app.screen.typed.value == f"{folder}/"
        await shelf.press("e", "tab")
        await shelf.shows("the address of an article")
        assert app.screen.typed.value == f"{folder}/eins.txt"
