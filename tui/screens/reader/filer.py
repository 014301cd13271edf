"""Where the article stands in the library: archived, put off for later, new again."""

from asyncio import Lock, to_thread

from core.library import LibraryError
from core.library.states import State
from core.translation import _
from tui.keymap import key
from tui.model.library_words import state_words
from tui.screens.reader.interface import Reader, Services


class Filer:
    """Gives the article that is read a state."""

    def __init__(self, reader: Reader, services: Services) -> None:
        self._reader = reader
        self._services = services
        self._one_at_a_time = Lock()

    def set_state(self, name: str) -> None:
        """Give it a state; the one it has is taken off again, as in the library."""
        # What is kept is waited for before the article is left.
        self._reader.desk.begin(self._set_state(State(name)), "keeping")

    async def _set_state(self, state: State) -> None:
        archive, article = self._services.archive, self._reader.state.article
        async with self._one_at_a_time:
            try:
                before = await to_thread(archive.reading, article.key)
                now = state if before.state is not state else State.READ
                await to_thread(archive.set_state, article.key, now)
            except LibraryError as error:
                self._reader.desk.say(str(error), "error")
                return
        walk = self._services.walk
        is_last = walk is not None and not walk.is_trail and walk.moved(1) is None
        told = (
            _("this article: {state}") if is_last else _("this article: {state} · {key} reads the next one")
        )
        self._reader.told = told.format(state=state_words(now), key=key("walk-on", self._services.own))
