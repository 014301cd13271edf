"""The list of everyone, by keys."""

from pathlib import Path

from core.articles.texts import plain_article
from core.library import Library
from tests.tui.screens.shelf import Shelf, opened


async def test_from_sources_and_months_one_step_back_leads_to_the_people(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.add(plain_article("Der Deich hält\n\nImke Brodersen prüfte ihn.\n", "deich.txt"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article")
        await shelf.press("p")
        await shelf.shows("ACTORS")
        await shelf.press("z")
        await shelf.shows("SOURCES")
        await shelf.press("escape")
        await shelf.shows("ACTORS")
        await shelf.press("escape")
        await shelf.shows("LIBRARY")
