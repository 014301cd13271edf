"""From a name or an entry to the card of the actor, and from the card to where it leads."""

from asyncio import to_thread
from collections.abc import Callable

from core.analysis.cards import card
from core.translation import _
from tui.keymap import key
from tui.messages import ActorChosen
from tui.model.lens import Kind
from tui.model.standing import Opens, opens
from tui.screens.reader.annotator import Annotator
from tui.screens.reader.corrector import Corrector
from tui.screens.reader.interface import Reader, Services
from tui.screens.reader.stepper import Stepper
from tui.screens.sheets.card import CardDialog, Way


class Cards:
    """Opens cards, and goes where one leaves them for."""

    def __init__(
        self,
        reader: Reader,
        services: Services,
        stepper: Stepper,
        annotator: Annotator,
        corrector: Corrector,
        reason: Callable[[], None],
    ) -> None:
        """`reason` says why what one stands on is a quote."""
        self._reader = reader
        self._services = services
        self._stepper = stepper
        self._annotator = annotator
        self._corrector = corrector
        self._reason = reason

    async def open_here(self) -> None:
        """Open what one stands on: the card of who is named or speaks, one's own mark, or the reason of a quote."""
        here = self._reader.here
        match opens(here, in_row=False):
            case Opens.CARD if here.actor is not None:
                self.show(here.actor.id)
            case Opens.MARK:
                await self._annotator.read_mark()
            case Opens.NOTE:
                await self._annotator.note()
            case Opens.REASON:
                self._reason()
            case _:
                sentence = _("nothing to open here; {key} steps to a name")
                self._reader.tell_lack(sentence.format(key=key("next-name", self._services.own)))

    def show(self, id: str) -> None:
        """Open the card of an actor."""
        self._reader.desk.begin(self._show(id))

    async def _show(self, id: str) -> None:
        reader, own = self._reader, self._services.own
        article, analysis = reader.state.article, reader.state.analysis
        found = None
        if analysis is not None:
            found = await to_thread(card, analysis, article.text, id, article.repeated)
        if found is None or analysis is None:
            reader.tell_lack(_("nobody here; {key} steps to a name").format(key=key("next-name", own)))
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
            self._reader.desk.post_message(ActorChosen(actor))
