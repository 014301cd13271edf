"""Addresses and files named in the library, the screen one waits on for them, and reading an article anew."""

from core.articles import Article
from tests.tui.keys.scenes.library import opened, shelves
from tests.tui.keys.stage import Scene, Stage, typed
from tui.screens.opening import OpeningScreen

NAMED = (shelves, "library-other", typed("nirgends.txt"))


async def failed(stage: Stage) -> None:
    """What was named cannot be read."""
    await stage.until(
        lambda: isinstance(stage.app.screen, OpeningScreen) and stage.app.screen.trouble != "", "given up"
    )


async def file_comes(stage: Stage) -> None:
    """There is such a file after all."""
    path = stage.folder / "nirgends.txt"
    path.write_text(
        "Doch gefunden\n\nDer Zettel lag unter dem Kran, und niemand hatte ihn vermisst.\n", "utf-8"
    )


async def source_is_unchanged(stage: Stage) -> None:
    """The article's source gives the same article again."""

    async def read(source: str) -> Article:
        return stage.reader.article

    stage.reader.read = read


SCENES = (
    Scene("library-other", lambda s: s.title == "Open" and s.typing == "", (shelves,)),
    Scene("open-read", lambda s: s.top == "OpeningScreen" and "nirgends.txt" in s.page, NAMED),
    Scene("open-leave", lambda s: s.top == "LibraryScreen", NAMED),
    Scene("opening-again", lambda s: opened(s, "Doch gefunden"), (*NAMED, "open-read", failed, file_comes)),
    Scene("opening-leave", lambda s: s.top == "LibraryScreen", (*NAMED, "open-read", failed)),
    Scene("opening-keys", lambda s: s.title.startswith("Keys in "), (*NAMED, "open-read", failed)),
    Scene("update", lambda s: s.told == "unchanged", (source_is_unchanged,)),
)
