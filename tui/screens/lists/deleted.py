"""Removed articles and deleted annotations, which can be restored."""

from asyncio import to_thread
from operator import itemgetter
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from core.articles.source_names import outlet_words
from core.library import ArticleRecord, Deletion, Library, LibraryError
from core.translation import N_, _, ngettext, number_words
from tui.keymap import Keys, bindings
from tui.model.days import moment_words
from tui.model.describe import in_marks
from tui.model.describe_corrections import correction_words
from tui.model.library_words import articles_words, marks_words
from tui.model.undo import tag_words
from tui.notify import say
from tui.screens.lists.listing import ListingScreen
from tui.text import shorten
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry

TITLE = 32
"""Columns that the title of an article takes at most beside a passage from it."""


class DeletedList(LongList, inherit_bindings=False):
    """What was removed or deleted, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("deleted")


class DeletedScreen(ListingScreen):
    """One entry per removed article and per deleted annotation."""

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
        """List what was removed or deleted."""
        try:
            deletions, removed, titles = await to_thread(self._read)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        finally:
            self.status.doing = ""
        self._titles = titles
        gone = [
            *((each.deleted, f"{each.key} {each.annotation.id}", self._entry(each)) for each in deletions),
            *((each.removed, each.key, _article_entry(each)) for each in removed),
        ]
        gone.sort(key=itemgetter(0), reverse=True)
        entries = [entry for _when, _id, entry in gone]
        counts = [articles_words(len(removed))] if removed else []
        counts += [marks_words(len(deletions))] if deletions else []
        self.fill([id for _when, id, _entry in gone], entries.__getitem__, ", ".join(counts))
        self.status.words = _words(len(removed), len(deletions))

    def _read(self) -> tuple[tuple[Deletion, ...], list[ArticleRecord], dict[str, str]]:
        found, removed = self._archive.deletions(), self._archive.removed()
        keys = {each.key for each in found}
        titles = {record.key: record.title for record in self._archive.articles() if record.key in keys}
        for key in keys - titles.keys():
            earlier = next((each for each in self._archive.versions(key) if each.key == key), None)
            titles[key] = (
                _("{title}, version {n}").format(title=earlier.title, n=earlier.versions)
                if earlier
                else _("no longer listed")
            )
        return found, removed, titles

    @on(LongList.Selected)
    def _chosen(self, event: LongList.Selected) -> None:
        key, _blank, id = event.id.partition(" ")
        self.restore(key, id)

    @work(group="restore", exit_on_error=False)
    async def restore(self, key: str, id: str) -> None:
        """Bring an annotation back, or without its id the article."""
        try:
            back = await to_thread(self._bring_back, key, id)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self.status.told = _("brought back") if back else _("it was brought back already")
        self.look()

    def _bring_back(self, key: str, id: str) -> bool:
        """Whether there was anything to bring back."""
        if id:
            return self._archive.undelete(key, id) is not None
        if not self._archive.reading(key).removed:
            return False
        self._archive.restore(key)
        return True

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
                [(in_marks(passage) if passage else _("whole article"), "$faint")],
                [(shorten(self._titles[deletion.key], TITLE), "$faint")],
            ),
        )


def _article_entry(record: ArticleRecord) -> Entry:
    return Entry(
        record.key,
        ([(record.title or _("untitled"), "")], [(moment_words(record.removed), "$faint")]),
        (
            [(_("removed from the library"), "$faint")],
            [(shorten(outlet_words(record.outlet), TITLE), "$faint")],
        ),
    )


def _words(articles: int, marks: int) -> str:
    """How much there is of both, for the status line."""
    removed = ngettext("{n} removed article", "{n} removed articles", articles).format(
        n=number_words(articles)
    )
    deleted = ngettext("{n} deleted mark", "{n} deleted marks", marks).format(n=number_words(marks))
    return " · ".join(words for words, number in ((removed, articles), (deleted, marks)) if number)
