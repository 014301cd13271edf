"""How the text is displayed: reading mode, width, ruler, zen mode, theme."""

from dataclasses import replace
from typing import Any

from textual.app import App

from core.translation import _
from tui.config.settings import limits
from tui.keymap import key
from tui.model.reading_choice import next_reading, reading_in
from tui.model.reading_modes import Reading, Way
from tui.screens.reader.interface import Reader, Services
from tui.themes import NAMES, THEMES
from tui.widgets.article import ArticleView

STEP = 4
"""Columns by which the text becomes wider or narrower."""


class Looker:
    """Changes how the text is displayed; none of this moves the reading position."""

    def __init__(self, reader: Reader, services: Services, view: ArticleView, app: App[Any]) -> None:
        self._reader = reader
        self._services = services
        self._view = view
        self._app = app

    def read(self, way: str) -> None:
        """Switch to a reading mode; the same one again switches back to the default."""
        state = self._reader.state
        wanted = reading_in(state, Way(way), self._reader.here)
        if wanted is None:
            nobody = _("nobody is named here") if state.is_read_through else _("not analysed yet")
            self._reader.tell_lack(nobody)
        else:
            self._reader.show(replace(state, reading=wanted if wanted != state.reading else Reading()))

    def next_way(self, by: int) -> None:
        """Switch to the next available reading mode, wrapping around."""
        state = self._reader.state
        self._reader.show(replace(state, reading=next_reading(state, by, self._reader.here)))

    def measure(self, by: int) -> None:
        """Make the text wider (1) or narrower (-1)."""
        view = self._view
        least, most = limits("measure")
        now = view.measure
        if by < 0:
            now = min(now, view.text_width or now)  # else it has no visible effect if fewer columns fit
        view.measure = min(max(now + by * STEP, least), most)
        self._services.remember(measure=view.measure)
        width = view.text_width
        words = _("at most {n} columns, {fit} fit") if width < view.measure else _("at most {n} columns")
        self._reader.told = words.format(n=view.measure, fit=width)

    def hyphenate(self) -> None:
        """Hyphenate long words at the end of a line, or leave them whole."""
        hyphenated = self._view.hyphenated = not self._view.hyphenated
        self._services.remember(hyphenation=hyphenated)
        self._reader.told = _("long words parted") if hyphenated else _("words left whole")

    def ruler(self) -> None:
        """Lay a ruler on the line one reads, or take it away."""
        if self._view.ruler is None:
            self._view.lay_ruler()
            self._reader.told = _("ruler: the keys that scroll move it")
        else:
            self._view.ruler = None
            self._reader.told = ""

    def zen(self) -> None:
        """Show only the text, without panels and status line, or bring them back."""
        state = self._reader.state
        self._reader.show(replace(state, zen=not state.zen))
        if not state.zen:
            self._reader.focus_text()
            self._reader.told = _("{key} brings the rest back").format(key=key("zen", self._services.own))

    def look(self) -> None:
        """Switch to the next theme."""
        names = [theme.name for theme in THEMES]
        now = self._app.theme
        self._wear(names[(names.index(now) + 1) % len(names)] if now in names else names[0])

    def daylight(self) -> None:
        """Switch between a dark and a light theme."""
        self._wear("paper" if self._app.current_theme.dark else "ink")

    def _wear(self, name: str) -> None:
        self._app.theme = name
        self._reader.told = _("look: {name}").format(name=_(NAMES.get(name, name)))
