"""The dossier of an actor: the statements in all articles of the library, in chronological order."""

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from core.analysis import Actor
from core.library import Library, LibraryError
from core.library.dossiers import KINDS, Appearance, Dossier
from core.library.index.actors import Said
from core.translation import N_, _, ngettext
from tui.keymap import Keys, bindings
from tui.messages import QuoteChosen
from tui.model.library_words import articles_words, statements_words
from tui.model.speech import QUOTE_SIGNS, type_words
from tui.notify import say
from tui.screens.listing import ListingScreen, day
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry, Heading

NO_IDENTITY = N_(
    "Without a name in full nobody is known beyond this article. Where you know who it is, correct the name, or give "
    "the alias to the one who bears it."
)


class DossierList(LongList, inherit_bindings=False):
    """The statements, walked with the same keys as every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("dossier")


class DossierScreen(ListingScreen):
    """One entry a statement with its article below it; one for each article in which the actor is not quoted."""

    NAME = N_("dossier")
    PLACE = "dossier"
    LIST = DossierList
    KEYS = ("dossier-leave", "dossier-open", "dossier-keys")
    EMPTY = N_("looking through your articles …")

    def __init__(self, actor: Actor, archive: Library, own: Keys) -> None:
        super().__init__(own)
        self._actor = actor
        self._archive = archive
        self._entries: list[tuple[Appearance, Said | None]] = []

    def on_mount(self) -> None:
        """Look through the library."""
        super().on_mount()
        self._head("")
        self.status.words = self._actor.name
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """Gather what there is."""
        if self._actor.kind not in KINDS:
            self._show(None, _(NO_IDENTITY))
            return
        try:
            found = await to_thread(self._archive.dossier, self._actor.name, self._actor.kind)
        except LibraryError as error:
            say(self.app, str(error), "error")
            self._show(None, _("The library could not be read."))
            return
        self._show(found, _(NO_IDENTITY))

    def _show(self, found: Dossier | None, empty: str) -> None:
        appearances = found.appearances if found is not None else ()
        self._entries = [
            (appearance, said) for appearance in appearances for said in (appearance.statements or (None,))
        ]
        ids = [str(number) for number in range(len(self._entries))]
        self.fill(ids, lambda index: _entry(*self._entries[index]), empty=empty)
        if found is None:
            return
        notes = [counted(found.articles, "article"), counted(found.statements, "statement")]
        if found.not_analysed:
            notes.append(f"{len(found.not_analysed)} not analysed yet")
        self._head(" · ".join(notes))
        facts = [found.name, *([", ".join(found.roles)] if found.roles else [])]
        self.status.words = " · ".join(
            [*facts, *([_("also {names}").format(names=", ".join(found.aliases))] if found.aliases else [])]
        )

    def _head(self, note: str) -> None:
        self.title_line.update(Heading(_("DOSSIER  {name}").format(name=self._actor.name), note))

    @on(LongList.Selected)
    def _chosen(self, event: LongList.Selected) -> None:
        self.open(*self._entries[int(event.id)])

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self, appearance: Appearance, said: Said | None) -> None:
        """Read the article, from the statement on."""
        try:
            article = await to_thread(self._archive.load_article, appearance.record.key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        if article is not None:
            self.app.post_message(QuoteChosen(article, said.spans[0] if said is not None else None))

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss()


def _entry(appearance: Appearance, said: Said | None) -> Entry:
    record = appearance.record
    title = [(record.title or _("untitled"), "$faint")], [(day(record.dated), "$faint")]
    if said is None:
        count = appearance.mentions
        words = ngettext("mentioned once, not quoted", "mentioned {n} times, not quoted", count).format(
            n=count
        )
        return Entry(record.key, ([("· ", "$faint"), (words, "$faint")], []), title)
    sign = QUOTE_SIGNS[said.type]
    kind = type_words(said.type)
    return Entry(record.key, ([(f"{sign} ", "$faint"), (said.words, "")], [(kind, "$faint")]), title)
