"""The library: every article that was opened, the last one first."""

from asyncio import to_thread
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from core.articles import Article
from core.library import ArticleRecord, LibraryError
from tui.keeping import Archive
from tui.keymap import Keys, bindings
from tui.say import say
from tui.widgets.lines import OneLine
from tui.widgets.panel import Entry
from tui.widgets.picks import PickList
from tui.widgets.status import StatusLine

EMPTY = "Nothing here yet. “lesart FILE” opens an article and keeps it here; “lesart demo” opens a sample."


class LibraryList(PickList, inherit_bindings=False):
    """The articles, walked with the same keys as every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")


class LibraryScreen(Screen[None]):
    """One line an article with its title, and a fainter one with where it came from and when it was last open."""

    DEFAULT_CSS = """
    LibraryScreen {
        background: $background; color: $foreground;
        #shelf { padding: 1 2 0 2; height: 1fr; max-width: 110; }
        #title { height: 1; margin-bottom: 1; }
        #none { color: $faint; display: none; }
        &.-empty #none { display: block; }
        LibraryList, LibraryList:focus {
            height: 1fr; border: none; padding: 0; background: transparent; background-tint: transparent;
            scrollbar-size-vertical: 1;
            & > .option-list--option-highlighted {
                color: $block-cursor-foreground; background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
    }
    """

    class Opened(Message):
        """An article was chosen and read."""

        def __init__(self, article: Article) -> None:
            self.article = article
            super().__init__()

    listing = query_one(LibraryList)
    title_line = query_one("#title", Static)
    status = query_one(StatusLine)

    def __init__(self, archive: Archive, own: Keys) -> None:
        super().__init__()
        self._archive = archive
        self._own = own

    def compose(self) -> ComposeResult:
        """Heading, list, status."""
        with Vertical(id="shelf"):
            yield Static(OneLine([("LIBRARY", "bold $faint")]), id="title")
            yield Static(Content(EMPTY), id="none")
            yield LibraryList(markup=False)
        yield StatusLine()

    def on_mount(self) -> None:
        """Look on the shelves."""
        self.status.own = self._own
        self.status.keys = ("library-leave", "library-open", "library-keys")
        self.status.doing = "looking …"
        self.listing.focus()

    def on_screen_resume(self) -> None:
        """Look on the shelves, also on coming back from an article."""
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """List what is kept."""
        try:
            records = await to_thread(self._archive.articles)
        except LibraryError as error:
            say(self.app, str(error), "error")
            records = ()
        self.status.doing = ""
        self._show(records)

    def _show(self, records: Sequence[ArticleRecord]) -> None:
        self.set_class(not records, "-empty")
        self.status.words = _counted(len(records), "article") if records else ""
        self.listing.set_options([Option(entry_of(record), id=record.key) for record in records])
        self.listing.highlighted = 0 if records else None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.open(event.option_id)

    @work(exclusive=True, exit_on_error=False)
    async def open(self, key: str) -> None:
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
        self.post_message(self.Opened(article))


def entry_of(record: ArticleRecord) -> Entry:
    """A record as two lines: title and number of marks, then source and day."""
    marks = _counted(record.annotations, "mark") if record.annotations else ""
    source = "standard input" if record.source == "-" else record.source
    return Entry(
        record.key,
        ([(record.title or "untitled", "")], [(marks, "$annotation-sign")] if marks else []),
        ([(source, "$faint")], [(record.last_opened[:10], "$faint")]),
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
