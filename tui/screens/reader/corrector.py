"""Correct the analysis: a correction is saved first, then the analysis is updated with it."""

from asyncio import to_thread
from contextlib import suppress

from core.analysis import Analysis
from core.annotations import Annotation
from core.annotations.anchoring import locate
from core.annotations.corrections import Corrected, Misfit, correct
from core.annotations.corrections.aliases import Alias, recognise
from core.library import LibraryError
from core.translation import N_, _, ngettext
from tui.keymap import key
from tui.model.undo import Change
from tui.screens.correct.asking import Asking
from tui.screens.correct.here import after, corrected_here, on_actor
from tui.screens.correct.history import HistoryDialog
from tui.screens.correct.offers import Here, about, offers
from tui.screens.correct.sheet import CorrectDialog
from tui.screens.reader.changes import Changes
from tui.screens.reader.interface import Reader, Services
from tui.screens.reader.stepper import Stepper
from tui.services.keeping import alias_in

REACH = N_("select how far it reaches, then {keys}")


class Corrector:
    """Offers what can be corrected, asks for the details, and shows the corrected analysis."""

    def __init__(self, reader: Reader, services: Services, changes: Changes, stepper: Stepper) -> None:
        self._reader = reader
        self._services = services
        self._changes = changes
        self._stepper = stepper
        self.corrections: tuple[Annotation, ...] = ()
        self.found: Analysis | None = None
        """The analysis as it was made, without corrections."""
        self._misfits: tuple[Misfit, ...] = ()
        """Corrections that do not fit the article as it is now."""
        self._aliases: tuple[Alias, ...] = ()
        """Confirmed in any article."""
        self._hint = ""
        """How to go on with a correction that needs a selection."""

    async def take_up(self, found: Analysis, corrections: tuple[Annotation, ...]) -> None:
        """Show an analysis with the corrections that were kept."""
        self.found, self.corrections = found, corrections
        try:
            self._aliases = await to_thread(self._services.archive.aliases)
        except LibraryError as error:
            self._reader.desk.say(str(error), "warning")
        await self._correct()
        if count := len(self._misfits):
            sentence = ngettext(
                "{n} of your corrections does not fit this text any more: {correct}, then {history}, lists them.",
                "{n} of your corrections do not fit this text any more: {correct}, then {history}, lists them.",
                count,
            )
            correct, history = self._key("correct"), self._key("correct-history")
            self._reader.desk.say(sentence.format(n=count, correct=correct, history=history), "warning")

    async def _correct(self) -> None:
        """Bring the analysis up to the corrections there are now."""
        found, corrections, text = self.found, self.corrections, self._reader.state.article.text
        if found is None:
            return
        corrected = await to_thread(_corrected, found, corrections, self._aliases, text)
        if corrections is not self.corrections:
            return
        self._misfits = corrected.misfits
        self._reader.show(self._reader.state.with_analysis(corrected.analysis))

    def _key(self, id: str) -> str:
        return key(id, self._services.own)

    # What is asked for

    async def correct(self) -> None:
        """Offer what can be corrected at the current place."""
        await self._reader.desk.saved()
        self.forget_hint()
        state = self._reader.state
        here = corrected_here(state, self._reader.here)
        if here is not None or self.corrections:
            self._offer(here or Here())
        elif state.analysis is None:
            self._reader.tell_lack(_("not read through yet"))
        else:
            sentence = _(
                "nothing to correct here: {name} steps to a name, {quote} to a quote, {select} selects"
            )
            self._reader.told = sentence.format(
                name=self._key("next-name"), quote=self._key("next-quote"), select=self._key("article.select")
            )

    def forget_hint(self) -> None:
        """Say no longer how to go on: it was done, or the selection was dropped."""
        if self._hint and self._reader.doing == self._hint:
            self._reader.doing = ""

    def correct_actor(self, id: str) -> None:
        """Offer what can be corrected about an actor."""
        analysis = self._reader.state.analysis
        if analysis is not None and (here := on_actor(analysis, id)) is not None:
            self._offer(here)

    def _offer(self, here: Here) -> None:
        """Open the sheet; at once, so that a letter typed right away reaches it and not the page."""
        sheet = CorrectDialog(about(here), offers(here, len(self.corrections)), self._services.own)

        def taken(what: str | None) -> None:
            if what is not None:
                self._reader.desk.begin(self._take_offer(here, what))

        self._reader.desk.open(sheet, taken)

    async def _take_offer(self, here: Here, what: str) -> None:
        """Ask for the details of the chosen offer, and make the correction."""
        reader, state = self._reader, self._reader.state
        if state.analysis is None:
            return
        if what == "history":
            await self._look_back()
        elif what == "bounds" and here.within is None and here.span is not None:
            reader.focus_text()
            reader.view.select(*here.span)
            keys = f"{self._key('correct')} {self._key('correct-bounds')}"
            reader.doing = self._hint = _(REACH).format(keys=keys)
        else:
            asking = Asking(reader.desk, self._services.own, state.analysis, state.article.text, about(here))
            if (placed := await asking.correction(what, here)) is not None:
                anchor, correction = placed
                self._changes.make(Change(None, Annotation.new(anchor, correction=correction)))

    async def _look_back(self) -> None:
        """Show all corrections; undo the chosen one, or show its place."""
        reasons = {misfit.annotation.id: misfit.reason for misfit in self._misfits}
        chosen = await self._reader.desk.ask(HistoryDialog(self.corrections, reasons, self._services.own))
        if chosen is None:
            return
        if chosen.take_back:
            self._changes.make(Change(chosen.annotation, None))
            return
        anchor, text = chosen.annotation.anchor, self._reader.state.article.text
        span = (await to_thread(locate, anchor, text)).span if anchor is not None else None
        if span is None:
            self._reader.told = _("this has no place in the text")
        else:
            self._reader.view.reveal(*span)

    # What becomes of a change

    async def kept(self, change: Change) -> None:
        """Update the analysis, and go to the result of the correction."""
        rest = tuple(each for each in self.corrections if each.id != change.id)
        self.corrections = (*rest, *((change.after,) if change.after is not None else ()))
        if alias_in(change.after or change.before) is not None:
            with suppress(LibraryError):
                self._aliases = await to_thread(self._services.archive.aliases)
        await self._correct()
        self._reader.view.clear_selection()
        made = after(change.after) if change.after is not None else None
        if made is not None:
            lens = self._reader.state.lens_of(made[0])
            if (target := lens.find(made[1])) is not None:
                self._stepper.go_to(lens, target)

    def failed(self, change: Change) -> None:
        """There is nothing typed to give back."""


def _corrected(
    found: Analysis, corrections: tuple[Annotation, ...], aliases: tuple[Alias, ...], text: str
) -> Corrected:
    """The analysis with what is known of aliases, and with the corrections of this article."""
    return correct(corrections, recognise(aliases, found, text), text)
