"""The library screen: every article, sorted, narrowed, searched, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from core.library import ArticleRecord, Library, LibraryError
from core.library.index.query import Order
from core.library.index.searching import Hit
from core.translation import N_, _, pgettext
from tui.keymap import Keys, bindings
from tui.messages import ArticleLeft
from tui.model.days import today
from tui.model.speech import quoted
from tui.screens.desk import Desk
from tui.screens.library.article_list import ArticleList
from tui.screens.library.beside import Beside
from tui.screens.library.filer import Filer
from tui.screens.library.finder import Finder
from tui.screens.library.heading import empty_words, found_heading, group_words, heading_words, listed_words
from tui.screens.library.interface import Listed
from tui.screens.library.lister import Lister
from tui.screens.library.narrower import Narrower
from tui.screens.library.opener import Opener, hit_id
from tui.screens.library.saver import Saver
from tui.screens.lists.searched_listing import SearchedListing
from tui.services.apart import Read, read_apart
from tui.services.background import Background
from tui.services.filing import Filing
from tui.widgets.article_entry import ArticleEntry, GroupHeading, HitEntry, found_words, preview
from tui.widgets.lines import Lines, OneLine
from tui.widgets.long_list import HEADING, LongList
from tui.widgets.panel import Heading
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine

EMPTY = N_(
    "Nothing here yet. “a” adds files, folders, addresses and feeds, “o” opens one; “lesart demo” opens a sample."
)
PREVIEW = 112
"""Columns from which on there is room for a preview beside the list."""
LOOKS_AGAIN = 5.0
"""Seconds after which it is looked whether another program has changed the library."""


class LibraryList(LongList, inherit_bindings=False):
    """The articles, walked with the same keys as every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")


class By:
    """An action that is a method of one of the controllers."""

    def __init__(self, method: Callable[[LibraryScreen], Callable[..., object]]) -> None:
        self._method = method

    def __get__(self, screen: LibraryScreen, owner: type[LibraryScreen]) -> Callable[..., object]:
        return self._method(screen)


class LibraryScreen(SearchedListing):
    """Two lines per article, and beside them what is to be known of the one under the cursor.

    The screen holds what is listed; controllers carry out what the keys do.
    """

    DEFAULT_CSS = """
    LibraryScreen {
        #shelf { max-width: 200; }
        #beside { height: 1fr; }
        #preview { display: none; width: 46; height: 1fr; padding: 0 0 0 2; margin: 0 0 0 1; border-left: solid $rule; }
        &.-previewed #preview { display: block; }
        &.-empty #preview { display: none; }
    }
    """
    NAME = N_("library")
    PLACE = "library"
    LIST = LibraryList
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
    KEYS_OF_SOME = (
        "library-archive",
        "library-later",
        "library-next",
        "library-search",
        "library-leave",
        "library-keys",
    )
    """Where something was found or chosen: first of all how to go back."""
    EMPTY = EMPTY
    KEYS_WHEN_EMPTY = ("library-leave", "library-feeds", "library-other", "library-add", "library-keys")

    preview_box = query_one("#preview", Static)

    def __init__(
        self,
        archive: Library,
        own: Keys,
        read: Read = read_apart,
        background: Background | None = None,
        exports: Path = Path(),
    ) -> None:
        """`background` analyses what is not analysed yet; what is written for other programs goes to `exports`."""
        super().__init__(own)
        self._background = background
        self._exports = exports
        self._archive = archive
        self._read = read
        self.state = Listed()
        self.desk = Desk(self)
        self._today = today()
        self._articles = ArticleList(archive)
        self.lister = Lister(self, archive, self._articles, lambda line: self.finder.find(line), self._wake)
        self.finder = Finder(self, archive, self.lister.loaded, lambda: self.search_line)
        self.saver = Saver(self)
        self.narrower = Narrower(self, archive, self.lister.look)
        self.filer = Filer(self, Filing(archive, read), self.lister)
        self.opener = Opener(self, archive, self.lister.look, self.filer.add_folder)
        self.beside = Beside(self, archive, read, exports, (self.finder, self.narrower, self.filer))

    def compose(self) -> ComposeResult:
        """Heading, list and preview, search line, status."""
        with Vertical(id="shelf"):
            yield Static(Heading(_(self.NAME).upper(), ""), id="title")
            yield Static(Content(_(self.EMPTY)), id="none")
            with Horizontal(id="beside"):
                yield self.LIST()
                yield Static("", id="preview")
        yield StatusLine()
        yield SearchLine()

    def on_mount(self) -> None:
        """Show at once what was known last."""
        super().on_mount()
        self.lister.begin()
        self.set_interval(LOOKS_AGAIN, self._look_again)
        if self._background is not None:
            self._background.watchers.append(self._more_is_analysed)

    def on_unmount(self) -> None:
        """Watch no longer what is analysed."""
        if self._background is not None and self._more_is_analysed in self._background.watchers:
            self._background.watchers.remove(self._more_is_analysed)

    def _more_is_analysed(self) -> None:
        """Show who speaks in an article that was just analysed, and how many are still to come."""
        if self.is_current:
            self._articles.forget()
            self.show(self.state)

    def on_screen_resume(self) -> None:
        """Look on the shelves, also on coming back from an article."""
        self._today = today()
        self.lister.look()

    def _look_again(self) -> None:
        if self.is_current:
            self.lister.look_again()

    def on_resize(self, event: events.Resize) -> None:
        """Show the preview where there is room."""
        self.set_class(event.size.width >= PREVIEW, "-previewed")
        self._show_preview()

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        """Report errors of background work."""
        if event.state is WorkerState.ERROR:
            self.doing = ""
            self.desk.say(_("Something went wrong: {error!r}").format(error=event.worker.error), "error")

    def _wake(self) -> None:
        if self._background is not None:
            self._background.wake()

    # What the controllers see

    @property
    def told(self) -> str:
        """The message in the status line."""
        return self.status.told

    @told.setter
    def told(self, words: str) -> None:
        self.status.told = words

    @property
    def doing(self) -> str:
        """What is going on."""
        return self.status.doing

    @doing.setter
    def doing(self, words: str) -> None:
        self.status.doing = words

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""
        at = self.listing.highlighted
        if at is None or self.current is None or self.current.startswith(HEADING):
            return None
        hit = self.hit
        return hit.article if hit is not None else self._articles.record(self.state.contents.ids, at)

    @property
    def hit(self) -> Hit | None:
        """What was found that is under the cursor."""
        at, search = self.listing.highlighted, self.state.search
        return search.hits[at] if search.has_hits and at is not None and at < len(search.hits) else None

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        return self.listing.current

    def go_to(self, id: str) -> None:
        """Put the cursor on an entry, if it is there."""
        self.listing.go_to(id)

    @property
    def is_at_top(self) -> bool:
        """Whether the cursor is on the first entry, or there is none."""
        ids = self.state.contents.ids
        first = next((id for id in ids[:2] if not id.startswith(HEADING)), None)
        return self.current in (None, first)

    def go_to_top(self) -> None:
        """Put the cursor on the first entry."""
        self.listing.action_first()

    def go_down(self) -> None:
        """Put the cursor on the next entry."""
        self.listing.action_cursor_down()

    def show(self, state: Listed) -> None:
        """Show another list, or what was found."""
        self.state = state
        self.status.labels = {"library-leave": pgettext("key", "back")} if state.is_of_some else {}
        search = state.search
        if search.has_hits:
            found = found_words(search.hits) or _("nothing found")
            self.status.words = f"{quoted(search.line)}: {found}"
            self.status.keys = self.KEYS_OF_SOME
            self.fill(
                [hit_id(hit) for hit in search.hits],
                self._hit_entry,
                found_heading(state),
                _("Nothing found."),
            )
        else:
            self.status.words = listed_words(state)
            ahead = self._background.words if self._background is not None else ""
            why_empty = empty_words(state, self.own)
            is_filled = bool(state.contents.ids or why_empty)
            keys = self.KEYS_OF_SOME if state.is_of_some else self.KEYS
            self.status.keys = keys if is_filled else self.KEYS_WHEN_EMPTY
            self.fill(state.contents.ids, self._entry, heading_words(state, ahead), why_empty)
        self._show_preview()

    def _entry(self, index: int) -> Lines:
        ids = self.state.contents.ids
        if ids[index].startswith(HEADING):
            group = ids[index].removeprefix(HEADING)
            return GroupHeading(group_words(group, self.state.choice.order, self._today))
        try:
            record = self._articles.record(ids, index)
        except LibraryError:
            record = None
        if record is None:
            return OneLine([(_("no longer there"), "$faint")])
        by_day = self.state.grouped and self.state.choice.order is Order.DAY
        return ArticleEntry(record, self._today, record.key in self.state.chosen, by_day)

    def _hit_entry(self, index: int) -> Lines:
        search = self.state.search
        hit = search.hits[index]
        self.finder.look_around(index)
        chosen = hit.article.key in self.state.chosen
        return HitEntry(hit, search.places.get(hit.article.key), search.colours, self._today, chosen)

    @on(LongList.Highlighted)
    def _moved(self) -> None:
        self._show_preview()

    def _show_preview(self) -> None:
        if self.has_class("-previewed"):
            record = self.record
            self.preview_box.update(self._preview(record) if record is not None else "")

    def _preview(self, record: ArticleRecord) -> Content:
        tags = self._archive.tags_of(record.key) if record.annotations else ()
        tag = self.state.choice.tag
        marks = self._archive.marks_with(record.key, tag) if tag else ()
        return preview(record, tags, marks, self.state.with_path)

    # The search line

    def action_search(self) -> None:
        """Type words to search everything for."""
        self.finder.begin()
        self.beside.came_from = None
        self.open_search(self.state.search.line)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        self.finder.find(event.words)

    def give_up_search(self) -> None:
        """Go back from what was found."""
        self.action_back()

    def action_back(self) -> None:
        """Go back from what was found, chosen or narrowed, to the list that led here if one did."""
        came_from = self.beside.came_from if self.state.is_of_some else None
        self.choose_nothing()
        self.beside.came_from = None
        self.finder.back(self.lister.look)
        if came_from is not None and not self.state.is_of_some:
            came_from()

    def action_leave(self) -> None:
        """Go back as Esc does; from all articles, leave Lesart."""
        if not self.state.is_of_some:
            self.call_later(self.app.action_quit)
            return
        self.action_back()

    def choose(self) -> None:
        """Read the article under the cursor."""
        self.opener.open_here()

    def on_article_left(self, left: ArticleLeft) -> None:
        """Go to the article that was read last."""
        self.opener.come_from(left.number)

    # The keys

    action_other = By(lambda screen: screen.opener.open_other)
    action_browse = By(lambda screen: screen.opener.browse)
    action_next = By(lambda screen: screen.opener.next_new)
    action_go_on = By(lambda screen: screen.opener.go_on)
    action_add = By(lambda screen: screen.filer.ask_what_to_add)
    action_fetch = By(lambda screen: screen.filer.fetch)
    action_choose = By(lambda screen: screen.filer.choose)
    action_choose_all = By(lambda screen: screen.filer.choose_all)
    action_set_state = By(lambda screen: screen.filer.set_state)
    action_remove = By(lambda screen: screen.filer.remove)
    action_undo = By(lambda screen: screen.filer.undo)
    action_sort = By(lambda screen: screen.lister.sort)
    action_narrow = By(lambda screen: screen.lister.narrow)
    action_save_search = By(lambda screen: screen.saver.ask)
    action_limit = By(lambda screen: screen.narrower.ask)
    action_group = By(lambda screen: screen.lister.group)
    action_versions = By(lambda screen: screen.beside.versions)
    action_tags = By(lambda screen: screen.beside.tags)
    action_people = By(lambda screen: screen.beside.people)
    action_feeds = By(lambda screen: screen.beside.feeds)
    action_deleted = By(lambda screen: screen.beside.deleted)

    def action_path(self) -> None:
        """Say where the article under the cursor was read from."""
        self.state = replace(self.state, with_path=not self.state.with_path)
        if (record := self.record) is not None and not self.has_class("-previewed"):
            self.desk.say(record.source)
        self._show_preview()

    def action_background(self) -> None:
        """Stop analysing ahead, or go on with it."""
        if self._background is not None:
            self.told = _("analysing goes on") if self._background.toggle() else _("analysing stopped")
