"""A reader without a screen, for its controllers."""

import asyncio
from dataclasses import dataclass, field

from tests.tui.sample import ANALYSIS, ARTICLE, Memory, analyze_at_once
from tui.config.settings import Preferences
from tui.model.reader_state import Position, ReaderState
from tui.model.standing import standing
from tui.screens.reader.interface import Services
from tui.services.drafts import Drafts


def services(memory=None):
    preferences = Preferences(None)
    return Services(
        memory or Memory(),
        analyze_at_once,
        lambda language: ANALYSIS.pipeline,
        None,
        {},
        preferences,
        preferences.keep,
        Drafts(None, ARTICLE.key),
    )


@dataclass
class FakeView:
    top_offset: int = 0
    selected_text: str = ""
    revealed: list = field(default_factory=list)

    def reveal(self, start, end):
        self.revealed.append((start, end))
        self.top_offset = start

    def select(self, start, end):
        self.selected_text = ARTICLE.text[start:end]

    def clear_selection(self):
        self.selected_text = ""


@dataclass
class FakeWorker:
    task: asyncio.Task

    async def wait(self):
        return await self.task


@dataclass
class FakeDesk:
    is_active: bool = True
    said: list = field(default_factory=list)
    opened: list = field(default_factory=list)
    answers: list = field(default_factory=list)
    """What the sheets that are asked for give, one after the other."""
    _tasks: list = field(default_factory=list)

    def say(self, sentence, severity="information"):
        self.said.append(sentence)

    def open(self, screen, taken=None):
        self.opened.append(screen)

    async def ask(self, sheet):
        self.opened.append(sheet)
        for each in vars(sheet).values():
            if asyncio.iscoroutine(each):
                each.close()  # What it would show is not looked at.
        return self.answers.pop(0)

    def begin(self, work, group="default", *, exclusive=False):
        self._tasks.append(asyncio.ensure_future(work))
        return FakeWorker(self._tasks[-1])

    async def saved(self):
        pass

    async def done(self):
        """Wait until nothing is under way any more."""
        while any(not task.done() for task in self._tasks):
            await asyncio.gather(*self._tasks)


@dataclass
class FakeReader:
    state: ReaderState = field(default_factory=lambda: ReaderState(ARTICLE, ANALYSIS))
    position: Position = field(default_factory=lambda: Position(sight=(0, len(ARTICLE.text))))
    view: FakeView = field(default_factory=FakeView)
    desk: FakeDesk = field(default_factory=FakeDesk)
    told: str = ""
    doing: str = ""

    @property
    def here(self):
        return standing(self.state, self.position)

    def show(self, state):
        self.state = state

    def tell_lack(self, words):
        self.told = words

    def focus_text(self):
        self.position = Position(sight=self.position.sight)
