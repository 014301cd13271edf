"""The dossier of an actor, or of two side by side: what they say and what is said of them, in time order."""

from asyncio import to_thread
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static
from textual.worker import Worker

from core.analysis import Actor
from core.analyzer.in_child_process import AnalysisError
from core.dossiers.chronicle import Entry, Place, chronicle, side_by_side
from core.dossiers.months import Month, months
from core.library import Library, LibraryError
from core.library.dossiers import KINDS, Dossier
from core.library.index.query import Query, parse
from core.translation import N_, _, number_words
from tui.keymap import Keys, bindings, key
from tui.messages import QuoteChosen
from tui.model.days import today
from tui.model.dossier_words import NO_IDENTITY, PARTS, amounts, amounts_shown, facts, narrowed_words
from tui.notify import say
from tui.screens.lists.people import PeopleScreen
from tui.screens.lists.searched_listing import LISTING
from tui.screens.lists.surname import BARE, Surname, SurnameListing
from tui.screens.sheets.dossier_export import write_dossier
from tui.services.apart import Analyze
from tui.services.exporting import with_tilde
from tui.widgets.dossier_entry import DossierPlot, DossierRow, Gap, MonthRow, detail, height_of, where
from tui.widgets.lines import Lines
from tui.widgets.long_list import LongList
from tui.widgets.panel import Heading
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine

WIDE = 112
"""Columns from which on there is room for the whole statement beside the list."""
TALL = 24
"""Lines from which on there is room for it below the list."""


class DossierList(LongList, inherit_bindings=False):
    """The statements, walked with the same keys as every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("dossier")


class DossierScreen(SurnameListing):
    """When they spoke, an entry for each statement, and beside or below the list all of the one under the cursor."""

    DEFAULT_CSS = """
    DossierScreen {
        #shelf { max-width: 200; }
        #plot { display: none; height: auto; margin-bottom: 1; }
        &.-plotted #plot { display: block; }
        #beside { height: 1fr; layout: vertical; }
        #detail { display: none; height: 8; padding: 0; margin: 1 0 0 0; border-top: solid $rule; overflow-y: auto; }
        &.-tall #detail { display: block; }
        &.-wide #beside { layout: horizontal; }
        &.-wide #detail {
            display: block; width: 50; height: 1fr; padding: 0 0 0 2; margin: 0 0 0 1; border-top: none;
            border-left: solid $rule;
        }
        &.-empty #detail, &.-by-month #detail { display: none; }
    }
    """
    NAME = "dossier"
    PLACE = "dossier"
    LIST = DossierList
    KEYS = (
        "dossier-leave",
        "dossier-export",
        "dossier-tables",
        "dossier-with",
        "dossier-only",
        "dossier-search",
        "dossier-open",
        "dossier-keys",
    )
    SIDES = "dossier-left", "dossier-right"
    """What leads to the one at the left, and to the one at the right."""
    EMPTY = N_("looking through your articles …")

    plot_box = query_one("#plot", Static)
    detail_box = query_one("#detail", Static)

    _shown = 0
    """Which of PARTS is shown."""
    _side = 0
    """Which of two people the keys act on."""
    _place = 0
    """Which of the articles that have the statement under the cursor is opened."""
    _analysing: Worker[None] | None = None

    def __init__(
        self,
        actor: Actor,
        archive: Library,
        own: Keys,
        analyze: Analyze | None = None,
        exports: Path = Path(),
    ) -> None:
        """`analyze` makes the analyses of articles with that name that have none; without it they are left out."""
        super().__init__(own)
        self._actors = [actor]
        self._archive = archive
        self._analyze = analyze
        self._exports = exports
        self.surname = Surname(archive)
        self._found: Sequence[Dossier] = ()
        self._all: Sequence[Entry] = ()
        self._rows: Sequence[Sequence[Entry | None]] = ()
        self._months: Sequence[Month] = ()

    def compose(self) -> ComposeResult:
        """Heading, plot, list and statement, status, and the line that narrows the list."""
        with Vertical(id="shelf"):
            yield Static(Heading(_(self.NAME).upper(), ""), id="title")
            yield Static("", id="plot")
            yield Static(Content(_(self.EMPTY)), id="none")
            with Container(id="beside"):
                yield self.LIST()
                yield Static("", id="detail")
        yield StatusLine()
        yield SearchLine()

    def on_mount(self) -> None:
        """Look through the library."""
        super().on_mount()
        self._head("")
        self.status.words = self._actors[0].name
        self.look(begin=True)

    def on_resize(self, event: events.Resize) -> None:
        """Show all of a statement where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.width < WIDE and event.size.height >= TALL, "-tall")
        if self._found:
            self._show_plot()

    @work(exclusive=True, group=LISTING, exit_on_error=False)
    async def look(self, *, begin: bool = False) -> None:
        """Gather what there is; at the `begin`ning, analyse what is not analysed yet."""
        if self._actors[0].kind not in KINDS:
            self._show(_(NO_IDENTITY))
            return
        try:
            found = await to_thread(self._gather, parse(self._line))
        except LibraryError as error:
            say(self.app, str(error), "error")
            self._show(_("The library could not be read."))
            return
        self._found, self._all = found
        self._show(_("Nothing is left with these words and days.") if self._line else _(NO_IDENTITY))
        if begin and self._waiting and self._analyze is not None:
            self._analysing = self.analyse_waiting()

    def _gather(self, query: Query) -> tuple[Sequence[Dossier], Sequence[Entry]]:
        if self.surname.bearer:
            found = [self.surname.gather(query)]
        else:
            found = [self._archive.dossier(actor.name, actor.kind, query) for actor in self._actors]
        return found, chronicle(found)

    @property
    def _names(self) -> Sequence[str]:
        return [each.name for each in self._found]

    @property
    def chosen(self) -> Dossier | None:
        """The dossier that the keys act on; None before there is any."""
        return self._found[self._side_in(self._row)] if self._found else None

    def renew(self) -> None:
        """Gather it again."""
        self.look()

    @property
    def _waiting(self) -> list[str]:
        """Keys of the articles that are not analysed."""
        return list(dict.fromkeys(key for each in self._found for key in each.not_analysed))

    def _show(self, empty: str = "") -> None:
        part, words = PARTS[self._shown]
        entries = [each for each in self._all if part in (None, each.part)]
        self._rows = side_by_side(entries, max(1, len(self._found)))
        self._months = months(self._found) if self._by_month else ()
        ids = [each.name for each in self._months] if self._by_month else [*map(str, range(len(self._rows)))]
        rows, names = () if self._by_month else self._rows, self._names
        self.listing.heights = lambda at, width: height_of(rows[at], names, width) if rows else len(names) + 2
        self.listing.gap = Gap() if rows and len(names) > 1 else None
        self.fill(ids, self._line_of, empty=empty or _("Nothing."))
        amount = amounts(self._found) if part is None else amounts_shown(entries)
        self._head(" · ".join(filter(None, (*amount, _(words) if words else "", narrowed_words(self._line)))))
        self.set_class(self._by_month, "-by-month")
        self._show_plot()
        self._show_detail()

    def _line_of(self, index: int) -> Lines:
        if self._by_month:
            most = max(amount.statements for month in self._months for amount in month.amounts)
            return MonthRow(self._months[index], self._names, most)
        row, is_here = self._rows[index], index == self.listing.highlighted
        return DossierRow(row, self._names, today(), self._side_in(row) if is_here else None)

    def _side_in(self, row: Sequence[Entry | None]) -> int:
        """The side that the keys act on, where there is something on it, else the other."""
        side = min(self._side, len(row) - 1)
        return side if row[side] is not None or row[side - 1] is None else 1 - side

    @property
    def _row(self) -> Sequence[Entry | None]:
        """The row under the cursor, with nothing on any side if there is none."""
        at, none = self.listing.highlighted, (None,) * max(1, len(self._found))
        return none if self._by_month or at is None or at >= len(self._rows) else self._rows[at]

    @property
    def entry(self) -> Entry | None:
        """What the keys act on; None if there is nothing."""
        return self._row[self._side_in(self._row)]

    def _facts(self) -> list[str]:
        """Who the one is that the keys act on."""
        known = facts(self._found[self._side_in(self._row)], named=len(self._found) > 1)
        waiting = len(self._waiting) if self._analysing is None else 0
        if self.surname.bearer:
            known = [self.surname.words(self.own), *known]
        elif self.chosen is not None and self.chosen.doubtful:
            known.insert(0, f"{key('dossier-surname', self.own)}: {known.pop(len(self._found) > 1)}")
        return [_("{number} not analysed").format(number=number_words(waiting)), *known] if waiting else known

    def _head(self, note: str) -> None:
        names = self._names or [actor.name for actor in self._actors]
        self.title_line.update(Heading(f"{_(self.NAME).upper()}  {' · '.join(names)}", note))

    def _show_plot(self) -> None:
        days = {day for each in self._found for day, _number in each.days}
        self.set_class(len(days) > 1, "-plotted")
        if len(days) > 1:
            self.plot_box.update(DossierPlot(self._found, today()))

    @on(LongList.Highlighted)
    def _moved(self) -> None:
        self._place = 0
        self._show_detail()

    def _show_detail(self) -> None:
        """Show all of what is under the cursor, whose it is, and what the keys do there."""
        self.status.words = " · ".join(self._facts()) if self._found else self._actors[0].name
        extra = [self.SIDES[1 - self._side_in(self._row)]] if len(self._found) > 1 else []
        extra += (
            BARE if self.surname.bearer else BARE[:1] if any(each.doubtful for each in self._found) else []
        )
        self.status.keys = (*self.KEYS[:-3], *extra, *self.KEYS[-3:])
        shown = detail(self.entry, self._names, today(), self._place) if self.entry else ""
        self.detail_box.update(shown)
        self.detail_box.scroll_home(animate=False)

    # Analysing

    def action_analyse(self) -> None:
        """Analyse what is not analysed yet, or stop that."""
        if self._analysing is not None:
            self._analysing.cancel()
        elif self._waiting and self._analyze is not None:
            self._analysing = self.analyse_waiting()
        else:
            self.status.told = _("all articles with that name are analysed")

    @work(exclusive=True, group="analysing", exit_on_error=False)
    async def analyse_waiting(self) -> None:
        """Analyse the articles in which the name is, one after the other, and show what they have."""
        assert self._analyze is not None
        keys = self._waiting
        try:
            for number, key in enumerate(keys, 1):
                self.status.doing = _("analysing {number} of {all} …").format(number=number, all=len(keys))
                article = await to_thread(self._archive.load_article, key)
                if article is not None:
                    try:
                        analysis = await self._analyze(article)
                    except AnalysisError:
                        continue
                    await to_thread(self._archive.keep_analysis, article, analysis)
        except LibraryError as error:
            say(self.app, str(error), "error")
        finally:
            self._analysing = None
            if self.is_mounted:
                self.status.doing = ""
                self.look()

    # Narrowing

    def action_only(self) -> None:
        """Show only what they say, only what others say of them, only mentions, or all of it."""
        self._shown = (self._shown + 1) % len(PARTS)
        self._show()

    def action_search(self) -> None:
        """Type words and days to narrow it by."""
        self.open_search(self._line)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        line = " ".join(event.words.split())
        try:
            parse(line)
        except ValueError as error:
            self.search_line.explain(str(error))
            return
        self.search_line.tell("")
        self._line = line
        self.look()

    def give_up_search(self) -> None:
        """Show all of it again."""
        if self._line:
            self._line = ""
            self.look()

    def action_tables(self) -> None:
        """Show how much was said in each month, or the statements again."""
        self._by_month = not self._by_month
        self._show()

    # Somebody else beside

    def action_side(self, side: int) -> None:
        """Go to what the one at the left or at the right says."""
        self._side, self._place = side, 0
        self.listing.refresh_entries()
        self._show_detail()

    def action_beside(self) -> None:
        """Choose somebody else to see beside, or take them away again."""
        if len(self._actors) > 1:
            del self._actors[1:]
            self.look()
            return

        def chosen(actor: Actor | None) -> None:
            if actor is not None:
                self._actors.append(actor)
                self.look(begin=True)

        self.app.push_screen(PeopleScreen(self._archive, self.own, beside=self._actors[0]), chosen)

    # Export

    @work(exclusive=True, group="exporting", exit_on_error=False)
    async def action_export(self) -> None:
        """Write all that is shown to a file."""
        if not self._found:
            return
        if written := await write_dossier(self.app, self._found, self.own, self._exports):
            self.status.told = _("written to {path}").format(path=with_tilde(written))

    # Opening

    def choose(self) -> None:
        """Read the statement under the cursor in its article; of a month, list its statements."""
        if self._by_month:
            self._by_month = False
            if month := self.listing.current:
                self._line = f"since:{month} until:{month}"
            self.look()
        elif self.entry is not None:
            self.open(self.entry.articles[self._place])

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self, place: Place) -> None:
        """Read the article, from the statement on."""
        try:
            article = await to_thread(self._archive.load_article, place.record.key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        if article is not None:
            span = place.said.spans[0] if place.said is not None else None
            self.app.post_message(QuoteChosen(article, span))

    def action_article(self) -> None:
        """On to the next article that has the statement."""
        if self.entry is None:
            return
        places = self.entry.articles
        self._place = (self._place + 1) % len(places)
        at = where(places[self._place].record, today())
        self.status.told = f"{self._place + 1}/{len(places)}  {at}"
        self._show_detail()
