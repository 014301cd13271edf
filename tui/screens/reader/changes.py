"""Save changes one after another, and undo them: only what has been saved is shown."""

from typing import Protocol

from core.library import LibraryError
from core.translation import N_, _
from tui.keymap import Keys, key
from tui.model.undo import Change, History
from tui.screens.reader.interface import Reader, Services
from tui.services.keeping import Keeper, alias_in

MERGED = N_("This mark was changed in another window too: what was written there is kept below your words.")


class Shower(Protocol):
    """Shows the result of a change."""

    async def kept(self, change: Change) -> None:
        """Called when the change is on disk."""

    def failed(self, change: Change) -> None:
        """Called when a change could not be saved: give back what was typed."""


class Changes:
    """The changes made and undone; each is reported once it is on disk or could not be saved."""

    marks: Shower
    """Shows changes to tags and notes."""
    corrections: Shower
    """Shows changes to corrections."""

    def __init__(self, reader: Reader, services: Services) -> None:
        self._reader = reader
        self._own = services.own
        self._keeper = Keeper(services.archive, reader.state.article)
        self.history = History()

    def make(self, change: Change) -> None:
        """Carry out a change the user made."""
        self._begin(change, words_when_kept(change, self._own), undoing=False)

    async def undo(self) -> None:
        """Undo the last change."""
        await self._reader.desk.saved()
        if (step := self.history.undo()) is None:
            self._reader.told = _("nothing to undo")
            return
        self.history, change = step
        self._begin(change, _("undone: {change}").format(change=self.history.undone[-1].words), undoing=True)

    async def redo(self) -> None:
        """Redo the change undone last."""
        await self._reader.desk.saved()
        if (step := self.history.redo()) is None:
            self._reader.told = _("nothing to redo")
            return
        self.history, change = step
        self._begin(change, _("redone: {change}").format(change=change.words), undoing=True)

    def _begin(self, change: Change, message: str, *, undoing: bool) -> None:
        self._reader.desk.begin(self._carry_out(change, message, undoing), "keeping")

    async def _carry_out(self, change: Change, message: str, undoing: bool) -> None:
        shower = self.corrections if is_correction(change) else self.marks
        try:
            kept = await self._keeper.carry_out(change)
        except LibraryError as error:
            self._reader.desk.say(str(error), "error")
            self._reader.told = _("not saved")
            if undoing:
                self.history = self.history.put_back(change)
            else:
                shower.failed(change)
            return
        if not undoing:
            self.history = self.history.add(kept)
        await shower.kept(kept)
        self._reader.told = message
        if any(_has_more(done, asked) for done, asked in zip(kept.all, change.all, strict=True)):
            self._reader.desk.say(_(MERGED), "warning")


def _has_more(done: Change, asked: Change) -> bool:
    """Whether a mark is not kept as it was asked for, since it had been changed elsewhere."""
    if done.after is None or asked.after is None:
        return False
    return (done.after.note, set(done.after.tags)) != (asked.after.note, set(asked.after.tags))


def is_correction(change: Change) -> bool:
    """Whether a change is one to a correction, not to a tag or note."""
    annotation = change.after or change.before
    return annotation is not None and annotation.correction is not None


def words_when_kept(change: Change, own: Keys) -> str:
    """The message about a change made by the user, shown once it is saved."""
    if change.after is None:
        return _("{change} · {undo} undoes").format(change=change.words, undo=key("undo", own))
    if change.after.correction is None:
        return _("saved")
    if alias_in(change.after) is not None:
        return _("{change} · saved, also for later articles").format(change=change.words)
    return _("{change} · saved").format(change=change.words)
