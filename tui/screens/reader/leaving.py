"""What is saved before an article is closed: the reading position, and drafts of notes."""

from asyncio import to_thread

from textual.timer import Timer

from core.articles import Article
from core.translation import _
from tui.keymap import key
from tui.messages import ArticleLeft
from tui.screens.desk import Desk
from tui.screens.reader.interface import Services
from tui.widgets.article import ArticleView

REST = 1.0
"""Seconds without scrolling after which the reading position is saved."""


class Leaving:
    """Leaves the article or the program once marks, drafts and reading position are saved."""

    def __init__(self, desk: Desk, services: Services, article: Article, view: ArticleView) -> None:
        self._desk = desk
        self._services = services
        self._article = article
        self._view = view
        self._resting: Timer | None = None
        self.has_warned = False
        """Whether the user was warned about an unsaved draft, which happens only once."""

    async def quit(self) -> None:
        """Leave the program, once everything is on disk."""
        if await self.may_leave():
            self._desk.exit()

    async def close(self) -> None:
        """Leave the article, once everything is on disk: for the library if it came from there, else for good."""
        if await self.may_leave():
            walk = self._services.walk
            if walk is not None and walk.in_library:
                self._desk.tell_below(ArticleLeft(walk.here))
            self._desk.close()

    async def may_leave(self) -> bool:
        """Save everything; False if the user should look at a draft first."""
        await self._desk.saved()
        drafts = self._services.drafts
        if drafts and not drafts.are_on_disk and not self.has_warned:
            self.has_warned = True
            note = key("note", self._services.own)
            sentence = _(
                "A draft of a note is not kept yet: {note} where it was finds it again; "
                "leave once more to let it go."
            )
            self._desk.say(sentence.format(note=note), "warning")
            return False
        await self._save_position()
        return True

    async def put_away(self) -> None:
        """Wait for what is being saved, and save the position: the program is being ended from outside."""
        await self._desk.saved()
        await self._save_position()

    def text_moved(self) -> None:
        """Save the reading position as soon as scrolling has stopped."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self._view.set_timer(REST, self._keep_position)

    def _keep_position(self) -> None:
        self._desk.begin(self._save_position(), "position", exclusive=True)

    async def _save_position(self) -> None:
        view, archive = self._view, self._services.archive
        # A note that was begun is to be found again by whoever goes on where they were.
        is_done = view.is_at_end and not self._services.drafts
        await to_thread(archive.save_position, self._article, view.top_offset, at_end=is_done)
