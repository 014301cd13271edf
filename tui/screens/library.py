"""The library screen: all opened articles, the most recent first, and a search through all annotations."""

from asyncio import to_thread
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from core.library import ArticleRecord, Library, LibraryError
from core.library.index.searching import Found
from tui.keymap import Keys, bindings
from tui.messages import ArticleChosen, SourceNamed
from tui.model.undo import tag_words
from tui.notify import say
from tui.screens.deleted import DeletedScreen
from tui.screens.listing import ListingScreen, counted, day
from tui.screens.open import OpenDialog
from tui.screens.tag_list import TagListScreen
from tui.screens.versions import VersionsScreen
from tui.tag_colours import DRAWN, colour_of
from tui.text import shorten
from tui.widgets.lines import Lines
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry
from tui.widgets.search import SearchLine

EMPTY = "Nothing here yet. “o” opens a file or an address and keeps it here; “lesart demo” opens a sample."
TITLE = 32
"""Columns that the title of an article takes at most beside a passage from it."""
KEYS = (
    "library-leave",
    "library-tags",
    "library-versions",
    "library-other",
    "library-search",
    "library-open",
    "library-keys",
)


class LibraryList(LongList, inherit_bindings=False):
    """The articles, walked with the same keys as every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")


class LibraryScreen(ListingScreen):
    """Two lines per article: its title, and, fainter, its source and when it was last open."""

    NAME = "library"
    PLACE = "library"
    LIST = LibraryList
    KEYS = KEYS
    EMPTY = EMPTY

    _records: tuple[ArticleRecord, ...] = ()
    _found: tuple[ArticleRecord | Found, ...] = ()
    _colours: Mapping[str, str] = {}
    _query = ""
    _before: str | None = None
    """The article under the cursor when the search began."""
    _told_obstacle = False

    def __init__(self, archive: Library, own: Keys) -> None:
        super().__init__(own)
        self._archive = archive

    def compose(self) -> ComposeResult:
        """Heading, list, search line, status."""
        yield from super().compose()
        yield SearchLine()

    @property
    def search_line(self) -> SearchLine:
        """Where one types what to search for."""
        return self.query_one(SearchLine)

    def on_mount(self) -> None:
        """Show at once what was opened last."""
        super().on_mount()
        if first := self._archive.first_articles():
            self._records = first
            self._show()
        self.status.doing = "looking …"

    def on_screen_resume(self) -> None:
        """Look on the shelves, also on coming back from an article."""
        self.look()

    @work(exclusive=True, group="look", exit_on_error=False)
    async def look(self) -> None:
        """List what is kept."""
        try:
            records = await to_thread(self._archive.articles)
        except LibraryError as error:
            say(self.app, str(error), "error")
            records = ()
        self._records = records
        if self._query:
            self.find(self._query)
        else:
            self._show()
        self.status.doing = ""
        if not self._told_obstacle:
            self._told_obstacle = True
            if obstacle := await to_thread(self._archive.obstacle):
                say(self.app, obstacle, "warning")

    def _show(self) -> None:
        """All articles, or what was found."""
        if self._query:
            articles = sum(isinstance(each, ArticleRecord) for each in self._found)
            notes = len(self._found) - articles
            note = ", ".join(counted(n, what) for n, what in ((articles, "article"), (notes, "mark")) if n)
            self.status.words = f"“{self._query}”: {note or 'nothing found'}"
            found = self._found
            ids = [
                each.key if isinstance(each, ArticleRecord) else f"{each.article.key} {each.id}"
                for each in found
            ]
            self.fill(ids, lambda index: _entry(found[index], self._colours), note, "Nothing found.")
            return
        records = self._records
        self.status.words = counted(len(records), "article") if records else ""
        self.fill([record.key for record in records], lambda index: entry_of(records[index]))

    # Finding

    def action_search(self) -> None:
        """Type words to search titles and all marks for."""
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
        """Show the articles and marks that hold the words; all articles where there are none."""
        query = " ".join(words.split())
        if not query:
            self._query, self._found = "", ()
            self.search_line.tell("")
            self._show()
            return
        if self.status.doing:
            self.search_line.tell(
                self.status.doing
            )  # The marks are being counted: it takes longer this once.
        try:
            found = await to_thread(self._search, query, self._records)
            self._colours = await to_thread(self._archive.tag_colours)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self._query, self._found = query, found
        self._show()
        self.search_line.tell(f"{len(found)} found" if found else "nothing found")

    def _search(self, query: str, records: Sequence[ArticleRecord]) -> tuple[ArticleRecord | Found, ...]:
        return (*_named(records, query), *self._archive.search(query))

    def action_back(self) -> None:
        """Go from the search results back to all articles, or from there close the screen."""
        if not self._query:
            self.app.exit()
            return
        self._query, self._found = "", ()
        self._show()
        if self._before is not None:
            self.listing.go_to(self._before)

    # Opening

    @on(LongList.Selected)
    def _chosen(self, event: LongList.Selected) -> None:
        key, _, mark = event.id.partition(" ")
        self.open(key, mark or None)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self, key: str, mark: str | None = None) -> None:
        """Take an article off the shelf."""
        try:
            article = await to_thread(self._archive.load_article, key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        if article is None:
            say(self.app, "This article is no longer in the library.", "warning")
            self.look()
            return
        self.post_message(ArticleChosen(article, mark))

    def action_other(self) -> None:
        """Ask for an address or a file, and read it."""

        def taken(source: str | None) -> None:
            if source:
                self.post_message(SourceNamed(source))

        self.app.push_screen(OpenDialog(self.own), taken)

    # The screens beside it

    def action_versions(self) -> None:
        """Show the versions of the article under the cursor."""
        if (current := self.listing.current) is not None:
            self.app.push_screen(VersionsScreen(self._archive, current.partition(" ")[0], self.own))

    def action_tags(self) -> None:
        """Show all tags."""

        def search(tag: str | None) -> None:
            if tag:
                self.find(f"#{tag}")

        self.app.push_screen(TagListScreen(self._archive, self.own), search)

    def action_deleted(self) -> None:
        """Show what was deleted."""
        self.app.push_screen(DeletedScreen(self._archive, self.own))


def _named(records: Sequence[ArticleRecord], query: str) -> tuple[ArticleRecord, ...]:
    """The articles whose title and source hold every word of `query`."""
    from core.text.search import matcher

    holds = matcher(query)
    return tuple(record for record in records if holds(f"{record.title}\n{record.source}"))


def entry_of(record: ArticleRecord) -> Entry:
    """A record as two lines: title and number of marks, then source and day."""
    marks = counted(record.annotations, "mark") if record.annotations else ""
    source = "standard input" if record.source == "-" else record.source
    if record.published:
        source = f"published {record.published} · {source}"
    versions = f"{record.versions} versions · " if record.versions > 1 else ""
    return Entry(
        record.key,
        ([(record.title or "untitled", "")], [(marks, "$annotation-sign")] if marks else []),
        ([(source, "$faint")], [(f"{versions}{day(record.last_opened)}", "$faint")]),
    )


def _entry(found: ArticleRecord | Found, colours: Mapping[str, str]) -> Lines:
    """What was found as two lines; the sign of a mark has the colour of its first tag that has one."""
    if isinstance(found, ArticleRecord):
        return entry_of(found)
    note = " ".join(found.note.split())
    passage = " ".join(found.passage.split())
    colour = next((each for tag in found.tags if (each := colour_of(tag, colours))), "")
    first = " ".join(part for part in (tag_words(found.tags), note) if part)
    return Entry(
        found.id,
        ([("● ", DRAWN.get(colour, "$annotation-sign")), (first, "")], []),
        (
            [(f"“{passage}”" if passage else "whole article", "$faint")],
            [(shorten(found.article.title or "untitled", TITLE), "$faint")],
        ),
    )
