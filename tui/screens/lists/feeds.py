"""The feeds that are followed: what is known of each, and what is done with them."""

from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
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
from core.library.feed_store import Feed
from core.library.states import State
from core.translation import N_, _, ngettext
from tui.config.settings import hosts_at_once
from tui.keymap import Keys, bindings, key
from tui.model.days import moment_words
from tui.model.library_words import articles_and_new
from tui.notify import say
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
    chosen: str = ""
    """The name or the address of the one whose articles are to be seen; empty for none."""


class FeedsScreen(ListingScreen):
    """Two lines per feed: its name and when it was last fetched; its address, or what went wrong.

    Its result says whose articles are to be seen, and what is still to be fetched where that was going on.
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

    def on_mount(self) -> None:
        """List the feeds."""
        super().on_mount()
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """List the feeds."""
        try:
            feeds = await to_thread(self._archive.feeds)
            counts = [await to_thread(self._archive.counts, each.taken) for each in feeds]
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self._feeds = feeds
        self.fill([each.address for each in feeds], lambda index: _entry(feeds[index], counts[index]))
        words = ngettext("{number} feed", "{number} feeds", len(feeds)).format(number=len(feeds))
        self.status.words = words if feeds else ""
        self._explain()

    def below(self) -> ComposeResult:
        """What went wrong with the feed under the cursor, where there is no room for that in its lines."""
        yield Static(id="why")

    @on(LongList.Highlighted)
    def _explain(self) -> None:
        feed = self.feed
        why = [trouble_of(feed), *(one_by_one(feed.failed) if len(feed.failed) > 1 else ())] if feed else [""]
        self.why_line.display = len(why) > 1 or cells(why[0]) > self.listing.size.width - SIGN
        self.why_line.update(Paragraphs([(words, "") for words in why]))

    @property
    def feed(self) -> Feed | None:
        """The feed under the cursor."""
        return next((each for each in self._feeds if each.address == self.listing.current), None)

    @on(LongList.Selected)
    def _chosen(self) -> None:
        if (feed := self.feed) is not None:
            is_clear = '"' not in feed.name and sum(each.name == feed.name for each in self._feeds) == 1
            self.dismiss(FeedsLeft(self._filing.feeds_left, feed.name if is_clear else feed.address))

    def action_fetch_one(self) -> None:
        """Fetch what is new in the feed under the cursor."""
        if (feed := self.feed) is not None:
            self.fetch(self._filing.fetch((feed,), hosts_at_once))

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
        """Ask for another name."""
        feed = self.feed
        if feed is None:
            return

        def taken(name: str | None) -> None:
            if name and name != feed.name:
                self.change(lambda: self._following.rename(feed, name))

        self.app.push_screen(NameDialog(_("Rename feed"), feed.address, feed.name, self.own), taken)

    def action_remove(self) -> None:
        """Follow the feed under the cursor no longer."""
        feed = self.feed
        if feed is not None:
            undo = key("feeds-undo", self.own)
            brings = _("{key} brings it back").format(key=undo)
            self.change(lambda: f"{self._following.remove(feed)} · {brings}")

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


def _entry(feed: Feed, counts: Mapping[State, int]) -> Entry:
    amount = [(articles_and_new(counts), "$faint")] if counts else []
    checked = _("fetched {moment}").format(moment=moment_words(feed.checked)) if feed.checked else ""
    first = [(feed.name, "bold")], [(checked or _("not fetched yet"), "$faint")]
    if trouble := trouble_of(feed):
        return Entry(feed.address, first, ([(f"! {trouble}", "$warning")], amount))
    return Entry(feed.address, first, ([(feed.address, "$faint")], amount))
