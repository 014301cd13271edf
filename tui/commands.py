"""The command palette: every command of the table by name, with its key."""

from collections.abc import Iterable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from tui.keymap import COMMANDS, shown_keys
from tui.themes import THEMES


class Commands(Provider):
    """Offers what can be done in the reader, in the order of the table."""

    def _offers(self) -> Iterable[tuple[str, str, IgnoreReturnCallbackType]]:
        """Each command as its sentence, its key, and what runs it."""
        own = getattr(self.app, "own_keys", {})
        for command in COMMANDS:
            if command.palette:
                keys = shown_keys(command.id, own)
                run = self._in_text(command.action) if command.place == "article" else command.action
                yield (
                    command.tooltip,
                    keys,
                    partial(self.screen.run_action, run) if isinstance(run, str) else run,
                )
        yield "Take the tour", "", partial(self.app.run_action, "app.tour")
        for theme in THEMES:
            yield f"Look: {theme.name}", "", partial(setattr, self.app, "theme", theme.name)

    def _in_text(self, action: str) -> IgnoreReturnCallbackType:
        async def run() -> None:
            view = self.screen.query_one("ArticleView")
            view.focus()
            await view.run_action(action)

        return run

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for sentence, keys, run in self._offers():
            yield DiscoveryHit(Content.assemble(sentence, *_aside(keys)), run, text=sentence)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for sentence, keys, run in self._offers():
            if (score := matcher.match(sentence)) > 0:
                shown = Content.assemble(matcher.highlight(sentence), *_aside(keys))
                yield Hit(score, shown, run, text=sentence)


def _aside(keys: str) -> Iterable[tuple[str, str]]:
    """The keys as they are shown after a command."""
    return [(f"  {keys}", "$faint")] if keys else []
