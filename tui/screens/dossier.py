"""The dossier of an actor, or of two side by side: what they say and what is said of them, in time order."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import replace
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
from core.dossiers.chronicle import Entry, Part, Place, chronicle
from core.library import Library, LibraryError
from core.library.dossiers import KINDS, Dossier
from core.library.index.query import Query, parse
from core.translation import N_, _
from tui.keymap import Keys, bindings
from tui.messages import QuoteChosen
from tui.model.library_words import articles_words, statements_words
from tui.notify import say
from tui.screens.dossier_export import DossierExportDialog, saved
from tui.screens.listing import ListingScreen
from tui.screens.people import PeopleScreen
from tui.services.apart import Analyze
from tui.services.exporting import SaveError, with_tilde
from tui.widgets.dossier_entry import DossierEntry, DossierPlot, detail
from tui.widgets.long_list import LongList
from tui.widgets.panel import Heading
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine

NO_IDENTITY = N_(
    "Without a name in full nobody is known beyond this article. Where you know who it is, correct the name, or give "
    "the alias to the one who bears it."
)
WIDE = 112
"""Columns from which on there is room for the whole statement beside the list."""
TALL = 24
"""Lines from which on there is room for it below the list."""
PARTS: Sequence[tuple[Part | None, str]] = (
    (None, ""),
    (Part.BY, N_("only what they say")),
    (Part.ABOUT, N_("only what others say of them")),
    (Part.MENTION, N_("only mentions")),
)


class DossierList(LongList, inherit_bindings=False):
    """The statements, walked with the same keys as every list."""

    ROWS = 3
    BINDINGS: ClassVar[list[BindingType]] = bindings("dossier")


class DossierScreen(ListingScreen):
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
        &.-empty #detail { display: none; }
    }
    """
    NAME = "dossier"
    PLACE = "dossier"
    LIST = DossierList
    KEYS = (
        "dossier-leave",
        "dossier-export",
        "dossier-with",
        "dossier-only",
        "dossier-search",
        "dossier-open",
        "dossier-keys",
    )
    EMPTY = N_("looking through your articles …")

    plot_box = query_one("#plot", Static)
    detail_box = query_one("#detail", Static)
    search_line = query_one(SearchLine)

    _line = ""
    """How it is narrowed, as typed."""
    _shown = 0
    """Which of PARTS is shown."""
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
        self._found: Sequence[Dossier] = ()
        self._all: Sequence[Entry] = ()
        self._entries: Sequence[Entry] = ()

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

    @work(exclusive=True, exit_on_error=False)
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
        found = [self._archive.dossier(actor.name, actor.kind, query) for actor in self._actors]
        return found, chronicle(found)

    @property
    def _names(self) -> Sequence[str]:
        return [each.name for each in self._found]

    @property
    def _waiting(self) -> list[str]:
        """Keys of the articles that are not analysed."""
        return list(dict.fromkeys(key for each in self._found for key in each.not_analysed))

    def _show(self, empty: str = "") -> None:
        part, words = PARTS[self._shown]
        self._entries = [entry for entry in self._all if part in (None, entry.part)]
        ids = [str(number) for number in range(len(self._entries))]
        names = self._names
        self.fill(ids, lambda index: DossierEntry(self._entries[index], names), empty=empty or _("Nothing."))
        self._head(" · ".join(filter(None, (*self._numbers(), _(words) if words else "", self._line))))
        self.status.words = " · ".join(self._facts()) if self._found else self._actors[0].name
        self._show_plot()
        self._show_detail()

    def _numbers(self) -> list[str]:
        if not self._found:
            return []
        articles, statements = (
            sum(each.articles for each in self._found),
            sum(each.statements for each in self._found),
        )
        return [
            articles_words(articles),
            statements_words(statements),
        ]

    def _facts(self) -> list[str]:
        facts: list[str] = []
        for each in self._found:
            doubt = [_("may be several people")] if each.in_doubt else []
            if each.doubtful:
                doubt = [_("in {number} more only the surname, in doubt").format(number=each.doubtful)]
            also = [_("also {names}").format(names=", ".join(each.aliases))] if each.aliases else []
            facts += [each.name, *doubt, *([", ".join(each.roles)] if each.roles else []), *also]
        if self._waiting and self._analysing is None:
            facts.insert(0, _("{number} not analysed").format(number=len(self._waiting)))
        return facts

    def _head(self, note: str) -> None:
        names = " · ".join(self._names or [actor.name for actor in self._actors])
        self.title_line.update(Heading(f"{_(self.NAME).upper()}  {names}", note))

    def _show_plot(self) -> None:
        days = {day for each in self._found for day, _number in each.days}
        self.set_class(len(days) > 1, "-plotted")
        if len(days) > 1:
            self.plot_box.update(DossierPlot(self._found))

    @on(LongList.Highlighted)
    def _moved(self) -> None:
        self._place = 0
        self._show_detail()

    def _show_detail(self) -> None:
        at = self.listing.highlighted
        there = at is not None and at < len(self._entries)
        shown = detail(self._entries[at], self._names, self._place) if at is not None and there else ""
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
        self.status.display = False
        self.search_line.open(self._line)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        line = " ".join(event.words.split())
        try:
            parse(line)
        except ValueError as error:
            self.search_line.tell(str(error))
            return
        self.search_line.tell("")
        self._line = line
        self.look()

    @on(SearchLine.Stepped)
    def _stepped(self, event: SearchLine.Stepped) -> None:
        (self.listing.action_cursor_down if event.by > 0 else self.listing.action_cursor_up)()

    @on(SearchLine.Left)
    def _search_left(self, event: SearchLine.Left) -> None:
        self.search_line.close()
        self.status.display = True
        self.listing.focus()
        if not event.accepted and self._line:
            self._line = ""
            self.look()

    # Somebody else beside

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

        self.app.push_screen(PeopleScreen(self._archive, self.own, choosing=True), chosen)

    # Export

    @work(exclusive=True, group="exporting", exit_on_error=False)
    async def action_export(self) -> None:
        """Write all that is shown to a file."""
        if not self._found:
            return
        stem = "-".join(
            name.lower().replace(" ", "-").replace("/", "-") for name in ("dossier", *self._names)
        )
        wanted, warning = None, ""
        while True:
            dialog = DossierExportDialog(
                " · ".join(self._names), stem, self.own, wanted, warning, self._exports
            )
            wanted = await self.app.push_screen_wait(dialog)
            if wanted is None:
                return
            try:
                if await to_thread(saved, wanted, self._found):
                    break
            except SaveError as error:
                warning = str(error)
                continue
            wanted = replace(wanted, replace=True)
            warning = _(
                "There already: {name}. Write once more to replace it, or choose another name."
            ).format(name=wanted.target.name)
        self.status.told = _("written to {path}").format(path=with_tilde(wanted.target))

    # Opening

    @on(LongList.Selected)
    def _chosen(self, event: LongList.Selected) -> None:
        self.open(self._entries[int(event.id)].places[self._place])

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
        at = self.listing.highlighted
        if at is None or at >= len(self._entries):
            return
        places = self._entries[at].places
        self._place = (self._place + 1) % len(places)
        record = places[self._place].record
        self.status.told = f"{self._place + 1}/{len(places)}  {record.dated[:10]} · {record.title}"
        self._show_detail()

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
