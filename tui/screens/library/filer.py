"""What is done with articles: added, fetched, chosen, given a state, removed, and all that taken back."""

import shlex
from asyncio import Lock, to_thread
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from pathlib import Path

from textual.notifications import Notification

from core.library import ArticleRecord, LibraryError
from core.library.feed_store import Feed
from core.library.states import State
from core.translation import _
from tui.config.settings import hosts_at_once
from tui.keymap import key
from tui.model.library_words import articles_words, state_words
from tui.notify import take_back
from tui.screens.library.interface import Shelves
from tui.screens.library.lister import Lister
from tui.screens.sheets.open import AddDialog
from tui.services.filing import Filing


class Filer:
    """Changes the library, and shows what came of it."""

    def __init__(self, shelves: Shelves, filing: Filing, lister: Lister) -> None:
        self._shelves = shelves
        self.filing = filing
        self._lister = lister
        self._coming: deque[AsyncIterator[str]] = deque()
        """What is taken in now, and what waits for its turn."""
        self._said: list[Notification] = []
        """What went wrong before."""
        self._turn = Lock()
        """Held while something is changed: what is to be taken back is what was asked for last."""

    # Taking in

    def ask_what_to_add(self) -> None:
        """Ask for addresses, files or folders, and add them."""

        def taken(sources: str | None) -> None:
            if sources:
                self._begin_to_take_in(self.filing.add(sources), _("adding …"))

        # What is said from now on is an answer to what is asked for now.
        while self._said:
            take_back(self._said.pop())
        self._shelves.desk.open(AddDialog(self._shelves.own), taken)

    def add_folder(self, folder: Path) -> None:
        """Add the texts of a folder."""
        self._begin_to_take_in(self.filing.add(shlex.quote(str(folder))), _("adding …"))

    def fetch(self, feeds: Sequence[Feed] | None = None) -> None:
        """Fetch what is new in the feeds, all of them if none are given."""
        self._begin_to_take_in(self.filing.fetch(feeds, hosts_at_once), _("fetching …"))

    def _begin_to_take_in(self, coming: AsyncIterator[str], words: str) -> None:
        """Say at once that it is begun, in place of what came of anything before."""
        self._shelves.told, self._shelves.doing = "", words
        self._coming.append(coming)
        if len(self._coming) == 1:
            self._shelves.desk.begin(self._take_in_all, "add")

    async def _take_in_all(self) -> None:
        """Take in one after the other, also what is asked for meanwhile."""
        while self._coming:
            try:
                await self._take_in(self._coming[0])
            finally:
                self._coming.popleft()

    async def _take_in(self, coming: AsyncIterator[str]) -> None:
        """Say how far it is; what cannot be read is said at the end."""
        shelves = self._shelves
        was_at_top = shelves.is_at_top
        try:
            async for words in coming:
                shelves.doing = words
        except LibraryError as error:
            shelves.desk.say(str(error), "error")
        shelves.doing, shelves.told = "", self.filing.result
        for trouble in self.filing.troubles:
            self._said.append(shelves.desk.say(trouble, "warning"))
        self._lister.look(to_top=was_at_top)

    # What is done with what is there

    def choose(self) -> None:
        """Choose the article under the cursor, or choose it no more, and go on to the next."""
        shelves = self._shelves
        record, chosen = shelves.record, dict(shelves.state.chosen)
        if record is None:
            return
        if chosen.pop(record.key, None) is None:
            chosen[record.key] = record
        shelves.go_down()
        shelves.show(replace(shelves.state, chosen=chosen))

    def choose_all(self) -> None:
        """Choose every article that is listed or was found; where all of them are chosen, none."""
        self._shelves.desk.begin(self._choose_all, "keeping")

    async def _choose_all(self) -> None:
        shelves = self._shelves
        try:
            records = await to_thread(self._lister.listed, shelves.state)
        except LibraryError as error:
            shelves.desk.say(str(error), "error")
            return
        chosen = {record.key: record for record in records}
        is_all = chosen.keys() <= shelves.state.chosen.keys()
        shelves.show(replace(shelves.state, chosen={} if is_all else chosen))

    @property
    def _targets(self) -> list[ArticleRecord]:
        """The chosen articles, or the one under the cursor."""
        record = self._shelves.record
        return list(self._shelves.state.chosen.values()) or ([record] if record is not None else [])

    def set_state(self, name: str) -> None:
        """Give the chosen articles, or the one under the cursor, a state; the one it has is taken off again."""
        state, targets = State(name), self._targets
        if targets and all(record.state is state for record in targets):
            state = State.NEW if state is State.READ else State.READ
        keys = [record.key for record in targets]
        if keys:
            self._begin(lambda: self.filing.set_state(keys, state), _told(keys, state_words(state)))

    def remove(self) -> None:
        """Remove the chosen articles, or the one under the cursor."""
        keys = [record.key for record in self._targets]
        undo = key("library-undo", self._shelves.own)
        if keys:
            self._begin(
                lambda: self.filing.remove(keys),
                _told(keys, _("removed; {undo} brings back").format(undo=undo)),
            )

    def undo(self) -> None:
        """Take back what was done last, which may still be under way."""
        if self.filing.can_undo or self._turn.locked():
            self._begin(self.filing.undo, _("taken back"))
        else:
            self._shelves.told = _("nothing to take back")

    def _begin(self, make: Callable[[], None], told: str) -> None:
        many = len(self._targets)
        # Thousands take a while, in which nothing else would say that the key was heard.
        self._shelves.doing = f"{articles_words(many)} …" if many > 1 else ""
        self._shelves.desk.begin(self._change(make, told), "keeping")

    async def _change(self, make: Callable[[], None], told: str) -> None:
        """Make a change in the library and show it."""
        shelves = self._shelves
        async with self._turn:
            try:
                await to_thread(make)
                state = await to_thread(self._lister.loaded, shelves.state)
            except LibraryError as error:
                shelves.desk.say(str(error), "error")
                return
            finally:
                shelves.doing = ""
        shelves.show(replace(shelves.state, chosen={}))
        self._lister.renew(state)
        shelves.told = told


def _told(keys: Sequence[str], done: str) -> str:
    """What was done, and to how many articles if that is more than one: "5 articles: archived"."""
    return f"{articles_words(len(keys))}: {done}" if len(keys) > 1 else done
