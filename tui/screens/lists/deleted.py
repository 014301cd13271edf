"""Deleted annotations, which can be restored."""

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from core.library import Deletion, Library, LibraryError
from core.translation import N_, _, ngettext
from tui.keymap import Keys, bindings
from tui.model.days import moment_words
from tui.model.describe_corrections import correction_words
from tui.model.library_words import marks_words
from tui.model.speech import quoted
from tui.model.undo import tag_words
from tui.notify import say
from tui.screens.lists.listing import ListingScreen
from tui.text import shorten
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry

TITLE = 32
"""Columns that the title of an article takes at most beside a passage from it."""


class DeletedList(LongList, inherit_bindings=False):
    """The deleted annotations, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("deleted")


class DeletedScreen(ListingScreen):
    """One entry per deleted annotation."""

    NAME = N_("deleted")
    PLACE = "deleted"
    LIST = DeletedList
    KEYS = ("deleted-leave", "deleted-restore", "deleted-keys")
    EMPTY = N_("Nothing was deleted.")

    def __init__(self, archive: Library, own: Keys) -> None:
        super().__init__(own)
        self._archive = archive
        self._titles: dict[str, str] = {}

    def on_mount(self) -> None:
        """List what was deleted."""
        super().on_mount()
        self.status.doing = _("looking …")
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """List what was deleted."""
        try:
            found, titles = await to_thread(self._read)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        finally:
            self.status.doing = ""
        self._titles = titles
        ids = [f"{each.key} {each.annotation.id}" for each in found]
        self.fill(ids, lambda index: self._entry(found[index]), marks_words(len(found)) if found else "")
        words = ngettext("{n} deleted mark", "{n} deleted marks", len(found)).format(n=len(found))
        self.status.words = words if found else ""

    def _read(self) -> tuple[tuple[Deletion, ...], dict[str, str]]:
        found = self._archive.deletions()
        keys = {each.key for each in found}
        titles = {record.key: record.title for record in self._archive.articles() if record.key in keys}
        for key in keys - titles.keys():
            earlier = next((each for each in self._archive.versions(key) if each.key == key), None)
            titles[key] = (
                _("{title}, version {n}").format(title=earlier.title, n=earlier.versions)
                if earlier
                else _("no longer listed")
            )
        return found, titles

    @on(LongList.Selected)
    def _chosen(self, event: LongList.Selected) -> None:
        self.restore(*event.id.split(" ", 1))

    @work(group="restore", exit_on_error=False)
    async def restore(self, key: str, id: str) -> None:
        """Bring one back."""
        try:
            annotation = await to_thread(self._archive.undelete, key, id)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self.status.told = _("brought back") if annotation else _("it was brought back already")
        self.look()

    def _entry(self, deletion: Deletion) -> Entry:
        annotation = deletion.annotation
        note = " ".join(annotation.note.split())
        passage = " ".join(annotation.anchor.exact.split()) if annotation.anchor else ""
        marked = " ".join(part for part in (tag_words(annotation.tags), note) if part)
        first = marked or correction_words(annotation)
        return Entry(
            annotation.id,
            ([(first, "")], [(moment_words(deletion.deleted), "$faint")]),
            (
                [(quoted(passage) if passage else _("whole article"), "$faint")],
                [(shorten(self._titles[deletion.key], TITLE), "$faint")],
            ),
        )
