"""The reader screen: the article, and beside it actors, quotes and the user's own marks."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive, var
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from core.articles import Article
from core.text.spans import Span
from core.translation import _
from tui.keymap import bindings
from tui.model.lens import Kind, Lens, Target
from tui.model.reader_state import Position, ReaderState
from tui.model.reading_modes import Reading
from tui.model.standing import PANELS, Standing, is_on_row, standing
from tui.removal import ClosedOnce
from tui.screens.desk import Desk
from tui.screens.palette_commands import palette_commands
from tui.screens.reader.interface import Found, Services
from tui.screens.reader.leaving import Leaving
from tui.screens.reader.page import HEIGHTS, WIDTHS, Page
from tui.widgets.article import ArticleView
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual.command import Provider

    from core.analysis import Analysis
    from core.annotations.anchoring import Placed
    from tui.screens.reader.controllers import Controllers
    from tui.screens.reader.presenter import Furniture
    from tui.widgets.actors import ActorsPanel
    from tui.widgets.panel import Panel
    from tui.widgets.search import SearchLine


LOOKS_AGAIN = 5.0
"""Seconds between looks at what the library has on the article."""


class By:
    """An action that is a method of one of the parts of the screen."""

    def __init__(self, method: Callable[[ReaderScreen], Callable[..., object]]) -> None:
        self._method = method

    def __get__(self, screen: ReaderScreen, owner: type[ReaderScreen]) -> Callable[..., object]:
        return self._method(screen)


class ReaderScreen(ClosedOnce, Screen[None]):
    """One article, with its marks. The screen holds the state; controllers carry out what the keys do."""

    BLANK = True  # What is in it covers it, so that it need not be drawn itself.
    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    HORIZONTAL_BREAKPOINTS = [*WIDTHS]  # noqa: RUF012 - Textual declares it as belonging to an instance
    VERTICAL_BREAKPOINTS = [*HEIGHTS]  # noqa: RUF012 - as above
    AUTO_FOCUS = "ArticleView"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {palette_commands}

    analysis: var[Analysis | None] = var(None, init=False)
    annotations: var[tuple[Placed, ...]] = var((), init=False)
    lens: var[Lens] = var(Lens(Kind.NAMES), init=False)
    target: var[Target | None] = var(None, init=False)
    on_row: var[bool] = var(False, init=False)
    reading: var[Reading] = var(Reading(), init=False)
    zen: reactive[bool] = reactive(False, repaint=False, init=False, toggle_class="-zen")
    in_part: var[bool] = var(False, init=False)
    earlier: tuple[int, int] | None = None
    filed = ""
    left: Target | None = None
    told: var[str] = var("", init=False)
    """The message in the status line until the next step."""
    doing: var[str] = var("", init=False)
    """The words in the status line for what is going on."""

    do: Controllers
    furniture: Furniture
    furnished = False
    """Whether panels and search line are there: they come after the first paint."""

    def __init__(
        self,
        article: Article,
        services: Services,
        *,
        mark: str | None = None,
        quote: Span | None = None,
        found: Found | None = None,
        tour: bool = False,
    ) -> None:
        """Open an article at a mark, a quote or words that were found; begin the tour where it is wanted."""
        super().__init__()
        self.article = article
        self.services = services
        self._wanted = mark, quote, found
        self._wants_tour = tour
        self._lack = ""
        """The last message about something that a further analysis may bring."""
        self.page = Page(article, services)
        self.view = self.page.view
        self.status = StatusLine()
        self.desk = Desk(self)
        self.leaving = Leaving(self.desk, services, article, self.view)
        self.status.own = services.own

    def compose(self) -> ComposeResult:
        """What the first paint shows: the text, the room for the side column, one line at the foot."""
        yield self.page.data_bind(ReaderScreen.zen)
        yield self.status.data_bind(ReaderScreen.told, ReaderScreen.doing)

    def on_mount(self) -> None:
        """Let the text be painted before anything else is done."""
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Create the panels and start loading their contents, unless the screen has been closed already."""
        await to_thread(import_module, "tui.screens.reader.controllers")  # it takes longer than a frame
        from tui.screens.reader.presenter import Furniture

        if self not in self.app.screen_stack:
            return
        self.furniture = Furniture.new(self.services.preferences.now)
        self.equip()
        await self.page.furnish(self.furniture.panels)
        if self not in self.app.screen_stack:
            return
        await self.mount(self.furniture.search_line, before=self.status)
        if self not in self.app.screen_stack or not self.furniture.is_there:
            return
        self.furnished = True
        self.watch_analysis()
        self.watch_annotations()
        self.do.loader.load(*self._wanted)
        self.set_interval(LOOKS_AGAIN, self.look_again)

    def look_again(self) -> None:
        """Look whether another window or a script has changed the marks."""
        if self.is_active:
            self.do.loader.look_again()

    def equip(self) -> None:
        """Take on controllers that have done nothing yet."""
        from tui.screens.reader.controllers import Controllers

        self.do = Controllers(self, self.services, self.page, self.furniture, self.status, self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hold back the moment's keys that need what is not there yet."""
        return super().check_action(action, parameters) if self.furnished else action == "quit"

    @property
    def state(self) -> ReaderState:
        """The current state."""
        return ReaderState(
            self.article,
            self.analysis,
            self.annotations,
            self.lens,
            self.target,
            self.on_row,
            self.reading,
            self.zen,
            self.in_part,
            self.earlier,
            self.filed,
            self.left,
        )

    @property
    def position(self) -> Position:
        """The current position on the page."""
        return self.page.position

    @property
    def here(self) -> Standing:
        """What the keys act on."""
        return standing(self.state, self.position)

    def show(self, state: ReaderState) -> None:
        """Replace the state; the widgets follow."""
        self.in_part, self.earlier = state.in_part, state.earlier
        self.filed, self.left = state.filed, state.left
        if state.analysis is not self.analysis:
            self.analysis = state.analysis
        if state.annotations is not self.annotations:
            self.annotations = state.annotations
        self.lens, self.target, self.on_row = state.lens, state.target, state.on_row
        self.reading, self.zen = state.reading, state.zen

    def go_to(
        self,
        *,
        mark: str | None = None,
        quote: Span | None = None,
        found: Found | None = None,
        tour: bool = False,
    ) -> None:
        """Go to what the article is opened for once more."""
        if found is not None:
            self.do.stepper.show_found(*found)
        self.do.stepper.show_mark(mark)
        self.do.stepper.show_quote(quote)
        if tour:
            self.do.tour.begin()

    def tell_lack(self, words: str) -> None:
        """Say that something is not there, until a further analysis may have brought it."""
        self.told = self._lack = words

    def forget_message(self) -> None:
        """Say no longer what was just done."""
        self.told = ""

    def focus_text(self) -> None:
        """Go back into the text."""
        self.page.focus_text()

    def watch_analysis(self) -> None:
        """Mark names and quotes, take back that they are lacking, and begin the tour if wanted."""
        self.do.presenter.show_analysis()
        if self.told == self._lack:
            self.told = ""
        if self._wants_tour and self.analysis is not None:
            self._wants_tour = False
            self.do.tour.begin()

    def watch_in_part(self) -> None:
        """The analysis of the whole may be the same as that of the part, and what it lacks is lacking then."""
        self.watch_analysis()

    def watch_annotations(self) -> None:
        """Show the user's own marks."""
        self.do.presenter.show_annotations()
        self.do.tour.look_on()

    def watch_lens(self, before: Lens, lens: Lens) -> None:
        """Hits, dates and quantities are marked for as long as they are stepped through."""
        if {Kind.HITS, Kind.FIGURES} & {before.kind, lens.kind}:
            self.do.presenter.show_marks()
        self.do.presenter.show_status()

    def watch_on_row(self) -> None:
        """Show what the keys act on now."""
        self.do.presenter.show_status()

    def watch_reading(self) -> None:
        """Show the text in the current reading mode."""
        self.do.presenter.show_marks()

    def watch_target(self) -> None:
        """Show the target, and clear the message in the status line."""
        self.do.presenter.show_target()
        self.told = ""
        self.do.tour.look_on()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the parts into the new size."""
        self.page.fit(event.size.width)

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        if self.furnished and self.target is None:
            self.do.presenter.show_status()
        self.leaving.text_moved()

    @on(ArticleView.EndPassed)
    def _end_passed(self) -> None:
        if self.furnished:
            self.do.walker.offer_next()

    @on(ArticleView.SelectionChanged)
    def _selection_changed(self) -> None:
        if self.furnished:
            self.do.presenter.show_status()

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        if self.furnished:
            self.page.show_entered()
            self.on_row = self.page.part in PANELS
            self.do.tour.look_on()
            self.do.presenter.show_status()

    @on(Page.Told)
    def _page_told(self, event: Page.Told) -> None:
        self.told = event.words

    @on(ArticleView.MarkClicked)
    def _mark_clicked(self, event: ArticleView.MarkClicked) -> None:
        if self.furnished:
            self.do.stepper.stand_on(event.mark)

    def on_panel_moved(self, event: Panel.Moved) -> None:
        """Stand on the entry under the cursor, if it was the user who put it there."""
        if self.page.part == event.panel.id:
            self.on_row = True
            self.do.presenter.show_status()

    async def on_panel_entered(self, event: Panel.Entered) -> None:
        """Open what one stands on: the entry, unless something else was chosen or made since."""
        if is_on_row(self.state, self.position) and event.panel.current is not None:
            event.panel.choose(event.panel.current, stay=False)
        else:
            await self.do.cards.open_here()

    async def on_panel_chosen(self, event: Panel.Chosen) -> None:
        """Switch to the lens of the panel, and go to the place of the entry."""
        await self.do.choose(event.panel.id or "", event.id, event.stay, event.among)

    def on_actors_panel_card_wanted(self, event: ActorsPanel.CardWanted) -> None:
        """Open the card of an actor."""
        self.do.cards.show(event.actor)

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Look for the words as they are now."""
        self.do.searcher.find(event.words)

    def on_search_line_stepped(self, event: SearchLine.Stepped) -> None:
        """Go to another hit."""
        self.do.searcher.step(event.by)

    async def on_search_line_left(self, event: SearchLine.Left) -> None:
        """Go back into the text."""
        await self.do.searcher.leave(event.accepted)

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        """Report errors of background work."""
        if event.state is WorkerState.ERROR:
            self.doing = _("not analysed") if event.worker.group in {"shelf", "reading"} else ""
            self.desk.say(_("Something went wrong: {error!r}").format(error=event.worker.error), "error")

    action_step = By(lambda screen: screen.do.stepper.step)
    action_step_through = By(lambda screen: screen.do.stepper.step_through)
    action_go_back = By(lambda screen: screen.do.stepper.go_back)
    action_search = By(lambda screen: screen.do.searcher.begin)
    action_leave = By(lambda screen: screen.do.leave)
    action_reason = By(lambda screen: screen.do.reason)
    action_open_here = By(lambda screen: screen.do.cards.open_here)
    action_tag = By(lambda screen: screen.do.annotator.tag)
    action_tag_again = By(lambda screen: screen.do.annotator.tag_again)
    action_tag_article = By(lambda screen: screen.do.annotator.tag_article)
    action_note = By(lambda screen: screen.do.annotator.note)
    action_note_article = By(lambda screen: screen.do.annotator.note_article)
    action_edit = By(lambda screen: screen.do.annotator.edit)
    action_delete = By(lambda screen: screen.do.annotator.delete)
    action_highlight = By(lambda screen: screen.do.annotator.highlight)
    action_mark_everywhere = By(lambda screen: screen.do.annotator.mark_everywhere)
    action_confirm_place = By(lambda screen: screen.do.annotator.confirm_place)
    action_undo = By(lambda screen: screen.do.changes.undo)
    action_redo = By(lambda screen: screen.do.changes.redo)
    action_correct = By(lambda screen: screen.do.corrector.correct)
    action_copy_cited = By(lambda screen: screen.do.copier.copy)
    action_save_cited = By(lambda screen: screen.do.copier.save)
    action_browse = By(lambda screen: screen.do.browse)
    action_links = By(lambda screen: screen.do.linker.show)
    action_export = By(lambda screen: screen.do.exporter.export)
    action_update = By(lambda screen: screen.do.updater.update)
    action_walk = By(lambda screen: screen.do.walker.step)
    action_set_state = By(lambda screen: screen.do.filer.set_state)
    action_versions = By(lambda screen: screen.do.updater.show_versions)
    action_go = By(lambda screen: screen.page.go)
    action_cycle = By(lambda screen: screen.page.cycle)
    action_toggle_panels = By(lambda screen: screen.page.toggle_panels)
    action_widen = By(lambda screen: screen.page.widen)
    action_read = By(lambda screen: screen.do.looker.read)
    action_next_way = By(lambda screen: screen.do.looker.next_way)
    action_measure = By(lambda screen: screen.do.looker.measure)
    action_hyphenate = By(lambda screen: screen.do.looker.hyphenate)
    action_ruler = By(lambda screen: screen.do.looker.ruler)
    action_zen = By(lambda screen: screen.do.looker.zen)
    action_look = By(lambda screen: screen.do.looker.look)
    action_daylight = By(lambda screen: screen.do.looker.daylight)
    action_quit = By(lambda screen: screen.leaving.quit)
    action_close = By(lambda screen: screen.leaving.close)
