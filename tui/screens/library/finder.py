"""Search everything, and go back from what was found."""

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from core.library import Library, LibraryError
from core.library.index.query import Query, faults, parse
from core.library.index.searching import MOST, Hit, HitKind
from core.translation import N_, _, ngettext, number_words
from tui.keymap import key
from tui.screens.library.interface import Listed, Search, Shelves, within
from tui.screens.lists.searched_listing import LISTING

FIRST = 200
"""Hits that are shown before all are looked for."""
SNIPPETS = 40
"""Hits whose context is looked up before they are shown; that of others once they come into sight."""
AROUND = 40
"""Hits before and after one in sight whose context is looked up with its own."""
LEAVES = N_("{key} leaves Lesart")


class Told(Protocol):
    """The search line, as far as it is told what came of the words."""

    def tell(self, words: str) -> None:
        """Say how much was found."""

    def explain(self, sentence: str) -> None:
        """Say why the words cannot be looked for."""


class Finder:
    """Looks for words, and for the articles that filters leave."""

    def __init__(
        self,
        shelves: Shelves,
        archive: Library,
        load: Callable[[Listed], Listed],
        line: Callable[[], Told],
    ) -> None:
        """`load` loads a list, and the search `line` says how much was found."""
        self._shelves = shelves
        self._archive = archive
        self._load = load
        self._line = line
        self._before: str | None = None
        """The article under the cursor when the search began."""
        self._wanted = ""
        """What was searched for last; an answer to anything else comes too late."""
        self._asked: set[str] = set()
        """Keys of the articles whose context was asked for, once it is known what was found."""
        self._asked_of: tuple[Hit, ...] = ()

    def begin(self) -> None:
        """Remember where one is."""
        if not self._shelves.state.search.line:
            self._before = self._shelves.current

    def find(self, words: str) -> None:
        """Show what holds the words, or the articles that filters leave; all articles if nothing is asked for."""
        self._wanted = " ".join(words.split())
        self._shelves.desk.begin(self._find(self._wanted), LISTING, exclusive=True)

    async def _find(self, line: str) -> None:
        try:
            query = parse(line)
        except ValueError as error:
            self._line().explain(str(error))
            return
        try:
            narrowed = replace(query, choice=within(query.choice, self._shelves.state.choice))
            hits = await to_thread(self._archive.find, narrowed, FIRST) if not query.is_blank else ()
            await self._found(line, query, hits)
            if may_be_more(narrowed, len(hits)) and line == self._wanted:
                # The list shows the first: nothing that is chosen from it has to wait for the others.
                self._shelves.desk.begin(self._find_all(line, query, narrowed), "all", exclusive=True)
        except LibraryError as error:
            self._shelves.desk.say(str(error), "error")

    async def _find_all(self, line: str, query: Query, narrowed: Query) -> None:
        """Show all that there is, after the first."""
        try:
            hits = await to_thread(self._archive.find, narrowed)
            if len(hits) > len(self._shelves.state.search.hits) and line == self._wanted:
                await self._found(line, query, hits)
        except LibraryError as error:
            self._shelves.desk.say(str(error), "error")

    async def _found(self, line: str, query: Query, hits: tuple[Hit, ...]) -> None:
        shelves, archive = self._shelves, self._archive
        first = [hit.article.key for hit in hits[:SNIPPETS] if hit.kind is HitKind.TEXT]
        places = await to_thread(archive.snippets, query, first)
        search = Search(line, query, hits, places, await to_thread(archive.tag_colours))
        state = replace(shelves.state, search=search)
        if not search.has_hits:
            state = await to_thread(self._load, state)
        if line != self._wanted:
            return
        asked_anew = line != shelves.state.search.line
        shelves.show(state)
        if asked_anew and hits:
            shelves.go_to_top()
        if not hits and (sentence := faults(query)):
            self._line().explain(sentence)
        else:
            self._line().tell(_told(query, len(hits)))

    def look_around(self, at: int) -> None:
        """Have the context looked up of hits that come into sight with the one at a place of the list."""
        search = self._shelves.state.search
        if search.hits is not self._asked_of:
            self._asked, self._asked_of = set(), search.hits
        near = search.hits[max(0, at - AROUND) : at + AROUND]
        keys = {hit.article.key for hit in near if hit.kind is HitKind.TEXT}
        if wanted := keys - search.places.keys() - self._asked:
            self._asked |= wanted
            self._shelves.desk.begin(self._with_places(search, list(wanted)), "places")

    async def _with_places(self, search: Search, keys: list[str]) -> None:
        """Show the context of more hits."""
        try:
            more = await to_thread(self._archive.snippets, search.query, keys)
        except LibraryError as error:
            self._shelves.desk.say(str(error), "error")
            return
        state = self._shelves.state
        if state.search.hits is search.hits:
            known = {**state.search.places, **more}
            self._shelves.show(replace(state, search=replace(state.search, places=known)))

    def back(self, look: Callable[[], None]) -> None:
        """Go back from what was found to all articles, then from what was chosen and narrowed.

        From there it only says which key leaves.
        """
        self._wanted = ""
        state = self._shelves.state
        if state.search.line:
            self._shelves.show(replace(state, search=Search()))
        elif state.chosen:
            self._shelves.show(replace(state, chosen={}))
        elif not state.is_everything:
            self._shelves.show(state.with_everything())
        else:
            self._shelves.told = _(LEAVES).format(key=key("library-leave", self._shelves.own))
            return
        if self._before is not None:
            self._shelves.go_to(self._before)
        look()


def may_be_more(query: Query, found: int) -> bool:
    """Whether so many hits, found among the first, may not be all; statements are looked through in part only."""
    return found >= FIRST or bool(query.choice.speaker or query.choice.kind)


def _told(query: Query, found: int) -> str:
    """How much was found."""
    if not found:
        return "" if query.is_blank else _("nothing found")
    if found >= MOST:
        return _("the first {n}").format(n=number_words(found))
    return ngettext("{n} found", "{n} found", found).format(n=number_words(found))
