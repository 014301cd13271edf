"""The interface between the reader's controllers and the screen, and the services the program provides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.library import Library
from core.text.spans import Span
from tui.config.settings import Preferences
from tui.keymap import Keys
from tui.model.walk import Walk
from tui.screens.desk import Desk
from tui.services.apart import Analyze, Read
from tui.services.drafts import Drafts

if TYPE_CHECKING:
    from tui.model.reader_state import Position, ReaderState
    from tui.model.standing import Standing


Found = tuple[str, tuple[Span, ...]]
"""Words that were found in an article, and their places in it."""


@dataclass(slots=True)
class Services:
    """The services the reader uses."""

    archive: Library
    analyze: Analyze
    pipeline: Callable[[str], str]
    """Returns the name of the pipeline for a language."""
    read: Read
    own: Keys
    """The user's own keys."""
    preferences: Preferences
    remember: Callable[..., None]
    """Changes settings, now and for the next start."""
    drafts: Drafts
    exports: Path = Path()
    """The folder for what is written for other programs."""
    walk: Walk | None = None
    """The list that the article is read in."""


class View(Protocol):
    """The text, as far as controllers move it and select in it."""

    top_offset: int

    @property
    def visible_span(self) -> Span:
        """The stretch of text that is visible."""

    @property
    def selected_text(self) -> str:
        """The words selected; empty without a selection."""

    def reveal(self, start: int, end: int) -> None:
        """Scroll just as far as it takes to show a passage."""

    def select(self, start: int, end: int) -> None:
        """Select a passage."""

    def clear_selection(self) -> None:
        """Drop the selection."""


class Reader(Protocol):
    """The screen as the controllers see it: a state that they read and replace."""

    told: str
    """The message in the status line until the next step."""
    doing: str
    """The words in the status line for what is going on."""

    @property
    def desk(self) -> Desk:
        """Shows messages, opens screens, asks the user and runs background work."""

    @property
    def view(self) -> View:
        """The text."""

    @property
    def state(self) -> ReaderState:
        """What is known and shown now."""

    @property
    def position(self) -> Position:
        """Where one is on the page now."""

    @property
    def here(self) -> Standing:
        """What the keys act on now."""

    def show(self, state: ReaderState) -> None:
        """Replace the state; what shows it follows."""

    def tell_lack(self, words: str) -> None:
        """Say that something is not there, until a further analysis may have brought it."""

    def focus_text(self) -> None:
        """Go back into the text."""
