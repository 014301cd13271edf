"""The screen shown while a slow source is read: a web page, fetched or saved."""

from asyncio import to_thread
from contextlib import suppress
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from core.articles import Article
from core.articles.errors import SourceError
from core.articles.feed_signs import feed_to_follow
from core.articles.source_names import is_address
from core.library import Library, LibraryError
from core.translation import _
from tui.keymap import Keys, bindings
from tui.messages import SourceNamed, SourceRead
from tui.model.days import moment_words
from tui.model.walk import Walk
from tui.navigation import is_last
from tui.removal import ClosedOnce
from tui.services.apart import Read
from tui.services.filing import Filing
from tui.text import drawable
from tui.widgets.status import StatusLine


class OpeningScreen(ClosedOnce, Screen[None]):
    """Says what is being read, and if it cannot be, why."""

    DEFAULT_CSS = """
    OpeningScreen {
        background: $background; color: $foreground;
        #opening { padding: 1 4; height: 1fr; max-width: 88; }
        #what { text-style: bold; height: auto; }
        #source { color: $faint; height: auto; }
        #trouble { margin-top: 1; height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("opening")
    PLACE = "opening"

    what = query_one("#what", Static)
    trouble_line = query_one("#trouble", Static)
    status = query_one(StatusLine)

    def __init__(
        self, source: str, read: Read, archive: Library, own: Keys, walk: Walk | None = None
    ) -> None:
        """`walk` is the list that the source is a stop of."""
        super().__init__()
        self._walk = walk
        self._feed = ""
        """The address of the feed that the source turned out to be."""
        self.source = source
        self.trouble = ""
        """Why it cannot be read; empty as long as that may be."""
        self._read = read
        self._archive = archive
        self._own = own

    def compose(self) -> ComposeResult:
        """What is done, with what, and a line for what goes wrong."""
        with Vertical(id="opening"):
            yield Static("", id="what")
            yield Static(Content(drawable(self.source)), id="source")
            yield Static("", id="trouble")
        yield StatusLine()

    def on_mount(self) -> None:
        """Begin as soon as this is painted."""
        self.status.own = self._own
        self.call_after_refresh(self.action_again)

    def action_again(self) -> None:
        """Read the source, the first time or once more."""
        self.trouble = ""
        self.what.update(_("Fetching the article …") if is_address(self.source) else _("Reading the page …"))
        self.trouble_line.update("")
        self.status.keys = ("opening-leave", "opening-keys")
        self.read()

    @work(exclusive=True, group="opening", exit_on_error=False)
    async def read(self) -> None:
        """Read it; where an address cannot be reached, take what was kept of it."""
        try:
            article = await self._read(self.source)
        except SourceError as error:
            found = await to_thread(self._kept)
            if found is None:
                self._fail(str(error), feed_to_follow(error))
                return
            kept, moment, was_opened = found
            words = (
                _("{error} This is the text as you opened it last: {moment}.")
                if was_opened
                else _("{error} This is the text as it came into the library: {moment}.")
            )
            message = words.format(error=error, moment=moment_words(moment))
            self.post_message(SourceRead(kept, message, stale=True, walk=self._walk))
            return
        about = article.publication
        partial = _("The page says that only a part of this article can be read for free.")
        notices = (article.notice, partial if about is not None and about.partial else "")
        self.post_message(SourceRead(article, " ".join(filter(None, notices)), walk=self._walk))

    def _kept(self) -> tuple[Article, str, bool] | None:
        """The article as it was read last from this address, the moment of that, and whether it was opened then."""
        if not is_address(self.source):
            return None
        with suppress(LibraryError):
            record = self._archive.article_from(self.source)
            if record is not None and (article := self._archive.load_article(record.key)) is not None:
                return article, record.last_opened or record.first_opened, bool(record.last_opened)
        return None

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        """Report errors of the background work."""
        if event.state is WorkerState.ERROR:
            self._fail(_("Something went wrong: {error!r}").format(error=event.worker.error))

    def _fail(self, sentence: str, feed: str = "") -> None:
        self.trouble = sentence
        self._feed = feed
        self.what.update(_("This cannot be opened."))
        self.trouble_line.update(Content(drawable(sentence)))
        more = ("opening-next",) if self._walk is not None else ()
        again = "opening-follow" if self._feed else "opening-again"
        self.status.keys = ("opening-leave", again, *more, "opening-keys")
        self.status.words = self._walk.words if self._walk is not None else ""

    def action_follow(self) -> None:
        """Follow the feed that this turned out to be, and fetch it."""
        if self._feed:
            self.follow()
        else:
            self.status.told = _("this is no feed")

    @work(exclusive=True, group="opening", exit_on_error=False)
    async def follow(self) -> None:
        """Say how many articles are in the library now."""
        filing = Filing(self._archive, self._read)
        async for words in filing.add(self._feed):
            self.trouble_line.update(Content(drawable(words)))
        self.trouble = ""
        told = _("The feed is followed: {result} in the library.").format(result=filing.result)
        self.what.update(_("Followed."))
        self.trouble_line.update(Content(drawable(" ".join(filing.troubles) or told)))
        self.status.keys = ("opening-leave", "opening-keys")

    def action_next(self) -> None:
        """Leave it out, and read the next of the list."""
        to = self._walk.moved(1) if self._walk is not None else None
        if to is not None:
            self.post_message(SourceNamed(to.here, to))
        else:
            self.status.told = (
                _("the last one") if self._walk is not None else _("there is no list to go on in")
            )

    def forget_message(self) -> None:
        """Say no longer what was just done."""
        if self.is_mounted:
            self.status.told = ""

    def action_leave(self) -> None:
        """Leave off: for where one came from, else for good."""
        if is_last(self):
            # Repeated on the terminal, where it stays visible.
            message = Text(f"lesart: {drawable(self.trouble)}") if self.trouble else None
            self.app.exit(return_code=1, message=message)
        else:
            self.dismiss()
