"""Going from target to target: by lens, by an entry of a panel, by a mark that is clicked, and back."""

from collections.abc import Sequence

from core.analysis import Analysis
from core.text.spans import Span
from core.translation import _
from tui.keymap import key
from tui.model.lens import Kind, Lens, Target, hits_at
from tui.model.marking import kind_of
from tui.model.marks import Mark
from tui.model.stepping import chosen_in, goes_round, next_target, nothing_words
from tui.screens.reader.interface import Reader, Services
from tui.screens.sheets.reason import ReasonScreen


class Stepper:
    """Moves the target, which is always one of the lens, or none."""

    came_from: int | None = None
    """The reading position before the last jump."""

    def __init__(self, reader: Reader, services: Services) -> None:
        self._reader = reader
        self._services = services

    def step(self, by: int) -> None:
        """Go to the next target of the lens, or the one before."""
        self._step_in(self._reader.state.lens, by)

    def step_through(self, kind: str, by: int) -> None:
        """Choose what to step through, and step."""
        self._step_in(self._reader.state.lens_of(Kind(kind)), by)

    def _step_in(self, lens: Lens, by: int) -> None:
        reader, state = self._reader, self._reader.state
        position = reader.position
        target = next_target(state, position, lens, by)
        if target is None:
            reader.tell_lack(nothing_words(state, lens.kind))
            return
        self.go_to(lens, target)
        if target == state.target and len(lens.targets) == 1:
            reader.told = _("there is no other")
        elif goes_round(state, position, lens, target, by):
            reader.told = _("round to the beginning") if by > 0 else _("round to the end")

    def go_to(self, lens: Lens, target: Target) -> None:
        """Switch to a lens and one of its targets, and scroll no further than needed to show it.

        It was chosen last then: a selection is dropped.
        """
        view = self._reader.view
        here = view.top_offset
        view.clear_selection()
        self._reader.show(self._reader.state.at(lens, target))
        if not target.is_placed:
            return
        view.reveal(target.start, target.end)
        if view.top_offset != here:
            self.came_from = here

    def go_on(self, kind: Kind, subject: str, id: str) -> None:
        """Go to a target in the text and step through its lens from there."""
        lens = self._reader.state.lens_of(kind, subject)
        if (target := lens.find(id)) is not None:
            self.go_to(lens, target)
            self._reader.focus_text()

    def go_back(self) -> None:
        """Return to where reading was before the last jump; once more returns to the jump."""
        if self.came_from is not None:
            view = self._reader.view
            view.top_offset, self.came_from = self.came_from, view.top_offset

    def show_quote(self, span: Span | None) -> None:
        """Go to the quote that begins with a passage; where there is none, show the passage."""
        lens = self._reader.state.lens_of(Kind.QUOTES)
        target = next((each for each in lens.targets if each.spans[0] == span), None)
        if target is not None:
            self.go_to(lens, target)
        elif span is not None:
            self._reader.view.reveal(*span)

    def show_found(self, words: str, spans: Sequence[Span]) -> None:
        """Go to the first of some places of words, and step through them from there."""
        lens = hits_at(spans, words)
        if lens.targets:
            self.go_to(lens, lens.targets[0])

    def show_mark(self, id: str | None) -> None:
        """Go to an annotation."""
        marks = self._reader.state.lens_of(Kind.MARKS)
        if id is not None and (target := marks.find(id)) is not None:
            self.go_to(marks, target)

    def take(self, panel: str, id: str, stay: bool, among: Sequence[str] = ()) -> bool:
        """Switch to the lens of a panel and go to the place of an entry; False if it has no place in the text."""
        lens, target = chosen_in(self._reader.state, panel, id, " ".join(among))
        if target is None:
            return False
        self.go_to(lens, target)
        if not target.is_placed:
            return False
        if not stay:
            self._reader.focus_text()
        return True

    def stand_on(self, mark: Mark) -> None:
        """Switch to the lens of a visible mark, and make it the target."""
        state = self._reader.state
        lens = state.lens_of(kind_of(mark), state.lens.subject)
        if (target := lens.find(mark.id)) is not None:
            self._reader.show(state.at(lens, target))

    def reason(self, found: Analysis | None) -> bool:
        """Explain why this is a quote, or what is around it; False where there is none.

        `found` is the analysis without corrections, to tell what the reader said.
        """
        reader, state = self._reader, self._reader.state
        quote = reader.here.quote
        if quote is None or state.analysis is None:
            sentence = _("no quote here; {key} steps to one")
            reader.tell_lack(sentence.format(key=key("next-quote", self._services.own)))
            return False
        reader.desk.open(ReasonScreen(quote, state.analysis, state.article.text, self._services.own, found))
        return True
