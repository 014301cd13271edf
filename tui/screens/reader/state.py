"""What the reader holds: the article, what is known of it, what the user added, and where he stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen

from core.articles import Article
from core.library import Library
from tui.config.settings import Preferences, SettingsError, Value
from tui.keymap import Keys
from tui.model import lens as lenses
from tui.model.lens import Kind, Lens, Target
from tui.notify import say
from tui.services.drafts import Drafts
from tui.services.keeping import Keeper
from tui.widgets.article import ArticleView
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from core.analysis import Analysis, Mention, Quote
    from core.annotations import Annotation
    from core.annotations.anchoring import Placed
    from tui.model.undo import History
    from tui.widgets.actors import ActorsPanel
    from tui.widgets.notes import NotesPanel
    from tui.widgets.panel import Panel
    from tui.widgets.quotes import QuotesPanel
    from tui.widgets.search import SearchLine

Analyze = Callable[[Article], Awaitable["Analysis"]]
"""Makes the analysis of an article without holding up the screen. Raises AnalysisError with a sentence."""


class ReaderState(Screen[None]):
    """The state of the reader and its parts. What changes it is in the classes built on this one."""

    article: var[Article]
    analysis: var[Analysis | None] = var(None, init=False)
    """None until there is one."""
    annotations: var[tuple[Placed, ...]] = var((), init=False)
    """What the user added, each with its place in this text."""
    lens: var[Lens] = var(Lens(Kind.NAMES), init=False)
    """What n and N step through."""
    target: var[Target | None] = var(None, init=False)
    """Where stepping stands."""

    view = query_one(ArticleView)
    status = query_one(StatusLine)
    actors: ActorsPanel
    quotes: QuotesPanel
    notes: NotesPanel
    search_line: SearchLine
    furnished = False
    """Whether panels and search line are there: they come after the first paint."""

    PANELS: ClassVar[tuple[str, ...]] = ("actors", "quotes", "notes")

    def __init__(
        self,
        article: Article,
        archive: Library,
        analyze: Analyze,
        pipeline: Callable[[str], str],
        own: Keys,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self.preferences = preferences or Preferences(None)
        self.article = article
        self.archive = archive
        self.keeper = Keeper(archive, article)
        self.analyze = analyze
        self.pipeline = pipeline
        self.own = own
        self.drafts = Drafts(None, article.key)

    @cached_property
    def history(self) -> History:
        """The changes made and taken back; none at first."""
        from tui.model.undo import History

        return History()

    def remember(self, **changes: Value) -> None:
        """Change settings, now and for the next start; say so where they cannot be kept."""
        try:
            self.preferences.keep(**changes)
        except SettingsError as error:
            say(self.app, str(error), "warning")

    def panel(self, name: str) -> Panel:
        """The panel of that name."""
        panels: Mapping[str, Panel] = {"actors": self.actors, "quotes": self.quotes, "notes": self.notes}
        return panels[name]

    @property
    def place(self) -> str:
        """The panel one is in, or "map", or "text"."""
        if self.furnished:
            for name in self.PANELS:
                if self.panel(name).has_focus_within:
                    return name
        return "map" if self.focused is not None and self.focused.id == "map" else "text"

    def lens_of(self, kind: Kind, subject: str = "") -> Lens:
        """The lens of that kind as things stand now."""
        match kind:
            case Kind.NAMES:
                return lenses.names(self.analysis)
            case Kind.ACTOR:
                return lenses.mentions_of(self.analysis, subject)
            case Kind.QUOTES:
                return lenses.quotes(self.analysis, subject)
            case Kind.FIGURES:
                return lenses.figures(self.analysis)
            case Kind.MARKS:
                return lenses.marks(self.annotations, subject)
            case Kind.HITS if self.lens.kind is kind and self.lens.subject == subject:
                return self.lens  # the text stays the same, and so does what was found in it
            case Kind.HITS:
                return lenses.hits(self.article.text, subject)

    def quote_of(self, target: Target | None) -> Quote | None:
        """The quote that is the target, if it is one."""
        if target is None or target.kind is not Kind.QUOTES or self.analysis is None:
            return None
        return next((quote for quote in self.analysis.quotes if quote.id == target.id), None)

    def mention_of(self, target: Target) -> Mention | None:
        """The mention that is the target, if it is one."""
        if target.kind not in (Kind.NAMES, Kind.ACTOR, Kind.FIGURES) or self.analysis is None:
            return None
        return lenses.mention_at(self.analysis, target.spans[0])

    @property
    def annotation(self) -> Annotation | None:
        """The annotation one stands on: in the panel of notes the entry there, in the text the target."""
        id = self.target.id if self.target and self.target.kind is Kind.MARKS else None
        if self.place == "notes":
            id = self.notes.current
        return next((each.annotation for each in self.annotations if each.annotation.id == id), None)


if TYPE_CHECKING:
    Part = ReaderState
else:

    class Part:
        """A part of what the reader does, for `ReaderScreen` to be put together from.

        To the type checker it is a reader with all its state; when the program runs it is a plain class, since each
        screen class would take its share of the time to the first paint. So its handlers go by name, not by `on`.
        """
