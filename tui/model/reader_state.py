"""The state of the reader as one value: what is known about the article and what is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from core.articles import Article
from core.text.spans import Span, strip
from tui.model import lens as lenses
from tui.model.lens import Kind, Lens, Target
from tui.model.reading_modes import Reading, Way

if TYPE_CHECKING:
    from core.analysis import Analysis, Mention, Quote
    from core.annotations.anchoring import Placed


NAMES, EVERYTHING = Lens(Kind.NAMES), Reading()
"""The initial lens and reading mode."""


class Position(NamedTuple):
    """Where the user is on the page."""

    part: str = "text"
    """The focused part: a panel ("actors", "quotes", "notes"), "map" or "text"."""
    entry: str | None = None
    """The id of the entry under the cursor of that panel."""
    selection: Span | None = None
    """The passage selected in the text."""
    caret: str = ""
    """What moving the caret does to it: "travels" from word to word, or "extends" it; empty without a caret."""
    top: int = 0
    """The reading position: the first character in sight."""
    sight: Span = (0, 0)
    """The part of the text that can be seen."""

    def selected(self, text: str) -> Span | None:
        """The selection without white space at its ends; None if nothing is left of it."""
        span = strip(self.selection, text) if self.selection is not None else None
        return span if span is not None and span[0] < span[1] else None


@dataclass(frozen=True, slots=True)
class ReaderState:
    """An article, its analysis and annotations, and what of them is shown."""

    article: Article
    analysis: Analysis | None = None
    """None until the analysis is finished, or that of a part ahead of it."""
    annotations: tuple[Placed, ...] = ()
    """The user's tags and notes, each with its place in this text."""
    lens: Lens = NAMES
    """What is stepped through."""
    target: Target | None = None
    """The current target: what was stepped to or made last."""
    on_row: bool = False
    """Whether, in a panel, its entry under the cursor was chosen after the target."""
    reading: Reading = EVERYTHING
    """The reading mode."""
    zen: bool = False
    """Whether only the text is shown."""
    in_part: bool = False
    """Whether the analysis is that of a part so far: what it lacks may come with the rest."""

    earlier: tuple[int, int] | None = None
    """Which version of the article it is, and of how many, if there is a later one."""
    filed: str = ""
    """When the article came into the library, as ISO 8601; empty while that is not known."""
    left: Target | None = None
    """The target that was let go last: while it is in sight, steps go on from there."""

    @property
    def is_read_through(self) -> bool:
        """Whether the whole article was analysed."""
        return self.analysis is not None and not self.in_part

    def at(self, lens: Lens, target: Target | None) -> ReaderState:
        """The state with a target of a lens as what was chosen last."""
        return replace(self, lens=lens, target=target, on_row=False)

    def with_analysis(self, analysis: Analysis) -> ReaderState:
        """The state with another analysis; references to anything it no longer contains are dropped."""
        state = replace(self, analysis=analysis)
        if state.reading.way is Way.ACTOR and not analysis.actor(state.reading.actor):
            state = replace(state, reading=Reading())
        state = state._renewed()
        if state.lens.kind is Kind.ACTOR and not state.lens.targets:
            return replace(state, lens=state.lens_of(Kind.NAMES))
        return state

    def of_whole_text(self) -> ReaderState:
        """The state without what is chosen by an id of an analysis that made way for a larger one."""
        ids = self.lens.kind in (Kind.NAMES, Kind.ACTOR, Kind.QUOTES)
        state = replace(self, target=None, lens=NAMES) if ids else self
        state = replace(state, in_part=False)
        return replace(state, reading=Reading()) if state.reading.way is Way.ACTOR else state

    def with_annotations(self, annotations: tuple[Placed, ...]) -> ReaderState:
        """The state with other annotations; a current one that is gone is dropped."""
        return replace(self, annotations=annotations)._renewed()

    def _renewed(self) -> ReaderState:
        lens = self.lens_of(self.lens.kind, self.lens.subject)
        target = lens.find(self.target.id) if self.target is not None else None
        return replace(self, lens=lens, target=target)

    def lens_of(self, kind: Kind, subject: str = "") -> Lens:
        """The lens of that kind in the current state."""
        match kind:
            case Kind.NAMES:
                return lenses.names(self.analysis)
            case Kind.ACTOR:
                return lenses.mentions_of(self.analysis, subject, self.article.repeated)
            case Kind.QUOTES:
                return lenses.quotes(self.analysis, subject)
            case Kind.FIGURES:
                return lenses.figures(self.analysis)
            case Kind.MARKS:
                return lenses.marks(self.annotations, subject)
            case Kind.HITS if self.lens.kind is kind and self.lens.subject == subject:
                return self.lens  # the text does not change, and neither do the search hits
            case Kind.HITS:
                return lenses.hits(self.article.text, subject)

    def quote(self, id: str | None) -> Quote | None:
        """The quote with that id."""
        quotes = self.analysis.quotes if self.analysis is not None and id is not None else ()
        return next((quote for quote in quotes if quote.id == id), None)

    @property
    def target_quote(self) -> Quote | None:
        """The current quote, if the target is one."""
        return self.quote(self.target.id) if self.target and self.target.kind is Kind.QUOTES else None

    @property
    def target_mention(self) -> Mention | None:
        """The current mention, if the target is one."""
        if self.target is None or self.analysis is None:
            return None
        if self.target.kind not in (Kind.NAMES, Kind.ACTOR, Kind.FIGURES):
            return None
        return lenses.mention_at(self.analysis, self.target.spans[0])
