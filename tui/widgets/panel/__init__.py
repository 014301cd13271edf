"""What the panels of the side column share: rows, a heading, a line to filter them by, and the list itself."""

from tui.widgets.panel.entry import Entry, Heading, Row
from tui.widgets.panel.panel import Panel, PanelList

__all__ = ["Entry", "Heading", "Panel", "PanelList", "Row"]
