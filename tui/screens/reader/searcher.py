"""Finding words in the article while they are typed."""

from asyncio import gather, to_thread

from textual.worker import Worker

from core.text.search import find
from core.translation import _, number_words
from tui.model.describe import counted
from tui.model.lens import Kind, Lens, hits_at
from tui.screens.reader.interface import Reader
from tui.screens.reader.stepper import Stepper
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine


class Searcher:
    """Steps through the hits of a search, and goes back to where it began if that is wanted."""

    def __init__(self, reader: Reader, line: SearchLine, status: StatusLine, stepper: Stepper) -> None:
        """The search `line` takes the place of the `status` line."""
        self._reader = reader
        self._status = status
        self._line = line
        self._stepper = stepper
        self._searched = ""
        """The words last searched for."""
        self._before = reader.state, 0
        """The target when the search began, and the reading position."""
        self._finding: Worker[None] | None = None
        """The search for a regular expression that was begun last."""

    def begin(self) -> None:
        """Type words to find."""
        self._before = self._reader.state, self._reader.view.top_offset
        self._status.display = False
        self._line.open(self._searched)
        if self._searched:
            self.find(self._searched)

    def find(self, words: str) -> None:
        """Look for the words as they are now."""
        if self._line.regex and words.strip():
            self._finding = self._reader.desk.begin(self._find_pattern(words), "search", exclusive=True)
        else:
            if self._finding is not None:
                self._finding.cancel()
            self._show(self._reader.state.lens_of(Kind.HITS, words))

    async def _find_pattern(self, pattern: str) -> None:
        """Look for a regular expression, which may take its time."""
        try:
            spans = await to_thread(find, self._reader.state.article.text, pattern, True)
        except ValueError as error:
            self._show(hits_at((), f"/{pattern}/"))
            self._line.explain(str(error))
            return
        self._show(hits_at(spans, f"/{pattern}/"))

    def _show(self, lens: Lens) -> None:
        reader, (_, top) = self._reader, self._before
        target = lens.step(None, top, 1)
        reader.show(reader.state.at(lens, target))
        if target is not None:
            reader.view.reveal(target.start, target.end)
        else:
            reader.view.top_offset = top
        self._tell()

    def _tell(self) -> None:
        state, words = self._reader.state, self._line.words
        index = state.lens.index(state.target)
        found = counted(len(state.lens.targets), Kind.HITS)
        if index is not None:
            found = _("{n} of {hits}").format(n=number_words(index + 1), hits=found)
        self._line.tell(found if words.strip() else "")

    def step(self, by: int) -> None:
        """Go to another hit."""
        reader, state = self._reader, self._reader.state
        target = state.lens.step(state.target, 0, by)
        if target is not None:
            reader.show(state.at(state.lens, target))
            reader.view.reveal(target.start, target.end)
            self._tell()

    async def leave(self, accepted: bool) -> None:
        """Keep stepping through the hits, or go back to where the search began."""
        reader, (before, top) = self._reader, self._before
        if self._finding is not None and not self._finding.is_finished:
            await gather(self._finding.wait(), return_exceptions=True)
        state = reader.state
        if accepted and state.lens.kind is Kind.HITS and state.lens.targets:
            self._searched = self._line.words
            self._stepper.came_from = top
        else:
            lens = before.lens
            if lens.kind is not Kind.HITS:
                lens = state.lens_of(lens.kind, lens.subject)
            reader.show(state.at(lens, before.target))
            reader.view.top_offset = top
            if accepted and self._line.words.strip():
                reader.tell_lack(counted(0, Kind.HITS))
        self._line.close()
        self._status.display = True
        reader.focus_text()
