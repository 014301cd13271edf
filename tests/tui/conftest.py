"""The reader with a small article, driven by keys."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.notifications import Notification
from textual.pilot import Pilot

from core.analysis import Analysis
from core.articles import Article
from tests.tui.frames import draw, draw_later
from tests.tui.rest import all_handled, rest, rest_undrawn, until
from tests.tui.sample import ARTICLE, Memory, analyze_at_once
from tests.tui.strips import make_strips_cheap
from tests.tui.stylesheets import parse_once, remembered
from tui.app import LesartApp
from tui.screens.reader import ReaderScreen

HOUR = 3600.0

make_strips_cheap()


@pytest.fixture(autouse=True)
def _by_what_is_left_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilots wait for the program, not for the processor."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", rest)
    monkeypatch.setattr("textual.app.wait_for_idle", rest_undrawn)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no test is about costs little: frames nobody sees, parsing style sheets, asking who is at rest."""
    monkeypatch.setattr(Compositor, "render_update", draw_later)
    monkeypatch.setattr(Pilot, "_wait_for_screen", all_handled)
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)
    monkeypatch.setattr("tui.lean_styles.Memory", remembered)


@pytest.fixture(autouse=True)
def _told_until_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said in the corner of the screen stays, however slow the machine is, unless the program takes it back."""
    monkeypatch.setattr(Notification, "time_left", property(lambda said: HOUR if said.timeout else 0.0))


@pytest.fixture
def every_frame(_quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every frame is drawn, as before a terminal."""
    monkeypatch.setattr(Compositor, "render_update", draw)


class Reader:
    """The running reader as tests see it: keys go in, state is looked at."""

    def __init__(self, pilot: Pilot[None], app: LesartApp, memory: Memory) -> None:
        self.pilot, self.app, self.memory = pilot, app, memory

    @property
    def screen(self) -> ReaderScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReaderScreen))

    async def press(self, *keys: str) -> None:
        """Press the keys and wait until everything they set going is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, words: str) -> None:
        await self.press(*words)

    async def settle(self) -> None:
        await self.pilot.pause()
        await self.screen.desk.saved()
        await self.pilot.pause()

    async def until(self, done: Callable[[], object]) -> None:
        """Wait until something is so, however busy the machine is, and until all that goes with it is done."""
        await until(self.pilot, done, lambda: f"{self.app.screen}, “{self.state}”, said {self.said}")

    @property
    def words(self) -> str:
        return self.screen.status.words

    @property
    def state(self) -> str:
        return self.screen.status.told or self.screen.status.doing

    @property
    def said(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    @property
    def at(self) -> str:
        """The words of the target."""
        target = self.screen.target
        assert target is not None, "there is no target"
        return self.screen.article.text[slice(*target.spans[0])]


Opener = Callable[..., "AsyncIterator[Reader]"]


@pytest.fixture
def reading():
    """Opens the reader: `async with reading(memory, size=…) as reader`."""

    @asynccontextmanager
    async def opener(
        memory: Memory | None = None,
        *,
        size: tuple[int, int] = (120, 40),
        analyze: Callable[[Article], Awaitable[Analysis]] = analyze_at_once,
        article: Article = ARTICLE,
        config: Path | None = None,
        exports: Path = Path(),
        pipeline: Callable[[str], str] = lambda language: "hand-made-1",
    ) -> AsyncIterator[Reader]:
        memory = memory or Memory()
        app = LesartApp(article, memory, analyze=analyze, pipeline=pipeline, config=config, exports=exports)
        async with app.run_test(size=size, notifications=True) as pilot:
            reader = Reader(pilot, app, memory)
            await pilot.pause()
            is_read = analyze is analyze_at_once
            await reader.until(
                lambda: reader.screen.furnished and (reader.screen.analysis is not None or not is_read)
            )
            await pilot.pause()
            yield reader

    return opener
