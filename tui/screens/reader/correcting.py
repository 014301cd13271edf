"""Correcting what was found: a correction goes to the disk first, then the analysis is made anew with it."""

from __future__ import annotations

from asyncio import to_thread
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from core.library import LibraryError
from core.text.spans import strip
from tui.keymap import key
from tui.model.lens import Kind
from tui.notify import say
from tui.screens.reader.annotating import Annotating
from tui.services.keeping import alias_in

if TYPE_CHECKING:
    from core.analysis import Analysis
    from core.annotations import Annotation
    from core.annotations.corrections import Corrected, Misfit
    from core.annotations.corrections.aliases import Alias
    from tui.model.undo import Change
    from tui.screens.correct.offers import Here


class Correcting(Annotating):
    """Offers what can be corrected, asks for what that takes, and shows the analysis with the corrections in it."""

    found: Analysis | None = None
    """The analysis as it was made, without corrections."""
    corrections: tuple[Annotation, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    """Corrections that do not fit the article as it is now."""
    aliases: tuple[Alias, ...] = ()
    """Confirmed in any article."""

    async def take_up(self, found: Analysis, kept: tuple[Annotation, ...]) -> None:
        """Show an analysis with the corrections among the annotations that were kept."""
        self.found = found
        self.corrections = tuple(each for each in kept if each.correction is not None)
        try:
            self.aliases = await to_thread(self.archive.aliases)
        except LibraryError as error:
            say(self.app, str(error), "warning")
        await self._correct()
        if count := len(self.misfits):
            these = "1 of your corrections does" if count == 1 else f"{count} of your corrections do"
            keys = f"{key('correct', self.own)}, then {key('correct-history', self.own)}"
            say(self.app, f"{these} not fit this text any more: {keys}, lists them.", "warning")

    async def _correct(self) -> None:
        """Bring the analysis up to the corrections there are now."""
        found, corrections = self.found, self.corrections
        if found is None:
            return
        corrected = await to_thread(_corrected, found, corrections, self.aliases, self.article.text)
        if corrections is not self.corrections:
            return
        self.misfits = corrected.misfits
        self.analysis = corrected.analysis
        if self.lens.kind is Kind.ACTOR and not self.lens.targets:
            self.lens = self.lens_of(Kind.NAMES)

    # What is asked for

    async def action_correct(self) -> None:
        """Offer what can be corrected where one stands."""
        await self.saved()
        here = self._standing_on()
        if here is not None or self.corrections:
            self._offer(here)
        elif self.analysis is None:
            self.tell("not read through yet")
        else:
            keys = (key(id, self.own) for id in ("next-name", "next-quote", "article.select"))
            self.tell("nothing to correct here: {} steps to a name, {} to a quote, {} selects".format(*keys))

    def correct_actor(self, id: str) -> None:
        """Offer what can be corrected about an actor."""
        from tui.screens.correct.standing import on_actor

        here = on_actor(self.analysis, id) if self.analysis is not None else None
        if here is not None:
            self._offer(here)

    def _offer(self, here: Here | None) -> None:
        """Open the sheet; at once, so that a letter typed right away reaches it and not the page."""
        from tui.screens.correct.offers import Here, about, offers
        from tui.screens.correct.sheet import CorrectDialog

        here = here or Here()
        sheet = CorrectDialog(about(here), offers(here, len(self.corrections)), self.own)

        def taken(what: str | None) -> None:
            if what is not None:
                self._take_offer(here, what)

        self.app.push_screen(sheet, taken)

    @work(exit_on_error=False)
    async def _take_offer(self, here: Here, what: str) -> None:
        """Ask for what an offer that was taken needs, and make the correction."""
        from tui.screens.correct.asking import Asking
        from tui.screens.correct.offers import about

        if self.analysis is None:
            return
        if what == "history":
            await self._look_back()
        elif what == "bounds" and here.within is None and here.span is not None:
            self.set_focus(self.view)
            self.view.select(*here.span)
            keys = f"{key('correct', self.own)} {key('correct-bounds', self.own)}"
            self.tell(f"select how far it reaches, then {keys}")
        else:
            asking = Asking(self.app, self.own, self.analysis, self.article.text, about(here))
            if (placed := await asking.correction(what, here)) is not None:
                from core.annotations import Annotation

                anchor, correction = placed
                self.change_from(None, Annotation.new(anchor, correction=correction))

    async def _look_back(self) -> None:
        """Show all corrections; take the one chosen back, or show its place."""
        from tui.screens.correct.history import HistoryDialog

        reasons = {misfit.annotation.id: misfit.reason for misfit in self.misfits}
        chosen = await self.app.push_screen_wait(HistoryDialog(self.corrections, reasons, self.own))
        if chosen is None:
            return
        if chosen.take_back:
            self.change_from(chosen.annotation, None)
            return
        from core.annotations.anchoring import locate

        anchor = chosen.annotation.anchor
        span = (await to_thread(locate, anchor, self.article.text)).span if anchor is not None else None
        if span is None:
            self.tell("this has no place in the text")
        else:
            self.view.reveal(*span)

    def _standing_on(self) -> Here | None:
        """What is to be corrected: an entry of a panel, the selection, or the target."""
        from tui.screens.correct.standing import on_actor, on_mention, on_quote, on_words

        analysis, text, target = self.analysis, self.article.text, self.target
        if analysis is None or self.place == "notes":
            return None
        if self.place == "actors":
            return on_actor(analysis, self.actors.current)
        if self.place == "quotes":
            return on_quote(analysis, text, self.quotes.current)
        if self.view.selection is not None:
            span = strip(self.view.selection, text)
            return on_words(analysis, text, span) if span[0] < span[1] else None
        if target is None or target.kind is Kind.MARKS:
            return None
        if target.kind is Kind.QUOTES:
            return on_quote(analysis, text, target.id)
        if target.kind is Kind.HITS:
            return on_words(analysis, text, (target.start, target.end))
        mention = self.mention_of(target)
        return on_mention(analysis, text, mention) if mention is not None else None

    # Keeping

    def change(self, change: Change) -> None:
        """Carry out a change the user made; a correction is said in words."""
        if change.after is None or change.after.correction is None:
            super().change(change)
            return
        later = ", also for later articles" if alias_in(change.after) is not None else ""
        self._carry_out(change, f"{change.words} · saved{later}", undoing=False)

    async def take_correction(self, change: Change, told: str) -> bool:
        """Make the analysis anew with a correction that is on disk, or without one that was taken back."""
        annotation = change.after or change.before
        if annotation is None or annotation.correction is None:
            return False
        rest = tuple(each for each in self.corrections if each.id != change.id)
        self.corrections = (*rest, *((change.after,) if change.after is not None else ()))
        if alias_in(annotation) is not None:
            with suppress(LibraryError):
                self.aliases = await to_thread(self.archive.aliases)
        await self._correct()
        self.view.clear_selection()
        if change.after is not None:
            self._stand_on_what_came(change.after)
        self.tell(told)
        return True

    def _stand_on_what_came(self, annotation: Annotation) -> None:
        """Go to what a correction made, where it made something to stand on."""
        from tui.screens.correct.standing import after

        made = after(annotation)
        lens = self.lens_of(made[0]) if made is not None else None
        target = lens.find(made[1]) if made is not None and lens is not None else None
        if lens is not None and target is not None:
            self.lens = lens
            self.go_to(target)

    def _failed(self, change: Change, sentence: str, undoing: bool) -> None:
        """A correction that could not be kept has nothing typed to give back."""
        annotation = change.after or change.before
        if annotation is None or annotation.correction is None:
            super()._failed(change, sentence, undoing)
            return
        say(self.app, sentence, "error")
        self.tell("not saved")
        if undoing:
            self.history = self.history.put_back(change)


def _corrected(
    found: Analysis, corrections: tuple[Annotation, ...], aliases: tuple[Alias, ...], text: str
) -> Corrected:
    """The analysis with what is known of aliases, and with the corrections of this article."""
    from core.annotations.corrections import correct
    from core.annotations.corrections.aliases import recognise

    return correct(corrections, recognise(aliases, found, text), text)


def marks_among(kept: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """The annotations that are tags and notes."""
    return tuple(each for each in kept if each.correction is None)
