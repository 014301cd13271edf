"""What the keys of the reader do. Imported after the first paint."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from core.translation import _
from tui.model.stepping import Held, held, without
from tui.screens.reader.annotator import Annotator
from tui.screens.reader.changes import Changes
from tui.screens.reader.corrector import Corrector
from tui.screens.reader.filer import Filer
from tui.screens.reader.interface import Reader, Services
from tui.screens.reader.linker import Linker
from tui.screens.reader.loader import Loader
from tui.screens.reader.looker import Looker
from tui.screens.reader.page import Page
from tui.screens.reader.presenter import Furniture, Presenter
from tui.screens.reader.searcher import Searcher
from tui.screens.reader.stepper import Stepper
from tui.screens.reader.tour_guide import TourGuide
from tui.screens.reader.walker import Walker
from tui.services.clipboard import copy
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tui.screens.reader.cards import Cards
    from tui.screens.reader.copier import Copier
    from tui.screens.reader.exporter import Exporter
    from tui.screens.reader.updater import Updater


class Controllers:
    """The controllers, each given what it works with."""

    def __init__(
        self,
        reader: Reader,
        services: Services,
        page: Page,
        furniture: Furniture,
        status: StatusLine,
        app: App[Any],
    ) -> None:
        self._reader = reader
        self._services = services
        self._app = app
        self.page = page
        self.presenter = Presenter(reader, page, furniture, status, services)
        self.stepper = Stepper(reader, services)
        self.searcher = Searcher(reader, furniture.search_line, status, self.stepper)
        self.changes = Changes(reader, services)
        self.annotator = Annotator(reader, services, self.changes, self.stepper, furniture.notes.follow)
        self.corrector = Corrector(reader, services, self.changes, self.stepper)
        self.changes.marks, self.changes.corrections = self.annotator, self.corrector
        self.walker = Walker(reader, services)
        self.filer = Filer(reader, services)
        self.linker = Linker(reader, services, partial(copy, app))
        self.looker = Looker(reader, services, page.view, app)
        self.tour = TourGuide(reader, services, partial(page.screen.mount, before=furniture.search_line))
        self.loader = Loader(reader, services, self.stepper, self.annotator, self.corrector)

    # These are imported when they are asked for: each brings a good deal along, and many an article is read without.

    @cached_property
    def cards(self) -> "Cards":
        """Cards of actors."""
        from tui.screens.reader.cards import Cards

        return Cards(self._reader, self._services, self.stepper, self.annotator, self.corrector, self.reason)

    @cached_property
    def copier(self) -> "Copier":
        """Passages for elsewhere."""
        from tui.screens.reader.copier import Copier

        return Copier(self._reader, partial(copy, self._app), self._services.exports)

    @cached_property
    def exporter(self) -> "Exporter":
        """The article for other programs."""
        from tui.screens.reader.exporter import Exporter

        return Exporter(self._reader, self._services, self.corrector)

    @cached_property
    def updater(self) -> "Updater":
        """Versions of the article."""
        from tui.screens.reader.updater import Updater

        return Updater(self._reader, self._services)

    # What takes several of them

    def browse(self) -> None:
        """Open the page of the article in the web browser."""
        self._reader.told = self._reader.desk.browse(self._reader.state.article)

    def leave(self) -> None:
        """Cancel one thing at a time: selection, tour, search, target, zen mode, reading mode."""
        view, state = self.page.view, self._reader.state
        selecting = view.selection is not None or view.selecting
        match held(state, selecting=selecting, touring=self.tour.is_on):
            case Held.SELECTION:
                view.clear_selection()
                self.corrector.forget_hint()
            case Held.TOUR:
                self.tour.end()
            case what:
                self._reader.show(without(state, what))

    def reason(self) -> None:
        """Explain why the current quote was recognised as one."""
        if self.stepper.reason(self.corrector.found):
            self.tour.asked_why()

    async def choose(self, panel: str, id: str, stay: bool, among: tuple[str, ...]) -> None:
        """Go to the place of an entry; a mark without a place in the text is opened to be read instead."""
        if self.stepper.take(panel, id, stay, among):
            return
        if panel == "notes" and not stay:
            await self.annotator.read_mark()
        else:
            self._reader.told = _("this has no place in the text")
