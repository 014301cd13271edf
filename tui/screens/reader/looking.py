"""How the text is looked at: what is bright, how wide it runs, the ruler, zen, the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from tui.config.settings import limits
from tui.keymap import key
from tui.model.lens import Kind
from tui.model.reading_modes import Reading, Way
from tui.screens.reader.arranging import Arranging
from tui.screens.reader.stepping import Stepping
from tui.themes import THEMES
from tui.widgets.article import ArticleView

if TYPE_CHECKING:
    from core.analysis import Analysis

STEP = 4
"""Columns that the text becomes wider or narrower by."""


class Looking(Stepping, Arranging):
    """Changes how the text is shown; nothing of it moves the reading position."""

    reading: var[Reading] = var(Reading(), init=False)
    """What one reads for."""

    def set_up(self, view: ArticleView) -> None:
        """Give a fresh view the measure and the hyphenation of the settings."""
        settings = self.preferences.now
        view.measure, view.hyphenated = settings.measure, settings.hyphenation

    # Ways of reading

    def action_read(self, way: str) -> None:
        """Read in a way; the same once more, for everything again."""
        wanted = self._reading(Way(way))
        if wanted is None:
            self.tell("nobody is named here" if self.analysis else "not analysed yet")
        else:
            self.reading = wanted if wanted != self.reading else Reading()

    def action_next_way(self, by: int) -> None:
        """Go on to the next way of reading that there is, round the end."""
        ways = [reading for way in Way if (reading := self._reading(way)) is not None]
        now = next((index for index, reading in enumerate(ways) if reading.way is self.reading.way), 0)
        self.reading = ways[(now + by) % len(ways)]

    def _reading(self, way: Way) -> Reading | None:
        """To read in that way from here; None where the article is not known well enough."""
        if way is Way.ACTOR:
            actor = self._actor_here(self.analysis)
            return Reading(way, actor) if actor else None
        return Reading(way) if way is not Way.QUOTES or self.analysis else None

    def _actor_here(self, analysis: Analysis | None) -> str | None:
        """The actor stepped through or stood on; else the one named most."""
        if analysis is None:
            return None
        if self.lens.kind is Kind.ACTOR:
            return self.lens.subject
        if (quote := self.quote_of(self.target)) is not None and quote.speaker and quote.speaker.actor:
            return quote.speaker.actor
        if self.target is not None and (mention := self.mention_of(self.target)) and mention.actor:
            return mention.actor
        named = max(analysis.actors, key=lambda actor: len(analysis.mentions_of(actor.id)), default=None)
        return named.id if named else None

    # Measure, ruler, zen, look

    def action_measure(self, by: int) -> None:
        """Let the text run wider (1) or narrower (-1)."""
        least, most = limits("measure")
        now = self.view.measure
        if by < 0:
            now = min(now, self.view.text_width or now)  # else nothing is seen of it where fewer columns fit
        self.view.measure = min(max(now + by * STEP, least), most)
        self.remember(measure=self.view.measure)
        width = self.view.text_width
        shown = f", {width} fit" if width < self.view.measure else ""
        self.tell(f"at most {self.view.measure} columns{shown}")

    def action_hyphenate(self) -> None:
        """Part long words at the end of a line, or leave them whole."""
        self.view.hyphenated = not self.view.hyphenated
        self.remember(hyphenation=self.view.hyphenated)
        self.tell("long words parted" if self.view.hyphenated else "words left whole")

    def action_ruler(self) -> None:
        """Lay a ruler on the line one reads, or take it away."""
        if self.view.ruler is None:
            self.view.lay_ruler()
            self.tell("ruler: the keys that scroll move it")
        else:
            self.view.ruler = None
            self.tell("")

    def action_zen(self) -> None:
        """Only the text, without panels and words at the foot; once more brings them back."""
        self._set_zen(not self.has_class("-zen"))
        if self.has_class("-zen"):
            self.set_focus(self.view)
            self.tell(f"{key('zen', self.own)} brings the rest back")

    def _set_zen(self, zen: bool) -> None:
        self.set_class(zen, "-zen")
        self.part(self.size.width, self.view, self.side, self.minimap)

    def action_look(self) -> None:
        """Put on the next look."""
        names = [theme.name for theme in THEMES]
        now = self.app.theme
        self.app.theme = names[(names.index(now) + 1) % len(names)] if now in names else names[0]
        self.tell(f"look: {self.app.theme}")

    def action_leave(self) -> None:
        """Let go of one thing after the other: selection, search, target, zen, and what one reads for."""
        holds = self.view.selection is not None or self.view.selecting or self.target is not None
        if holds or self.lens.kind is Kind.HITS:
            super().action_leave()
        elif self.has_class("-zen"):
            self._set_zen(False)
        elif self.reading != Reading():
            self.reading = Reading()
        else:
            super().action_leave()
