"""The library on the screen as tests see it."""

from textual.pilot import Pilot

from core.library import Library
from tests.tui.rest import until
from tests.tui.sample import analyze_at_once
from tui.app import LesartApp


class Shelf:
    """The library on the screen as tests see it."""

    def __init__(self, pilot: Pilot[None], app: LesartApp) -> None:
        self.pilot, self.app = pilot, app

    @property
    def page(self) -> str:
        screen = self.app.screen
        return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips(self.app.size))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, done) -> None:
        await self.pilot.pause(0.01)
        await until(self.pilot, done, lambda: self.page)

    async def shows(self, words: str) -> None:
        await self.until(lambda: words in self.page)

    async def at(self, screen: type) -> None:
        await self.until(lambda: isinstance(self.app.screen, screen))


def opened(library: Library, size: tuple[int, int] = (100, 30), **more):
    app = LesartApp(None, library, analyze=analyze_at_once, pipeline=lambda language: "hand-made-1", **more)
    return app, app.run_test(size=size, notifications=True)
