"""What the controllers of the reader need of the screen, and what the screen is given by the program."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import Worker

from tui.config.settings import Preferences
from tui.keymap import Keys
from tui.services.apart import Analyze, Read
from tui.services.drafts import Drafts
from tui.services.keeping import Archive

if TYPE_CHECKING:
    from tui.model.reader_state import Position, ReaderState

Result = TypeVar("Result")


@dataclass(slots=True)
class Services:
    """What the reader works with."""

    archive: Archive
    analyze: Analyze
    pipeline: Callable[[str], str]
    """Names what would analyse a text in a language."""
    read: Read
    own: Keys
    """The user's own keys."""
    preferences: Preferences
    remember: Callable[..., None]
    """Changes settings, now and for the next start."""
    drafts: Drafts


class View(Protocol):
    """The text, as far as controllers move it and select in it."""

    top_offset: int

    @property
    def selected_text(self) -> str:
        """The words selected; empty without a selection."""

    def reveal(self, start: int, end: int) -> None:
        """Scroll just as far as it takes to show a passage."""

    def select(self, start: int, end: int) -> None:
        """Select a passage."""

    def clear_selection(self) -> None:
        """Drop the selection."""


class Desk(Protocol):
    """Somebody to be told and asked, and work behind the screen."""

    @property
    def is_active(self) -> bool:
        """Whether nothing was opened on top of the screen."""

    def say(self, sentence: str, severity: SeverityLevel = "information") -> None:
        """Say a sentence in the corner of the screen."""

    def open(self, screen: Screen[Result], taken: Callable[[Result | None], None] | None = None) -> None:
        """Open a screen or sheet at once, and call `taken` with its result."""

    async def ask(self, sheet: Screen[Result]) -> Result:
        """Open a sheet and wait for its result; in work that was begun by `begin`."""

    def begin(
        self, work: Coroutine[Any, Any, None], group: str = "default", *, exclusive: bool = False
    ) -> Worker[None]:
        """Do something behind the screen. Work of the group "keeping" is waited for by `saved`."""

    async def saved(self) -> None:
        """Wait until every change asked for is on disk or has failed, and what is shown is up to date."""

    def post_message(self, message: Message) -> None:
        """Tell the program something."""

    def exit(self) -> None:
        """Leave the program."""

    def close(self) -> None:
        """Leave the screen for the one it was opened from; where there is none, the program."""


class Reader(Protocol):
    """The screen as its controllers see it: a state to be read and replaced."""

    told: str
    """What the line at the foot says until the next step."""
    doing: str
    """What it says goes on meanwhile."""

    @property
    def desk(self) -> Desk:
        """Whom to tell and to ask."""

    @property
    def view(self) -> View:
        """The text."""

    @property
    def state(self) -> ReaderState:
        """What is known and shown now."""

    @property
    def position(self) -> Position:
        """Where one is on the page now."""

    def show(self, state: ReaderState) -> None:
        """Replace the state; what shows it follows."""

    def focus_text(self) -> None:
        """Go back into the text."""
