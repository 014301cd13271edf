"""What was removed from the screen is gone: a reader left open for weeks needs no more memory each day."""

import gc
from weakref import ref

from textual._styles_cache import StylesCache
from textual.widget import Widget

from tui.screens.sheets.note import NoteArea

ROUNDS = 6
LAST = 2
"""How many of what was opened last may still be known to a task that has not ended."""


async def test_sheets_and_editors_that_were_closed_are_forgotten(reading):
    async with reading() as reader:
        editors: list[ref[NoteArea]] = []
        await reader.press("c")
        for _ in range(ROUNDS):
            await reader.press("m")
            editors.append(ref(reader.app.screen.query_one(NoteArea)))
            await reader.press("escape")
            await reader.press("I", "escape")
            await reader.press("question_mark", "escape")
        assert await forgotten(reader, lambda: sum(editor() is not None for editor in editors) <= LAST)
        assert await forgotten(reader, lambda: not ownerless())


async def forgotten(reader, is_so) -> bool:
    """Whether it is so, once tasks that end at their own pace have ended."""
    for _ in range(50):
        gc.collect()
        if is_so():
            return True
        await reader.pilot.pause(0.05)
    return False


def ownerless() -> set[int]:
    """Caches of lines whose widgets are gone."""
    objects = gc.get_objects()
    caches = {id(each) for each in objects if isinstance(each, StylesCache)}
    return caches - {id(each._styles_cache) for each in objects if isinstance(each, Widget)}
