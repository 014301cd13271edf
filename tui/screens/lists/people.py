"""Everyone in the articles: how much, how directly and how lately they speak; the same by source and by month."""

from asyncio import to_thread
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from core.analysis import Actor
from core.library import Library, LibraryError
from core.library.index.actors import Person, Ranking, Share
from core.translation import N_, _, ngettext, number_words, pgettext
from tui.keymap import Keys, bindings
from tui.messages import ActorChosen
from tui.model.days import today
from tui.notify import say
from tui.screens.lists.searched_listing import LISTING, SearchedListing
from tui.widgets.lines import Lines
from tui.widgets.long_list import LongList
from tui.widgets.panel import Heading
from tui.widgets.search import SearchLine
from tui.widgets.speaking import SpeakingColumns, SpeakingRow, most_of
from tui.widgets.status import StatusLine

TABLES: Sequence[tuple[str, str]] = (("", N_("actors")), ("outlet", N_("sources")), ("month", N_("months")))
"""What there is a row for."""
RANKINGS = {
    Ranking.STATEMENTS: N_("by statements"),
    Ranking.WORDS: N_("by words"),
    Ranking.DIRECT: N_("by share of direct speech"),
    Ranking.LAST: N_("by day"),
}


ALONE = N_("{name} ?: only the surname; it may be several people")
"""What is said of somebody who is in doubt."""


def is_same(person: Person, actor: Actor) -> bool:
    """Whether somebody in the list is the one whom they would be seen beside."""
    names = {person.name.casefold(), person.identity}
    return person.kind is actor.kind and (actor.name.casefold() in names or actor.id == person.identity != "")


class PeopleList(LongList, inherit_bindings=False):
    """One line each, who speaks most first."""

    ROWS = 1
    BINDINGS: ClassVar[list[BindingType]] = bindings("people")


class PeopleScreen(SearchedListing):
    """A table with a bar for each row. Choosing somebody opens the dossier."""

    DEFAULT_CSS = """
    PeopleScreen {
        #shelf { max-width: 140; }
        #title { margin-bottom: 0; }
        #columns { height: 1; margin-bottom: 0; }
        &.-empty #columns { display: none; }
    }
    """
    NAME = "actors"
    PLACE = "people"
    LIST = PeopleList
    KEYS = ("people-leave", "people-tables", "people-sort", "people-search", "people-open", "people-keys")
    EMPTY = N_("Nobody yet: who speaks is known once articles are analysed, which opening them does.")

    columns = query_one("#columns", Static)

    _amount = ""
    _table = 0
    """Which of TABLES is shown."""
    _ranking = Ranking.STATEMENTS

    def __init__(self, archive: Library, own: Keys, *, beside: Actor | None = None) -> None:
        """The result is the actor who is chosen, where it is to be seen `beside` another one."""
        super().__init__(own)
        self._archive = archive
        self._beside = beside
        self._rows: Sequence[Person | Share] = ()

    def compose(self) -> ComposeResult:
        """Heading, columns, list, status, and the line that narrows the list."""
        with Vertical(id="shelf"):
            yield Static(Heading(_(self.NAME).upper(), ""), id="title")
            yield Static("", id="columns")
            yield Static(Content(_(self.EMPTY)), id="none")
            yield self.LIST()
        yield StatusLine()
        yield SearchLine()

    def on_mount(self) -> None:
        """Look who there is."""
        super().on_mount()
        self.look()

    @work(exclusive=True, group=LISTING, exit_on_error=False)
    async def look(self) -> None:
        """List those whose names hold the words; surnames will do."""
        self.status.doing = _("looking …")
        by, _name = TABLES[self._table]
        try:
            if by:
                found: Sequence[Person | Share] = await to_thread(self._archive.shares, by)
            else:
                found = await to_thread(self._archive.people, self._line, self._ranking)
                if (other := self._beside) is not None:
                    found = [each for each in found if isinstance(each, Person) and not is_same(each, other)]
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        finally:
            self.status.doing = ""
        self._rows = found
        self._show()

    def _show(self) -> None:
        by, name = TABLES[self._table]
        rows, now = self._rows, today()
        ranking = Ranking.STATEMENTS if by else self._ranking
        most = most_of(rows, ranking)
        ids = [
            row.name if isinstance(row, Share) else f"{row.kind} {row.identity or row.name}" for row in rows
        ]

        def make(index: int) -> Lines:
            return SpeakingRow(rows[index], ranking, most, now)

        note = _(RANKINGS[ranking]) if not by else ""
        if self._beside is not None:
            note = _("to see beside {name}").format(name=self._beside.name) + f" · {note}"
        self.fill(ids, make, note, _("Nobody is called so.") if self._line else _(self.EMPTY))
        self.title_line.update(Heading(_(name).upper(), note))
        self.columns.update(SpeakingColumns(by))
        self._amount = self._count(by, len(rows))
        self._tell_doubt()
        is_choosing = self._beside is not None
        left_out = "people-open" if by else "people-tables" if is_choosing else ""
        self.status.keys = tuple(id for id in self.KEYS if id != left_out)
        self.status.labels = {"people-open": pgettext("key", "take")} if is_choosing else {}

    @on(LongList.Highlighted)
    def _tell_doubt(self) -> None:
        """Say why a name has a question mark."""
        at = self.listing.highlighted
        row = self._rows[at] if at is not None and at < len(self._rows) else None
        doubt = isinstance(row, Person) and row.in_doubt
        self.status.words = _(ALONE).format(name=row.name) if doubt and row is not None else self._amount

    def _count(self, by: str, number: int) -> str:
        if by == "outlet":
            return ngettext("{number} source", "{number} sources", number).format(number=number_words(number))
        if by == "month":
            return ngettext("{number} month", "{number} months", number).format(number=number_words(number))
        words = ngettext("{number} person, body or place", "{number} people, bodies and places", number)
        return words.format(number=number_words(number))

    def action_sort(self) -> None:
        """Sort by the next thing."""
        rankings = list(RANKINGS)
        self._ranking = rankings[(rankings.index(self._ranking) + 1) % len(rankings)]
        self._table = 0
        self.look()

    def action_tables(self) -> None:
        """Show sources, months, or people again."""
        if self._beside is None:
            self._table = (self._table + 1) % len(TABLES)
            self.look()

    def action_leave(self) -> None:
        """Go back to the people from sources and months, else to where one came from."""
        if self._table:
            self._table = 0
            self.look()
        else:
            super().action_leave()

    def action_search(self) -> None:
        """Type a part of a name."""
        self._table = 0
        self.open_search(self._line)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        self._line = " ".join(event.words.split())
        self.look()

    def give_up_search(self) -> None:
        """List everyone."""
        self._line = ""
        self.look()

    def choose(self) -> None:
        """Open the dossier of whoever is under the cursor, or take them to be seen beside the other one."""
        at = self.listing.highlighted
        row = self._rows[at] if at is not None and at < len(self._rows) else None
        if not isinstance(row, Person):
            return
        actor = Actor(row.identity, row.name, row.kind)
        if self._beside is not None:
            self.dismiss(actor)
        else:
            self.post_message(ActorChosen(actor))
