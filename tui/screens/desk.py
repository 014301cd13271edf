"""What controllers do besides changing the state: show messages, open screens, ask, run background work."""

from asyncio import gather
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from textual.message import Message
from textual.notifications import Notification, SeverityLevel
from textual.screen import Screen
from textual.worker import Worker

from core.articles import Article
from tui.navigation import is_last
from tui.notify import say
from tui.services.web_page import page_of, show_page

Result = TypeVar("Result")

READ_OR_KEPT = ("shelf", "keeping")
"""Groups of work after which what is shown agrees with the library."""


class Desk:
    """Separates controllers from their screen, so that they do not depend on one."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen

    @property
    def is_active(self) -> bool:
        """Whether nothing was opened on top of the screen."""
        return self._screen.is_active

    @property
    def is_saving(self) -> bool:
        """Whether a change is on its way to the disk, or what the library has is being read."""
        return any(worker.group in READ_OR_KEPT and not worker.is_finished for worker in self._screen.workers)

    def say(self, sentence: str, severity: SeverityLevel = "information") -> Notification:
        """Show a notification in the corner of the screen."""
        return say(self._screen.app, sentence, severity)

    def open(self, screen: Screen[Result], taken: Callable[[Result | None], None] | None = None) -> None:
        """Open a screen or sheet at once, and call `taken` with its result."""
        self._screen.app.push_screen(screen, taken)

    async def ask(self, sheet: Screen[Result]) -> Result:
        """Open a sheet and wait for its result; in work that was begun by `begin`."""
        return await self._screen.app.push_screen_wait(sheet)

    def browse(self, article: Article | None) -> str:
        """Open the page of an article in the web browser; what came of it, for the status line."""
        return self.browse_to(page_of(article) if article else "")

    def browse_to(self, address: str) -> str:
        """Open an address in the web browser; what came of it, for the status line."""
        return show_page(self._screen.app, address)

    def begin(
        self,
        work: Coroutine[Any, Any, Result] | Callable[[], Coroutine[Any, Any, Result]],
        group: str = "default",
        *,
        exclusive: bool = False,
    ) -> Worker[Result]:
        """Do something behind the screen. Work of the groups "shelf" and "keeping" is waited for by `saved`."""
        return self._screen.run_worker(work, group=group, exclusive=exclusive, exit_on_error=False)

    async def saved(self) -> None:
        """Wait until every change asked for is on disk or has failed, and what is shown is up to date.

        This holds from the first moment on: whoever annotates an article that was just opened sees, and changes, what
        the library has on it already.
        """
        waited_for = [worker.wait() for worker in self._screen.workers if worker.group in READ_OR_KEPT]
        await gather(*waited_for, return_exceptions=True)

    def post_message(self, message: Message) -> None:
        """Tell the program something."""
        self._screen.post_message(message)

    def tell_below(self, message: Message) -> None:
        """Tell the screen that this one was opened from something, if there is one."""
        stack = self._screen.app.screen_stack
        at = stack.index(self._screen) if self._screen in stack else 0
        if at > 0:
            stack[at - 1].post_message(message)

    def exit(self) -> None:
        """Leave the program, whatever else was to be read in it."""
        self._screen.app.exit(True)

    def close(self) -> None:
        """Leave the screen for the one it was opened from; where there is none, the program."""
        if is_last(self._screen):
            self._screen.app.exit(False)
        else:
            self._screen.dismiss()
