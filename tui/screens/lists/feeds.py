"""The feeds that are followed and the searches that are saved: what is known of each, and what is done with them."""

from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import Static

from core.articles.errors import SourceError
from core.feeds.troubles import one_by_one, trouble_of
from core.library import Library, LibraryError
from core.library.feed_folders import as_known, as_path, feeds_in, folders_of
from core.library.feed_store import Feed, articles_of
from core.library.index.query import parse
from core.translation import N_, _, ngettext
from tui.config.settings import hosts_at_once
from tui.keymap import Keys, bindings, key
from tui.model.days import moment_words
from tui.model.feed_rows import FeedRow, feed_rows, row_id, search_id
from tui.model.library_words import articles_and_new
from tui.model.saved_search import SavedSearch
from tui.notify import say
from tui.screens.correct.choice import NEW, Choice, ChoiceDialog
from tui.screens.correct.naming import NameDialog
from tui.screens.lists.listing import ListingScreen
from tui.screens.sheets.confirm import ConfirmDialog
from tui.screens.sheets.open import OpenDialog
from tui.services.filing import Filing
from tui.services.following import LIST, Following
from tui.text import cells
from tui.widgets.lines import Paragraphs
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry

TROUBLE = "! "
"""What an error begins with."""
SIGN = 4
"""Columns before and after what went wrong in the line of a feed."""


class FeedList(LongList, inherit_bindings=False):
    """The feeds in the order in which they were added."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("feeds")


class FeedDialog(OpenDialog):
    """Which feed to follow; None for none."""

    TITLE = N_("Follow")
    DOES = "follow"
    ABOUT = N_("the address of a feed or of a page that names its feed, or an OPML file")


@dataclass(frozen=True, slots=True)
class FeedsLeft:
    """What the list of feeds was left with."""

    to_fetch: Sequence[Feed] = ()
    """Those that are still to be fetched."""
    query: str = ""
    """What finds the articles that are to be seen; empty for none."""
    row: str = ""
    """The row that they are of, for coming back to it."""


class FeedsScreen(ListingScreen):
    """Two lines per feed: its name and when it was last fetched; its address, or what went wrong.

    Saved searches come first, with what they search for and how much that finds. Folders have two lines too, and stand
    before what is in them. What is done with one is done with all of that. The result of this screen says whose
    articles are to be seen, and what is still to be fetched where that was going on.
    """

    DEFAULT_CSS = """
    FeedsScreen #why { height: auto; max-height: 40%; margin-top: 1; color: $warning; display: none; }
    """
    NAME = N_("feeds")
    PLACE = "feeds"
    LIST = FeedList
    KEYS = (
        "feeds-leave",
        "feeds-remove",
        "feeds-rename",
        "feeds-folder",
        "feeds-add",
        "feeds-fetch-all",
        "feeds-fetch",
        "feeds-articles",
        "feeds-keys",
    )
    why_line = query_one("#why", Static)
    EMPTY = N_("No feeds yet. “a” follows one: its address, or that of a page that names it.")

    def __init__(self, archive: Library, own: Keys, filing: Filing, following: Following) -> None:
        super().__init__(own)
        self._archive = archive
        self._filing = filing
        self._following = following
        self._feeds: tuple[Feed, ...] = ()
        self._rows: list[FeedRow] = []
        self._searches: tuple[SavedSearch, ...] = ()
        self._amounts: dict[str, str] = {}
        """How many articles each row has, in words."""
        self._complaints: tuple[str, ...] = ()
        """What is wrong with the file of saved searches, as it was said last."""
        self._next = ""
        """The row that the cursor is to be on as soon as it is listed."""

    def begin_at(self, row: str) -> None:
        """Have the cursor on a row as soon as it is listed."""
        self._next = row

    def on_mount(self) -> None:
        """List the feeds."""
        super().on_mount()
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """List the feeds."""
        try:
            feeds = await to_thread(self._archive.feeds)
            searches, complaints = await to_thread(self._following.searches.all)
            rows = feed_rows(feeds, searches)
            amounts = [await to_thread(self._amount, row) for row in rows]
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self._feeds, self._searches, self._rows = feeds, searches, rows
        self._complain(complaints)
        self._amounts = {row.id: words for row, words in zip(rows, amounts, strict=True)}
        self.fill([row.id for row in rows], lambda index: _entry(rows[index], amounts[index]))
        if any(row.id == self._next for row in rows):
            self.listing.go_to(self._next)
            self._next = ""
        self.status.words = " · ".join(_totals(len(searches), len(feeds)))
        self._explain()

    def _amount(self, row: FeedRow) -> str:
        """How many articles a row has, in words; for a search that makes no sense, why."""
        if row.search is not None and self.status.doing and row.id in self._amounts:
            return self._amounts[row.id]  # Not with each feed that is fetched, but when that is done.
        if row.search is None:
            counts = self._archive.counts(articles_of(row.feeds))
            return articles_and_new(counts) if counts else ""
        try:
            return articles_and_new(self._archive.counts_found(parse(row.search.line)))
        except ValueError as error:
            return f"{TROUBLE}{error}"

    def _complain(self, sentences: tuple[str, ...]) -> None:
        """Say once what is wrong with the file of saved searches."""
        if sentences != self._complaints:
            for sentence in sentences:
                say(self.app, sentence, "warning")
        self._complaints = sentences

    def below(self) -> ComposeResult:
        """What went wrong with the feed under the cursor, where there is no room for that in its lines."""
        yield Static(id="why")

    @on(LongList.Highlighted)
    def _explain(self) -> None:
        feed, row = self.feed, self.row
        amount = self._amounts.get(row.id, "") if row else ""
        if row is not None and row.search is not None:
            self.why_line.display = amount.startswith(TROUBLE)
            self.why_line.update(Paragraphs([(amount.removeprefix(TROUBLE), "")]))
            return
        why = [trouble_of(feed), *(one_by_one(feed.failed) if len(feed.failed) > 1 else ())] if feed else [""]
        beside = 2 * row.level + (cells(amount) + 1 if amount else 0) if row else 0
        self.why_line.display = len(why) > 1 or cells(why[0]) + beside > self.listing.size.width - SIGN
        self.why_line.update(Paragraphs([(words, "") for words in why]))

    @property
    def row(self) -> FeedRow | None:
        """The row under the cursor."""
        return next((each for each in self._rows if each.id == self.listing.current), None)

    @property
    def feed(self) -> Feed | None:
        """The feed under the cursor; None on a folder or a saved search."""
        row = self.row
        return row.feed if row is not None and row.feeds and not row.is_folder else None

    @on(LongList.Selected)
    def _chosen(self) -> None:
        if (row := self.row) is not None:
            self.dismiss(FeedsLeft(self._filing.feeds_left, row.query(self._feeds), row.id))

    def action_fetch_one(self) -> None:
        """Fetch what is new in the feed under the cursor, or in those in the folder."""
        if (row := self.row) is None:
            return
        if row.search is not None:
            self.status.told = _("nothing is fetched for a search; “{key}” fetches all feeds").format(
                key=key("feeds-fetch-all", self.own)
            )
        else:
            self.fetch(self._filing.fetch(row.feeds, hosts_at_once))

    def action_fetch_all(self) -> None:
        """Fetch what is new in all feeds."""
        self.fetch(self._filing.fetch(None, hosts_at_once))

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def fetch(self, coming: AsyncIterator[str]) -> None:
        """Fetch, and say how far that is; what went wrong stands beside the feed."""
        try:
            async for words in coming:
                self.status.doing = words
                self.look()
        except LibraryError as error:
            say(self.app, str(error), "error")
        self.status.doing, self.status.told = "", self._filing.result
        self.look()

    def action_add(self) -> None:
        """Ask for the address of a feed, and follow and fetch it."""

        def taken(source: str | None) -> None:
            if source:
                self.follow(source)

        self.app.push_screen(FeedDialog(self.own), taken)

    @work(group="change", exit_on_error=False)
    async def follow(self, source: str) -> None:
        """Follow one feed or many, and fetch what is in those that are new."""
        known = {feed.address for feed in self._feeds}
        if not await self._changed(lambda: self._following.add(source)):
            return
        if new := tuple(feed for feed in await to_thread(self._archive.feeds) if feed.address not in known):
            self.fetch(self._filing.fetch((*self._filing.feeds_left, *new), hosts_at_once))

    def action_rename(self) -> None:
        """Ask for another name of the feed, the folder or the saved search."""
        row = self.row
        if row is None:
            return
        now = row.folder if row.is_folder else row.name
        search = row.search

        def taken(name: str | None) -> None:
            if not name or name == now:
                return
            if search is not None:
                self._next = search_id(name)
                self.change(lambda: self._following.rename_search(search, name))
            elif row.is_folder:
                self.change(lambda: self._following.rename_folder(row.folder, name))
            else:
                self.change(lambda: self._following.rename(row.feed, name))

        if row.is_folder:
            title, about = _("Rename folder"), _feeds_words(len(row.feeds))
        elif search is not None:
            title, about = _("Rename search"), row.query(())
        else:
            title, about = _("Rename feed"), row.feed.address
        self.app.push_screen(NameDialog(title, about, now, self.own), taken)

    def action_put_into(self) -> None:
        """Ask for the folder that the feed is to be in; a folder or a search is renamed."""
        row = self.row
        if row is None or not row.feeds or row.is_folder:
            self.action_rename()
            return

        def taken(chosen: str | None) -> None:
            if chosen is not None:
                to = as_known(as_path(chosen.removeprefix(NEW)), folders_of(self._feeds))
                self._next = row_id(to, row.feed.address)
                self.change(lambda: self._following.put_into(row.feed, row.folder, to))

        offers = [Choice("", _("no folder"))] if row.folder else []
        offers += [
            Choice(folder, folder, _feeds_words(len(feeds_in(self._feeds, folder))))
            for folder in folders_of(self._feeds)
            if folder != row.folder
        ]
        new = _("new folder:")
        self.app.push_screen(ChoiceDialog(_("Put into folder"), row.name, offers, self.own, new=new), taken)

    def action_remove(self) -> None:
        """Follow the feed under the cursor no longer, or have the folder or the saved search no longer."""
        row = self.row
        if row is None:
            return
        undo = key("feeds-undo", self.own)
        brings = (_("{key} takes that back") if row.search else _("{key} brings it back")).format(key=undo)

        def removed() -> str:
            if row.search is not None:
                return self._following.remove_search(row.search)
            if row.is_folder:
                return self._following.rename_folder(row.folder, "")
            return self._following.remove(row.feed)

        self.change(lambda: f"{removed()} · {brings}")

    def action_undo(self) -> None:
        """Take back what was done last."""
        self.change(self._following.undo)

    @work(group="change", exit_on_error=False)
    async def action_write_list(self) -> None:
        """Write all feeds to a file, over another list of them only if the user says so."""
        if await self._changed(self._following.write_list) and not self.status.told:
            question = _("Replace {file}?").format(file=LIST)
            about = _("There is another list of feeds in the folder for exports.")
            if await self.app.push_screen_wait(ConfirmDialog(question, about, self.own)):
                await self._changed(lambda: self._following.write_list(replaces=True))

    @work(group="change", exit_on_error=False)
    async def change(self, make: Callable[[], str]) -> None:
        """Make a change, and say what it was."""
        await self._changed(make)

    async def _changed(self, make: Callable[[], str]) -> bool:
        self.status.doing = "…"
        try:
            told = await to_thread(make)
        except (LibraryError, SourceError) as error:
            say(self.app, str(error), "error")
            return False
        finally:
            self.status.doing = ""
        self.status.told = told
        self.look()
        return True

    def action_leave(self) -> None:
        """Go back to where one came from; what is being fetched is handed over."""
        self.dismiss(FeedsLeft(self._filing.feeds_left))


def _entry(row: FeedRow, words: str) -> Entry:
    if row.search is not None:
        return _search_entry(row, words)
    amount = [(words, "$faint")] if words else []
    within = ("  " * row.level, "")
    if row.is_folder:
        return Entry(
            row.id,
            ([within, ("▾ ", "$faint"), (row.name, "bold")], []),
            ([within, (_feeds_words(len(row.feeds)), "$faint")], amount),
        )
    feed = row.feed
    checked = _("fetched {moment}").format(moment=moment_words(feed.checked)) if feed.checked else ""
    first = [within, (feed.name, "bold")], [(checked or _("not fetched yet"), "$faint")]
    if trouble := trouble_of(feed):
        return Entry(row.id, first, ([within, (f"! {trouble}", "$warning")], amount))
    return Entry(row.id, first, ([within, (feed.address, "$faint")], amount))


def _search_entry(row: FeedRow, words: str) -> Entry:
    name = [("/ ", "$faint"), (row.name, "bold")]
    if words.startswith(TROUBLE):
        return Entry(row.id, (name, []), ([(words, "$warning")], []))
    return Entry(row.id, (name, []), ([(f"  {row.query(())}", "$faint")], [(words, "$faint")]))


def _totals(searches: int, feeds: int) -> Iterator[str]:
    """How many there are of each."""
    if feeds:
        yield _feeds_words(feeds)
    if searches:
        words = ngettext("{number} saved search", "{number} saved searches", searches)
        yield words.format(number=searches)


def _feeds_words(number: int) -> str:
    return ngettext("{number} feed", "{number} feeds", number).format(number=number)
