"""The minimap of the article: where its quotes, names and the user's marks are, and which part is visible."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from core.text.spans import Span
from core.translation import _
from tui.keymap import bindings
from tui.model.marks import Mark, MarkKind
from tui.widgets.components import component

SIGHT, HERE = "│", "▸"
QUOTED, PARTLY = "┃", "╎"
FEW, SEVERAL = "·", ":"
OWN, HIT = "●", "◦"


def legend() -> str:
    """What the signs mean, in as many words as a line of 80 columns has room for beside a key."""
    words = _(
        "{sight} in sight, {quoted} quotes {partly} some, {several} names {few} few, {own} yours, {hit} hits"
    )
    return words.format(sight=SIGHT, quoted=QUOTED, partly=PARTLY, several=SEVERAL, few=FEW, own=OWN, hit=HIT)


NAMES = frozenset({MarkKind.PERSON, MarkKind.ORGANISATION, MarkKind.PLACE, MarkKind.MISC})


class Slice(NamedTuple):
    """What lies in one line of the strip."""

    quoted: float = 0.0
    """Share of it that is within quotes."""
    names: int = 0
    own: bool = False
    hit: bool = False

    @property
    def signs(self) -> tuple[str, str, str]:
        """A sign each for quotes, names, and one's own marks or search hits."""
        quoted = QUOTED if self.quoted >= 0.5 else PARTLY if self.quoted else " "
        names = SEVERAL if self.names > 2 else FEW if self.names else " "
        return quoted, names, OWN if self.own else HIT if self.hit else " "


def slices(marks: Iterable[Mark], length: int, lines: int) -> tuple[Slice, ...]:
    """A text of `length` characters in `lines` lines of equal reach, with what is marked in each.

    Takes time linear in marks and lines: only the ends of a quote are looked at, what is between them is filled in.
    """
    if lines < 1:
        return ()
    quoted, names = [0.0] * (lines + 1), [0] * lines
    own, hit = [False] * lines, [False] * lines
    whole = [0] * (lines + 1)
    reach = max(1, length) / lines
    for mark in marks:
        first = min(lines - 1, int(mark.start / reach))
        if mark.kind in NAMES:
            names[first] += 1
        elif mark.kind is MarkKind.ANNOTATION:
            own[first] = True
        elif mark.kind is MarkKind.HIT:
            hit[first] = True
        elif mark.kind is MarkKind.QUOTE:
            last = min(lines - 1, int((mark.end - 1) / reach))
            if first == last:
                quoted[first] += (mark.end - mark.start) / reach
            else:
                quoted[first] += first + 1 - mark.start / reach
                quoted[last] += mark.end / reach - last
                whole[first + 1] += 1
                whole[last] -= 1
    found, open_quotes = [], 0
    for line in range(lines):
        open_quotes += whole[line]
        found.append(Slice(min(1.0, quoted[line] + open_quotes), names[line], own[line], hit[line]))
    return tuple(found)


class Minimap(Widget, can_focus=True):
    """A minimap: every line represents an equal part of the article. Keys and clicks travel along it."""

    DEFAULT_CSS = """
    Minimap {
        width: 4; height: 100%; background: $background;
        & > .minimap--sight { color: $quote; }
        & > .minimap--here { color: $quote-current; text-style: bold; }
        & > .minimap--quote { color: $quote; }
        & > .minimap--name { color: $faint; }
        & > .minimap--own { color: $annotation-sign; }
        &:focus { & > .minimap--sight { color: $quote-current; text-style: bold; } }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("map")

    @dataclass
    class Travelled(Message):
        """A place of the article was gone to."""

        offset: int

    @dataclass
    class Left(Message):
        """The minimap lost the focus; the text stays where it is, or returns to `back_to`."""

        back_to: int | None

    sight: reactive[Span] = reactive((0, 0), repaint=False)
    """The stretch of the text that can be seen."""
    target: reactive[int | None] = reactive(None, repaint=False)
    """The offset of the current target in the text."""
    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The line that keys have travelled to, while they do."""

    def __init__(self, length: int, *, id: str | None = None) -> None:
        """`length` is that of the text, in characters."""
        super().__init__(id=id)
        self.tooltip = Content(legend())
        self._length = max(1, length)
        self._marks: tuple[Mark, ...] = ()
        self._slices: tuple[Slice, ...] = ()
        self._places: list[str] = []
        self._drawn: dict[tuple[str, ...], Strip] = {}
        self._began = 0

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show where these are."""
        self._marks, self._slices = marks, ()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As high as there is room."""
        return container.height

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line: what is in sight, then quotes, names and own marks."""
        height = self.size.height
        if len(self._slices) != height:
            self._slices = slices(self._marks, self._length, height)
        if y >= height:
            return Strip.blank(self.size.width, self.rich_style)
        if len(self._places) != height:
            self._places = self._places_now()
        signs = (self._places[y], *self._slices[y].signs)
        # Most lines look like another: drawn once, they cost nothing when the strip moves with the text.
        strip = self._drawn.get(signs)
        if strip is None:
            here = "minimap--here" if signs[0] == HERE else "minimap--sight"
            looks = (here, "minimap--quote", "minimap--name", "minimap--own")
            pieces = zip(signs, looks, strict=True)
            segments = [Segment(sign, component(self, look).rich_style) for sign, look in pieces]
            strip = Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
            self._drawn[signs] = strip
        return strip

    def on_resize(self) -> None:
        """Draw every line anew."""
        self._draw_anew()

    def on_focus(self) -> None:
        """Show that keys travel along it now."""
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Take the colours of the new look."""
        super().notify_style_update()
        self._draw_anew()

    def _places_now(self) -> list[str]:
        """The first column, line by line: the current position, and the visible part."""
        places = [" "] * self.size.height
        if self.sight != (0, 0):
            first, last = self.line_of(self.sight[0]), self.line_of(self.sight[1] - 1)
            places[first : last + 1] = [SIGHT] * (last + 1 - first)
        here = self.cursor if self.cursor is not None or self.target is None else self.line_of(self.target)
        if here is not None and 0 <= here < len(places):
            places[here] = HERE
        return places

    def watch_sight(self) -> None:
        """Draw the lines that came into sight or went out of it."""
        self._draw_moved()

    def watch_target(self) -> None:
        """Draw the line one was at and the one one is at."""
        self._draw_moved()

    def watch_cursor(self) -> None:
        """Draw the line one travelled from and the one one travelled to."""
        self._draw_moved()

    def _draw_moved(self) -> None:
        before, self._places = self._places, self._places_now()
        if len(before) != len(self._places):
            self.refresh()
            return
        changed = [y for y, (was, now) in enumerate(zip(before, self._places, strict=True)) if was != now]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def line_of(self, offset: int) -> int:
        """The line that holds a character of the text."""
        return min(self.size.height - 1, max(0, offset) * self.size.height // self._length)

    def offset_of(self, line: int) -> int:
        """The first character of the text that a line holds."""
        height = max(1, self.size.height)
        return min(self._length - 1, -(-line * self._length // height))

    # Travelling

    def begin(self) -> None:
        """Drag from the place the pointer is at."""
        self._began = self.sight[0]
        self.cursor = self.line_of(self.target if self.target is not None else self.sight[0])

    def on_blur(self) -> None:
        """Let go."""
        self.cursor = None
        self._draw_anew()

    def action_travel(self, by: int) -> None:
        """Go on by some lines of the strip."""
        self._go((self.cursor or 0) + by)

    def action_jump(self, by: int) -> None:
        """Go on to the next line with a quote or a mark of one's own, or back to the one before."""
        line = self.cursor or 0
        while 0 <= (line := line + by) < len(self._slices):
            if self._slices[line].quoted or self._slices[line].own or self._slices[line].hit:
                self._go(line)
                return

    def action_end(self, last: bool) -> None:
        """Go to the first line of the strip, or to the last."""
        self._go(self.size.height - 1 if last else 0)

    def action_stay(self) -> None:
        """Leave the map and read on at the place it shows."""
        self.post_message(self.Left(None))

    def action_leave(self) -> None:
        """Go back to where one was."""
        self.post_message(self.Left(self._began))

    def _go(self, line: int) -> None:
        self.cursor = min(max(0, line), self.size.height - 1)
        self.post_message(self.Travelled(self.offset_of(self.cursor)))

    # By mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the place clicked, and follow the pointer from there on."""
        self.capture_mouse()
        self._follow(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer."""
        if self.app.mouse_captured is self:
            self._follow(event.y)

    def on_mouse_up(self) -> None:
        """Let go of the pointer."""
        self.release_mouse()

    def _follow(self, line: int) -> None:
        self.post_message(self.Travelled(self.offset_of(min(max(0, line), self.size.height - 1))))
