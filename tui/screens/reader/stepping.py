"""Going about the article: from target to target, by lens, by panel, by search, and back."""

from __future__ import annotations

from asyncio import gather, to_thread
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker

from tui.keymap import key
from tui.model.lens import Kind, Lens, Target, hits_at
from tui.screens.reader.state import Part
from tui.widgets.article import ArticleView

if TYPE_CHECKING:
    from tui.widgets.actors import ActorsPanel
    from tui.widgets.panel import Panel
    from tui.widgets.search import SearchLine


class Stepping(Part):
    """Moves the target. It is always among what the lens lets through, or there is none."""

    _came_from: int | None = None
    """The reading position before the last jump."""
    _said_nothing = ""
    """What was said last of a lens without targets."""
    _searched = ""
    """The words last searched for."""
    _before_search: tuple[Lens, Target | None, int]
    _finding: Worker[None] | None = None
    """The search for a regular expression that was begun last."""

    def action_step(self, by: int) -> None:
        """Go to the next target of the lens, or the one before."""
        self.step_in(self.lens, by)

    def action_step_through(self, kind: str, by: int) -> None:
        """Choose what to step through, and step."""
        self.step_in(self.lens_of(Kind(kind)), by)

    def step_in(self, lens: Lens, by: int) -> None:
        """Take up a lens and go to its next target from where one stands; round the ends."""
        target = lens.step(self._standing(), self._reading_at(), by)
        if target is None:
            self._said_nothing = self._nothing(lens.kind)
            self.tell(self._said_nothing)
            return
        before, after = lens.index(self.target), lens.index(target)
        self.lens = lens
        self.go_to(target)
        if before is not None and after is not None and (after - before) * by <= 0 and len(lens.targets) > 1:
            self.tell("round to the beginning" if by > 0 else "round to the end")

    def go_to(self, target: Target) -> None:
        """Make it the target and bring it into sight, moving the text no further than that takes."""
        here = self.view.top_offset
        self.target = target
        self.view.reveal(target.start, target.end)
        if self.view.top_offset != here:
            self._came_from = here

    def action_go_back(self) -> None:
        """Return to where reading stood before the last jump; once more returns to the jump."""
        if self._came_from is not None:
            here = self.view.top_offset
            self.view.top_offset = self._came_from
            self._came_from = here

    def action_leave(self) -> None:
        """Let go of the selection, else of the search, else of the target."""
        if self.view.selection is not None or self.view.selecting:
            self.view.clear_selection()
        elif self.lens.kind is Kind.HITS:
            self.lens = self.lens_of(Kind.NAMES)
            self.target = None
        elif self.target is not None:
            self.target = None
        else:
            self.lens = self.lens_of(Kind.NAMES)

    def _standing(self) -> Target | None:
        """The target, as long as it can be seen: who has scrolled on steps from where he reads."""
        if self.target is not None:
            top, bottom = self.view.visible_span
            if self.target.start < bottom and self.target.end > top:
                return self.target
        return None

    def _reading_at(self) -> int:
        """Where stepping begins without a target: the selection, else the top of what is seen."""
        selection = self.view.selection
        return selection[0] if selection else self.view.top_offset

    def _nothing(self, kind: Kind) -> str:
        from tui.model.describe import LENS_WORDS, counted

        if self.analysis is None and kind in (Kind.NAMES, Kind.ACTOR, Kind.QUOTES):
            return f"no {LENS_WORDS[kind][1]} yet"
        if kind is Kind.MARKS:
            return "no marks of yours yet"
        return f"{counted(0, kind)} here"

    def tell(self, words: str) -> None:
        """Say something in the status line that holds until the next step."""
        self.status.told = words

    # The panels

    def on_panel_chosen(self, event: Panel.Chosen) -> None:
        """Take up the lens of the panel, and go to the entry's place."""
        event.stop()
        self._take(event.panel, event.id, event.stay, " ".join(event.among))

    def _take(self, panel: Panel, id: str, stay: bool, among: str = "") -> None:
        lens = {
            "actors": lambda: self.lens_of(Kind.ACTOR, id),
            "quotes": lambda: self.lens_of(Kind.QUOTES, among),
            "notes": lambda: self.lens_of(Kind.MARKS, among),
        }[panel.id or ""]()
        target = lens.step(None, 0, 1) if lens.kind is Kind.ACTOR else lens.find(id)
        if target is None:
            self.without_place(panel, stay)
            return
        self.lens = lens
        self.go_to(target)
        if not stay:
            self.set_focus(self.view)

    def on_actors_panel_card_wanted(self, event: ActorsPanel.CardWanted) -> None:
        """An actor was taken in the panel."""
        event.stop()
        self.show_actor(event.actor)

    def show_actor(self, id: str) -> None:
        """Go to the first mention of an actor, and step through them."""
        self._take(self.actors, id, stay=False)

    def on_panel_sorted(self, event: Panel.Sorted) -> None:
        """Remember the order."""
        event.stop()
        self.remember(**{f"{event.panel.id}_by": event.by})

    def on_panel_left(self, event: Panel.Left) -> None:
        """Back to the text."""
        event.stop()
        self.set_focus(self.view)

    def action_reason(self) -> None:
        """Say why what one stands on is a quote."""
        id = self.quotes.current if self.place == "quotes" else None
        quote = self.quote_of(Target(Kind.QUOTES, id, ((0, 0),)) if id else self.target)
        if quote is None or self.analysis is None:
            self.tell(f"no quote here; {key('next-quote', self.own)} steps to one")
            return
        from tui.screens.reason import ReasonScreen

        self.app.push_screen(ReasonScreen(quote, self.analysis, self.article.text, self.own))

    def without_place(self, panel: Panel, stay: bool) -> None:  # noqa: ARG002
        """An entry was chosen that has no place in the text."""
        self.tell("this has no place in the text")

    def on_article_view_mark_clicked(self, event: ArticleView.MarkClicked) -> None:
        """Take up the lens of the mark, and stand on it."""
        from tui.model.marking import kind_of

        lens = self.lens_of(kind_of(event.mark), self.lens.subject)
        target = lens.find(event.mark.id)
        if target is not None:
            self.lens = lens
            self.target = target

    # The search

    def action_search(self) -> None:
        """Type words to find."""
        self._before_search = self.lens, self.target, self.view.top_offset
        self.status.display = False
        self.search_line.open(self._searched)
        if self._searched:
            self._find(self._searched)

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Look for the words as they stand now."""
        self._find(event.words)

    def _find(self, words: str) -> None:
        if self.search_line.regex and words.strip():
            self._finding = self._find_pattern(words)
        else:
            if self._finding is not None:
                self._finding.cancel()
            self._show_hits(self.lens_of(Kind.HITS, words))

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _find_pattern(self, pattern: str) -> None:
        """Look for a regular expression, which may take its time."""
        from core.text.search import find

        try:
            spans = await to_thread(find, self.article.text, pattern, True)
        except ValueError as error:
            self._show_hits(hits_at((), f"/{pattern}/"))
            self.search_line.tell(str(error))
            return
        self._show_hits(hits_at(spans, f"/{pattern}/"))

    def _show_hits(self, lens: Lens) -> None:
        _, _, top = self._before_search
        self.lens = lens
        target = lens.step(None, top, 1)
        if target is not None:
            self.target = target
            self.view.reveal(target.start, target.end)
        else:
            self.target = None
            self.view.top_offset = top
        self._tell_hits(self.search_line.words)

    def _tell_hits(self, words: str) -> None:
        from tui.model.describe import counted

        index = self.lens.index(self.target)
        found = counted(len(self.lens.targets), Kind.HITS)
        self.search_line.tell(
            "" if not words.strip() else found if index is None else f"{index + 1} of {found}"
        )

    def on_search_line_stepped(self, event: SearchLine.Stepped) -> None:
        """Go to another hit."""
        target = self.lens.step(self.target, 0, event.by)
        if target is not None:
            self.target = target
            self.view.reveal(target.start, target.end)
            self._tell_hits(self.search_line.words)

    async def on_search_line_left(self, event: SearchLine.Left) -> None:
        """Keep stepping through the hits, or go back to where the search began."""
        lens, target, top = self._before_search
        if self._finding is not None and not self._finding.is_finished:
            await gather(self._finding.wait(), return_exceptions=True)
        if event.accepted and self.lens.kind is Kind.HITS and self.lens.targets:
            self._searched = self.search_line.words
            self._came_from = top
        else:
            self.lens = lens if lens.kind is Kind.HITS else self.lens_of(lens.kind, lens.subject)
            self.target = target
            self.view.top_offset = top
        self.search_line.close()
        self.status.display = True
        self.set_focus(self.view)
