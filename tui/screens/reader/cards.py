"""From a name or an entry to the card of the actor, and from the card to where it leads."""

from asyncio import to_thread

from core.analysis.cards import card
from tui.keymap import key
from tui.model.lens import Kind
from tui.screens.card import CardDialog, Way
from tui.screens.dossier import DossierScreen
from tui.screens.reader.annotator import Annotator
from tui.screens.reader.corrector import Corrector
from tui.screens.reader.interface import Reader, Services
from tui.screens.reader.stepper import Stepper


class Cards:
    """Opens cards, and goes where one leaves them for."""

    def __init__(
        self, reader: Reader, services: Services, stepper: Stepper, annotator: Annotator, corrector: Corrector
    ) -> None:
        self._reader = reader
        self._services = services
        self._stepper = stepper
        self._annotator = annotator
        self._corrector = corrector

    async def open_here(self) -> None:
        """Edit the current mark, or open the card of the actor: the one named here, or the quote's speaker."""
        selects = self._reader.position.selection is not None
        actor = self._reader.state.target_actor if not selects else None
        if actor is None:
            await self._annotator.edit()
        else:
            self.show(actor)

    def show(self, id: str) -> None:
        """Open the card of an actor."""
        self._reader.desk.begin(self._show(id))

    async def _show(self, id: str) -> None:
        reader, own = self._reader, self._services.own
        article, analysis = reader.state.article, reader.state.analysis
        found = await to_thread(card, analysis, article.text, id) if analysis is not None else None
        if found is None or analysis is None:
            reader.told = f"nobody here; {key('next-name', own)} steps to a name"
            return
        taken = await reader.desk.ask(CardDialog(found, article, analysis, own))
        match taken.way if taken is not None else None:
            case Way.MENTION if taken is not None:
                self._stepper.go_on(Kind.ACTOR, id, f"{taken.span[0]}:{taken.span[1]}")
            case Way.QUOTE if taken is not None:
                self._stepper.go_on(Kind.QUOTES, "", taken.quote)
            case Way.PASSAGE if taken is not None:
                # Words that are no target are shown by selecting them.
                reader.focus_text()
                reader.view.reveal(*taken.span)
                reader.view.select(*taken.span)
            case Way.CORRECT:
                self._corrector.correct_actor(id)
            case Way.DOSSIER:
                self._open_dossier(id)

    def _open_dossier(self, id: str) -> None:
        """Open what the library tells of an actor."""
        analysis = self._reader.state.analysis
        actor = analysis.actor(id) if analysis is not None else None
        if actor is not None:
            self._reader.desk.open(DossierScreen(actor, self._services.archive, self._services.own))
