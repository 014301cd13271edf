"""The help: all keys, those of the current place first. Clicking one runs its command."""

from collections.abc import Iterable
from itertools import chain, combinations, pairwise, zip_longest
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from core.translation import N_, _
from tui.keymap import LIST, MORE, PLACE_NAMES, READ, VIEW, Command, Keys, bindings, commands_in, shown_keys
from tui.screens.sheets.dialog import INDENT, Dialog
from tui.text import cells
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Lines, OneLine, Paragraphs, line
from tui.widgets.minimap import legend

KEY_COLUMNS, MOST_KEYS = 14, 24
"""Columns for the keys, before what they do: at least, and at most where a command has many or long ones."""
COLUMN = 46
"""Columns of the screen that a column of groups takes at least, where there are several."""
MOST_COLUMNS = 3
GAP = 4
"""Columns between them."""


class KeyTable(Lines):
    """Groups of commands, each with its keys, in as many columns as there is room for."""

    def __init__(self, groups: list[tuple[str, list[Command]]], own: Keys) -> None:
        self._groups = groups
        self._own = own
        names = (keys for _, commands in groups for _, _, keys in self._merged(commands))
        self._key_columns = max(
            [KEY_COLUMNS, *(wide for each in names if (wide := cells(each) + 1) <= MOST_KEYS)]
        )
        self._drawn: dict[int, list[Content]] = {}
        """The lines by the width."""

    def lines(self, width: int) -> list[Content]:
        """All groups, in the number of columns that makes them shortest, and balanced over these.

        With more width there are never more lines. Otherwise a scroll bar could make the table fit that does not fit
        without it, and come and go for ever.
        """
        if width not in self._drawn:
            most = max(1, min(MOST_COLUMNS, len(self._groups), (width + GAP) // (COLUMN + GAP)))
            self._drawn[width] = min((self._in_columns(each, width) for each in range(most, 0, -1)), key=len)
        return self._drawn[width]

    def _in_columns(self, count: int, width: int) -> list[Content]:
        column = (width - GAP * (count - 1)) // count
        groups = [list(self._column([group], column)) for group in self._groups]
        layouts = (
            [list(chain.from_iterable(groups[start:end])) for start, end in pairwise((0, *cuts, len(groups)))]
            for cuts in combinations(range(1, len(groups)), count - 1)
        )
        columns = min(layouts, key=lambda lines: max(map(len, lines)), default=[])
        rows = zip_longest(*columns, fillvalue=Content(" " * column))
        return [Content(" " * GAP).join(row) for row in rows]

    def _column(self, groups: list[tuple[str, list[Command]]], width: int) -> Iterable[Content]:
        for name, commands in groups:
            yield line([(_(name), "bold")], [], width)
            for id, tooltip, keys in self._merged(commands):
                words = wrap(tooltip, max(10, width - self._key_columns)) or [""]
                gap = " " * max(1, self._key_columns - cells(keys))
                click = f"@click=screen.run('{id}')"
                yield line([(f"{keys}{gap}", f"$accent {click}"), (words[0], click)], [], width)
                for more in words[1:]:
                    yield line([(more, click)], [], width, indent=self._key_columns)
            yield Content(" " * width)

    def _merged(self, commands: list[Command]) -> Iterable[tuple[str, str, str]]:
        """Id and tooltip of the commands, with the keys of those that do the same put together."""
        alike: dict[str, list[Command]] = {}
        for command in commands:
            alike.setdefault(command.tooltip_shown, []).append(command)
        for tooltip, each in alike.items():
            yield each[0].id, tooltip, " ".join(shown_keys(command.id, self._own) for command in each)


STRIP = N_("The strip beside the text shows the whole article: {signs}.")
WITH_STRIP = ("article", "map")
"""Places whose help explains the strip."""


class KeysScreen(Dialog[str | None]):
    """The help, generated from the table of keys, so that it is always up to date. Returns the clicked command."""

    DEFAULT_CSS = """
    KeysScreen #sheet { height: 90%; & > * { max-width: 190; } }
    KeysScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    KeysScreen .dialog--title { margin-bottom: 1; }
    KeysScreen Static { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("help")
    MOST = 100

    page = query_one(VerticalScroll)

    def __init__(self, place: str, own: Keys) -> None:
        super().__init__(own)
        self._place = place

    def compose(self) -> ComposeResult:
        """The title, the table, the keys of this very sheet."""
        with Vertical(id="sheet"):
            yield Static(
                OneLine([(_("Keys in {place}").format(place=_(PLACE_NAMES[self._place])), "")]),
                classes="dialog--title",
            )
            with VerticalScroll(can_focus=False):
                if self._place in WITH_STRIP:
                    yield Static(Paragraphs([(_(STRIP).format(signs=legend()), "$faint"), ("", "")]))
                table = Static(KeyTable(grouped(self._place), self.own))
                table.auto_links = False
                yield table
            yield KeyLine(("help-down", "help-up", "help-leave"), self.own)

    def _indent(self) -> int:
        return INDENT  # the table takes all the room there is

    def action_scroll(self, by: int) -> None:
        """Scroll the table by lines."""
        self.page.scroll_relative(y=by, animate=False)

    def action_end(self, last: bool) -> None:
        """Scroll to the first line of the table, or to the last."""
        self.page.scroll_to(y=self.page.max_scroll_y if last else 0, animate=False)

    def action_run(self, id: str) -> None:
        """Close the help for a command of the place below it."""
        self.dismiss(id)


def grouped(place: str) -> list[tuple[str, list[Command]]]:
    """The commands that hold in a place by their groups: what is special to the place first, general things last."""
    groups: dict[str, list[Command]] = {}
    for command in commands_in(place):
        groups.setdefault(command.group, []).append(command)
    rank = {LIST: 0, READ: 2, VIEW: 3, MORE: 4}
    return sorted(groups.items(), key=lambda group: rank.get(group[0], 1))
