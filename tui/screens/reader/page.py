"""The page: the text, the minimap and the panels; which of them has the focus, and how much room each gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var

from core.articles import Article
from core.translation import _
from tui.config.settings import limits
from tui.keymap import bindings
from tui.model.reader_state import Position
from tui.model.standing import PANELS
from tui.removal import Removable
from tui.screens.reader.interface import Services
from tui.widgets.article import ArticleView
from tui.widgets.minimap import Minimap

if TYPE_CHECKING:
    from tui.widgets.panel import Panel

WIDTHS = ((0, "-narrow"), (100, "-wide"), (160, "-broad"))
"""Columns from which the page is laid out in another way, and the class that says so."""

HEIGHTS = ((0, "-low"), (20, "-high"))
"""Lines from which there is room for panels above each other, and the class that says so."""


def size_classes(size: Size) -> tuple[str, ...]:
    """The classes that a screen of that size has."""
    lengths = ((size.width, WIDTHS), (size.height, HEIGHTS))
    return tuple(
        next(name for least, name in reversed(steps) if length >= least) for length, steps in lengths
    )


STEP = 4
"""Columns by which the panels become wider or narrower."""
LEAST_TEXT = 50
"""Columns that the text keeps beside panels as wide as they get."""
BROAD_TEXT = 90
"""Columns that it keeps beside two panels; what is beyond them is no use to the text."""
BETWEEN = 4
"""Columns between two panels."""
DEFAULT, MOST_SPARE = 44, 32
"""Columns of a panel as delivered, and how many of those that nobody else needs two of them get on top."""
MAPPED = 76
"""Columns from which the strip finds room beside the text."""


def side_width(columns: int, wanted: int) -> int:
    """Columns of the side column where each panel is to be `wanted` wide; two are side by side on a wide screen.

    On a narrow screen it is no column, but lies below the text and takes the whole width.
    """
    if columns < WIDTHS[1][0]:
        return columns
    if columns < WIDTHS[2][0]:
        return min(wanted, columns - LEAST_TEXT)
    spare = columns - BROAD_TEXT - 2 * DEFAULT - BETWEEN
    return min(2 * wanted + BETWEEN + max(0, min(spare, MOST_SPARE)), columns - BROAD_TEXT)


class TextColumn(Vertical):
    """The text and the keys that hold in it."""

    BLANK = True  # What is in it covers it, so that it need not be drawn itself.
    BINDINGS: ClassVar[list[BindingType]] = bindings("text")


class Page(Removable, Horizontal):
    """Moves the focus between the parts of the page, and changes their sizes, which are saved."""

    BLANK = True  # as above

    @dataclass
    class Told(Message):
        """A requested change could not be made."""

        words: str

    zen: var[bool] = var(False, init=False)
    """Whether only the text is shown."""

    def __init__(self, article: Article, services: Services) -> None:
        super().__init__(id="page")
        self._services = services
        self.view = ArticleView(article)
        self.minimap = Minimap(len(article.text), id="map")
        self.side = Vertical(id="side")
        self.panels: Mapping[str, Panel] = {}
        """The panels by name; none before the first paint."""

    def compose(self) -> ComposeResult:
        """The text as the settings want it and where reading stopped, and the room for the side column."""
        settings, article = self._services.preferences.now, self.view.article
        self.view.measure, self.view.hyphenated = settings.measure, settings.hyphenation
        if article is not None:
            self.view.top_offset = self._services.archive.position(article)
        self.lay_out(self.app.size.width)
        with TextColumn(id="text"):
            yield self.view
        yield self.minimap
        yield self.side

    def on_mount(self) -> None:
        """Show in the strip what is in sight whenever the text is laid out, and not before it is."""
        self.view.laid_out.subscribe(self, lambda _indent: self.show_sight())

    async def furnish(self, panels: Mapping[str, Panel]) -> None:
        """Put the panels into their column; where there is room for one only, the first is shown."""
        await self.side.mount_all(panels.values())
        self.panels = panels
        panels[PANELS[0]].add_class("-shown")
        self.show_sight()

    def lay_out(self, columns: int) -> None:
        """Give the parts the sizes that the settings ask for, on a screen of so many columns."""
        settings = self._services.preferences.now
        self.side.styles.width = side_width(columns, settings.panel_width)
        self.minimap.display = settings.minimap and columns >= MAPPED and not self.zen
        # The strip says where one is: no bar beside it does so again. A class would have every widget styled anew.
        self.view.styles.scrollbar_size_vertical = 0 if self.minimap.display else 1
        self.set_class(not settings.panels, "-bare")
        self.set_class(settings.one_panel, "-alone")

    def fit(self, columns: int) -> None:
        """Fit the parts into another size."""
        self.lay_out(columns)

    def watch_zen(self) -> None:
        """Show only the text, or the rest again."""
        self.lay_out(self.screen.size.width)

    def show_sight(self) -> None:
        """Show in the strip what can be seen of the text."""
        self.minimap.sight = self.view.visible_span

    # Going from part to part

    @property
    def part(self) -> str:
        """The focused part: the name of a panel, "map" or "text"."""
        for name, panel in self.panels.items():
            if panel.has_focus_within:
                return name
        return "map" if self.minimap.has_focus else "text"

    @property
    def position(self) -> Position:
        """Where one is now."""
        part, view = self.part, self.view
        entry = self.panels[part].current if part in self.panels else None
        return Position(part, entry, view.selection, view.caret, view.top_offset, view.visible_span)

    def focus_text(self) -> None:
        """Go into the text."""
        self.screen.set_focus(self.view)

    def go(self, name: str) -> None:
        """Go to the text, to the strip or to a panel; in a panel already, give it all the room, or share it again."""
        if name == "text":
            self.focus_text()
        elif name == "map":
            self._go_to_map()
        elif self.part == name:
            self._alone()
        else:
            self._unhide()
            self._open(name)
            self.screen.set_focus(self.panels[name].entries)

    def cycle(self, by: int) -> None:
        """Go on to the next of text and panels, or the one before."""
        places = ("text", *PANELS)
        here = self.part if self.part in places else "text"
        self.go(places[(places.index(here) + by) % len(places)])

    def toggle_panels(self) -> None:
        """Show or hide the side column; on a narrow screen, at the foot of the page."""
        if self.screen.has_class("-narrow"):
            self.go("text" if self.has_class("-over") else "actors")
        elif self._services.preferences.now.panels:
            self._services.remember(panels=False)
            self.add_class("-bare")
            self.focus_text()
        else:
            self._unhide()

    def _unhide(self) -> None:
        self.remove_class("-bare")
        if not self.screen.has_class("-narrow"):
            self._services.remember(panels=True)

    def _open(self, name: str | None) -> None:
        """Where there is room for one panel only, it is this one; on a narrow screen it comes up from the foot."""
        self.set_class(name is not None, "-over")
        if name is not None:
            for each, panel in self.panels.items():
                panel.set_class(each == name, "-shown")

    def show_entered(self) -> None:
        """If there is room for only one panel, show the one that has the focus, or none if the focus is elsewhere."""
        self._open(self.part if self.part in self.panels else None)

    # Sizes

    def widen(self, by: int) -> None:
        """Make the panels wider (1) or narrower (-1)."""
        least, most = limits("panel_width")
        now = self._services.preferences.now.panel_width
        wanted, columns = now + by * STEP, self.screen.size.width
        is_wider = side_width(columns, wanted) > side_width(columns, now)
        if not least <= wanted <= most or (by > 0 and not is_wider):
            self.post_message(self.Told(_("no wider") if by > 0 else _("no narrower")))
            return
        self._services.remember(panel_width=wanted)
        self.side.styles.width = side_width(columns, wanted)

    def _alone(self) -> None:
        if self.screen.has_class("-narrow") or self.screen.has_class("-low"):
            return
        self.toggle_class("-alone")
        self._services.remember(one_panel=self.has_class("-alone"))

    # The strip

    def _go_to_map(self) -> None:
        leaves = self.minimap.has_focus
        if leaves:
            self.focus_text()
        self._services.remember(minimap=not leaves)
        self.lay_out(self.screen.size.width)
        if leaves:
            return
        if self.minimap.display:
            self.minimap.begin()
            self.screen.set_focus(self.minimap)
        else:
            self.post_message(self.Told(_("the strip needs {n} columns").format(n=MAPPED)))

    @on(Minimap.Travelled)
    def _travelled(self, event: Minimap.Travelled) -> None:
        """Bring that place of the text into sight."""
        event.stop()
        self.view.reveal(event.offset, event.offset + 1)

    @on(Minimap.Left)
    def _map_left(self, event: Minimap.Left) -> None:
        """Read on there, or where one came from."""
        event.stop()
        if event.back_to is not None:
            self.view.top_offset = event.back_to
            self.show_sight()
        self.focus_text()

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        """Let the strip follow."""
        self.show_sight()

    def on_panel_sorted(self, event: Panel.Sorted) -> None:
        """Remember the order."""
        event.stop()
        self._services.remember(**{f"{event.panel.id}_by": event.by})

    def on_panel_left(self, event: Panel.Left) -> None:
        """Go back to the text."""
        event.stop()
        self.focus_text()
