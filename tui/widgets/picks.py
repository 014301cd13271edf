"""A list to pick from whose cursor is seen on every terminal."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widgets import OptionList

REVERSED = Style(reverse=True)


class PickList(OptionList):
    """An option list. Where colours are the terminal's own, or none, the line under the cursor is drawn reversed."""

    _pressed: int | None = None
    """What the pointer was on when its button went down."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note what is meant: a list that now gets the focus may unfold its first entry, and the others move."""
        self._pressed = event.style.meta.get("option")

    def on_click(self, event: events.Click) -> None:
        """Pick what the button was pressed on, not what is under the pointer by the time it is let go."""
        event.prevent_default()
        index = self._pressed
        if index is not None and index < self.option_count and not self.get_option_at_index(index).disabled:
            self.highlighted = index
            self.action_select()

    def on_resize(self) -> None:
        """Keep what is under the cursor in sight in a window that shrinks."""
        self.call_after_refresh(self.scroll_to_highlight)

    def action_page_up(self) -> None:
        """Move the cursor up by a page, or to the first entry: above it there may be a heading only."""
        if self.scrollable_content_region:  # on the smallest of terminals there is no line of it
            super().action_page_up()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_first()

    def action_page_down(self) -> None:
        """Move the cursor down by a page, or to the last entry."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_last()

    def render_line(self, y: int) -> Strip:
        """One line, reversed where colour cannot show that the cursor is on it."""
        strip = super().render_line(y)
        in_use = self.has_focus or not self.can_focus
        if in_use and self.highlighted is not None and (self.app.no_color or self.app.native_ansi_color):
            segment = next(iter(strip), None)
            if segment is not None and segment.style and segment.style.meta.get("option") == self.highlighted:
                meta = Style(meta=segment.style.meta)
                return Strip([Segment(strip.text, REVERSED + meta)], strip.cell_length)
        return strip


class Choices(PickList, can_focus=False):
    """The list in a sheet, which takes the keys itself."""

    def step(self, by: int) -> None:
        """Move the cursor, round the ends."""
        count, at = self.option_count, self.highlighted
        if count:
            self.highlighted = (at + by) % count if at is not None else (0 if by > 0 else count - 1)
