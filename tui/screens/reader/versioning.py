"""Versions of the article: the way to them, and marks whose words have changed, confirmed where they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tui.keymap import key
from tui.model.lens import Kind
from tui.notify import say
from tui.screens.reader.annotating import Annotating

if TYPE_CHECKING:
    from core.annotations.anchoring import Placed
    from core.articles import Article
    from tui.screens.opening import Read


class Versioning(Annotating):
    """Shows versions, confirms places, and goes to the mark that the article was opened for."""

    class Updated(Message):
        """The article was read anew and has changed."""

        def __init__(self, article: Article) -> None:
            self.article = article
            super().__init__()

    read: Read
    """Reads the article's source anew."""
    wanted: str | None = None
    """The id of the mark to go to once the marks are known."""

    def go_to_wanted(self) -> None:
        """Go to the mark the article was opened for, if it has a place."""
        if self.wanted is None:
            return
        marks = self.lens_of(Kind.MARKS)
        target, self.wanted = marks.find(self.wanted), None
        if target is not None:
            self.lens = marks
            self.go_to(target)

    async def action_confirm_place(self) -> None:
        """Say that the mark one stands on, whose words have changed, is in its right place."""
        await self.saved()
        placed = self._doubtful()
        if placed is None or placed.located is None or placed.located.span is None:
            self.tell("no mark here whose place is in doubt")
            return
        from core.annotations import Anchor

        anchor = Anchor.of(self.article.text, *placed.located.span)
        self.change_from(placed.annotation, replace(placed.annotation.edited(), anchor=anchor))

    def _doubtful(self) -> Placed | None:
        """The mark one stands on, if it was found only approximately; the only such one from wherever one is."""
        from core.annotations import How

        doubtful = [each for each in self.annotations if each.located and each.located.how is How.APPROXIMATE]
        here = self.annotation
        if here is not None:
            return next((each for each in doubtful if each.annotation.id == here.id), None)
        return doubtful[0] if len(doubtful) == 1 else None

    @work(group="updating", exclusive=True, exit_on_error=False)
    async def action_update(self) -> None:
        """Read the source anew; a text that has changed is opened as a new version."""
        from core.articles.errors import SourceError
        from core.articles.source_names import STANDARD_INPUT

        if self.article.source == STANDARD_INPUT:
            self.tell("standard input cannot be read a second time")
            return
        before, self.status.doing = self.status.doing, "reading it anew …"
        try:
            article = await self.read(self.article.source)
        except SourceError as error:
            say(self.app, str(error), "error")
            return
        finally:
            self.status.doing = before
        if article.key == self.article.key:
            self.tell("unchanged")
        elif self.app.screen is not self:
            say(self.app, f"The article has changed: {key('update', self.own)} opens what is new.")
        else:
            self.post_message(self.Updated(article))

    @work(exit_on_error=False)
    async def action_versions(self) -> None:
        """Show the versions of the article."""
        from tui.screens.versions import VersionsScreen

        await self.saved()
        self.app.push_screen(VersionsScreen(self.archive, self.article.key, self.own))
