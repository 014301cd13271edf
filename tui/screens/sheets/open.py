"""The sheet one types an address or the path of a file into."""

from asyncio import to_thread
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.suggester import Suggester
from textual.widgets import Input, Static

from core.translation import N_, _, pgettext
from tui.keymap import bindings
from tui.screens.sheets.dialog import Dialog
from tui.services.paths import completed, matches
from tui.text import drawable
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine, Paragraphs

NAMED = 12
"""Names of files that a path may go on to which are shown."""


class PathSuggester(Suggester):
    """Shows how a path goes on, as far as that is certain."""

    async def get_suggestion(self, value: str) -> str | None:
        """What all paths that begin like this have in common."""
        whole = await to_thread(completed, value)
        return whole if whole != value else None


class OpenDialog(Dialog[str | None]):
    """What to read next; None for nothing."""

    DEFAULT_CSS = """
    OpenDialog .dialog--passage { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("open")
    TITLE: ClassVar[str] = N_("Open")
    DOES: ClassVar[str] = "open"
    """What Enter does with what was typed: the label of a key."""
    ABOUT: ClassVar[str] = N_(
        "the address of an article, a file (text, Markdown, web page, PDF, EPUB, mail) or a folder"
    )
    KEYS: ClassVar[tuple[str, ...]] = ("open-read", "open-complete", "open-leave")
    typed = query_one(Input)
    about = query_one(".dialog--passage", Static)

    def compose(self) -> ComposeResult:
        """What is asked for, the line, the keys."""
        with Vertical(id="sheet"):
            yield Static(OneLine([(_(self.TITLE), "")]), classes="dialog--title")
            yield Static(Paragraphs([(_(self.ABOUT), "")]), classes="dialog--passage")
            yield Input(
                placeholder="https://…",
                compact=True,
                select_on_focus=False,
                suggester=PathSuggester(use_cache=False),
            )
            yield KeyLine(self.KEYS, self.own, {"open-read": pgettext("key", self.DOES)})

    def on_mount(self) -> None:
        """Begin in the line."""
        self.typed.focus()

    def action_read(self) -> None:
        """Hand back what was typed, if anything was."""
        self.after_typing(self.typed, self._read)

    def _read(self) -> None:
        from core.articles.source_names import as_typed

        self.dismiss(as_typed(self.typed.value) or None)

    def action_complete(self) -> None:
        """Complete the path as far as it is certain, and say how it may go on."""
        self.after_typing(self.typed, self._complete)

    def _complete(self) -> None:
        self.typed.value = completed(self.typed.value)
        self.typed.cursor_position = len(self.typed.value)
        found = matches(self.typed.value)
        names = [path[path.rstrip("/").rfind("/") + 1 :] for path in found]
        more = [_("{n} more").format(n=len(names) - NAMED)] if len(names) > NAMED else []
        words = " · ".join((*names[:NAMED], *more)) if len(names) > 1 else _(self.ABOUT)
        self.about.update(Paragraphs([(drawable(words), "")]))


class AddDialog(OpenDialog):
    """What to add to the library; None for nothing."""

    TITLE = N_("Add")
    DOES = "add"
    ABOUT = N_("addresses, a file, a folder, or a pattern like archiv/*.txt")

    def _read(self) -> None:
        self.dismiss(self.typed.value.strip() or None)
