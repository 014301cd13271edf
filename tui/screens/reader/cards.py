"""From a name or an entry to the card of the actor, and from the card to where it leads."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from textual import work

from core.text.spans import Span
from tui.keymap import key
from tui.model.lens import Kind
from tui.screens.reader.correcting import Correcting

if TYPE_CHECKING:
    from core.analysis import Analysis
    from core.annotations import Annotation


class Cards(Correcting):
    """Opens cards, and goes where one leaves them for."""

    wanted_quote: Span | None = None
    """Where the quote begins that the article was opened for, and how far its first part reaches."""

    async def take_up(self, found: Analysis, kept: tuple[Annotation, ...]) -> None:
        """Show an analysis, and go to the quote that the article was opened for."""
        await super().take_up(found, kept)
        wanted, self.wanted_quote = self.wanted_quote, None
        self.go_to_quote(wanted)

    def go_to_quote(self, span: Span | None) -> None:
        """Go to the quote that begins with a passage; where there is none, show the passage."""
        lens = self.lens_of(Kind.QUOTES)
        target = next((each for each in lens.targets if each.spans[0] == span), None)
        if target is not None:
            self.lens = lens
            self.go_to(target)
        elif span is not None:
            self.view.reveal(*span)

    async def action_open_here(self) -> None:
        """Edit the mark one stands on, or open the card of the actor: of the name, or of the quote's speaker."""
        actor = self._actor_here_only()
        if actor is None:
            await self.action_edit()
        else:
            self.show_actor(actor)

    def _actor_here_only(self) -> str | None:
        """The actor one stands on in the text, if one does."""
        target = self.target
        if target is None or self.view.selection is not None:
            return None
        quote = self.quote_of(target)
        if quote is not None:
            return quote.speaker.actor if quote.speaker else None
        mention = self.mention_of(target)
        return mention.actor if mention is not None else None

    def show_actor(self, id: str) -> None:
        """Open the card of an actor."""
        self._open_card(id)

    @work(exit_on_error=False)
    async def _open_card(self, id: str) -> None:
        from core.analysis.cards import card  # with the first card: the first paint needs neither
        from tui.screens.card import CardDialog, Way

        analysis = self.analysis
        found = await to_thread(card, analysis, self.article.text, id) if analysis is not None else None
        if found is None or analysis is None:
            self.tell(f"nobody here; {key('next-name', self.own)} steps to a name")
            return
        taken = await self.app.push_screen_wait(CardDialog(found, self.article, analysis, self.own))
        match taken.way if taken is not None else None:
            case Way.MENTION if taken is not None:
                self._go_on(Kind.ACTOR, id, f"{taken.span[0]}:{taken.span[1]}")
            case Way.QUOTE if taken is not None:
                self._go_on(Kind.QUOTES, "", taken.quote)
            case Way.PASSAGE if taken is not None:
                self._show_passage(taken.span)
            case Way.CORRECT:
                self.correct_actor(id)
            case Way.DOSSIER:
                self.open_dossier(id)

    def _go_on(self, kind: Kind, subject: str, id: str) -> None:
        """Go to a target and step through its like from there."""
        lens = self.lens_of(kind, subject)
        if (target := lens.find(id)) is not None:
            self.lens = lens
            self.go_to(target)
            self.set_focus(self.view)

    def _show_passage(self, span: Span) -> None:
        """Show words that are no target, by selecting them."""
        self.set_focus(self.view)
        self.view.reveal(*span)
        self.view.select(*span)

    def open_dossier(self, id: str) -> None:
        """Open what the library tells of an actor."""
        actor = self.analysis.actor(id) if self.analysis else None
        if actor is not None:
            from tui.screens.dossier import DossierScreen

            self.app.push_screen(DossierScreen(actor, self.archive, self.own))
