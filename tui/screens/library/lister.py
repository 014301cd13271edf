"""List what is kept: load the list, sort it, narrow it, group it."""

from asyncio import ensure_future, to_thread, wait
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from core.library import ArticleRecord, Library, LibraryError
from core.library.index.query import Choice, Order
from core.library.states import State
from core.translation import _, number_words
from tui.keymap import key
from tui.screens.library.article_list import ArticleList, Contents
from tui.screens.library.interface import Listed, Shelves
from tui.widgets.long_list import HEADING

NARROWINGS: tuple[tuple[State, ...], ...] = ((), *((state,) for state in State))
LOOKS = 0.3
"""Seconds after which it is looked how far an index is that has to be made."""
_AT_ONCE = 500
"""Articles that are asked for at a time."""
GROUPABLE = Order.DAY, Order.SOURCE, Order.STATE


class Lister:
    """Looks the list up, and how it is to be shown."""

    def __init__(
        self,
        shelves: Shelves,
        archive: Library,
        articles: ArticleList,
        find: Callable[[str], None],
        wake: Callable[[], None],
    ) -> None:
        """`find` repeats a search; `wake` is called once the list is up to date."""
        self._shelves = shelves
        self._archive = archive
        self._articles = articles
        self._find = find
        self._wake = wake
        self._has_looked = False
        self._says = ""
        """The words in the line at the foot for what it does itself."""
        self._built = 0, 0
        """How many files are in the index that is being made, and of how many."""

    def begin(self) -> None:
        """Show at once what was known last."""
        first = self._articles.first(self._shelves.state.listed)
        if first.articles:
            self._shelves.show(replace(self._shelves.state, contents=first))
        self._say(_("looking …"))

    def _say(self, words: str) -> None:
        """Say what it does, or no longer; what others say there is left alone."""
        if words or self._shelves.doing == self._says:
            self._shelves.doing = words
        self._says = words

    def look(self, *, to_top: bool = False) -> None:
        """List what is kept, and where it is wanted go to the first of it."""
        # Handed over uncalled: another look may come before this one has begun.
        self._shelves.desk.begin(partial(self._look, to_top), "look", exclusive=True)

    def look_again(self) -> None:
        """Look whether another program has changed the library; nothing is said of it, and nothing moves if not."""
        if self._has_looked and not self._shelves.state.search.line:
            self._shelves.desk.begin(self._look_again, "again", exclusive=True)

    async def _look_again(self) -> None:
        with suppress(LibraryError):
            counts = await to_thread(self._archive.counts)
            if counts != self._shelves.state.counts:
                self.renew(await to_thread(self.loaded, self._shelves.state))
                self._wake()

    async def _look(self, to_top: bool) -> None:
        """List it; the first time look closely where there is nothing, for other programs may have changed that."""
        shelves = self._shelves
        try:
            state = await self._told(to_thread(self._first_loaded, shelves.state))
            if not self._has_looked and not state.contents.articles:
                await to_thread(self._archive.look_closely)
                state = await to_thread(self.loaded, shelves.state)
        except LibraryError as error:
            shelves.desk.say(str(error), "error")
            state = replace(shelves.state, contents=Contents((), 0))
        self.renew(state)
        if to_top:
            shelves.go_to_top()
        self._say("")
        self._wake()
        if not self._has_looked:
            self._has_looked = True
            if obstacle := await to_thread(self._archive.obstacle):
                shelves.desk.say(obstacle, "warning")

    def _first_loaded(self, state: Listed) -> Listed:
        self._archive.watch_index(self._advanced)
        return self.loaded(state)

    def _advanced(self, done: int, every: int) -> None:
        self._built = done, every

    async def _told(self, loading: Awaitable[Listed]) -> Listed:
        """What is loaded; meanwhile say how far the index is, where it has to be made."""
        coming = ensure_future(loading)
        try:
            while not (await wait({coming}, timeout=LOOKS))[0]:
                done, every = self._built
                if every:
                    words = _("making the index: {done} of {every} files …")
                    self._say(words.format(done=number_words(done), every=number_words(every)))
        finally:
            coming.cancel()
            self._built = 0, 0
        return await coming

    def loaded(self, state: Listed) -> Listed:
        """The state with the list as it is kept. Raises LibraryError."""
        contents = self._articles.load(state.listed, state.grouped)
        counts = self._archive.counts()
        return replace(state, contents=contents, counts=counts, new=self._new(state, counts))

    def _new(self, state: Listed, counts: Mapping[State, int]) -> int:
        """How many of a list are new; only where it is narrowed is that not counted already."""
        if state.is_everything:
            return counts.get(State.NEW, 0)
        states = state.listed.states
        if states and State.NEW not in states:
            return 0
        return len(self._archive.article_numbers(replace(state.listed, states=(State.NEW,))))

    def listed(self, state: Listed) -> list[ArticleRecord]:
        """Every article that is listed or was found. Raises LibraryError."""
        if state.search.has_hits:
            return [hit.article for hit in state.search.hits]
        numbers = [int(id) for id in state.contents.ids if id[:1] != HEADING]
        parts = (numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE))
        return [record for part in parts for record in self._archive.records(part)]

    def renew(self, state: Listed) -> None:
        """Show a list that was just loaded; what was found is looked for anew."""
        self._articles.forget()
        now = self._shelves.state
        self._shelves.show(replace(now, contents=state.contents, counts=state.counts, new=state.new))
        if now.search.line and now.search.has_hits:
            self._find(now.search.line)

    def _change(self, choice: Choice, *, grouped: bool) -> None:
        self._shelves.show(replace(self._shelves.state, choice=choice, grouped=grouped))
        self.look()

    def _is_of_hits(self) -> bool:
        """Whether hits are listed, which have an order of their own; that is said."""
        if self._shelves.state.search.has_hits:
            back = key("library-back", self._shelves.own)
            words = _("what was found keeps its order; {key} leads back to the list")
            self._shelves.told = words.format(key=back)
        return self._shelves.state.search.has_hits

    def sort(self) -> None:
        """Sort by the next thing."""
        if self._is_of_hits():
            return
        state, orders = self._shelves.state, list(Order)
        order = orders[(orders.index(state.choice.order) + 1) % len(orders)]
        self._change(replace(state.choice, order=order), grouped=state.grouped)

    def narrow(self) -> None:
        """Show one state only; again for the next."""
        state = self._shelves.state
        at = NARROWINGS.index(state.choice.states) if state.choice.states in NARROWINGS else 0
        states = NARROWINGS[(at + 1) % len(NARROWINGS)]
        self._change(replace(state.choice, states=states), grouped=state.grouped)

    def group(self) -> None:
        """Put a heading over each day, source or state, whichever the list is sorted by."""
        if self._is_of_hits():
            return
        state = self._shelves.state
        choice = state.choice
        if not state.grouped and choice.order not in GROUPABLE:
            choice = replace(choice, order=Order.DAY)
        self._change(choice, grouped=not state.grouped)
