"""Everyone who is known beyond one article: how often and how lately they speak."""

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from core.analysis import Actor
from core.library import Library, LibraryError
from core.library.index.actors import Person
from core.translation import N_, _, ngettext
from tui.keymap import Keys, bindings
from tui.model.days import day_words, today
from tui.model.describe import kind_words
from tui.model.library_words import number_words, statements_words
from tui.notify import say
from tui.screens.dossier import DossierScreen
from tui.screens.listing import ListingScreen
from tui.widgets.lines import OneLine
from tui.widgets.long_list import LongList
from tui.widgets.search import SearchLine


class PeopleList(LongList, inherit_bindings=False):
    """One line each, who speaks most first."""

    ROWS = 1
    BINDINGS: ClassVar[list[BindingType]] = bindings("people")


class PeopleScreen(ListingScreen):
    """Choosing somebody opens the dossier."""

    NAME = N_("people")
    PLACE = "people"
    LIST = PeopleList
    KEYS = ("people-leave", "people-search", "people-open", "people-keys")
    EMPTY = N_("Nobody yet: who speaks is known once articles are analysed, which opening them does.")

    _words = ""

    def __init__(self, archive: Library, own: Keys) -> None:
        super().__init__(own)
        self._archive = archive
        self._people: list[Person] = []

    def compose(self) -> ComposeResult:
        """Heading, list, status, and the line that narrows the list."""
        yield from super().compose()
        yield SearchLine()

    def on_mount(self) -> None:
        """Look who there is."""
        super().on_mount()
        self.status.doing = _("looking …")
        self.look("")

    @work(exclusive=True, exit_on_error=False)
    async def look(self, words: str) -> None:
        """List those whose names hold the words; surnames will do."""
        try:
            found = await to_thread(self._archive.people, words)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        finally:
            self.status.doing = ""
        self._people, self._words = found, words
        said = sum(each.statements for each in found)
        by = _("by statements")
        note = f"{statements_words(said)} · {by}" if found else ""
        ids = [each.identity for each in found]
        self.fill(ids, lambda index: _line(found[index]), note, _("Nobody is called so.") if words else "")
        self.status.words = ngettext("{n} person or body", "{n} people and bodies", len(found)).format(
            n=number_words(len(found))
        )

    def action_search(self) -> None:
        """Type a part of a name."""
        self.status.display = False
        self.query_one(SearchLine).open(self._words)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        self.look(" ".join(event.words.split()))

    @on(SearchLine.Stepped)
    def _stepped(self, event: SearchLine.Stepped) -> None:
        (self.listing.action_cursor_down if event.by > 0 else self.listing.action_cursor_up)()

    @on(SearchLine.Left)
    def _search_left(self, event: SearchLine.Left) -> None:
        self.query_one(SearchLine).close()
        self.status.display = True
        self.listing.focus()
        if not event.accepted:
            self.look("")

    @on(LongList.Selected)
    def _chosen(self) -> None:
        at = self.listing.highlighted
        if at is not None:
            person = self._people[at]
            actor = Actor(person.identity, person.name, person.kind)
            self.app.push_screen(DossierScreen(actor, self._archive, self.own))

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss()


def _line(person: Person) -> OneLine:
    statements, articles = number_words(person.statements), number_words(person.articles)
    among = _("in")
    numbers = f"{statements:>6}  {among} {articles:>5}"
    last = day_words(person.last, today())
    return OneLine(
        [
            (f"{numbers}  ", "$faint"),
            (f"{last:<12}", "$faint"),
            (person.name, "bold"),
            (f"  {kind_words(person.kind)}", "$faint"),
        ]
    )
