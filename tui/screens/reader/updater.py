"""Go on to another text: the article's source read again, its versions, the next article that is new."""

from asyncio import to_thread

from core.articles.errors import SourceError
from core.articles.source_names import STANDARD_INPUT
from core.library import LibraryError
from tui.keymap import key
from tui.messages import ArticleUpdated
from tui.screens.reader.interface import Reader, Services
from tui.screens.versions import VersionsScreen
from tui.text import shorten

TITLE = 40
"""Columns of the title of the article that comes next."""


class Updater:
    """Checks for a new version of the article, shows earlier ones, and goes on to the next new article."""

    def __init__(self, reader: Reader, services: Services) -> None:
        self._reader = reader
        self._services = services
        self._offered: str | None = None
        """Key of the article that comes next, once it was offered."""

    def offer_next(self) -> None:
        """At the end of the article name the next that is new; asked once more, open it."""
        self._reader.desk.begin(self._offer_next(), "next", exclusive=True)

    async def _offer_next(self) -> None:
        reader, archive = self._reader, self._services.archive
        try:
            if self._offered is not None and (
                article := await to_thread(archive.load_article, self._offered)
            ):
                reader.desk.post_message(ArticleUpdated(article))
                return
            record = await to_thread(archive.next_unread, reader.state.article.key)
        except LibraryError as error:
            reader.desk.say(str(error), "error")
            return
        if record is None:
            reader.told = "the end"
            return
        self._offered = record.key
        page = key("article.page-down", self._services.own)
        reader.told = f"the end · {page} opens the next new article: {shorten(record.title, TITLE)}"

    def update(self) -> None:
        """Read the source again; a changed text is opened as a new version."""
        self._reader.desk.begin(self._update(), "updating", exclusive=True)

    async def _update(self) -> None:
        reader, old = self._reader, self._reader.state.article
        if old.source == STANDARD_INPUT:
            reader.told = "standard input cannot be read a second time"
            return
        before, reader.doing = reader.doing, "reading it anew …"
        try:
            article = await self._services.read(old.source)
        except SourceError as error:
            reader.desk.say(str(error), "error")
            return
        finally:
            reader.doing = before
        if article.key == old.key:
            reader.told = "unchanged"
        elif not reader.desk.is_active:
            opens = key("update", self._services.own)
            reader.desk.say(f"The article has changed: {opens} opens what is new.")
        else:
            reader.desk.post_message(ArticleUpdated(article))

    def show_versions(self) -> None:
        """Show the versions of the article."""
        self._reader.desk.begin(self._show_versions())

    async def _show_versions(self) -> None:
        await self._reader.desk.saved()
        article, services = self._reader.state.article, self._services
        self._reader.desk.open(VersionsScreen(services.archive, article.key, services.own))
