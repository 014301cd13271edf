"""Show the state in the text, the minimap, the panels and the status line."""

from dataclasses import dataclass

from textual.widgets import Input

from tui.config.settings import Settings
from tui.model.lens import Kind, Target
from tui.model.marking import marks_for
from tui.model.reader_state import ReaderState
from tui.model.reading_modes import Way, bright
from tui.model.status_words import count_words, key_labels, status_keys, status_words
from tui.screens.reader.interface import Reader, Services
from tui.screens.reader.page import Page
from tui.widgets.actors import ActorsPanel
from tui.widgets.minimap import legend
from tui.widgets.notes import NotesPanel
from tui.widgets.panel import Panel
from tui.widgets.quotes import QuotesPanel
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine


@dataclass(frozen=True)
class Furniture:
    """What comes to the page after the first paint."""

    actors: ActorsPanel
    quotes: QuotesPanel
    notes: NotesPanel
    search_line: SearchLine

    @classmethod
    def new(cls, settings: Settings) -> "Furniture":
        """Empty panels, sorted as the settings want it."""
        actors = ActorsPanel(id="actors", by=settings.actors_by)
        quotes = QuotesPanel(id="quotes", by=settings.quotes_by)
        return cls(actors, quotes, NotesPanel(id="notes"), SearchLine())

    @property
    def is_there(self) -> bool:
        """Whether all parts were mounted with what they consist of: on a screen that is being closed they are not."""
        return all(part.is_attached and part.children for part in (*self.panels.values(), self.search_line))

    @property
    def panels(self) -> dict[str, Panel]:
        """The panels by name, from the top."""
        return {"actors": self.actors, "quotes": self.quotes, "notes": self.notes}


class Presenter:
    """Updates the widgets to match the state. It changes nothing else."""

    def __init__(
        self, reader: Reader, page: Page, furniture: Furniture, status: StatusLine, services: Services
    ) -> None:
        self._reader = reader
        self._page = page
        self._furniture = furniture
        self._status = status
        self._own = services.own
        self._walked = services.walk.words if services.walk is not None else ""
        self._counts = ""
        """What there is to step through, in words."""
        self._followed: Target | None = None
        """The target that the panels show."""
        self._is_status_due = False

    def show_analysis(self) -> None:
        """Mark names and quotes, and fill the panels."""
        state = self._reader.state
        article = state.article
        actors, quotes = self._furniture.actors, self._furniture.quotes
        actors.show_actors(state.analysis, len(article.text), article.repeated, in_part=state.in_part)
        quotes.show_quotes(state.analysis, article.text, in_part=state.in_part)
        self._counts = count_words(state)
        self.show_marks()

    def show_annotations(self) -> None:
        """Show the user's own marks in text and panel."""
        state = self._reader.state
        self._furniture.notes.show_annotations(state.annotations, self._own)
        self._counts = count_words(state)
        self.show_marks()

    def show_marks(self) -> None:
        """Mark findings, annotations and search hits, as far as the reading mode shows them."""
        state, view = self._reader.state, self._page.view
        marks = marks_for(state.analysis, state.annotations, state.lens, clean=state.reading.way is Way.CLEAN)
        view.set_marks(marks)
        view.bright = bright(state.reading, state.article, state.analysis)
        self._page.minimap.show_marks(marks)
        self.show_status()

    def show_target(self) -> None:
        """Show the target in the text; panels and strip follow with the status."""
        state = self._reader.state
        target, quote = state.target, state.target_quote
        cue = quote.cue.spans if quote and quote.cue else ()
        speaker = quote.speaker.spans if quote and quote.speaker else ()
        self._page.view.set_target(target.spans if target else None, cue, speaker)
        self.show_status()

    def show_status(self) -> None:
        """Update everything around the text after the text itself, where the user is looking, has been painted."""
        if not self._is_status_due:
            self._is_status_due = True
            self._page.screen.call_after_refresh(self._write_status)

    def _write_status(self) -> None:
        """Show the position and the keys that are useful now in the status line."""
        self._is_status_due = False
        if not self._page.is_attached:
            return
        state, position = self._reader.state, self._reader.position
        if self._followed is not state.target:
            self._followed = state.target
            self._follow(state)
        typing = isinstance(self._page.screen.focused, Input)
        self._status.labels = key_labels(state, position)
        self._status.keys = status_keys(state, position, typing=typing)
        self._status.words = status_words(state, position, self._overview)
        self._status.whole = position.part == "map"
        if self._status.whole:
            chosen = state.target is not None or position.selection is not None
            self._status.words = f"{self._status.words} · {legend()}" if chosen else legend()

    def _overview(self, state: ReaderState) -> str:
        """Which article of a list it is, what there is to step through, and how much has been read."""
        parts = (
            self._walked,
            self._counts or state.article.title,
            f"{round(self._page.view.progress * 100)} %",
        )
        return " · ".join(filter(None, parts))

    def _follow(self, state: ReaderState) -> None:
        """Show the target in its panel and on the strip."""
        target = state.target
        self._page.minimap.target = target.start if target is not None and target.is_placed else None
        for panel in self._furniture.panels.values():
            panel.follow(None)
        if target is None:
            return
        if target.kind is Kind.QUOTES:
            self._furniture.quotes.follow(target.id)
        elif target.kind is Kind.MARKS:
            self._furniture.notes.follow(target.id)
        elif (mention := state.target_mention) is not None:
            self._furniture.actors.follow(mention.actor)
