"""The versions of one article, from which the changes between them can be opened."""

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from core.articles.source_names import spoken
from core.library import ArticleRecord, Library, LibraryError
from core.translation import N_, _, ngettext
from tui.keymap import Keys, bindings
from tui.messages import ArticleChosen
from tui.model.days import moment_words
from tui.model.library_words import marks_words
from tui.notify import say
from tui.screens.lists.changes import ChangesScreen
from tui.screens.lists.listing import ListingScreen
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry


class VersionsList(LongList, inherit_bindings=False):
    """The versions, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("versions")


class VersionsScreen(ListingScreen):
    """One entry per version, with when it was first read, and the number of marks on it."""

    NAME = N_("versions")
    PLACE = "versions"
    LIST = VersionsList
    KEYS = ("versions-leave", "versions-open", "versions-changes", "versions-keys")
    EMPTY = N_("This article is not in the library yet.")

    def __init__(self, archive: Library, key: str, own: Keys) -> None:
        super().__init__(own)
        self._archive = archive
        self._key = key
        self._versions: tuple[ArticleRecord, ...] = ()

    def on_screen_resume(self) -> None:
        """List the versions, also on returning from one of them."""
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """List the versions."""
        try:
            versions = await to_thread(self._archive.versions, self._key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self._versions = versions
        shown = versions[::-1]
        self.fill(
            [record.key for record in shown],
            lambda index: _entry(shown[index]),
            ngettext("{n} version", "{n} versions", len(shown)).format(n=len(shown)),
        )
        self.status.words = versions[-1].title if versions else ""

    @on(LongList.Selected)
    def _chosen(self, event: LongList.Selected) -> None:
        self.open(event.id)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self, key: str) -> None:
        """Read a version."""
        try:
            article = await to_thread(self._archive.load_article, key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        if article is not None:
            self.app.post_message(ArticleChosen(article))

    def action_changes(self) -> None:
        """Show what changed from the version before to the one under the cursor."""
        keys = [record.key for record in self._versions]
        at = keys.index(self.listing.current) if self.listing.current in keys else 0
        if at == 0:
            is_first = len(keys) > 1
            self.status.told = (
                _("the first version: nothing before it") if is_first else _("the only version")
            )
            return
        older, newer = self._versions[at - 1], self._versions[at]
        self.app.push_screen(ChangesScreen(self._archive, older, newer, self.own))

    @on(LongList.Highlighted)
    def _moved(self) -> None:
        self.status.told = ""


def _entry(record: ArticleRecord) -> Entry:
    marks = marks_words(record.annotations) if record.annotations else ""
    read_first = _("read first {moment}").format(moment=moment_words(record.first_opened))
    return Entry(
        record.key,
        (
            [(_("version {n}").format(n=record.versions), ""), (f"  {read_first}", "")],
            [(marks, "$annotation-sign")] if marks else [],
        ),
        ([(record.title or _("untitled"), "$faint")], [(spoken(record.source), "$faint")]),
    )
