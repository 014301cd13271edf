"""How the page is parted: text, strip, panels; which of them one is in, and how much room each has."""

from textual import events
from textual.containers import Vertical
from textual.getters import query_one

from tui.config.settings import limits
from tui.screens.reader.state import Part
from tui.widgets.article import ArticleView
from tui.widgets.minimap import Minimap

WIDTHS = ((0, "-narrow"), (100, "-wide"), (160, "-broad"))
"""Columns from which the page is laid out in another way, and the class that says so."""

HEIGHTS = ((0, "-low"), (20, "-high"))
"""Lines from which there is room for panels above each other, and the class that says so."""

STEP = 4
"""Columns by which the panels become wider or narrower."""
LEAST_TEXT = 50
"""Columns that the text keeps beside panels as wide as they get."""
MAPPED = 76
"""Columns from which the strip finds room beside the text."""


def side_width(columns: int, wanted: int) -> int:
    """Columns of the side column where each panel is to be `wanted` wide; two stand side by side on a broad screen.

    On a narrow screen it is no column, but lies below the text and takes the whole width.
    """
    if columns < WIDTHS[1][0]:
        return columns
    if columns < WIDTHS[2][0]:
        return min(wanted, columns - LEAST_TEXT)
    return min(2 * wanted + 4, columns - 90)


class Arranging(Part):
    """Goes from one part of the page to another, and changes their sizes. What was changed is remembered."""

    side = query_one("#side", Vertical)
    minimap = query_one(Minimap)

    def part(self, columns: int, view: ArticleView, side: Vertical, minimap: Minimap) -> None:
        """Give the parts the sizes that the settings ask for, on a screen of so many columns."""
        settings = self.preferences.now
        side.styles.width = side_width(columns, settings.panel_width)
        minimap.display = settings.minimap and columns >= MAPPED and not self.has_class("-zen")
        # The strip says where one is: no bar beside it does so again. A class would have every widget styled anew.
        view.styles.scrollbar_size_vertical = 0 if minimap.display else 1
        self.set_class(not settings.panels, "-bare")
        self.set_class(settings.one_panel, "-alone")

    def begin(self) -> None:
        """Show the first panel where there is room for one only, and what is in sight in the strip."""
        self.actors.add_class("-shown")
        self.show_sight()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the parts into the new size."""
        self.part(event.size.width, self.view, self.side, self.minimap)
        self.call_after_refresh(self.show_sight)

    def on_article_view_moved(self) -> None:
        """Let the strip follow."""
        self.show_sight()

    def show_sight(self) -> None:
        """Show in the strip what can be seen of the text."""
        self.minimap.sight = self.view.visible_span

    # Going from part to part

    def action_go(self, name: str) -> None:
        """Go to the text, to the strip or to a panel; in a panel already, give it all the room, or share it again."""
        if name == "text":
            self.set_focus(self.view)
        elif name == "map":
            self._go_to_map()
        elif self.place == name:
            self._alone()
        else:
            self._unhide()
            self._open(name)
            self.set_focus(self.panel(name).entries)

    def action_cycle(self, by: int) -> None:
        """Go on to the next of text and panels, or the one before."""
        places = ("text", *self.PANELS)
        here = self.place if self.place in places else "text"
        self.action_go(places[(places.index(here) + by) % len(places)])

    def action_toggle_panels(self) -> None:
        """Show or hide the side column; on a narrow screen, at the foot of the page."""
        if self.has_class("-narrow"):
            self.action_go("text" if self.has_class("-over") else "actors")
        elif self.preferences.now.panels:
            self.remember(panels=False)
            self.add_class("-bare")
            self.set_focus(self.view)
        else:
            self._unhide()

    def _unhide(self) -> None:
        self.remove_class("-bare")
        if not self.has_class("-narrow"):
            self.remember(panels=True)

    def _open(self, name: str | None) -> None:
        """Where there is room for one panel only, it is this one; on a narrow screen it comes up from the foot."""
        self.set_class(name is not None, "-over")
        for each in self.PANELS if name else ():
            self.panel(each).set_class(each == name, "-shown")

    def on_descendant_focus(self) -> None:
        """Where there is room for one panel only, show the one that is entered."""
        if self.furnished:
            self._open(self.place if self.place in self.PANELS else None)

    # Sizes

    def action_widen(self, by: int) -> None:
        """Make the panels wider (1) or narrower (-1)."""
        least, most = limits("panel_width")
        wanted = self.preferences.now.panel_width + by * STEP
        columns = self.size.width
        if not least <= wanted <= most or (by > 0 and not self._changes(columns, wanted)):
            self.status.told = "no wider" if by > 0 else "no narrower"
            return
        self.remember(panel_width=wanted)
        self.side.styles.width = side_width(columns, wanted)

    def _changes(self, columns: int, wanted: int) -> bool:
        return side_width(columns, wanted) > side_width(columns, self.preferences.now.panel_width)

    def _alone(self) -> None:
        if self.has_class("-narrow") or self.has_class("-low"):
            return
        self.toggle_class("-alone")
        self.remember(one_panel=self.has_class("-alone"))

    # The strip

    def _go_to_map(self) -> None:
        if self.minimap.has_focus:
            self.set_focus(self.view)
            self.remember(minimap=False)
            self.part(self.size.width, self.view, self.side, self.minimap)
            return
        self.remember(minimap=True)
        self.part(self.size.width, self.view, self.side, self.minimap)
        if self.minimap.display:
            self.minimap.begin()
            self.set_focus(self.minimap)
        else:
            self.status.told = f"the strip needs {MAPPED} columns"

    def on_minimap_travelled(self, event: Minimap.Travelled) -> None:
        """Bring that place of the text into sight."""
        event.stop()
        self.view.reveal(event.offset, event.offset + 1)

    def on_minimap_left(self, event: Minimap.Left) -> None:
        """Read on there, or where one came from."""
        event.stop()
        if event.back_to is not None:
            self.view.top_offset = event.back_to
            self.show_sight()
        self.set_focus(self.view)
