"""Choose the format and the path for exporting an article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from core.exchange.formats import Format
from core.exchange.plugins import formats
from core.translation import N_, _
from tui.keymap import Keys, bindings
from tui.screens.sheets.dialog import LOW, Dialog
from tui.services.exporting import with_tilde
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine, Piece
from tui.widgets.picks import Choices

INTO = N_("into {folder}")
WHOLE = 118
"""Columns from which the list itself says in full what each format is for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written, and where to."""

    format: Format
    path: str
    """As it was typed: of a file, or where the format makes several, of a folder."""
    replace: bool = False
    """Whether what is there may be replaced."""
    folder: Path = Path()
    """The folder for exports, which a path is relative to."""

    @property
    def target(self) -> Path:
        """The path, with a tilde for the user's home."""
        return self.folder / Path(self.path).expanduser()


def proposed(format: Format, stem: str) -> str:
    """The default path of a format, in the folder for exports."""
    return f"{stem}{format.suffixes[0]}" if len(format.suffixes) == 1 else f"{stem}-{format.name}/"


class PathInput(Input):
    """The path; for as long as it is as it was proposed, j and k go through the formats as in every other list."""

    BY: ClassVar[Mapping[str, int]] = {"j": 1, "k": -1}

    proposed = ""

    @dataclass
    class Moved(Message):
        """Another format is wanted."""

        by: int

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self.BY and self.value == self.proposed:
            event.prevent_default()
            event.stop()
            self.post_message(self.Moved(self.BY[event.key]))


class ExportDialog(Dialog[Wanted | None]):
    """Choose a format by the arrows, type another path if need be, and write. None means that nothing is written."""

    DEFAULT_CSS = """
    ExportDialog #sheet > * { max-width: 110; }
    ExportDialog Choices { margin-bottom: 1; }
    ExportDialog #purpose { height: 2; color: $faint; margin-bottom: 1; }
    ExportDialog #warning { height: auto; color: $text-warning; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    CHOICE: ClassVar[Sequence[Format]] = ()
    """The formats, if not those of articles."""

    typed = query_one(PathInput)
    listing = query_one(Choices)
    purpose = query_one("#purpose", Static)
    warning = query_one("#warning", Static)

    def __init__(
        self,
        title: str,
        stem: str,
        own: Keys,
        before: Wanted | None = None,
        warning: str = "",
        folder: Path = Path(),
    ) -> None:
        """`before` is what was wanted and could not be written at once, `warning` the sentence that says why.

        `folder` is the one for exports.
        """
        super().__init__(own)
        self._title = title
        self._stem = stem
        self._before = before
        self._warning = warning
        self._folder = folder
        self._formats = tuple(self.CHOICE) or formats().all
        self._format = before.format if before else self._formats[0]

    def compose(self) -> ComposeResult:
        """The formats, the path, the keys."""
        with Vertical(id="sheet"):
            yield Static(OneLine([(_("Export"), "")]), classes="dialog--title")
            where: list[Piece] = []
            if self._folder != Path():
                where = [(_(INTO).format(folder=with_tilde(self._folder)), "")]
            yield Static(OneLine([(self._title, "")], where), classes="dialog--passage")
            yield Choices(*(Option(_format_line(each)) for each in self._formats), markup=False)
            yield Static(id="purpose")
            path = self._before.path if self._before else proposed(self._format, self._stem)
            yield PathInput(path, placeholder=_("a file or a folder"), select_on_focus=False, compact=True)
            yield Static(Content(self._warning), id="warning")
            yield KeyLine(("export-write", "export-down", "export-up", "export-leave"), self.own)

    def on_mount(self) -> None:
        """Begin with the format chosen last."""
        self.warning.display = bool(self._warning)
        self._show_format()
        self.typed.focus()
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        """Show the end of a path that is longer than the line: the field does so only where its cursor moves."""
        self.typed.cursor_position = 0
        self.typed.action_end()

    def on_resize(self, event: events.Resize) -> None:
        """Say in full what a format is for where the list cannot, and there is room to."""
        self.purpose.display = event.size.width < WHOLE and event.size.height >= LOW
        super().on_resize(event)

    def _show_format(self) -> None:
        """Put the cursor on the format, and say in full what it is for."""
        self.listing.highlighted = self._formats.index(self._format)
        self.typed.proposed = proposed(self._format, self._stem)
        self.purpose.update(Content(_(self._format.purpose)))

    @on(Input.Changed)
    def _typing(self) -> None:
        """A confirmed replacement applies only to the path it was confirmed for."""
        if self._before is not None and self.typed.value != self._before.path:
            self._before = None
            self.warning.display = False

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        """Choose the format clicked."""
        event.stop()
        self._choose(self._formats[event.option_index])

    @on(PathInput.Moved)
    def _moved(self, event: PathInput.Moved) -> None:
        event.stop()
        self._move(event.by)

    def action_move(self, by: int) -> None:
        """Go to another format; a path that was only proposed changes with it."""
        self.after_typing(self.typed, lambda: self._move(by))

    def _move(self, by: int) -> None:
        self._choose(self._formats[(self._formats.index(self._format) + by) % len(self._formats)])

    def _choose(self, format: Format) -> None:
        before, self._format = self._format, format
        self._show_format()
        if self.typed.value == proposed(before, self._stem):
            self.typed.value = proposed(self._format, self._stem)
            self.typed.cursor_position = len(self.typed.value)

    def action_keep(self) -> None:
        """Write it."""
        self.after_typing(self.typed, self._keep)

    def _keep(self) -> None:
        path = self.typed.value.strip()
        if not path:
            return
        wanted = Wanted(self._format, path, folder=self._folder)
        asked = self._before is not None and (self._before.format, self._before.path) == (self._format, path)
        self.dismiss(replace(wanted, replace=asked and self._before is not None and self._before.replace))


def _format_line(format: Format) -> OneLine:
    return OneLine([(f"{format.name:<17}", ""), (_(format.purpose), "$faint")])
