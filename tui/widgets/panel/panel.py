"""A panel of the side column: a heading, and a list of two-line entries, or a sentence if it is empty."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.css.styles import RulesMap
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option, OptionDoesNotExist

from core.text.search import matcher
from core.translation import N_, _, number_words
from tui.keymap import bindings
from tui.removal import Removable
from tui.widgets.panel.entry import Entry, Heading, Row
from tui.widgets.panel.filter import FilterLine
from tui.widgets.picks import PickList

PADDING = 2
"""Columns left and right of an entry."""

_NO_RULES: RulesMap = {}

BAR = "┃"
"""The bar before the entry of the target."""

NOTHING = N_("Nothing here is like that.")
"""The words for a filtered list without entries."""


class PanelList(PickList, inherit_bindings=False):
    """The entries, walked with the same keys as everything else."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("panel")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"panel--target"}

    target: reactive[str | None] = reactive(None)
    """Id of the entry of the current target, which has the same bar as in the text."""

    @dataclass
    class Asked(Message):
        """A key was pressed that the panel answers, not the list."""

        list: "PanelList"
        what: str

    _unfolded: Entry | None = None

    def on_focus(self) -> None:
        """Whoever comes in has something under the cursor."""
        if self.highlighted is None:
            self.action_first()
        self.unfold()

    def on_blur(self) -> None:
        """Only what is chosen stays unfolded."""
        self.unfold()

    def on_resize(self) -> None:
        """Give the unfolded entry the room there is now."""
        self.unfold()

    def watch_target(self) -> None:
        """Unfold the entry of the target."""
        self.unfold()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Unfold what is under the cursor."""
        super().watch_highlighted(highlighted)
        self.unfold()

    def unfold(self) -> None:
        """Show the chosen entry whole, as far as there is room, and fold the one that was chosen before."""
        before, now = self._unfolded, self._chosen_entry()
        room, width = self.size.height, self.scrollable_content_region.width - PADDING
        heights = [each.get_height(_NO_RULES, width) for each in (before, now) if each is not None]
        if before is not None:
            before.room = 0
        if now is not None:
            now.room = room
        self._unfolded = now
        is_other = heights != [
            each.get_height(_NO_RULES, width) for each in (before, now) if each is not None
        ]
        if is_other and self.options:
            index = self.highlighted or 0
            # What the list has worked out of the heights of its entries is forgotten by this.
            self.replace_option_prompt_at_index(index, self.options[index].prompt)
            self.scroll_to_highlight()

    def _chosen_entry(self) -> Entry | None:
        option = self.highlighted_option
        is_chosen = option is not None and (self.has_focus or option.id == self.target)
        return (
            option.prompt if option is not None and is_chosen and isinstance(option.prompt, Entry) else None
        )

    def render_line(self, y: int) -> Strip:
        """One line, with a bar before it if it is of the target."""
        strip = super().render_line(y)
        first = next(iter(strip), None)
        index = first.style.meta.get("option") if first is not None and first.style else None
        if first is None or index is None or self.target is None or self.options[index].id != self.target:
            return strip
        bar = (first.style or Style()) + self.get_component_rich_style("panel--target", partial=True)
        return Strip([Segment(BAR, bar), *strip.crop(1)], strip.cell_length)

    def action_ask(self, what: str) -> None:
        """Have the panel answer: go, show, order, kind, filter or leave."""
        self.post_message(self.Asked(self, what))


class Panel(Removable, Vertical):
    """One list of the side column, sorted and narrowed as the reader likes."""

    DEFAULT_CSS = """
    Panel {
        padding: 0 0 0 1;
        .panel--heading { height: 1; padding: 0 2 0 1; }
        .panel--empty { color: $faint; display: none; padding: 0 2 0 1; &.-shown { display: block; } }
        FilterLine { padding-left: 1; }
        PanelList {
            height: 1fr; max-height: 100%; border: none; padding: 0; background: transparent;
            background-tint: transparent; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
            & > .option-list--option { padding: 0 1; }
            & > .panel--target { color: $quote-current; text-style: bold; }
            & > .option-list--option-disabled { color: $foreground; text-style: none; }
            & > .option-list--option-highlighted {
                color: $foreground; background: $block-cursor-blurred-background; text-style: none;
            }
            &.-empty { height: 1; max-height: 1; }
            &:focus { border: none; background-tint: transparent; }
            &:focus > .option-list--option-highlighted {
                color: $block-cursor-foreground; background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
        &:focus-within .panel--heading { text-style: bold; }
    }
    """

    NAME: ClassVar[str] = ""
    """Its heading."""
    EMPTY: ClassVar[str] = ""
    """What it says while there is nothing in it."""
    ORDERS: ClassVar[tuple[str, ...]] = ()
    """Names of the orders it can be in, as the settings have them."""
    ORDER_WORDS: ClassVar[tuple[str, ...]] = ()
    """The same as the heading says them."""

    @dataclass
    class Chosen(Message):
        """An entry was chosen: go to its place, or only show it."""

        panel: "Panel"
        id: str
        stay: bool
        among: tuple[str, ...] = ()
        """Ids of what the list is narrowed to; empty where it is not."""

    @dataclass
    class Moved(Message):
        """The cursor of the list has come to another entry."""

        panel: "Panel"

    @dataclass
    class Entered(Message):
        """What one stands on is to be opened."""

        panel: "Panel"

    @dataclass
    class Sorted(Message):
        """The order of the list has changed."""

        panel: "Panel"
        by: str

    @dataclass
    class Left(Message):
        """The panel is to be left for the text."""

        panel: "Panel"

    heading = query_one(".panel--heading", Static)
    filter = query_one(FilterLine)
    empty = query_one(".panel--empty", Static)
    entries = query_one(PanelList)

    def __init__(self, *, id: str, by: str = "") -> None:
        """`by` is one of `ORDERS`."""
        super().__init__(id=id)
        self.by = by or next(iter(self.ORDERS), "")
        self._rows: Sequence[Row] = ()
        self._empty = ""
        self._typed = ""
        self._kind = ""

    def compose(self) -> ComposeResult:
        """Heading, filter, sentence and list."""
        yield Static(Heading(_(self.NAME).upper(), ""), classes="panel--heading")
        yield FilterLine()
        yield Static(Content(_(self.EMPTY)), classes="panel--empty")
        yield PanelList(markup=False)

    # What is in it

    def show_rows(self, rows: Sequence[Row], empty: str = "") -> None:
        """Replace what is in it, in the order given; `empty` is what to say where that is nothing.

        The entry under the cursor stays there, or gives way to the next; the list stays where it was.
        """
        top = self.entries.scroll_offset.y
        self._rows, self._empty = rows, empty or _(self.EMPTY)
        if self._kind not in self.kinds:
            self._kind = ""
        self._list()
        self.entries.scroll_to(y=top, animate=False, force=True)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds there are in it, the most frequent first."""
        counts: dict[str, int] = {}
        for row in self._rows:
            for kind in row.kinds:
                counts[kind] = counts.get(kind, 0) + 1
        return tuple(sorted(counts, key=lambda kind: -counts[kind]))

    @property
    def narrowed(self) -> bool:
        """Whether some entries may be left out."""
        return bool(self._typed.strip() or self._kind)

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the entries in the list, in its order."""
        return tuple(option.id for option in self.entries.options if option.id is not None)

    def _list(self) -> None:
        matches = matcher(self._typed)
        rows = [
            row for row in self._rows if (not self._kind or self._kind in row.kinds) and matches(row.words)
        ]
        chosen, place = self.current, self.entries.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            self.entries.set_options(_options(rows))
            self.entries.highlighted = self._cursor(chosen, place)
        self.entries.unfold()
        count = str(len(rows))
        if self.narrowed:
            count = _("{n} of {all}").format(n=number_words(len(rows)), all=number_words(len(self._rows)))
        order = _(dict(zip(self.ORDERS, self.ORDER_WORDS, strict=True)).get(self.by, ""))
        note = f"{count} · {order}" if order else count
        self.heading.update(Heading(_(self.NAME).upper(), note if self._rows else ""))
        self.filter.show_kind(self._kind)
        self.empty.update(Content(_(NOTHING) if self._rows else self._empty))
        self.empty.set_class(not rows, "-shown")  # A class of the panel would have all its parts styled anew.
        self.entries.set_class(not rows, "-empty")

    def _cursor(self, id: str | None, place: int | None) -> int | None:
        """Where the cursor goes: to the entry of that id, else near where it was."""
        options = self.entries.options
        if id is not None:
            for index, option in enumerate(options):
                if option.id == id:
                    return index
        free = [index for index, option in enumerate(options) if not option.disabled]
        return None if not free or place is None else min(free, key=lambda index: abs(index - place))

    def follow(self, id: str | None) -> None:
        """Mark an entry as the target and put the list's cursor on it; None marks none, and leaves the cursor."""
        self.entries.target = id
        if id is not None:
            with suppress(OptionDoesNotExist), self.prevent(OptionList.OptionHighlighted):
                self.entries.highlighted = self.entries.get_option_index(id)

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        option = self.entries.highlighted_option
        return option.id if option else None

    # What is asked of it

    def choose(self, id: str, stay: bool) -> None:
        """An entry was taken: say so."""
        self.post_message(self.Chosen(self, id, stay, self.shown if self.narrowed else ()))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.choose(event.option_id, stay=False)

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Moved(self))

    @on(PanelList.Asked)
    def _asked(self, event: PanelList.Asked) -> None:
        event.stop()
        match event.what:
            case "go":
                self.post_message(self.Entered(self))
            case "show" if self.current is not None:
                self.choose(self.current, stay=True)
            case "order" if self.ORDERS:
                self.sort_by(self.ORDERS[(self.ORDERS.index(self.by) + 1) % len(self.ORDERS)])
                self.entries.scroll_to_highlight()
                self.post_message(self.Sorted(self, self.by))
            case "kind":
                kinds = ("", *self.kinds)
                self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
                self._narrow()
            case "filter":
                self.filter.open()
            case "leave" if self.narrowed:
                self.widen()
            case "leave":
                self.post_message(self.Left(self))

    def on_click(self, event: events.Click) -> None:
        """A click on the heading sorts; one on the line below it narrows, by typing or to the next kind."""
        place = event.screen_offset
        sorts = self.heading.region.contains_point(place)
        if sorts or self.filter.kind_words.region.contains_point(place):
            self.entries.focus()
            self.entries.action_ask("order" if sorts else "kind")
        elif self.filter.region.contains_point(place):
            self.filter.open()

    def sort_by(self, by: str) -> None:
        """Show the entries in another of its orders."""
        self.by = by

    def widen(self) -> None:
        """Leave nothing out any more."""
        self._typed = self._kind = ""
        self.filter.clear()
        self._narrow()

    def _narrow(self) -> None:
        """List what is left: whoever stood on what is gone stands on the entry under the cursor now, and is told."""
        before = self.current
        self._list()
        if self.entries.highlighted is None:
            self.entries.action_first()
        self.entries.scroll_to_highlight()
        if self.current != before:
            self.post_message(self.Moved(self))

    @on(FilterLine.Typed)
    def _filter(self, event: FilterLine.Typed) -> None:
        event.stop()
        self._typed = event.words
        self._narrow()

    @on(FilterLine.Moved)
    def _move(self, event: FilterLine.Moved) -> None:
        event.stop()
        if event.by > 0:
            self.entries.action_cursor_down()
        else:
            self.entries.action_cursor_up()

    @on(FilterLine.Left)
    def _filtered(self, event: FilterLine.Left) -> None:
        event.stop()
        if not event.kept:
            self.widen()
        self.entries.focus()


def _options(rows: Sequence[Row]) -> list[Option]:
    """The rows as options, with the name of each group above its first."""
    counts = Counter(row.group for row in rows)
    options: list[Option] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            if group:
                options.append(Option(Heading(group, str(counts[group]), row.group_style), disabled=True))
        options.append(Option(row.entry, id=row.entry.id))
    return options
