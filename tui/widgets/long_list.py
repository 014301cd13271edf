"""A list of any length: entries are made when they are drawn, so that ten thousand open as fast as ten."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.widgets.lines import Lines
from tui.widgets.picks import REVERSED

HEADING = "="
"""What the id of an entry begins with that is a heading, which the cursor passes over."""


class LongList(ScrollView, can_focus=True):
    """A list of entries of the same height, or of heights that are soon told; only those in sight are drawn."""

    DEFAULT_CSS = """
    LongList, LongList:focus {
        height: 1fr; border: none; padding: 0; background: transparent; background-tint: transparent;
        scrollbar-size-vertical: 1; overflow-x: hidden;
        & > .long-list--cursor {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--cursor"}

    ROWS: ClassVar[int] = 2
    """Lines an entry; one with fewer is followed by blank ones."""

    heights: Callable[[int, int], int] | None = None
    """How many lines the entry at a place takes at a width, where not all take the same; asked of every entry."""

    gap: Lines | None = None
    """What is drawn on the lines that an entry of such a height leaves free; nothing if it is None."""

    highlighted: var[int | None] = var(None, init=False)
    """Where the cursor is; None only in an empty list."""

    @dataclass
    class Selected(Message):
        """An entry was chosen."""

        list: "LongList"
        id: str

    @dataclass
    class Highlighted(Message):
        """The cursor came to an entry."""

        list: "LongList"
        id: str

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[str] = ()
        self._make: Callable[[int], Lines] = _nothing
        self._drawn: dict[tuple[int, bool, int, str], list[Strip]] = {}
        self._tops: Sequence[int] = (0,)
        """The line at which each entry begins, and where the last one ends."""

    def show(self, ids: Sequence[str], make: Callable[[int], Lines]) -> None:
        """Show as many entries as there are ids; `make` gives one by its place.

        The entry under the cursor stays under it while it is there; else the cursor stays where it was.
        """
        current, at, before = self.current, self.highlighted or 0, self._ids
        self._ids, self._make = ids, make
        self._drawn.clear()
        self._measure()
        if current is not None and (at >= len(ids) or ids[at] != current) and current in ids:
            at = ids.index(current)
        wanted = self._beside_headings(min(at, len(ids) - 1), 1) if ids else None
        if wanted != self.highlighted or not before:
            self.highlighted = wanted
        self.refresh()

    def _measure(self) -> None:
        """Put the entries below each other."""
        heights, width = self.heights, self.scrollable_content_region.width
        if heights is None:
            self._tops = range(0, (len(self._ids) + 1) * self.ROWS, self.ROWS)
        else:
            sizes = (heights(index, width) for index in range(len(self._ids)))
            self._tops = array("L", accumulate(sizes, initial=0))
        self.virtual_size = Size(0, self._tops[len(self._ids)])

    def _index_at(self, y: int) -> int:
        """The place of the entry at a line of the list; beyond the last one there is none of that number."""
        return bisect_right(self._tops, y) - 1

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        at = self.highlighted
        return self._ids[at] if at is not None and at < len(self._ids) else None

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._ids)

    def go_to(self, id: str) -> None:
        """Put the cursor on an entry, if it is there."""
        if id in self._ids:
            self.highlighted = self._ids.index(id)

    def watch_highlighted(self, at: int | None) -> None:
        """Bring the entry into sight."""
        if at is not None and at < len(self._ids):
            self._reveal()
            self.post_message(self.Highlighted(self, self._ids[at]))
        self.refresh()

    def on_resize(self) -> None:
        """Keep the entry under the cursor in sight in a window that shrinks."""
        if self.heights is not None:
            self._measure()
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        if self.highlighted is not None and self.highlighted < len(self._ids):
            width = self.scrollable_content_region.width or 1
            top, end = self._tops[self.highlighted], self._tops[self.highlighted + 1]
            region = Region(0, top, width, end - top)
            self.scroll_to_region(region, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the entry that is there."""
        y += self.scroll_offset.y
        index, width = self._index_at(y), self.scrollable_content_region.width
        if index >= len(self._ids):
            return Strip.blank(width, self.rich_style)
        strips, row = self._strips(index, width), y - self._tops[index]
        if row < len(strips):
            return strips[row]
        gap = Visual.to_strips(self, self.gap, width, 1, self.visual_style) if self.gap is not None else ()
        return gap[0] if gap else Strip.blank(width, self.rich_style)

    def _strips(self, index: int, width: int) -> list[Strip]:
        cursor = index == self.highlighted
        place = index, cursor, width, self.app.theme
        if place not in self._drawn:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            style = self.get_visual_style("long-list--cursor") if cursor else self.visual_style
            rows = self._tops[index + 1] - self._tops[index]
            strips = Visual.to_strips(self, self._make(index), width, rows, style)
            if self.heights is None:
                strips += [Strip.blank(width, style.rich_style)] * (rows - len(strips))
            if cursor and (self.app.no_color or self.app.native_ansi_color):
                strips = [Strip([Segment(strip.text, REVERSED)], strip.cell_length) for strip in strips]
            self._drawn[place] = strips
        return self._drawn[place]

    def refresh_entries(self) -> None:
        """Draw all entries anew."""
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked on."""
        index = self._index_at(self.scroll_offset.y + event.y)
        if index < len(self._ids) and not self._ids[index].startswith(HEADING):
            self.highlighted = index
            self.action_select()

    def _step(self, by: int) -> None:
        if self._ids:
            to = min(max(0, (self.highlighted or 0) + by), len(self._ids) - 1)
            self.highlighted = self._beside_headings(to, by)

    def _beside_headings(self, at: int, by: int) -> int:
        """A place, or the nearest one that is no heading: in the direction one goes, else in the other."""
        for step in (1 if by > 0 else -1, -1 if by > 0 else 1):
            to = at
            while 0 <= to < len(self._ids) and self._ids[to].startswith(HEADING):
                to += step
            if 0 <= to < len(self._ids):
                return to
        return at

    def _page(self, way: int) -> int:
        """How many entries a page is from here on, down (1) or up (-1)."""
        at = self.highlighted or 0
        if not self._ids:
            return 1
        here = self._tops[at] if way > 0 else self._tops[at + 1] - 1
        there = here + way * (self.scrollable_content_region.height - (self._tops[at + 1] - self._tops[at]))
        return max(1, abs(self._index_at(min(max(0, there), self._tops[-1] - 1)) - at))

    def action_cursor_down(self) -> None:
        """One entry down."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """One entry up."""
        self._step(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self._step(self._page(1))

    def action_page_up(self) -> None:
        """A page up."""
        self._step(-self._page(-1))

    def action_first(self) -> None:
        """To the first entry."""
        self._step(-len(self._ids))

    def action_last(self) -> None:
        """To the last entry."""
        self._step(len(self._ids))

    def action_select(self) -> None:
        """Choose the entry under the cursor."""
        if self.current is not None:
            self.post_message(self.Selected(self, self.current))


def _nothing(index: int) -> Lines:
    """What a list without entries has at any place."""
    raise IndexError(index)


_KEPT = 400
"""Entries that are kept drawn."""
