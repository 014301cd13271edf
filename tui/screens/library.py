"""The library screen: every article, sorted, narrowed, searched, and what is done with them."""

import shlex
from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from core.library import ArticleRecord, Library, LibraryError
from core.library.index.query import Choice, Order, Query, parse
from core.library.index.searching import Hit, HitKind
from core.library.index.snippets import Snippet
from core.library.states import State
from core.text.spans import Span
from tui.keymap import Keys, bindings, key
from tui.messages import ArticleChosen, QuoteChosen, SourceNamed, WordsChosen
from tui.model.days import long_day_words, today
from tui.notify import say
from tui.screens.article_list import ArticleList, Contents
from tui.screens.deleted import DeletedScreen
from tui.screens.listing import ListingScreen, counted
from tui.screens.open import AddDialog, OpenDialog
from tui.screens.people import PeopleScreen
from tui.screens.tag_list import TagListScreen
from tui.screens.versions import VersionsScreen
from tui.services.apart import Read, read_apart
from tui.services.filing import Filing
from tui.widgets.article_entry import ArticleEntry, GroupHeading, HitEntry, found_words, preview
from tui.widgets.lines import Lines, OneLine
from tui.widgets.long_list import HEADING, LongList
from tui.widgets.panel import Heading
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine

EMPTY = "Nothing here yet. “a” adds files and addresses, “o” opens one; “lesart demo” opens a sample."
PREVIEW = 112
"""Columns from which on there is room for a preview beside the list."""
SNIPPETS = 40
"""Hits whose context is looked up before they are shown; the others follow."""
LEAVES = "{} leaves Lesart"
KEYS = (
    "library-leave",
    "library-archive",
    "library-later",
    "library-sort",
    "library-next",
    "library-add",
    "library-search",
    "library-keys",
)
NARROWINGS: tuple[tuple[State, ...], ...] = ((), *((state,) for state in State))


class LibraryList(LongList, inherit_bindings=False):
    """The articles, walked with the same keys as every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")


class LibraryScreen(ListingScreen):
    """Two lines per article, and beside them what is to be known of the one under the cursor."""

    DEFAULT_CSS = """
    LibraryScreen {
        #shelf { max-width: 200; }
        #beside { height: 1fr; }
        #preview { display: none; width: 46; height: 1fr; padding: 0 0 0 2; margin: 0 0 0 1; border-left: solid $rule; }
        &.-previewed #preview { display: block; }
        &.-empty #preview { display: none; }
    }
    """
    NAME = "library"
    PLACE = "library"
    LIST = LibraryList
    KEYS = KEYS
    EMPTY = EMPTY

    preview_box = query_one("#preview", Static)

    _query = ""
    _asked = Query()
    _hits: tuple[Hit, ...] = ()
    _before: str | None = None
    """The article under the cursor when the search began."""
    _told_obstacle = False
    _grouped = False
    _with_path = False

    def __init__(self, archive: Library, own: Keys, read: Read = read_apart) -> None:
        super().__init__(own)
        self._archive = archive
        self._list = ArticleList(archive)
        self._filing = Filing(archive, read)
        self._choice = Choice()
        self._contents = Contents((), 0)
        self._chosen: dict[str, ArticleRecord] = {}
        self._places: dict[str, Snippet] = {}
        self._colours: Mapping[str, str] = {}
        self._counts: Mapping[State, int] = {}
        self._today = today()

    def compose(self) -> ComposeResult:
        """Heading, list and preview, search line, status."""
        with Vertical(id="shelf"):
            yield Static(Heading(self.NAME.upper(), ""), id="title")
            yield Static(Content(self.EMPTY), id="none")
            with Horizontal(id="beside"):
                yield self.LIST()
                yield Static("", id="preview")
        yield StatusLine()
        yield SearchLine()

    @property
    def search_line(self) -> SearchLine:
        """Where one types what to search for."""
        return self.query_one(SearchLine)

    def on_mount(self) -> None:
        """Show at once what was known last."""
        super().on_mount()
        first = self._list.first(self._choice)
        if first.articles:
            self._contents = first
            self._show()
        self.status.doing = "looking …"

    def on_screen_resume(self) -> None:
        """Look on the shelves, also on coming back from an article."""
        self._today = today()
        self.look()

    def on_resize(self, event: events.Resize) -> None:
        """Show the preview where there is room."""
        self.set_class(event.size.width >= PREVIEW, "-previewed")

    @work(exclusive=True, group="look", exit_on_error=False)
    async def look(self, *, closely: bool = True) -> None:
        """List what is kept, and look once whether other programs have changed anything."""
        contents, counts = self._contents, self._counts
        try:
            contents, counts = await to_thread(self._load)
            if closely and not self._told_obstacle and not contents.articles:
                await to_thread(self._archive.look_closely)
                contents, counts = await to_thread(self._load)
        except LibraryError as error:
            say(self.app, str(error), "error")
            contents = Contents((), 0)
        self._list.forget()
        self._contents, self._counts = contents, counts
        if self._query and self._has_words:
            self.find(self._query)
        else:
            self._show()
        self.status.doing = ""
        if not self._told_obstacle:
            self._told_obstacle = True
            if obstacle := await to_thread(self._archive.obstacle):
                say(self.app, obstacle, "warning")

    def _load(self) -> tuple[Contents, Mapping[State, int]]:
        return self._list.load(self._choice, self._grouped), self._archive.counts()

    @property
    def _has_words(self) -> bool:
        asked = self._asked
        return bool(
            asked.words or asked.phrases or asked.choice.speaker or asked.choice.kind or asked.choice.tag
        )

    def _show(self) -> None:
        """The list, or what was found."""
        if self._query and self._has_words:
            note = found_words(self._hits)
            self.status.words = f"“{self._query}”: {note or 'nothing found'}"
            ids = [f"{hit.article.number} {hit.kind.value} {hit.id}" for hit in self._hits]
            self.fill(ids, self._hit_entry, note, "Nothing found.")
            return
        count, new = self._contents.articles, self._counts.get(State.NEW, 0)
        words = counted(count, "article") if count else ""
        self.status.words = " · ".join(filter(None, (words, f"{new:,} new" if new else "")))
        self.fill(self._contents.ids, self._entry, self._heading(), self._nothing())
        self._show_preview()

    def _heading(self) -> str:
        """How the list is narrowed and sorted."""
        states = [state.value for state in self._choice.states]
        chosen = [f"{len(self._chosen)} chosen"] if self._chosen else []
        query = [self._query] if self._query else []
        return " · ".join((*query, *chosen, *states, f"by {self._choice.order.value}"))

    def _nothing(self) -> str:
        if self._query:
            return "Nothing found."
        if self._choice.states:
            return f"Nothing is {self._choice.states[0].value} here."
        narrow = key("library-narrow", self.own)
        return f"Everything is archived; “{narrow}” shows it." if self._counts.get(State.ARCHIVED) else ""

    def _entry(self, index: int) -> Lines:
        id = self._contents.ids[index]
        if id.startswith(HEADING):
            group = id.removeprefix(HEADING)
            words = (
                long_day_words(group, self._today) if self._choice.order is Order.DAY else group.capitalize()
            )
            return GroupHeading(words)
        try:
            record = self._list.record(self._contents.ids, index)
        except LibraryError:
            record = None
        if record is None:
            return OneLine([("no longer there", "$faint")])
        return ArticleEntry(record, self._today, record.key in self._chosen)

    def _hit_entry(self, index: int) -> Lines:
        hit = self._hits[index]
        return HitEntry(hit, self._places.get(hit.article.key), self._colours, self._today)

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""
        at = self.listing.highlighted
        if at is None or self.listing.current is None:
            return None
        if self._query and self._has_words:
            return self._hits[at].article
        if self.listing.current.startswith(HEADING):
            return None
        return self._list.record(self._contents.ids, at)

    @on(LongList.Highlighted)
    def _moved(self) -> None:
        self._show_preview()

    def _show_preview(self) -> None:
        if self.has_class("-previewed"):
            record = self.record
            tags = self._archive.tags_of(record.key) if record is not None and record.annotations else ()
            self.preview_box.update(preview(record, tags, self._with_path) if record is not None else "")

    # Finding

    def action_search(self) -> None:
        """Type words to search everything for."""
        self._before = self._before if self._query else self.listing.current
        self.status.display = False
        self.search_line.open(self._query)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        self.find(event.words)

    @on(SearchLine.Stepped)
    def _stepped(self, event: SearchLine.Stepped) -> None:
        (self.listing.action_cursor_down if event.by > 0 else self.listing.action_cursor_up)()

    @on(SearchLine.Left)
    def _search_left(self, event: SearchLine.Left) -> None:
        self.search_line.close()
        self.status.display = True
        self.listing.focus()
        if not event.accepted:
            self.action_back()

    @work(exclusive=True, group="find", exit_on_error=False)
    async def find(self, words: str) -> None:
        """Show what holds the words, or the articles that filters leave; all articles where there is nothing asked."""
        line = " ".join(words.split())
        try:
            query = parse(line)
        except ValueError as error:
            self.search_line.tell(str(error))
            return
        try:
            found = await to_thread(self._archive.find, query) if not query.is_blank else ()
            some = [hit.article.key for hit in found[:SNIPPETS] if hit.kind is HitKind.TEXT]
            places = await to_thread(self._archive.snippets, query, some)
            self._colours = await to_thread(self._archive.tag_colours)
            self._query, self._asked, self._hits, self._places = line, query, found, places
            if not self._has_words:
                self._narrow(query.choice)
                self._contents, self._counts = await to_thread(self._load)
            self._show()
            self.search_line.tell(
                f"{len(found)} found" if found else "" if query.is_blank else "nothing found"
            )
            rest = [hit.article.key for hit in found[SNIPPETS:] if hit.kind is HitKind.TEXT]
            if rest:
                self._places = {**places, **await to_thread(self._archive.snippets, query, rest)}
                self._show()
        except LibraryError as error:
            say(self.app, str(error), "error")

    def _narrow(self, to: Choice) -> None:
        states = to.states or self._choice.states
        self._choice = replace(to, states=states, order=self._choice.order)

    def action_back(self) -> None:
        """Go from what was found back to all articles, then from what was narrowed.

        From there it only says which key leaves.
        """
        if self._query:
            self._query, self._asked, self._hits = "", Query(), ()
        elif self._chosen:
            self._chosen = {}
        elif self._choice != Choice(order=self._choice.order):
            pass
        else:
            self.status.told = LEAVES.format(key("library-leave", self.own))
            return
        if not self._chosen:
            self._choice = Choice(order=self._choice.order)
        self._show()
        if self._before is not None:
            self.listing.go_to(self._before)
        self.look()

    # Opening

    @on(LongList.Selected)
    def _selected(self) -> None:
        at, record = self.listing.highlighted, self.record
        if record is None or at is None:
            return
        hit = self._hits[at] if self._query and self._has_words else None
        self.open(record.key, hit)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self, key: str, hit: Hit | None = None) -> None:
        """Read an article, at what was found in it."""
        try:
            article = await to_thread(self._archive.load_article, key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        if article is None:
            say(self.app, "This article is no longer in the library.", "warning")
            self.look()
        elif hit is not None and hit.kind is HitKind.STATEMENT:
            self.post_message(QuoteChosen(article, hit.span))
        elif hit is not None and hit.kind is HitKind.TEXT and self._spans(key):
            self.post_message(WordsChosen(article, self._asked.plain, self._spans(key)))
        else:
            self.post_message(ArticleChosen(article, hit.id if hit is not None else None))

    def _spans(self, key: str) -> tuple[Span, ...]:
        return self._places[key].spans if key in self._places else ()

    def action_other(self) -> None:
        """Ask for an address or a file, and read it; the texts of a folder are added."""

        def taken(source: str | None) -> None:
            if source and Path(source).is_dir():
                self.add(shlex.quote(source))
            elif source:
                self.post_message(SourceNamed(source))

        self.app.push_screen(OpenDialog(self.own), taken)

    def action_next(self) -> None:
        """Read the next new article after the one under the cursor."""
        self.read_next(self.record.key if self.record is not None else "")

    @work(exclusive=True, group="next", exit_on_error=False)
    async def read_next(self, after: str) -> None:
        """Open the next new article: the one under the cursor, if it is new."""
        record = self.record
        if record is None or record.state is not State.NEW:
            record = await to_thread(self._archive.next_unread, after)
        if record is None:
            self.status.told = "nothing new"
        else:
            self.open(record.key)

    @work(exclusive=True, group="next", exit_on_error=False)
    async def action_go_on(self) -> None:
        """Go on where reading stopped."""
        record = await to_thread(self._archive.going_on)
        if record is None:
            self.status.told = "nothing is begun"
        else:
            self.open(record.key)

    # What is done with articles

    def action_add(self) -> None:
        """Ask for addresses, files or folders, and add them."""

        def taken(sources: str | None) -> None:
            if sources:
                self.add(sources)

        self.app.push_screen(AddDialog(self.own), taken)

    def action_fetch(self) -> None:
        """Fetch what is new in the feeds."""
        self.take_in(self._filing.fetch())

    def add(self, sources: str) -> None:
        """Add sources one after the other."""
        self.take_in(self._filing.add(sources))

    @work(group="add", exclusive=True, exit_on_error=False)
    async def take_in(self, coming: AsyncIterator[str]) -> None:
        """Say how far it is; what cannot be read is said at the end."""
        try:
            async for words in coming:
                self.status.doing = words
        except LibraryError as error:
            say(self.app, str(error), "error")
        self.status.doing, self.status.told = "", self._filing.result
        for trouble in self._filing.troubles:
            say(self.app, trouble, "warning")
        self.look()

    def action_choose(self) -> None:
        """Choose the article under the cursor, or choose it no more, and go on to the next."""
        record = self.record
        if record is None:
            return
        if self._chosen.pop(record.key, None) is None:
            self._chosen[record.key] = record
        self.listing.action_cursor_down()
        self._show()

    def action_set_state(self, name: str) -> None:
        """Give the chosen articles, or the one under the cursor, a state; the one it has is taken off again."""
        state = State(name)
        targets = self._targets
        if targets and all(record.state is state for record in targets):
            state = State.NEW if state is State.READ else State.READ
        keys = [record.key for record in targets]
        self.change(lambda: self._filing.set_state(keys, state), f"{_some(keys)} {state.value}")

    def action_remove(self) -> None:
        """Remove the chosen articles, or the one under the cursor."""
        keys = [record.key for record in self._targets]
        undo = key("library-undo", self.own)
        self.change(lambda: self._filing.remove(keys), f"{_some(keys)} removed; {undo} brings back")

    def action_undo(self) -> None:
        """Take back what was done last."""
        if not self._filing.can_undo:
            self.status.told = "nothing to take back"
            return
        self.change(self._filing.undo, "taken back")

    @property
    def _targets(self) -> list[ArticleRecord]:
        record = self.record
        return list(self._chosen.values()) or ([record] if record is not None else [])

    @work(group="change", exit_on_error=False)
    async def change(self, make: Callable[[], None], told: str) -> None:
        """Make a change in the library and show it."""
        if not self._targets and told != "taken back":
            return
        try:
            await to_thread(make)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self._chosen = {}
        contents, counts = await to_thread(self._load)
        self._list.forget()
        self._contents, self._counts = contents, counts
        if self._query and self._has_words:
            self.find(self._query)
        self._show()
        self.status.told = told

    # How the list looks

    def action_sort(self) -> None:
        """Sort by the next thing."""
        orders = list(Order)
        order = orders[(orders.index(self._choice.order) + 1) % len(orders)]
        self._choice = replace(self._choice, order=order)
        self.look()

    def action_narrow(self) -> None:
        """Show one state only; again for the next."""
        at = NARROWINGS.index(self._choice.states) if self._choice.states in NARROWINGS else 0
        self._choice = replace(self._choice, states=NARROWINGS[(at + 1) % len(NARROWINGS)])
        self.look()

    def action_group(self) -> None:
        """Put a heading over each day, source or state, whichever the list is sorted by."""
        self._grouped = not self._grouped
        if self._grouped and self._choice.order not in (Order.DAY, Order.SOURCE, Order.STATE):
            self._choice = replace(self._choice, order=Order.DAY)
        self.look()

    def action_path(self) -> None:
        """Say where the article under the cursor was read from."""
        self._with_path = not self._with_path
        record = self.record
        if record is not None and not self.has_class("-previewed"):
            say(self.app, record.source)
        self._show_preview()

    # The screens beside it

    def action_versions(self) -> None:
        """Show the versions of the article under the cursor."""
        if (record := self.record) is not None:
            self.app.push_screen(VersionsScreen(self._archive, record.key, self.own))

    def action_tags(self) -> None:
        """Show all tags."""

        def search(tag: str | None) -> None:
            if tag:
                self.find(f"#{tag}")

        self.app.push_screen(TagListScreen(self._archive, self.own), search)

    def action_people(self) -> None:
        """Show everyone who speaks."""
        self.app.push_screen(PeopleScreen(self._archive, self.own))

    def action_deleted(self) -> None:
        """Show what was deleted."""
        self.app.push_screen(DeletedScreen(self._archive, self.own))


def _some(keys: Sequence[str]) -> str:
    """ "5 articles", or nothing for one."""
    return counted(len(keys), "article") if len(keys) > 1 else ""
