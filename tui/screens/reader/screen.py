"""The reader: the article, and beside it who acts, who said what, and what is one's own."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from tui.keymap import bindings, key
from tui.model.lens import Kind, Lens, Target
from tui.model.reading_modes import Reading, Way, bright, reading_words
from tui.notify import say
from tui.screens.reader.arranging import HEIGHTS, WIDTHS, Arranging
from tui.screens.reader.cards import Cards
from tui.screens.reader.copying import Copying
from tui.screens.reader.correcting import marks_among
from tui.screens.reader.exporting import Exporting
from tui.screens.reader.looking import Looking
from tui.screens.reader.state import ReaderState
from tui.screens.reader.touring import Touring
from tui.screens.reader.versioning import Versioning
from tui.widgets.article import ArticleView
from tui.widgets.minimap import Minimap
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual.command import Provider

    from core.analysis import Analysis
    from core.annotations.anchoring import Placed

SHOWN = 400
"""Characters of a selection that the status line has any use for."""

REST = 1.0
"""Seconds the text has to lie still before the reading position is kept."""

KEYS_TEXT = ("search", "note", "tag", "next-target", "keys")
KEYS_MARK = ("delete", "edit", "tag", "next-target", "keys")
KEYS_SELECTION = ("leave-target", "copy-cited", "note", "highlight", "tag", "keys")
KEYS_PANEL = ("list-filter", "list-show", "list-go", "list-leave", "keys")
KEYS_FILTER = ("filter-leave", "filter-keep")
KEYS_MAP = ("map-on", "map-stay", "map-leave", "keys")


def _commands() -> type[Provider]:
    """The palette's commands, imported when it is opened first."""
    from tui.commands import Commands

    return Commands


class Page(Horizontal):
    """The text and what stands beside it."""

    BLANK = True  # What is in it covers it, so that it need not be drawn itself.


class TextColumn(Vertical):
    """The text and the keys that hold in it."""

    BLANK = True  # as above
    BINDINGS: ClassVar[list[BindingType]] = bindings("text")


class ReaderScreen(Touring, Looking, Copying, Exporting, Cards, Versioning, Arranging, ReaderState):
    """One article, read and marked."""

    BLANK = True  # as above

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    HORIZONTAL_BREAKPOINTS = [*WIDTHS]  # noqa: RUF012 - Textual declares it as belonging to an instance
    VERTICAL_BREAKPOINTS = [*HEIGHTS]  # noqa: RUF012 - as above
    AUTO_FOCUS = "ArticleView"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    class Furnished(Message):
        """Everything is there that a key may need."""

    _resting: Timer | None = None
    _is_status_due = False
    _followed: Target | None = None
    """The target that the panels show."""
    _counts = ""
    """What there is to step through, in words."""

    def compose(self) -> ComposeResult:
        """What the first paint shows: the text, the room for the side column, one line at the foot."""
        with Page(id="page"):
            with TextColumn(id="text"):
                view = ArticleView(self.article)
                self.set_up(view)
                view.top_offset = self.archive.position(self.article)
                yield view
            minimap, side = Minimap(len(self.article.text), id="map"), Vertical(id="side")
            self.part(self.app.size.width, view, side, minimap)
            yield minimap
            yield side
        status = StatusLine()
        status.own = self.own
        yield status

    def on_mount(self) -> None:
        """Let the text be painted before anything else is done."""
        self._show_status()
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Put the panels into their column, and begin to read what belongs into them; no more, once one has left."""
        from tui.widgets.actors import ActorsPanel
        from tui.widgets.notes import NotesPanel
        from tui.widgets.quotes import QuotesPanel
        from tui.widgets.search import SearchLine

        settings = self.preferences.now
        self.actors = ActorsPanel(id="actors", by=settings.actors_by)
        self.quotes = QuotesPanel(id="quotes", by=settings.quotes_by)
        self.notes = NotesPanel(id="notes")
        self.search_line = SearchLine()
        if self not in self.app.screen_stack:
            return
        await self.query_one("#side").mount_all((self.actors, self.quotes, self.notes))
        if self not in self.app.screen_stack:
            return
        await self.mount(self.search_line, before=self.status)
        if self not in self.app.screen_stack:
            return
        self.furnished = True
        self.begin()
        self.watch_analysis(None)
        self.watch_annotations(())
        self.load()
        self.call_after_refresh(self.post_message, self.Furnished())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hold back the moment's keys that need what is not there yet."""
        return super().check_action(action, parameters) if self.furnished else action in ("quit", "daylight")

    # What was kept, and what is found

    @work(group="reading", exit_on_error=False)
    async def load(self) -> None:
        """Read what the library has on the article, then analyse it unless it has that as well."""
        from core.analyzer.in_child_process import AnalysisError
        from core.annotations.anchoring import How, place

        self.status.doing = "reading …"
        shelf = await to_thread(self.archive.open_article, self.article)
        self.annotations = await to_thread(place, marks_among(shelf.annotations), self.article.text)
        if self.drafts:
            say(self.app, self.drafts_told())
        for sentence in (*(damage.message for damage in shelf.damage), *filter(None, [shelf.warning])):
            say(self.app, sentence, "warning")
        if shelf.notice:
            hint = f"{key('versions', self.own)} shows the versions"
            if any(each.located and each.located.how is How.APPROXIMATE for each in self.annotations):
                hint += f", {key('confirm-place', self.own)} confirms a mark whose words changed"
            say(self.app, f"{shelf.notice} {hint}.")
        self.go_to_wanted()
        analysis = await to_thread(self.archive.cached_analysis, self.article, self.pipeline)
        if analysis is None:
            try:
                analysis = await self.analyze(self.article)
            except AnalysisError as error:
                self.status.doing = "not analysed"
                say(self.app, f"{error} The article can be read, tagged and noted all the same.", "error")
                return
            await to_thread(self.archive.keep_analysis, self.article, analysis)
        await self.take_up(analysis, shelf.annotations)
        self.status.doing = "" if analysis.names_read else f"no names: no model for “{analysis.language}”"

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        """Nothing that goes wrong behind the screen passes in silence."""
        if event.state is WorkerState.ERROR:
            self.status.doing = "not analysed" if event.worker.group == "reading" else ""
            say(self.app, f"Something went wrong: {event.worker.error!r}", "error")

    def watch_analysis(self, analysis: Analysis | None) -> None:
        """Light up names and quotes, and fill the panels."""
        self.actors.show_actors(analysis, len(self.article.text))
        self.quotes.show_quotes(analysis, self.article.text)
        if self.status.told == self._said_nothing:
            self.tell("")
        if self.reading.way is Way.ACTOR and analysis is not None and not analysis.actor(self.reading.actor):
            self.reading = Reading()  # A correction took the actor away whom one read for.
        self._renew()

    def watch_annotations(self, annotations: tuple[Placed, ...]) -> None:
        """Show the reader's own marks in text and panel."""
        self.notes.show_annotations(annotations, self.own)
        self._renew()

    def _renew(self) -> None:
        """Bring lens and target up to what is known now."""
        from tui.model.describe import counted

        self.lens = self.lens_of(self.lens.kind, self.lens.subject)
        if self.target is not None:
            self.target = self.lens.find(self.target.id)
        counts = [counted(len(self.annotations), Kind.MARKS)] if self.annotations else []
        if self.analysis is not None:
            kinds = (Kind.NAMES, Kind.QUOTES)
            counts = [counted(len(self.lens_of(kind).targets), kind) for kind in kinds] + counts
        self._counts = ", ".join(counts)
        self._mark()
        self._show_status()

    def watch_lens(self, before: Lens, lens: Lens) -> None:
        """Hits, dates and quantities are marked for as long as they are stepped through."""
        if {Kind.HITS, Kind.FIGURES} & {before.kind, lens.kind}:
            self._mark()
        self._show_status()

    def watch_reading(self) -> None:
        """Show the text as one reads it now."""
        self._mark()
        self._show_status()

    def _mark(self) -> None:
        from tui.model.marking import marks_for

        marks = marks_for(self.analysis, self.annotations, self.lens, clean=self.reading.way is Way.CLEAN)
        self.view.set_marks(marks)
        self.view.bright = bright(self.reading, self.article, self.analysis)
        self.minimap.show_marks(marks)

    def watch_target(self, target: Target | None) -> None:
        """Show the target in the text, then in its panel and in the status line."""
        quote = self.quote_of(target)
        if target is None:
            self.view.set_target(None)
        elif quote is not None:
            self.view.set_target(
                target.spans,
                quote.cue.spans if quote.cue else (),
                quote.speaker.spans if quote.speaker else (),
            )
        else:
            self.view.set_target(target.spans)
        self.status.told = ""
        self._show_status()

    def _follow(self) -> None:
        """Show the target in its panel and on the strip."""
        target = self.target
        self.minimap.target = target.start if target else None
        for panel in (self.actors, self.quotes, self.notes):
            panel.follow(None)
        if target is None:
            return
        if target.kind is Kind.QUOTES:
            self.quotes.follow(target.id)
        elif target.kind is Kind.MARKS:
            self.notes.follow(target.id)
        elif (mention := self.mention_of(target)) is not None:
            self.actors.follow(mention.actor)

    def _show_status(self) -> None:
        """Bring what stands around the text up to date, once the text itself is painted: the eye is there."""
        if not self._is_status_due:
            self._is_status_due = True
            self.call_after_refresh(self._write_status)

    def _write_status(self) -> None:
        """Say where one is and which keys matter now."""
        self._is_status_due = False
        if not self.is_attached or not self.furnished:
            return
        if self._followed is not self.target:
            self._followed = self.target
            self._follow()
        status = self.status
        if self.view.selection is not None:
            words = f"selected “{' '.join(self.view.selected_text[:SHOWN].split())}”"
            status.keys = KEYS_SELECTION
        elif self.target is not None:
            from tui.model.describe import describe

            words = describe(self.lens, self.target, self.article.text, self.analysis, self.annotations)
            status.keys = KEYS_MARK if self.target.kind is Kind.MARKS else KEYS_TEXT
        else:
            words = self._overview()
            status.keys = KEYS_TEXT
        if self.place == "map":
            status.keys = KEYS_MAP
        elif self.place != "text":
            status.keys = KEYS_FILTER if isinstance(self.focused, Input) else KEYS_PANEL
        way = reading_words(self.reading, self.analysis)
        status.words = f"{way} · {words}" if way else words

    def _overview(self) -> str:
        """What there is to step through, and how far one has read."""
        return f"{self._counts or self.article.title} · {round(self.view.progress * 100)} %"

    @on(ArticleView.SelectionChanged)
    def _selection_changed(self) -> None:
        self._show_status()

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        if self.target is None:
            self._show_status()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.keep_position)

    @work(group="position", exclusive=True, exit_on_error=False)
    async def keep_position(self) -> None:
        """Remember where reading is."""
        await to_thread(self.archive.save_position, self.article, self.view.top_offset)

    @on(events.DescendantFocus)
    def _focus_told(self) -> None:
        self._show_status()

    # Leaving and looks

    async def action_quit(self) -> None:
        """Leave Lesart, once everything is on disk."""
        if await self.may_leave():
            self.app.exit()

    async def action_close(self) -> None:
        """Leave the article, once everything is on disk: for the library if it came from there, else for good."""
        if await self.may_leave():
            from tui.navigation import is_last

            if is_last(self):
                self.app.exit()
            else:
                self.dismiss()

    async def may_leave(self) -> bool:
        """Keep everything that is to be kept; False where a draft should be looked at first."""
        await self.saved()
        if self.drafts and not self.drafts.are_on_disk and not self._warned:
            self._warned = True
            say(
                self.app,
                f"A draft of a note is not kept yet: {key('note', self.own)} where it was finds it again; "
                "leave once more to let it go.",
                "warning",
            )
            return False
        await to_thread(self.archive.save_position, self.article, self.view.top_offset)
        return True

    _warned = False

    def action_daylight(self) -> None:
        """From a dark look to a light one, and back."""
        self.app.theme = "paper" if self.app.current_theme.dark else "ink"
