"""Open articles: the one under the cursor, the next new one, the one that was begun, one from elsewhere."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from pathlib import Path

from core.library import ArticleRecord, Library, LibraryError
from core.library.index.searching import Hit, HitKind
from core.library.states import State
from core.text.spans import Span
from core.translation import _
from tui.messages import ArticleChosen, QuoteChosen, SourceNamed, WordsChosen
from tui.model.walk import Walk
from tui.screens.library.interface import Shelves
from tui.screens.sheets.open import OpenDialog
from tui.widgets.long_list import HEADING


def hit_id(hit: Hit) -> str:
    """The id of what was found in a list."""
    return f"{hit.article.number} {hit.kind.value} {hit.id}"


class Opener:
    """Has articles read."""

    def __init__(
        self,
        shelves: Shelves,
        archive: Library,
        look: Callable[[], None],
        add: Callable[[Path], None],
    ) -> None:
        """`look` lists what is kept, and `add` adds the texts of a folder."""
        self._shelves = shelves
        self._archive = archive
        self._look = look
        self._add = add

    def open_here(self) -> None:
        """Read the article under the cursor, at what was found in it."""
        if (record := self._shelves.record) is not None:
            opening = self._open(record.key, self._shelves.hit, self._walk(record), self._tag)
            self._shelves.desk.begin(opening, "open", exclusive=True)

    @property
    def _tag(self) -> str:
        """The tag at whose first mark an article is opened; empty for none."""
        state = self._shelves.state
        return "" if state.search.has_hits else state.choice.tag

    def _walk(self, record: ArticleRecord) -> Walk:
        """What is read after an article: what was chosen, else what is listed or was found."""
        state = self._shelves.state
        stops: Sequence[str] = [str(each.number) for each in state.chosen.values()]
        if record.key not in state.chosen:
            stops = state.contents.ids
            if state.search.has_hits:
                stops = list(dict.fromkeys(str(hit.article.number) for hit in state.search.hits))
        here = str(record.number)
        stops = (
            stops if state.search.has_hits or not state.grouped else [id for id in stops if id[:1] != HEADING]
        )
        if here not in stops:
            return Walk([here], 0, in_library=True)
        is_everything = state.is_everything and not state.chosen
        return Walk(stops, stops.index(here), in_library=True, is_everything=is_everything)

    async def _open(self, key: str, hit: Hit | None = None, walk: Walk | None = None, tag: str = "") -> None:
        desk = self._shelves.desk
        try:
            article = await to_thread(self._archive.load_article, key)
            marks = await to_thread(self._archive.marks_with, key, tag) if tag else ()
            spans = await self._spans(key) if hit is not None and hit.kind is HitKind.TEXT else ()
        except LibraryError as error:
            desk.say(str(error), "error")
            return
        if article is None:
            desk.say(_("This article is no longer in the library."), "warning")
            self._look()
        elif hit is not None and hit.kind is HitKind.STATEMENT:
            desk.post_message(QuoteChosen(article, hit.span, walk))
        elif spans:
            words = self._shelves.state.search.query.plain
            desk.post_message(WordsChosen(article, words, spans, walk))
        else:
            mark = hit.id if hit is not None else marks[0].id if marks else None
            desk.post_message(ArticleChosen(article, mark, walk))

    async def _spans(self, key: str) -> tuple[Span, ...]:
        search = self._shelves.state.search
        places = search.places
        if key not in places:
            places = await to_thread(self._archive.snippets, search.query, [key])
        return places[key].spans if key in places else ()

    def come_from(self, stop: str) -> None:
        """Put the cursor on the article that was read last, wherever reading began."""
        shelves = self._shelves
        hits = shelves.state.search.hits if shelves.state.search.has_hits else ()
        if (current := shelves.current) is not None and current.split()[0] != stop:
            shelves.go_to(next((hit_id(hit) for hit in hits if str(hit.article.number) == stop), stop))

    def browse(self) -> None:
        """Open the page of the article under the cursor in the web browser."""
        if (record := self._shelves.record) is not None:
            self._shelves.desk.begin(self._browse(record.key), "open", exclusive=True)

    async def _browse(self, key: str) -> None:
        desk = self._shelves.desk
        try:
            article = await to_thread(self._archive.load_article, key)
        except LibraryError as error:
            desk.say(str(error), "error")
            return
        self._shelves.told = desk.browse(article)

    def open_other(self) -> None:
        """Ask for an address or a file, and read it; the texts of a folder are added."""

        def taken(source: str | None) -> None:
            if source and Path(source).is_dir():
                self._add(Path(source))
            elif source:
                self._shelves.desk.post_message(SourceNamed(source))

        self._shelves.desk.open(OpenDialog(self._shelves.own), taken)

    def next_new(self) -> None:
        """Read the article under the cursor if it is new, else the next new one after it."""
        record = self._shelves.record
        if record is not None and record.state is State.NEW:
            self.open_here()
        else:
            after = record.key if record is not None else ""
            choice = self._shelves.state.listed
            self._begin(lambda: self._archive.next_unread(after, choice), _("nothing new"))

    def go_on(self) -> None:
        """Go on where reading stopped."""
        self._begin(self._archive.going_on, _("nothing is begun"))

    def _begin(self, find: Callable[[], ArticleRecord | None], nothing: str) -> None:
        self._shelves.desk.begin(self._open_found(find, nothing), "open", exclusive=True)

    async def _open_found(self, find: Callable[[], ArticleRecord | None], nothing: str) -> None:
        """Read the article that `find` finds."""
        try:
            record = await to_thread(find)
        except LibraryError as error:
            self._shelves.desk.say(str(error), "error")
            return
        if record is None:
            self._shelves.told = nothing
        else:
            await self._open(record.key, walk=self._walk(record))
