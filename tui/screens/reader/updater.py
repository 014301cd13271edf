"""Go on to another version of the article: its source read again, or one kept earlier."""

from core.articles.errors import SourceError
from core.articles.source_names import STANDARD_INPUT
from core.translation import _
from tui.keymap import key
from tui.messages import ArticleUpdated
from tui.screens.lists.versions import VersionsScreen
from tui.screens.reader.interface import Reader, Services


class Updater:
    """Checks for a new version of the article, and shows earlier ones."""

    def __init__(self, reader: Reader, services: Services) -> None:
        self._reader = reader
        self._services = services

    def update(self) -> None:
        """Read the source again; a changed text is opened as a new version."""
        self._reader.desk.begin(self._update(), "updating", exclusive=True)

    async def _update(self) -> None:
        reader, old = self._reader, self._reader.state.article
        if old.source == STANDARD_INPUT:
            reader.told = _("standard input cannot be read a second time")
            return
        before, reader.doing = reader.doing, _("reading it anew …")
        try:
            article = await self._services.read(old.source)
        except SourceError as error:
            reader.desk.say(str(error), "error")
            return
        finally:
            reader.doing = before
        # What was kept before links were has none, and gets those of the page.
        if article.key == old.key and (old.links or not article.links):
            reader.told = _("unchanged")
        elif not reader.desk.is_active:
            opens = key("update", self._services.own)
            reader.desk.say(_("The article has changed: {key} opens what is new.").format(key=opens))
        else:
            reader.desk.post_message(ArticleUpdated(article, self._services.walk))

    def show_versions(self) -> None:
        """Show the versions of the article."""
        self._reader.desk.begin(self._show_versions())

    async def _show_versions(self) -> None:
        await self._reader.desk.saved()
        article, services = self._reader.state.article, self._services
        self._reader.desk.open(VersionsScreen(services.archive, article.key, services.own))
