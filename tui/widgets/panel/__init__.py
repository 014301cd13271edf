"""The common parts of the panels in the side column: entries, a heading, a filter line, and the list itself."""

from tui.widgets.panel.entry import Entry, Heading, Line, Row
from tui.widgets.panel.panel import Panel, PanelList

__all__ = ["Entry", "Heading", "Line", "Panel", "PanelList", "Row"]
