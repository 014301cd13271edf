"""`python -m tests.screenshots`: the picture in the README, drawn by the program itself from the bundled article."""

import asyncio
import os
import tempfile
from pathlib import Path

from core.annotations import Anchor, Annotation
from core.articles.sources import read_article
from core.library import Library
from core.locations import ASSETS
from tui.app import LesartApp
from tui.screens.reader import ReaderScreen

FOLDER = ASSETS / "screenshots"
ARTICLE = ASSETS / "samples" / "hafenkoenigin.txt"
SIZE = (120, 40)


async def main() -> None:
    """Draw the reader with a quote chosen and marks of its own."""
    os.environ.pop("NO_COLOR", None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        article = read_article(str(ARTICLE))
        library = Library(Path(folder) / "library", Path(folder) / "cache")
        library.open_article(article)
        for words, tags, note in (
            ("„Abschied in Würde“", ("angebot",), "Wer hat das zuerst gemeldet?"),
            ("Lissabon", ("exil",), ""),
        ):
            start = article.text.index(words)
            library.save(
                article, Annotation.new(Anchor.of(article.text, start, start + len(words)), tags, note)
            )
        app = LesartApp(article, library, config=Path(folder) / "config")
        async with app.run_test(size=SIZE) as pilot:
            while not (isinstance(app.screen, ReaderScreen) and app.screen.analysis):
                await pilot.pause(0.1)
            await pilot.press("c", "c", "c", "c", "c")
            await pilot.pause()
            app.save_screenshot("reader.svg", path=str(FOLDER))


if __name__ == "__main__":
    asyncio.run(main())
